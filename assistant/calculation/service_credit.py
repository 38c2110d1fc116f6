"""A service credit, worked out from a measure and the quoted scale of credits. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.asked.question import Question
from assistant.calculation.bands import Band, bands
from assistant.calculation.calculated import Calculated
from assistant.calculation.credit_share import CREDIT, capped, sums_of, told_cap, told_share
from assistant.calculation.target import target
from assistant.values.figures import MONEY, Figure, figures
from assistant.values.spoken_figure import number_in, spoken
from ingest.words import fold

ASKS_CREDIT = re.compile(
    rf"{CREDIT.pattern}|\bget (?:\w+ )?back\b|\brecuper\w+|\bnous (?:revient|rend\w*|reverse\w*)\b|\brembours\w+"
)
_MEASURES = re.compile(
    r"\b(?:availab\w+|uptime|disponib\w+|points?|ecart|measured|mesure\w*|taux)\b|\b(?:at|was|a|etait de|est de)\s\d{2}(?:[.,]\d+)?\s?%"
)
NO_MEASURE = re.compile(  # "fell below 98%" tells a threshold and no measure
    r"\b(?:below|under|less than|more than|above|over|sous|moins de|plus de|inferieure? a|"
    r"superieure? a)\s[^.,;?]{0,25}?\d+(?:[.,]\d+)?\s?(?:%|points?)|"
    r"\b(?:target|promised|guaranteed|committed|cap(?:ped)?|limited|exceed\w*|objectif|cible|garanti\w*|promis\w*|plafon\w*|limite\w*|excede\w*)\b"
    r"[^.,;?\d]{0,40}\d+(?:[.,]\d+)?\s?(?:%|points?)"  # what the contract says, and nothing that was measured
)
_GAP = re.compile(r"\b(?:points?|ecart|missed by|shortfall)\b")
_AMOUNT = re.compile(  # asks for a sum, not for the share that a credit is
    r"\b(?:how much money|(?:in|en) (?:euros?|pounds?|dollars?|sterling)|(?:what|which|quel) (?:amount|sum|montant)|get (?:\w+ )?back|"
    r"quelle somme)\b"
)
_WORDS = {
    "en": {
        "credit": "{result}: {measure} is {band}.",
        "gap": "{result}: {target} − {measure} = {gap}, which is {band}.",
        "of": " Of a sum that is not given.",
        "measure": "Which availability was measured? The credit depends on it.",
        "gap measure": "By how much was the target missed? The credit depends on it.",
    },
    "fr": {
        "credit": "{result} : {measure} est {band}.",
        "gap": "{result} : {target} − {measure} = {gap}, soit {band}.",
        "of": " D’une somme qui n’est pas donnée.",
        "measure": "Quelle disponibilité a été mesurée ? Le crédit en dépend.",
        "gap measure": "De combien l’objectif a-t-il été manqué ? Le crédit en dépend.",
    },
}


def credit(question: Question, quotes: Sequence[str]) -> Calculated | None:
    """The credit for the measure that a question gives; None where it gives none, or the rules are not certain.

    Args:
        question: as read.
        quotes: the contract's words, best first; a row of a table has tabs between its cells, and its header on the line above.
    """
    folded = fold(question.text)
    if not ASKS_CREDIT.search(folded) or not _MEASURES.search(folded) or NO_MEASURE.search(folded):
        return None
    held = figures(question.text)
    points = [figure for figure in held if figure.unit == "point"]
    measured = points or [figure for figure in held if figure.unit == "percent"]
    if not measured:
        return _lacks_measure(question, quotes)
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


def _lacks_measure(question: Question, quotes: Sequence[str]) -> Calculated | None:
    """That the measure lacks where a question gives the sum that a credit is a share of, and the best quotes have one scale for it."""
    sums = [figure for figure in figures(question.text) if figure.unit in MONEY]
    scales = [n for n, quote in enumerate(quotes) if bands(quote.split("\n")[-1])]
    if len(sums) != 1 or len(figures(question.text)) != 1 or not scales or scales[0] > 0:
        return None
    form = "gap measure" if _GAP.search(fold(quotes[scales[0]])) else "measure"
    return Calculated(_WORDS[question.language][form], (scales[0],))


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
    aim = target(question, quotes)
    if aim is None or measure.value >= aim.value:
        return None
    gap = Figure(round(aim.value - measure.value, 6), "point")
    fitting = _fitting(question, quotes, gap)
    if len({band for _, band in fitting}) != 1:
        return None
    number, band = fitting[0]
    language = question.language
    told = _WORDS[language]["gap"].format(
        result=spoken(Figure(band.result, "percent"), language),
        target=spoken(Figure(aim.value, "percent"), language),
        measure=spoken(measure, language),
        gap=number_in(gap.value, language) + _unit(gap, language),
        band=band.told(_unit(gap, language), language),
    )
    return _credited(question, quotes, told, band, (number, aim.place))


def _credited(question: Question, quotes: Sequence[str], told: str, band: Band, places: tuple[int, ...]) -> Calculated:
    """The credit with its amount where the question gives the sum that it is a share of, both capped where one quote caps credits."""
    result, at = capped(band.result, quotes)
    if at is not None:
        told += told_cap(result, question.language)
    told += told_share(question, result)
    if not sums_of(question) and _AMOUNT.search(fold(question.text)):
        told += _WORDS[question.language]["of"]
    return Calculated(told, places if at is None or at in places else (*places, at))


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
