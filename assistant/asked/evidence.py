"""Does a sentence hold what a question asks for: a period, an amount, a party, a permission or a duty?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.asked.question import Asked, Question
from assistant.values.figures import Figure, figures

_UNIT = (
    r"minutes?|min\b|hours?|days?|weeks?|months?|years?|quarters?|heures?|jours?|semaines?|mois|ans?\b|années?|trimestres?|h\b|"
    r"business days?|working days?|seconds?|secondes?"
)
_NUMBER_WORD = (
    r"one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|forty-five|forty-eight|sixty|ninety|"
    r"un|une|deux|trois|quatre|cinq|sept|huit|neuf|dix|douze|quinze|vingt|trente|quarante|soixante|cent"
)
_PERIOD = re.compile(
    rf"(?:\d[\d.,]{{0,40}}|\b(?:{_NUMBER_WORD}))\)?[\s-]*(?:\([^)]{{1,20}}\)\s*)?(?:[a-zà-ÿ]+\s)?(?:{_UNIT})|"
    r"\b(?:immediately|promptly|forthwith|without delay|immédiatement|sans délai|annually|monthly|quarterly|mensuel\w*|trimestriel\w*)\b|"
    r"\b\d{1,2}(?:[:h]\d{2}|\s?[ap]\.?m\b)|\b\d{1,2}(?:st|nd|rd|th|er)?\s+(?:january|february|march|april|may|june|july|august|september|"
    r"october|november|december|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b|24\s?/\s?7",
    re.IGNORECASE,
)
_IN_WORDS = re.compile(  # periods that are no figure
    r"\b(?:immediately|promptly|forthwith|without (?:undue )?delay|immédiatement|sans délai|annually|monthly|quarterly|"
    r"mensuel\w*|annuel\w*)\b",
    re.IGNORECASE,
)
_OWN_NUMBER = re.compile(r"^\s*(?:\(?[a-z]{1,4}\)|\d+(?:\.\d+)*[.)]?(?=\s))")
_PARTY = re.compile(
    r"\b(?:shall|will|must|may|is responsible|agrees?|undertakes?|s.engage|doit|doivent|devra|peut|est (?:seul )?responsable|à la charge|"
    r"incombe|assure|R/?A\b|responsible)\b",
    re.IGNORECASE,
)
_MODAL = re.compile(
    r"\b(?:shall|must|may|will|cannot|is (?:not )?(?:entitled|permitted|prohibited|required|authori[sz]ed|responsible)|prohibited|"
    r"doit|doivent|devra|peut|peuvent|pourra|ne peut|interdit|s.interdit|s.engage|est (?:autorisé|tenu|interdit))\b",
    re.IGNORECASE,
)
_DEFINITION = re.compile(
    r"[“\"«][^”\"»]{2,80}[”\"»]\s*(?:shall|means?|désigne|signifie|:)|\b(?:means|shall mean|désigne|signifie|s.entend)\b",
    re.IGNORECASE,
)

_GROUNDS = re.compile(  # what is asked for are the cases in which something may be done
    r"\b(?:grounds?|causes?|reasons?|cases?|circumstances|motifs?|raisons?|cas|hypothèses|conditions) "
    r"(?:for|of|(?:in|for) which|de|d['’]|où|dans lesquel\w+|pour lesquel\w+)|\b(?:in|for|dans|pour) (?:which|what|quel\w*) "
    r"(?:cases?|circumstances|reasons?|grounds|cas|motifs?|raisons?)\b",
    re.IGNORECASE,
)
_MAY = r"(?:may|can|is entitled to|has the right to|reserves? the right to|peu(?:t|vent)|pourra|est en droit de|se réserve)"
_WHERE = r"(?:if|where|when(?:ever)?|upon|in the event|in case|unless|for|lorsque?|si|s['’]il|en cas de|dans les cas|pour|après)"
_ON_CONDITION = re.compile(rf"\b{_MAY}\b[^.;]{{0,200}}\b{_WHERE}\b|\b{_WHERE}\b[^.;]{{0,200}}\b{_MAY}\b", re.IGNORECASE)

_PATTERNS = {
    Asked.PERIOD: _PERIOD,
    Asked.PARTY: _PARTY,
    Asked.YES_NO: _MODAL,
    Asked.DEFINITION: _DEFINITION,
}


def holds(question: Question, text: str) -> bool:
    """Whether the text holds something of the kind that is asked for; always for a plain fact.

    Args:
        question: as read.
        text: a sentence or a passage.
    """
    if question.units:
        return _counts_in(question, text)
    if question.asked is Asked.AMOUNT:
        return bool(_quantities(text))
    if question.asked in (Asked.FACT, Asked.YES_NO) and _GROUNDS.search(question.text):
        return bool(_ON_CONDITION.search(text))
    pattern = _PATTERNS.get(question.asked)
    return pattern is None or bool(pattern.search(text))


def can_answer(question: Question, texts: Sequence[str]) -> bool:
    """Whether any of the texts holds a figure in the units that are asked for; always when none is asked for.

    Where no passage near the subject holds such a figure, the contract does not say it (docs/evaluation.md).
    """
    return not question.units or any(_counts_in(question, text) for text in texts)


def _counts_in(question: Question, text: str) -> bool:
    """A figure in the units that are asked for, or a period that is none ("promptly")."""
    if any(figure.unit.rsplit(" ", 1)[-1] in question.units for figure in _quantities(text)):  # "business day" is a day
        return True
    return "day" in question.units and bool(_IN_WORDS.search(text))


def _quantities(text: str) -> set[Figure]:
    """The figures of a text without its own clause number."""
    return figures(_OWN_NUMBER.sub("", text))
