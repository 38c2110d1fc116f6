from __future__ import annotations

import pytest

from assistant.wording.duty import bound


@pytest.mark.parametrize(
    ("text", "language", "parties"),
    [
        ("The Provider shall notify the Customer.", "en", {"provid"}),
        ("If the Customer asks, the Service Provider must promptly answer.", "en", {"provid"}),
        ("the supplier will pay", "en", {"supplier"}),
        ("Notice shall be given by the Customer in writing.", "en", {"custom"}),
        ("The Provider shall host and the Customer may audit.", "en", {"provid", "custom"}),
        ("Le Prestataire de Services doit avertir le Client.", "fr", {"prestatair"}),
        ("Le Client ne peut résilier.", "fr", {"client"}),
        ("Le Prestataire s'engage à répondre.", "fr", {"prestatair"}),
    ],
)
def test_the_party_before_the_verb_is_bound(text: str, language: str, parties: set[str]) -> None:
    assert bound(text, language) == parties


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Fees shall be paid in advance.", "en"),
        ("They must answer.", "en"),
        ("the response time shall not exceed it", "en"),
        ("Il doit répondre.", "fr"),
        ("The fee is 5 euros.", "en"),
    ],
)
def test_where_no_party_is_plain_none_is_told(text: str, language: str) -> None:
    assert bound(text, language) == frozenset()
