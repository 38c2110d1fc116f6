"""Text that was blacked out or left blank before the contract was filed or signed: "[***]", "[REDACTED]", "____". Pure."""

from __future__ import annotations

import re
from enum import Enum

from assistant.values.figures import figures

_MARK = re.compile(
    r"\[\s*(?:\*+\s*)+\]|\[\s*(?:redacted|omitted|confidential(?: treatment requested)?|withheld|deleted|caviardé|occulté|masqué|"
    r"supprimé|confidentiel|[●•■█xX…]+|_+|\.{3,})\s*\]|(?<!\*)\*{3,}(?!\*)|█{2,}|■{2,}|●{2,}|_{4,}|(?:\.\s?){8,}|\(\s*\*+\s*\)",
    re.IGNORECASE,
)

_BLACKED_OUT = re.compile(  # surely: a row of stars or dots may part two sections, too
    r"\[\s*(?:\*+\s*)+\]|\[\s*(?:redacted|omitted|confidential treatment requested|withheld|caviardé|occulté|masqué|[●•■█]+)\s*\]|"
    r"█{2,}|■{2,}",
    re.IGNORECASE,
)
_BLANK = re.compile(
    r"\[\s*_+\s*\]|_{4,}|"
    r"\[\s*(?:fill in|tb[acd]|insert\b|to be (?:completed|determined|agreed|confirmed|inserted|filled in)\b|"
    r"à (?:compléter|renseigner|définir|préciser|insérer|remplir)\b|insérer\b)[^\]\n]{0,60}\]",
    re.IGNORECASE,
)
_STAND_IN = 7777.0  # a number that no contract of this kind holds; it stands where the mark stood


class Hidden(Enum):
    """Why words are missing in a copy."""

    BLACKED_OUT = "blacked out"
    BLANK = "blank"


def hidden(text: str) -> dict[Hidden, str]:
    """The kinds of marks in a text that surely stand for missing words, each with the first of them."""
    found = ((Hidden.BLACKED_OUT, _BLACKED_OUT.search(text)), (Hidden.BLANK, _BLANK.search(text)))
    return {kind: match.group() for kind, match in found if match is not None}


def redactions(text: str) -> list[str]:
    """The marks of what was taken out of a text or left blank, in order."""
    return [match.group() for match in _MARK.finditer(text)]


def redacted_units(text: str) -> set[str]:
    """The units of the figures that were taken out: "[***] days" gives "day", "£[***]" gives "pound"; empty when there are none.

    The empty string stands for a mark without a unit.
    """
    stood_in = _MARK.sub(f"{_STAND_IN:.0f}", text)
    return {figure.unit for figure in figures(stood_in) if figure.value == _STAND_IN} if stood_in != text else set()
