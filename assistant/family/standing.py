"""How a contract stands on a day: the agreement, its term, the amendments in force by then and those still to come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from assistant.citing.pin_cite import short_title
from assistant.family.amended_fact import AmendedFacts
from assistant.family.family import Family, Report
from ingest.document import Role
from ingest.library import Library

_DAYS = ("effective", "signed")  # where the first is not said the second stands in


@dataclass(frozen=True, slots=True)
class Dated:
    """A document by its short title, and the day from which it holds (None where nothing says).

    ``signed`` is whether it says on which day it was made: one that does not may be a draft.
    """

    document_id: str
    title: str
    day: date | None
    signed: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """``agreement`` is None for a contract without a framework agreement; ``expiry`` is the day of it as amended by then.

    It is None where none is stated, and where what an amendment made of it is not certain.
    """

    agreement: Dated | None
    amended_by: tuple[Dated, ...]
    to_come: tuple[Dated, ...]
    expiry: date | None


def standing(library: Library, contract: str, day: date) -> Standing:
    """How the contract stands on the day.

    Raises:
        UnknownContract: no contract goes by that name.
    """
    reports = Family(library).particulars(contract)
    agreement = next((each for each in reports if each.document.role is Role.FRAMEWORK), None)
    amendments = sorted(
        (_dated(library, each) for each in reports if each.document.role is Role.AMENDMENT),
        key=lambda each: (each.day or date.min, each.title),
    )
    return Standing(
        agreement=_dated(library, agreement) if agreement else None,
        amended_by=tuple(each for each in amendments if each.day is None or each.day <= day),
        to_come=tuple(each for each in amendments if each.day is not None and each.day > day),
        expiry=_expiry(library, agreement, day) if agreement else None,
    )


def _expiry(library: Library, report: Report, day: date) -> date | None:
    fact = next((fact for fact in report.facts if fact.key == "expiry"), None)
    return AmendedFacts(library).day(fact, day) if fact else None


def _dated(library: Library, report: Report) -> Dated:
    days = (_day(report, key) for key in _DAYS)
    title = short_title(library.document(report.document.id))
    return Dated(
        report.document.id,
        title,
        next((day for day in days if day is not None), None),
        _day(report, "signed") is not None,
    )


def _day(report: Report, key: str) -> date | None:
    """The day that a document says of itself, None where its words are no plain day."""
    value = next((fact.value for fact in report.facts if fact.key == key), "")
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
