"""A newer version of a document: which document a file replaces, and what changed between the two."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from ingest.alignment import Change, Pair, aligned
from ingest.document import Document
from ingest.library import Library
from ingest.plan import Job
from ingest.record import DocumentRecord
from ingest.words import fold
from ingest.written_day import written_stamp

_ALIKE = 0.5  # of the words of two documents, from which they may be versions of one
_MOST_NAMED = 8  # clauses that are named of each kind of change
_WORD = re.compile(r"\w+")


def older_version(library: Library, job: Job, document: Document, added: Collection[str]) -> DocumentRecord | None:
    """The document that a file replaces: the one of its contract, name, suffix and folder, when the two have most words in common.

    Args:
        library: where it would be.
        job: the file.
        document: the file as read.
        added: ids of documents that are not replaced, since they came in the same run.
    """
    contract = next((c for c in library.contracts() if fold(c.name) == fold(job.contract)), None)
    found = [
        record
        for record in (contract.documents if contract else ())
        if record.id not in added and _is_named(record, job) and record.suffix == job.path.suffix.lower()
    ]
    if len(found) != 1:
        return None
    return found[0] if _likeness(library.document(found[0].id).text, document.text) >= _ALIKE else None


def _is_named(record: DocumentRecord, job: Job) -> bool:
    stem = job.path.stem
    return record.folder == job.folder and (record.name == stem or record.name.startswith(f"{stem} ("))


def _likeness(one: str, other: str) -> float:
    ours, theirs = (set(_WORD.findall(text.casefold())) for text in (one, other))
    return len(ours & theirs) / max(1, len(ours | theirs))


def what_changed(older: DocumentRecord, before: Document, after: Document) -> str:
    """A sentence on the version that was replaced, and on the clauses that differ."""
    pairs = aligned(before, after)
    told = [
        f"{len(named)} {change} ({_names(named)})"
        for change in (Change.CHANGED, Change.ADDED, Change.REMOVED)
        if (named := [pair for pair in pairs if pair.change is change])
    ]
    day = written_stamp(older.added[:10], "en")
    return f"replaces the version added on {day}: {', '.join(told) or 'no clause differs in its words'}"


def _names(pairs: Sequence[Pair]) -> str:
    clauses = (pair.right or pair.left for pair in pairs[:_MOST_NAMED])
    names = [clause.number or clause.heading or "text without a number" for clause in clauses if clause is not None]
    return ", ".join(names) + (" …" if len(pairs) > _MOST_NAMED else "")
