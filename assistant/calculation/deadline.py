"""A day counted from a day: "the invoice came on 3 March 2026" and "within thirty (30) days of receipt" make 2 April 2026. Pure.

Counted only where the rules are certain: the question asks for a day and names one, the quote has one period in calendar time and says
from what it is counted, and the question names that. Business days are counted from Monday to Friday (French "jours ouvrables" to
Saturday), and the answer says that holidays are not known.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from assistant.asked.anchors import Anchor, Way, anchors
from assistant.asked.question import Question
from assistant.proof.overlap import language_of, relatives
from assistant.values.figures import Figure
from assistant.values.spoken_figure import spoken
from assistant.wording.lexicon import Lexicon
from ingest.days import days, months_after
from ingest.words import fold
from ingest.written_day import written_day

_ASKS_FOR_A_DAY = re.compile(
    r"\b(?:when|by what (?:date|day)|what (?:date|day)|which (?:date|day)|until when|how late|latest|deadline|"
    r"quand|quelle date|quel jour|jusqu.à quand|date limite|au plus tard|échéance)\b",
    re.IGNORECASE,
)
_DAYS = {"day": 1, "calendar day": 1, "week": 7}
_WORKING = "business day"
_MOST_WORKED = 1000  # business days; a contract counts no more
_TO_SATURDAY = re.compile(r"\bjours?\s+ouvrables?\b", re.IGNORECASE)
_ASSUMED: dict[str, dict[int | str, str]] = {
    "en": {
        5: "Monday to Friday{defined}; public holidays are not known",
        6: "Monday to Saturday{defined}; public holidays are not known",
        "defined": ", as the contract defines them",
    },
    "fr": {
        5: "du lundi au vendredi{defined} ; les jours fériés ne sont pas connus",
        6: "du lundi au samedi{defined} ; les jours fériés ne sont pas connus",
        "defined": ", comme le contrat les définit",
    },
}
_SUNDAY, _SATURDAY = r"\b(?:sundays?|dimanches?)\b", r"\b(?:saturdays?|samedis?)\b"
_BUT = r"\b(?:other than|except|excluding|hors|sauf|a l'exception d\w+|excepte)(?:(?!saturday|samedi)[^.;]){0,20}"
_WEEKS = {  # days of the week, from Monday on
    5: r"\bmonday (?:to|through|until) friday\b|\blundi au vendredi\b|\bweek-?ends?\b|"
    rf"{_SATURDAY}(?=[^.;]{{0,40}}{_SUNDAY})|{_SUNDAY}(?=[^.;]{{0,40}}{_SATURDAY})",
    6: rf"\bmonday (?:to|through|until) saturday\b|\blundi au samedi\b|{_BUT}{_SUNDAY}(?![^.;]{{0,40}}{_SATURDAY})",
}
_OF_A_SPAN = re.compile(  # "within 30 days following the month in which …" counts from the end of it, and not from the day itself
    r"\b(?:hours?|days?|weeks?|months?|heures?|jours?|semaines?|mois)'?(?: (?:ouvres?|ouvrables?|calendaires?|francs?))?,?\s"
    r"(?:following|after|from|of|suivant|apres|a compter de|a partir de|a l'issue de)\s"
    r"(?:(?:the |la |le |l'|that )?(?:end|close|last day|fin|dernier jour) (?:of |de |du |d')(?:the |that |each |la |le |l'|chaque |ce )?|"
    r"the |that |la |le |l')(?:calendar |civil |meme )?(?P<span>month|mois|quarter|trimestre|year|annee|exercice|week|semaine)\b"
)
_END_OF_MONTH = re.compile(r"\bfin de mois\b|\bend[- ]of[- ]month\b|\beom\b")
_MONTHS = {"month": 1, "calendar month": 1, "year": 12}


def in_business_days(quote: str) -> bool:
    """Whether a quote counts its periods in business days."""
    return any(one.period.unit == _WORKING for one in anchors(quote, language_of(quote)))


def week_of(definition: str) -> int | None:
    """How many days of the week, from Monday on, a definition makes business days; None where it does not tell, or tells two numbers.

    Args:
        definition: the contract's own ("“Business Day” means a day other than a Saturday, a Sunday or a public holiday").
    """
    folded = fold(definition)
    told = [week for week, words in _WEEKS.items() if re.search(words, folded)]
    return told[0] if len(told) == 1 else None


def deadline(question: Question, quote: str, lexicon: Lexicon, defined: int | None = None) -> str:
    """The day that a quote makes of the day in the question, with how it is counted; empty where that is not certain.

    Args:
        question: as read.
        quote: the contract's words that answer.
        lexicon: tells which words of the question the quote counts from.
        defined: how many days of the week the contract itself makes business days (`week_of`); None where it does not tell.
    """
    named = days(question.text)
    language = language_of(quote)
    counted = [one for one in anchors(quote, language) if one.period.unit in (*_DAYS, *_MONTHS, _WORKING)]
    if len(named) != 1 or len(counted) != 1 or not _ASKS_FOR_A_DAY.search(question.text):
        return ""
    (anchor,), start = counted, _counted_from(named[0].day, quote, counted[0].way)
    if start is None:
        return ""
    said = frozenset[str]().union(*relatives(question.text, quote, lexicon).values())
    period = spoken(anchor.period, question.language)
    week = defined or (6 if _TO_SATURDAY.search(quote) else 5)
    end = _counted(start, anchor, week)
    if _TO_SATURDAY.search(quote) and period is not None:
        period = period.replace("ouvré", "ouvrable")
    if not anchor.event & said or period is None or end is None:
        return ""
    sign = "+" if anchor.way is Way.AFTER else "−"
    assumed = f" ({_assumed(week, defined, question.language)})" if anchor.period.unit == _WORKING else ""
    return f"{written_day(end, question.language)}: {written_day(start, question.language)} {sign} {period}{assumed}"


def _counted_from(day: date, quote: str, way: Way) -> date | None:
    """The day from which a quote counts: that of the event, or the last one of its month; None for another span of time."""
    folded = fold(quote)
    span = _OF_A_SPAN.search(folded)
    if _END_OF_MONTH.search(folded):
        return None
    if span is None:
        return day
    if way is not Way.AFTER or not span["span"].startswith(("month", "mois")):
        return None
    return day.replace(day=monthrange(day.year, day.month)[1])


def _assumed(week: int, defined: int | None, language: str) -> str:
    words = _ASSUMED[language]
    return words[week].format(defined=words["defined"] if defined else "")


def _counted(start: date, anchor: Anchor, week: int) -> date | None:
    """The day that lies a period after or before another; None beyond the calendar, or for a part of a day.

    ``week``: how many of its days from Monday on are business days.
    """
    figure: Figure = anchor.period
    times = 1 if anchor.way is Way.AFTER else -1
    if figure.value != int(figure.value):
        return None
    number = times * int(figure.value)
    try:
        if figure.unit == _WORKING:
            return _worked(start, number, week)
        if figure.unit in _DAYS:
            return start + timedelta(days=number * _DAYS[figure.unit])
        return months_after(start, number * _MONTHS[figure.unit])
    except (OverflowError, ValueError):
        return None


def _worked(start: date, number: int, week: int) -> date | None:
    """The day so many business days after another, or before it for a negative number; None for more than a few years."""
    if abs(number) > _MOST_WORKED:
        return None
    step = timedelta(days=1 if number > 0 else -1)
    day, left = start, abs(number)
    while left:
        day += step
        left -= day.weekday() < week
    return day
