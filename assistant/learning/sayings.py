"""The sentences of a contract that can stand alone, each with its clause and its topics: what tours, quizzes and guides are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from assistant.answer import Citation
from assistant.citing.cite import cite
from assistant.learning.self_contained import needs_lead, self_contained
from assistant.learning.topics import MAIN, ROLES, Topic, topics_of
from assistant.naming.clause_lookup import breadcrumb
from ingest.document import Clause, Document, Role, Span
from ingest.library import Library
from ingest.record import DocumentRecord
from ingest.sentences import body_start, sentences

_SHORTEST, _LONGEST = 40, 420  # characters
_NUMBER = re.compile(
    r"^\s*(?:(?:article|clause|section)\s+)?(?:\d+(?:\.\d+)*\.?|[(]?[a-z\d]{1,4}[).])(?:\s|\t)+", re.IGNORECASE
)
_DUTY = re.compile(
    r"\b(?:shall|must|will|may|is entitled|are entitled|doit|doivent|devra|devront|s['’]engage|peut|pourra|est tenue?)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.!?”\"»)]$")
_KEPT = 16  # contracts whose sayings are remembered


@dataclass(frozen=True, slots=True)
class Saying:
    """A sentence that can stand alone.

    ``citation`` quotes the whole of it; ``words`` is the sentence without the number of its clause. ``headed`` are the topics of
    its document's role and of the headings above it; where headings tell several, those of which the sentence speaks, if it does.
    ``duty`` is whether it says what somebody shall or may do, and ``first`` whether it begins its clause.
    """

    record: DocumentRecord
    clause: Clause
    citation: Citation
    words: Span
    headed: frozenset[Topic]
    duty: bool
    first: bool


class Sayings:
    """The sayings of the contracts of a library, made at first need and again when the library has changed."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._cached = lru_cache(maxsize=_KEPT)(self._make)

    def of(self, contract: str) -> tuple[Saying, ...]:
        """The sayings of a contract in the order of its documents; amendments are left out, since they speak of other words.

        Raises:
            UnknownContract: when there is no such contract.
        """
        return self._cached(contract, self._library.generation)

    def _make(self, contract: str, _generation: int) -> tuple[Saying, ...]:
        found: list[Saying] = []
        for record in self._library.contract(contract).documents:
            if record.role is not Role.AMENDMENT:
                found += _of_document(record, self._library.document(record.id))
        return tuple(found)


def _of_document(record: DocumentRecord, document: Document) -> Iterator[Saying]:
    whole = ROLES.get(record.role)
    for clause in document.clauses:
        way = breadcrumb(document, clause)
        # an annex is about its topic; a clause of it is about another only where its own heading says so
        headed = (topics_of(way[-1:]) - MAIN) | {whole} if whole else topics_of([*way[:1], *way[-1:]])
        body = Span(min(body_start(document.text, clause), clause.span.end), clause.span.end)
        for sentence in sentences(document.text, body):
            told = headed & topics_of([sentence.of(document.text)])
            saying = _saying(record, document, clause, sentence, told | {whole} if whole else told or headed)
            if saying is not None:
                yield saying


def _saying(
    record: DocumentRecord, document: Document, clause: Clause, sentence: Span, headed: frozenset[Topic]
) -> Saying | None:
    said = sentence.of(document.text)
    number = _NUMBER.match(said)
    words = Span(sentence.start + (number.end() if number else 0), sentence.end)
    first = number is not None or sentence.start <= body_start(document.text, clause)
    alone = _stands_alone(words.of(document.text), record.language)
    if not alone or (first and needs_lead(words.of(document.text), _lead(document, clause))):
        return None
    citations = cite(record, document, sentence)
    if len(citations) != 1 or citations[0].quote != said or citations[0].doubtful:
        return None
    return Saying(record, clause, citations[0], words, headed, _DUTY.search(said) is not None, first)


def _lead(document: Document, clause: Clause) -> str:
    """The words of the clause above that stand before the first one below it."""
    parent = next((each for each in document.clauses if each.id == clause.parent), None)
    if parent is None:
        return ""
    begins = min(each.span.start for each in document.clauses if each.parent == parent.id)
    return document.text[min(body_start(document.text, parent), begins) : begins]


def _stands_alone(said: str, language: str) -> bool:
    """Whether the words are a whole sentence of a length that can be read at a glance."""
    if "\t" in said or not _SHORTEST <= len(said) <= _LONGEST:
        return False
    first = said.lstrip("“\"«‘' ")[:1]
    return first.isupper() and not said.isupper() and ends_sentence(said) and self_contained(said, language)


def ends_sentence(said: str) -> bool:
    """Whether words end as a sentence does."""
    return _ENDS.search(said) is not None
