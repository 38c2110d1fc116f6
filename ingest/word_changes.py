"""What a sentence of an amendment changes word by word: words for words, words for none, a figure for a figure. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.change_words import Operation
from ingest.document import Span
from ingest.exchange_words import (
    PERSON_FOR_PERSON,
    WORDS_BY_WORDS,
    WORDS_FOR_WORDS,
    WORDS_IN,
    WORDS_IN_TOO,
    WORDS_OUT,
    WORDS_TO_WORDS,
    WORDS_WITH_WORDS,
)
from ingest.figure_words import DAY_BY_DAY, DAY_TO_DAY, FIGURE_TO, FROM_TO
from ingest.statements import read_before_and_now


def word_changes(said: str) -> Iterator[tuple[Operation, Span, Span | None]]:
    """Each change of a sentence: what it does, the old words (beside which it puts the new ones, where it inserts), and the new ones.

    Words for words, words for none, figure for figure, person for person.
    """
    if (told := read_before_and_now(said)) is not None:
        yield Operation.WORDS, *told
        return
    taken: set[Span] = set()
    for form in (WORDS_BY_WORDS, WORDS_WITH_WORDS, WORDS_TO_WORDS, *WORDS_FOR_WORDS):
        for match in form.finditer(said):
            pair = Span(*match.span("old")), Span(*match.span("new"))
            if taken.isdisjoint(pair):
                taken.update(pair)
                yield Operation.WORDS, *pair
    for match in _insertions(said):
        before = match["side"].lower() in {"before", "avant"}
        operation = Operation.INSERTED_BEFORE if before else Operation.INSERTED_AFTER
        yield operation, Span(*match.span("old")), Span(*match.span("new"))
    for match in WORDS_OUT.finditer(said):
        yield Operation.DELETED, Span(*match.span("old")), None
    stated = [*FROM_TO.finditer(said)]
    for match in stated or FIGURE_TO.finditer(said):
        old, new = ("old", "new") if match["old"] else ("old2", "new2")
        new = "by" if match.groupdict().get("by") else new
        yield Operation.FIGURE, _trim(said, Span(*match.span(old))), _trim(said, Span(*match.span(new)))
    for form in (DAY_TO_DAY, DAY_BY_DAY):
        for match in form.finditer(said):
            yield Operation.FIGURE, Span(*match.span("old")), Span(*match.span("new"))
    for form in PERSON_FOR_PERSON:
        for match in form.finditer(said):
            yield Operation.WORDS, Span(*match.span("old")), Span(*match.span("new"))


def _insertions(said: str) -> list[re.Match[str]]:
    """What says which words are put beside which, in order; of two that share words the first in the order of the patterns."""
    kept: list[re.Match[str]] = []
    for pattern in (*WORDS_IN, WORDS_IN_TOO):
        for match in pattern.finditer(said) if pattern is not WORDS_IN_TOO or kept else ():
            if not any(Span(*match.span()).overlaps(Span(*other.span())) for other in kept):
                kept.append(match)
    return sorted(kept, key=lambda match: match.start())


def _trim(said: str, span: Span) -> Span:
    start, end = span.start, span.end
    if small := re.match(r"(?:is|are|be|of|to|at|est|sont|de|à)\s+", said[start:end]):
        start += small.end()
    while end > start and said[end - 1] in " ,.\n ":
        end -= 1
    return Span(start, end)
