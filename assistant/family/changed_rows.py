"""The cells of a table to which an amendment gives new figures, by the rows that it names: "the share of Gold becomes …". Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.family.changed_words import lines_of
from ingest.document import Span
from ingest.row_figures import row_figures, unit_of
from ingest.targets import blanked
from ingest.words import fold

_SHORTEST = 3  # letters of a row's name


def cell_of_figure(text: str, within: Span, said: str, figure: Span) -> Span | None:
    """The cell that a new figure is put into; None where it cannot be told.

    The sentence names as many rows as it has figures, in the same order; each row has one cell of what the figure counts.

    Args:
        text: the document changed.
        within: the part of it that is named, where the table stands.
        said: the sentence that gives the figures.
        figure: one of these, in ``said``.
    """
    told = row_figures(blanked(said), anywhere=True)
    if told is None or figure not in told[1]:
        return None
    stop, figures = told
    rows = _named_rows(text, within, fold(said[:stop]))
    if len(rows) != len(figures):
        return None
    unit = unit_of(figure.of(said))
    cells = [cell for cell in _cells(text, rows[figures.index(figure)]) if unit_of(cell.of(text)) == unit]
    return cells[0] if len(cells) == 1 else None


def _named_rows(text: str, within: Span, naming: str) -> list[Span]:
    """The rows whose first cell stands in folded words, in the order in which these name them; none where two rows share a name."""
    found: dict[Span, Span] = {}
    for line in lines_of(text, within):
        first, tab, _ = line.of(text).partition("\t")
        name = " ".join(fold(first).split())
        if not tab or sum(map(str.isalpha, name)) < _SHORTEST:
            continue
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", naming):
            place = Span(*match.span())
            if place in found:
                return []
            found[place] = line
    outer = [place for place in found if not any(other != place and other.contains(place) for other in found)]
    rows = [found[place] for place in sorted(outer)]
    return rows if len(set(rows)) == len(rows) else []


def _cells(text: str, row: Span) -> Iterator[Span]:
    """The cells of a row behind its first."""
    at = text.find("\t", row.start, row.end) + 1
    while at:
        tab = text.find("\t", at, row.end)
        end = tab if tab >= 0 else row.end
        if text[at:end].strip() and any(map(str.isdigit, text[at:end])):
            yield Span(at, end)
        at = tab + 1
