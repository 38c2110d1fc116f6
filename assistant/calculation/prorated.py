"""What is owed of a monthly fee for a part of a month: "prorated by the days of the month" and £42,000 make £14,000 for ten of 30. Pure.

Only where a clause says that fees are prorated, or that a month once begun is owed in full; where none was found, that is said.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from enum import StrEnum

from assistant.asked.question import Question
from assistant.values.figures import MONEY, Figure, figures
from assistant.values.spoken_figure import number_in, spoken
from ingest.words import fold

_ASKED = re.compile(
    r"\b(?:pro[- ]?rata\w*|prorat\w+|apportion\w*)\b|\b(?:monthly|month's|(?:of|for) (?:the|that) month)\b|"
    r"\b(?:mensuel\w*|mensualites?|du mois|redevances?)\b|"
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december)(?:'s)? "
    r"(?:fees?|charges?|invoices?|bill)\b"
)
_OWED = re.compile(
    r"\b(?:owe\w*|pay\w*|due|charge\w*|fees?|bill\w*|how much|pro[- ]?rata\w*|"
    r"prorat\w+|doi\w+|dues?|pai\w+|combien|redevances?|factur\w+)\b"
)
_LEAVES = re.compile(
    r"\b(?:leav\w+|left|ends?|ended|ending|stop\w*|terminat\w+|expir\w+|quit\w*|out|part\w*|quitt\w+|fin\w*|termin\w+|resili\w+|cess\w+|arret\w+|sort\w+)\b"
)
_STARTS = re.compile(
    r"\b(?:start\w*|begin\w*|began|join\w*|go live|commenc\w+|debut\w*|demarr\w+|entr\w+ en vigueur)\b"
)
_PRORATES = re.compile(r"\bpro[- ]?rata\w*|\bprorat\w+|\bapportion\w*|\bau prorata\b|\bpro-?rated\b")
_OF_FEES = re.compile(
    r"\b(?:fees?|charges?|months?|monthly|redevances?|mois|mensuel\w*|mensualites?|abonnement\w*|forfait\w*|prix|subscriptions?)\b"
)
_NOT = re.compile(
    r"\b(?:not|no|without|never|sans|ne|n'|pas|aucun\w*|ni)\b[^.;]{0,40}?\b(?:pro[- ]?rat\w*|apportion\w*)"
)
_IN_FULL = re.compile(
    r"\b(?:tout mois (?:commence|entame|debute)|(?:any|each|every|a) month (?:begun|started|commenced|or part (?:of a month|thereof)))\b"
    r"[^.;]{0,60}?\b(?:du|due|payable|facture\w*|paye\w*|charged|invoiced|owed)\b[^.;]{0,30}?"
    r"\b(?:en entier|integral\w*|entierement|totalite|in full|whole|entire)\b"
)
_OF_ANOTHER = re.compile(  # what is paid back or prorated on another occasion
    r"\b(?:refund\w*|prepaid|pre-paid|rembours\w+|breach\w*|manquement\w*|credits?|penalt\w+|penalites?|"
    r"additional users?|added|supplementaires?)\b"
)
_THIRTIETHS = re.compile(
    r"\b(?:trentiemes?|thirtieths?|30th|1/30|(?:mois|month) of (?:thirty|30)\b|(?:30|thirty)[- ]day month|mois de (?:trente|30) jours)"
)
_BY_DAYS = re.compile(r"\b(?:days?|daily|jours?|prorata temporis|pro rata temporis)\b")
_MONTHLY_SUM = re.compile(
    r"\b(?:monthly (?:\w+ )?(?:charges?|fees?|price|rate|subscription)|(?:charges?|fees?|price)\b[^.;]{0,40}?\b(?:per|a|each) month|"
    r"(?:redevances?|forfaits?|abonnements?|prix|prestations?)\b[^.;]{0,40}?\b(?:mensuel\w*|par mois)|mensualites?)\b"
)
_OTHER_SUM = re.compile(
    r"\b(?:credits?|penalt\w+|penalites?|interests?|interets?|cap(?:ped)?|exceed\w*|plafon\w*|maximum|"
    r"per user|each user|ticket\w*|par poste|par utilisateur|"
    r"increase\w*|revis\w+|if|where|si|lorsque)\b"
)
_WORDS = {
    "en": {
        "sum": "{amount}: {sum} × {days} / {of} days ({count} of the month).",
        "first": "the first {} days",
        "last": "the last {} days",
        "share": "{days} / {of} of the monthly fee, which was not found.",
        "taken": " The clause does not say how the days count; those of the month are taken.",
        "full": "{sum}: a month that has begun is owed in full.",
        "full share": "The whole month is owed: one that has begun is.",
        "before": " Before any revision of the fee.",
        "silent": "Nothing was found that says whether a fee for a part of a month is prorated.",
        "year": "Of which year? February has 28 days or 29.",
    },
    "fr": {
        "sum": "{amount} : {sum} × {days} / {of} jours ({count} du mois).",
        "first": "les {} premiers jours",
        "last": "les {} derniers jours",
        "share": "{days} / {of} de la redevance mensuelle, qui n’a pas été trouvée.",
        "taken": " La clause ne dit pas comment les jours comptent ; ceux du mois sont retenus.",
        "full": "{sum} : un mois commencé est dû en entier.",
        "full share": "Le mois entier est dû : tout mois commencé l’est.",
        "before": " Hors révision éventuelle de la redevance.",
        "silent": "Aucune clause trouvée ne dit si la redevance d’une partie de mois est due au prorata.",
        "year": "De quelle année ? Février a 28 jours ou 29.",
    },
}


class Rule(StrEnum):
    """What a clause says of a part of a month."""

    PRORATED = "prorated"
    IN_FULL = "in full"


@dataclass(frozen=True, slots=True)
class Part:
    """The part of a month that a question is about: how many days of it, from its beginning or to its end; ``of`` is None where its length
    is not known (February of no year).
    """

    days: int
    of: int | None
    from_beginning: bool


def part_asked(question: Question) -> Part | None:
    """The part of a month for which a question asks what is owed; None where it asks for nothing of the kind, or is not certain."""
    folded = fold(question.text)
    dated = [figure for figure in figures(question.text) if figure.unit.startswith("date ")]
    if len(dated) != 1 or not _ASKED.search(folded) or not _OWED.search(folded):
        return None
    leaves, starts = bool(_LEAVES.search(folded)), bool(_STARTS.search(folded))
    if leaves == starts:
        return None
    month, day = int(dated[0].unit.removeprefix("date ")), int(dated[0].value)
    years = [int(figure.value) for figure in figures(question.text) if not figure.unit and 1900 <= figure.value < 2100]
    if len(years) > 1 or (month == 2 and not years):
        return Part(day, None, leaves)
    length = monthrange(years[0] if years else 2001, month)[1]
    if not 1 <= day <= length:
        return None
    return Part(day if leaves else length - day + 1, length, leaves)


def rule_of(sentence: str) -> Rule | None:
    """What a sentence says of a fee for a part of a month, None where it says nothing of it."""
    folded = " ".join(fold(sentence).split())
    if _OF_ANOTHER.search(folded):
        return None
    if _IN_FULL.search(folded) or (_NOT.search(folded) and _OF_FEES.search(folded)):
        return Rule.IN_FULL if _IN_FULL.search(folded) else None
    return Rule.PRORATED if _PRORATES.search(folded) and _OF_FEES.search(folded) else None


def monthly_sum(sentence: str) -> Figure | None:
    """The one sum that a sentence gives for a month, None where it gives none, or for something else besides."""
    folded = " ".join(fold(sentence).split())
    sums = [figure for figure in figures(sentence) if figure.unit in MONEY]
    plain = _MONTHLY_SUM.search(folded) and not _OTHER_SUM.search(folded)
    return sums[0] if plain and len(sums) == 1 else None


def told(question: Question, part: Part, rule: Rule | None, clause: str, fee: Figure | None, given: bool) -> str:
    """What is owed, or what lacks.

    Args:
        question: as read.
        part: of the month.
        rule: what the contract says of it; None where nothing was found.
        clause: the words that give the rule.
        fee: for a month, None where no one sum was found.
        given: whether it is the question that gives the fee, and no clause.
    """
    language, words = question.language, _WORDS[question.language]
    said = spoken(fee, language) if fee is not None else None
    before = "" if given else words["before"]
    if rule is None:
        return words["silent"]
    if rule is Rule.IN_FULL:
        return words["full"].format(sum=said) + before if said else words["full share"]
    if part.of is None:
        return words["year"]
    folded = fold(clause)
    of = 30 if _THIRTIETHS.search(folded) else part.of
    days = min(part.days, of)
    taken = "" if _THIRTIETHS.search(folded) or _BY_DAYS.search(folded) else words["taken"]
    if fee is None or said is None:
        return words["share"].format(days=days, of=of) + taken
    amount = Figure(round(fee.value * days / of, 2), fee.unit)
    count = words["first" if part.from_beginning else "last"].format(number_in(days, language))
    return (
        words["sum"].format(amount=spoken(amount, language), sum=said, days=days, of=of, count=count) + taken + before
    )
