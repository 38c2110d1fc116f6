"""A price, worked out by the quoted formula. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.asked.question import Question
from assistant.calculation.calculated import Calculated
from assistant.calculation.cap import find_cap
from assistant.calculation.formula import Formula, find_formula
from assistant.values.figures import MONEY, Figure, figures
from assistant.values.spoken_figure import number_in, spoken

_RISE = re.compile(r"\b(?:adjustment|increase|rise|uplift|hausse|augmentation|revision)\b")
_IS = r"\s*(?:=|:|is|was|est|était|vaut|valait|à|at|of|de)\s*"
_RATIO = re.compile(r"(?P<new>[A-Za-z]{1,6}\d{0,2})\s*[/÷]\s*(?P<old>[A-Za-z]{1,6}\d{0,2})")
_MOVES = re.compile(  # "the index goes from 102 to 106.2", "l'indice passe de 120 à 126"
    r"\b(?:index|indice|syntec|retail prices|rpi|cpi)\b[^.;?\d]{0,40}?\b(?:from|de)\s"
    r"(?P<old>\d+(?:[.,]\d+)?)\s(?:to|à)\s(?P<new>\d+(?:[.,]\d+)?)(?![\d.,]*\s?[%€$£])",
    re.IGNORECASE,
)
_WORDS = {
    "en": {
        "price": "{name} = {value}: {name} = {formula}, with {given}.",
        "lacks": "{name} = {formula} cannot be worked out: {lacking} is not given.",
        "capped": " Capped at +{cap}: {value}.",
    },
    "fr": {
        "price": "{name} = {value} : {name} = {formula}, avec {given}.",
        "lacks": "{name} = {formula} ne peut être calculé : {lacking} n’est pas donné.",
        "capped": " Plafonné à +{cap} : {value}.",
    },
}


def price(question: Question, quotes: Sequence[str]) -> Calculated | None:
    """The price by the formula of a quote, with the values that a question gives; what lacks is named. None where it gives none.

    Args:
        question: as read.
        quotes: the contract's words, best first.
    """
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
    ratios, moves = list(_RATIO.finditer(formula.expression)), _MOVES.search(text)
    if not found and moves and len(ratios) == 1:  # one index, what it is now over what it was
        found = {ratios[0][each]: float(moves[each].replace(",", ".")) for each in ("new", "old")}
    sums = [figure for figure in figures(text) if figure.unit in MONEY]
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
    cap = find_cap(quotes, _RISE)
    start = next((given[name] for name in formula.names if name.endswith("0") and name[:1] == formula.result[:1]), None)
    if cap is None or start is None or value <= start * (1 + cap[1] / 100):
        return Calculated(told, (number,))
    most = number_in(round(start * (1 + cap[1] / 100), 2), language)
    return Calculated(
        told + words["capped"].format(cap=spoken(Figure(cap[1], "percent"), language), value=most), (number, cap[0])
    )
