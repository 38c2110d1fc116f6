"""A sum for each hour, day or part of delay, worked out from a quoted rate: "€500 for each Business Day of delay" × 4. Pure.

Only of a quote with one such rate, for a delay that the question gives in the very unit of it, and with the quote's own cap.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.calculated import MONEY, Calculated
from assistant.figures import Figure, figures
from assistant.question import Question
from assistant.spoken_figure import number_in, spoken
from ingest.words import fold

_ASKS = re.compile(
    r"\b(?:how much|what (?:penalty|credit|damages|fee|sum)|penalt\w+|credit|owe|combien|penalites?|avoir|doi\w+)\b"
)
_LATE = re.compile(r"\b(?:late|delay\w*|overdue|overr[au]n\w*|too long|over time|retards?|depass\w*|tardi\w+)\b")
_OF_DELAY = re.compile(
    rf"{_LATE.pattern}|\b(?:penalt\w+|penalites?|damages|fail\w*|elapse\w*|non-respect|manquement\w*)\b"
)
_OTHERWISE = re.compile(
    r"\binter(?:est|ets?)\b|\bor,? if (?:less|lower)\b|\bwhichever\b"
)  # a rate that `late_interest` reads, or half of one
_NUMBER = r"\d[\d .,]*"
_MONEY = rf"(?:[€$£]\s?{_NUMBER}|{_NUMBER}\)?\s?(?:€|\$|£|euros?|dollars?|pounds?))"
_RATE = rf"(?P<rate>{_MONEY}|{_NUMBER}\)?\s?(?:%|per ?cent|pour ?cent))"
_UNIT = (
    r"(?P<unit>(?:(?:business|working|calendar) )?(?:hours?|days?|weeks?|months?)|"
    r"(?:heures?|jours?|semaines?|mois)(?: (?:ouvres?|calendaires?))?)"
)
_EACH = (
    r"(?:per|for (?:each|every)|in respect of (?:each|every)|each|every|par|pour chaque|pour toute)\s"
    r"(?:tranche de |period of |full |complete |started |begun |commenced |further |additional )*"
)
_PART = r"(?:(?:[a-z-]+ )?\(?(?P<count>\d{1,3})\)? )?"
_PER = re.compile(
    rf"{_RATE}[^.;\d]{{0,70}}?\b{_EACH}{_PART}{_UNIT}(?P<begun>\s?(?:entame\w*|begun|started|commenced|or (?:any )?part (?:thereof|of)))?"
)
_BEGUN_BEFORE = re.compile(r"\b(?:started|begun|commenced)\b")
_CHANGED = re.compile(
    rf"\b(?:porte\w*|passe\w*|ramene\w*|increased|raised|changed|reduced)\s(?:de|from)\s{_MONEY}\s(?:a|to)\s"
)
_CAP = re.compile(
    rf"\b(?:dans la limite de|plafon\w+|au plus|up to|maximum|not exceed\w*|capped|limit\w+)\b[^.;\d]{{0,60}}?(?P<most>{_MONEY})"
)
_WORDS = {
    "en": {
        "told": "{amount}: {count} × {rate}{sum}.",
        "parts": " ({late} in parts of {part}{begun})",
        "begun": ", each begun one counting",
        "most": " Capped at {}.",
    },
    "fr": {
        "told": "{amount} : {count} × {rate}{sum}.",
        "parts": " ({late} par tranche de {part}{begun})",
        "begun": ", toute tranche entamée comptant",
        "most": " Plafonné à {}.",
    },
}


@dataclass(frozen=True, slots=True)
class _Per:
    """A rate for each part of a delay: its sum or percentage, how long a part is, whether a begun one counts, and the cap."""

    rate: Figure
    part: Figure
    begun: bool
    most: Figure | None


def per_unit(question: Question, quotes: Sequence[str]) -> Calculated | None:
    """What a delay costs by the best quote; None where the question gives none, or the rules are not certain.

    Args:
        question: as read; it holds the delay, and the sum of which the quote's rate is a percentage.
        quotes: the contract's words, best first; only the first is read.
    """
    asked = fold(question.text)
    if not quotes or not _ASKS.search(asked) or not _LATE.search(asked) or "\t" in quotes[0]:
        return None
    per = _read(quotes[0])
    if per is None:
        return None
    held = figures(question.text)
    delays = [figure for figure in held if figure.unit == per.part.unit]
    times = [figure for figure in held if figure.unit.split(" ")[-1] in ("hour", "day", "week", "month", "minute")]
    sums = [figure for figure in held if figure.unit in MONEY]
    if len(delays) != 1 or len(times) != 1 or len(sums) != (per.rate.unit == "percent"):
        return None
    told = _told(question.language, per, delays[0], sums)
    return Calculated(told, (0,)) if told else None


def _read(quote: str) -> _Per | None:
    """The one rate of a quote; None where it has none or several, or sums that are no part of it."""
    if not _OF_DELAY.search(fold(quote)) or _OTHERWISE.search(fold(quote)):
        return None
    folded = " ".join(_CHANGED.sub(" ", " ".join(fold(quote).split())).split())
    found = list(_PER.finditer(folded))
    if len(found) != 1:
        return None
    match = found[0]
    rate, part = figures(match["rate"]), figures(f"{match['count'] or 1} {match['unit']}")
    cap = _CAP.search(folded, match.end()) or _CAP.search(folded[: match.start()])
    most = figures(cap["most"]) if cap else set()
    sums = {figure for figure in figures(folded) if figure.unit in MONEY}
    if len(rate) != 1 or len(part) != 1 or len(most) > 1 or sums - rate - most:
        return None
    begun = bool(match["begun"]) or bool(_BEGUN_BEFORE.search(match.group()))
    return _Per(next(iter(rate)), next(iter(part)), begun, next(iter(most), None))


def _told(language: str, per: _Per, delay: Figure, sums: Sequence[Figure]) -> str:
    """The sum with its count and rate; empty for a part of an hour or day that the quote does not say to count."""
    parts = delay.value / per.part.value
    if parts != int(parts) and not per.begun:
        return ""
    count, words = math.ceil(parts), _WORDS[language]
    base = sums[0] if sums else None
    value = count * per.rate.value * (base.value / 100 if base else 1.0)
    capped = per.most is not None and value > per.most.value
    amount = Figure(round(per.most.value if per.most and capped else value, 2), base.unit if base else per.rate.unit)
    told = words["told"].format(
        amount=spoken(amount, language),
        count=number_in(count, language),
        rate=spoken(per.rate, language),
        sum=f" × {spoken(base, language)}" if base else "",
    )
    if per.part.value != 1 or parts != int(parts):
        parted = words["parts"].format(
            late=spoken(delay, language), part=spoken(per.part, language), begun=words["begun"] if per.begun else ""
        )
        told = f"{told[:-1]}{parted}."
    return told + (words["most"].format(spoken(per.most, language)) if per.most and capped else "")
