"""Interest on a late payment, worked out by the quoted rate. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.asked.question import Question
from assistant.calculation.calculated import Calculated
from assistant.values.figures import MONEY, Figure, figures
from assistant.values.spoken_figure import number_in, spoken
from ingest.days import days
from ingest.words import fold

_INTEREST = re.compile(r"\binter(?:est|ets?)\b|\blate (?:payment )?(?:fees?|charges?)\b|\bpenalites? de retard\b")
_LATE_BEARS = re.compile(  # what a quote says of late payments without calling it interest
    r"\b(?:late payments?|(?:overdue|unpaid) (?:amounts?|sums?|invoices?)|sommes? impayees?|paiements? tardifs?)\b[^.;]{0,60}?"
    r"\b(?:charges?|fees?|penalt\w+|penalites?|frais|majoration|majore\w*)\b"
)
_LEAST_SUM = 100  # a bare number below it is no sum that is owed
_OR_LESS = re.compile(
    r"\bor,? if (?:less|lower)\b|\bwhichever is (?:the )?(?:less|lower)\b|\bou,? s'il est (?:inferieur|plus bas)\b"
)
_RATE_NAMES = (  # a rate that the question gives is that of the quote only where both go by the same name
    r"\bbase rate\b|\btaux de base\b|\bbank rate\b",
    r"\blegal\w*\b|\bstatutory\b",
    r"\brefi\w*\b|\bbce\b|\becb\b|\brefinanc\w+\b|\bbanque centrale\b|\bcentral bank\b",
    r"\beuribor\b",
    r"\blibor\b",
    r"\bester\b|\bestr\b",
    r"\bsonia\b",
    r"\bsofr\b",
    r"\bprime\b",
)
_A_YEAR = re.compile(r"\b(?:a|per|each) (?:year|annum)\b|\bper annum\b|\bannual\w*|\bpar an\b|\bl'an\b|\bannuel\w*")
_A_MONTH = re.compile(r"\b(?:a|per|each) month\b|\bmonthly\b|\bpar mois\b|\bmensuel\w*")
_ABOVE_A_RATE = re.compile(
    r"\b(?:above|over|plus|majore\w*|augmente\w*|increased by)\b[^.;]{0,80}\b(?:rate|taux|refi|euribor|base)\b|"
    r"\btaux\b[^.;]{0,80}\b(?:majore|augmente)\w*"
)
_TIMES_A_RATE = re.compile(r"\b(?P<times>\w+) (?:\(\d+\) )?(?:times|fois)\b[^.;]{0,30}\b(?:rate|taux)\b")
_FIXED = re.compile(
    r"\bindemnite forfaitaire\b|\bfixed (?:sum|fee|charge|compensation|amount)\b|\bfrais de recouvrement\b"
)
_YEAR = 365  # days, the count that is shown
_SAID_YEAR = re.compile(r"\b36[56]\)?[\s-]{1,3}(?:days?|jours?)\b|/\s?365\b")
_OTHER_YEAR = re.compile(r"\b36[0-46]\)?[\s-]{1,3}(?:days?|jours?)\b|/\s?360\b")  # "on the basis of a 360-day year"
_WORDS = {
    "en": {
        "most": "At most {}",
        "interest": "{amount}: {sum} × {rate} × {time}.",
        "base": "{sum} bears {rate} plus a rate that is not given.",
        "time": "{sum} bears {rate} a {unit}. How late is it paid? That is not given.",
        "yearly": "year",
        "monthly": "month",
        "days": "{days} / 365 days",
        "taken": " The clause does not say how many days a year counts; 365 are taken.",
        "fixed": " A fixed sum of {} comes on top.",
        "months": "{months} months",
        "years": "{months} / 12 months",
    },
    "fr": {
        "most": "Au plus {}",
        "interest": "{amount} : {sum} × {rate} × {time}.",
        "base": "{sum} porte {rate} en plus d’un taux qui n’est pas donné.",
        "time": "{sum} porte {rate} par {unit}. Quel est le retard ? Il n’est pas donné.",
        "yearly": "an",
        "monthly": "mois",
        "days": "{days} / 365 jours",
        "taken": " La clause ne dit pas combien de jours compte l’année ; 365 sont retenus.",
        "fixed": " S’y ajoute une somme forfaitaire de {}.",
        "months": "{months} mois",
        "years": "{months} / 12 mois",
    },
}


def interest(question: Question, quotes: Sequence[str]) -> Calculated | None:
    """The interest on the sum that a question says is late; None where it says none, or the rules are not certain.

    Args:
        question: as read.
        quotes: the contract's words, best first.
    """
    if not _INTEREST.search(fold(question.text)):
        return None
    held = figures(question.text)
    owed = [figure for figure in held if figure.unit in MONEY] or _bare_sums(question.text)
    given = [figure.value for figure in held if figure.unit == "percent"]
    for number, quote in enumerate(quotes):
        folded = fold(quote)
        rate = _rate(folded, given) if _INTEREST.search(folded) or _LATE_BEARS.search(folded) else None
        if rate is not None and len(owed) == 1:
            if _OTHER_YEAR.search(folded) or (given and not _names_same_rate(fold(question.text), folded)):
                return None
            told = _told_interest(question, owed[0], rate, folded)
            return Calculated(told, (number,)) if told else None
    return None


def _bare_sums(text: str) -> list[Figure]:
    """The sums that a question gives without a currency: "10,000 overdue for 2 months"; years of its days are none."""
    years = {each.day.year for each in days(text)}
    bare = [figure for figure in figures(text) if not figure.unit and figure.value >= _LEAST_SUM]
    return [figure for figure in bare if figure.value not in years]


def _said(figure: Figure, language: str) -> str:
    return spoken(figure, language) or number_in(figure.value, language)


def _names_same_rate(asked: str, quote: str) -> bool:
    """Whether the question calls the rate that it gives by no other name than the quote does."""
    return all(re.search(name, quote) for name in _RATE_NAMES if re.search(name, asked))


@dataclass(frozen=True, slots=True)
class _Rate:
    """A rate of interest in percent, a year or a month, and what is shown of it; no value where a part of it is not given."""

    value: float | None
    shown: tuple[float, ...]
    sign: str
    monthly: bool


def _rate(folded: str, given: Sequence[float]) -> _Rate | None:
    """The rate of a quote, with the one that the question gives where the quote builds on another ("4% above the base rate")."""
    times = _TIMES_A_RATE.search(folded)
    if times and (
        factor := [figure.value for figure in figures(times["times"] + " x")]
        or [figure.value for figure in figures(times.group())]
    ):
        return _Rate(factor[0] * given[0] if len(given) == 1 else None, (factor[0], *given[:1]), " × ", monthly=False)
    rates = [figure.value for figure in figures(folded) if figure.unit == "percent"]
    if not rates and _ABOVE_A_RATE.search(folded):  # "at the rate of the bank plus 10 points"
        rates = [figure.value for figure in figures(folded) if figure.unit == "point"]
    yearly, monthly = bool(_A_YEAR.search(folded)), bool(_A_MONTH.search(folded))
    if len(rates) != 1:
        return None
    if _ABOVE_A_RATE.search(folded):
        return _Rate(rates[0] + given[0] if len(given) == 1 else None, (rates[0], *given[:1]), " + ", monthly=False)
    return _Rate(rates[0], (rates[0],), "", monthly) if yearly != monthly else None


def _told_interest(question: Question, owed: Figure, rate: _Rate, quote: str) -> str:
    """The interest with its formula; "at most" where the folded quote has another limit, which is not known. What lacks is named."""
    language = question.language
    words, shown = _WORDS[language], _shown(rate, language)
    if rate.value is None:
        return words["base"].format(sum=_said(owed, language), rate=shown) if rate.sign == " + " else ""
    late = _late(question.text)
    if late is None and not _has_time(question.text):
        return words["time"].format(
            sum=_said(owed, language), rate=shown, unit=words["monthly" if rate.monthly else "yearly"]
        )
    if late is None or (rate.monthly and late.unit != "month"):
        return ""  # how the days of a part of a month count is not said
    taken = ""
    if late.unit == "month":
        share, time = late.value / (1 if rate.monthly else 12), words["months" if rate.monthly else "years"]
    else:
        share, time = late.value / _YEAR, words["days"]
        taken = "" if _SAID_YEAR.search(quote) else words["taken"]
    time = time.format(days=number_in(late.value, language), months=number_in(late.value, language))
    amount = Figure(round(owed.value * rate.value / 100 * share, 2), owed.unit)
    told = words["interest"].format(amount=_said(amount, language), sum=_said(owed, language), rate=shown, time=time)
    return (words["most"].format(told) if _OR_LESS.search(quote) else told) + taken + _fixed(quote, language)


def _fixed(quote: str, language: str) -> str:
    """Word of the one fixed sum that a folded quote adds to the interest; empty where it adds none."""
    sums = [figure for figure in figures(quote) if figure.unit in MONEY]
    return (
        _WORDS[language]["fixed"].format(spoken(sums[0], language)) if len(sums) == 1 and _FIXED.search(quote) else ""
    )


def _has_time(text: str) -> bool:
    """Whether a question says anything of how long, a day or a period."""
    return bool(days(text)) or any(
        figure.unit.split(" ")[-1] in ("day", "week", "month", "year") for figure in figures(text)
    )


def _shown(rate: _Rate, language: str) -> str:
    if rate.sign == " × " and len(rate.shown) > 1:
        parts = [number_in(rate.shown[0], language), spoken(Figure(rate.shown[1], "percent"), language) or ""]
    else:
        parts = [spoken(Figure(value, "percent"), language) or "" for value in rate.shown]
    joined = rate.sign.join(parts)
    return f"({joined})" if len(parts) > 1 else joined


def _late(text: str) -> Figure | None:
    """How long a payment is late: between the two days that a text names, or the one period of days or months in it."""
    named = days(text)
    if len(named) == 2:
        return Figure(float(abs((named[1].day - named[0].day).days)), "day")
    periods = [figure for figure in figures(text) if figure.unit in ("day", "calendar day", "week", "month")]
    if named or len(periods) != 1:
        return None
    return (
        Figure(7 * periods[0].value, "day")
        if periods[0].unit == "week"
        else Figure(periods[0].value, periods[0].unit.split()[-1])
    )
