"""Which clauses of a document go by a number or a heading? Pure.

A number is taken as a reader says it: "8.2", "Clause 8.2" and "§ 8.2" mean one clause, "8.2(a)" the item (a) of it, and
"Annex B" is the same as "Annexe B".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

from ingest.document import Clause, Document, Span
from ingest.inserted import SUFFIX
from ingest.markers import roman_value, to_roman
from ingest.words import fold

_CLAUSE_WORDS = re.compile(
    r"^(?:clauses?|articles?|art\.?|sections?|sec\.?|paragraphs?|paragraphes?|§)\s*(?=[\divxlc(]|[a-z]\.?\d)"
)
_DIVISION_WORDS = re.compile(
    r"^(?:clause\s+)?(?:(chapter|chapitre|chap\.?)|(title|titre)|(part|partie))\s+(?=[\divxl]|[a-z]\b)"
)
_DIVISIONS = ("chapter", "title", "part")
_BEFORE_SUFFIX = re.compile(rf"(?<=\d)[ -](?={SUFFIX})", re.IGNORECASE)
_HYPHEN = re.compile(r"(?<=\d)-(?=\d)")
_ANNEX_WORDS = re.compile(r"^(?:annexe?s?|appendix|appendice|schedule|exhibit|attachment)\s+")
_NUMERO = re.compile(r"\bn\s?[°o]\s?(?=\d)")
_ROUND = re.compile(r"^(\d+)\.0$")
_PADDED = re.compile(r"\.0+(?=[1-9])")
_ROMAN_ANNEX = re.compile(r"[ivx]{2,}|[ivx]")  # "Annex C" and "Annex L" are letters
_BARE_ITEM = re.compile(r"[a-z]|[ivx]+")
_SPACES = re.compile(r"\s+")
_NUMBERED = re.compile(r"\d")


def clause_at(document: Document, offset: int) -> Clause:
    """The clause whose own text holds the character, or the last one that begins before it."""
    starts = [c.span.start for c in document.clauses]
    return document.clauses[max(0, bisect_right(starts, offset) - 1)]


def clauses_named(document: Document, wanted: str) -> list[Clause]:
    """The clauses of which ``wanted`` is the number; else of which it is the heading; else whose heading holds it.

    Args:
        document: where to look.
        wanted: a clause's id, number ("8.2(a)", "article 12", "Annexe B") or heading.
    """
    for clause in document.clauses:
        if clause.id == wanted:
            return [clause]
    by_number = clauses_numbered(document, wanted)
    if by_number:
        return by_number
    heading = fold(wanted).strip()
    headed = [(fold(clause.heading), clause) for clause in document.clauses if clause.heading]
    exact = [clause for folded, clause in headed if folded.strip() == heading]
    return exact or [clause for folded, clause in headed if heading and heading in folded]


def clauses_numbered(document: Document, wanted: str) -> list[Clause]:
    """The clauses of which ``wanted`` is the number, in whatever way it is said ("8.2(a)", "article 12", "Annexe B")."""
    number = _number_key(wanted)
    paths = _paths(document)
    return [clause for clause in document.clauses if number and paths[clause.id] == number]


def clauses_in_annexes(document: Document, clauses: Sequence[Clause], annexes: Sequence[str]) -> list[Clause]:
    """Those of the clauses of a document that stand in one of the annexes: after its heading, and before that of another one.

    Args:
        document: where the clauses stand.
        clauses: some of its clauses.
        annexes: what the annexes are called by, "2" or "B".
    """
    wanted = {_number_key(f"annex {annex}") for annex in annexes}
    return clauses_headed(document, clauses, lambda head: _number_key(head.number or "") in wanted)


def clauses_headed(document: Document, clauses: Sequence[Clause], is_wanted: Callable[[Clause], bool]) -> list[Clause]:
    """Those of the clauses of a document that stand in an annex whose heading is wanted.

    Args:
        document: where the clauses stand.
        clauses: some of its clauses.
        is_wanted: tells of the heading of an annex whether it is.
    """
    heads = [c for c in document.clauses if c.number and _is_annex(c.number)]
    starts, wanted = [head.span.start for head in heads], [is_wanted(head) for head in heads]
    last = ((clause, bisect_right(starts, clause.span.start) - 1) for clause in clauses)
    return [clause for clause, head in last if head >= 0 and wanted[head]]


def last_clauses(document: Document) -> list[Clause]:
    """The last clause of the body, and that of each annex in the document: of those that bear a number, on the highest level."""
    parts: list[list[Clause]] = [[]]
    for clause in document.clauses:
        if clause.number and _is_annex(clause.number):
            parts.append([])
        elif clause.number and _NUMBERED.match(_number_key(clause.number)):
            parts[-1].append(clause)
    tops = (min((clause.level for clause in part), default=0) for part in parts)
    return [[c for c in part if c.level == top][-1] for part, top in zip(parts, tops, strict=True) if part]


def printed_as(number: str) -> tuple[str, ...]:
    """What may stand in the printed number of a clause that goes by a number: "4", "4.0" and "IV"; "11.1" and "11.01"."""
    bare = _number_key(f"clause {number}")
    if "-" in number:
        return (number, bare)
    if bare.isdigit():
        return (bare, f"{bare}.0", to_roman(int(bare)))
    return (bare, re.sub(r"\.(?=\d\b)", ".0", bare)) if re.fullmatch(r"\d+(?:\.\d+)+", bare) else (number,)


def is_same_annex(one: str, other: str) -> bool:
    """Whether two values name one annex: "2" and "II", "b" and "B"."""
    return _number_key(f"annex {one}") == _number_key(f"annex {other}")


def is_same_number(one: str, other: str) -> bool:
    """Whether two ways of saying a number mean one clause: "Article 8 bis" and "8bis", "2.0" and "2"."""
    return bool(_number_key(one)) and _number_key(one) == _number_key(other)


def is_beneath(number: str, above: str) -> bool:
    """Whether a number is one of those beneath another: "7.2.1" beneath "7.2"."""
    return _number_key(number).startswith(f"{_number_key(above)}.")


def _is_annex(number: str) -> bool:
    return _number_key(number).startswith("annex ")


def clause_name(document: Document, clause: Clause) -> str:
    """How a clause is cited: its number and heading, or those of the nearest clause above it that has any.

    A list item is cited with its parents' numbers: "4.2(a)(i) Response times"; a clause of one of several parts of a
    document with its annex, since numbers begin anew there: "Exhibit A, 5 Insurance".
    """
    number, node = _numbered(document, clause)
    if node is None:
        return number or document.title
    heading = f" {node.heading}" if node.heading else ""
    name = f"{number}{heading}".strip()
    annex = annex_around(document, node)
    return f"{annex}, {name}" if annex else name


def annex_around(document: Document, clause: Clause) -> str:
    """What the annex is called that a clause stands in, "Exhibit A"; empty in the body, and where the annex is all of the document."""
    by_id = {c.id: c for c in document.clauses}
    above = clause
    while above.parent is not None:
        above = by_id[above.parent]
        if above.number and _is_annex(above.number):
            return above.number if _is_part(document, above) else ""
    return ""


def _is_part(document: Document, annex: Clause) -> bool:
    """Whether a document holds more than this annex: numbered clauses before it, or other annexes.

    What a filing calls the whole document ("Exhibit 10.3") stands at its top, and makes no part of it, whatever comes behind.
    """
    whole = subtree(document, annex)
    return any(
        other.span.start < whole.start or (_is_annex(other.number) and "." not in (annex.number or ""))
        for other in document.clauses
        if other.number and not whole.contains(other.span)
    )


def clause_number(document: Document, clause: Clause) -> str:
    """The number by which a clause is cited, "4.2(a)(i)"; empty when neither it nor a clause above it has one."""
    by_id = {c.id: c for c in document.clauses}
    number, node = _numbered(document, clause)
    while not number and node is not None:
        node = by_id.get(node.parent or "")
        number = (node.number or "") if node is not None else ""
    return number


def _numbered(document: Document, clause: Clause) -> tuple[str, Clause | None]:
    """The number of a clause with those of the items above it, and the nearest clause from there that has a label."""
    by_id = {c.id: c for c in document.clauses}
    items: list[str] = []
    node: Clause | None = clause
    while (
        node is not None and node.number is not None and re.fullmatch(r"\(?[A-Za-z]{1,5}\)|\(\d+\)|\d+\)", node.number)
    ):
        items.insert(0, node.number if node.number.startswith("(") else f" {node.number}")
        node = by_id.get(node.parent or "")
    while node is not None and not node.label:
        node = by_id.get(node.parent or "")
    own = node.number or "" if node is not None else ""
    return f"{own}{''.join(items)}".strip(), node


def subtree(document: Document, clause: Clause) -> Span:
    """From the start of a clause to the end of the last clause beneath it."""
    family = {clause.id}
    end = clause.span.end
    for other in document.clauses:
        if other.parent in family:
            family.add(other.id)
            end = max(end, other.span.end)
    return Span(clause.span.start, end)


def outermost(document: Document, clause: Clause) -> Clause:
    """The clause at the top under which a clause stands; itself where it stands at the top."""
    by_id = {each.id: each for each in document.clauses}
    while clause.parent is not None:
        clause = by_id[clause.parent]
    return clause


def breadcrumb(document: Document, clause: Clause) -> tuple[str, ...]:
    """The labels of the clauses around a clause, the outermost first, and its own last."""
    by_id = {each.id: each for each in document.clauses}
    labels = [clause.label]
    while clause.parent is not None:
        clause = by_id[clause.parent]
        labels.insert(0, clause.label)
    return tuple(label for label in labels if label)


def _paths(document: Document) -> dict[str, str]:
    """The whole number of each clause: a lettered item carries those of the clauses around it."""
    paths: dict[str, str] = {}
    for clause in document.clauses:
        own = _number_key(clause.number or "")
        above = paths.get(clause.parent or "", "")
        lettered = own.startswith("(") or own.endswith(")") or (above and _BARE_ITEM.fullmatch(own))
        paths[clause.id] = f"{above}({own.strip('()')})" if lettered else own
    return paths


def _number_key(number: str) -> str:
    """What two ways of printing one number share: "Article IV" and "4", "2.0" and "2", "11.01" and "11.1", "Annexe n° II" and "Annex 2",
    "8 bis" and "8bis".
    """
    folded = _BEFORE_SUFFIX.sub("", _NUMERO.sub("", _SPACES.sub(" ", fold(number)).strip()))
    if annex := _ANNEX_WORDS.match(folded):
        value = folded[annex.end() :].rstrip(".:-–— ")
        return f"annex {roman_value(value) if _ROMAN_ANNEX.fullmatch(value) and roman_value(value) else value}"
    if division := _DIVISION_WORDS.match(folded):
        value = folded[division.end() :].rstrip(".:-–— ")
        kind = next(kind for kind, word in zip(_DIVISIONS, division.groups(), strict=True) if word)
        return f"{kind} {roman_value(value) if _ROMAN_ANNEX.fullmatch(value) and roman_value(value) else value}"
    bare = _CLAUSE_WORDS.sub("", folded).rstrip(".:-–— ").replace(" (", "(")
    bare = _HYPHEN.sub(".", bare)
    bare = _PADDED.sub(".", _ROUND.sub(r"\1", bare))
    roman = roman_value(bare) if bare != folded else None  # "Article IV" is a number, a lone "c" need not be
    return str(roman) if roman else bare
