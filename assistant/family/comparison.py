"""Two versions of a document, two clauses or two contracts, clause beside clause with the words that differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.family.differences import Row, differences
from assistant.naming.annexes import annex_of
from assistant.naming.clause_lookup import clause_name, clauses_named, subtree
from ingest.alignment import Change, Pair, aligned
from ingest.document import Clause, Document, Role
from ingest.errors import UnknownContract
from ingest.library import Library
from ingest.names import unknown_document
from ingest.record import DocumentRecord

Named = tuple[DocumentRecord, Document]
_UNKNOWN = "und"  # a document whose language cannot be told is compared with any


@dataclass(frozen=True, slots=True)
class ClauseChange:
    """A pair of clauses, each with its document, and the words that differ; ``rows`` is empty where all are the same."""

    pair: Pair
    left: Named | None
    right: Named | None
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The documents that were held against each other, None beside one that has no counterpart, and their clauses."""

    left: DocumentRecord | None
    right: DocumentRecord | None
    changes: tuple[ClauseChange, ...]

    def count(self, change: Change) -> int:
        """How many clauses there are of a kind of change."""
        return sum(each.pair.change is change for each in self.changes)

    @property
    def languages(self) -> tuple[str, str] | None:
        """The languages of the two sides where they differ: no word of one can be held against one of the other."""
        return languages_apart(self.left, self.right) if self.left and self.right else None


def languages_apart(left: DocumentRecord, right: DocumentRecord) -> tuple[str, str] | None:
    """The languages of two documents, "en" and "fr", where both are known and differ."""
    known = (left.language, right.language)
    return known if left.language != right.language and _UNKNOWN not in known else None


def compare_documents(left: Named, right: Named) -> Comparison:
    """Two documents, clause by clause; nothing is held against what is in another language."""
    if languages_apart(left[0], right[0]):
        return Comparison(left[0], right[0], ())
    changes = tuple(_changed(pair, left, right) for pair in aligned(left[1], right[1]))
    return Comparison(left[0], right[0], changes)


def compare_contracts(library: Library, left: str, right: str) -> Iterator[Comparison]:
    """Two contracts, document by document: those of one role, of one annex number, or of one name stand beside each other.

    Raises:
        UnknownContract: when there is no such contract.
    """
    ours, theirs = (_documents(library, name) for name in (left, right))
    taken: set[str] = set()
    for one in ours:
        other = next((each for each in theirs if each[0].id not in taken and _match(one, each)), None)
        if other is None:
            yield Comparison(one[0], None, ())
        else:
            taken.add(other[0].id)
            yield compare_documents(one, other)
    for other in theirs:
        if other[0].id not in taken:
            yield Comparison(None, other[0], ())


def compare_clauses(left: Named, wanted: str, right: Named, other: str) -> Comparison:
    """Two clauses, each with what is beneath it; nothing is held against what is in another language.

    Raises:
        UnknownContract: when a document has no such clause.
    """
    one, two = _clause(left, wanted), _clause(right, other)
    if languages_apart(left[0], right[0]):
        return Comparison(left[0], right[0], ())
    texts = [subtree(document, clause).of(document.text) for (_, document), clause in ((left, one), (right, two))]
    rows = tuple(differences(*texts))
    change = Change.CHANGED if any(row.changed for row in rows) else Change.SAME
    return Comparison(left[0], right[0], (ClauseChange(Pair(change, one, two), left, right, rows),))


def document_named(library: Library, contract: str, name: str | None) -> Named:
    """A document of a contract by name or id; the framework agreement, or the only document, when it is left out.

    Raises:
        UnknownContract: when there is no such contract or document, or none can be told.
    """
    record = library.contract(contract)
    if name is not None:
        found = [each for each in record.documents if name in {each.name, each.id}]
    else:
        found = [each for each in record.documents if each.role is Role.FRAMEWORK] or list(record.documents)
    if len(found) != 1:
        raise unknown_document(record, name)
    return found[0], library.document(found[0].id)


def _documents(library: Library, contract: str) -> list[Named]:
    return [(each, library.document(each.id)) for each in library.contract(contract).documents]


def _match(one: Named, other: Named) -> bool:
    annex = annex_of(*one)
    if one[0].role is other[0].role and one[0].role not in (Role.ANNEX, Role.OTHER, Role.AMENDMENT):
        return True
    return one[0].name == other[0].name or (
        annex is not None and annex == annex_of(*other) and one[0].role is other[0].role
    )


def _clause(named: Named, wanted: str) -> Clause:
    record, document = named
    found = clauses_named(document, wanted)
    if not found:
        raise UnknownContract(f"expected the number or the heading of a clause of “{record.name}”, got {wanted!r}")
    return found[0]


def _changed(pair: Pair, left: Named, right: Named) -> ClauseChange:
    if pair.change in (Change.SAME, Change.RENUMBERED):
        rows: tuple[Row, ...] = ()
    else:
        texts = (
            clause.span.of(document.text) if clause else ""
            for clause, (_, document) in ((pair.left, left), (pair.right, right))
        )
        rows = tuple(differences(*texts))
    return ClauseChange(pair, left if pair.left else None, right if pair.right else None, rows)


def comparison_json(comparison: Comparison) -> dict[str, Any]:
    """A comparison as the JSON of ``clausier compare``, an interface that scripts rely on (docs/cli.md)."""
    return {
        "left": comparison.left.name if comparison.left else None,
        "right": comparison.right.name if comparison.right else None,
        "languages": comparison.languages,
        **{change.value: comparison.count(change) for change in Change},
        "clauses": [
            {
                "change": each.pair.change,
                "left": _place(each.pair.left, each.left),
                "right": _place(each.pair.right, each.right),
                "rows": [{"left": _pieces(row.left), "right": _pieces(row.right)} for row in each.rows],
            }
            for each in comparison.changes
        ],
    }


def _pieces(pieces: Sequence[Any]) -> list[dict[str, str]]:
    return [{"kind": piece.kind, "text": piece.text} for piece in pieces]


def _place(clause: Clause | None, named: Named | None) -> dict[str, Any] | None:
    if clause is None or named is None:
        return None
    record, document = named
    return {
        "document": record.name,
        "clause": clause_name(document, clause),
        "page": clause.page,
        "paged": document.paged,
        "start": clause.span.start,
        "end": clause.span.end,
        "clause_id": clause.id,
        "document_id": record.id,
    }
