"""A rate at the hours asked about, by the factor that a clause gives for them: "£465 × 1.5 in Night and Weekend Hours". Pure."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.values.figures import MONEY, Figure, figures
from assistant.values.spoken_figure import number_in, spoken
from assistant.values.time_slots import columns_for
from assistant.values.week import HalfHours

_HEAD = (
    r"(?P<head>[A-ZÀ-Þ][\w'’-]*(?:\s(?:(?:and|et|de|du|or|ou)\s)?[A-ZÀ-Þ][\w'’-]*){0,4}|"
    r"(?:(?:Sundays?|Saturdays?|weekends?|nights?|evenings?|dimanches?|samedis?|week-ends?|nuits?|soirs?)(?:\s(?:and|et|or|ou)\s)?){1,3})"
)
_TIMES = re.compile(
    rf"(?P<times>\d(?:[.,]\d+)?)\s(?:times|fois)\b[^,;.\d]{{0,40}}?"
    rf"\b(?:in|on|at|during|for|en|le|la|les|pendant|pour)\s{_HEAD}"
)
_BY = re.compile(
    rf"\b(?:increased by|surcharge of|uplift of|majorée?s? de|majoration de)\s(?P<rate>\d+(?:[.,]\d+)?)\s?%[^,;.\d]{{0,40}}?"
    rf"\b(?:in|on|at|during|for|en|le|la|les|pendant|pour)\s(?:the\s|la\s|les\s)?{_HEAD}"
)
_WORKING = re.compile(r"\b(?:[Oo]utside|[Hh]ors|en dehors des)\s(?:the\s)?(?P<head>(?:[A-ZÀ-Þ][\w-]*\s?){1,3})")
_NUMBERED = re.compile(r"^\W*\d+(?:\.\d+)*[.)]?\s")
_WORDS = {"en": "{amount}: {rate} × {times}, {head}.", "fr": "{amount} : {rate} × {times}, {head}."}


def surcharged(
    rate: Figure, sentence: str, asked: HalfHours, defined: Callable[[str], str | None], language: str
) -> str:
    """The rate at the hours asked about with its factor; empty where it cannot be told which factor is for them.

    Args:
        rate: a sum.
        sentence: that raises it, with one factor or several, each for hours.
        asked: the half-hours (`assistant.values.week`).
        defined: the words by which the contract defines what hours go by a name.
        language: of the reader.
    """
    found = [(match["head"].strip(), float(match["times"].replace(",", "."))) for match in _TIMES.finditer(sentence)]
    found += [
        (match["head"].strip(), 1 + float(match["rate"].replace(",", ".")) / 100) for match in _BY.finditer(sentence)
    ]
    numbers = [f for f in figures(_NUMBERED.sub("", sentence)) if f.unit in ("", "percent")]
    if rate.unit not in MONEY or not found or len(numbers) != len({times for _, times in found}):
        return ""
    working = [match["head"].strip() for match in _WORKING.finditer(sentence)]
    heads = [*(head for head, _ in found), *working]
    places = columns_for(asked, heads, defined)
    if len(places) != 1 or places[0] >= len(found):
        return ""
    head, times = found[places[0]]
    amount = spoken(Figure(round(rate.value * times, 2), rate.unit), language)
    said = spoken(rate, language)
    return _WORDS[language].format(amount=amount, rate=said, times=number_in(times, language), head=head)
