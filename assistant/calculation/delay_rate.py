"""The rate that a contract gives for a delay, with the cap on it: "€500 for each Business Day of delay", or a row of a table. Pure.

Of a quote with one such rate. The quote is the best one, the rate below a cap that is the best one, or the one of the priority ("P1") that
the question names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.values.figures import MONEY, Figure, figures
from ingest.words import fold

LATE = re.compile(
    r"\b(?:late|delay\w*|overdue|overr[au]n\w*|too long|over time|(?:exceeded|missed|over) by|retards?|depass\w*|tardi\w+)\b"
)
_OF_DELAY = re.compile(
    rf"{LATE.pattern}|\b(?:penalt\w+|penalites?|damages|fail\w*|elapse\w*|non-respect|manquement\w*|beyond|au-dela|"
    r"not (?:\w+ ){0,3}?(?:with)?in (?:\w+ ){0,2}?time)\b"
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
    r"(?:tranche de |period of |full |whole |complete |started |begun |commenced |further |additional )*"
)
_WRITTEN = "two|three|four|five|six|seven|eight|nine|ten|deux|trois|quatre|cinq|six|sept|huit|neuf|dix"
_PART = rf"(?:(?P<count>(?:[a-z-]+ )?\(?\d{{1,3}}\)?|{_WRITTEN}) )?"
_PER = re.compile(
    rf"{_RATE}[^.;\d]{{0,70}}?\b{_EACH}{_PART}{_UNIT}(?P<begun>\s?(?:entame\w*|commence\w*|begun|started|or (?:any )?part (?:thereof|of)))?"
    r"(?P<full>\s?(?:entier\w*|complet\w*|pleine?s?|revolue?s?))?"
)
_HEAD_UNIT = re.compile(rf"\b{_EACH}{_PART}{_UNIT}\b.{{0,40}}")
_BEGUN_BEFORE = re.compile(r"\b(?:started|begun|commenced)\b")
_FULL_BEFORE = re.compile(r"\b(?:full|whole|complete)\b")
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
_PRIORITY = re.compile(r"\b(?:priority|priorite)(?: (?:level|niveau))? (\d)\b")
_OF_CREDITS = re.compile(r"\b(?:credits?|penalt\w+|penalites?|damages|avoirs?)\b")
_OF_MORE = re.compile(r"\b(?:month|year|annum|quarter|total|aggregate|mois|an|annee|trimestre|cumul\w*|ensemble)\b")


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate for each part of a delay: its sum or percentage, how long a part is, whether a begun one counts or full ones alone, the cap.

    ``same`` says whether the cap is surely one of this delay and, in percent, of the sum that the rate is of; ``of`` are the folded words
    that say what a cap in percent is of.
    """

    rate: Figure
    part: Figure
    begun: bool
    full: bool = False
    most: Figure | None = None
    same: bool = True
    of: str = ""


def codes_in(folded: str) -> set[str]:
    """The codes of a folded text: "p1", "sl2"; "priority 1" is "p1"."""
    return set(_CODE.findall(_PRIORITY.sub(r"p\1", folded)))


def find_rate(asked: str, quotes: Sequence[str]) -> tuple[Rate, tuple[int, ...]] | None:
    """The rate that a question is about, and the places of the quotes that give it and its cap.

    Args:
        asked: the question, folded.
        quotes: the contract's words, best first; a row of a table has tabs between its cells, and its header on the line above.
    """
    codes = codes_in(asked)
    for number, quote in enumerate(quotes[:2]):
        per = None if "\t" in quote or _is_of_another(quote, codes) else _read(quote)
        if per is not None:
            return _with_cap(per, number, quotes)
        if not _caps_delay(quote):
            break  # what leads gives neither a rate nor the cap on one
    if not codes:
        return None
    found = [(n, per) for n, quote in enumerate(quotes) if (per := _named(quote, codes)) is not None]
    return _with_cap(found[0][1], found[0][0], quotes) if len({per for _, per in found}) == 1 else None


def _is_of_another(quote: str, codes: set[str]) -> bool:
    """Whether a quote names other priorities than those that are asked about, or one where none is."""
    here = {code for code in codes_in(fold(quote)) if not codes or code[0] in {each[0] for each in codes}}
    return bool(here) and not (codes and codes <= here)


def _named(quote: str, codes: set[str]) -> Rate | None:
    """The rate of a row or sentence that names the codes."""
    if "\t" in quote:
        return _row(quote, codes)
    return _read(quote) if codes <= codes_in(fold(quote)) else None


