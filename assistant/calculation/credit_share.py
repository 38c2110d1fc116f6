"""What a credit in percent comes to: under the cap that a quote sets, and of the one sum that a question gives. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.asked.question import Question
from assistant.calculation.cap import find_cap
from assistant.values.figures import MONEY, Figure, figures
from assistant.values.spoken_figure import spoken

CREDIT = re.compile(r"\b(?:service )?credits?\b|\bpenalt\w+|\bpenalit\w+|\bavoirs?\b|\bdeduct\w*|\brefund\w*")
"""What speaks of a credit, over folded words."""
_A_YEAR = re.compile(r"\b(?:a|per|each) (?:year|annum)\b|\bper annum\b|\bannual\w*|\bpar an\b|\bl'an\b|\bannuel\w*")
_CAPPED = {"en": " Capped at {}.", "fr": " Plafonné à {}."}


def capped(percent: float, quotes: Sequence[str]) -> tuple[float, int | None]:
    """A credit under the cap that one quote sets, and the place of that quote; None where nothing caps it."""
    cap = find_cap(quotes, CREDIT, unless=_A_YEAR)  # a cap of a year's credits caps no single one
    return (cap[1], cap[0]) if cap is not None and percent > cap[1] else (percent, None)


def told_cap(percent: float, language: str) -> str:
    """That a credit is capped at a percentage."""
    return _CAPPED[language].format(spoken(Figure(percent, "percent"), language))


def sums_of(question: Question) -> list[Figure]:
    """The sums that a question gives."""
    return [figure for figure in figures(question.text) if figure.unit in MONEY]


def told_share(question: Question, percent: float) -> str:
    """What a credit comes to: " 5% × £44,100 = £2,205."; empty where the question gives no sum, or several."""
    sums, language = sums_of(question), question.language
    if len(sums) != 1:
        return ""
    amount = Figure(round(sums[0].value * percent / 100, 2), sums[0].unit)
    rate = spoken(Figure(percent, "percent"), language)
    return f" {rate} × {spoken(sums[0], language)} = {spoken(amount, language)}."
