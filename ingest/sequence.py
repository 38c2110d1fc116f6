"""Which clause numbers are of one list, and which comes after which: 4.2 after 4.1, 7A after 7, 8 after 7A. Pure."""

from __future__ import annotations

from ingest.inserted import plain, rank
from ingest.markers import Kind, Marker

LARGEST_GAP = 3  # a number may skip this many values of its list (a clause lost in reading); more is another number


def same_list(one: Marker, other: Marker) -> bool:
    """Whether two numbers are printed alike and of as many parts, so that they may be of one list."""
    if one.kind is not other.kind or len(one.path) != len(other.path):
        return False
    if one.kind is Kind.ARTICLE:
        return one.printed.split()[0].lower() == other.printed.split()[0].lower()
    return True


def follows(one: Marker, other: Marker) -> bool:
    """Whether a number is the very next of another's list, or the next that was put in behind it."""
    if one.path[:-1] != other.path[:-1]:
        return False
    before, now = one.path[-1], other.path[-1]
    if rank(now):
        return plain(now) == plain(before) and rank(now) == rank(before) + 1
    return now - plain(before) == 1


def distance(one: Marker, other: Marker) -> int | None:
    """How far a number counts on from another of the same parent; None where they have other parents, or it was put in later."""
    if one.path[:-1] != other.path[:-1] or rank(other.path[-1]):
        return None
    return other.path[-1] - plain(one.path[-1])
