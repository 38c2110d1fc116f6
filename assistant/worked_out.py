"""The quotes of an answer with what code works out of them in front: a day, a service credit, a price, interest. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Statement
from assistant.calculation import calculate
from assistant.deadline import deadline
from assistant.lexicon import Lexicon
from assistant.question import Question


def worked_out(
    question: Question, quoted: Sequence[Statement], others: Sequence[Statement], lexicon: Lexicon
) -> tuple[Statement, ...]:
    """The statements on which a calculation rests, the first led by its result; none where nothing is worked out.

    Args:
        question: as read.
        quoted: the statements of the answer, best first.
        others: further statements that a calculation may rest on.
        lexicon: tells which words of the question a quote counts from.
    """
    if not quoted:
        return ()
    day = deadline(question, quoted[0].text, lexicon)
    if day:
        return (replace(quoted[0], lead=f"{day}."),)
    pool = tuple(dict.fromkeys((*quoted, *others)))
    found = calculate(question, ["\n".join(citation.quote for citation in one.citations) for one in pool])
    if found is None:
        return ()
    first, *rest = (pool[number] for number in found.quotes)
    return (replace(first, lead=found.told), *rest)
