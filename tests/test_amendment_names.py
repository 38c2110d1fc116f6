from __future__ import annotations

import re

import pytest

from ingest.amendment_names import NUMBERED, SAID, TITLE


@pytest.mark.parametrize(
    ("said", "numbered"),
    [
        ("Variation 1", True),
        ("Change Order No. 3", True),
        ("ordre de modification n° 2", True),
        ("a variation 2% or less", False),
        ("une variation 2,5 % des prix", False),
        ("the variation procedure", False),
    ],
)
def test_a_number_names_an_amendment(said: str, numbered: bool) -> None:
    assert (re.search(NUMBERED, said, re.IGNORECASE) is not None) == numbered


def test_a_title_and_an_order_of_precedence_name_one_in_other_words() -> None:
    assert re.search(TITLE, "Variation Agreement", re.IGNORECASE)
    assert not re.search(TITLE, "Annex 7: Change Order", re.IGNORECASE)
    assert re.search(SAID, "a Variation comes first", re.IGNORECASE)
    assert not re.search(SAID, "price variation", re.IGNORECASE)
