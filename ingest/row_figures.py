"""New figures that an amendment gives rows of a table without telling the old ones: "the shares of Gold and Silver in the table of clause
2.3 become respectively EUR 40 and EUR 50". Pure.
"""

from __future__ import annotations

import re

from ingest.document import Span

_TABLE = re.compile(r"\b(?:tables?|rows?|grids?|tableaux?|lignes?|grilles?|barèmes?)\b", re.IGNORECASE)
_NUMBER = r"\d{1,12}+(?:[.,  \u202f]\d{1,12}+){0,6}+"
_FIGURE = (
    rf"(?:(?:[€$£]|\b(?:EUR|USD|GBP|CHF))\s?{_NUMBER}|{_NUMBER}\s?(?:€|\$|£|%|(?:EUR|USD|GBP|CHF|euros?|per cent)\b))"
)
_RESPECTIVELY = r"(?:respectively|respectivement)"
_BECOME = re.compile(
    r"\b(?:becomes?|devien(?:t|nent)|(?:is|are|shall be|est|sont|sera|seront)\s+(?:hereby\s+)?(?:(?:increased|reduced|raised|lowered|"
    r"changed)\s+to|set\s+at|(?:port[ée]+s?|ramen[ée]+s?|fix[ée]+s?)\s+à)|pass(?:e|ent)\s+à|s['’]établi(?:t|ssent)\s+à)\s+"
    rf"(?P<before>,?\s*{_RESPECTIVELY},?\s+)?(?:à\s+)?(?P<figures>{_FIGURE}(?:(?:,\s+|,?\s+(?:and|et|to)\s+)(?:à\s+)?{_FIGURE}){{0,11}})"
    rf"(?P<after>,?\s+{_RESPECTIVELY}\b)?(?=\s*(?:[.,;]|$)|\s+(?:with|from|as|par|a|per|à|hors|HT|TTC|each|chaque)\b)",
    re.IGNORECASE,
)
_UNIT = re.compile(r"[€$£%]|EUR|USD|GBP|CHF|euro|per cent", re.IGNORECASE)
_SAME = {"EUR": "€", "USD": "$", "GBP": "£", "EURO": "€", "PER CENT": "%"}


def row_figures(said: str, anywhere: bool = False) -> tuple[int, tuple[Span, ...]] | None:
    """Where what names the rows ends, and each new figure in their order; None where a sentence gives rows of a table none, or several
    figures without saying that each is of its row.

    Args:
        said: a sentence, the words that it quotes blanked.
        anywhere: also of a sentence that names no table.
    """
    match = _BECOME.search(said)
    if match is None or not (anywhere or _TABLE.search(said)):
        return None
    at = match.start("figures")
    found = re.finditer(_FIGURE, match["figures"], re.IGNORECASE)
    figures = tuple(Span(at + each.start(), at + each.end()) for each in found)
    told_apart = len(figures) == 1 or match["before"] or match["after"]
    return (match.start(), figures) if told_apart else None


def unit_of(figure: str) -> str | None:
    """What a figure counts, "€" or "%"; None where it does not say."""
    match = _UNIT.search(figure)
    return _SAME.get(match[0].upper(), match[0]) if match else None
