"""The cross-references of a contract as links: each to the clause that it names, across the documents of the family."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any

from assistant.citing.pin_cite import page_told
from assistant.naming.annexes import annex_key, annex_of
from assistant.naming.clause_lookup import clause_at, clause_name, clauses_numbered, outermost
from ingest.change_words import Operation
from ingest.changes import find_changes
from ingest.document import Clause, Document, Role, Span
from ingest.library import Library
from ingest.originals import Original
from ingest.record import DocumentRecord, new_record
from ingest.references import Reference, references_of
from ingest.role_names import annex_role
from ingest.words import fold

_KEPT = 64  # contracts whose links are remembered
_NUMBERED = 3  # clauses with a number from which on a document's numbers are taken to be known
_NO_ANNEXES = (Role.FRAMEWORK, Role.AMENDMENT)
_MOST_TOLD = 12  # faults of one kind that are told of a document, the first ones


class State(StrEnum):
    """Where a reference leads."""

    FOUND = "found"
    NO_CLAUSE = "no such clause"
    NO_DOCUMENT = "no such document"  # an annex that is not in the family
    ELSEWHERE = "elsewhere"  # a contract of others, as far as can be told


@dataclass(frozen=True, slots=True)
class Link:
    """A reference with what it names: ``document`` and ``clause`` of its target, None where they were not found or the whole document is
    meant.
    """

    reference: Reference
    source: DocumentRecord
    state: State
    document: DocumentRecord | None = None
    clause: Clause | None = None


Family = Sequence[tuple[DocumentRecord, Document]]


class CrossReferences:
    """The links of a library's contracts, made at first need and again when the library has changed."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._cached = lru_cache(maxsize=_KEPT)(self._make)

    def of(self, contract: str) -> tuple[Link, ...]:
        """The links of a contract, document by document in the order of the text.

        Raises:
            UnknownContract: when there is no such contract.
        """
        return self._cached(contract, self._library.generation)

    def faults(self, contract: str) -> dict[str, list[str]]:
        """By the id of a document, what its references miss: annexes that are not in the family, numbers that no clause bears."""
        texts = {record.id: document for record, document in self._family(contract)}
        told: dict[str, list[str]] = {}
        for link in self.of(contract):
            sentence = "" if _is_added(link, texts) else _fault(link, texts)
            if sentence and sentence not in told.setdefault(link.source.id, []):
                told[link.source.id].append(sentence)
        return {document: _shortened(sentences) for document, sentences in told.items() if sentences}

    def _make(self, contract: str, _generation: int) -> tuple[Link, ...]:
        family = self._family(contract)
        return tuple(link for record, document in family for link in links_of(record, document, family))

    def _family(self, contract: str) -> list[tuple[DocumentRecord, Document]]:
        record = self._library.contract(contract)
        return [(each, self._library.document(each.id)) for each in record.documents]


def links_of(record: DocumentRecord, document: Document, family: Family, within: Span | None = None) -> Iterator[Link]:
    """The links of one document of a family, or of a part of it."""
    for reference in references_of(document, within):
        yield _resolved(reference, record, document, family)


def faults_alone(document: Document) -> list[str]:
    """The references of a document, read on its own, to clauses that it does not have; annexes may well be elsewhere."""
    record = new_record("", document.title, Original("", "", 0), document)
    links = links_of(record, document, [(record, document)])
    found = [_fault(link, {record.id: document}) for link in links if link.state is State.NO_CLAUSE]
    return _shortened(list(dict.fromkeys(found)))


def _resolved(reference: Reference, record: DocumentRecord, document: Document, family: Family) -> Link:
    place = _document(reference, record, document, family)
    # an amendment alone cites the clauses and annexes of what it amends
    known = record.role is not Role.AMENDMENT or any(other.role is Role.FRAMEWORK for other, _ in family)
    if place is None:
        missing = known and bool(reference.document) and not (reference.elsewhere or reference.instrument)
        return Link(reference, record, State.NO_DOCUMENT if missing else State.ELSEWHERE)
    other, text, whole = place
    if whole is not None or reference.clause is None:
        return Link(reference, record, State.FOUND, other, whole)
    clause = _clause(reference, reference.clause, text)
    own = reference.document is None and reference.instrument is None
    if clause is None and own and record.role is not Role.FRAMEWORK:
        main = _main(family)  # an annex or an amendment that names a clause of its agreement
        named = clauses_numbered(main[1], reference.clause) if main else []
        if main and len(named) == 1:
            return Link(reference, record, State.FOUND, main[0], named[0])
    if clause is not None:
        return Link(reference, record, State.FOUND, other, clause)
    known = known and sum(each.number is not None for each in text.clauses) >= _NUMBERED
    missing = known and not (reference.elsewhere or reference.instrument) and reference.document is None
    return Link(reference, record, State.NO_CLAUSE if missing else State.ELSEWHERE, other)


