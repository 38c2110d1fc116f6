"""What a contract has calculated, by code from quoted figures: a service credit, a revised price, late-payment interest. Pure.

Each is worked out only where every input stands in the question or in the quotes and the rules leave no doubt; what lacks is named where
the rest is there, and otherwise nothing is said. The result shows the formula with its inputs, beside the quotes that hold them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.bands import Band, bands
from assistant.figures import Figure, figures
from assistant.formula import Formula, find_formula
from assistant.question import Question
from assistant.spoken_figure import number_in, spoken
from ingest.days import days
from ingest.words import fold

_CREDIT = re.compile(r"\b(?:service )?credits?\b|\bpenalt\w+|\bpenalit\w+|\bavoirs?\b|\bdeduct\w*|\brefund\w*")
_MEASURES = re.compile(r"\b(?:availab\w+|uptime|disponib\w+|points?|ecart|measured|mesure\w*|taux)\b")
_NO_MEASURE = re.compile(  # "fell below 98%" tells a threshold and no measure
    r"\b(?:below|under|less than|more than|above|over|sous|moins de|plus de|inferieure? a|"
    r"superieure? a)\s[^.,;?]{0,25}?\d+(?:[.,]\d+)?\s?(?:%|points?)"
)
_GAP = re.compile(r"\b(?:points?|ecart|missed by|shortfall)\b")
_TARGET = re.compile(
    r"\b(?:target|guarante\w+|at least|shall be|commit\w*|availab\w+|objectif|garanti\w*|au moins|cible|disponib\w+)\b"
)
_INTEREST = re.compile(r"\binter(?:est|ets?)\b")
_A_YEAR = re.compile(r"\b(?:a|per|each) (?:year|annum)\b|\bper annum\b|\bannual\w*|\bpar an\b|\bl'an\b|\bannuel\w*")
_A_MONTH = re.compile(r"\b(?:a|per|each) month\b|\bmonthly\b|\bpar mois\b|\bmensuel\w*")
_ABOVE_A_RATE = re.compile(
    r"\b(?:above|over|plus|majore\w*|augmente\w*|increased by)\b[^.;]{0,80}\b(?:rate|taux|refi|euribor|base)\b|"
    r"\btaux\b[^.;]{0,80}\b(?:majore|augmente)\w*"
)
_TIMES_A_RATE = re.compile(r"\b(?P<times>\w+) (?:\(\d+\) )?(?:times|fois)\b[^.;]{0,30}\b(?:rate|taux)\b")
_CAPPED = re.compile(r"\b(?:not exceed\w*|capped|plafonn\w+|au plus|limit\w*|sans (?:pouvoir )?exceder)\b")
_RISE = re.compile(r"\b(?:adjustment|increase|rise|uplift|hausse|augmentation|revision)\b")
_MONEY = frozenset(("euro", "dollar", "pound"))
_IS = r"\s*(?:=|:|is|was|est|était|vaut|valait|à|at|of|de)\s*"
_YEAR = 365  # days, the count that is shown
_WORDS = {
    "en": {
        "credit": "{result}: {measure} is {band}.",
        "amount": " {result} × {fee} = {amount}.",
        "gap": "{result}: {target} − {measure} = {gap}, which is {band}.",
        "most": " Capped at {cap}.",
        "price": "{name} = {value}: {name} = {formula}, with {given}.",
        "lacks": "{name} = {formula} cannot be worked out: {lacking} is not given.",
        "capped": " Capped at +{cap}: {value}.",
        "interest": "{amount}: {sum} × {rate} × {time}.",
        "base": "{sum} bears {rate} plus a rate that is not given.",
        "days": "{days} / 365 days",
        "months": "{months} months",
        "years": "{months} / 12 months",
    },
    "fr": {
        "credit": "{result} : {measure} est {band}.",
        "amount": " {result} × {fee} = {amount}.",
        "gap": "{result} : {target} − {measure} = {gap}, soit {band}.",
        "most": " Plafonné à {cap}.",
        "price": "{name} = {value} : {name} = {formula}, avec {given}.",
        "lacks": "{name} = {formula} ne peut être calculé : {lacking} n’est pas donné.",
        "capped": " Plafonné à +{cap} : {value}.",
        "interest": "{amount} : {sum} × {rate} × {time}.",
        "base": "{sum} porte {rate} en plus d’un taux qui n’est pas donné.",
        "days": "{days} / 365 jours",
        "months": "{months} mois",
        "years": "{months} / 12 mois",
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Calculated:
    """What was worked out, in plain words with its formula and inputs, and the places of the quotes behind it, the main one first."""

    told: str
    quotes: tuple[int, ...]


def calculate(question: Question, quotes: Sequence[str]) -> Calculated | None:
    """What a question asks to be worked out from quotes; None where it asks for nothing of the kind, or the rules are not certain.

    Args:
        question: as read; it holds what was measured, owed or published.
        quotes: the contract's words, best first; a row of a table has tabs between its cells, and its header on the line above.
    """
    return _credit(question, quotes) or _price(question, quotes) or _interest(question, quotes)


# --- a service credit for a measure


def _credit(question: Question, quotes: Sequence[str]) -> Calculated | None:
    folded = fold(question.text)
    if not _CREDIT.search(folded) or not _MEASURES.search(folded) or _NO_MEASURE.search(folded):
        return None
    held = figures(question.text)
    points = [figure for figure in held if figure.unit == "point"]
    measured = points or [figure for figure in held if figure.unit == "percent"]
    if len(measured) != 1:
        return None
    fitting = _fitting(question, quotes, measured[0])
    if not fitting and not points:
        return _credit_by_gap(question, quotes, measured[0])
    if len({number for number, _ in fitting}) == 1 and all(band.lower is None for _, band in fitting):
        fitting = [
            min(fitting, key=lambda one: one[1].upper or 0.0)
        ]  # "below 99.5%: 5%; below 99%: 10%": the lowest one crossed
    if len({band for _, band in fitting}) != 1:
        return None
    number, band = fitting[0]
    return _credited(question, quotes, _told_credit(question.language, measured[0], band), band, (number,))


def _fitting(question: Question, quotes: Sequence[str], measure: Figure) -> list[tuple[int, Band]]:
    """The bands that hold a measure, each with the place of its quote: scales in points for points, and others for a percentage."""
    return [
        (n, band)
        for n, quote in enumerate(quotes)
        if bool(_GAP.search(fold(quote))) == (measure.unit == "point")
        for band in _of_row(question, quote, quotes)
        if band.holds(measure.value)
    ]


def _credit_by_gap(question: Question, quotes: Sequence[str], measure: Figure) -> Calculated | None:
    """The credit by a scale that counts the points by which a measure misses the target that another quote gives."""
    targets = [
        (n, figure.value)
        for n, quote in enumerate(quotes)
        if not _GAP.search(fold(quote)) and _TARGET.search(fold(quote))
        for figure in figures(quote)
        if figure.unit == "percent"
    ]
    if len({target for _, target in targets}) != 1 or measure.value >= targets[0][1]:
        return None
    place, target = targets[0]
    gap = Figure(round(target - measure.value, 6), "point")
    fitting = _fitting(question, quotes, gap)
    if len({band for _, band in fitting}) != 1:
        return None
    number, band = fitting[0]
    language = question.language
    told = _WORDS[language]["gap"].format(
        result=spoken(Figure(band.result, "percent"), language),
        target=spoken(Figure(target, "percent"), language),
        measure=spoken(measure, language),
        gap=number_in(gap.value, language) + _unit(gap, language),
        band=band.told(_unit(gap, language), language),
    )
    return _credited(question, quotes, told, band, (number, place))


def _credited(question: Question, quotes: Sequence[str], told: str, band: Band, places: tuple[int, ...]) -> Calculated:
    """The credit with its amount where the question gives the sum that it is a share of, both capped where one quote caps credits."""
    language = question.language
    words, fees = _WORDS[language], [figure for figure in figures(question.text) if figure.unit in _MONEY]
    cap = _cap(quotes, _CREDIT)
    capped = cap is not None and band.result > cap[1]
    result = cap[1] if cap is not None and capped else band.result
    rate = spoken(Figure(result, "percent"), language)
    if capped:
        told += words["most"].format(cap=rate)
    if len(fees) == 1:
        amount = Figure(round(fees[0].value * result / 100, 2), fees[0].unit)
        told += words["amount"].format(result=rate, fee=spoken(fees[0], language), amount=spoken(amount, language))
    return Calculated(told, (*places, cap[0]) if cap is not None and capped and cap[0] not in places else places)


def _of_row(question: Question, quote: str, quotes: Sequence[str]) -> list[Band]:
    """The bands of a quote; of a row of several bands only where the question names the row, if other rows have bands too."""
    row = quote.split("\n")[-1] if "\t" in quote else quote
    found = bands(row)
    others = [other for other in quotes if other != quote and "\t" in other and len(bands(other.split("\n")[-1])) > 1]
    if "\t" not in row or len(found) < 2 or not others:
        return found
    label = set(re.findall(r"\w{3,}", fold(row.split("\t")[0])))
    named = label & set(re.findall(r"\w{3,}", fold(question.text)))
    rivals = [
        label_ & set(re.findall(r"\w{3,}", fold(question.text)))
        for other in others
        if (label_ := set(re.findall(r"\w{3,}", fold(other.split("\n")[-1].split("\t")[0]))))
    ]
    return found if named and all(len(named) > len(rival) for rival in rivals) else []


def _told_credit(language: str, measure: Figure, band: Band) -> str:
    unit = _unit(measure, language)
    return _WORDS[language]["credit"].format(
        result=spoken(Figure(band.result, "percent"), language),
        measure=number_in(measure.value, language) + unit,
        band=band.told(unit, language),
    )


def _unit(measure: Figure, language: str) -> str:
    if measure.unit == "point":
        return " points" if measure.value > 1 else " point"
    return " %" if language == "fr" else "%"


# --- a price by a formula


def _price(question: Question, quotes: Sequence[str]) -> Calculated | None:
    for number, quote in enumerate(quotes):
        formula = find_formula(quote)
        if formula is not None and (given := _given(question.text, formula)):
            return _worked_out(question, formula, given, number, quotes)
    return None


def _given(text: str, formula: Formula) -> dict[str, float]:
    """The values that a text gives for the names of a formula; a lone sum of money is the price that it starts from."""
    found = {}
    for name in formula.names:
        match = re.search(rf"(?<!\w){re.escape(name)}{_IS}(?P<value>[€£$]?\s?\d[\d.,\u00a0\u202f ]*\d|\d)", text)
        values = figures(match["value"]) if match else set()
        if len(values) == 1:
            found[name] = values.pop().value
    sums = [figure for figure in figures(text) if figure.unit in _MONEY]
    start = next((name for name in formula.names if name.startswith("P") and name.endswith("0")), None)
    if found and start and start not in found and len(sums) == 1:
        found[start] = sums[0].value
    return found


def _worked_out(
    question: Question, formula: Formula, given: dict[str, float], number: int, quotes: Sequence[str]
) -> Calculated | None:
    language = question.language
    words = _WORDS[language]
    lacking = [name for name in formula.names if name not in given]
    if lacking:
        return Calculated(
            words["lacks"].format(name=formula.result, formula=formula.expression, lacking=", ".join(lacking)),
            (number,),
        )
    value = formula.value(given)
    if value is None:
        return None
    inputs = ", ".join(f"{name} = {number_in(given[name], language)}" for name in formula.names)
    told = words["price"].format(
        name=formula.result, value=number_in(round(value, 2), language), formula=formula.expression, given=inputs
    )
    cap = _cap(quotes, _RISE)
    start = next((given[name] for name in formula.names if name.endswith("0") and name[:1] == formula.result[:1]), None)
    if cap is None or start is None or value <= start * (1 + cap[1] / 100):
        return Calculated(told, (number,))
    most = number_in(round(start * (1 + cap[1] / 100), 2), language)
    return Calculated(
        told + words["capped"].format(cap=spoken(Figure(cap[1], "percent"), language), value=most), (number, cap[0])
    )


def _cap(quotes: Sequence[str], what: re.Pattern[str]) -> tuple[int, float] | None:
    """The quote that caps a rise or a credit, with its percentage; None where none does or several differ.

    A cap of a year's credits caps no single one.
    """
    found = []
    for number, quote in enumerate(quotes):
        first = quote.split(". ")[0]
        rates = [figure.value for figure in figures(first) if figure.unit == "percent"]
        yearly = what is _CREDIT and _A_YEAR.search(fold(first))
        if len(rates) == 1 and _CAPPED.search(fold(first)) and what.search(fold(first)) and not yearly:
            found.append((number, rates[0]))
    return found[0] if len({rate for _, rate in found}) == 1 else None


# --- interest on a late payment


def _interest(question: Question, quotes: Sequence[str]) -> Calculated | None:
    if not _INTEREST.search(fold(question.text)):
        return None
    held = figures(question.text)
    owed = [figure for figure in held if figure.unit in _MONEY]
    given = [figure.value for figure in held if figure.unit == "percent"]
    for number, quote in enumerate(quotes):
        folded = fold(quote)
        rate = _rate(folded, given) if _INTEREST.search(folded) else None
        if rate is not None and len(owed) == 1:
            told = _told_interest(question, owed[0], rate)
            return Calculated(told, (number,)) if told else None
    return None


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
    yearly, monthly = bool(_A_YEAR.search(folded)), bool(_A_MONTH.search(folded))
    if len(rates) != 1:
        return None
    if _ABOVE_A_RATE.search(folded):
        return _Rate(rates[0] + given[0] if len(given) == 1 else None, (rates[0], *given[:1]), " + ", monthly=False)
    return _Rate(rates[0], (rates[0],), "", monthly) if yearly != monthly else None


def _told_interest(question: Question, owed: Figure, rate: _Rate) -> str:
    language = question.language
    words, shown = _WORDS[language], _shown(rate, language)
    if rate.value is None:
        return words["base"].format(sum=spoken(owed, language), rate=shown) if rate.sign == " + " else ""
    late = _late(question.text)
    if late is None or (rate.monthly and late.unit != "month"):
        return ""  # how the days of a part of a month count is not said
    if late.unit == "month":
        share, time = late.value / (1 if rate.monthly else 12), words["months" if rate.monthly else "years"]
    else:
        share, time = late.value / _YEAR, words["days"]
    time = time.format(days=number_in(late.value, language), months=number_in(late.value, language))
    amount = Figure(round(owed.value * rate.value / 100 * share, 2), owed.unit)
    return words["interest"].format(amount=spoken(amount, language), sum=spoken(owed, language), rate=shown, time=time)


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
