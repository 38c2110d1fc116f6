from __future__ import annotations

import pytest

from assistant.wording.leave import Leave, leave, leave_kept, widened
from assistant.wording.plain_wording import plainly

ONLY = "Changes apply only once both parties have signed a change order."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Torrance may not assign the deal without Brackwater's consent.", Leave.CONDITIONAL),
        ("Torrance needs Brackwater's approval to assign the deal.", Leave.CONDITIONAL),
        ("Aucune modification ne prend effet avant la signature des deux parties.", Leave.CONDITIONAL),
        ("Le Prestataire ne peut sous-traiter qu'avec l'accord du Client.", Leave.CONDITIONAL),
        ("Torrance is free to assign the deal.", Leave.FREE),
        ("No consent is required for an assignment within the group.", Leave.FREE),
        ("Torrance may never assign the deal.", Leave.NEVER),
        ("Torrance may not assign it, whether or not Brackwater consents.", Leave.NEVER),
        ("Proceedings may only be brought before the mediation ends.", Leave.ONLY_WITHOUT),
        ("The fee is due in March.", None),
    ],
)
def test_on_what_condition_a_thing_may_be_done(text: str, expected: Leave | None) -> None:
    assert leave(plainly(text)) is expected


def test_one_condition_in_two_shapes_is_kept() -> None:
    assert leave_kept("No change applies before both parties sign.", ONLY)
    assert not leave_kept("Each party is free to change the Services.", ONLY)
    assert leave_kept("The fee is due in March.", ONLY)


def test_whether_or_not_widens_a_rule() -> None:
    assert widened("It ends, whether or not the breach is cured.", "It ends if the breach is not cured.")
    assert not widened("It ends even if the fee is paid.", "It ends even where the fee is paid.")
    assert not widened("It ends if the breach is not cured.", "It ends if the breach is not cured.")
