"""The heading of a numbered clause: on its line, below it, or run into its first sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.headings import (
    LONGEST_HEADING,
    HeadingJudge,
    has_verb,
    is_capitals,
    is_title_case,
    looks_like_heading,
    opens_with_phrase,
    run_in_heading,
)
from ingest.markers import Kind, Marker
from ingest.reading import Line
from ingest.subjects import Subjects

_TITLE_WORDS = 6  # a line of more words that ends in a full stop is a sentence
_UNENDED = re.compile(  # no title ends so
    r"\s(?:in|of|the|an?|to|and|or|for|by|with|under|at|on|from|than|that|which|de|du|des|la|les?|et|ou|à|aux?|en|par|pour|dans|sur|qui|que)$"
)
_LIST_ITEMS = frozenset(Kind) - {Kind.ANNEX, Kind.ARTICLE, Kind.DECIMAL, Kind.UPPER_ROMAN, Kind.UPPER_LETTER}


class Captions:
    """Finds the headings of one document's numbered clauses.

    ``taken`` is the index of the last line that belongs to the heading of the line above it (-1 at first).
    """

    def __init__(self, lines: Sequence[Line], markers: Sequence[Marker | None], judge: HeadingJudge) -> None:
        self._lines = lines
        self._markers = markers
        self._judge = judge
        self._subjects = Subjects(line.text for line in lines)
        self.taken = -1

    def of(self, index: int, marker: Marker) -> str | None:
        """The heading of the clause whose number begins the line, None when it has none."""
        line = self._lines[index]
        words = line.text[marker.rest :].rstrip()
        heading = words.strip(" –—-:.\t")
        if not heading:
            return self._heading_below(index)
        whole = line.level is not None or self._judge.is_emphasised(index) or self._stands_alone(index, marker, words)
        whole = whole and not self._begins_sentence_in_capitals(index)
        if whole and len(heading) <= LONGEST_HEADING and marker.kind not in _LIST_ITEMS and ". " not in heading:
            return self._with_continuation(index, heading)
        return run_in_heading(words) or self._subjects.title_before(words)

    def _stands_alone(self, index: int, marker: Marker, words: str) -> bool:
        """Whether the words after the number look like a title, or are all that "Article 4" has on its line."""
        if self._runs_on(index) or not words[0].isupper() or len(words) > LONGEST_HEADING:
            return False
        if has_verb(words) or opens_with_phrase(words):
            return False
        if words.endswith("."):
            return is_title_case(words) and len(words.split()) <= _TITLE_WORDS
        if looks_like_heading(words):
            return True
        labelled = marker.kind in (Kind.ANNEX, Kind.ARTICLE)
        return words[-1] not in (";," if labelled else ";,:") and (labelled or self._gap_below(index))

    def _runs_on(self, index: int) -> bool:
        """Whether the line below goes on with the same sentence."""
        if self._gap_below(index):
            return False
        return self._lines[index + 1].text[:1].islower() or bool(_UNENDED.search(self._lines[index].text))

    def _begins_sentence_in_capitals(self, index: int) -> bool:
        """Whether a line in capitals goes on below in a sentence that is in capitals too."""
        said, below = [self._lines[index].text], index + 1
        while (
            below < len(self._lines)
            and self._markers[below] is None
            and is_capitals(self._lines[below - 1].text)
            and is_capitals(self._lines[below].text)
            and self._judge.continues_sentence(below)
        ):
            said.append(self._lines[below].text)
            below += 1
        return len(said) > 1 and has_verb(" ".join(said))

    def _gap_below(self, index: int) -> bool:
        return index + 1 >= len(self._lines) or self._lines[index + 1].gap

    def _heading_below(self, index: int) -> str | None:
        """A number alone on its line: its heading stands on the next."""
        below = index + 1
        if below >= len(self._lines) or self._markers[below] is not None:
            return None
        text = self._lines[below].text
        if self._judge.is_emphasised(below) or looks_like_heading(text):
            if len(text) > LONGEST_HEADING:
                return run_in_heading(text)
            self.taken = below
            return text.strip(" –—-:.")
        return run_in_heading(text)

    def _with_continuation(self, index: int, heading: str) -> str:
        """Joins the second line of a heading that wraps."""
        below = index + 1
        if below >= len(self._lines) or self._markers[below] is not None:
            return heading
        line, next_line = self._lines[index], self._lines[below]
        same_look = line.bold == next_line.bold and is_capitals(line.text) == is_capitals(next_line.text)
        distinct = (line.bold or is_capitals(line.text)) and self._judge.is_heading(below)
        if next_line.gap or next_line.level is not None or not (same_look and distinct) or len(line.text) < 40:
            return heading
        self.taken = below
        return f"{heading} {next_line.text}"
