"""What is owed of a monthly fee for a part of a month, with the clauses that give the rule and the fee."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date

from assistant.answer import Statement, Verdict
from assistant.asked.question import Question
from assistant.calculation.prorated import monthly_sum, part_asked, rule_of, told
from assistant.citing.cite import cite
from assistant.family.in_force import InForce
from assistant.values.figures import MONEY, Figure, figures
from ingest.days import days
from ingest.library import Library
from ingest.sentences import sentences


class Proration:
    """Finds what a contract says of a fee for a part of a month.

    Args:
        library: the documents of the contract.
        in_force: reads clauses as amendments leave them.
    """

    def __init__(self, library: Library, in_force: InForce) -> None:
        self._library = library
        self._in_force = in_force

    def of(
        self, question: Question, quoted: Sequence[Statement], document_ids: Collection[str], as_of: date | None
    ) -> tuple[Statement, ...]:
        """The statements on which what is owed rests, the first led by it; none where nothing of the kind is asked for.

        Args:
            question: as read.
            quoted: the statements of the answer; the first is led by word that nothing was found, where that is so.
            document_ids: the documents of the contract that answers.
            as_of: the day of which the question is asked; today when None.
        """
        part = part_asked(question)
        if part is None:
            return ()
        named = days(question.text)
        day = named[0].day if len(named) == 1 else as_of
        read = list(self._read(document_ids, day))
        rules = [(each, words, rule) for each, words, _ in read if (rule := rule_of(words)) is not None]
        fees = [(each, fee, made) for each, words, made in read if (fee := monthly_sum(words)) is not None]
        given = [figure for figure in figures(question.text) if figure.unit in MONEY]
        one = given[0] if len(given) == 1 else _one({fee for _, fee, _ in fees})
        if len({rule for _, _, rule in rules}) > 1:
            return ()
        if not rules:
            return tuple(replace(each, lead=told(question, part, None, "", None, False)) for each in quoted[:1])
        _, clause, rule = rules[0]
        lead = told(question, part, rule, clause, one, bool(given))
        behind = [] if given or one is None else [*fees[0][2], fees[0][0]]
        return (replace(rules[0][0], lead=lead), *behind)

    def _read(
        self, document_ids: Collection[str], day: date | None
    ) -> Iterator[tuple[Statement, str, tuple[Statement, ...]]]:
        """The sentences on fees, each as it is quoted, as it reads on a day, and with the statements that amend it."""
        for document_id in document_ids:
            record, document = self._library.record(document_id), self._library.document(document_id)
            for clause in document.clauses:
                for span in sentences(document.text, clause.span):
                    words = span.of(document.text)
                    if rule_of(words) is None and monthly_sum(words) is None:
                        continue
                    citations = cite(record, document, span)
                    statement = Statement(" ".join(words.split()), Verdict.QUOTED, citations)
                    marked = next(
                        (m for m in self._in_force.marked([statement], day) if m.text == statement.text), None
                    )
                    if marked is None:
                        continue
                    if not any(citation.superseded_by for citation in marked.citations):
                        yield marked, statement.text, ()
                    elif len(citations) == 1 and (worded := self._in_force.wording(citations[0], day)) is not None:
                        yield marked, worded[0], worded[1]


def _one(fees: Collection[Figure]) -> Figure | None:
    return next(iter(fees)) if len(fees) == 1 else None
