"""Neighbours that are easily taken for each other: a response time is no fix time, working hours are not round the clock. Pure.

The pairs are everyday words of IT contracts in English and French, and hold no term of any contract.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.words import fold, fold_in_place

LEFT_OUT = "…"
"""Stands for the words of a question whose place those of a follow-up take."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of two neighbours: its words, and its name in each language."""

    words: re.Pattern[str]
    english: str
    french: str


def _side(words: str, english: str, french: str) -> Side:
    return Side(re.compile(rf"\b(?:{words})\b"), english, french)


_HAPPEN = (
    "correction definitive resolution retablissement reparation contournement incident anomalie panne defaut".split()
)
"""Words before « intervient » where it means that something comes about, and not that somebody comes."""

_PAIRS: tuple[tuple[Side, Side], ...] = (
    (
        _side(
            r"(?<!outside )(?<!outside of )(?<!hors )(?<!hors les )(?<!en dehors des )(?:(?:business|working|office|service|"
            r"support|opening) "
            r"hours|heures (?:ouvrees|ouvrables|de bureau|de service|d'ouverture))",
            "a figure for working hours",
            "un chiffre pour les heures ouvrées",
        ),
        _side(
            r"at night|(?:by|during the) night|night and weekend|overnight|weekends?|24 ?[/x] ?7|(?:at )?all hours|"
            r"non[- ](?:business|working) hours|"
            r"heures non ouvr\w+|astreinte|on[- ]call|round the clock|around the clock|at all times|"
            r"out of hours|la nuit|de nuit|week-?ends?|24 ?h ?(?:/|sur) ?24|jour et nuit|a toute heure|outside (?:of )?\w+ hours|"
            r"(?:hors|en dehors des) heures",
            "one for nights or weekends",
            "celui de la nuit ou du week-end",
        ),
    ),
    (
        _side(
            r"respon(?:se|d\w*)|answer(?!ab)\w*|call(?:ed|s)? (?:\w+ )?back|acknowledg\w*|get back|pr(?:is|en)\w* en (?:charge|compte)|"
            r"(?:re)?pond\w*|reponses?|accus\w* (?:de )?reception|rappel\w*|intervention|"
            + "".join(rf"(?<!{thing} )" for thing in _HAPPEN)
            + r"intervien\w*",
            "a response time",
            "un délai de prise en charge",
        ),
        _side(
            r"resol\w+|fix\w*|repair\w*|restor\w*|workaround|solv\w+|reparer?|repar\w*|retabli\w*|resou\w*|corrig\w*|correction|"
            r"contournement|back up and running",
            "a time to fix",
            "un délai de résolution",
        ),
    ),
    (
        _side(
            r"initial term|premiere periode|periode initiale|duree initiale|first term",
            "the initial term",
            "la durée initiale",
        ),
        _side(r"renew\w*|reconduc\w*|reconduit\w*|renouvel\w*|rolls? over", "a renewal", "une reconduction"),
    ),
    (
        _side(
            r"without (?:a )?(?:cause|reason|giving a reason)|for convenience|walk away|sans motif|sans (?:avoir a )?(?:donner|"
            r"justifier)|"
            r"convenance|at any time",
            "a termination without cause",
            "une résiliation sans motif",
        ),
        _side(
            r"(?:material )?breach\w*|for cause|default\w*|insolven\w*|manquement\w*|faute|inexecution|redressement|liquidation",
            "a termination for breach",
            "une résiliation pour faute",
        ),
    ),
    (
        _side(
            r"hourly|(?:per|an|each|every) hour|de l'heure|a l'heure|taux horaires?|tarifs? horaires?|par heure|chaque heure",
            "a figure by the hour",
            "un montant horaire",
        ),
        _side(
            r"day rates?|daily rates?|(?:per|a|each|every) day|taux journaliers?|tarifs? journaliers?|tjm|par jour|la journee|"
            r"chaque jour",
            "one by the day",
            "un montant journalier",
        ),
    ),
    (
        _side(
            r"monthly|(?:per|a|each|every) month|par mois|mensuel\w*|chaque mois",
            "a monthly figure",
            "un montant mensuel",
        ),
        _side(
            r"yearly|annual\w*|(?:per|a|each|every) year|par an|annuel\w*|chaque annee",
            "a yearly figure",
            "un montant annuel",
        ),
    ),
)


def neighbours(question: str) -> tuple[tuple[Side, Side], ...]:
    """What would come near and not answer: each neighbour of what was asked for, and that itself.

    Args:
        question: as typed, in either language.
    """
    asked = fold(question)
    both = (sides for one, other in _PAIRS for sides in ((one, other), (other, one)))
    return tuple((given, wanted) for given, wanted in both if _only(wanted, given, asked))


def only_near(sides: Sequence[tuple[Side, Side]], text: str) -> bool:
    """Whether a text holds one of these neighbours and not what was asked for (see `neighbours`)."""
    return bool(sides) and any(_only(given, wanted, fold(text)) for given, wanted in sides)


def near_miss(question: str, quote: str) -> tuple[Side, Side] | None:
    """What the quote speaks of and what was asked for, where it holds the one neighbour and not the other; None otherwise.

    Args:
        question: as typed, in either language.
        quote: the words that would answer, with their headings and the header of their table.
    """
    held = fold(quote)
    return next(((given, wanted) for given, wanted in neighbours(question) if _only(given, wanted, held)), None)


def without_neighbour(earlier: str, said: str) -> str | None:
    """The earlier words with "…" for the one neighbour that they hold, where what is said now turns to the other; None otherwise.

    Args:
        earlier: "how fast must they respond to a P1?"
        said: "no, I meant the resolution time"
    """
    before, now = fold_in_place(earlier), fold(said)
    for pair in _PAIRS:
        for held, wanted in (pair, reversed(pair)):
            if _only(wanted, held, now) and _only(held, wanted, before):
                for match in reversed(list(held.words.finditer(before))):
                    earlier = f"{earlier[: match.start()]}{LEFT_OUT}{earlier[match.end() :]}"
                return earlier
    return None


def _only(side: Side, neighbour: Side, text: str) -> bool:
    return bool(side.words.search(text)) and not neighbour.words.search(text)
