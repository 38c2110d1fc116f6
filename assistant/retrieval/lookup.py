"""Where the clauses and annexes stand that a question names by number."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from itertools import islice

from assistant.asked.question import Question
from assistant.naming.annexes import annex_key, annex_of
from assistant.naming.clause_lookup import (
    clauses_headed,
    clauses_in_annexes,
    clauses_numbered,
    is_same_annex,
    last_clauses,
    printed_as,
    subtree,
)
from assistant.naming.document_lookup import heads_meant, is_meant
from assistant.naming.mention import LAST, RECITAL
from assistant.naming.number_forms import outer
from assistant.naming.recitals import recital_spans
from assistant.retrieval.added_lookup import AddedLookup
from ingest.document import Clause, Document, Span
from ingest.library import Library
from ingest.record import DocumentRecord
from ingest.targets import between

ENOUGH = 128
"""Documents: as many as a library keeps open."""


class Lookup:
    """Looks clauses up in the documents of a library.

    Args:
        library: gives the documents.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._added = AddedLookup(library)

    def places(
        self, question: Question, records: Mapping[str, DocumentRecord], enough: int = ENOUGH
    ) -> dict[str, list[Span]]:
        """The clauses and annexes that a question names, each with its sub-clauses, by the id of their document.

        Of "annex 2, article 6.4" that article in that annex, where there is one; else whatever bears either number. Of "article 3
        de l'avenant 2" that article in that document, and nothing where there is none. A clause that an amendment added stands in
        that amendment.

        Args:
            question: as read.
            records: the documents that may be looked at, those wanted most first.
            enough: documents after which no more are opened: in a library of thousands all of them have a clause 4.
        """
        if not (question.numbers or question.annexes or question.documents):
            return {}
        added = self._added.places(question, records) if len(records) <= enough else {}
        question = self._added.without_added(question, records, added)
        standing = self._standing(question, records, enough)
        return {id_: [*added.get(id_, []), *standing.get(id_, [])] for id_ in {**added, **standing}}

    def _standing(
        self, question: Question, records: Mapping[str, DocumentRecord], enough: int
    ) -> dict[str, list[Span]]:
        """The clauses and annexes that stand under their numbers in a document of their own."""
        if not (question.numbers or question.annexes or question.documents):
            return {}
        opened = records if len(records) <= enough else self._worth_opening(question, records)
        families = _families(records.values())
        for spans_of in (spans_in_annexes, named_spans) if question.numbers and question.annexes else (named_spans,):
            held = (
                (id_, spans_of(question, self._library.document(id_), record, families[record.contract]))
                for id_, record in opened.items()
            )
            found = dict(islice(((id_, spans) for id_, spans in held if spans), enough))
            if found:
                return found
        return {}

    def _worth_opening(self, question: Question, records: Mapping[str, DocumentRecord]) -> Mapping[str, DocumentRecord]:
        """Of many documents those that may bear a number, by their clauses' numbers and by their own names."""
        if not (question.numbers or question.annexes):
            families = _families(records.values())
            return {i: r for i, r in records.items() if is_meant(r, question.documents, families[r.contract])}
        named = {each for number in question.numbers for each in (*_meant(number), outer(number))}
        values = {each for number in named for each in printed_as(number)}
        values |= {each for value in question.annexes for each in (value, *printed_as(value))}
        bearing = self._library.bearing(values)
        return {
            id_: record
            for id_, record in records.items()
            if id_ in bearing or any(_is_called(record, value) for value in question.annexes)
        }


Family = Collection[DocumentRecord]
"""The documents of a contract."""


def spans_named(question: Question, document: Document, record: DocumentRecord, family: Family) -> list[Span]:
    """The clauses that the question names in an annex of a document; where there is none, whatever of it bears a number that is named."""
    return spans_in_annexes(question, document, record, family) or named_spans(question, document, record, family)


def named_spans(question: Question, document: Document, record: DocumentRecord, family: Family) -> list[Span]:
    """The clauses and annexes of a document that the question names by number, each with its sub-clauses.

    Where it names documents too, those of these, each its own numbers; the whole of one where it names nothing else.
    """
    return [span for part in _by_document(question) for span in _spans_of(part, document, record, family)]


