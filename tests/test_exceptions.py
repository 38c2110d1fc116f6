from __future__ import annotations

import pytest

from assistant.exceptions import exception_kept

RULE = "The Provider shall inform no one, unless the law obliges it to."
FIRM = "The Provider shall inform no one."


@pytest.mark.parametrize(
    ("sentence", "source", "kept"),
    [
        ("The Provider informs no one, except where the law obliges it.", RULE, True),
        ("Le Prestataire n'informe personne, sauf si la loi l'y oblige.", RULE, True),
        ("The Provider informs someone only if the law obliges it.", RULE, True),
        ("The Provider informs no one.", RULE, False),
        ("The Provider informs no one, unless asked.", FIRM, False),
        ("The Provider informs no one.", FIRM, True),
        ("All is accepted, the plan included.", "All is accepted, except the plan.", False),
        (
            "Each party always bears its costs.",
            "Each party bears its costs. However, the Provider repays them after a breach.",
            False,
        ),
        ("Each party always bears its costs.", "Each party bears its costs.", True),
    ],
)
def test_exceptions_are_neither_dropped_nor_made_up(sentence: str, source: str, kept: bool) -> None:
    nearest = source.split(". ")[0]
    assert exception_kept(sentence, nearest, source) is kept
