"""A guided tour of a contract: topic by topic the clauses that a newcomer should have read, in the contract's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.answer import Citation, Statement, Verdict
from assistant.citing.cite import cite
from assistant.family.family import Family
from assistant.family.in_force import InForce
from assistant.learning.sayings import Saying, Sayings, ends_sentence
from assistant.learning.topics import MAIN, Topic
from assistant.values.quantity import quantities
from ingest.document import Document, Role, Span
from ingest.library import Library
from ingest.record import DocumentRecord
from ingest.tables import tables_of

SIGHTS = 6
"""Quotes a topic."""
_A_CLAUSE = 1  # quotes of one clause
_A_DOCUMENT = 4  # quotes of one document, before the others have had their turn
_LONGEST_TABLE = 1_200  # characters
_OVERLEAF = 4  # characters of white space at most between the parts of a sentence that crosses a page
_CLOSING = re.compile(r"(?:\s{0,2}»|[”\"’)])+")
_TABLE_TOPICS = {Topic.LEVELS: Role.SERVICE_LEVELS, Topic.MONEY: Role.PRICING}


@dataclass(frozen=True, slots=True)
class Stop:
    """A topic of the tour with its quotes, in the order in which they are read; none where the contract has nothing on it.

    A quote that was amended is marked (`Citation.in_force`), and the amending words come before it.
    """

    topic: Topic
    quotes: tuple[Citation, ...]

    @property
    def sights(self) -> list[tuple[Citation, ...]]:
        """The quotes as they are read: each alone, but for the parts of a sentence that crosses a page, which stand together."""
        found: list[tuple[Citation, ...]] = []
        for quote in self.quotes:
            if found and _goes_on(found[-1][-1], quote):
                found[-1] = (*found[-1], quote)
            else:
                found.append((quote,))
        return found


class Tour:
    """Leads through the contracts of a library.

    Args:
        library: gives the documents.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._sayings = Sayings(library)
        self._family = Family(library)
        self._in_force = InForce(library)

    def stops(self, contract: str, as_of: date | None = None) -> list[Stop]:
        """Every topic of a contract, in order.

        Args:
            contract: its name.
            as_of: the day on which the quotes are to hold; today when None.

        Raises:
            UnknownContract: when there is no such contract.
        """
        return [self.stop(contract, topic, as_of) for topic in Topic]

    def stop(self, contract: str, topic: Topic, as_of: date | None = None) -> Stop:
        """One topic of a contract.

        Raises:
            UnknownContract: when there is no such contract.
        """
        chosen: list[Citation] = []
        if topic is Topic.WHO:
            chosen += self._parties(contract)
        chosen += self._tables(contract, topic)
        said = self._said(contract, topic)
        chosen += [saying.citation for saying in self._best(said, topic)][: SIGHTS - min(len(chosen), SIGHTS // 2)]
        return Stop(topic, tuple(self._marked(chosen, as_of)))

    def _said(self, contract: str, topic: Topic) -> list[Saying]:
        """What is said on a topic; of who and what, only what is on nothing else, where that is enough: it is read at another stop."""
        said = [saying for saying in self._sayings.of(contract) if topic in saying.headed]
        alone = [saying for saying in said if saying.headed <= MAIN]
        return alone if topic in MAIN and len(alone) >= SIGHTS else said

    def _parties(self, contract: str) -> Iterator[Citation]:
        """Where the main document names the parties."""
        reports = self._family.particulars(contract)
        main = min(reports, key=lambda report: report.document.role is not Role.FRAMEWORK)
        for fact in main.facts:
            if fact.key == "parties" and fact.citations:
                yield self._closed(main.document, fact.citations[0])

    def _closed(self, record: DocumentRecord, citation: Citation) -> Citation:
        """The citation up to the marks that close the short name of a party."""
        document = self._library.document(record.id)
        end = citation.end
        closing = _CLOSING.match(document.text, end)
        end = closing.end() if closing else end
        return cite(record, document, Span(citation.start, end))[0]

    def _tables(self, contract: str, topic: Topic) -> list[Citation]:
        """Of the tables of the document that the topic is about, and that fit into a glance, the one with most quantities."""
        wanted = _TABLE_TOPICS.get(topic)
        records = [record for record in self._library.contract(contract).documents if record.role is wanted]
        found = [c for record in records for c in _glance(record, self._library.document(record.id))]
        return sorted(found, key=lambda each: -len(quantities(each.quote, Span(0, len(each.quote)))))[:1]

    def _best(self, said: Sequence[Saying], topic: Topic) -> list[Saying]:
        """The sayings that tell most, at first few of one document, in the order of the contract."""
        ranked = sorted(said, key=lambda saying: -self._weight(saying, topic))
        chosen: list[Saying] = []
        for most in (_A_DOCUMENT, SIGHTS):
            for saying in ranked:
                of_document = sum(each.record.id == saying.record.id for each in chosen)
                of_clause = sum(
                    (each.record.id, each.clause.id) == (saying.record.id, saying.clause.id) for each in chosen
                )
                said_already = any(_same_words(each, saying) for each in chosen)
                if len(chosen) < SIGHTS and not said_already and of_document < most and of_clause < _A_CLAUSE:
                    chosen.append(saying)
        return sorted(chosen, key=said.index)

    def _weight(self, saying: Saying, topic: Topic) -> float:
        """How much a sentence tells: its figures, its duties, and whether it is the first of a clause high in the tree."""
        document = self._library.document(saying.record.id)
        told = min(2, len(quantities(document.text, saying.words)))
        worth = 0.3 if topic in (Topic.WHO, Topic.WHAT) else 1.5  # of a figure: what the services are is told without
        return (
            worth * told
            + saying.duty
            + saying.first
            + (saying.record.role is not Role.OTHER)
            - 0.2 * saying.clause.level
        )

    def _marked(self, chosen: Sequence[Citation], as_of: date | None) -> list[Citation]:
        statements = [Statement(citation.quote, Verdict.QUOTED, (citation,)) for citation in chosen]
        return [
            citation
            for each in statements
            for made in self._in_force.marked([each], as_of)
            for citation in made.citations
        ]


def _same_words(one: Saying, other: Saying) -> bool:
    """Whether two sayings read the same, as those of documents that repeat each other do."""
    return one.citation.quote.split() == other.citation.quote.split()


def _goes_on(first: Citation, second: Citation) -> bool:
    """Whether a quote begins on the page behind another one, in the middle of its sentence."""
    overleaf = (first.document_id, first.page + 1) == (second.document_id, second.page)
    return overleaf and 0 <= second.start - first.end <= _OVERLEAF and not ends_sentence(first.quote)


def _glance(record: DocumentRecord, document: Document) -> Iterator[Citation]:
    for table in tables_of(document):
        if len(table.span) <= _LONGEST_TABLE and len(table.rows) > 2:
            citations = cite(record, document, table.span)
            if len(citations) == 1:
                yield citations[0]
