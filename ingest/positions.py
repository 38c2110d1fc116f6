"""At which lines of a document each number stands."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from ingest.markers import Kind, Marker, readings

_ITEM_REACH = 300  # lines within which the second item of a list must follow the first


class Positions:
    """The lines at which each number stands that a line begins with, in each family that it could belong to.

    Args:
        markers: what each line begins with, in order.
    """

    def __init__(self, markers: Sequence[Marker | None]) -> None:
        self._lines: dict[tuple[Kind, tuple[int, ...]], list[int]] = defaultdict(list)
        for index, marker in enumerate(markers):
            for reading in readings(marker) if marker else ():
                self._lines[reading.kind, reading.path].append(index)

    def of(self, kind: Kind, path: tuple[int, ...]) -> Sequence[int]:
        """The lines (by index) at which a number stands, in order."""
        return self._lines.get((kind, path), ())

    def before(self, index: int, kind: Kind, path: tuple[int, ...]) -> int | None:
        """The last line above a line at which a number stands."""
        places = self.of(kind, path)
        at = bisect_right(places, index - 1)
        return places[at - 1] if at else None

    def after(self, index: int, kind: Kind, path: tuple[int, ...]) -> int | None:
        """The next line below a line at which a number stands."""
        places = self.of(kind, path)
        at = bisect_right(places, index)
        return places[at] if at < len(places) else None

    def stands_after(self, index: int, kind: Kind, path: tuple[int, ...]) -> bool:
        """Whether a number of that kind and value begins a line further down (an item's: not far down)."""
        place = self.after(index, kind, path)
        return place is not None and (not kind.is_item or place - index <= _ITEM_REACH)

    def has_next(self, index: int, marker: Marker) -> bool:
        """Whether the number that follows a marker begins a line further down."""
        return self.stands_after(index, marker.kind, (*marker.path[:-1], marker.path[-1] + 1))
