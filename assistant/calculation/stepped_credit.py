"""A credit for each step by which a measure misses its target: "2% for each 0.1 point below the target". Pure."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.asked.question import Question
from assistant.asked.terms import content_stems
from assistant.calculation.calculated import Calculated
from assistant.calculation.credit_share import CREDIT, capped, told_cap, told_share
from assistant.calculation.service_credit import ASKS_CREDIT, NO_MEASURE
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
        "met": "Nothing by this: {measure} meets the target of {target}.",
    },
    "fr": {
        "told": "{result} : {count} × {rate} ({target} − {measure} = {gap}, par tranche de {step}{counted}).",
        "begun": ", toute tranche entamée comptant",
        "full": ", seules les tranches entières comptant",
        "met": "Rien à ce titre : {measure} atteint l’objectif de {target}.",
    },
}


@dataclass(frozen=True, slots=True)
class Rule:
    """The step in points, the credit for each, and whether begun ones count or full ones alone."""

    step: float
    rate: Figure
    begun: bool
    full: bool


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
    return _credited(question, quotes, measured[0], aim, *rules[0])


def _credited(
    question: Question, quotes: Sequence[str], measured: Figure, aim: Target, place: int, rule: Rule
) -> Calculated | None:
    """The credit by a rule that a quote gives; None where a part of a step is left over and the rule does not say what it counts."""
    language, words = question.language, _WORDS[question.language]
    gap = round(aim.value - measured.value, 6)
    said = {
        "target": spoken(Figure(aim.value, "percent"), language),
        "measure": spoken(measured, language),
        "gap": _points(gap, language),
        "step": _points(rule.step, language),
    }
    if gap <= 0:
        return Calculated(words["met"].format(**said), (aim.place, place))
    parts = round(gap / rule.step, 6)
    odd = parts != int(parts)
    if odd and not (rule.begun or rule.full):
        return None
    count = math.floor(parts) if rule.full else math.ceil(parts)
    result, at = round(count * rule.rate.value, 6), None
    if rule.rate.unit == "percent":
        result, at = capped(result, quotes)
    told = words["told"].format(
        result=spoken(Figure(result, rule.rate.unit), language),
        count=number_in(count, language),
        rate=spoken(rule.rate, language),
        counted=words["begun" if rule.begun else "full"] if odd else "",
        **said,
    )
    if at is not None:
        told += told_cap(result, language)
    if rule.rate.unit == "percent":
        told += told_share(question, result)
    return Calculated(told, tuple(dict.fromkeys((place, aim.place, *([] if at is None else [at])))))


def _rule(quote: str) -> Rule | None:
    """The rule of a quote; None where it has not one step and one credit."""
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
    return Rule(step, rates[0], begun, not begun and bool(match["full"] or _FULL.search(match["how"])))


def _is_of_another(question: Question, quote: str, aim: Target, all_of_them: Sequence[Target]) -> bool:
    """Whether a quote has words that stand with another target alone, and none by which the question names this one."""
    held = {stem for language in ("en", "fr") for stem in content_stems(quote, language)}
    others = frozenset[str]().union(*(each.stems for each in all_of_them if each.value != aim.value))
    asked = set(content_stems(question.text, question.language))
    return bool(held & (others - aim.stems)) and not held & asked & (aim.stems - others)


def _points(value: float, language: str) -> str:
    return f"{number_in(value, language)} point{'s' if value > 1 else ''}"
