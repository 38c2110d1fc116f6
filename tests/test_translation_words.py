from __future__ import annotations

import pytest

from assistant.answering.translation_words import translation_told


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "Translation by the model, not the contract's words: Payez."),
        ("fr", "Traduction par le modèle, et non les mots du contrat : Payez."),
        ("und", "Translation by the model, not the contract's words: Payez."),
    ],
)
def test_a_translation_says_what_it_is_in_the_readers_language(language: str, told: str) -> None:
    assert translation_told("Payez.", language) == told
