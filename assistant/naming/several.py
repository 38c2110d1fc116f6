"""Several contracts named side by side in one question: "notice period in Acme and Zenith?", "compare A and B on liability". Pure.

Where names stand side by side, the question asks the same of each, and is put to each without the names. Names that stand apart ("does
Acme have to tell Zenith?") may ask of one contract alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Naming:
    """Where a text names a contract, in characters."""

    start: int
    end: int
    contract: str


_KIND = r"(?:contracts?|agreements?|contrats?|accords?|deals?|services?|hosting|maintenance|outsourcing)"
_ARTICLE = r"(?:(?:the|our|both|le|la|les|notre|nos|celui|celle)\s+|l['’]\s*)?"
_OF = (
    r"(?:(?:in|of|for|from|with|at|under|between|to|by|chez|dans|de la|de|du|des|pour|avec|entre|à|au|sous|selon|par)\s+|d['’]\s*|"
    r"de l['’]\s*)"
)
_HEAD = re.compile(rf"(?P<of>{_OF})?{_ARTICLE}(?:{_KIND}\s+(?:{_OF})?)?$", re.IGNORECASE)
_JOINT = re.compile(
    rf"(?:['’]s)?(?:\s+{_KIND})?\s*(?:,\s*(?:and|et|or|ou)?|and|et|&|or|ou|vs\.?|versus|with|than|against|compared (?:to|with)|avec|contre|"
    rf"que|/|\+|to|à)\s*(?:{_OF})?{_ARTICLE}(?:(?:that|those) of\s+)?(?:{_KIND}\s+(?:{_OF})?)?",
    re.IGNORECASE,
)
_TAIL = re.compile(rf"(?:['’]s)?(?:\s+{_KIND})?(?:\s*,)?", re.IGNORECASE)
_FRAME = re.compile(
    r"^\W*(?:please\s+|can you\s+|peux-tu\s+|pouvez-vous\s+)?(?:compar(?:e|er|ez|ing|ison|aison)|contrast|"
    r"(?:what(?:['’]s| is| are)\s+)?(?:the\s+)?differences?|(?:quelles? (?:est|sont)\s+)?(?:l['’]|la\s+|les\s+)?diff[ée]rences?)\b\s*"
    r"(?:(?:between|of|entre|de|des)\b\s*)?(?:(?:the contract|le contrat)\b)?\s*(?:(?:on|about|regarding|as to|in terms of|concerning|sur|"
    r"concernant|pour|en mati[èe]re de|quant [àa]|for|in|of|de|du|des)\b|d['’]|:)?\s*",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"^(?:the contract|le contrat)\s*[:,–-]\s*|\s*[:,–-]\s*(?:the contract|le contrat)(?=\W*$)", re.IGNORECASE
)
_LEADING = re.compile(r"^[\s,;:.–-]+")
_SPACES = re.compile(r"\s+")
_BEFORE_MARK = re.compile(r"\s+(?=[,.])")


def side_by_side(text: str, namings: Sequence[Naming]) -> tuple[int, int] | None:
    """Where a text names two or more contracts side by side, with what leads to them; None where any of them stands apart.

    Args:
        text: a question.
        namings: where it names contracts, in order and disjoint.
    """
    if len({naming.contract for naming in namings}) < 2:
        return None
    for one, other in pairwise(namings):
        if not _JOINT.fullmatch(text, one.end, other.start):
            return None
    tail = _TAIL.match(text, namings[-1].end)
    return _head(text, namings[0].start), tail.end() if tail else namings[-1].end


def asked_of_each(text: str, where: tuple[int, int], language: str) -> str | None:
    """The question as it is put to each of the contracts that it names side by side: without their names, and without "compare".

    None where nothing is left to ask ("compare Acme and Zenith").

    Args:
        text: the question.
        where: where it names them (`side_by_side`).
        language: that of the question, "en" or "fr".
    """
    start, end = where
    of = re.match(_OF, text[start:end], re.IGNORECASE)
    instead = "" if of else {"fr": "le contrat"}.get(language, "the contract")
    left = f"{text[:start]} {instead} {text[end:]}"
    left = _LEADING.sub("", _BEFORE_MARK.sub("", _SPACES.sub(" ", left))).strip()
    bare = _LEADING.sub("", _FRAME.sub("", left, count=1)).strip()
    if re.fullmatch(r"(?:the contract|le contrat)?\W*", bare, re.IGNORECASE):
        return None
    return _BESIDE.sub("", bare)


def _head(text: str, start: int) -> int:
    """Where what leads to the first name begins: "in the contracts of"."""
    before = text[max(0, start - 60) : start]
    head = _HEAD.search(before)
    return start - (len(before) - head.start()) if head else start
