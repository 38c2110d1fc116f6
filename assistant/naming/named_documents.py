"""The documents that stand beside a clause number and tell where it is looked up: "article 3 de l'avenant 2", "SLA, clause 4".

Pure; English and French. A document that is named elsewhere in a question ("does clause 4 apply to the SLA?") tells no place.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.naming.role_words import PATTERNS, WITHIN
from assistant.naming.spoken_place import ORDINAL, ordinal_value
from ingest.document import Role
from ingest.markers import roman_value

BLANK = "\x00"
"""Stands for each character of a place that was read."""


@dataclass(frozen=True, slots=True)
class NamedDocument:
    """A kind of document, and of an amendment which one; None where its number is not said.

    ``numbers`` are those that are looked up in it alone ("clause 4 of the SLA and clause 5 of the DPA"); none where all that a text
    names are.
    """

    role: Role
    number: int | None = None
    numbers: tuple[str, ...] = ()


_COUNTED = (
    rf"(?:\b(?P<ordinal>{ORDINAL})\s+)?\b(?:amendments?|avenants?|amendements?)\b"
    r"(?:\s*(?:n\s?[°ºo]\.?|no\.|number|num[ée]ro|\#)?\s*(?P<number>\d{1,2}\b(?!\.\d)|(?-i:[IVX]+)\b))?"
)
_DOCUMENTS = tuple(
    (role, re.compile(_COUNTED if role is Role.AMENDMENT else pattern, re.IGNORECASE)) for role, pattern in PATTERNS
)
_ARTICLES = r"(?:(?:the|our|their|its|this|la|le|les|notre|leur|ce|cet|cette)\s+|l['’]\s*)?"
_ARTICLES_BEFORE = re.compile(rf"{_ARTICLES}$", re.IGNORECASE)
_OF = r"(?:of|in|from|to|de|du|des|dans|à|aux?|d['’])\s*"
_AFTER_NUMBER = re.compile(rf"{BLANK}\s*,?\s*(?:{_OF}(?:la\s+|l['’]\s*)?)?{_ARTICLES}$", re.IGNORECASE)
_BEFORE_NUMBER = re.compile(rf"\s*[,;:–-]?\s*{BLANK}")
_JOINED = re.compile(rf"\s*(?:,|&|\b(?:and|or|et|ou)\b)\s*(?:{_OF}(?:la\s+|l['’]\s*)?)?", re.IGNORECASE)
"""What stands between two documents in one of which a number is looked up as in the other; the second's article belongs to it."""
_OWNING = re.compile(r"['’]s\b")
_LOOKED_INTO = re.compile(rf"{WITHIN}(?:la\s+|l['’]\s*)?{_ARTICLES}$", re.IGNORECASE)
_BEFORE = 40  # characters before a document that tell how it is named


def documents_beside(blanked: str) -> Iterator[tuple[int, int, NamedDocument]]:
    """The documents that stand beside a number or are looked into, with the place where each is named.

    Args:
        blanked: a question whose numbers are blanked out with `BLANK`.
    """
    found = sorted(_named(blanked), key=lambda each: each[:2])
    beside = [alone for *_, alone in found]
    joined = [bool(_JOINED.fullmatch(blanked, one[1], other[0])) for one, other in pairwise(found)]
    for here, is_joined in enumerate(joined):  # "clause 4 of the SLA and of the DPA"
        beside[here + 1] |= is_joined and beside[here]
    for here, is_joined in reversed(list(enumerate(joined))):  # "the SLA and the DPA, clause 4"
        beside[here] |= is_joined and beside[here + 1]
    yield from (named[:3] for named, is_beside in zip(found, beside, strict=True) if is_beside)


def _named(blanked: str) -> Iterator[tuple[int, int, NamedDocument, bool]]:
    """All documents that a text names: from where to where, which, and whether a number stands beside it or it is looked into."""
    for role, pattern in _DOCUMENTS:
        for match in pattern.finditer(blanked):
            before = blanked[max(0, match.start() - _BEFORE) : match.start()]
            owning = _OWNING.match(blanked, match.end())
            end = owning.end() if owning else match.end()
            beside = _AFTER_NUMBER.search(before) or _BEFORE_NUMBER.match(blanked, end) or _LOOKED_INTO.search(before)
            article = _ARTICLES_BEFORE.search(before)
            start = match.start() - (len(article.group()) if article else 0)
            yield start, end, NamedDocument(role, _number(match) if role is Role.AMENDMENT else None), bool(beside)


def document_alone(blanked: str) -> tuple[int, int, NamedDocument] | None:
    """The numbered amendment that a text names before anything else, None where it begins otherwise: "avenant n° 2"."""
    pattern = next(pattern for role, pattern in _DOCUMENTS if role is Role.AMENDMENT)
    match = re.compile(rf"\s*{_ARTICLES}(?=\S)", re.IGNORECASE).match(blanked)
    named = pattern.match(blanked, match.end() if match else 0)
    number = _number(named) if named else None
    return (named.start(), named.end(), NamedDocument(Role.AMENDMENT, number)) if named and number else None


def with_own_numbers(
    numbers: Sequence[tuple[int, str]], documents: Sequence[tuple[int, NamedDocument]]
) -> tuple[NamedDocument, ...]:
    """Each document once, with the numbers that stand beside it; without any where a text names one, or does not tell them apart.

    A text that begins with a number names each document behind its numbers, one that begins with a document before its number: there a
    second number may as well be of the next document ("in the SLA clause 4, clause 5 of the DPA"), and parts nothing. Neither does a
    document without a number.

    Args:
        numbers: as a text names them, each with its place.
        documents: likewise.
    """
    places = sorted(documents, key=lambda each: each[0])
    alone = tuple(dict.fromkeys(document for _, document in places))
    if len(alone) < 2 or not numbers:
        return alone
    starts, behind = [place for place, _ in places], min(place for place, _ in numbers) < places[0][0]
    own: list[list[str]] = [[] for _ in places]
    for place, number in sorted(numbers, key=lambda each: each[0]):
        which = bisect(starts, place) - (0 if behind else 1)
        if which == len(places):
            return alone
        own[which].append(number)
    parted = all(each and (behind or len(each) == 1) for each in own)
    pairs = zip((document for _, document in places), own, strict=True)
    return tuple(replace(document, numbers=tuple(each)) for document, each in pairs) if parted else alone


def _number(match: re.Match[str]) -> int | None:
    if match["ordinal"]:
        return ordinal_value(match["ordinal"])
    said = match["number"]
    return None if said is None else int(said) if said.isdigit() else roman_value(said.lower())
