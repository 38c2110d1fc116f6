from __future__ import annotations

import pytest

from assistant.force import force_kept


@pytest.mark.parametrize(
    ("sentence", "source", "kept"),
    [
        ("The Provider must report.", "The Provider shall report.", True),
        ("The Provider may report.", "The Provider shall report.", False),
        ("The Provider may report.", "Le Prestataire rapporte.", False),
        ("The Provider must report.", "The Provider may report.", False),
        ("The Customer is entitled to report.", "Le Client peut rapporter.", True),
        ("The Provider must not report.", "The Provider may not report.", True),
        ("The Provider is not allowed to report.", "The Provider cannot report.", True),
        ("Up to 25% may be subcontracted.", "The share shall not exceed 25%.", True),
        ("The Provider must report a risk.", "Le Prestataire signale un risque qui peut nuire.", True),
        ("The Provider reports.", "The Provider shall report.", True),
    ],
)
def test_a_duty_stays_a_duty_and_a_permission_a_permission(sentence: str, source: str, kept: bool) -> None:
    assert force_kept(sentence, source, source) is kept
