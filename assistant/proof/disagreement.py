"""Whether two quotes of a contract disagree: they speak of the same, and give another value for it. Pure; English and French.

Told only where every word that tells one matter from another stands in both, in whatever form, or in the headings of the other. So a
response time is set against no time to fix, P1 against no P2, planned maintenance against no emergency, project invoices against no
invoices, a rate against no cap, a rule against no exception. What is left out of the comparison are words that every clause has
(`scaffolding`). A disagreement that goes unseen leaves two quotes beside each other; one that is none would make a contract doubtful.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product

from assistant.proof.claim import Claim, Kind, Value, read_claims
from assistant.proof.exceptions import has_exception
from assistant.proof.overlap import relatives
from assistant.proof.same_matter import covered, paced_alike, same_matter, same_parties, shared
from assistant.proof.scaffolding import is_scaffolding
from assistant.values.dates import moments
from assistant.wording.aside import read_aside
from assistant.wording.lexicon import Lexicon
from assistant.wording.redaction import redactions
from ingest.words import fold

_IN_ONE = 2  # words on the matter, or codes ("P1"), that two claims of two articles of one document must share; elsewhere one is enough
_APART = 1.5  # times as long a period must be as one in days of another kind ("business days") to be surely another
_LONGER = 1.06  # times as long a period must be to be another: a month is 30 or 31 days, a year 52 weeks
_OWN = re.compile(  # what is said of one document alone
    r"\bthis (?:annex|schedule|appendix|exhibit|attachment|addendum|amendment|sla|dpa|plan|policy|order|statement of work|document)\b|"
    r"\b(?:l[ae] présente?|cette|ce|cet) (?:annexe|sla|plan|avenant|bon de commande|document|politique|convention de service)\b",
    re.IGNORECASE,
)
_TURNS = re.compile(  # words that make a clause yield to another, or that other to it
    r"\b(?:notwithstanding|subject to|in derogation|by way of exception|instead of|in place of|unless otherwise|except|save|"
    r"nonobstant|par dérogation|par exception|sous réserve|en lieu et place|sauf|hormis|toutefois|however|otherwise)\b",
    re.IGNORECASE,
)
_CASES = re.compile(  # words by which the sentences of an article are told apart as its cases
    r"\b(?:first|second|third|initial\w*|next|then|thereafter|afterwards|subsequent\w*|following|further|additional\w*|another|last|"
    r"final\w*|premiere?s?|deuxieme|troisieme|ensuite|puis|suivante?s?|supplementaires?|autres?|derniere?s?|finale?s?|such|"
    r"tels?|telles?|ce delai|this period|that period|the latter|ces derniers)\b"
)
_EVENTS = re.compile(
    r"\b(?:recei\w+|issu\w+|request\w*|notice|notif\w+|deliver\w*|end|start\w*|recep\w+|emission|demande|avis|livraison|fin|debut)\b"
)
_PER = re.compile(
    r"(?:\b(?:per|a|an|each|every|par|chaque) (?:contract |calendar |business |working )?|/ ?|\bl')"
    r"(hour|day|week|month|quarter|year|heure|jour|semaine|mois|trimestre|annee|an|user|utilisateur|incident)\b"
)


@dataclass(frozen=True, slots=True)
class Said:
    """A quote with what stands above it: the header of its table, the headings of its clause, and the title of its document.

    ``parties`` are the folded words that the parties of its contract go by.
    """

    text: str
    columns: str = ""
    headings: str = ""
    title: str = ""
    parties: frozenset[str] = frozenset()

    @property
    def above(self) -> str:
        """Its headings and title."""
        return f"{self.headings}\n{self.title}"


@dataclass(frozen=True, slots=True)
class Disagreement:
    """The two claims that disagree, and on the value of what kind."""

    one: Claim
    other: Claim
    kind: Kind


def disagreement(
    one: Said,
    other: Said,
    kinds: Collection[Kind],
    lexicon: Lexicon,
    same_document: bool = False,
    same_article: bool = False,
) -> Disagreement | None:
    """The first two claims of two quotes that give another value for the same; None where there are none.

    Args:
        one: a quote.
        other: another one.
        kinds: what is asked for; empty for values of any kind.
        lexicon: knows words by their other names.
        same_document: whether both stand in one document, where like rules with other values are as a rule for other cases: their
            headings must then be about one matter too, and two rows are none.
        same_article: whether both are sentences of one article, which as a rule are the cases of one rule.
    """
    if _stands_apart(one) or _stands_apart(other):
        return None
    if same_article and not _are_of_one_case(one.text, other.text):
        return None
    if _are_siblings(one.title, other.title, lexicon):
        return None
    if same_document and not _under_alike(one, other, lexicon):
        return None
    for (by, here), (whose, there) in product(_claims(one), _claims(other)):
        if by and whose and by != whose:
            continue  # each party has its own
        if here.is_cell and there.is_cell and (same_document or not _under_alike(one, other, lexicon)):
            continue  # two rows of one table are about two things; a caption or heading tells what the cells of two tables are
        for kind in _common(here, there, kinds):
            if not _differ(kind, here.values[kind], there.values[kind]) or not _counted_alike(kind, here, there):
                continue
            if not paced_alike(kind, here, there, same_document):
                continue
            if kind is Kind.LEAVE and not same_parties(here.words, there.words, lexicon):
                continue
            enough = shared(here.words, there.words, lexicon) >= (_IN_ONE if same_document and not same_article else 1)
            if enough and same_matter(here, there, (one.above, other.above), lexicon, same_article):
                return Disagreement(here, there, kind)
    return None


def _claims(said: Said) -> list[tuple[str, Claim]]:
    """The claims of a quote without the parties' names, which tell nothing of the matter; each with the first party that it names."""
    names = _as_names(said.parties)
    return [
        (next(iter(names.findall(claim.words)), "").casefold(), replace(claim, words=names.sub("", claim.words)))
        for claim in read_claims(said.text, said.columns)
    ]


