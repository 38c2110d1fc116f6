"""That a contract says otherwise than a question takes for granted: the sentence that tells so, and where it is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answering.lead import has_exception

_WORDS = {
    "en": {
        "figure": "Not {}: the clause says {}.",
        "figures": "Not {}: the clauses say {}.",
        "figure_except": "Not {}: the clause says {}, with an exception.",
        "and": " and ",
        "endless": "Not {}: the clause sets an indefinite term.",
        "endless_except": "Not {}: the clause sets an indefinite term, with an exception.",
        "law": "The clause names another law.",
        "law_except": "The clause names another law, with an exception.",
        "otherwise": "The clause says otherwise.",
        "otherwise_except": "The clause says otherwise, with an exception.",
    },
    "fr": {
        "figure": "Pas {} : la clause dit {}.",
        "figures": "Pas {} : les clauses disent {}.",
        "figure_except": "Pas {} : la clause dit {}, avec une exception.",
        "and": " et ",
        "endless": "Pas {} : la clause fixe une durée indéterminée.",
        "endless_except": "Pas {} : la clause fixe une durée indéterminée, avec une exception.",
        "law": "La clause désigne un autre droit.",
        "law_except": "La clause désigne un autre droit, avec une exception.",
        "otherwise": "La clause dit autre chose.",
        "otherwise_except": "La clause dit autre chose, avec une exception.",
    },
}


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What is told, and the places of the pieces that say it, the main one first."""

    told: str
    places: tuple[int, ...]


def instead(language: str, asserted: str, given: Sequence[str], excepted: str = "", clauses: int = 1) -> str:
    """The sentence that sets what is said against what is asserted: "Not 60 days: the clause says 30 days."

    Args:
        language: of the reader, "en" or "fr".
        asserted: as it is spoken.
        given: what is said in its place, as it is spoken; one at least.
        excepted: the words of the clause, of which an exception is told where there is one.
        clauses: how many say it.
    """
    words = _WORDS[language]
    *first, last = given
    form = "figures" if clauses > 1 else f"figure{_exception(excepted)}"
    return words[form].format(asserted, words["and"].join((*((", ".join(first),) if first else ()), last)))


def endless(language: str, asserted: str, excepted: str) -> str:
    """The sentence that says that a contract runs without an end, and not for the time asserted.

    Args:
        language: of the reader, "en" or "fr".
        asserted: the time, as it is spoken.
        excepted: the words of the clause, of which an exception is told where there is one.
    """
    return _WORDS[language][f"endless{_exception(excepted)}"].format(asserted)


def otherwise(language: str, what: str, excepted: str) -> str:
    """The sentence that says that a clause says otherwise, without telling what.

    Args:
        language: of the reader, "en" or "fr".
        what: "law", or "otherwise" for anything else.
        excepted: the words of the clause, of which an exception is told where there is one.
    """
    return _WORDS[language][f"{what}{_exception(excepted)}"]


def _exception(words: str) -> str:
    return "_except" if has_exception(words) else ""
