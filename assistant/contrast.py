"""Words that set two sentences apart though all the others agree: before and after, issue and receipt, monthly and yearly. Pure.

The lists are everyday English and French, and hold no term of any contract.
"""

from __future__ import annotations

import re

from ingest.words import fold

_OPPOSED = (
    (
        r"before\w*|prior|ahead|in advance|avant|prealable\w*|a l'avance|preced\w+",
        r"after\w*|following|thereafter|apres|suivan\w*|lendemain|posterieur\w*",
    ),
    (r"issu(?:e|ed|ing|ance)|emission|emis\w*|emettre", r"receipt|receiv\w*|reception|recu\w*|recoi\w*"),
    (
        r"accept\w*|approv\w*|admis\w*|recett\w*|vaut accord",
        r"refus\w*|reject\w*|denie[sd]",
    ),
    (r"increas\w*|rais\w+|rise\w*|hausse\w*|augment\w*", r"decreas\w*|lower\w*|baiss\w*|dimin\w*"),
    (
        r"begin\w*|starts?|started|starting|commenc\w*|debut\w*|declench\w*|trigger\w*",
        r"end(?:s|ed|ing)?|expir\w*|fin|finit|terme|achev\w*",
    ),
    (
        r"at least|not less than|no fewer than|minimum|au moins",
        r"at most|up to|(?:not|no) more than|maximum|au plus|dans la limite|plafon\w*|capped|not exceed\w*|depass\w*",
    ),
    (r"keeps?|kept|retains?|garde|conserve", r"loses?|lost|forfeits?|perd\w*"),
    (r"in full|full|entier|integral\w*", r"half|moitie|partly|partiel\w*"),
    (r"inside|within the (?:cap|limit)|includ\w+|inclus\w*|y compris|compris\w*", r"outside|exclud\w*|except|hors|exclu\w*|save"),
    (r"first|premier\w*", r"last|dernier\w*"),
    (r"daily|quotidien\w*", r"weekly|hebdomadaire\w*"),
)  # fmt: skip
_PAIRS = tuple((re.compile(rf"\b(?:{a})\b"), re.compile(rf"\b(?:{b})\b")) for a, b in _OPPOSED)

_SPANS = {
    "day": (r"daily|quotidien\w*|journali\w*", r"day|jour"),
    "week": (r"weekly|hebdomadaire\w*", r"week|semaine"),
    "month": (r"monthly|mensuel\w*", r"month|mois"),
    "quarter": (r"quarterly|trimestriel\w*", r"quarter|trimestre"),
    "half-year": (r"half-yearly|semestriel\w*|six-monthly", r"half-year|semestre"),
    "year": (r"(?<!half-)yearly|annual\w*|annuel\w*|per annum|(?:par|l'|un) ?an", r"year|annee"),
}
_EVERY = (
    r"(?:each|every|per|a|an|any|par|chaque|tous les|toutes les)\s+"
    r"(?:(?:contract|calendar|business|working|further|additional)\s+)?"
)
_OFTEN = {span: re.compile(rf"\b(?:{adverb}|{_EVERY}(?:{noun})s?)\b") for span, (adverb, noun) in _SPANS.items()}
_NAMED = {span: re.compile(rf"\b(?:{adverb}|(?:{noun})s?)\b") for span, (adverb, noun) in _SPANS.items()}
_DURATION = re.compile(  # a length, no rhythm
    r"\d\)?\s+(?:\w+\s+)?(?:days?|weeks?|months?|years?|jours?|semaines?|mois|ans?)\b"
)
_SAME_AS = {
    "half-year": r"six \(6\) mois|six mois|6 mois|six months|twice a year|deux fois par an",
    "year": r"douze|twelve",
}


def turned(sentence: str, source: str) -> bool:
    """Whether a sentence says one of two opposites where its source says only the other.

    Args:
        sentence: one sentence, in English or French.
        source: the words that it rests on, in either language.
    """
    said, held = fold(sentence), fold(source)
    return any(_only(one, other, said, held) or _only(other, one, said, held) for one, other in _PAIRS)


def frequencies_held(sentence: str, source: str) -> bool:
    """Whether the source names every period by which the sentence counts ("each month", "par an", "weekly")."""
    said, held = fold(sentence), _DURATION.sub(" ", fold(source))
    return all(
        _NAMED[span].search(held) or _equal(span, fold(source)) for span, often in _OFTEN.items() if often.search(said)
    )


def names_period(unit: str, source: str) -> bool:
    """Whether a source names a period ("day", "month" …), in either language; False for a unit that is none."""
    return unit in _NAMED and _NAMED[unit].search(fold(source)) is not None


def _only(one: re.Pattern[str], other: re.Pattern[str], said: str, held: str) -> bool:
    return bool(one.search(said) and not other.search(said) and other.search(held) and not one.search(held))


def _equal(span: str, held: str) -> bool:
    return span in _SAME_AS and re.search(_SAME_AS[span], held) is not None