@lru_cache(maxsize=256)
def _as_names(parties: frozenset[str]) -> re.Pattern[str]:
    """The words as names are written, with a capital or in capitals."""
    either = "|".join(re.escape(form) for name in sorted(parties) for form in (name.capitalize(), name.upper()))
    return re.compile(rf"\b(?:{either or '(?!)'})\b")


def _are_siblings(one: str, other: str, lexicon: Lexicon) -> bool:
    """Whether two titles are of one kind for two things: "SLA Virtual Machines", "SLA Storage"."""
    return _parted(one, other, lexicon) and _parted(other, one, lexicon)


def _parted(one: str, other: str, lexicon: Lexicon) -> bool:
    """Whether a title shares a word with another and has one of its own."""
    standing = [bool(held) for stem, held in relatives(one, other, lexicon).items() if not is_scaffolding(stem)]
    return any(standing) and not all(standing)


def _under_alike(one: Said, other: Said, lexicon: Lexicon) -> bool:
    """Whether the headings of two quotes are about one matter."""
    return covered(one.headings, f"{other.headings}\n{other.text}", "", lexicon) and covered(
        other.headings, f"{one.headings}\n{one.text}", "", lexicon
    )


def _stands_apart(said: Said) -> bool:
    """Whether a quote is no plain rule of the contract: an example or an aim, an exception or what yields to another, one for its own
    document, one of some day, one blacked out.
    """
    folded = fold(said.text)
    return bool(
        read_aside(said.text) is not None
        or _OWN.search(said.text)
        or _TURNS.search(said.text)
        or has_exception(said.text)
        or any(True for moment in moments(folded) if _is_day(moment.numbers))
        or redactions(said.text)
    )


def _is_day(numbers: tuple[tuple[float, str], ...]) -> bool:
    return any(unit.startswith("date") for _, unit in numbers)


def _are_of_one_case(one: str, other: str) -> bool:
    """Whether two sentences of one article are no steps or cases of a rule, and count from no two events."""
    here, there = fold(one), fold(other)
    if _CASES.search(here) or _CASES.search(there):
        return False
    first, second = (set(_EVENTS.findall(each)) for each in (here, there))
    return not first or not second or first == second


def _common(one: Claim, other: Claim, kinds: Collection[Kind]) -> Iterator[Kind]:
    return (kind for kind in one.values if kind in other.values and (not kinds or kind in kinds))


def _differ(kind: Kind, one: Value, other: Value) -> bool:
    if kind is Kind.LAW:
        return not one & other
    if kind is Kind.TIME:
        (here,), (there,) = one, other
        longer, shorter = max(here.seconds, there.seconds), min(here.seconds, there.seconds)
        return bool(longer > (_LONGER if here.kind == there.kind else _APART) * shorter)
    return one != other


def _counted_alike(kind: Kind, here: Claim, there: Claim) -> bool:
    """Whether a sum or a percentage is one for the same time or thing, as far as both say for which: 1% a month is no 8% a year."""
    one, other = (set(_PER.findall(fold(claim.words))) for claim in (here, there))
    return kind not in (Kind.PERCENT, Kind.MONEY) or not one or not other or bool(one & other)
