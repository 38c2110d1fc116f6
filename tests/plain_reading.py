"""A Canonical made from plain lines and the clauses found in it, for tests of what comes after reading."""

from ingest.canonical import Canonical, assemble
from ingest.clauses import find_clauses
from ingest.reading import Line, Reading

FILLER = "The Provider shall perform the Services with reasonable skill and care throughout the Term of this contract."
OPEN = FILLER[:-1]


def canonical(*lines: str | Line) -> Canonical:
    """One page of lines; an empty string puts a gap above the next line."""
    made: list[Line] = []
    gap = False
    for line in lines:
        if line == "":
            gap = True
            continue
        made.append(line if isinstance(line, Line) else Line(line, 1, gap=gap))
        gap = False
    return assemble(Reading(tuple(made), 1, (0.0,)))


def tree(*lines: str | Line) -> list[tuple[int, str | None, str | None]]:
    """(level, number, heading) of each clause that has a number or a heading."""
    found = find_clauses(canonical(*lines)).clauses
    return [(c.level, c.number, c.heading) for c in found if c.number or c.heading]
