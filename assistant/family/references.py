"""What a clause leans on: the defined terms that it uses and the clauses that it refers to, each with the words it leads to.

Where they lead is what `assistant.family.cross_references` and `ingest.definitions` found; here they are put in the order of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from assistant.answer import FoundPassage
from assistant.citing.cite import clause_passage
from assistant.family.cross_references import CrossReferences
from assistant.naming.clause_lookup import clause_at, clause_name, subtree
from ingest.definitions import definitions_of
from ingest.document import Document, Role, Span
from ingest.library import Library
from ingest.record import DocumentRecord
from ingest.sentences import trim

_KEPT = 64  # contracts whose defined terms are remembered
_LONGEST = 900  # characters of a definition or clause that are shown in place


class Kind(StrEnum):
    """What a reference leads to."""

    TERM = "term"
    CLAUSE = "clause"


@dataclass(frozen=True, slots=True)
class Reference:
    """Words of a document (``span``) that lead to a place; ``words`` is what stands there, cut to what can be shown in place."""

    span: Span
    kind: Kind
    place: FoundPassage
    words: str


class References:
    """Finds what clauses lean on.

    Args:
        library: gives the documents.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._links = CrossReferences(library)
        self._terms = lru_cache(maxsize=_KEPT)(self._find_terms)

    def within(self, record: DocumentRecord, span: Span) -> list[Reference]:
        """The references in a part of a document, in order and disjoint; a term only where a clause first uses it.

        Raises:
            UnknownContract: when the document is not in the library any more.
        """
        document = self._library.document(record.id)
        found = [*self._clauses(record, document, span), *self._used_terms(record, document, span)]
        kept: list[Reference] = []
        for reference in sorted(found, key=lambda each: (each.span.start, -len(each.span))):
            if not kept or kept[-1].span.end <= reference.span.start:
                kept.append(reference)
        return kept

    # --- clauses

    def _clauses(self, record: DocumentRecord, document: Document, span: Span) -> Iterator[Reference]:
        for link in self._links.of(record.contract):
            here = link.reference.span
            if link.source.id != record.id or not span.contains(here) or link.document is None or link.clause is None:
                continue
            home = self._library.document(link.document.id)
            whole = subtree(home, link.clause)
            if link.document.id != record.id or not whole.contains(here):
                yield Reference(
                    here, Kind.CLAUSE, clause_passage(link.document, home, link.clause), _cut(home.text, whole)
                )

    # --- terms

    def _used_terms(self, record: DocumentRecord, document: Document, span: Span) -> Iterator[Reference]:
        terms = self._terms(record.contract, self._library.generation)
        if not terms:
            return
        longest_first = sorted(terms, key=len, reverse=True)
        pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(_flexible, longest_first)) + r")s?(?!\w)")
        seen: set[tuple[str, str]] = set()
        for match in pattern.finditer(document.text, span.start, span.end):
            said = " ".join(match.group().split())
            term = said if said in terms else said.removesuffix("s")
            clause = clause_at(document, match.start())
            here = Span(*match.span())
            choice = min(terms[term], key=lambda each: each[0].id != record.id)
            if (clause.id, term) in seen or (choice[0].id == record.id and choice[1].overlaps(here)):
                continue
            seen.add((clause.id, term))
            home = self._library.document(choice[0].id)
            yield Reference(here, Kind.TERM, _place(choice[0], home, choice[1]), _cut(home.text, choice[1]))

    def _find_terms(self, contract: str, _generation: int) -> dict[str, list[tuple[DocumentRecord, Span]]]:
        """The defined terms of a contract, each with the documents that define it and where; the framework agreement first."""
        terms: dict[str, list[tuple[DocumentRecord, Span]]] = {}
        family = sorted(self._library.contract(contract).documents, key=lambda each: each.role is not Role.FRAMEWORK)
        for record in family:
            for defined in definitions_of(self._library.document(record.id)):
                terms.setdefault(defined.term, []).append((record, defined.span))
        return terms


def _place(record: DocumentRecord, document: Document, span: Span) -> FoundPassage:
    clause = clause_at(document, span.start)
    return FoundPassage(
        contract=record.contract,
        document=record.name,
        clause=clause_name(document, clause),
        page=document.page_at(span.start),
        start=span.start,
        end=span.end,
        score=0.0,
        document_id=record.id,
        clause_id=clause.id,
        paged=document.paged,
    )


def _cut(text: str, span: Span) -> str:
    words = trim(text, span).of(text)
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"


def _flexible(term: str) -> str:
    return r"\s+".join(re.escape(word) for word in term.split())
