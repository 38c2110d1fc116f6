"""Figures and rhythms that are equal though told otherwise: "24/7" and "at all hours", "twice a year" and "every six months". Pure."""

from __future__ import annotations

import re

from ingest.words import fold

_ROUND_THE_CLOCK = (
    r"\b24 ?(?:h|heures|hours)? ?(?:/|sur|a) ?(?:24|day|jour)\b|\b7 ?(?:j|jours|days)? ?(?:/|sur|a) ?(?:7|week)\b|\b24 ?/ ?7\b|"
    r"\bat all (?:hours|times)\b|\bround the clock\b|\b(?:a )?toute heure\b|\bjour et nuit\b|\bday and night\b|\bevery day\b|"
    r"\btous les jours\b|\ben permanence\b|\bat any time\b"
)
_EVERY = r"\b(?:every|each|tous les|toutes les|chaque)\s+"
_PAREN = r"(?:\s*\(\d+\))?"
_EQUALS = tuple(
    re.compile(words)  # each holds the ways of saying one thing, folded
    for words in (
        _ROUND_THE_CLOCK,
        rf"\b(?:twice a year|two times a year|deux fois (?:par|l')\s?an|half-yearly|semestriel\w*|(?:chaque|par) semestre)\b|"
        rf"{_EVERY}(?:six|6){_PAREN} (?:months|mois)\b",
        rf"\b(?:quarterly|trimestriel\w*|(?:chaque|par|tous les) trimestres?|(?:each|every|per|a) quarter|"
        rf"four times a year|quatre fois par an)\b|"
        rf"{_EVERY}(?:three|trois|3){_PAREN} (?:months|mois)\b",
        rf"\b(?:yearly|annually|annual\w*|annuel\w*|(?:each|every|per|a|once a) (?:contract )?year|(?:chaque|par) (?:an|"
        rf"annee)(?: contractuelle)?|"
        rf"une fois (?:par|l')\s?an)\b|{_EVERY}(?:twelve|douze|12){_PAREN} (?:months|mois)\b",
        rf"\b(?:weekly|hebdomadaire\w*|(?:each|every|per|a) week|(?:chaque|par) semaine)\b|{_EVERY}(?:seven|sept|"
        rf"7){_PAREN} (?:days|jours)\b",
        r"\bhalf and half\b|\b(?:half|moitie) each\b|\bequally\b|\ba parts egales\b|\bpar moitie\b|\bhalves\b|"
        r"\bfifty-fifty\b|\bchacune? (?:par )?(?:la )?moitie\b",
        rf"\bhalf a minute\b|\bune demi-minute\b|\b(?:30|thirty|trente){_PAREN} secondes?\b|\b(?:30|thirty){_PAREN} seconds\b",
        rf"\b(?:a|one) year and a half\b|\bun an et demi\b|\b(?:18|eighteen|dix-huit){_PAREN} (?:months|mois)\b",
        rf"\ba fortnight\b|\b(?:14|fourteen|quatorze){_PAREN} (?:days|jours)\b|\b(?:two|deux|2){_PAREN} (?:weeks|semaines)\b",
        rf"\b(?:twice|double[sd]?|doubl\w+)\b|\b(?:two|deux|2){_PAREN} (?:times|fois)\b",
        rf"\b(?:tripl\w+|three times)\b|\b(?:three|trois|3){_PAREN} (?:times|fois)\b",
    )
)


def said_alike(sentence: str, source: str) -> str:
    """The sentence, folded, without the figures and rhythms that its source has too, in whatever words.

    Args:
        sentence: one sentence, in English or French.
        source: the words that it rests on, in either language.
    """
    said, held = fold(sentence), fold(source)
    for words in _EQUALS:
        if words.search(held):
            said = words.sub(" ", said)
    return said
