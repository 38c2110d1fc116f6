"""Two documents clause by clause: which clause became which, what is new and what is gone. Pure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ingest.document import Clause, Document
from ingest.words import fold

_ALIKE = 0.5  # of two clauses' words, from which they are one clause with changes
_ALIKE_NAMED = 0.2  # the same, for clauses of one number or one heading
_WORD = re.compile(r"\w+")
_MOST_COMPARED = 250_000  # pairs of clauses that are compared by their words


class Change(StrEnum):
    """What became of a clause."""

    SAME = "same"
    RENUMBERED = "renumbered"  # the same words under another number
    CHANGED = "changed"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Pair:
    """A clause of the left document and the one that it became; one side is None for a clause that only the other has."""

    change: Change
    left: Clause | None
    right: Clause | None


@dataclass(frozen=True, slots=True)
class _Side:
    """A clause with what it is compared by: its number and heading folded, its words in order, and these as a set."""

    clause: Clause
    number: str
    heading: str
    words: tuple[str, ...]
    bag: frozenset[str]


def aligned(left: Document, right: Document) -> list[Pair]:
    """The clauses of two documents, paired, in the order of the right one; what is gone stands where it stood.

    Clauses are paired by their words first, then by number and heading where their words are somewhat alike, then by their words where
    these are much alike. Spaces, line breaks and numbers make no difference.
    """
    ours, theirs = _sides(left), _sides(right)
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for key, least in (
        (lambda side: " ".join(side.words), 0.0),
        (lambda side: f"{side.number}|{side.heading}" if side.number and side.heading else "", _ALIKE_NAMED),
        (lambda side: side.heading, _ALIKE_NAMED),
        (lambda side: side.number, _ALIKE_NAMED),
    ):
        _pair(ours, theirs, pairs, taken, key, least)
    _pair_alike(ours, theirs, pairs, taken)
    return _ordered(ours, theirs, pairs)


def _sides(document: Document) -> list[_Side]:
    sides = []
    for clause in document.clauses:
        text = fold(clause.span.of(document.text))
        number = fold(clause.number or "")
        words = tuple(_WORD.findall(text[len(number) :] if number and text.startswith(number) else text))
        if words or number:
            sides.append(_Side(clause, number, fold(clause.heading or ""), words, frozenset(words)))
    return sides


def _pair(
    ours: Sequence[_Side],
    theirs: Sequence[_Side],
    pairs: dict[int, int],
    taken: set[int],
    key: Callable[[_Side], str],
    least: float,
) -> None:
    """Pair what has one key on both sides, the first with the first, when enough of its words are alike."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, side in enumerate(theirs):
        if at not in taken and key(side):
            places[key(side)].append(at)
    for at, side in enumerate(ours):
        if at in pairs:
            continue
        for other in places.get(key(side), ()):
            if other not in taken and _likeness(side, theirs[other]) >= least:
                pairs[at] = other
                taken.add(other)
                break


def _pair_alike(ours: Sequence[_Side], theirs: Sequence[_Side], pairs: dict[int, int], taken: set[int]) -> None:
    """Pair what is left by its words, the most alike first."""
    left = [at for at in range(len(ours)) if at not in pairs]
    right = [at for at in range(len(theirs)) if at not in taken]
    if len(left) * len(right) > _MOST_COMPARED:
        return
    scored = [(_likeness(ours[a], theirs[b]), a, b) for a in left for b in right]
    for score, a, b in sorted(scored, key=lambda each: (-each[0], each[1], each[2])):
        if score >= _ALIKE and a not in pairs and b not in taken:
            pairs[a] = b
            taken.add(b)


def _likeness(one: _Side, other: _Side) -> float:
    if not one.bag or not other.bag:
        return 1.0 if one.bag == other.bag else 0.0
    return len(one.bag & other.bag) / len(one.bag | other.bag)


def _ordered(ours: Sequence[_Side], theirs: Sequence[_Side], pairs: dict[int, int]) -> list[Pair]:
    back = {right: left for left, right in pairs.items()}
    made: list[Pair] = []
    gone = iter([at for at in range(len(ours)) if at not in pairs])
    waiting = next(gone, None)
    for at, side in enumerate(theirs):
        before = back.get(at)
        while waiting is not None and before is not None and waiting < before:
            made.append(Pair(Change.REMOVED, ours[waiting].clause, None))
            waiting = next(gone, None)
        made.append(Pair(Change.ADDED, None, side.clause) if before is None else _paired(ours[before], side))
    while waiting is not None:
        made.append(Pair(Change.REMOVED, ours[waiting].clause, None))
        waiting = next(gone, None)
    return made


def _paired(one: _Side, other: _Side) -> Pair:
    unchanged = Change.SAME if one.number == other.number else Change.RENUMBERED
    return Pair(unchanged if one.words == other.words else Change.CHANGED, one.clause, other.clause)


def counted(pairs: Sequence[Pair]) -> dict[str, int]:
    """How many pairs there are of each kind."""
    return {change.value: sum(pair.change is change for pair in pairs) for change in Change}
