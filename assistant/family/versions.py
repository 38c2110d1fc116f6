"""A clause through time: what it says on each day, by the ledger of its contract."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from assistant.family.added_clause import begins_with_number, numbered_part
from assistant.family.entry import Entry
from assistant.naming.clause_lookup import clause_at, clause_name, clauses_named, is_beneath, is_same_number, subtree
from ingest.change_words import Operation
from ingest.document import Clause, Document, Span
from ingest.errors import UnknownContract
from ingest.library import Library
from ingest.markers import find_marker
from ingest.record import ContractRecord, DocumentRecord

_LEAVING = frozenset({Operation.DELETED, Operation.SUSPENDED})  # they put nothing in the place of what they take


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
            found += [history_of(library, ledger, each, text, clause) for clause in clauses_named(text, wanted)]
    found += [added_history(library, ledger, *each) for each in added_clauses(library, ledger, wanted, document)]
    if not found:
        raise UnknownContract(
            f"expected the number or the heading of a clause of “{record.name}”"
            f"{f', {document}' if document else ''}, got {wanted!r}; `clausier find` searches for words"
        )
    return found


def reading(
    library: Library, ledger: Sequence[Entry], record: DocumentRecord, span: Span, day: date
) -> tuple[str, tuple[Entry, ...]] | None:
    """Some words of a document as they read on a day, with the changes that made them so; None where that is not certain.

    Not certain it is, too, where something else holds for a time or a case. What is but added beside the words leaves them as they are.

    Args:
        library: the documents.
        ledger: the changes of the contract.
        record: of the document.
        span: the words.
        day: on which they are to hold.
    """
    document = library.document(record.id)
    touching = [entry for entry in ledger if _touches(entry, ledger, record, document, span)]
    now = [entry for entry in touching if entry.holds(day) and entry.change.operation is not Operation.ADDED]
    if any(entry.is_exception for entry in now):
        return None
    text = _applied(library, document.text, span, record, now, "")
    return None if text is None else (text, tuple(now))


def added_clauses(
    library: Library, ledger: Sequence[Entry], wanted: str, document: str | None = None
) -> list[tuple[Entry, Span]]:
    """The changes that add a clause of a number, each with the words of that clause in the amendment.

    Args:
        library: gives the documents.
        ledger: the changes of the contract.
        wanted: a clause's number.
        document: only in the document of that name or id, or by it.
    """
    found = []
    for entry in ledger:
        new, home = entry.change.new, entry.document
        if entry.change.operation is not Operation.ADDED or not entry.certain or new is None or home is None:
            continue
        if document is None or document in {home.name, home.id, entry.amendment.name, entry.amendment.id}:
            part = numbered_part(library.document(entry.amendment.id).text, new, wanted)
            if part is None and _is_bare(library, entry) and is_same_number(entry.change.target.clause or "", wanted):
                part = new
            found += [(entry, part)] if part is not None else []
    return found


def _is_bare(library: Library, entry: Entry) -> bool:
    """Whether a change adds a clause of which its new words do not bear the number."""
    text = library.document(entry.amendment.id).text
    return entry.clause is None and entry.change.new is not None and not begins_with_number(text, entry.change.new)


def added_history(library: Library, ledger: Sequence[Entry], added: Entry, span: Span) -> History:
    """The history of a clause that an amendment added, which stands in that amendment: without a word before."""
    text = library.document(added.amendment.id)
    changes = [added, *(each for each in ledger if each is not added and _changes_within(each, ledger, added, span))]
    versions = [Version(None, "")]
    for since in sorted({each.effective or date.min for each in changes}):
        now = [each for each in changes if each.holds(since)]
        brought = tuple(each for each in changes if (each.effective or date.min) == since)
        versions.append(Version(since, _part_brought_in(library, span, added, now) if added in now else "", brought))
    clause = clause_at(text, span.start)
    page = text.page_at(span.start)
    return History(added.amendment, clause, clause_name(text, clause), page, text.paged, span, tuple(versions))


def _changes_within(entry: Entry, ledger: Sequence[Entry], added: Entry, span: Span) -> bool:
    return _carrier(entry, ledger) is added and entry.old is not None and entry.old.overlaps(span)


def history_of(
    library: Library, ledger: Sequence[Entry], record: DocumentRecord, document: Document, clause: Clause
) -> History:
    """The history of one clause of a document, by the ledger of its contract."""
    span = subtree(document, clause)
    touching = [
        entry
        for entry in ledger
        if _touches(entry, ledger, record, document, span) and not _is_beside(library, entry, document, clause)
    ]
    versions = [Version(None, span.of(document.text))]
    for since in sorted({entry.effective or date.min for entry in touching} | {*filter(None, map(_end, touching))}):
        now = [entry for entry in touching if entry.holds(since)]
        brought = tuple(entry for entry in touching if (entry.effective or date.min) == since)
        ended = tuple(entry for entry in touching if _end(entry) == since)
        text = _applied(library, document.text, span, record, now, clause.number or "")
        versions.append(Version(since, text, brought, ended))
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


def _is_beside(library: Library, entry: Entry, document: Document, clause: Clause) -> bool:
    """Whether a change adds what is no part of a clause: a new one beside it, or words to the clause around it."""
    new = entry.change.new
    if entry.change.operation is not Operation.ADDED or new is None or entry.clause is None:
        return False
    if not subtree(document, clause).contains(subtree(document, entry.clause)):
        return True
    marker = find_marker(new.of(library.document(entry.amendment.id).text).strip())
    numbered = marker is not None and not marker.kind.is_item and clause.number is not None
    return numbered and marker is not None and not is_beneath(marker.printed, clause.number or "")


def _carrier(entry: Entry, entries: Sequence[Entry]) -> Entry | None:
    """The change whose new words another changes word by word; None where there is none, or what takes its place is not told."""
    if entry.old is None or entry.document is None or entry.is_insertion:
        return None
    if entry.change.new is None and entry.change.operation not in _LEAVING:
        return None
    brought = ((other, other.change.new) for other in entries if other.amendment.id == entry.document.id)
    return next(
        (other for other, new in brought if other.certain and new is not None and new.contains(entry.old)), None
    )


def _brought_in(library: Library, entry: Entry, entries: Sequence[Entry]) -> str:
    """The new words of a change, with what later changes made of them."""
    new = entry.change.new
    return _part_brought_in(library, new, entry, entries) if new is not None else ""


def _part_brought_in(library: Library, new: Span, entry: Entry, entries: Sequence[Entry]) -> str:
    """A part of the new words of a change, with what later changes made of it."""
    made = new.of(library.document(entry.amendment.id).text)
    later = [
        each
        for each in entries
        if each is not entry and _carrier(each, entries) is entry and each.old is not None and new.contains(each.old)
    ]
    for each in sorted(later, key=lambda change: change.old or new, reverse=True):
        if each.old is not None:
            start, end = each.old.start - new.start, each.old.end - new.start
            made = made[:start] + _brought_in(library, each, entries) + made[end:]
    return made


def _inserted(entry: Entry, beside: Span, words: str) -> tuple[int, int, str]:
    if entry.change.operation is Operation.INSERTED_BEFORE:
        return beside.start, beside.start, f"{words} "
    return beside.end, beside.end, words if words[0] in ",;:." else f" {words}"


def _applied(
    library: Library, text: str, span: Span, record: DocumentRecord, entries: Sequence[Entry], number: str
) -> str | None:
    """The clause with the changes made, or None when one of them cannot be made with certainty."""
    edits: list[tuple[int, int, str]] = []
    for entry in entries:
        own = entry.document is not None and entry.document.id == record.id
        if not entry.certain or not (own or _carrier(entry, entries)):
            return None
        if not own or entry.change.operation is Operation.RENUMBERED or entry.is_exception:
            continue  # it stands in the words that another brings in, or the words stay
        edit = _edit(library, entry, entries, span, number)
        if edit is None:
            return None
        edits.append(edit)
    edits.sort(reverse=True)
    if any(later[0] < earlier[1] for later, earlier in pairwise(edits)):
        return None  # two changes of the same words
    made = text[: span.end]
    for start, end, words in edits:
        made = made[:start] + words + made[end:]
    return made[span.start :]


def _edit(
    library: Library, entry: Entry, entries: Sequence[Entry], span: Span, number: str
) -> tuple[int, int, str] | None:
    """What a change makes of a clause: where the words begin and end that go, and those that come; None where that cannot be told."""
    new, old = entry.change.new, entry.old
    if entry.change.operation is Operation.ADDED:
        return span.end, span.end, f"\n{_brought_in(library, entry, entries)}"
    if old is None or (new is None and entry.change.operation not in _LEAVING):
        return None
    if span.contains(old):
        words = _brought_in(library, entry, entries)
        if entry.is_insertion:
            return _inserted(entry, old, words) if words else None
        return old.start, old.end, words
    if not old.contains(span) or entry.is_insertion:
        return None
    if new is None:
        return span.start, span.end, ""
    part = numbered_part(library.document(entry.amendment.id).text, new, number)
    return (span.start, span.end, _part_brought_in(library, part, entry, entries)) if part else None
