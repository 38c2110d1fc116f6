"""Which lines are no clause text: running headers and footers, page numbers, contents pages.

Nothing is removed: `Line.furniture` says what a line is. What a format itself declares (a Word header) is kept.
"""

from __future__ import annotations

from dataclasses import replace

from ingest.contents import contents_lines
from ingest.document import FurnitureKind
from ingest.firstprint import first_print_lines
from ingest.pagenumbers import page_number_lines
from ingest.reading import Reading
from ingest.running import running_lines


def mark_furniture(reading: Reading) -> Reading:
    """The same reading with `Line.furniture` set on headers, footers and contents lines."""
    kinds = page_number_lines(reading)
    for index in first_print_lines(reading, kinds.keys()):
        kinds[index] = FurnitureKind.FOOTER
    kinds.update(running_lines(reading, kinds))
    kinds.update(dict.fromkeys(contents_lines(reading, kinds.keys()), FurnitureKind.CONTENTS))
    lines = tuple(
        replace(line, furniture=kinds[i]) if i in kinds and line.furniture is None else line
        for i, line in enumerate(reading.lines)
    )
    return replace(reading, lines=lines)
