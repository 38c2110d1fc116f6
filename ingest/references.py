"""Cross-references within a text: "as set out in clause 12.3", "visé à l'article 8", "Annexe 2, article 4". Pure.

What a reference points to is found by whoever knows the other documents; a reference to a law, or to a contract of others, is no
reference here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.document import Clause, Document, Span
from ingest.headings import has_verb
from ingest.inserted import NUMBER
from ingest.targets import targets

_LAW = (
    r"GDPR|RGPD|ERISA|HIPAA|CCPA|DORA|Regulations?|Directive|Code|Acts?|Laws?|LAW|Statutes?|Rules?|Order|Convention|Treaty|SCCs?|"
    r"Standard Contractual Clauses|[Ll]oi|[Rr]èglement|[Dd]écret|[Cc]ode|CODE|LOI|[Oo]rdonnance|[Tt]raité|[Dd]irective|"
    r"[Cc]lauses contractuelles types"
)
# What follows a reference is read without a second thought (possessive): spaces, brackets and numbers could else be shared out in
# millions of ways.
_BRACKETS = r"(?:\([^)]{0,60}\)\s*+)*+"
_ITEM = r"\([a-zA-Z0-9]{1,4}\)"
_FURTHER_NUMBER = rf"(?:(?:[LRDA]\.?\s?)?\d{{1,4}}(?:[.-]\d{{1,4}}){{0,4}}[A-Z]?\b|{_ITEM})(?:\s?{_ITEM})*+"
_FURTHER = (  # the other numbers of a list: "8.4.1, 8.4.2(b) and (c), respectively,"
    r"(?:[\s,]*+(?:(?:and/or|and|or|et|ou|to|through|à|&)\s*+)?(?:(?:sections?|articles?|clauses?|paragraphs?|§+)\s*+)?"
    rf"{_FURTHER_NUMBER}){{0,15}}"
    r"(?:,?\s*+(?:respectively|inclusive|et suivants|et s\.|respectivement|inclus))?"
)
_THEN = rf"(?i:{_BRACKETS}{_FURTHER})\s*+{_BRACKETS},?\s*+"
_OF_LAW = re.compile(
    rf"^\s*+{_THEN}(?:of|to|under|OF|du|de la|de l['’]|des|de|d['’]|dudit|DU|DE LA|DES)\s*(?:the\s+|THE\s+|la\s+|le\s+|l['’])?"
    rf"(?:[\w’'()-]+\s+){{0,4}}?(?:{_LAW})\b"
)
_LAW_BEFORE = re.compile(
    r"(?:GDPR|RGPD|Regulation|Directive|Code|Act|SCCs?|C\.?F\.?R\.?|U\.?S\.?C\.?|FAR)\b[^.;\n]{0,40}$|"
    r"(?:C\.F\.R|U\.S\.C|Stats?|Regs?)\.\s*(?:§+\s*)?$"
)
_CODE_NUMBER = re.compile(r"^(?:[LRDA])\.?\s?\*?\d")  # "article L. 441-10" is a code's
_LARGEST = 99  # a clause of a larger number is one of a law
_ELSEWHERE = re.compile(
    rf"^\s*+{_THEN}(?:of|to|in|du|de la|de l['’]|des|dans)\s+(?:the|le|la|les|l['’]|such|any|each|its|their|said|an?|un|une)?\s*"
    r"(?!(?:present|présent|this|that|said|above|below|ci-)\b)[A-ZÀ-Þ][\w’'-]+"
)
_INSTRUMENT = re.compile(  # another contract, by its name: "the Trust Agreement", "du bail commercial"
    rf"^\s*+{_THEN}(?:(?:of|to|under)\s+(?:(?:the|such|said|any|each|its|their|that certain)\s+)*"
    r"(?P<name>(?:(?:[A-Z][\w&.’'/-]*|and|of|for)\s+){0,6}?"
    r"(?:Agreement|Contract|Lease|Sublease|Indenture|Deed|Charter|By-?[Ll]aws|Memorandum|Undertaking|"
    r"Articles of (?:Association|Incorporation)))\b"
    r"|(?:du|de la|de l['’]|des|dudit|de ladite)\s*(?P<fr>(?:(?:[Cc]ontrat|[Cc]onvention|[Aa]ccord|[Pp]rotocole)\s+"
    r"(?:de\s+|d['’]\s*)[\w’'-]+"
    r"|[Bb]ail|[Cc]onvention collective|[Ss]tatuts|[Rr]èglement intérieur|[Aa]cte de cession|[Pp]acte)\b))"
)
_OF_AGREEMENT = re.compile(
    rf"^\s*+{_THEN}(?:of|to|in|du|de la|dans le)\s+(?:the\s+)?(?:(?:main|principal|existing|original)\s+)?"
    r"(?:Agreement|Contract|Contrat|Convention|Conditions Générales)\b(?!\s+(?:of|de|d['’])\b)",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?:articles?|sections?|clauses?|paragraphs?|subsections?|sub-clauses?|paragraphes?|annexe?s?|schedules?|exhibits?|appendix|attachments?|§)"
    rf"\s*(?:n°\s*)?(?P<number>(?:{NUMBER}(?!\w)|\w+(?:\.\w+)*)(?:\s?\([a-zA-Z0-9]{{1,4}}\))*)|[\w -]+",
    re.IGNORECASE,
)
_BROKEN_OFF = re.compile(r"^(?:['’]|-\s?\d)")  # "l'article s'applique", "§ 52.222-36"
_FILED = re.compile(r"\s*+under\s+(?:item\s+\d|form\s+[A-Z]|reg\w*\.?\s)", re.IGNORECASE)  # an exhibit of a filing
_NAMES_ITSELF = re.compile(  # how a filing or its agreement counts the document: "EX-10.2", "Exhibit 10.2", "Schedule B to the Agreement"
    r"\s*+(?:EX-[\w.()-]{1,12}\s++)?(?P<annex>(?:annexe?|schedule|exhibit|appendix|attachment)\s[^\n\t]*)(?:\n|$)",
    re.IGNORECASE,
)
_HEAD = 4  # lines of a document in which it does so
_AFTER = 160  # characters after a reference that say what it is of
_BASE = re.compile(r"framework|master|cadre", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reference:
    """A place that names a clause or an annex.

    ``document`` is the annex that is named ("Annex 1"), "" for the agreement to which the document belongs, None for the document itself;
    ``clause`` the number, None for a whole annex. ``elsewhere`` says that what follows may name a contract of others, so that a reference
    that leads nowhere is no fault. ``instrument`` is the contract that the reference names ("Trust Agreement"), None where it names none:
    it leads into a document of that title, and nowhere else.
    """

    span: Span
    document: str | None
    clause: str | None
    elsewhere: bool = False
    instrument: str | None = None


def references_of(document: Document, within: Span | None = None) -> tuple[Reference, ...]:
    """The cross-references of a document in order, or of a part of it; numbers that begin a clause are none, nor is what the first lines
    call the document itself.
    """
    own = _own_names(document.text)
    clauses = [clause for clause in document.clauses if within is None or clause.span.overlaps(within)]
    found = (reference for clause in clauses for reference in _of_clause(document, clause))
    return tuple(
        each for each in found if each.span.start not in own and (within is None or within.contains(each.span))
    )


def _own_names(text: str) -> set[int]:
    """Where the first lines of a document name it among the exhibits of a filing, or the annexes of its agreement."""
    found: set[int] = set()
    at = 0
    while len(found) < _HEAD and (match := _NAMES_ITSELF.match(text, at)) and not (found and has_verb(match["annex"])):
        found.add(match.start("annex"))
        at = match.end()
    return found


def _of_clause(document: Document, clause: Clause) -> Iterator[Reference]:
    text = clause.span.of(document.text)
    opening = len(clause.number or "") + 3  # a bullet may stand before it
    for target in targets(text):
        if clause.number is not None and target.start < opening:
            continue
        match = _NAMED.match(text, target.start)
        end = match.end() if match else target.start + 1
        after = text[end : end + _AFTER]
        number = match["number"] if match else None
        if _is_no_number(number, after) or _FILED.match(after) or is_of_law(text, target.start, end, target.clause):
            continue
        named = target.document
        if named is not None and _BASE.search(named):
            named = ""
        if named is None and _OF_AGREEMENT.match(after):
            named = ""
        span = Span(clause.span.start + target.start, clause.span.start + end)
        instrument = None if named == "" else _instrument(document, after)
        yield Reference(span, named, target.clause, _is_elsewhere(named, target.clause, after), instrument)


def _instrument(document: Document, after: str) -> str | None:
    """The contract that a reference says it is of, unless that is what the document calls itself ("this Franchise Agreement")."""
    match = _INSTRUMENT.match(after)
    if match is None or _OF_AGREEMENT.match(after):
        return None
    name = " ".join((match["name"] or match["fr"]).split())
    words = r"\s+".join(map(re.escape, name.split()))
    own = re.search(rf"\b(?:this|cet?|cette|le présent|la présente)\s+{words}\b", document.text, re.IGNORECASE)
    return None if own else name


def _is_no_number(number: str | None, after: str) -> bool:
    """Whether what seems a number is a word, or a part of a longer number: "l'annexe a pour objet", "§ 52.222-36"."""
    if number is None:
        return False
    return bool(_BROKEN_OFF.match(after)) or (len(number) == 1 and number.islower())


def _is_elsewhere(named: str | None, number: str | None, after: str) -> bool:
    first = re.match(r"\d+", number or "")
    if first and int(first.group()) > _LARGEST:
        return True
    return named != "" and bool(_ELSEWHERE.match(after)) and not _OF_AGREEMENT.match(after)


def is_of_law(text: str, start: int, end: int, number: str | None) -> bool:
    """Whether what is named between two places of a text is of a law, by what stands around it.

    Args:
        text: any text.
        start: where the naming begins ("article 28"), in characters.
        end: where it ends.
        number: as it was read, where the naming ends with it.
    """
    after = text[end : end + _AFTER]
    tail = text[start : end + _AFTER].partition(" ")[2].lstrip()
    return bool(
        _OF_LAW.match(after)
        or _LAW_BEFORE.search(text[max(0, start - 80) : start])
        or (number is not None and len(number) == 1 and _CODE_NUMBER.match(tail))
    )
