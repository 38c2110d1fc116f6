"""What a quote leaves to an annex that is not among the documents of its contract: "response times are as set forth in Attachment 1"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from assistant.answer import Citation, Statement
from assistant.family.cross_references import State, links_of
from assistant.family.governing import Governs, bearing
from ingest.document import Span
from ingest.library import Library
from ingest.references import references_of

_REACH = 90  # characters before a reference that say whether the annex states what is asked for
_WORDS = {
    "en": "“{}”, to which this refers, was not found among the documents of the contract:",
    "fr": "« {} », auquel ceci renvoie, n'a pas été trouvé parmi les documents du contrat :",
}


class MissingAnnexes:
    """Finds the annexes that quotes leave what they say to, and that a contract lacks.

    Args:
        library: the documents of the contract.
    """

    def __init__(self, library: Library) -> None:
        self._library = library

    def noted(self, statements: Iterable[Statement], language: str) -> tuple[Statement, ...]:
        """The statements, each that leaves something to a missing annex and bears no plain words with a sentence that says so.

        Args:
            statements: as quoted.
            language: of the reader, "en" or "fr".
        """
        return tuple(self._noted(statement, language) for statement in statements)

    def _noted(self, statement: Statement, language: str) -> Statement:
        missing = None if statement.lead else next(self._missing(statement.citations), None)
        return statement if missing is None else replace(statement, lead=_WORDS[language].format(missing))

    def _missing(self, citations: Iterable[Citation]) -> Iterator[str]:
        for citation in citations:
            here = Span(citation.start, citation.end)
            record, document = self._library.record(citation.document_id), self._library.document(citation.document_id)
            if not references_of(document, here):
                continue  # the other documents need not be read
            family = [
                (each, self._library.document(each.id)) for each in self._library.contract(record.contract).documents
            ]
            for link in links_of(record, document, family, here):
                at = link.reference.span.start - citation.start
                states = bearing(citation.quote[max(0, at - _REACH) : at]) is Governs.STATED
                if states and link.state is State.NO_DOCUMENT and link.reference.document:
                    yield link.reference.document
