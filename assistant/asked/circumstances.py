"""What happened, told beside what is asked: "invoice of 3 March 2026, when is it due?", "a bill of 800 euros, what credit?". Pure.

Dates and figures of a case stand in no contract. Where the texts found hold none of them, they are no words to look for: taken along, they
would make every clause look farther from the question than it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from assistant.asked.question import Question
from assistant.asked.terms import content_stems
from assistant.values.dates import MONTH_NAMES, moments
from ingest.document import Span
from ingest.words import fold_in_place

_MONTH = "(?:" + "|".join(sorted(MONTH_NAMES, key=len, reverse=True)) + ")"
_MONTH_OF_YEAR = re.compile(rf"\b{_MONTH}(?: of| de)? (?:19|20)\d\d\b")
_ISO = re.compile(r"\b(?:19|20)\d\d-[01]\d-[0-3]\d\b")
_FIGURE = re.compile(
    r"(?<![\w.,/-])\d{1,3}(?:[ ,]\d{3})+(?:[.,]\d{1,2})?(?![\w/-])|(?<![\w.,/-])\d{1,9}(?:[.,]\d{1,4})?(?![\w/-])"
)
_MARKS = re.compile(r"[ ,.]")
_SPACES = re.compile(r"\s{2,}")


def without_circumstances(question: Question, texts: Sequence[str]) -> Question:
    """The question without the dates and figures that none of the texts holds; as it is where nothing to look for would be left.

    Args:
        question: as read; one that names clauses keeps all its figures.
        texts: what was found for it.
    """
    if question.numbers or question.annexes or question.phrases:
        return question
    held = frozenset(key for text in texts for key, _ in _given(fold_in_place(text)))
    kept = replace(
        question,
        text=_without(question.text, held),
        parts=tuple(replace(part, text=_without(part.text, held)) for part in question.parts),
    )
    return kept if content_stems(kept.text, kept.language) else question


def _without(text: str, held: frozenset[str]) -> str:
    gone = [span for key, span in _given(fold_in_place(text)) if key not in held]
    return _SPACES.sub(" ", "".join(_outside(text, gone))).strip() if gone else text


def _outside(text: str, gone: Iterable[Span]) -> Iterator[str]:
    at = 0
    for span in sorted(gone, key=lambda each: (each.start, -each.end)):
        if span.start >= at:
            yield text[at : span.start]
            yield " "
        at = max(at, span.end)
    yield text[at:]


def _given(folded: str) -> Iterator[tuple[str, Span]]:
    """The dates and figures of a folded text: what two ways of writing one share, and where it stands."""
    dated: list[Span] = []
    for moment in moments(folded):
        (value, unit), *year = moment.numbers
        if unit.startswith("date"):
            dated.append(Span(moment.start, moment.end))
            yield f"{unit} {value:g}" + (f" {year[0][0]:g}" if year else ""), dated[-1]
    for form in (_MONTH_OF_YEAR, _ISO):
        for match in form.finditer(folded):
            span = Span(match.start(), match.end())
            if not any(span.overlaps(other) for other in dated):
                dated.append(span)
                yield match.group(), span
    for match in _FIGURE.finditer(folded):
        span = Span(match.start(), match.end())
        if not any(span.overlaps(other) for other in dated):
            yield _MARKS.sub("", match.group()), span
