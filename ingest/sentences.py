"""Sentences of a canonical text, as spans: what a quote is made of, and where a long clause may be split.

A sentence runs on over line breaks, and over a page break that leaves a gap in its midst; it ends at a full stop, question or
exclamation mark before a capital, at a paragraph gap, before a line that begins a definition, and around every table row.
Abbreviations and clause numbers do not end one. Rules rather than a model: a quote must begin and end where a reader expects, and
the same text must give the same quotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.document import Clause, Span

_ABBREVIATIONS = (
    "inc corp ltd co llc plc no nos art arts sec sect al cf e.g i.e etc mr mrs ms dr st vs v u.s u.k p pp para approx ref "
    "fig vol dept est gov s.a s.a.s n.v b.v l.p a.m p.m m mm mme mlle me env al ex min max tél tel"
)
_ENDS_WITH_ABBREVIATION = re.compile(
    r"(?:^|[\s(“\"«])(?:" + "|".join(re.escape(a) for a in _ABBREVIATIONS.split()) + r"|[A-Z]|\d+(?:\.\d+)*)\.$",
    re.IGNORECASE,
)
_END = re.compile(r"[.!?…](?:\s?»|[”\"’)\]])*(?=\s+[“\"«‘'(\[•●▪–—-]*\s*[A-ZÀ-Þ0-9(])")
_DEFINES = (  # a term in quotation marks, and what says that its meaning follows
    r"[ \t]*+[“\"«‘'][^“”\"«»‘'\n]{1,60}[”\"»’'][ \t]*(?:means?\b|shall mean\b|includes?\b|ha(?:s|ve) the\b|"
    r"refers? to\b|désigne(?:nt)?\b|signifie(?:nt)?\b|s['’]entend(?:ent)?\b|comprend(?:nent)?\b|\s?:)"
)
_DEFINITION = re.compile(rf"(?<![, \t])[ \t]*+\n(?={_DEFINES})")
_BEGINS_DEFINITION = re.compile(_DEFINES)
_PARAGRAPH = re.compile(r"\n(?:[ \t]*\n)+")
_ITEM = re.compile(r"\s*[^\W\d_]{1,4}[.)]\s")
_ANY_ITEM = re.compile(r"\s*\(?\w{1,4}[.)]\s")
_LEADS_TO_ADDRESS = re.compile(
    r"(?:\b(?:to|at|address(?:es|ed)?|as follows|to the attention of|copy|adresses?|(?:à\s+)?l['’]attention\s+de|copie|à|suivante?s?)|"
    r"\b(?:if|notices?)\s+to\s[^:]{1,40})\s?:$",
    re.IGNORECASE,
)
_OF_ADDRESS = re.compile(
    r"\b(?:Attention|Attn|E-?mail|Courriel|Tel|Tél|Telephone|Téléphone|Fax|Facsimile|Télécopie|c/o|Suite|Street|Road|Avenue|Boulevard|Drive|"
    r"P\.?\s?O\.?\s+Box|B\.?P\.?\s\d+|[A-Z]{2}\s\d{5}|\d{5}\s[A-Z]|cedex|rue)\b|\S@\S",
    re.IGNORECASE,
)
_COPIED = re.compile(
    r"(?:and\s+)?with\s+(?:a\s+|an?\s+\w+\s+)?cop(?:y|ies)\s+to\b|(?:et\s+)?(?:avec\s+)?copie\s+à\b", re.IGNORECASE
)
_LONGEST_ADDRESS = 500  # characters
_FULL = 60  # characters of a line that runs to the margin, where a page break may part a name
_NAME_PARTED = re.compile(r"\b[a-zà-ÿ][\w’'-]{0,80}\s+[A-ZÀ-Þ][a-zà-ÿ]+$")  # "… of the Framework"
_NAME_GOES_ON = re.compile(
    r"(?!(?:This|That|These|Those|The|An?|Any|All|Each|Every|No|If|In|On|At|For|To|Where|When|Upon|Such|Article|Section|Clause|Schedule|"
    r"Annexe?|Exhibit|Le|La|Les|Une?|Ces?|Cette|Tout\w*|En|Dans|Si|Pour|Il|Elle)\b)[A-ZÀ-Þ][a-zà-ÿ]+\s(?:[A-ZÀ-Þ][a-zà-ÿ]+\s)?[a-zà-ÿ]"
)


def sentences(text: str, span: Span) -> list[Span]:
    """The sentences of ``text[span]`` in order, without the white space around them.

    Args:
        text: the canonical text.
        span: the part to split; pieces of it that hold no letter or figure are left out.
    """
    return [piece for block in _blocks(text, span) for piece in _split_block(text, block)]


def begins_definition(line: str) -> bool:
    """Whether a line begins with a term in quotation marks and says what it means."""
    return _BEGINS_DEFINITION.match(line) is not None


def _blocks(text: str, span: Span) -> Iterator[Span]:
    """Paragraphs, with each table row (a line with tabs) a block of its own."""
    start = span.start
    for match in _PARAGRAPH.finditer(text, span.start, span.end):
        if _runs_on(text, Span(start, match.start()), match.end()):
            continue
        yield from _rows(text, Span(start, match.start()))
        start = match.end()
    yield from _rows(text, Span(start, span.end))


def _runs_on(text: str, before: Span, after: int) -> bool:
    """Whether a gap stands in the midst of a sentence: a word or comma before it, a small letter that numbers nothing after it.

    A capital goes on with a name of several words ("of the Framework", "Agreement is reduced") after a line that runs to the margin.
    """
    last = before.of(text).rpartition("\n")[2].rstrip()
    if _LEADS_TO_ADDRESS.search(last) and _is_address(text, after):
        return True
    if last and last[-1] not in ".;:" and _OF_ADDRESS.search(last) and _COPIED.match(text, after):
        return True
    if len(last) >= _FULL and _NAME_PARTED.search(last) and _NAME_GOES_ON.match(text, after):
        return True
    goes_on = text[after : after + 1].islower() and not _ITEM.match(text, after)
    return goes_on and bool(last) and "\t" not in last and (last[-1].isalpha() or last[-1] == ",")


def _is_address(text: str, after: int) -> bool:
    """Whether a paragraph is an address: short, without a sentence or an item's number, with what only addresses hold."""
    gap = _PARAGRAPH.search(text, after)
    end = gap.start() if gap else len(text)
    is_short = end - after <= _LONGEST_ADDRESS and "\t" not in text[after:end] and not _ANY_ITEM.match(text, after)
    return (
        is_short
        and not text[after:end].rstrip().endswith((".", ";", ":"))
        and _OF_ADDRESS.search(text, after, end) is not None
    )


