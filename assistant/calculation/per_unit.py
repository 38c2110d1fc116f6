"""A sum for each hour, day or part of delay, worked out from a quoted rate: "€500 for each Business Day of delay" × 4.

Only of a quote with one such rate, for a delay that the question gives in the very unit of it, and with the cap on it. The quote is the
best one, the rate below a cap that is the best one, or the one row of a table with the code that the question names ("P1").
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.asked.asked_day import read_day, resolved
from assistant.asked.question import Question
from assistant.calculation.calculated import Calculated
from assistant.family.in_force import today
from assistant.values.figures import MONEY, Figure, figures
from assistant.values.spoken_figure import number_in, spoken
from ingest.days import days
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
_NUMBER = r"\d[\d .,]{0,40}"
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
_WRITTEN = "two|three|four|five|six|seven|eight|nine|ten|deux|trois|quatre|cinq|six|sept|huit|neuf|dix"
_PART = rf"(?:(?P<count>(?:[a-z-]+ )?\(?\d{{1,3}}\)?|{_WRITTEN}) )?"
_PER = re.compile(
    rf"{_RATE}[^.;\d]{{0,70}}?\b{_EACH}{_PART}{_UNIT}(?P<begun>\s?(?:entame\w*|begun|started|commenced|or (?:any )?part (?:thereof|of)))?"
)
_BEGUN_BEFORE = re.compile(r"\b(?:started|begun|commenced)\b")
_COUNTED_WHOLE = re.compile(  # behind the rate: "odd days being counted as seven", "toute fraction comptant pour une semaine"
    r"\b(?:odd|remaining|fraction|parts?|less(?:er)?|toute|moins)\b[^.;]{0,60}?"
    r"\b(?:count\w*|treated|deemed|considered|regarded|compt\w+|vaut|valant|due?|arrondie?)\b[^.;]{0,20}?\b(?:as|whole|full|entiere?|pour)\b"
)
_CHANGED = re.compile(
    rf"\b(?:porte\w*|passe\w*|ramene\w*|increased|raised|changed|reduced)\s(?:de|from)\s{_MONEY}\s(?:a|to)\s"
)
_CAP_WORDS = (
    r"\b(?:dans la limite de|plafon\w+|au plus|up to|maximum|(?:not|never) exceed\w*|ne (?:peu\w+ )?(?:depass|exced)\w+|"
    r"sans pouvoir exceder|capped|limit\w+)\b"
)
_CAP = re.compile(
    rf"{_CAP_WORDS}[^.;\d]{{0,60}}?(?P<most>{_MONEY}|{_NUMBER}\)?\s?(?:%|per ?cent|pour ?cent))(?P<of>[^.;,]{{0,60}})"
)
_CAP_HEAD = re.compile(r"\b(?:plafond|cap|maximum|ceiling|limite?)\b")
_SAME_SUM = re.compile(  # "ten per cent of that price", "of the total value of the goods"
    r"^\W*(?:$|(?:of|de|du) ?(?:l')?(?:ce|cet|cette|ces|ledit|ladite|its|such|this|that|these|those|the (?:said|same)|son|sa|leur)\b)"
)
_CODE = re.compile(r"\b[a-z]{1,3}\d{1,2}\b")
_SUM_GIVEN = re.compile(
    r"\b(?:worth|valued at|(?:value|price|amount) (?:of|is)|priced at|valant|(?:valeur|montant|prix) (?:de|est de)|vaut)\s"
    rf"(?P<sum>{_NUMBER})(?![\w%])"
)
_FROM_DAY = re.compile(
    r"\b(?:a compter du|a partir du|des le|from|as of|as from|with effect from|effective|on and after)\s+$"
)
_WORDS = {
    "en": {
        "told": "{amount}: {count} × {rate}{sum}.",
        "parts": " ({late} in parts of {part}{begun})",
        "begun": ", each begun one counting",
        "most": " Capped at {}.",
        "of": " Of a sum that is not given.",
        "delay": "{rate} of {sum} for each {part}{begun}. How long is the delay? That is not given.",
        "each": " begun",
    },
    "fr": {
        "told": "{amount} : {count} × {rate}{sum}.",
        "parts": " ({late} par tranche de {part}{begun})",
        "begun": ", toute tranche entamée comptant",
        "most": " Plafonné à {}.",
        "of": " D’une somme qui n’est pas donnée.",
        "delay": "{rate} de {sum} par période de {part}{begun}. Quel est le retard ? Il n’est pas donné.",
        "each": " entamée",
    },
}


@dataclass(frozen=True, slots=True)
class _Per:
    """A rate for each part of a delay: its sum or percentage, how long a part is, whether a begun one counts, and the cap.

    ``most`` is in the unit of the rate; ``same`` says whether a cap in percent is surely of the sum that the rate is of.
    """

    rate: Figure
    part: Figure
    begun: bool
    most: Figure | None = None
    same: bool = True


def per_unit(question: Question, quotes: Sequence[str]) -> Calculated | None:
    """What a delay costs by its rate; None where the question gives none, or the rules are not certain.

    Args:
        question: as read; it holds the delay, and the sum of which the quote's rate is a percentage.
        quotes: the contract's words, best first; a row of a table has tabs between its cells, and its header on the line above.
    """
    asked = fold(question.text)
    if not quotes or not _ASKS.search(asked) or not _LATE.search(asked):
        return None
    found = _rate(asked, quotes)
    if found is None or not _holds(question, quotes[found[1][0]]):
        return None
    per, places = found
    held = figures(question.text)
    delays = [figure for figure in held if figure.unit == per.part.unit]
    times = [figure for figure in held if figure.unit.split(" ")[-1] in ("hour", "day", "week", "month", "minute")]
    sums = [figure for figure in held if figure.unit in MONEY] or _bare_sum(asked)
    share = per.rate.unit == "percent"
    if share and len(sums) == 1 and not times:
        return Calculated(_lacks_delay(question.language, per, sums[0]), places[:1])
    if len(delays) != 1 or len(times) != 1 or len(sums) > share:
        return None
    told, capped = _told(question.language, per, delays[0], sums)
    return Calculated(told, places if capped else places[:1]) if told else None


def _rate(asked: str, quotes: Sequence[str]) -> tuple[_Per, tuple[int, ...]] | None:
    """The rate that a question is about, and the places of the quotes that give it and its cap."""
    for number, quote in enumerate(quotes[:2]):
        per = None if "\t" in quote else _read(quote)
        if per is not None:
            return _with_cap(per, number, quotes)
        if not _caps_delay(quote):
            break  # what leads gives neither a rate nor the cap on one
    codes = set(_CODE.findall(asked))
    rows = [(n, row) for n, quote in enumerate(quotes) if codes and (row := _row(quote, codes)) is not None]
    return (rows[0][1], (rows[0][0],)) if len({row for _, row in rows}) == 1 else None


def _with_cap(per: _Per, number: int, quotes: Sequence[str]) -> tuple[_Per, tuple[int, ...]]:
    """A rate with the cap on it that the quote beside it gives, where its own gives none."""
    beside = [n for n in (number - 1, number + 1) if 0 <= n < len(quotes) and _caps_delay(quotes[n])]
    if per.most is not None or per.rate.unit != "percent" or len(beside) != 1:
        return per, (number,)
    cap = _CAP.search(" ".join(fold(quotes[beside[0]]).split()))
    most = figures(cap["most"]) if cap else set()
    if cap is None or len(most) != 1:
        return per, (number,)
    return replace(per, most=next(iter(most)), same="total" in cap["of"]), (number, beside[0])


def _caps_delay(quote: str) -> bool:
    """Whether a quote does nothing but cap, in percent, what a delay costs."""
    folded = " ".join(fold(quote).split())
    cap = _CAP.search(folded)
    alone = cap is not None and len(figures(folded)) == 1 and {f.unit for f in figures(cap["most"])} == {"percent"}
    return alone and bool(_LATE.search(folded)) and bool(_OF_DELAY.search(folded)) and "\t" not in quote


def _row(quote: str, codes: set[str]) -> _Per | None:
    """The rate of a row whose label names the codes, with the cap of its column for that; None of a row that has none."""
    if quote.count("\n") != 1:
        return None
    heads, cells = (line.split("\t") for line in fold(quote).split("\n"))
    if len(heads) != len(cells) or set(_CODE.findall(cells[0])) != codes or not _OF_DELAY.search(fold(quote)):
        return None
    rates = [match for cell in cells[1:] for match in _PER.finditer(cell)]
    caps = {
        figure for head, cell in zip(heads, cells, strict=True) if _CAP_HEAD.search(head) for figure in figures(cell)
    }
    others = {figure for cell in cells[1:] for figure in figures(cell) if figure.unit in MONEY}
    per = _per(rates[0], "", caps) if len(rates) == 1 else None
    return None if per is None or others - {per.rate} - caps else per


def _read(quote: str) -> _Per | None:
    """The one rate of a quote; None where it has none or several, or sums that are no part of it."""
    if not _OF_DELAY.search(fold(quote)) or _OTHERWISE.search(fold(quote)):
        return None
    folded = " ".join(_CHANGED.sub(" ", " ".join(fold(quote).split())).split())
    found = list(_PER.finditer(folded))
    if len(found) != 1:
        return None
    match = found[0]
    cap = _CAP.search(folded, match.end()) or _CAP.search(folded[: match.start()])
    most = figures(cap["most"]) if cap else set()
    per = _per(match, folded[match.end() :], most)
    sums = {figure for figure in figures(folded) if figure.unit in MONEY}
    if per is None or sums - {per.rate} - most:
        return None
    of_same = cap is None or _SAME_SUM.match(cap["of"]) or cap["of"].strip() in match.group()
    return per if of_same else replace(per, same=False)


def _per(match: re.Match[str], behind: str, most: set[Figure]) -> _Per | None:
    """What a rate in words comes to; None where its sum, its part or its cap is not one figure."""
    rate, part = figures(match["rate"]), figures(f"{match['count'] or 1} {match['unit']}")
    if len(rate) != 1 or len(part) != 1 or len(most) > 1:
        return None
    begun = bool(match["begun"] or _BEGUN_BEFORE.search(match.group()) or _COUNTED_WHOLE.search(behind))
    return _Per(next(iter(rate)), next(iter(part)), begun, next(iter(most), None))


def _holds(question: Question, quote: str) -> bool:
    """Whether no day from which a quote says that it holds is later than the one that is asked about, today where it names none."""
    asked = read_day(question.text)
    day = resolved(asked, [], today()) if asked is not None else today()
    begins = (each.day for each in days(quote) if _FROM_DAY.search(fold(quote[: each.span.start])))
    return all(day is not None and begin <= day for begin in begins)


def _bare_sum(asked: str) -> list[Figure]:
    """The sum that a question gives without a currency: "goods worth 200,000"."""
    return [figure for match in _SUM_GIVEN.finditer(asked) for figure in figures(match["sum"]) if not figure.unit]


def _told(language: str, per: _Per, delay: Figure, sums: Sequence[Figure]) -> tuple[str, bool]:
    """The sum with its count and rate, and whether the cap sets it; empty for a part of an hour or day that the quote does not say
    to count, and for a cap that may be of another sum.
    """
    parts = delay.value / per.part.value
    if parts != int(parts) and not per.begun:
        return "", False
    count, words = math.ceil(parts), _WORDS[language]
    base = sums[0] if sums else None
    value = count * per.rate.value * (base.value / 100 if base else 1.0)
    most = _most(per, base)
    capped = most is not None and value > most
    unlike = per.most is not None and base is None and per.most.unit != per.rate.unit  # a cap in euros on percents
    if unlike or (capped and not per.same):
        return "", False
    amount = Figure(round(most if most is not None and capped else value, 2), base.unit if base else per.rate.unit)
    told = words["told"].format(
        amount=_said(amount, language),
        count=number_in(count, language),
        rate=spoken(per.rate, language),
        sum=f" × {_said(base, language)}" if base else "",
    )
    if per.part.value != 1 or parts != int(parts):
        parted = words["parts"].format(
            late=spoken(delay, language), part=spoken(per.part, language), begun=words["begun"] if per.begun else ""
        )
        told = f"{told[:-1]}{parted}."
    told += words["of"] if per.rate.unit == "percent" and base is None else ""
    return told + (words["most"].format(spoken(per.most, language)) if per.most and capped else ""), capped


def _lacks_delay(language: str, per: _Per, base: Figure) -> str:
    """What a rate is of the sum that the question gives, and that how long the delay is lacks."""
    words = _WORDS[language]
    return words["delay"].format(
        rate=spoken(per.rate, language),
        sum=_said(base, language),
        part=spoken(per.part, language),
        begun=words["each"] if per.begun else "",
    )


def _most(per: _Per, base: Figure | None) -> float | None:
    """The most that a delay may cost; a cap in percent is of the sum that the question gives. None where nothing caps it."""
    if per.most is None:
        return None
    return per.most.value / 100 * base.value if per.most.unit == "percent" and base else per.most.value


def _said(figure: Figure, language: str) -> str:
    return spoken(figure, language) or number_in(figure.value, language)
