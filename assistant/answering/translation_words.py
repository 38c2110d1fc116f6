"""What a reader is told of a translation, in English and French. Pure."""

from __future__ import annotations

TRANSLATED = {
    "en": "Translation by the model, not the contract's words",
    "fr": "Traduction par le modèle, et non les mots du contrat",
}
"""What stands before every translation, in the reader's language."""


def translation_told(translation: str, language: str) -> str:
    """A translation with what it is before it.

    Args:
        translation: of a quote, not empty.
        language: the reader's, "en" or "fr"; English for any other.
    """
    colon = " : " if language == "fr" else ": "
    return f"{TRANSLATED.get(language, TRANSLATED['en'])}{colon}{translation}"
