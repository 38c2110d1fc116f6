"""Whether words assert how long the contract itself runs: "the agreement is for three years", "le contrat dure 3 ans". Pure."""

from __future__ import annotations

import re
from functools import cache

from assistant.asked.terms import content_stems
from ingest.language import detect
from ingest.words import fold, stems_of_either

_LIFE = (
    "agreement contract term duration period life length initial run last continue valid validity force effect year month "
    "hold one two three four five six seven eight nine ten twelve",
    "contrat accord terme durée période vie initial initiale dure courir court valable validité vigueur effet conclu an année mois "
    "un deux trois quatre cinq six sept huit neuf dix douze",
)
_OF_LIFE = re.compile(r"\b(?:agreement|contract|term|contrat|accord|duree)\b")


def asserts_term(said: str) -> bool:
    """Whether a text says nothing but how long the contract runs.

    Args:
        said: what is asserted, with its figure, in English or French.
    """
    language = "fr" if detect(said) == "fr" else "en"
    words = [stem for stem in content_stems(said, language) if not stem.isdigit()]
    return _OF_LIFE.search(fold(said)) is not None and all(word in _life() for word in words)


@cache
def _life() -> frozenset[str]:
    english, french = _LIFE
    return stems_of_either(english) | stems_of_either(french)
