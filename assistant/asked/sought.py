"""The value that a question is after (days, money, a percentage, how many of what, how often, a country, an address), and whether
a text holds one.

Rules over words in English and French; no model. A clause on the very subject that holds no such value does not answer: "extra
hours are charged at the Provider's current rates" gives no hourly rate.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.asked.question import Asked, Question
from assistant.asked.terms import content_stems
from assistant.values.countries import names_place
from assistant.values.figures import MONEY, figures
from assistant.values.number_words import written_numbers
from assistant.wording.lexicon import Lexicon
from ingest.words import fold, stems

_COUNT_REACH = 4  # words between a number and what it counts: "two (2) further restoration tests"


class Value(StrEnum):
    """Kinds of value."""

    TIME = "time"  # a period, or a word for one ("promptly")
    MONEY = "money"  # a sum, or the percentage that stands for one
    PERCENT = "percent"
    COUNT = "count"  # so many of something
    FREQUENCY = "frequency"
    DATE = "date"
    CLOCK = "clock"  # a time of the day
    PLACE = "place"
    CONTACT = "contact"  # an e-mail address or telephone number
    PERSON = "person"  # a name


@dataclass(frozen=True, slots=True)
class Sought:
    """The value that is asked for, None when a plain fact, rule or party is; ``counted`` are the stems of what is counted."""

    value: Value | None
    units: frozenset[str] = frozenset()
    counted: frozenset[str] = frozenset()


_FREQUENCY = re.compile(
    r"\bhow (?:often|frequently|many times)\b|\bcombien de fois\b|\bà quelle fréquence\b|\btous les combien\b|"
    r"\bquelle (?:est la )?(?:fréquence|périodicité)\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"\b(?:at |from |by )?what time\b|\bwhat hours\b|\bà quelle heure\b|\bquels? (?:sont les )?horaires?\b", re.I
)
_DATE = re.compile(
    r"\b(?:on |by |from |until )?(?:what|which) (?:date|day)\b|\bquelle (?:est la )?date\b|\bà quelle date\b|"
    r"\bsince when\b|\bdepuis quand\b|"
    r"\bwhen (?:did|does|will|has|is|was) .{1,60}\b(?:start|begin|commence|take effect|come into (?:force|effect)|become effective)\b|"
    r"\bquand .{0,60}\b(?:commence|débute|entre(?:-t-(?:il|elle))? en vigueur|prend(?:-(?:il|elle))? effet)\b",
    re.I,
)
_PLACE = re.compile(
    r"\b(?:which|what) (?:country|countries|city|state|jurisdiction)\b|\b(?:quel|quels|quelle) (?:pays|ville|état)\b|"
    r"\b(?:which|what|whose) law\b|\bquel droit (?:s.applique|est applicable|régit)\b",
    re.I,
)
_CONTACT = re.compile(
    r"\b(?:what|which|quelle?)\b.{0,25}\b(?:e-?mail|mail|courriel|adresse|address|(?:tele)?phone|numéro)\b|"
    r"\b(?:phone|telephone) number\b|\bnuméro de téléphone\b",
    re.I,
)
_PERSON = re.compile(
    r"\bname of the (?:person|individual|man|woman|contact)\b|\bnom de la personne\b|\bcomment s.appelle la personne\b",
    re.I,
)
_COUNTED = re.compile(r"\b(?:how many |combien (?:de |d['’]))(?P<noun>[\w’'-]+(?:\s+[\w’'-]+)?)", re.I)
_MONEY_UNITS = MONEY | {"percent"}
_TIME_UNITS = frozenset(("second", "minute", "hour", "day", "week", "month", "year"))
_OWN_NUMBER = re.compile(r"^\s*(?:\(?[a-z]{1,4}\)|\d+(?:\.\d+)*[.)]?(?=\s))")
_TIME_WORDS = re.compile(
    r"\b(?:immediately|promptly|forthwith|without (?:undue )?delay|at any time|perpetual\w*|indefinite\w*|in perpetuity|immédiatement|"
    r"sans délai|à tout moment|perpétuel\w*|indéfini\w*|annual\w*|monthly|quarterly|weekly|daily|mensuel\w*|annuel\w*|trimestriel\w*|"
    r"as soon as|dès que|until|jusqu.\w*|24\s?/\s?7|24x7)\b"
    # a day on which something ends tells how long it goes on
    r"|\b(?:up to|through|ends? on|ending(?: on)?|expires? on|prend fin le|expire le|se termine le|du \d[^.;]{3,20} au)\b"
    r"[^.;]{0,30}?\b(?:19|20)\d\d\b",
    re.I,
)
_OFTEN = re.compile(
    r"\b(?:once|twice|thrice|times?|each|every|per|annual\w*|yearly|monthly|quarterly|weekly|daily|fois|par (?:an|mois|semaine|jour)|"
    r"tous les|toutes les|chaque|annuel\w*|mensuel\w*|trimestriel\w*|hebdomadaire\w*|quotidien\w*|semestriel\w*)\b",
    re.I,
)
_MONEY_WORDS = re.compile(
    r"\b(?:free of charge|no charge|without charge|at no cost|gratuit\w*|sans frais|sans surcoût)\b", re.I
)
_TIME_OF_DAY = re.compile(
    r"\b\d{1,2}(?:[:h.]\s?\d{2}|\s?h\b|\s?[ap]\.?m\b)|\b24\s?[/x]\s?7\b|\b(?:noon|midnight|midi|minuit)\b", re.I
)
_DAY = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:january|february|march|april|may|june|july|august|september|october|november|december|janvier|février|mars|"
    r"avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|lundi|mardi|"
    r"mercredi|jeudi|vendredi|samedi|dimanche|anniversary|anniversaire|date)\b",
    re.I,
)
_ADDRESS = re.compile(
    r"(?<![\w.+-])[\w.+-]+@[\w-]+\.\w+|\+?\d[\d ().-]{7,}\d|\b\d{4,6}\b|\b(?:street|avenue|road|rue|boulevard|suite)\b",
    re.I,
)
_NAME = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|M\.|Mme|Monsieur|Madame)\.?\s+[A-ZÀ-Þ]|\b[A-ZÀ-Þ][a-zà-ÿ]+\s+(?:[A-Z]\.\s+)?[A-ZÀ-Þ][a-zà-ÿ]+"
)


def read_sought(question: Question) -> Sought:
    """The value that a question is after.

    Args:
        question: as read.
    """
    for value, pattern in (
        (Value.FREQUENCY, _FREQUENCY),
        (Value.CLOCK, _CLOCK),
        (Value.DATE, _DATE),
        (Value.PLACE, _PLACE),
        (Value.CONTACT, _CONTACT),
        (Value.PERSON, _PERSON),
    ):
        if pattern.search(question.text):
            return Sought(value)
    if question.units & _TIME_UNITS:
        return Sought(Value.TIME, question.units)
    if question.units == {"percent"}:
        return Sought(Value.PERCENT, question.units)
    counted = _COUNTED.search(question.text)
    if counted:
        words = content_stems(counted["noun"], question.language)
        return Sought(Value.COUNT, counted=frozenset(words))
    if question.units & _MONEY_UNITS:
        return Sought(Value.MONEY, question.units)
    return Sought(Value.TIME, _TIME_UNITS) if question.asked is Asked.PERIOD else Sought(None)


def holds_value(sought: Sought, text: str, above: str, language: str, lexicon: Lexicon, spoken: str) -> bool:
    """Whether a text holds a value of the kind that is asked for; always when none is.

    Args:
        sought: what is asked for.
        text: a clause, sentence or table row.
        above: its headings, and the header of its table.
        language: of the text, "en" or "fr".
        lexicon: knows what is counted by another name.
        spoken: the language of the question.
    """
    bare = _OWN_NUMBER.sub("", text)
    if sought.value is Value.COUNT:
        return _counts(sought.counted, bare, above, language, lexicon, spoken)
    if sought.value in (Value.TIME, Value.PERCENT, Value.MONEY):
        return _measures(sought, bare)
    if sought.value is Value.PLACE:
        return names_place(bare)
    patterns = {
        Value.FREQUENCY: (_OFTEN,),
        Value.DATE: (_DAY,),
        Value.CLOCK: (_TIME_OF_DAY,),
        Value.CONTACT: (_ADDRESS,),
        Value.PERSON: (_NAME,),
    }
    return sought.value is None or any(pattern.search(bare) for pattern in patterns[sought.value])


def _measures(sought: Sought, text: str) -> bool:
    """A figure in the units that are asked for, or a word that stands for one."""
    if any(figure.unit.rsplit(" ", 1)[-1] in sought.units for figure in figures(text)):  # "business day" is a day
        return True
    if sought.value is Value.TIME:
        return bool(_TIME_WORDS.search(text))
    return sought.value is Value.MONEY and bool(_MONEY_WORDS.search(text))


def _counts(counted: frozenset[str], text: str, above: str, language: str, lexicon: Lexicon, spoken: str) -> bool:
    """A number with what it counts after it; in a table row, a number in a row that is about it."""
    known = set[str]().union(*(lexicon.counterparts(stem, spoken, language) for stem in counted))
    wanted = known | set(counted)
    words = stems(text, language)
    if "\t" in text and wanted & (set(stems(above, language)) | set(words)):
        return any(c.isdigit() for c in text)
    written = {w.start for w in written_numbers(fold(text))}
    numbers = [i for i, word in enumerate(words) if word[:1].isdigit()]
    if written:
        numbers += [i for i, word in enumerate(words) if list(written_numbers(word))]
    if spoken != language and not known:
        return bool(numbers)  # what is counted has a name there that the lexicon does not know
    return any(wanted & set(words[i + 1 : i + 2 + _COUNT_REACH]) for i in numbers)


def any_holds(sought: Sought, texts: Sequence[str], language: str, lexicon: Lexicon, spoken: str) -> bool:
    """Whether any of the texts holds such a value."""
    return any(holds_value(sought, text, "", language, lexicon, spoken) for text in texts)
