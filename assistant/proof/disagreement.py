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
from assistant.proof.overlap import language_of, relatives
from assistant.proof.scaffolding import is_of_keeping, is_scaffolding
from assistant.values.dates import moments
from assistant.wording.aside import read_aside
from assistant.wording.duty import PARTY_WORDS
from assistant.wording.lexicon import Lexicon
from assistant.wording.near_miss import near_miss
from assistant.wording.redaction import redactions
from ingest.words import fold

_IN_ONE = 2  # words on the matter, or codes ("P1"), that two claims of one document must share; of two documents one is enough
_APART = 1.5  # times as long a period must be as one in days of another kind ("business days") to be surely another
_LONGER = 1.06  # times as long a period must be to be another: a month is 30 or 31 days, a year 52 weeks
_CODE = re.compile(r"\b(?:[A-Z]{1,4}[ -]?\d{1,3}|[A-Za-z]{1,4}\d{1,3})\b(?![%.,]\d)")
_NUMBERED = re.compile(
    r"\b(?P<noun>priorit\w+|severit\w+|gravite|level|niveau|tier|tower|lot|phase|zone|class|classe|band|tranche|group|groupe|region|"
    r"category|categorie|type)s? (?P<which>\d{1,3}|[a-z]|one|two|three|four|un|deux|trois|quatre)\b"
)
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
_CAP = re.compile(r"\b(?:exceed\w*|caps?|capped|limited|limits?|ceiling|maximum|at most|no more than|up to|excede\w*|plafon\w*|limitee?s?|"
                  r"limites?|maximal\w*|au plus|depass\w*|jusqu'a)\b")  # fmt: skip
_FLOOR = re.compile(r"\b(?:at least|minimum|minimal\w*|no less than|not less than|no fewer than|au moins|au minimum)\b")
_BEFORE = re.compile(r"\b(?:before|prior to|ahead of|until|avant|jusqu'(?:a|au)|precedant)\b")
_PER = re.compile(
    r"(?:\b(?:per|a|an|each|every|par|chaque) (?:contract |calendar |business |working )?|/ ?|\bl')"
    r"(hour|day|week|month|quarter|year|heure|jour|semaine|mois|trimestre|annee|an|user|utilisateur|incident)\b"
)
_PARTY = re.compile(rf"\b(?:{'|'.join(sorted(PARTY_WORDS))})s?\b")


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
    one: Said, other: Said, kinds: Collection[Kind], lexicon: Lexicon, same_document: bool = False
) -> Disagreement | None:
    """The first two claims of two quotes that give another value for the same; None where there are none.

    Args:
        one: a quote.
        other: another one.
        kinds: what is asked for; empty for values of any kind.
        lexicon: knows words by their other names.
        same_document: whether both stand in one document, where like rules with other values are as a rule for other cases: their
            headings must then be about one matter too, and two rows are none.
    """
    if _stands_apart(one) or _stands_apart(other) or language_of(one.text) != language_of(other.text):
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
            shared = _shared(here.words, there.words, lexicon)
            if shared >= (_IN_ONE if same_document else 1) and _same(here, there, one, other, lexicon):
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
    return _covered(one.headings, f"{other.headings}\n{other.text}", "", lexicon) and _covered(
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


def _same(here: Claim, there: Claim, one: Said, other: Said, lexicon: Lexicon) -> bool:
    """Whether two claims speak of the same matter."""
    first, second = fold(here.words), fold(there.words)
    return (
        _codes(f"{here.whole}\n{one.headings}") == _codes(f"{there.whole}\n{other.headings}")
        and near_miss(here.words, there.words) is None
        and near_miss(there.words, here.words) is None
        and bool(_CAP.search(first)) == bool(_CAP.search(second))
        and not (_CAP.search(first) and _FLOOR.search(second))
        and (not (here.is_cell and there.is_cell) or _numbers(here.label) == _numbers(there.label))
        and not (_FLOOR.search(first) and _CAP.search(second))
        and _same_party(here.words, there.words, lexicon)
        and _covered(here.words, there.words, other.above, lexicon)
        and _covered(there.words, here.words, one.above, lexicon)
        and bool(_BEFORE.search(first)) == bool(_BEFORE.search(second))
    )


def _numbers(label: str) -> list[str]:
    return re.findall(r"\d+", label)


def _shared(one: str, other: str, lexicon: Lexicon) -> int:
    """How many words on the matter two texts share, and codes."""
    found = relatives(one, other, lexicon).items()
    return sum(bool(standing) and not is_scaffolding(stem) for stem, standing in found) + len(_codes(one))


def _counted_alike(kind: Kind, here: Claim, there: Claim) -> bool:
    """Whether a sum or a percentage is one for the same time or thing, as far as both say for which: 1% a month is no 8% a year."""
    one, other = (set(_PER.findall(fold(claim.words))) for claim in (here, there))
    return kind not in (Kind.PERCENT, Kind.MONEY) or not one or not other or bool(one & other)


def _codes(text: str) -> frozenset[str]:
    """What tells one of several from another by a letter or number: "P1", "priority 1", "tower A"."""
    named = (f"{match['noun'][0]}{match['which']}" for match in _NUMBERED.finditer(fold(text)))
    return frozenset((*(re.sub(r"[ -]", "", match.group()).casefold() for match in _CODE.finditer(text)), *named))


def _same_party(one: str, other: str, lexicon: Lexicon) -> bool:
    """Whether the parties that two texts name first are the same, as far as both name one: who acts comes first as a rule."""
    here, there = (_PARTY.search(fold(text)) for text in (one, other))
    if here is None or there is None or here.group() == there.group():
        return True
    return bool(any(relatives(here.group(), there.group(), lexicon).values()))


def _covered(words: str, others: str, headings: str, lexicon: Lexicon) -> bool:
    """Whether every word that tells one matter from another stands in the others, or in their headings."""
    return all(
        standing or is_scaffolding(stem) or is_of_keeping(stem)
        for stem, standing in relatives(words, f"{others}\n{headings}", lexicon).items()
    )
