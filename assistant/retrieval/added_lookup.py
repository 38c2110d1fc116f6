"""Where the clauses stand that a question names by number and that an amendment added: "article 14 bis"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from assistant.asked.question import Question
from assistant.family.ledger import Ledgers
from assistant.family.versions import added_clauses
from assistant.naming.clause_lookup import clauses_numbered
from assistant.naming.mention import LAST, RECITAL
from ingest.document import Role, Span
from ingest.library import Library
from ingest.record import DocumentRecord


class AddedLookup:
    """Looks up the clauses that amendments add, in the words that these bring in.

    Args:
        library: gives the documents.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._ledgers = Ledgers(library)

    def places(self, question: Question, records: Mapping[str, DocumentRecord]) -> dict[str, list[Span]]:
        """The added clauses of the numbers that a question names, by the id of the amendment in which they stand.

        Of a question that names annexes or documents none: the number is one of theirs.
        """
        numbers = [each for each in question.numbers if each != LAST and not each.startswith(RECITAL)]
        if not numbers or question.annexes or question.documents:
            return {}
        found: dict[str, list[Span]] = defaultdict(list)
        for contract in dict.fromkeys(each.contract for each in records.values() if each.role is Role.AMENDMENT):
            ledger = self._ledgers.of(contract)
            for number in numbers:
                for entry, span in added_clauses(self._library, ledger, number):
                    if entry.amendment.id in records:
                        found[entry.amendment.id].append(span)
        return dict(found)

    def without_added(
        self, question: Question, records: Mapping[str, DocumentRecord], added: Mapping[str, list[Span]]
    ) -> Question:
        """The question without the numbers that an added clause alone bears: of "10A" no clause 10 is meant."""
        if not added:
            return question
        documents = [self._library.document(id_) for id_ in records]
        kept = (n for n in question.numbers if any(clauses_numbered(each, f"clause {n}") for each in documents))
        return replace(question, numbers=tuple(kept))
