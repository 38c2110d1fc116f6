"""States and cities that French writes otherwise than English: "Californie", "Londres", "Pékin". Pure."""

from __future__ import annotations

from ingest.words import fold

_PAIRS = (
    "californie california|caroline carolina|caroline-du-nord north-carolina|caroline-du-sud south-carolina|floride florida|"
    "georgie georgia|louisiane louisiana|nouveau-mexique new-mexico|pennsylvanie pennsylvania|virginie virginia|"
    "virginie-occidentale west-virginia|hawai hawaii|colombie-britannique british-columbia|nouvelle-ecosse nova-scotia|"
    "alger algiers|anvers antwerp|athenes athens|bale basel|barcelone barcelona|berne bern|bruxelles brussels|bucarest bucharest|"
    "le-caire cairo|copenhague copenhagen|cracovie krakow|douvres dover|dresde dresden|edimbourg edinburgh|florence firenze|"
    "francfort frankfurt|gand ghent|geneve geneva|genes genoa|hambourg hamburg|la-haye the-hague|lisbonne lisbon|londres london|"
    "milan milano|moscou moscow|nuremberg nurnberg|pekin beijing|philadelphie philadelphia|rome roma|salonique thessaloniki|"
    "seoul seoul|singapour singapore|tanger tangier|turin torino|varsovie warsaw|venise venice|vienne vienna|canton guangzhou"
)
_ENGLISH = dict(pair.split() for pair in _PAIRS.split("|"))
_FRENCH = {english: french for french, english in _ENGLISH.items()}

FRENCH_PLACES = tuple(_ENGLISH)
"""Their French names, folded, the words of each joined by hyphens."""


def in_english(place: str) -> str:
    """The English name of a place, folded; one that both languages write alike, or that is not known, as it is.

    Args:
        place: its name in either language; of several words with blanks or hyphens.
    """
    folded = fold(place)
    found = _ENGLISH.get(folded.replace(" ", "-"))
    return found.replace("-", " ") if found else folded


def other_spelling(place: str) -> str | None:
    """The name of a place in the other language, folded; None where it is not known or written alike."""
    key = fold(place).replace(" ", "-")
    found = _ENGLISH.get(key) or _FRENCH.get(key)
    return found.replace("-", " ") if found and found != key else None
