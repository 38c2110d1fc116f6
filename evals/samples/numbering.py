"""Turn printed numbers into Word's automatic multilevel numbering, and check that Word would print the same.

Word keeps one counter a level; a paragraph advances the counter of its level and resets all deeper
ones (ECMA-376 part 1, 17.9: `w:lvl`, `w:lvlText`, `w:startOverride`). Levels here: 0 to 2 for decimal numbers of one to
three parts ("4.", "Article 4 :", "4.2", "4.2.1"), then letters, small Roman numerals, numbers in brackets, dashes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from evals.samples.source import SourceError

LETTERS, ROMANS, NUMBERS, DASHES = 3, 4, 5, 6
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
_DECIMAL = re.compile(r"(.*?)(\d+(?:\.\d+)*)(\D*)")
_FORMATS = {LETTERS: "lowerLetter", ROMANS: "lowerRoman", DASHES: "bullet"}


@dataclass(frozen=True, slots=True)
class LevelForm:
    """How a level prints: Word's ``lvlText`` ("%1.%2", "(%4)") and number format ("decimal", "lowerLetter")."""

    text: str
    format: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands in the numbering: its level, and the list instance that counts it.

    Instance 0 is the document's main list; each further instance restarts ``level`` at 1.
    """

    level: int
    instance: int


@dataclass(slots=True)
class Numbering:
    """The multilevel list of one document, filled as its paragraphs are numbered in order."""

    forms: dict[int, LevelForm] = field(default_factory=dict)
    restarts: list[int] = field(default_factory=list)
    """The level that each further list instance (1, 2, …) restarts."""
    _counters: list[int] = field(default_factory=lambda: [0] * 9)
    _instance: int = 0
    _last_marker: str = ""

    def clause(self, number: str) -> Place:
        """The place of a heading or a numbered paragraph, given its printed number ("4.", "4.2", "Article 4 :").

        Raises:
            SourceError: when Word would print another number.
        """
        match = _DECIMAL.fullmatch(number)
        if not match:
            raise SourceError(f"expected a decimal number to be generated in Word, found {number!r}")
        before, digits, after = match.groups()
        values = [int(part) for part in digits.split(".")]
        level = len(values) - 1
        pattern = ".".join(f"%{i + 1}" for i in range(len(values)))
        self._register(level, LevelForm(before + pattern + after, "decimal"))
        self._instance = 0
        self._advance(level)
        if self._counters[: level + 1] != values:
            would = ".".join(map(str, self._counters[: level + 1]))
            raise SourceError(f"the numbers of a Word source run without gaps: expected {would}, found {number}")
        return Place(level, 0)

    def item(self, marker: str, depth: int) -> Place:
        """The place of a list item, given its printed marker ("(a)", "ii)", "–").

        Raises:
            SourceError: when the marker does not follow the one before it.
        """
        bare = marker.strip("()")
        level = self._item_level(bare, depth)
        if level == DASHES:
            self._register(level, LevelForm(marker, "bullet"))
            return Place(level, self._instance)
        self._register(level, LevelForm(marker.replace(bare, f"%{level + 1}"), _FORMATS.get(level, "decimal")))
        self._advance(level)
        value = _value(bare, level)
        if value == 1 and self._counters[level] != 1:
            self._counters[level] = 1
            self.restarts.append(level)
            self._instance = len(self.restarts)
        if value != self._counters[level]:
            raise SourceError(f"expected item number {self._counters[level]} of its list, found {marker}")
        self._last_marker = bare
        return Place(level, self._instance)

    def _item_level(self, bare: str, depth: int) -> int:
        if bare in "-–":
            return DASHES
        if bare.isdigit():
            return NUMBERS
        # "(i)" follows "(h)" as a letter; anywhere else it opens small Roman numerals.
        after_h = depth == 0 and bare == "i" and self._last_marker == "h"
        in_romans = self._counters[ROMANS] > 0
        if bare in _ROMANS and not after_h and (bare == "i" or in_romans or depth > 0):
            return ROMANS
        return LETTERS

    def _register(self, level: int, form: LevelForm) -> None:
        known = self.forms.setdefault(level, form)
        if known != form:
            raise SourceError(f"a level has one form in a Word source: expected {known.text!r}, found {form.text!r}")

    def _advance(self, level: int) -> None:
        self._counters[level] += 1
        for deeper in range(level + 1, len(self._counters)):
            self._counters[deeper] = 0


def _value(bare: str, level: int) -> int:
    if level == ROMANS:
        return _ROMANS.index(bare) + 1
    if level == NUMBERS:
        return int(bare)
    if len(bare) != 1:
        raise SourceError(f"expected a single letter as an item's marker, found {bare!r}")
    return ord(bare) - ord("a") + 1
