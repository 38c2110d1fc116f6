"""What amendments did to what a document says of itself: the day on which its contract expires, its term, its renewal."""

from __future__ import annotations

from datetime import date

from assistant.answer import Citation
from assistant.citing.cite import cite
from assistant.family.entry import Entry, told_once
from assistant.family.family import DATES, Fact
from assistant.family.in_force import InForce
from ingest.days import days
from ingest.library import Library


class AmendedFacts:
    """Holds the particulars of the documents of a library against the amendments of their contracts.

    Args:
        library: gives the documents.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._in_force = InForce(library)

    def changes(self, fact: Fact, as_of: date) -> list[Entry]:
        """The changes in force on a day that take away words in which a particular was read, the earliest first.

        What a user said stands over them; a change for a time or for one case takes nothing away. Of a particular that is a day it is a
        change of the words of that day that counts, or one whose words are not known.
        """
        if fact.by_user:
            return []
        found = [
            entry
            for citation in fact.citations
            for entry in self._in_force.changes_of(citation)
            if entry.holds(as_of) and not entry.is_exception and not entry.is_insertion and self._concerns(entry, fact)
        ]
        return told_once(found)

    def day(self, fact: Fact, as_of: date) -> date | None:
        """The day that a particular tells, with its changes in force on another day; None where that is not certain.

        Args:
            fact: one of the particulars that are a day.
            as_of: the day on which it is asked.
        """
        read, changes = _as_day(fact.value), self.changes(fact, as_of)
        if not changes:
            return read
        new = [self._new_days(entry) for entry in changes]
        return next(iter(new[-1])) if all(entry.certain for entry in changes) and len(new[-1]) == 1 else None

    def amending(self, entry: Entry) -> Citation:
        """Where an amendment states a change."""
        return cite(entry.amendment, self._library.document(entry.amendment.id), entry.change.quote)[0]

    def _new_days(self, entry: Entry) -> set[date]:
        """The days that stand in the words that a change puts in place of others."""
        if entry.change.new is None:
            return set()
        return {each.day for each in days(self._library.document(entry.amendment.id).text, entry.change.new)}

    def _concerns(self, entry: Entry, fact: Fact) -> bool:
        if fact.key not in DATES or entry.old is None or entry.document is None:
            return True
        return _as_day(fact.value) in {
            each.day for each in days(self._library.document(entry.document.id).text, entry.old)
        }


def _as_day(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
