"""When an amendment takes effect: as a whole, and what a sentence of it says. Pure."""

from __future__ import annotations

from datetime import date

from ingest.change_words import (
    DOCUMENT_EFFECT,
    DOCUMENT_MADE,
    EFFECT,
)
from ingest.days import days
from ingest.document import Document, Span
from ingest.figure_words import MOVED_FROM
from ingest.sentences import sentences
from ingest.targets import blanked
from ingest.whole_periods import month_begun


def effect_of(document: Document) -> date | None:
    """When the document as a whole says that it takes effect; failing that, when it says that it was made; else None.

    The day of the agreement that it amends stands in its beginning too, and is not taken for its own.
    """
    made: date | None = None
    for clause in document.clauses:
        for sentence in sentences(document.text, clause.span):
            for day in days(document.text, sentence):
                before = " ".join(document.text[sentence.start : day.span.start].split()) + " "
                if DOCUMENT_EFFECT.search(before):
                    return day.day
                if made is None and DOCUMENT_MADE.search(before):
                    made = day.day
    return made


def effect_of_sentence(document: Document, sentence: Span) -> date | None:
    """The day from which the sentence itself says that it holds."""
    for day in days(document.text, sentence):
        before = " ".join(document.text[sentence.start : day.span.start].split()) + " "
        if EFFECT.search(before) and not MOVED_FROM.search(before):
            return day.day
    said = blanked(sentence.of(document.text))
    return month_begun(said, Span(0, len(said)))
