"""How a question was read in its conversation, told in the language of its answer. Pure."""

from __future__ import annotations

_WORDS = {"en": "Read as: {}", "fr": "Compris comme : {}"}


def read_as(searched: str, language: str) -> str:
    """The line that tells it.

    Args:
        searched: the question as it was searched.
        language: of the answer, "en" or "fr"; English for any other.
    """
    return _WORDS.get(language, _WORDS["en"]).format(searched)
