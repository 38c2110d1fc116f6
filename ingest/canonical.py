"""Reading -> Canonical: the one text of a document, and what points into it.

Body lines come first, in order, so that a sentence that crosses a page break is unbroken; running headers and footers
follow after the body, in page order. Each line ends with a line break; a vertical gap is an empty line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from ingest.document import Boxes, Doubt, Furniture, FurnitureKind, Page, Span
from ingest.reading import Line, Reading

DOUBTFUL = 0.85
"""Confidence below which a recognised word is a doubt: on clean scans about one word in fifty (`python -m evals.bench.scans`)."""


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line and the span of its text, without its line break."""

    span: Span
    line: Line


@dataclass(frozen=True, slots=True)
class Canonical:
    """The canonical text of a document and what points into it.

    ``pages`` cover the body without a gap (a blank page has an empty span); ``furniture`` is ordered by start and its spans
    include their line breaks; ``boxes`` has every word that the format places, furniture included; ``lines`` are those
    of the body that are no furniture; ``doubts`` are its words of which recognition is not sure.
    """

    text: str
    pages: tuple[Page, ...]
    furniture: tuple[Furniture, ...]
    boxes: Boxes
    lines: tuple[PlacedLine, ...]
    doubts: tuple[Doubt, ...] = ()


def assemble(reading: Reading) -> Canonical:
    """Fix the canonical text of a reading whose furniture is marked."""
    body = [line for line in reading.lines if not _is_running(line)]
    running = sorted((line for line in reading.lines if _is_running(line)), key=lambda line: line.page)
    parts, placed = _write(body)
    body_end = sum(map(len, parts))
    tail_parts, tail = _write(running, body_end)
    return Canonical(
        text="".join([*parts, *tail_parts]),
        pages=_pages(placed, body_end, reading),
        furniture=(*_contents(placed, body_end), *_running(tail)),
        boxes=_boxes([*placed, *tail]),
        lines=tuple(p for p in placed if p.line.furniture is None),
        doubts=tuple(_doubts(placed)),
    )


def _is_running(line: Line) -> bool:
    return line.furniture in (FurnitureKind.HEADER, FurnitureKind.FOOTER)


def _write(lines: Iterable[Line], start: int = 0) -> tuple[list[str], list[PlacedLine]]:
    """The pieces of text that the lines make, and where each line stands when the text before is ``start`` long."""
    parts: list[str] = []
    placed: list[PlacedLine] = []
    position = start
    for line in lines:
        if line.gap and parts and not _is_running(line):
            parts.append("\n")
            position += 1
        placed.append(PlacedLine(Span(position, position + len(line.text)), line))
        parts.append(line.text + "\n")
        position += len(line.text) + 1
    return parts, placed


def _doubts(placed: Iterable[PlacedLine]) -> Iterator[Doubt]:
    for p in placed:
        for word in p.line.words:
            if word.confidence < DOUBTFUL:
                yield Doubt(Span(p.span.start + word.start, p.span.start + word.end), word.confidence)


def _pages(placed: Sequence[PlacedLine], body_end: int, reading: Reading) -> tuple[Page, ...]:
    """Each page from its first line to the next page's first line; the first begins at 0, the last ends the body."""
    count, confidences = reading.page_count, dict(reading.confidences)
    first: dict[int, int] = {}
    for p in placed:
        first.setdefault(p.line.page, p.span.start)
    starts = [body_end] * (count + 1)
    for number in range(count, 0, -1):
        starts[number - 1] = min(first.get(number, body_end), starts[number])
    starts[0] = 0
    return tuple(
        Page(number, Span(starts[number - 1], starts[number]), confidences.get(number))
        for number in range(1, count + 1)
    )


def _contents(placed: Sequence[PlacedLine], body_end: int) -> Iterator[Furniture]:
    """One furniture for each unbroken block of contents lines of a page; it runs on to the line that follows."""
    ends = [*(p.span.start for p in placed), body_end][1:]
    for (kind, page), group in groupby(
        zip(placed, ends, strict=True), key=lambda item: (item[0].line.furniture, item[0].line.page)
    ):
        block = list(group)
        if kind is not None:
            yield Furniture(kind, Span(block[0][0].span.start, block[-1][1]), page)


def _running(tail: Sequence[PlacedLine]) -> Iterator[Furniture]:
    for (kind, page), group in groupby(tail, key=lambda p: (p.line.furniture, p.line.page)):
        block = list(group)
        assert kind is not None, "only furniture stands after the body"
        yield Furniture(kind, Span(block[0].span.start, block[-1].span.end + 1), page)


def _boxes(placed: Iterable[PlacedLine]) -> Boxes:
    boxes = Boxes()
    for p in placed:
        for word in p.line.words:
            boxes.starts.append(p.span.start + word.start)
            boxes.ends.append(p.span.start + word.end)
            boxes.pages.append(p.line.page)
            boxes.corners.extend((word.x0, word.y0, word.x1, word.y1))
    return boxes
