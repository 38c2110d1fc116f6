"""A day counted from a day: "the invoice came on 3 March 2026" and "within thirty (30) days of receipt" make 2 April 2026. Pure.

Counted only where the rules are certain: the question asks for a day and names one, the quote has one period in calendar time and says
from what it is counted, and the question names that. Business days are counted from Monday to Friday (French "jours ouvrables" to
Saturday), and the answer says that holidays are not known.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from assistant.asked.anchors import Way, anchors
from assistant.asked.question import Question
from assistant.calculation.counting import DAYS, MONTHS, WORKING, counted
from assistant.proof.overlap import language_of, relatives
from assistant.values.spoken_figure import spoken
from assistant.wording.lexicon import Lexicon
from ingest.days import days
from ingest.words import fold
from ingest.written_day import written_day

_ASKS_FOR_A_DAY = re.compile(
    r"\b(?:when|by what (?:date|day)|what (?:date|day)|which (?:date|day)|until when|how late|latest|deadline|due (?:date|by|on)|"
    r"quand|quelle date|quel jour|jusqu.à quand|date (?:limite|d.échéance|de paiement)|au plus tard|échéance)\b|\bdue\s?\?\s*$",
    re.IGNORECASE,
)
_PARTS = re.compile(  # of a question: what happened on a day, and what is asked
    r"[,;:?]|\b(?:if|si|s['’](?=ils?\b)|lorsqu\w*)\b|"
    r"(?=\b(?:(?:by|until|jusqu.à) )?(?:when|what|which|quand|quel\w*)\b)",
    re.IGNORECASE,
)
_TO_SATURDAY = re.compile(r"\bjours?\s+ouvrables?\b", re.IGNORECASE)
_OF_TWO = (  # the clause counts from the one of two events that comes later, or first
    (
        "later",
        re.compile(
            r"\bwhichever (?:\w+ ){0,3}?(?:later|latest|last)\b|\bthe later of\b|\b(?:au|le|la) plus tardi\w+|\ble dernier evenement\b"
        ),
    ),
    (
        "earlier",
        re.compile(
            r"\bwhichever (?:\w+ ){0,3}?(?:earlier|earliest|first|sooner)\b|\bthe earlier of\b|\b(?:le|au) premier (?:de ces|des)\b"
        ),
    ),
)
_BOUND = {
    "en": {"later": " at the earliest", "earlier": " at the latest"},
    "fr": {"later": " au plus tôt", "earlier": " au plus tard"},
}
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


def in_business_days(quote: str) -> bool:
    """Whether a quote counts its periods in business days."""
    return any(one.period.unit == WORKING for one in anchors(quote, language_of(quote)))


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
    anchored = [one for one in anchors(quote, language) if one.period.unit in (*DAYS, *MONTHS, WORKING)]
    if len(named) != 1 or len(anchored) != 1 or not _ASKS_FOR_A_DAY.search(question.text):
        return ""
    (anchor,), start = anchored, _counted_from(named[0].day, quote, anchored[0].way)
    if start is None:
        return ""
    said = frozenset[str]().union(*relatives(_around(question.text, named[0].span.start), quote, lexicon).values())
    period = spoken(anchor.period, question.language)
    week = defined or (6 if _TO_SATURDAY.search(quote) else 5)
    end = counted(start, anchor.period, anchor.way is Way.BEFORE, week)
    if _TO_SATURDAY.search(quote) and period is not None:
        period = period.replace("ouvré", "ouvrable")
    if not anchor.event & said or period is None or end is None:
        return ""
    sign = "+" if anchor.way is Way.AFTER else "−"
    assumed = f" ({_assumed(week, defined, question.language)})" if anchor.period.unit == WORKING else ""
    bound = next((_BOUND[question.language][side] for side, form in _OF_TWO if form.search(fold(quote))), "")
    return f"{written_day(end, question.language)}{bound}: {written_day(start, question.language)} {sign} {period}{assumed}"


def _around(text: str, place: int) -> str:
    """The part of a question in which a day stands: it says what happened then. "When does it end?" beside it says nothing of that."""
    marks = [0, *(at for match in _PARTS.finditer(text) for at in {match.start(), match.end()}), len(text)]
    return text[max(at for at in marks if at <= place) : min(at for at in marks if at > place)]


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
