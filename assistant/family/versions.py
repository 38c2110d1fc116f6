"""A clause through time: what it says on each day, by the ledger of its contract."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from assistant.family.entry import Entry
from assistant.naming.clause_lookup import clause_at, clause_name, clauses_named, printed_as, subtree
from ingest.change_words import Operation
from ingest.document import Clause, Document, Span
from ingest.errors import UnknownContract
from ingest.library import Library
from ingest.markers import find_marker
from ingest.record import ContractRecord, DocumentRecord


@dataclass(frozen=True, slots=True)
class Version:
    """The text of a clause from a day on.

    ``since`` is None for the text as first agreed, ``date.min`` for changes whose day nothing says. ``text`` is None when a change could
    not be applied with certainty. ``entries`` are what brought it about, ``ended`` what held for a time that has then passed.
    """

    since: date | None
    text: str | None
    entries: tuple[Entry, ...] = ()
    ended: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class History:
    """A clause of a document with its versions, the earliest first."""

    document: DocumentRecord
    clause: Clause
    name: str
    page: int
    paged: bool
    span: Span
    versions: tuple[Version, ...]

    def on(self, day: date) -> Version:
        """The version in force on a day."""
        return [each for each in self.versions if each.since is None or each.since <= day][-1]


def histories(
    library: Library, ledger: Sequence[Entry], record: ContractRecord, wanted: str, document: str | None = None
) -> list[History]:
    """The histories of the clauses that go by a number or a heading.

    Args:
        library: gives the documents.
        ledger: the changes of the contract.
        record: the contract.
        wanted: a clause's number or heading.
        document: only in the document of that name or id.

    Raises:
        UnknownContract: when the contract has no such document or clause.
    """
    found = []
    for each in record.documents:
        if document is None or document in {each.name, each.id}:
            text = library.document(each.id)
            found += [_history(library, ledger, each, text, clause) for clause in clauses_named(text, wanted)]
    if not found:
        found = [_of_added(library, ledger, entry) for entry in ledger if _adds(library, entry, wanted, document)]
    if not found:
        raise UnknownContract(
            f"expected the number or the heading of a clause of “{record.name}”"
            f"{f', {document}' if document else ''}, got {wanted!r}; `clausier find` searches for words"
        )
    return found


def _adds(library: Library, entry: Entry, wanted: str, document: str | None) -> bool:
    """Whether a change adds a clause that bears the number in the words that it brings in."""
    new, home = entry.change.new, entry.document
    if entry.change.operation is not Operation.ADDED or not entry.certain or new is None or home is None:
        return False
    marker = find_marker(new.of(library.document(entry.amendment.id).text).strip())
    meant = document is None or document in {home.name, home.id, entry.amendment.name, entry.amendment.id}
    return meant and marker is not None and marker.printed in printed_as(wanted)


def _of_added(library: Library, ledger: Sequence[Entry], added: Entry) -> History:
    """The history of a clause that an amendment added, which stands in that amendment: without a word before."""
    text = library.document(added.amendment.id)
    span = added.change.new or added.change.quote
    changes = [added, *(each for each in ledger if each is not added and _carrier(each, ledger) is added)]
    versions = [Version(None, "")]
    for since in sorted({each.effective or date.min for each in changes}):
        now = [each for each in changes if each.holds(since)]
        brought = tuple(each for each in changes if (each.effective or date.min) == since)
        versions.append(Version(since, _brought_in(library, added, now) if added in now else "", brought))
    clause = clause_at(text, span.start)
    page = text.page_at(span.start)
    return History(added.amendment, clause, clause_name(text, clause), page, text.paged, span, tuple(versions))


def _history(
    library: Library, ledger: Sequence[Entry], record: DocumentRecord, document: Document, clause: Clause
) -> History:
    span = subtree(document, clause)
    touching = [entry for entry in ledger if _touches(entry, ledger, record, document, span)]
    versions = [Version(None, span.of(document.text))]
    for since in sorted({entry.effective or date.min for entry in touching} | {*filter(None, map(_end, touching))}):
        now = [entry for entry in touching if entry.holds(since)]
        brought = tuple(entry for entry in touching if (entry.effective or date.min) == since)
        ended = tuple(entry for entry in touching if _end(entry) == since)
        versions.append(Version(since, _applied(library, document.text, span, record, now), brought, ended))
    return History(record, clause, clause_name(document, clause), clause.page, document.paged, span, tuple(versions))


def _end(entry: Entry) -> date | None:
    """The day from which it holds no more."""
    return entry.until + timedelta(days=1) if entry.until is not None else None


def _touches(entry: Entry, ledger: Sequence[Entry], record: DocumentRecord, document: Document, span: Span) -> bool:
    if entry.document is None:
        return False
    if entry.document.id != record.id:  # words that an earlier amendment brought in
        return any(
            other.amendment.id == entry.document.id
            and other.change.new is not None
            and entry.old is not None
            and other.change.new.contains(entry.old)
            and _touches(other, ledger, record, document, span)
            for other in ledger
            if other is not entry
        )
    if entry.old is not None:
        return entry.old.overlaps(span)
    return entry.clause is not None and subtree(document, entry.clause).overlaps(span)


def _carrier(entry: Entry, entries: Sequence[Entry]) -> Entry | None:
    """The change whose new words another changes word by word; None where there is none, or what takes its place is not told."""
    if entry.old is None or entry.document is None or entry.change.new is None or entry.is_insertion:
        return None
    brought = ((other, other.change.new) for other in entries if other.amendment.id == entry.document.id)
    return next(
        (other for other, new in brought if other.certain and new is not None and new.contains(entry.old)), None
    )


def _brought_in(library: Library, entry: Entry, entries: Sequence[Entry]) -> str:
    """The new words of a change, with what later changes made of them."""
    new = entry.change.new
    if new is None:
        return ""
    made = new.of(library.document(entry.amendment.id).text)
    later = [each for each in entries if each is not entry and _carrier(each, entries) is entry]
    for each in sorted(later, key=lambda change: change.old or new, reverse=True):
        if each.old is not None:
            start, end = each.old.start - new.start, each.old.end - new.start
            made = made[:start] + _brought_in(library, each, entries) + made[end:]
    return made


def _inserted(entry: Entry, beside: Span, words: str) -> tuple[int, int, str]:
    if entry.change.operation is Operation.INSERTED_BEFORE:
        return beside.start, beside.start, f"{words} "
    return beside.end, beside.end, words if words[0] in ",;:." else f" {words}"


def _applied(library: Library, text: str, span: Span, record: DocumentRecord, entries: Sequence[Entry]) -> str | None:
    """The clause with the changes made, or None when one of them cannot be made with certainty."""
    edits: list[tuple[int, int, str]] = []
    for entry in entries:
        new = entry.change.new
        own = entry.document is not None and entry.document.id == record.id
        if not entry.certain or not (own or _carrier(entry, entries)):
            return None
        if not own:
            continue  # it changes words that another brings in, and stands in these
        words = _brought_in(library, entry, entries)
        if entry.change.operation is Operation.RENUMBERED or entry.is_exception:
            continue  # its words stay: under the number as first printed, or with something else beside them for a time
        if entry.change.operation is Operation.ADDED:
            edits.append((span.end, span.end, f"\n{words}"))
        elif entry.is_insertion and entry.old is not None and span.contains(entry.old) and words:
            edits.append(_inserted(entry, entry.old, words))
        elif (
            entry.old is None
            or entry.is_insertion
            or not span.contains(entry.old)
            or (new is None and entry.change.operation not in {Operation.DELETED, Operation.SUSPENDED})
        ):
            return None
        else:
            edits.append((entry.old.start, entry.old.end, words))
    made = text[: span.end]
    for start, end, words in sorted(edits, reverse=True):
        made = made[:start] + words + made[end:]
    return made[span.start :]
