"""At which hours: what people type ("at night", "le week-end", "at 2 am"), and what contracts say ("24/7", "Heures Ouvrées"). Pure.

The words are those of everyday and of contract English and French, matched folded (`ingest.words.fold_in_place`).
"""

from __future__ import annotations

import re

from assistant.values.week import SURELY_OUT_OF_HOURS, asked_half_hours
from ingest.words import fold, fold_in_place

_DAYS = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?|lundis?|mardis?|mercredis?|jeudis?|vendredis?|samedis?|dimanches?"
)
_WORDS = (
    rf"nights?|nuits?|night ?time|overnight|nocturne|week-? ?ends?|{_DAYS}|(?:public |bank )?holidays?|jours? feries?|evenings?|"
    rf"soirs?|soiree|"
    r"(?:business|working|office|opening|core) hours|heures (?:ouvrees|ouvrables|de bureau|non ouvrees|non ouvrables)|out of hours|"
    r"24 ?[/x] ?7|midnight|minuit|round the clock|around the clock"
)
_CLOCK = (
    r"[01]?\d(?:[:.][0-5]\d)?\s?[ap]\.?m\b\.?|[012]?\d:[0-5]\d|[012]?\d o'clock|\w+ in the (?:morning|afternoon|evening)|"
    r"in the middle of the night|[012]?\d ?h(?:eures?)?(?: ?[0-5]\d)? du (?:matin|soir)|(?<=a )[012]?\d ?h(?:eures?)?(?: ?[0-5]\d)?\b"
)
_BEFORE = r"(?:at|by|on|over|during|in|outside(?: of)?|out of|after|the|a|an|la|le|les|de|du|des|en|pendant|durant|hors|vers|en dehors)"
_ASKED = re.compile(
    rf"\b(?:{_BEFORE}\s+){{0,3}}(?:{_WORDS}|{_CLOCK})(?:\s+(?:du matin|de la nuit|du soir|in the morning|at night))?(?!\w)"
)
_TOLD = re.compile(
    rf"\b(?:{_WORDS}|all (?:hours|times)|every day|"
    r"seven[ -]days[ -]a[ -]week|24[ -]?h(?:ours?|eures?)?\b|7 ?(?:j(?:ours)?|days?)? ?(?:/|sur|"
    rf"par|a) ?(?:7|week|semaine)|"
    r"a toute heure|en permanence|jour et nuit|astreinte|on[- ]call|non[- ](?:business|working) hours|[012]?\d:[0-5]\d|"
    r"[01]?\d(?::[0-5]\d)? ?[ap]\.?m\b|[012]?\d h [0-5]\d|de [012]?\d ?h(?:eures)? a [012]?\d ?h)\b"
)


def spans_of_hours(text: str) -> list[tuple[int, int]]:
    """Where something typed says at which hours, as (start, end) in characters.

    Args:
        text: as typed; of at most some thousand characters.
    """
    return [match.span() for match in _ASKED.finditer(fold_in_place(text))]


def names_hours(text: str) -> bool:
    """Whether something typed says at which hours."""
    return bool(spans_of_hours(text))


def tells_hours(text: str) -> bool:
    """Whether words of a contract tell at which hours something holds."""
    return bool(_TOLD.search(fold(text)))


def with_night(text: str) -> str:
    """A question with the word for it where it asks about an hour of the night or of Sunday ("at 2 am"); else as it is.

    Args:
        text: as typed.
    """
    asked = asked_half_hours(text)
    return f"{text} (at night)" if asked and asked <= SURELY_OUT_OF_HOURS else text
