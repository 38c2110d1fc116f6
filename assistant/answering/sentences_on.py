"""The sentences of a contract on a matter that a calculation needs and that no question names: hours of work, a fee for a month."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date

from assistant.answer import Statement, Verdict
from assistant.citing.cite import cite
from assistant.family.in_force import InForce
from ingest.library import Library
from ingest.sentences import sentences


@dataclass(frozen=True, slots=True)
class SaidOn:
    """A sentence as it is quoted, as it reads on a day, and the statements that amend it."""

    quoted: Statement
    words: str
    amending: tuple[Statement, ...] = ()


class SentencesOn:
    """Finds sentences by what they say, wherever they stand.

    Args:
        library: the documents of the contract.
        in_force: reads sentences as amendments leave them.
    """

    def __init__(self, library: Library, in_force: InForce) -> None:
        self._library = library
        self._in_force = in_force

    def of(self, is_on: Callable[[str], bool], document_ids: Collection[str], day: date | None) -> Iterator[SaidOn]:
        """The sentences of which how they read on a day is certain, in the order of the documents.

        Args:
            is_on: whether a sentence is on the matter.
            document_ids: the documents of a contract.
            day: on which they are to hold; today when None.
        """
        for document_id in document_ids:
            record, document = self._library.record(document_id), self._library.document(document_id)
            for clause in document.clauses:
                for span in sentences(document.text, clause.span):
                    words = span.of(document.text)
                    if is_on(words):
                        yield from self._read(
                            Statement(" ".join(words.split()), Verdict.QUOTED, cite(record, document, span)), day
                        )

    def _read(self, statement: Statement, day: date | None) -> Iterator[SaidOn]:
        held = (each for each in self._in_force.marked([statement], day) if each.text == statement.text)
        marked = next(held, None)
        if marked is None:
            return
        if not any(citation.superseded_by for citation in marked.citations):
            yield SaidOn(marked, statement.text)
        elif len(marked.citations) == 1 and (worded := self._in_force.wording(marked.citations[0], day)) is not None:
            yield SaidOn(marked, *worded)
