from __future__ import annotations

import pytest

from assistant.actors import deeds


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The Provider notifies the Customer.", "en", {"notifi": {"provid"}}),
        ("Brackwater shall not pay; Torrance pays.", "en", {"pay": {"brackwat", "torranc"}}),
        ("Only the customer decides.", "en", {"decid": {"custom"}}),
        ("Le Prestataire ne peut suspendre le Service.", "fr", {"suspendr": {"prestatair"}}),
        ("La décision est prise par le Client.", "fr", {"pris": {"client"}}),
        ("the liability of the Provider ends", "en", {}),
        ("The fee is due.", "en", {}),
    ],
)
def test_the_party_right_before_a_verb_does_it(text: str, language: str, expected: dict[str, set[str]]) -> None:
    assert deeds(text, language) == expected
