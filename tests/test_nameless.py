from __future__ import annotations

import pytest

from assistant.naming.nameless import nameless

NAMES = {"acme", "zenith", "d-net"}


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("Acme, how fast must they call us back?", "how fast must they call us back?"),
        ("Where are Zenith's servers?", "Where are servers?"),
        ("Les factures d'Acme, on les paie quand ?", "Les factures, on les paie quand ?"),
        ("combien facture D-Net par mois (Zenith) ?", "combien facture par mois ?"),
        ("how much notice do we give?", "how much notice do we give?"),
        ("Zenith: notice?", "Zenith: notice?"),  # one word is no question
        ("", ""),
    ],
)
def test_names_go_with_what_hangs_on_them(question: str, left: str) -> None:
    assert nameless(question, lambda word: word.casefold() in NAMES) == left