def _with_cap(per: Rate, number: int, quotes: Sequence[str]) -> tuple[Rate, tuple[int, ...]]:
    """A rate with the cap on it that another quote gives, where its own gives none.

    In percent it is the one right beside it, in money any; of several the lowest, which is not surely the one.
    """
    if per.most is not None:
        return per, (number,)
    if per.rate.unit in MONEY:
        caps = [
            (n, most)
            for n, quote in enumerate(quotes)
            if n != number and (most := _caps_sum(quote, per.rate.unit)) is not None
        ]
        if not caps:
            return per, (number,)
        place, most = min(caps, key=lambda cap: cap[1].value)
        sure = len({each for _, each in caps}) == 1 and not _OF_MORE.search(fold(quotes[place]))
        return replace(per, most=most, same=sure), (number, place)
    beside = [n for n in (number - 1, number + 1) if 0 <= n < len(quotes) and _caps_delay(quotes[n])]
    if len(beside) != 1:
        return per, (number,)
    cap = _CAP.search(" ".join(fold(quotes[beside[0]]).split()))
    held = figures(cap["most"]) if cap else set()
    if cap is None or len(held) != 1:
        return per, (number,)
    return replace(per, most=next(iter(held)), same="total" in cap["of"]), (number, beside[0])


def _caps_sum(quote: str, currency: str) -> Figure | None:
    """The one sum to which a quote limits credits or penalties, and with which it does nothing else."""
    folded = " ".join(fold(quote).split())
    sums = [figure for figure in figures(folded) if figure.unit == currency]
    caps = "\t" not in quote and _CAP.search(folded) and _OF_CREDITS.search(folded)
    return sums[0] if caps and len(sums) == 1 and not _PER.search(folded) else None


def _caps_delay(quote: str) -> bool:
    """Whether a quote does nothing but cap, in percent, what a delay costs."""
    folded = " ".join(fold(quote).split())
    cap = _CAP.search(folded)
    alone = cap is not None and len(figures(folded)) == 1 and {f.unit for f in figures(cap["most"])} == {"percent"}
    return alone and bool(LATE.search(folded)) and bool(_OF_DELAY.search(folded)) and "\t" not in quote


def _row(quote: str, codes: set[str]) -> Rate | None:
    """The rate of a row whose label names the codes, with the cap of its column for that; None of a row that has none."""
    if quote.count("\n") != 1:
        return None
    heads, cells = (line.split("\t") for line in fold(quote).split("\n"))
    if len(heads) != len(cells) or codes_in(cells[0]) != codes or not _OF_DELAY.search(fold(quote)):
        return None
    pairs = [(head, cell) for head, cell in zip(heads[1:], cells[1:], strict=True) if not _CAP_HEAD.search(head)]
    rates = [match for head, cell in pairs for match in _PER.finditer(_under(head, cell))]
    caps = {
        figure for head, cell in zip(heads, cells, strict=True) if _CAP_HEAD.search(head) for figure in figures(cell)
    }
    others = {figure for cell in cells[1:] for figure in figures(cell) if figure.unit in MONEY}
    per = _per(rates[0], "", caps) if len(rates) == 1 else None
    return None if per is None or others - {per.rate} - caps else per


def _under(head: str, cell: str) -> str:
    """A folded cell with the unit that its column's name gives: "€500" under "penalty per hour of delay"."""
    unit = _HEAD_UNIT.search(head)
    return f"{cell} {unit.group()}" if unit and not _PER.search(cell) else cell


def _read(quote: str) -> Rate | None:
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
    per = replace(per, of=cap["of"].strip() if cap else "")
    return per if of_same else replace(per, same=False)


def _per(match: re.Match[str], behind: str, most: set[Figure]) -> Rate | None:
    """What a rate in words comes to; None where its sum, its part or its cap is not one figure."""
    rate, part = figures(match["rate"]), figures(f"{match['count'] or 1} {match['unit']}")
    if len(rate) != 1 or len(part) != 1 or len(most) > 1:
        return None
    begun = bool(match["begun"] or _BEGUN_BEFORE.search(match.group()) or _COUNTED_WHOLE.search(behind))
    full = not begun and bool(match["full"] or _FULL_BEFORE.search(match.group()))
    return Rate(next(iter(rate)), next(iter(part)), begun, full, next(iter(most), None))
