"""Which clause number comes after which."""

from __future__ import annotations

import pytest

from ingest.markers import Marker, find_marker
from ingest.sequence import distance, follows, same_list


def _marker(text: str) -> Marker:
    marker = find_marker(text)
    assert marker is not None
    return marker


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("7.", "8.", True),
        ("7.", "7A.", True),
        ("7A.", "7B.", True),
        ("7A.", "8.", True),
        ("7A.1 One", "7A.2 Two", True),
        ("4.2A Rate", "4.3 Date", True),
        ("7.", "7B.", False),
        ("6.", "7A.", False),
        ("7.1 One", "7A.2 Two", False),
    ],
)
def test_what_follows(one: str, other: str, expected: bool) -> None:
    assert follows(_marker(one), _marker(other)) is expected


def test_articles_and_numbers_are_no_list() -> None:
    assert same_list(_marker("Article 7"), _marker("Article 7 bis"))
    assert not same_list(_marker("Article 7"), _marker("8."))


def test_how_far_numbers_lie_apart() -> None:
    assert distance(_marker("7A."), _marker("9.")) == 2
    assert distance(_marker("7."), _marker("7A.")) is None
    assert distance(_marker("7.1 One"), _marker("8.2 Two")) is None
