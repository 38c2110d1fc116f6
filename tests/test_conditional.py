from __future__ import annotations

import pytest

from assistant.wording.conditional import is_conditional, opens_with_condition


@pytest.mark.parametrize(
    ("text", "conditional", "opens"),
    [
        ("9.1 If the Client fails to pay, it owes interest.", True, True),
        ("En cas de retard, une pénalité est due.", False, True),
        ("The licence ends once the term has expired.", True, False),
        ("Le prestataire intervient sauf force majeure.", True, False),
        ("The licence lasts two years.", False, False),
    ],
)
def test_what_a_statement_depends_on_is_seen(text: str, conditional: bool, opens: bool) -> None:
    assert is_conditional(text) is conditional
    assert opens_with_condition(text) is opens
