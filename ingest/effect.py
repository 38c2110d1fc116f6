"""When an amendment takes effect: as a whole, and what a sentence of it says. Pure."""

from __future__ import annotations

import re
from datetime import date

from ingest.days import Day, days
from ingest.document import Document, Span
from ingest.effect_words import DOCUMENT_EFFECT, DOCUMENT_MADE, EFFECT, LEADS, UNLESS, WHOLE
from ingest.figure_words import MOVED_FROM
from ingest.sentences import sentences
from ingest.targets import blanked, targets
from ingest.whole_periods import month_begun

_LETTERHEAD = 1_500  # characters of a letter in which its day stands
_ALONE = re.compile(r"(?:[A-ZÀ-Þ][\w’' -]{1,40},\s?)?(?:le\s|the\s|date\s?:\s?)?", re.IGNORECASE)
_TO = re.compile(r"\s*+(?:to|until|au)\s+(?:the\s+)?$", re.IGNORECASE)


def effect_of(document: Document) -> date | None:
    """When the document as a whole says that it takes effect; failing that, when it says that it was made; else None.

    The day of the agreement that it amends stands in its beginning too, and is not taken for its own.
    """
    text = document.text
    made: date | None = None
    for clause in document.clauses:
        for sentence in sentences(text, clause.span):
            for day in days(text, sentence):
                before = " ".join(text[sentence.start : day.span.start].split()) + " "
                alone = LEADS.search(before) and UNLESS.match(text[day.span.end : sentence.end])
                if alone or DOCUMENT_EFFECT.search(before) or _of_all_changes(text, sentence, before):
                    return day.day
                if made is None and (DOCUMENT_MADE.search(before) or _heads_a_letter(text, day)):
                    made = day.day
    return made


def effect_of_sentence(document: Document, sentence: Span) -> date | None:
    """The day from which the sentence itself says that it holds."""
    found = days(document.text, sentence)
    for position, day in enumerate(found):
        before = " ".join(document.text[sentence.start : day.span.start].split()) + " "
        if not EFFECT.search(before) or MOVED_FROM.search(before):
            continue
        gap = document.text[day.span.end : found[position + 1].span.start] if position + 1 < len(found) else ""
        if not _TO.match(gap):  # "from one day to another" is a period, or a day that is moved
            return day.day
    said = blanked(sentence.of(document.text))
    return month_begun(said, Span(0, len(said)))


def _of_all_changes(text: str, sentence: Span, before: str) -> bool:
    """Whether a day is the one from which the agreement as such is changed by all that follows: "as set out in this clause"."""
    bare = blanked(sentence.of(text))
    return EFFECT.search(before) is not None and WHOLE.search(bare) is not None and not targets(bare)


def _heads_a_letter(text: str, day: Day) -> bool:
    """Whether a day stands alone on a line at the top, with a place before it at most: "Nantes, le 3 mars 2025"."""
    if day.span.end > _LETTERHEAD:
        return False
    start = text.rfind("\n", 0, day.span.start) + 1
    end = text.find("\n", day.span.end)
    return not text[day.span.end : end if end >= 0 else len(text)].strip(" .") and (
        _ALONE.fullmatch(text, start, day.span.start) is not None
    )
