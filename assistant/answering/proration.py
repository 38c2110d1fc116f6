"""What is owed of a monthly fee for a part of a month, with the clauses that give the rule and the fee."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from assistant.answer import Statement
from assistant.answering.sentences_on import SentencesOn
from assistant.asked.question import Question
from assistant.calculation.prorated import monthly_sum, part_asked, rule_of, told
from assistant.values.figures import MONEY, Figure, figures
from ingest.days import days


class Proration:
    """Finds what a contract says of a fee for a part of a month.

    Args:
        sentences: finds the sentences of the contract.
    """

    def __init__(self, sentences: SentencesOn) -> None:
        self._sentences = sentences

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
        said = list(self._sentences.of(_is_on_fees, document_ids, day))
        rules = [(each.quoted, each.words, rule) for each in said if (rule := rule_of(each.words)) is not None]
        fees = [(each, fee) for each in said if (fee := monthly_sum(each.words)) is not None]
        given = [figure for figure in figures(question.text) if figure.unit in MONEY]
        one = given[0] if len(given) == 1 else _one({fee for _, fee in fees})
        if len({rule for _, _, rule in rules}) > 1:
            return ()
        if not rules:
            return tuple(replace(each, lead=told(question, part, None, "", None, False)) for each in quoted[:1])
        _, clause, rule = rules[0]
        lead = told(question, part, rule, clause, one, bool(given))
        behind = [] if given or one is None else [*fees[0][0].amending, fees[0][0].quoted]
        return (replace(rules[0][0], lead=lead), *behind)


def _is_on_fees(sentence: str) -> bool:
    return rule_of(sentence) is not None or monthly_sum(sentence) is not None


def _one(fees: Collection[Figure]) -> Figure | None:
    return next(iter(fees)) if len(fees) == 1 else None
