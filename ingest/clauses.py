"""Lines -> clause tree. Pure: the same lines give the same clauses.

`ingest.outline` reads the lines from top to bottom with the numbers that are open at that point; here its nodes become clauses with
spans. What stands before the first clause, or after a contents page, is a clause of its own without a number, so
that clauses and furniture always partition the text.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from ingest.canonical import Canonical
from ingest.document import Clause, FurnitureKind, Page, Span, page_at
from ingest.node import Node
from ingest.outline import Outline


@dataclass(frozen=True, slots=True)
class ClauseTree:
    """The clauses of a document in order, and what about their numbers deserves a look."""

    clauses: tuple[Clause, ...]
    warnings: tuple[str, ...] = ()


def find_clauses(canonical: Canonical) -> ClauseTree:
    """The clause tree of a canonical text.

    Args:
        canonical: text, pages, furniture and lines; lines are the body's, in order.
    """
    outline = Outline([placed.line for placed in canonical.lines], [placed.span.start for placed in canonical.lines])
    state = outline.read()
    contents = sorted(f.span for f in canonical.furniture if f.kind is FurnitureKind.CONTENTS)
    tail = [f.span.start for f in canonical.furniture if f.kind is not FurnitureKind.CONTENTS]
    body_end = min(tail, default=len(canonical.text))
    return ClauseTree(_to_clauses(state.nodes, contents, body_end, canonical.pages), tuple(state.warnings))


def _to_clauses(nodes: list[Node], contents: list[Span], body_end: int, pages: tuple[Page, ...]) -> tuple[Clause, ...]:
    """Turn starts into spans that, with the furniture, cover the text exactly once."""
    by_start = {node.start: node for node in nodes}
    for start in [0, *(span.end for span in contents)]:
        if start < body_end and not any(span.start <= start < span.end for span in contents):
            by_start.setdefault(start, Node(start))
    ordered = [by_start[start] for start in sorted(by_start)]
    stops = sorted({*(n.start for n in ordered), *(s.start for s in contents), body_end})
    ids = {id(node): f"c{position}" for position, node in enumerate(ordered, 1)}
    return tuple(
        Clause(
            id=ids[id(node)],
            number=node.number,
            heading=node.heading,
            level=node.level,
            parent=ids[id(node.parent)] if node.parent is not None else None,
            span=Span(node.start, stops[bisect_right(stops, node.start)]),
            page=page_at(pages, node.start),
        )
        for node in ordered
    )


def is_covered(clauses: tuple[Clause, ...], furniture: list[Span], length: int) -> bool:
    """Whether the spans, in order, cover ``length`` characters exactly once (the partition promise)."""
    at = 0
    for span in sorted([c.span for c in clauses] + furniture):
        if span.start != at:
            return False
        at = span.end
    return at == length
