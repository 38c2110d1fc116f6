"""The heading of a numbered clause: on its line, below it, or run into its first sentence."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.headings import LONGEST_HEADING, HeadingJudge, is_capitals, looks_like_heading, run_in_heading
from ingest.markers import Kind, Marker
from ingest.reading import Line


class Captions:
    """Finds the headings of one document's numbered clauses.

    ``taken`` is the index of the last line that belongs to the heading of the line above it (-1 at first).
    """

    def __init__(self, lines: Sequence[Line], markers: Sequence[Marker | None], judge: HeadingJudge) -> None:
        self._lines = lines
        self._markers = markers
        self._judge = judge
        self.taken = -1

    def of(self, index: int, marker: Marker) -> str | None:
        """The heading of the clause whose number begins the line, None when it has none."""
        line = self._lines[index]
        rest = line.text[marker.rest :].strip(" –—-:.\t")
        if not rest:
            return self._heading_below(index)
        whole = line.level is not None or self._judge.is_emphasised(index) or self._stands_alone(index, marker, rest)
        if whole and len(rest) <= LONGEST_HEADING and not marker.kind.is_item and ". " not in rest:
            return self._with_continuation(index, rest)
        return run_in_heading(line.text[marker.rest :])

    def _stands_alone(self, index: int, marker: Marker, rest: str) -> bool:
        """Whether the words after the number look like a title, or are all that "Article 4" has on its line."""
        if looks_like_heading(rest):
            return True
        if index + 1 >= len(self._lines) or len(rest) > LONGEST_HEADING or rest[-1] in ".;,":
            return False
        below = self._lines[index + 1]
        return below.gap or (marker.kind in (Kind.ANNEX, Kind.ARTICLE) and below.text[:1].isupper())

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
