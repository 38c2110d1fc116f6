"""The place of a document in an order of precedence, by what the order calls it: its number, its role, its title, "the annexes". Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.naming.role_words import PATTERNS
from ingest.amendment_names import SAID
from ingest.document import Role
from ingest.words import fold

_ANNEX_WORDS = r"annexe?s?|schedules?|exhibits?|appendi\w+|attachments?"
_WHOLE_WORDS = {  # what an order calls a document beside the words for its role
    Role.FRAMEWORK: (
        r"framework|master|main (?:agreement|document|contract|body)|this agreement|"
        r"body of (?:this|the) (?:agreement|contract)|document principal|contrat principal|"
        r"general (?:terms|conditions)|contrat-cadre|accord-cadre|conditions generales|corps du contrat|present contrat"
    ),
    Role.AMENDMENT: rf"amendment|addend|avenant|{SAID}",
}
_ROLE_WORDS = {role: re.compile(pattern, re.IGNORECASE) for role, pattern in PATTERNS}
_BY_NUMBER = re.compile(
    r"\b(?:numerical(?:ly)?|order of their numbers?|order in which they are numbered|ordre (?:croissant |numerique )?(?:de leur )?num\w+)\b"
)
_MARKS = re.compile(r"[,;>]")


def lines_of(ranks: str) -> list[str]:
    """The ranks of an order that a user typed, one a line or parted by commas, semicolons or ">"; the first prevails."""
    lines = ranks.splitlines() if "\n" in ranks.strip() else _MARKS.split(ranks)
    return [line.strip() for line in lines if line.strip()]


def rank(ranks: Sequence[str], title: str, role: Role) -> int | None:
    """The place of a document in an order of precedence, 0 for the first; None where the order does not name it.

    Args:
        ranks: the order, a line for each rank.
        title: the document's.
        role: the document's; "the annexes" name every document that is neither framework nor amendment.
    """
    folded = [fold(line) for line in ranks]
    number = annex_number(title)
    if number:
        named = re.compile(rf"\b(?:{_ANNEX_WORDS})\b[^;.]*\b{re.escape(number)}\b")
        exact = _first(folded, named)
        if exact is not None:
            return exact
    by_role = None if number and any(annex_number(line) for line in folded) else _ROLE_WORDS.get(role)
    patterns = [re.compile(rf"\b(?:{_WHOLE_WORDS[role]})")] if role in _WHOLE_WORDS else []
    patterns += [by_role] if by_role is not None else []
    named_place = next((place for each in patterns if (place := _first(folded, each)) is not None), None)
    if named_place is not None or role in _WHOLE_WORDS:
        return named_place
    others = [each for kind, each in _ROLE_WORDS.items() if kind not in _WHOLE_WORDS]
    left = [
        "" if any(each.search(line) for each in others) else line for line in folded
    ]  # "the pricing annex" is that alone
    return _first(left, re.compile(rf"\b(?:{_ANNEX_WORDS})\b(?!\s+\w\b)"))  # "Annexes 1 and 2" are those and no others


def annex_number(title: str) -> str | None:
    """The number or letter that a title bears as an annex; None for one without."""
    found = re.search(rf"\b(?:{_ANNEX_WORDS})\s+([0-9]+|[a-z])\b", fold(title))
    return found[1] if found else None


def goes_by_number(line: str) -> bool:
    """Whether the annexes that one rank names prevail in the order of their numbers."""
    return bool(_BY_NUMBER.search(fold(line)))


def _first(lines: Sequence[str], pattern: re.Pattern[str]) -> int | None:
    return next((place for place, line in enumerate(lines) if pattern.search(line)), None)
