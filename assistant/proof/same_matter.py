"""Whether two claims speak of the same matter: every word that tells one matter from another stands in both. Pure; English and French.

Words count in whatever form, or in the headings above the other claim; of words in two languages each must be known by its name in the
other. What is left out are words that every clause has (`scaffolding`).
"""

from __future__ import annotations

import re

from assistant.proof.claim import Claim, Kind
from assistant.proof.overlap import language_of, plain_content, relatives
from assistant.proof.scaffolding import is_of_keeping, is_scaffolding
from assistant.wording.duty import PARTY_WORDS
from assistant.wording.lexicon import Lexicon
from assistant.wording.near_miss import near_miss
from ingest.words import fold, fold_in_place

_CODE = re.compile(r"\b(?:[A-Z]{1,4}[ -]?\d{1,3}|[A-Za-z]{1,4}\d{1,3})\b(?![%.,]\d)")
_NUMBERED = re.compile(
    r"\b(?P<noun>priorit\w+|severit\w+|gravite|level|niveau|tier|tower|lot|phase|zone|class|classe|band|tranche|group|groupe|region|"
    r"category|categorie|type)s? (?P<which>\d{1,3}|[a-z]|one|two|three|four|un|deux|trois|quatre)\b"
)
_CAP = re.compile(r"\b(?:exceed\w*|caps?|capped|limited|limits?|ceiling|maximum|at most|no more than|up to|excede\w*|plafon\w*|limitee?s?|"
                  r"limites?|maximal\w*|au plus|depass\w*|jusqu'a)\b")  # fmt: skip
_FLOOR = re.compile(r"\b(?:at least|minimum|minimal\w*|no less than|not less than|no fewer than|au moins|au minimum)\b")
_BEFORE = re.compile(r"\b(?:before|prior to|ahead of|until|avant|jusqu'(?:a|au)|precedant)\b")
_PAYING = re.compile(r"\b(?:pay\w*|paid|due|settle\w*|paie\w*|regle\w*|dues?)\b")
_ISSUING = re.compile(r"\b(?:issu\w+|submit\w*|sends?|sent|emet\w*|emises?|emis|etabli\w*|adresse\w*)\b")
_PARTY = re.compile(rf"\b(?:{'|'.join(sorted(PARTY_WORDS))})s?\b")

_PACES = {
    "day": r"daily|nightly|quotidien\w*|journali\w+",
    "week": r"weekly|hebdomadaire\w*",
    "month": r"monthly|mensuel\w*",
    "quarter": r"quarterly|trimestriel\w*",
    "half": r"half-yearly|semestriel\w*",
    "year": r"yearly|annual|annuel\w*",
}
_PACE = re.compile("|".join(rf"\b(?P<{name}>{words})\b" for name, words in _PACES.items()))


def same_matter(here: Claim, there: Claim, above: tuple[str, str], lexicon: Lexicon, strictly: bool = False) -> bool:
    """Whether two claims speak of the same matter.

    Args:
        here: a claim; what parties are called is left out of its words.
        there: another one.
        above: the headings above each.
        lexicon: knows words by their other names.
        strictly: whether the headings count for nothing, as between two sentences of one article, which share theirs.
    """
    first, second = fold(here.words), fold(there.words)
    over, under = ("", "") if strictly else above
    return (
        codes(f"{here.whole}\n{above[0]}") == codes(f"{there.whole}\n{above[1]}")
        and near_miss(here.words, there.words) is None
        and near_miss(there.words, here.words) is None
        and bool(_CAP.search(first)) == bool(_CAP.search(second))
        and not (_CAP.search(first) and _FLOOR.search(second))
        and (not (here.is_cell and there.is_cell) or _numbers(here.label) == _numbers(there.label))
        and not (_FLOOR.search(first) and _CAP.search(second))
        and not (_is_of_issue(first, second) or _is_of_issue(second, first))
        and _same_party(here.words, there.words, lexicon)
        and covered(here.words, there.words, under, lexicon)
        and covered(there.words, here.words, over, lexicon)
        and bool(_BEFORE.search(first)) == bool(_BEFORE.search(second))
    )


def _is_of_issue(one: str, other: str) -> bool:
    """Whether a text is on when something is issued, and the other one on when it is paid: an invoice has a time for each."""
    return bool(_ISSUING.search(one) and not _PAYING.search(one) and _PAYING.search(other))


def same_parties(one: str, other: str, lexicon: Lexicon) -> bool:
    """Whether two texts name the same parties, as far as one names any behind the first: leave "to affiliates" is none to others."""
    return all(_held_behind_first(a, b, lexicon) for a, b in ((one, other), (other, one)))


def _held_behind_first(one: str, other: str, lexicon: Lexicon) -> bool:
    behind = _PARTY.findall(fold(one))[1:]
    return all(any(relatives(word, other, lexicon).values()) for word in behind)


def shared(one: str, other: str, lexicon: Lexicon) -> int:
    """How many words on the matter two texts share, and codes."""
    found = relatives(one, other, lexicon).items()
    return sum(bool(standing) and not is_scaffolding(stem) for stem, standing in found) + len(codes(one))


def paced_alike(kind: Kind, here: Claim, there: Claim, same_document: bool) -> bool:
    """Whether two claims are of things that come as often ("daily backups"), as far as they say so.

    Of two documents one may leave it out where a time is given: "backups are kept 30 days" holds for the daily ones too. In one
    document the other things of that kind have rules of their own, and a sum for a month is none for a year.
    """
    if kind is Kind.RHYTHM:
        return True  # how often it comes is the value itself
    one, other = (frozenset(match.lastgroup for match in _PACE.finditer(fold(claim.words))) for claim in (here, there))
    return one == other or (kind is Kind.TIME and not same_document and not (one and other))


def covered(words: str, others: str, headings: str, lexicon: Lexicon) -> bool:
    """Whether every word that tells one matter from another stands in the others, or in their headings."""
    bare, source = _without_paces(words), f"{others}\n{headings}"
    held = relatives(bare, source, lexicon)
    language = language_of(bare)
    known = held if language == language_of(source) else plain_content(bare, language)
    return all(held.get(stem) or is_scaffolding(stem) or is_of_keeping(stem) for stem in known)


def _without_paces(text: str) -> str:
    gone = [match.span() for match in _PACE.finditer(fold_in_place(text))]
    for start, end in gone:
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


def _numbers(label: str) -> list[str]:
    return re.findall(r"\d+", label)


def codes(text: str) -> frozenset[str]:
    """What tells one of several from another by a letter or number: "P1", "priority 1", "tower A"."""
    named = (f"{match['noun'][0]}{match['which']}" for match in _NUMBERED.finditer(fold(text)))
    return frozenset((*(re.sub(r"[ -]", "", match.group()).casefold() for match in _CODE.finditer(text)), *named))


def _same_party(one: str, other: str, lexicon: Lexicon) -> bool:
    """Whether the parties that two texts name first are the same, as far as both name one: who acts comes first as a rule."""
    here, there = (_PARTY.search(fold(text)) for text in (one, other))
    if here is None or there is None or here.group() == there.group():
        return True
    return bool(any(relatives(here.group(), there.group(), lexicon).values()))
