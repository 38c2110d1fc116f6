"""How a question was read in its conversation, told in the language of its answer. Pure."""

from __future__ import annotations

from collections.abc import Sequence

_NAMES_TOO = {
    "en": "The question names {named}; this answers for {contract}, which is chosen.",
    "fr": "La question nomme {named} ; cette réponse vaut pour {contract}, qui est choisi.",
}
_WORDS = {"en": "Read as: {}", "fr": "Compris comme : {}"}


def read_as(searched: str, language: str) -> str:
    """The line that tells it.

    Args:
        searched: the question as it was searched.
        language: of the answer, "en" or "fr"; English for any other.
    """
    return _WORDS.get(language, _WORDS["en"]).format(searched)


def names_too(named: Sequence[str], contract: str, language: str) -> str:
    """The line that tells that a question names other contracts than the one that was chosen, which answers.

    Args:
        named: the names of those others.
        contract: the name of the one that answers.
        language: in which it is told, "en" or "fr"; English for any other.
    """
    return _NAMES_TOO.get(language, _NAMES_TOO["en"]).format(named=", ".join(named), contract=contract)
