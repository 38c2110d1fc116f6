"""The quotes of an answer with what code works out of them in front: a day, a service credit, a price, interest. Pure."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.answer import Citation, Statement
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


Wording = Callable[[Citation, date | None], tuple[str, tuple[Statement, ...]] | None]
"""Gives a quote as it reads on a day, today when None, with the statements that amend it; None where that is not certain."""


def worked_out(
    question: Question,
    quoted: Sequence[Statement],
    others: Sequence[Statement],
    lexicon: Lexicon,
    definitions: Callable[[Statement], Sequence[Statement]] = lambda _: (),
    wording: Wording = lambda _, __: None,
) -> tuple[Statement, ...]:
    """The statements on which a calculation rests, the first led by its result; none where nothing is worked out.

    Args:
        question: as read.
        quoted: the statements of the answer, best first.
        others: further statements that a calculation may rest on.
        lexicon: tells which words of the question a quote counts from.
        definitions: gives what the contract defines of the words of a statement; asked where business days are counted.
        wording: gives what amendments made of a quote.
    """
    asked = _asked_day(question)
    read = {
        one: one_read
        for one in dict.fromkeys((*quoted, *others))
        if (one_read := _read(one, asked, wording)) is not None
    }
    amending = {_places(made): one for one, one_read in read.items() for made in one_read.amending}
    read = {one: one_read for one, one_read in read.items() if _places(one) not in amending}
    named = (amending.get(_places(one), one) for one in quoted if not _begins_after(one, asked))
    best = next(named, None)
    if best is None or not any(one in read or _places(one) in amending for one in quoted):
        return ()
    if best in read and (day := deadline(question, read[best].told, lexicon)):
        dated = _dated(question, best, read[best], lexicon, definitions) or (replace(best, lead=f"{day}."),)
        return _with_amending(dated, read)
    pool = scales_named(question, [(text, one) for one, one_read in read.items() for text in one_read.pieces])
    headed = [(text, one.citations[-1].clause) for text, one in pool]
    found = notice_end(question, headed) or calculate(question, [text for text, _ in pool])
    if found is None or not of_service_asked(question, pool, found):
        return ()
    first, *rest = dict.fromkeys(pool[number][1] for number in found.quotes)
    return _with_amending((replace(first, lead=found.told), *rest), read)


@dataclass(frozen=True, slots=True)
class _Read:
    """What a statement says on the day asked about: whole, and in the pieces that a calculation may rest on; ``amending`` made it so.

    The rows of a table are pieces by themselves, each below its header.
    """

    told: str
    pieces: tuple[str, ...]
    amending: tuple[Statement, ...] = ()


def _read(statement: Statement, asked: date | None, wording: Wording) -> _Read | None:
    """What a statement says on the day that is asked about, today where none is; None of what does not hold then, or may not."""
    if _begins_after(statement, asked):
        return None
    quotes: list[str] = []
    amending: list[Statement] = []
    for citation in statement.citations:
        if citation.superseded_by:
            worded = wording(citation, asked)
            if worded is None:
                if citation.in_force is not True:
                    return None
                worded = citation.quote, ()
            quotes.append(worded[0])
            amending += worded[1]
        elif citation.in_force is True:
            quotes.append(citation.quote)
        else:
            return None
    told = " ".join(" ".join(quotes).split()) if amending else statement.text
    return _Read(told, tuple(_pieces("\n".join(quotes).split("\n"))), tuple(dict.fromkeys(amending)))


def _pieces(lines: Sequence[str]) -> list[str]:
    """Words in one line, or the rows among them each below the header."""
    header, *rows = [line for line in lines if "\t" in line] or [""]
    if not header:
        return [" ".join(" ".join(lines).split())]
    if len(rows) < 2:
        return ["\n".join(lines)]
    return [f"{header}\n{row}" for row in dict.fromkeys(rows) if row != header]


def _with_amending(led: Sequence[Statement], read: Mapping[Statement, _Read]) -> tuple[Statement, ...]:
    """The statements, each behind those that amend it, and the lead of the first in front of all."""
    lead, told = led[0].lead, []
    amending = {_places(one): one_read.amending for one, one_read in read.items()}
    for one in led:
        told += [*amending.get(_places(one), ()), one]
    told = list(dict.fromkeys(told))
    if told[0] == led[0]:
        return tuple(told)
    return (replace(told[0], lead=lead), *(replace(one, lead="") if one == led[0] else one for one in told[1:]))


def _places(statement: Statement) -> tuple[tuple[str, str, int], ...]:
    """Where a statement's quotes stand."""
    return tuple((c.document_id, c.document, c.start) for c in statement.citations)


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
    if any(
        old.effective and date.fromisoformat(old.effective) > asked for c in statement.citations for old in c.replaces
    ):
        return True
    return any(
        each.day > asked and _FROM.search(quote[: each.span.start])
        for quote in (" ".join(citation.quote.split()) for citation in statement.citations)
        for each in days(quote)
    )


def _dated(
    question: Question,
    quote: Statement,
    read: _Read,
    lexicon: Lexicon,
    definitions: Callable[[Statement], Sequence[Statement]],
) -> tuple[Statement, ...]:
    """The quote led by a day that is counted in the business days of the contract's own definition, and that; none where it has none."""
    for definition in definitions(quote) if in_business_days(read.told) else ():
        week = week_of(definition.text)
        if week is not None:
            return replace(quote, lead=f"{deadline(question, read.told, lexicon, week)}."), definition
    return ()
