"""The numbers within the lines of a text that might begin a clause there, told from those that are named or counted. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.markers import roman_value

_CANDIDATE = re.compile(
    r"(?<!\S)(?:(?P<word>ARTICLE|Article|SECTION|Section|CLAUSE|Clause)\s+)?"
    r"(?P<value>\d{1,2}(?:\.\d{1,2}){0,3}|[IVXL]{1,6}\b)(?P<stop>[.:)]?)(?:\s+|(?<=\d\.\d)|(?<=\d\.\d\d))(?=[\"“(A-ZÀ-Þ\[])"
)
_REFERRING = re.compile(
    r"(?:\b(?i:sections?|articles?|clauses?|paragraphs?|exhibits?|schedules?|annex(?:es)?|appendix|items?|parts?|chapters?|rules?|"
    r"regulations?|forms?|(?:no|nos|art|sec|par)\.)|\b(?:and|or|to|through|under|in|of|by|with|within|at|from|per|than|the|a|an|et|ou|"
    r"aux?|de|du|des|à)|§|n[°º])\s*$"
)
_IN_SENTENCE = re.compile(r"\b[a-zà-ÿ]{2,}\s+$")
_TITLE = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ ,&/'’-]{4,60}[:.](?=\s)")
"""A title in capitals that a colon or a full stop ends: its number begins a clause even where the sentence before lost its full stop."""
_ENDS = re.compile(r"(?:[.;:,!?)\]”\"’'_–—-]|\b[A-Z]+|\bPage|\b\d{1,3})\s*$")


@dataclass(frozen=True, slots=True)
class InlineNumber:
    """A number in a text: where it begins, where the words after it begin, and its value, outermost first.

    ``worded`` says that "Article" or the like stands before it, ``stopped`` that a full stop, colon or bracket closes it, ``titled``
    that a title in capitals follows it ("19. ARBITRATION: All disputes …").
    """

    start: int
    rest: int
    path: tuple[int, ...]
    worded: bool = False
    stopped: bool = False
    titled: bool = False


def inline_numbers(text: str) -> Iterator[InlineNumber]:
    """Each number of a text that might begin a clause, in order."""
    for match in _CANDIDATE.finditer(text):
        before = text[max(0, match.start() - 30) : match.start()]
        plain = not match["word"] and match["value"].isdigit() and match["stop"] == "."
        titled = plain and _TITLE.match(text, match.end()) is not None
        if _is_beginning(before, match, titled):
            path = _path(match["value"])
            if path is not None and (match["word"] or match["value"][0].isdigit()):
                yield InlineNumber(match.start(), match.end(), path, bool(match["word"]), bool(match["stop"]), titled)


def is_at_start(text: str, at: int) -> bool:
    """Whether nothing but spaces stands before a place in its line."""
    before = text[max(0, at - 50) : at].rstrip(" \t")
    return not before or before[-1] in "\n\f"


def _is_beginning(before: str, match: re.Match[str], titled: bool) -> bool:
    if not before.strip(" ") or before.rstrip(" ").endswith("\n"):
        return True
    if _REFERRING.search(before):
        return False
    if match["word"] or "." not in match["value"]:
        if titled and _IN_SENTENCE.search(before):
            return True
        return _ENDS.search(before) is not None and (bool(match["word"]) or bool(match["stop"]))
    return True


def _path(value: str) -> tuple[int, ...] | None:
    if value[0].isdigit():
        return tuple(map(int, value.split(".")))
    roman = roman_value(value)
    return None if roman is None else (roman,)
