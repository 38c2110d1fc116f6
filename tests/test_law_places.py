from __future__ import annotations

import pytest

from assistant.values.law_places import are_of_other_law, law_places


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("It is governed by the laws of the State of Texas.", {"texas"}),
        ("This Agreement is governed by English law; the courts of New York have jurisdiction.", {"england"}),
        ("Le contrat est régi par le droit français.", {"france"}),
        ("le droit applicable est celui du Delaware", {"delaware"}),
        ("The office is in Texas.", set()),
        ("The Supplier complies with all applicable laws.", set()),
    ],
)
def test_the_place_of_the_law_is_told(sentence: str, places: set[str]) -> None:
    assert law_places(sentence) == places


@pytest.mark.parametrize(
    ("asserted", "given", "other"),
    [
        ({"texas"}, {"delaware"}, True),
        ({"france"}, {"england"}, True),
        ({"texas"}, {"texas"}, False),
        ({"england"}, {"united kingdom", "scotland"}, False),
        ({"america"}, {"texas"}, False),
        (set(), {"texas"}, False),
        ({"texas"}, set(), False),
    ],
)
def test_one_law_may_be_part_of_another(asserted: set[str], given: set[str], other: bool) -> None:
    assert are_of_other_law(frozenset(asserted), frozenset(given)) is other
