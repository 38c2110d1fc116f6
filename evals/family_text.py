"""A contract that we wrote, as a Markdown file that the program reads like any other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from evals.training.rows import FamilyClause

_LEVELS = " > "
_CELLS = " | "


def family_markdown(clauses: Sequence[FamilyClause]) -> str:
    """The clauses below their headings; a heading that several share stands once.

    Args:
        clauses: of one contract, in order; the levels of a heading are set apart by " > ", the cells of a table row by " | ".
    """
    lines = ["# AGREEMENT" if clauses[0].lang == "en" else "# CONTRAT"]
    above: list[str] = []
    for clause in clauses:
        path = clause.heading.split(_LEVELS)
        lines += _new_headings(above, path)
        above = path
        lines.append(_body(clause.text))
    return "\n\n".join(lines) + "\n"


def _new_headings(above: Sequence[str], path: Sequence[str]) -> Iterator[str]:
    """The levels of a path from the first that differs from the path above."""
    shared = True
    for level, (before, now) in enumerate(zip_longest(above, path), start=2):
        shared = shared and before == now
        if now is not None and not shared:
            yield f"{'#' * level} {now}"


def _body(text: str) -> str:
    rows = text.split("\n")
    if len(rows) < 2 or not all(_CELLS in row for row in rows):
        return text
    columns = rows[0].count(_CELLS) + 1
    return "\n".join(f"| {row} |" for row in [rows[0], _CELLS.join(["---"] * columns), *rows[1:]])