def _document(
    reference: Reference, record: DocumentRecord, document: Document, family: Family
) -> tuple[DocumentRecord, Document, Clause | None] | None:
    """The document that is named; for a whole annex that is a clause of a document, that clause."""
    if reference.instrument is not None:
        titled = _titled(reference.instrument, family)
        if titled is None or reference.document is None:
            return titled
    if reference.document is None:
        return record, document, None
    if reference.document == "":
        main = _main(family)
        return (*main, None) if main else None
    held = annex_role(reference.document)
    by_role = [(r, d) for r, d in family if held is not None and r.role is held]
    if len(by_role) == 1:
        return (*by_role[0], None)
    key = annex_key(reference.document)
    annexes = [(r, d) for r, d in family if r.role not in _NO_ANNEXES and annex_of(r, d) == key]
    if key is None or any(r.id == record.id for r, _ in annexes):
        return record, document, None
    within = _annex_within(reference.document, record, document, family)
    if within is not None and not annexes:
        return within
    return (*annexes[0], None) if annexes else None


def _titled(name: str, family: Family) -> tuple[DocumentRecord, Document, Clause | None] | None:
    """The one document whose title holds a name ("Escrow Agreement"), None where none does, or several do; an amendment's title holds
    the name of what it amends.
    """
    titled = [(r, d) for r, d in family if r.role is not Role.AMENDMENT and fold(name) in fold(d.title)]
    return (*titled[0], None) if len(titled) == 1 else None


def _annex_within(
    named: str, record: DocumentRecord, document: Document, family: Family
) -> tuple[DocumentRecord, Document, Clause | None] | None:
    main = _main(family)
    for other, text in ((record, document), *((main,) if main else ())):
        found = clauses_numbered(text, named)
        if found:
            return other, text, found[0]
    return None


def _main(family: Family) -> tuple[DocumentRecord, Document] | None:
    frameworks = [each for each in family if each[0].role is Role.FRAMEWORK]
    return frameworks[0] if len(frameworks) == 1 else family[0] if len(family) == 1 else None


def _clause(reference: Reference, number: str, document: Document) -> Clause | None:
    """The clause of that number: the one within the same annex where several have it, else the first; for an item that is not parted
    from its clause, that clause.
    """
    bare = number.partition("(")[0]
    found = next((f for said in (number, f"article {number}", bare) if (f := clauses_numbered(document, said))), [])
    if len(found) <= 1:
        return found[0] if found else None
    here = outermost(document, clause_at(document, reference.span.start))
    return next((clause for clause in found if outermost(document, clause) == here), found[0])


def _is_added(link: Link, texts: dict[str, Document]) -> bool:
    """Whether an amendment names a clause that it adds itself."""
    if link.state is not State.NO_CLAUSE or link.source.role is not Role.AMENDMENT:
        return False
    changes = find_changes(texts[link.source.id])
    return any(each.operation is Operation.ADDED and each.target.clause == link.reference.clause for each in changes)


def _fault(link: Link, texts: dict[str, Document]) -> str:
    document = texts[link.source.id]
    said = " ".join(link.reference.span.of(document.text).split()).rstrip(".")
    clause = clause_at(document, link.reference.span.start)
    page = page_told(document.page_at(link.reference.span.start), document.paged)
    place = ", ".join(part for part in (clause_name(document, clause), page) if part)
    if link.state is State.NO_DOCUMENT:
        return f"“{link.reference.document}” is cited, and no document of the contract is it ({place})"
    if link.state is State.NO_CLAUSE:
        return f"“{said}” leads nowhere: no clause of the document has that number ({place})"
    return ""


def _shortened(sentences: list[str]) -> list[str]:
    """One sentence for each annex that is missing; and not more than a dozen in all."""
    annexes: dict[str, str] = {}
    for sentence in sentences:
        annexes.setdefault(fold(sentence.partition(" (")[0]), sentence)
    kept = list(annexes.values())
    more = len(kept) - _MOST_TOLD
    return kept if more <= 0 else [*kept[:_MOST_TOLD], f"and {more} more references that lead nowhere"]


def link_json(link: Link, text: str, target: Document | None) -> dict[str, Any]:
    """A link as the JSON of ``report`` and ``show``, an interface that scripts rely on (docs/cli.md).

    Args:
        link: the link.
        text: the canonical text of the document that refers.
        target: the document referred to, None when there is none.
    """
    span, clause = link.reference.span, link.clause
    return {
        "start": span.start,
        "end": span.end,
        "said": " ".join(span.of(text).split()),
        "state": link.state,
        "document": link.document.name if link.document else None,
        "document_id": link.document.id if link.document else None,
        "clause": clause_name(target, clause) if target and clause else None,
        "clause_id": clause.id if clause else None,
        "page": clause.page if clause else None,
        "paged": target.paged if target and clause else None,
    }
