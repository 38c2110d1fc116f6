"""Where words that a change names stand in the document that it changes. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.document import Span
from ingest.sentences import sentences
from ingest.words import fold, tokens


def places_of(text: str, words: str, within: Span, exactly: bool = False) -> list[Span]:
    """Where the words stand, whatever the spaces and line breaks between them; ``exactly``: in the same small and capital letters."""
    parts = [re.escape(part) for part in re.split(r"\s+", words.strip()) if part]
    before = r"(?<![\w.,])" if words.strip()[:1].isalnum() else ""
    after = r"(?!\w|[.,]\d)" if words.strip()[-1:].isalnum() else ""
    pattern = re.compile(before + r"\s+".join(parts) + after, re.NOFLAG if exactly else re.IGNORECASE)
    return [Span(*match.span()) for match in pattern.finditer(text, within.start, within.end)]


def nearest(text: str, places: Sequence[Span], quote: str, words: str) -> list[Span]:
    """Of several places, the one whose row or sentence shares most words with the change; several when none leads."""
    wanted = set(tokens(quote)) - set(tokens(words))
    around = [set(tokens(_around(text, place).of(text))) for place in places]
    common = set.intersection(*around)
    scores = [len((words_there - common) & wanted) for words_there in around]
    best = max(scores)
    return [place for place, score in zip(places, scores, strict=True) if score == best]


def _around(text: str, place: Span) -> Span:
    line = Span(text.rfind("\n", 0, place.start) + 1, (text.find("\n", place.end) + 1 or len(text) + 1) - 1)
    if "\t" in line.of(text):
        return line
    reach = Span(max(0, place.start - 600), min(len(text), place.end + 600))
    return next((each for each in sentences(text, reach) if each.contains(place)), line)


def lines_of(text: str, within: Span) -> list[Span]:
    """The lines of a part of a text, without the white space at their ends."""
    found, at = [], within.start
    for line in within.of(text).splitlines(keepends=True):
        found.append(Span(at, at + len(line.rstrip())))
        at += len(line)
    return found


def first_cell(text: str, line: Span) -> str:
    """The first cell of a row, folded; empty for a line that is no row."""
    first, tab, _ = line.of(text).partition("\t")
    return fold(first).strip() if tab else ""
