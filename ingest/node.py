"""What the clause tree is built from while lines are read: nodes, and what is open at a line."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.markers import Marker


@dataclass(slots=True)
class Node:
    """A clause in the making: where it begins, what it is called, what it hangs on."""

    start: int
    number: str | None = None
    heading: str | None = None
    parent: Node | None = None
    marker: Marker | None = None
    declared: int | None = None
    strong: bool = False

    @property
    def level(self) -> int:
        """Depth in the tree, from 1."""
        return 1 if self.parent is None else self.parent.level + 1


@dataclass(slots=True)
class State:
    """What is open while the lines are read: the annex, the chain of open numbers, the last heading without a number, and the index of
    the line at which a signature block began.
    """

    nodes: list[Node] = field(default_factory=list)
    annex: Node | None = None
    chain: list[Node] = field(default_factory=list)
    heading: Node | None = None
    warnings: list[str] = field(default_factory=list)
    signatures: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a number hangs: its parent, how much of the chain stays open above it, the sibling it counts on from."""

    parent: Node | None
    keep: int
    sibling: Node | None = None


def is_above(node: Node, below: Node) -> bool:
    """Whether ``node`` is an ancestor of ``below``."""
    while below.parent is not None:
        below = below.parent
        if below is node:
            return True
    return False
