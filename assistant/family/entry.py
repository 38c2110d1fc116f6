"""A change of a contract with what it changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from assistant.family.change_doubt import Doubt
from ingest.change import Change
from ingest.change_words import Operation
from ingest.document import Clause, Span
from ingest.record import DocumentRecord


@dataclass(frozen=True, slots=True)
class Entry:
    """A change with what it changes.

    ``amendment`` is the amending document; ``document``, ``clause`` and ``old`` are the document changed, its clause and the
    words that the change takes away, each None where it was not found (``old`` also where only something is added).
    ``doubt`` says why the change could not be applied with certainty, and is None when it could.
    """

    change: Change
    amendment: DocumentRecord
    document: DocumentRecord | None = None
    clause: Clause | None = None
    old: Span | None = None
    doubt: Doubt | None = None

    @property
    def certain(self) -> bool:
        """Whether the change could be applied."""
        return self.doubt is None

    @property
    def effective(self) -> date | None:
        """The day from which it holds, None when nothing says."""
        return self.change.effective

    @property
    def until(self) -> date | None:
        """The last day on which it holds, None for one that lasts."""
        return self.change.until

    @property
    def is_exception(self) -> bool:
        """Whether something else holds for a time or a case, without a word changed."""
        return self.change.operation is Operation.EXCEPTION

    @property
    def is_insertion(self) -> bool:
        """Whether it puts words beside others, which stay (``old`` is where these stand)."""
        return self.change.operation in {Operation.INSERTED_AFTER, Operation.INSERTED_BEFORE}

    def holds(self, as_of: date) -> bool:
        """Whether it has taken effect by a day, and still has; one without a date has."""
        return self.has_begun(as_of) and not self.is_over(as_of)

    def has_begun(self, as_of: date) -> bool:
        """Whether it has taken effect by a day; one without a date has."""
        return self.effective is None or self.effective <= as_of

    def is_over(self, as_of: date) -> bool:
        """Whether it held for a time that has passed by a day."""
        return self.until is not None and self.until < as_of


def told_once(entries: Iterable[Entry]) -> list[Entry]:
    """The entries in order, of a change that means all places of its words the first alone."""
    first: dict[tuple[str, Change], Entry] = {}
    for entry in entries:
        first.setdefault((entry.amendment.id, entry.change), entry)
    return list(first.values())
