"""The quotes of an answer with what code works out of them in front: a day, a service credit, a price, interest. Pure."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from assistant.answer import Statement
from assistant.asked.question import Question
from assistant.calculation.calculation import calculate
from assistant.calculation.deadline import deadline, in_business_days, week_of
from assistant.calculation.notice_end import notice_end
from assistant.calculation.service_asked import of_service_asked, scales_named
from assistant.wording.lexicon import Lexicon
from ingest.days import MONTH_OF, days

_MONTH = re.compile(rf"\b(?P<month>{'|'.join(MONTH_OF)})\.?\s(?:of\s|de\s)?(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
_FROM = re.compile(  # what holds from a day on
    r"\b(?:à compter d[ue]|à partir d[ue]|dès le|with effect from|effective|starting|beginning|from|as (?:of|from))\s(?:le\s|the\s)?$",
    re.IGNORECASE,
)


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
    asked = _asked_day(question)
    quoted = [one for one in quoted if not _begins_after(one, asked)]
    others = [one for one in others if not _begins_after(one, asked)]
    if not quoted:
        return ()
    day = deadline(question, quoted[0].text, lexicon) if _holds(quoted[0]) else ""
    if day:
        return _dated(question, quoted[0], lexicon, definitions) or (replace(quoted[0], lead=f"{day}."),)
    pool = scales_named(question, [piece for one in dict.fromkeys((*quoted, *others)) for piece in _pieces(one)])
    headed = [(text, one.citations[-1].clause) for text, one in pool]
    found = notice_end(question, headed) or calculate(question, [text for text, _ in pool])
    if found is None or not of_service_asked(question, pool, found):
        return ()
    first, *rest = dict.fromkeys(pool[number][1] for number in found.quotes)
    return (replace(first, lead=found.told), *rest)


def _pieces(statement: Statement) -> list[tuple[str, Statement]]:
    """What a statement quotes; the rows of a table each by itself, below its header. None of what holds no more, or may not."""
    if not _holds(statement):
        return []
    lines = "\n".join(citation.quote for citation in statement.citations).split("\n")
    header, *rows = [line for line in lines if "\t" in line] or [""]
    if not header:
        return [(" ".join(" ".join(lines).split()), statement)]
    if len(rows) < 2:
        return [("\n".join(lines), statement)]
    return [(f"{header}\n{row}", statement) for row in dict.fromkeys(rows) if row != header]


def _holds(statement: Statement) -> bool:
    """Whether all that a statement quotes is in force, as far as is known."""
    return all(citation.in_force is True for citation in statement.citations)


def _asked_day(question: Question) -> date | None:
    """The last day that a question tells of, of a month the last of it; None where it tells of none."""
    told = [each.day for each in days(question.text)]
    for match in _MONTH.finditer(question.text):
        year, month = int(match["year"]), MONTH_OF[match["month"].lower()]
        told.append(date(year, month, monthrange(year, month)[1]))
    return max(told, default=None)


def _begins_after(statement: Statement, asked: date | None) -> bool:
    """Whether what a statement quotes holds from a day on that lies after the one asked about ("€1,800 … from 1 April 2026")."""
    if asked is None:
        return False
    return any(
        each.day > asked and _FROM.search(quote[: each.span.start])
        for quote in (" ".join(citation.quote.split()) for citation in statement.citations)
        for each in days(quote)
    )


def _dated(
    question: Question, quote: Statement, lexicon: Lexicon, definitions: Callable[[Statement], Sequence[Statement]]
) -> tuple[Statement, ...]:
    """The quote led by a day that is counted in the business days of the contract's own definition, and that; none where it has none."""
    for definition in definitions(quote) if in_business_days(quote.text) else ():
        week = week_of(definition.text)
        if week is not None:
            return replace(quote, lead=f"{deadline(question, quote.text, lexicon, week)}."), definition
    return ()
