"""A credit for each step by which a measure misses its target: "2% for each 0.1 point below the target". Pure."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from assistant.asked.question import Question
from assistant.asked.terms import content_stems
from assistant.calculation.calculated import Calculated
from assistant.calculation.cap import find_cap
from assistant.calculation.service_credit import ASKS_CREDIT, CREDIT, CREDIT_A_YEAR, NO_MEASURE
from assistant.calculation.target import Target, target, targets
from assistant.values.figures import MONEY, Figure, figures
from assistant.values.spoken_figure import number_in, spoken
from ingest.words import fold

_STEP = re.compile(
    r"\b(?:for each|for every|per|each|every|par|pour chaque|pour toute|chaque)\s"
    r"(?P<how>(?:tranche de |full |whole |complete |started |begun )*)"
    r"(?:(?P<step>\d+(?:[.,]\d+)?)\s?(?:%|(?:percentage )?points?(?: de pourcentage)?)|"
    r"(?P<tenth>(?:tenth of an?|dixieme de) (?:percentage )?point))"
    r"(?P<begun>\s?(?:entame\w*|commence\w*|begun|started|or part thereof))?(?P<full>\s?(?:entier\w*|complet\w*|pleine?))?"
)
_BEGUN = re.compile(r"\b(?:started|begun)\b")
_FULL = re.compile(r"\b(?:full|whole|complete)\b")
_WORDS = {
    "en": {
        "told": "{result}: {count} × {rate} ({target} − {measure} = {gap}, in steps of {step}{counted}).",
        "begun": ", each begun one counting",
        "full": ", full ones alone counting",
        "most": " Capped at {}.",
        "sum": " {rate} × {fee} = {amount}.",
        "met": "Nothing by this: {measure} meets the target of {target}.",
    },
    "fr": {
        "told": "{result} : {count} × {rate} ({target} − {measure} = {gap}, par tranche de {step}{counted}).",
        "begun": ", toute tranche entamée comptant",
        "full": ", seules les tranches entières comptant",
        "most": " Plafonné à {}.",
        "sum": " {rate} × {fee} = {amount}.",
        "met": "Rien à ce titre : {measure} atteint l’objectif de {target}.",
    },
}


def stepped_credit(question: Question, quotes: Sequence[str]) -> Calculated | None:
    """The credit for the steps by which a measure misses its target; None where the rules are not certain.

    Args:
        question: as read; it holds the measure, and the sum of which the credit is a share.
        quotes: the contract's words, best first.
    """
    folded = fold(question.text)
    measured = [figure for figure in figures(question.text) if figure.unit == "percent"]
    if not ASKS_CREDIT.search(folded) or NO_MEASURE.search(folded) or len(measured) != 1:
        return None
    aim = target(question, quotes)
    rules = [(n, rule) for n, quote in enumerate(quotes) if (rule := _rule(quote)) is not None]
    if aim is not None:
        rules = [(n, rule) for n, rule in rules if not _is_of_another(question, quotes[n], aim, targets(quotes))]
    if aim is None or len({rule for _, rule in rules}) != 1:
        return None
    place, (step, rate, begun, full) = rules[0]
    language, words = question.language, _WORDS[question.language]
    gap = round(aim.value - measured[0].value, 6)
    said = {
        "target": spoken(Figure(aim.value, "percent"), language),
        "measure": spoken(measured[0], language),
        "gap": _points(gap, language),
        "step": _points(step, language),
    }
    if gap <= 0:
        return Calculated(words["met"].format(**said), (aim.place, place))
    parts = round(gap / step, 6)
    if parts != int(parts) and not (begun or full):
        return None
    count = math.floor(parts) if full else math.ceil(parts)
    result = Figure(round(count * rate.value, 6), rate.unit)
    cap = find_cap(quotes, CREDIT, unless=CREDIT_A_YEAR) if rate.unit == "percent" else None
    capped = cap is not None and result.value > cap[1]
    if cap is not None and capped:
        result = Figure(cap[1], "percent")
    odd = parts != int(parts)
    told = words["told"].format(
        result=spoken(result, language),
        count=number_in(count, language),
        rate=spoken(rate, language),
        counted=words["begun" if begun else "full"] if odd else "",
        **said,
    )
    if capped:
        told += words["most"].format(spoken(result, language))
    fees = [figure for figure in figures(question.text) if figure.unit in MONEY]
    if len(fees) == 1 and rate.unit == "percent":
        amount = Figure(round(fees[0].value * result.value / 100, 2), fees[0].unit)
        told += words["sum"].format(
            rate=spoken(result, language), fee=spoken(fees[0], language), amount=spoken(amount, language)
        )
    places = dict.fromkeys((place, aim.place, *([cap[0]] if cap is not None and capped else [])))
    return Calculated(told, tuple(places))


def _rule(quote: str) -> tuple[float, Figure, bool, bool] | None:
    """The step in points, the credit for each, and whether begun ones count or full ones alone; None where a quote has not one of each."""
    folded = " ".join(fold(quote).split())
    found = list(_STEP.finditer(folded)) if "\t" not in quote and CREDIT.search(folded) else []
    if len(found) != 1:
        return None
    match = found[0]
    step = 0.1 if match["tenth"] else float(match["step"].replace(",", "."))
    rest = f"{folded[: match.start()]} ; {folded[match.end() :]}"
    rates = [figure for figure in figures(rest) if figure.unit in (*MONEY, "percent")]
    if len(rates) != 1 or not step:
        return None
    begun = bool(match["begun"] or _BEGUN.search(match["how"]))
    return step, rates[0], begun, not begun and bool(match["full"] or _FULL.search(match["how"]))


def _is_of_another(question: Question, quote: str, aim: Target, all_of_them: Sequence[Target]) -> bool:
    """Whether a quote has words that stand with another target alone, and none by which the question names this one."""
    held = {stem for language in ("en", "fr") for stem in content_stems(quote, language)}
    others = frozenset[str]().union(*(each.stems for each in all_of_them if each.value != aim.value))
    asked = set(content_stems(question.text, question.language))
    return bool(held & (others - aim.stems)) and not held & asked & (aim.stems - others)


def _points(value: float, language: str) -> str:
    return f"{number_in(value, language)} point{'s' if value > 1 else ''}"
