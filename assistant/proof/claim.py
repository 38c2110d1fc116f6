"""What a sentence or a table row gives a value of: the words that say of what, and the value of each kind. Pure; English and French.

"P2 incidents are answered within two hours" gives a time of two hours for the words "P2 incidents are answered". A sentence with two
values of one kind is read part by part; a row gives a claim a cell, whose words are the row's label and the head of the column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from assistant.proof.overlap import language_of
from assistant.proof.permission import read_permission
from assistant.values.countries import nations_in, without_nations
from assistant.values.figures import MONEY, Figure, figures
from assistant.values.rhythm import rhythms
from assistant.values.week import told_half_hours
from ingest.document import Span
from ingest.sentences import sentences

_CELL = "\t"
_MOST_SENTENCES = 12  # of one quote; a longer one is a whole list, which says many things
_TIMES = {
    "second": 1.0,
    "minute": 60.0,
    "hour": 3600.0,
    "day": 86_400.0,
    "week": 604_800.0,
    "month": 2_592_000.0,
    "year": 31_104_000.0,
}
_LAW = re.compile(
    r"\b(?:laws?|govern\w*|courts?|jurisdiction|arbitrat\w+|seat|droit|lois?|regi\w*|tribuna\w*|compéten\w+|compétent\w*|arbitra\w+|siège)\b",
    re.IGNORECASE,
)
_IDIOMS = re.compile(
    r"\b(?:fin (?:de|du) mois|end of (?:the )?month|date de facture)\b", re.IGNORECASE
)  # are of the period
_DEPENDENT = re.compile(
    r"\W*(?:which|who|whose|that|it|they|qui|que|dont|lequel|laquelle|ils?|elles?)\b", re.IGNORECASE
)
"""Begins a part of a sentence of which the words before say what it is about."""

_LAW_IDIOMS = {
    "en": re.compile(
        r"\b(?:is|are|shall be) (?:governed|construed|interpreted)\b(?:,? (?:and|by|in accordance with|construed|interpreted|enforced))*|"
        r"\b(?:the )?laws?(?: of)?\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b(?:est|sont|sera|seront) (?:régie?s?|soumise?s?|interprétée?s?)\b(?:,? (?:et|par|à|au|aux|interprétée?s?|conformément))*|"
        r"\b(?:la |les |le |du )?(?:droit|lois?)\b",
        re.IGNORECASE,
    ),
}
"""Ways of saying that a law governs."""

_PART = re.compile(r";|,?\s(?:and|et|or|ou|but|mais)\s|,\s")


class Kind(StrEnum):
    """What a value measures."""

    TIME = "time"  # a period
    PERCENT = "percent"
    MONEY = "money"
    RHYTHM = "rhythm"  # how often
    HOURS = "hours"  # at which hours of the week
    LAW = "law"  # of which country, or its courts
    LEAVE = "leave"  # whether a thing may be done


@dataclass(frozen=True, slots=True)
class Period:
    """A length of time in seconds, and what kind of days, hours or months it counts ("business"); empty for plain ones."""

    seconds: float
    kind: str = ""


Value = frozenset[Any]
"""What a value is compared by; two that are equal are one value, whatever the words for it. Of a time a `Period`."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Words that say of what a value is given, and the one value of each kind that they give; of a cell the ``label`` of its row.

    ``whole`` is the sentence or row of which they are a part.
    """

    words: str
    values: Mapping[Kind, Value]
    whole: str
    label: str = ""

    @property
    def is_cell(self) -> bool:
        """Whether it is a cell of a table."""
        return bool(self.label)


def read_claims(text: str, columns: str = "") -> list[Claim]:
    """The claims of a quote.

    Args:
        text: some sentences, or a row of a table with its cells parted by tabs.
        columns: the header of the row's table, its cells parted likewise; empty where there is none.
    """
    if _CELL in text:
        return list(_cells(text, columns))
    found = sentences(text, Span(0, len(text)))[:_MOST_SENTENCES]
    told = [" ".join(sentence.of(text).split()) for sentence in found]
    return [claim for sentence in told for claim in (*_told(sentence), *_let(sentence))]


def _told(sentence: str) -> Iterator[Claim]:
    """The claim of a sentence; of one with several values of a kind those of its parts."""
    values = _values(sentence)
    if any(len(figures_) > 1 for figures_ in values.values()):
        parts = [part for part in _PART.split(sentence) if part.strip()]
        for part in parts if len(parts) > 1 else ():
            single = {} if _DEPENDENT.match(part) else _values(part)
            if single and all(len(each) == 1 for each in single.values()):
                yield Claim(_matter(part, single), _single(single), sentence)
    if any(len(figures_) == 1 for figures_ in values.values()):
        single = {kind: each for kind, each in values.items() if len(each) == 1}
        yield Claim(_matter(sentence, single), _single(single), sentence)


def _let(sentence: str) -> Iterator[Claim]:
    """What a sentence lets somebody do, or keeps from it."""
    read = read_permission(sentence)
    if read is not None:
        yield Claim(read.matter, {Kind.LEAVE: frozenset((read.leave,))}, sentence)


def _matter(text: str, values: Mapping[Kind, set[Value]]) -> str:
    """A text without the words that are themselves a value; figures are left out where words are compared."""
    text = _IDIOMS.sub(" ", text)
    if Kind.LAW not in values:
        return text
    language = language_of(text)
    return _LAW_IDIOMS[language].sub(" loi " if language == "fr" else " law ", without_nations(text))


def _single(values: Mapping[Kind, set[Value]]) -> Mapping[Kind, Value]:
    return {kind: next(iter(each)) for kind, each in values.items()}


def _cells(row: str, columns: str) -> Iterator[Claim]:
    cells, heads = row.split(_CELL), columns.rpartition("\n")[2].split(_CELL)
    label = cells[0]
    for number, cell in enumerate(cells[1:], start=1):
        values = {kind: each for kind, each in _values(cell).items() if len(each) == 1}
        if values and len(heads) == len(cells):
            yield Claim(f"{label} {heads[number]} {cell}", _single(values), row, label or heads[number])


def _values(text: str) -> dict[Kind, set[Value]]:
    """The values of each kind that a text gives."""
    found: dict[Kind, set[Value]] = {}
    for figure in figures(text):
        told = _measured(figure)
        if told is not None:
            found.setdefault(told[0], set()).add(told[1])
    if often := rhythms(text):
        found[Kind.RHYTHM] = {frozenset((each,)) for each in often}
    if hours := told_half_hours(text):
        found = {kind: each for kind, each in found.items() if kind is not Kind.TIME}
        found[Kind.HOURS] = {hours}
    if _LAW.search(text) and (nations := nations_in(text)):
        found[Kind.LAW] = {frozenset(nations)}
    return found


def _measured(figure: Figure) -> tuple[Kind, Value] | None:
    *kind, unit = figure.unit.split(" ")
    if unit in _TIMES:
        return Kind.TIME, frozenset((Period(figure.value * _TIMES[unit], *kind),))
    if unit == "percent":
        return Kind.PERCENT, frozenset((figure.value,))
    return (Kind.MONEY, frozenset(((figure.value, unit),))) if unit in MONEY else None
