"""The quantities of a text as they are written there: "thirty (30) days", "99,5 %", "£250,000". Pure."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from assistant.values.figures import Figure, figures, holds
from ingest.document import Span

_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty "
    "thirty forty fifty sixty seventy eighty ninety hundred thousand million un une deux trois quatre cinq sept huit neuf dix onze "
    "douze treize quatorze quinze seize vingt vingts trente quarante cinquante soixante cent cents mille"
)
_WORD = rf"(?:{'|'.join(_WORDS.split())})"
_DIGITS = r"\d{1,3}(?:[ ,.]\d{3}){1,9}(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
_NUMBER = rf"(?:{_WORD}(?:(?:[ -]|[ -](?:and|et)[ -]){_WORD}){{0,20}}(?:\s+\((?:{_DIGITS})\))?|(?:{_DIGITS})(?:\s+\([a-z -]{{3,30}}\))?)"
_KIND = r"(?:business|working|calendar|clear|consecutive|full)\s+"
_UNIT = (
    r"(?:%|per cent|percent|pour cent|seconds?|minutes?|hours?|days?|weeks?|months?|years?|secondes?|heures?|jours?|semaines?|mois|"
    r"annees?|ans|euros?|€|dollars?|pounds?)(?!\w)(?:\s+(?:ouvres?|ouvrables?|calendaires?)(?!\w))?"
)
_YEAR = r"(?:un|1)(?:\s+\((?:un|1)\))?\s+an"  # of no other number: "7.2 An annex" is the start of a clause
_AGAIN = rf"(?:\s+\((?:{_DIGITS})\s?%\))?"  # "ten per cent (10%)"
_QUANTITY = re.compile(
    rf"(?<![\w.,£€$])(?:{_NUMBER}\s*(?:{_KIND})?{_UNIT}{_AGAIN}|{_YEAR}|[£€$]\s?(?:{_DIGITS})(?:\s?(?:million|k))?)(?![\w])"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit: where it is written, and what it comes to."""

    span: Span
    figure: Figure

    def equals(self, other: Quantity) -> bool:
        """Whether both come to the same: half an hour and 30 minutes do."""
        return holds({self.figure}, other.figure)


def quantities(text: str, span: Span) -> list[Quantity]:
    """The quantities of a part of a text, in order; one whose unit is not plain is left out."""
    aligned = _aligned(span.of(text))
    found = []
    for match in _QUANTITY.finditer(aligned):
        written = Span(span.start + match.start(), span.start + match.end())
        said = set() if written.of(text).endswith("An") else figures(written.of(text))
        if len(said) == 1 and (figure := next(iter(said))).unit:
            found.append(Quantity(written, figure))
    return found


def _aligned(text: str) -> str:
    """Lower case without accents, character for character."""
    return "".join(_plain(character) for character in text)


def _plain(character: str) -> str:
    if character.isspace():
        return " "
    folded = unicodedata.normalize("NFD", character.lower())[:1]
    return folded if len(folded) == 1 else character
