"""From what a period is counted, and which way: "30 days before expiry", "within 24 hours of becoming aware", "à l'avance". Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from assistant.asked.terms import content_stems
from assistant.values.figures import Figure, figures
from ingest.words import fold

_UNIT = (
    r"(?P<unit>\b(?:(?:business|working|calendar)\s+)?(?:hours?|days?|weeks?|months?|years?|heures?|jours?|semaines?|mois|ans?|annees?)\b"
    r"(?:\s+(?:ouvres?|ouvrables?|calendaires?|francs?))?)'?"
)
_BEFORE = (
    r"before|prior to|preceding|in advance|ahead of|ahead|earlier|notice|beforehand|avant|"
    r"(?:period )?(?:immediately )?preceding|(?:that|which) precedes?|qui preced\w+|precedant|a l'avance|de preavis|au prealable|plus tot"
)
_AFTER = (
    r"of|de(?= (?:la|l'|sa|son|leur)\b)|from|after|following|thereafter|later|a compter d\w*|a partir d\w*|apres|suivant|"
    r"qui sui\w+|plus tard|(?:that|which) follows?|(?:period )?(?:immediately )?following|"
    r"des l\w*|of (?:its|the|his)|"
    r"to run from"
)
_ANCHOR = re.compile(
    rf"{_UNIT}\s+(?:(?P<before>{_BEFORE})|(?P<after>{_AFTER}))\b(?:\s+(?:l[ae]s?|the|its|their|sa|son|ses|an?|d'|l'|"
    rf"une?)\b)*\s*(?P<event>[^,;.:()]{{0,70}})"
)
_NOTICE = re.compile(r"in advance|ahead|notice|beforehand|a l'avance|de preavis|au prealable|earlier|plus tot")
_DAY_WORDS = frozenset("date day jour dat".split())  # stems
_NOTICE_OF = re.compile(r"(?:preavis|notice) (?:\w+ )?(?:de|d'|of)[^,;.]{0,30}$")
_COUNTED_FROM = re.compile(
    r"\b(?:(?:a compter|a partir) d(?:e|u|es)|(?:run|runs|start|starts|starting|begin|begins|counted|calculated|"
    r"count|counts|clock|interest|months?|"
    r"days?|most|years?|accrues?)\s+(?:\w+\s+)?from)\b\s*(?:la |les? |l'|sa |son |the |its |a )*(?P<event>[^,;.:()]{3,60})"
)
_ONCE = re.compile(  # "once the Client has confirmed it, destroy every copy within ten days"
    r"\b(?:once|as soon as|after|when|upon|following|une fois(?: que)?|des (?:que|l)|apres|lorsque|a compter de|"
    r"a reception de)\b(?P<event>[^,;.]{3,90}),[^;.]{3,80}?"
    r"\b(?:within|sous|dans (?:les|un delai de))\s(?P<within>[^,;.]{3,30})"
)
_UPON = re.compile(
    r"\b(?:upon|as soon as|once(?! (?:a|an|per|each|every|in|the \w+ is)\b)|on(?= (?:full |complete |written |final )?(?:\w+(?:ment|"
    r"ion|ance|ry|ipt|al|ature)\b))|(?:takes? effect|enters? into force|prend effet|entre en vigueur) (?:on|upon|from|at|as of|à|"
    r"au|le)|dès(?: que)?(?= [lu\w])|lors de|une fois que?)\s"
    r"(?:l[ae]s?|the|its|their|sa|son|ses|an?|d'|l'|une?)?\s*(?P<event>[^,;.:()]{3,70})"
)
_UNCOUNTED = Figure(0.0, "")  # the period of an event from which something unnamed is counted
_NUMBER_REACH = 34  # characters before a unit within which its number stands
_SAME_BREATH = 4  # characters from a period to what names its event
_EVENT_WORDS = 5


class Way(Enum):
    """Which way a period is counted from its event."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A period, which way it is counted, and the stems of the event that it is counted from."""

    period: Figure
    way: Way
    event: frozenset[str]


def anchors(text: str, language: str) -> list[Anchor]:
    """The anchored periods of a text.

    Args:
        text: sentences in English or French.
        language: "en" or "fr", for the stems.
    """
    return list(_found(fold(text), language))


def anchors_kept(said: Sequence[Anchor], held: Sequence[Anchor], same: Mapping[str, frozenset[str]]) -> bool:
    """Whether each period of a sentence is counted as its source counts it, as far as both say it.

    Args:
        said: the anchors of a sentence.
        held: those of its source.
        same: for a stem of the sentence, the stems of the source that mean the same.
    """
    for anchor in said:
        others = [other for other in held if other.period == anchor.period]
        if others and not any(_agree(anchor, other, same) for other in others):
            return False
    return True


def triggers(text: str, language: str) -> list[frozenset[str]]:
    """The content stems of each event on which a text lets something happen ("upon full payment", "dès la livraison").

    Args:
        text: sentences in English or French.
        language: "en" or "fr", for the stems.
    """
    found = (
        frozenset(content_stems(match["event"], language)[:_EVENT_WORDS]) - _DAY_WORDS
        for match in _UPON.finditer(text.casefold())
    )
    return [event for event in found if event]


def triggers_kept(
    said: Sequence[frozenset[str]], held: Sequence[frozenset[str]], same: Mapping[str, frozenset[str]]
) -> bool:
    """Whether each event of a sentence is one of its source's, where both name some and the words can be compared.

    Args:
        said: the events of a sentence (`triggers`).
        held: those of its source.
        same: for a stem of the sentence, the stems of the source that mean the same.
    """
    if not held:
        return True
    for event in said:
        known = [stem for stem in event if stem in same]
        if known and not any((same[stem] | {stem}) & other for stem in known for other in held):
            return False
    return True


def _agree(one: Anchor, other: Anchor, same: Mapping[str, frozenset[str]]) -> bool:
    if one.way is not other.way:
        return False
    known = [stem for stem in one.event if stem in same]
    return not known or not other.event or any((same[stem] or {stem}) & other.event for stem in known)


def _found(folded: str, language: str) -> Iterator[Anchor]:
    for match in _ANCHOR.finditer(folded):
        before = folded[max(0, match.start() - _NUMBER_REACH) : match.start()]
        period = [f for f in figures(f"{before[before.rfind(',') + 1 :]}{match['unit']}") if f.unit]
        if not period:
            continue
        notice = _NOTICE_OF.search(before)
        way = Way.BEFORE if match["before"] or notice else Way.AFTER
        told = notice or _NOTICE.fullmatch(match["before"] or "")  # "of" what it is notice is no event to count from
        yield Anchor(max(period), way, frozenset() if told else _event(match["event"], language))
    for match in _COUNTED_FROM.finditer(folded):
        yield Anchor(_UNCOUNTED, Way.AFTER, _event(match["event"], language))
    for match in _ONCE.finditer(folded):
        counted = any(
            match.start("within") <= one.start() <= match.end("within") + _SAME_BREATH
            for one in _ANCHOR.finditer(folded)
        )
        for within in () if counted else figures(match["within"]):
            if within.unit:
                yield Anchor(within, Way.AFTER, _event(match["event"], language))


def _event(words: str, language: str) -> frozenset[str]:
    """The stems that name an event: the first few that count, but "date" and "day"."""
    return frozenset(content_stems(words, language)[:_EVENT_WORDS]) - _DAY_WORDS