def _by_document(question: Question) -> list[Question]:
    """The question, or what it asks of each document where it names numbers of several: "clause 4 of the SLA and clause 5 of the DPA"."""
    own = [replace(question, documents=(each,), numbers=each.numbers) for each in question.documents if each.numbers]
    return own or [question]


def _spans_of(question: Question, document: Document, record: DocumentRecord, family: Family) -> list[Span]:
    if question.documents and not is_meant(record, question.documents, family):
        within = clauses_headed(
            document, _numbered(question, document), lambda head: heads_meant(head, question.documents)
        )
        return [subtree(document, clause) for clause in within]
    if question.documents and not (question.numbers or question.annexes):
        return [_body(document)]
    found = [subtree(document, clause) for clause in _numbered(question, document)]
    for number in question.numbers:
        if number.startswith(RECITAL):
            found += recital_spans(document, number.removeprefix(RECITAL).strip())
    for value in question.annexes:
        headed = clauses_numbered(document, f"annex {value}")
        found += [subtree(document, clause) for clause in headed]
        if not headed and not question.numbers and _is_annex(document, record, value):
            found.append(_body(document))
    return found


def spans_in_annexes(question: Question, document: Document, record: DocumentRecord, family: Family) -> list[Span]:
    """The clauses that the question names by number, in the annexes that it names beside them; one may be a document of its own."""
    if question.documents and not is_meant(record, question.documents, family):
        return []
    named = _numbered(question, document) if question.annexes else []
    within = clauses_in_annexes(document, named, question.annexes) if named else []
    if not within and named and any(_is_annex(document, record, value) for value in question.annexes):
        within = named
    return [subtree(document, clause) for clause in within]


def _families(records: Iterable[DocumentRecord]) -> dict[str, list[DocumentRecord]]:
    """The documents by the name of their contract."""
    families: dict[str, list[DocumentRecord]] = defaultdict(list)
    for record in records:
        families[record.contract].append(record)
    return families


def _numbered(question: Question, document: Document) -> list[Clause]:
    """The clauses named; of an item that no clause bears, the clause in which it would stand."""
    found: list[Clause] = []
    for number in question.numbers:
        if number == LAST:
            found += last_clauses(document) if question.annexes else last_clauses(document)[:1]
        elif not number.startswith(RECITAL):
            held = (clauses for each in _meant(number) if (clauses := clauses_numbered(document, f"clause {each}")))
            found += next(held, []) or _of_range(number, document)
    return found


def _meant(number: str) -> tuple[str, ...]:
    """What a number may mean, the likeliest first: "4.2a" the clause 4.2a or the item (a) of 4.2."""
    lettered = re.fullmatch(r"(\d+(?:\.\d+)*)([a-z])", number)
    return (number, f"{lettered[1]}({lettered[2]})") if lettered else (number,)


def _of_range(number: str, document: Document) -> list[Clause]:
    """Of a number that no clause bears: those of the range that it is ("4-6"), else that in which it would stand."""
    first, _, last = number.partition("-")
    ends = [clauses_numbered(document, f"clause {each}") for each in (first, last)]
    if all(ends) and first != last:
        return [
            c for each in (first, *between(first, last), last) for c in clauses_numbered(document, f"clause {each}")
        ]
    return clauses_numbered(document, f"clause {outer(number)}")


def _is_called(record: DocumentRecord, value: str) -> bool:
    """Whether a document is an annex of that number by its name or title."""
    keys = (annex_key(said) for said in (record.name.replace("_", " "), record.title))
    return any(key is not None and is_same_annex(key[-1], value) for key in keys)


def _is_annex(document: Document, record: DocumentRecord, value: str) -> bool:
    own = annex_of(record, document)
    return own is not None and is_same_annex(own[-1], value)


def _body(document: Document) -> Span:
    return Span(0, document.pages[-1].span.end if document.pages else len(document.text))
