from __future__ import annotations

import pytest

from assistant.wording.redaction import redacted_units, redactions


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("upon [***] days' notice", {"day"}),
        ("upon [*] days' notice", {"day"}),
        ("Contract Year 1\t£[***]", {"pound"}),
        ("une remise de [***] % sur la part", {"percent"}),
        ("a fee of $____ a month", {"dollar"}),
        ("within [REDACTED] months", {"month"}),
        ("Inktomi will [*] and [*]", {""}),
        ("within thirty (30) days", set()),
        ("see [1] and [a]", set()),
    ],
)
def test_the_unit_of_what_was_taken_out_is_told(text: str, units: set[str]) -> None:
    assert redacted_units(text) == units


def test_the_marks_are_given_in_order() -> None:
    assert redactions("[*] or [ *** ] or ______") == ["[*]", "[ *** ]", "______"]
