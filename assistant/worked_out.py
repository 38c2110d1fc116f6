"""The quotes of an answer with what code works out of them in front: a day, a service credit, a price, interest. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.answer import Statement
from assistant.calculation import calculate
from assistant.deadline import deadline, in_business_days, week_of
from assistant.lexicon import Lexicon
from assistant.question import Question


def worked_out(
    question: Question,
    quoted: Sequence[Statement],
    others: Sequence[Statement],
    lexicon: Lexicon,
    definitions: Callable[[Statement], Sequence[Statement]] = lambda _: (),
) -> tuple[Statement, ...]:
    """The statements on which a calculation rests, the first led by its result; none where nothing is worked out.

    Args:
        question: as read.
        quoted: the statements of the answer, best first.
        others: further statements that a calculation may rest on.
        lexicon: tells which words of the question a quote counts from.
        definitions: gives what the contract defines of the words of a statement; asked where business days are counted.
    """
    if not quoted:
        return ()
    day = deadline(question, quoted[0].text, lexicon)
    if day:
        return _dated(question, quoted[0], lexicon, definitions) or (replace(quoted[0], lead=f"{day}."),)
    pool = tuple(dict.fromkeys((*quoted, *others)))
    found = calculate(question, ["\n".join(citation.quote for citation in one.citations) for one in pool])
    if found is None:
        return ()
    first, *rest = (pool[number] for number in found.quotes)
    return (replace(first, lead=found.told), *rest)


def _dated(
    question: Question, quote: Statement, lexicon: Lexicon, definitions: Callable[[Statement], Sequence[Statement]]
) -> tuple[Statement, ...]:
    """The quote led by a day that is counted in the business days of the contract's own definition, and that; none where it has none."""
    for definition in definitions(quote) if in_business_days(quote.text) else ():
        week = week_of(definition.text)
        if week is not None:
            return replace(quote, lead=f"{deadline(question, quote.text, lexicon, week)}."), definition
    return ()