def _rows(text: str, block: Span) -> Iterator[Span]:
    if "\t" not in text[block.start : block.end]:
        yield from _definitions(text, block)
        return
    start = at = block.start
    for line in text[block.start : block.end].splitlines(keepends=True):
        if "\t" in line.strip():
            yield Span(start, at)
            yield Span(at, at + len(line))
            start = at + len(line)
        at += len(line)
    yield Span(start, block.end)


def _definitions(text: str, block: Span) -> Iterator[Span]:
    """The parts of a block: lists of definitions often stand line below line, and end without a full stop."""
    start = block.start
    for match in _DEFINITION.finditer(text, block.start, block.end):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, block.end)


def _split_block(text: str, block: Span) -> Iterator[Span]:
    start = block.start
    for match in _END.finditer(text, block.start, block.end):
        if match[0][0] == "." and _is_abbreviation(text, start, match.start() + 1):
            continue
        yield from _trimmed(text, Span(start, match.end()))
        start = match.end()
    yield from _trimmed(text, Span(start, block.end))


def _is_abbreviation(text: str, start: int, stop: int) -> bool:
    # from one character before, so that the number that opens a block ("2. Fees") is seen to follow a line break
    return bool(_ENDS_WITH_ABBREVIATION.search(text, max(0, start - 1, stop - 12), stop))


def _trimmed(text: str, span: Span) -> Iterator[Span]:
    piece = trim(text, span)
    if any(c.isalnum() for c in text[piece.start : piece.end]):
        yield piece


def trim(text: str, span: Span) -> Span:
    """The span without the white space at its ends."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def body_start(text: str, clause: Clause) -> int:
    """Where the words of a clause begin after its heading, when that stands on lines of its own; else its start.

    Args:
        text: the canonical text.
        clause: a clause of it.
    """
    wanted = _letters(clause.label)
    if not clause.heading:
        return clause.span.start
    read = ""
    at = clause.span.start
    while at < clause.span.end and len(read) < len(wanted):
        stop = text.find("\n", at, clause.span.end)
        stop = clause.span.end if stop < 0 else stop + 1
        read += _letters(text[at:stop])
        at = stop
    return at if read == wanted else clause.span.start


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
