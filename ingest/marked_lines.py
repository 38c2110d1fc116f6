"""The body lines of one document with the numbers that they begin with: what tells clauses from figures reads them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ingest.headings import HeadingJudge
from ingest.markers import Marker, find_marker
from ingest.positions import Positions
from ingest.reading import Line


class MarkedLines:
    """The lines, what each begins with, where each number stands, and which line looks like a heading.

    Args:
        lines: the body lines of the document in order.
        judge: of the same lines.
        quoted: the lines (by index) that stand within a quotation, whose numbers are not the document's own.
    """

    def __init__(self, lines: Sequence[Line], judge: HeadingJudge, quoted: Collection[int] = ()) -> None:
        self.lines = lines
        self.judge = judge
        self.markers: Sequence[Marker | None] = [
            None if line.table or index in quoted else find_marker(line.text) for index, line in enumerate(lines)
        ]
        self.positions = Positions(self.markers)
