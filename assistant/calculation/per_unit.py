"""A sum for each hour, day or part of delay, worked out from a quoted rate: "€500 for each Business Day of delay" × 4. Pure.

The delay is told by the question ("4 days late"), or is what something took beyond the time that another quote allows for it ("solved
after 7 hours" with "P1 | 4 hours"). What lacks is named: the time allowed, the sum that a cap is a share of.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.asked.asked_day import read_day, resolved
from assistant.asked.question import Question
from assistant.asked.terms import content_stems
from assistant.calculation.allowed_time import Taken, taken
from assistant.calculation.calculated import Calculated
from assistant.calculation.delay_rate import LATE, Rate, find_rate
from assistant.family.in_force import today
from assistant.values.figures import MONEY, Figure, figures
from assistant.values.spoken_figure import number_in, spoken
from ingest.days import days
from ingest.words import fold, stems

_ASKS = re.compile(
    r"\b(?:how much|what (?:penalty|credit|damages|fee|sum)|what do (?:they|we|i) (?:owe|pay|get)|penalt\w+|credits?|owe|get (?:\w+ )?back|"
    r"combien|penalites?|avoirs?|doi\w+)\b"
)
_SUM_GIVEN = re.compile(
    r"\b(?:worth|valued at|(?:value|price|amount) (?:of|is)|priced at|valant|(?:valeur|montant|prix) (?:de|est de)|vaut)\s"
    r"(?P<sum>\d[\d .,]{0,40})(?![\w%])"
)
_FROM_DAY = re.compile(
    r"\b(?:a compter du|a partir du|des le|from|as of|as from|with effect from|effective|on and after)\s+$"
)
_DAYS_IN = {"week": 7.0}  # parts that are counted in calendar days, too
_WORDS = {
    "en": {
        "told": "{amount}: {count} × {rate}{sum}{parts}.",
        "parts": " ({late})",
        "in parts": " ({late} in parts of {part}{counted})",
        "begun": ", each begun one counting",
        "full": ", full ones alone counting",
        "most": " Capped at {}.",
        "up to": " At most {} of a sum that is not given.",
        "of": " Of a sum that is not given.",
        "delay": "{rate} of {sum} for each {part}{begun}. How long is the delay? That is not given.",
        "each": " begun",
        "allowed": "{rate} for each {part}{begun} beyond the time allowed. How long that is was not found for certain.",
        "within": "Nothing by this: {taken} is within the {allowed} allowed.",
        "if": " This holds if the hours of nights and weekends count; a clause speaks of hours of work.",
        "unit": "{rate} for each {part}{begun}. How many {units} of delay were there? That is not given.",
    },
    "fr": {
        "told": "{amount} : {count} × {rate}{sum}{parts}.",
        "parts": " ({late})",
        "in parts": " ({late} par tranche de {part}{counted})",
        "begun": ", toute tranche entamée comptant",
        "full": ", seules les tranches entières comptant",
        "most": " Plafonné à {}.",
        "up to": " Au plus {} d’une somme qui n’est pas donnée.",
        "of": " D’une somme qui n’est pas donnée.",
        "delay": "{rate} de {sum} par {part}{begun}. Quel est le retard ? Il n’est pas donné.",
        "each": " entamée",
        "allowed": "{rate} par {part}{begun} au-delà du délai prévu. Ce délai n’a pas été trouvé avec certitude.",
        "within": "Rien à ce titre : {taken} ne dépasse pas le délai prévu de {allowed}.",
        "if": " Cela vaut si les heures de nuit et de week-end comptent ; une clause parle d’heures de travail.",
        "unit": "{rate} par {part}{begun}. De combien de {units} est le retard ? Ce n’est pas donné.",
    },
}


@dataclass(frozen=True, slots=True)
class _Delay:
    """How long a delay is, in the unit of the rate, as it is shown, and the places of the quotes that it takes."""

    length: Figure
    shown: str
    places: tuple[int, ...] = ()


def per_unit(question: Question, quotes: Sequence[str]) -> Calculated | None:
    """What a delay costs by its rate; None where the question gives none, or the rules are not certain.

    Args:
        question: as read; it holds the delay or how long something took, and the sum of which the quote's rate is a percentage.
        quotes: the contract's words, best first; a row of a table has tabs between its cells, and its header on the line above.
    """
    asked = fold(question.text)
    late = bool(LATE.search(asked))
    took = None if late else taken(asked, quotes)
    if not quotes or not _ASKS.search(asked) or not (late or took):
        return None
    found = find_rate(asked, quotes)
    if found is None or not _holds(question, quotes[found[1][0]]):
        return None
    per, places = found
    if took is not None:
        return _beyond(question, took, per, places)
    held = figures(question.text)
    times = [figure for figure in held if figure.unit.split(" ")[-1] in ("hour", "day", "week", "month", "minute")]
    sums = _sums(question)
    if per.rate.unit == "percent" and len(sums) == 1 and not times:
        return Calculated(_lacks(question, "delay", per, sum=_said(sums[0], question.language)), places[:1])
    if len(times) != 1 or len(sums) > 1:
        return None
    length = _in_unit(times[0], per.part)
    if length is None:
        return _lacks_unit(question, times[0], per, places)
    return _calculated(question, per, _Delay(length, spoken(times[0], question.language) or ""), places)


def _beyond(question: Question, took: Taken, per: Rate, places: tuple[int, ...]) -> Calculated | None:
    """What the time costs that something took beyond the time allowed for it; None where the two are in other units."""
    if took.allowed is None:
        return Calculated(_lacks(question, "allowed", per), places[:1])
    language, length = question.language, _in_unit(took.length, took.allowed)
    shown = [spoken(each, language) or "" for each in (took.length, took.allowed)]
    if length is None:
        return None
    if length.value <= took.allowed.value:
        told = _WORDS[language]["within"].format(taken=shown[0], allowed=shown[1])
        return Calculated(told, (took.place, *places[:1]))
    excess = _in_unit(replace(length, value=round(length.value - took.allowed.value, 4)), per.part)
    if excess is None:
        return None
    found = _calculated(question, per, _Delay(excess, " − ".join(shown), (took.place,)), places)
    return found if took.round_the_clock or found is None else replace(found, told=found.told + _WORDS[language]["if"])


def _in_unit(length: Figure, part: Figure) -> Figure | None:
    """A length of time in the unit of a part; None where the one does not surely tell the other (days are no business days)."""
    if length.unit == part.unit:
        return length
    if part.unit in _DAYS_IN and length.unit in ("day", "calendar day"):
        return Figure(length.value / _DAYS_IN[part.unit], part.unit)
    if (length.unit, part.unit) in (("minute", "hour"), ("hour", "minute")):
        return Figure(round(length.value * (1 / 60 if part.unit == "hour" else 60), 4), part.unit)
    return None


def _lacks_unit(question: Question, told: Figure, per: Rate, places: tuple[int, ...]) -> Calculated | None:
    """That the delay is not given in the unit of the rate, where calendar days or hours are and business ones are counted."""
    if per.part.unit != f"business {told.unit}" or per.part.value != 1:
        return None
    units = (spoken(Figure(2, per.part.unit), question.language) or "").partition(" ")[2]
    return Calculated(_lacks(question, "unit", per, units=units), places[:1])


def _sums(question: Question) -> list[Figure]:
    """The sums of a question, those without a currency where it has no others: "goods worth 200,000"."""
    sums = [figure for figure in figures(question.text) if figure.unit in MONEY]
    bare = (figures(match["sum"]) for match in _SUM_GIVEN.finditer(fold(question.text)))
    return sums or [figure for held in bare for figure in held if not figure.unit]


def _holds(question: Question, quote: str) -> bool:
    """Whether no day from which a quote says that it holds is later than the one that is asked about, today where it names none."""
    asked = read_day(question.text)
    day = resolved(asked, [], today()) if asked is not None else today()
    begins = (each.day for each in days(quote) if _FROM_DAY.search(fold(quote[: each.span.start])))
    return all(day is not None and begin <= day for begin in begins)


def _calculated(question: Question, per: Rate, delay: _Delay, places: tuple[int, ...]) -> Calculated | None:
    """The sum with its count, rate and cap; None for a part of an hour or day that the quote does not say to count, and for a cap that
    may be of another sum.
    """
    language, words, sums = question.language, _WORDS[question.language], _sums(question)
    parts = round(delay.length.value / per.part.value, 6)
    if parts != int(parts) and not (per.begun or per.full):
        return None
    count = math.floor(parts) if per.full else math.ceil(parts)
    share = per.rate.unit == "percent"
    if not share and sums and not (per.most and per.most.unit == "percent" and _is_of(per.of, question)):
        return None  # a sum that neither the rate nor its cap is of
    base = sums[0] if sums else None
    value = count * per.rate.value * (base.value / 100 if share and base else 1.0)
    most, unlike = _most(per, base), per.most is not None and base is None and per.most.unit != per.rate.unit
    capped = most is not None and value > most
    if capped and not per.same and (share or (per.most and per.most.unit != "percent")):
        return None
    if unlike and share:
        return None  # a cap in euros on percents
    unit = base.unit if share and base else per.rate.unit
    counted = words["begun"] if per.begun else words["full"] if per.full else ""
    odd = (
        per.part.value != 1 or parts != int(parts) or not delay.shown.startswith(spoken(delay.length, language) or " ")
    )
    form = "in parts" if per.part.value != 1 or parts != int(parts) else "parts"
    told = words["told"].format(
        amount=_said(Figure(round(most if most is not None and capped else value, 2), unit), language),
        count=number_in(count, language),
        rate=spoken(per.rate, language),
        sum=f" × {_said(base, language)}" if share and base else "",
        parts=words[form].format(late=delay.shown, part=spoken(per.part, language), counted=counted) if odd else "",
    )
    told += words["of"] if share and base is None else ""
    told += words["up to"].format(spoken(per.most, language)) if unlike and per.most else ""
    told += words["most"].format(spoken(per.most, language)) if capped and per.most else ""
    return Calculated(told, (places[0], *delay.places, *(places[1:] if capped else ())))


def _is_of(of: str, question: Question) -> bool:
    """Whether the sum of a question is the one that a cap in percent is of: "10% of the price of the project", "project price £40,000"."""
    wanted = set(content_stems(question.text, question.language))
    return any(wanted & set(stems(of, language)) for language in ("en", "fr"))


def _lacks(question: Question, form: str, per: Rate, **given: str) -> str:
    """What a rate is, and what lacks for the sum that it comes to."""
    words, language = _WORDS[question.language], question.language
    return words[form].format(
        rate=spoken(per.rate, language),
        part=_each(per.part, language),
        begun=words["each"] if per.begun else "",
        **given,
    )


def _each(part: Figure, language: str) -> str:
    """What a rate is for each of: "hour", "10 days", "période de 10 jours"."""
    told = spoken(part, language) or ""
    if part.value == 1:
        return told.partition(" ")[2]
    return told if language == "en" else f"période de {told}"


def _most(per: Rate, base: Figure | None) -> float | None:
    """The most that a delay may cost; a cap in percent is of the sum that the question gives. None where nothing caps it."""
    if per.most is None or (per.most.unit == "percent" and base is None and per.rate.unit != "percent"):
        return None
    return per.most.value / 100 * base.value if per.most.unit == "percent" and base else per.most.value


def _said(figure: Figure, language: str) -> str:
    return spoken(figure, language) or number_in(figure.value, language)
