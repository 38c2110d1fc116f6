"""A Canonical made from plain lines, for tests of what comes after reading."""

from ingest.canonical import Canonical, assemble
from ingest.reading import Line, Reading


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
