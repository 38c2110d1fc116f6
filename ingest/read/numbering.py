"""Word's automatic numbering: which number a paragraph shows, from ``numbering.xml`` (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

from ingest.read.characters import clean
from ingest.read.numerals import numeral

LEVELS = 9
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how it counts and what it prints, ``%1`` standing for the number of the first level.

    ``restart`` is the level (from 1) whose step starts this one again, 0 for never, None for any level above.
    """

    start: int = 1
    style: str = "decimal"
    text: str = ""
    legal: bool = False
    suffix: str = "tab"
    restart: int | None = None
    paragraph_style: str | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """What numbering puts before a paragraph: the text, whether a bullet, and what parts it from the words."""

    text: str
    is_bullet: bool
    separator: str


@dataclass(slots=True)
class _List:
    """A ``w:num``: the abstract list whose counters it shares, its levels, and the starts that it overrides."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The lists of a document and their counters; ask for labels in document order, once a paragraph."""

    def __init__(self, root: Any | None) -> None:
        self._lists: dict[str, _List] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._used: set[tuple[str, int]] = set()
        if root is not None:
            self._read(root)

    def level_of_style(self, number: str, style: str) -> int:
        """The level of a list that a paragraph style is tied to, 0 when it is tied to none."""
        found = self._lists.get(number)
        levels = found.levels if found else {}
        return next((i for i, level in levels.items() if level.paragraph_style == style), 0)

    def label(self, number: str, level: int) -> Label | None:
        """Count one paragraph on, and give what it shows; None for a list that does not exist or shows nothing."""
        found = self._lists.get(number)
        if found is None or level not in found.levels:
            return None
        counters = self._step(number, found, level)
        own = found.levels[level]
        separator = {"nothing": "", "space": " "}.get(own.suffix, " ")
        if own.style == "bullet":
            return Label(clean(own.text) or "•", True, separator)
        text = clean(_PLACE.sub(lambda match: self._number(found, counters, own, int(match.group(1)) - 1), own.text))
        return Label(text, False, separator) if text else None

    def _number(self, found: _List, counters: list[int | None], own: Level, index: int) -> str:
        level = found.levels.get(index, Level())
        value = counters[index] if counters[index] is not None else level.start
        assert value is not None, "a level that was never used shows its start"
        style = "decimal" if own.legal and level.style != "none" else level.style
        return numeral(value, style)

    def _step(self, number: str, found: _List, level: int) -> list[int | None]:
        counters = self._counters.setdefault(found.abstract, [None] * LEVELS)
        first = (number, level) not in self._used
        self._used.add((number, level))
        value = counters[level]
        if first and level in found.starts:
            counters[level] = found.starts[level]
        else:
            counters[level] = found.levels[level].start if value is None else value + 1
        for deeper in range(level + 1, LEVELS):
            restart = found.levels[deeper].restart if deeper in found.levels else None
            if restart is None or (restart > 0 and level < restart):
                counters[deeper] = None
        return counters

    def _read(self, root: Any) -> None:
        abstracts = {a.get(qn("w:abstractNumId")): a for a in root.findall(qn("w:abstractNum"))}
        styled = {s: key for key, a in abstracts.items() if (s := value_of(a, "w:styleLink"))}
        for num in root.findall(qn("w:num")):
            key = value_of(num, "w:abstractNumId") or ""
            abstract = abstracts.get(key)
            if abstract is None:
                continue
            link = value_of(abstract, "w:numStyleLink")
            if link and link in styled:
                key, abstract = styled[link], abstracts[styled[link]]
            levels = {index_of(lvl): read_level(lvl) for lvl in abstract.findall(qn("w:lvl"))}
            starts = _override(num, levels)
            self._lists[num.get(qn("w:numId"))] = _List(key, levels, starts)


def _override(num: Any, levels: dict[int, Level]) -> dict[int, int]:
    """Apply a list's own levels, and give the starts that it sets anew."""
    starts: dict[int, int] = {}
    for override in num.findall(qn("w:lvlOverride")):
        index = index_of(override)
        own = override.find(qn("w:lvl"))
        if own is not None:
            levels[index] = read_level(own)
        start = value_of(override, "w:startOverride")
        if start is not None:
            starts[index] = whole(start, 1)
    return starts


def read_level(element: Any) -> Level:
    """A ``w:lvl`` element."""
    restart = value_of(element, "w:lvlRestart")
    legal = element.find(qn("w:isLgl"))
    style = element.find(qn("w:numFmt"))
    if style is None:  # newer formats stand in an alternative, with a fallback beside it
        style = next(iter(element.iter(qn("w:numFmt"))), None)
    return Level(
        start=whole(value_of(element, "w:start"), 0),
        style=(style.get(qn("w:val")) if style is not None else None) or "decimal",
        text=value_of(element, "w:lvlText") or "",
        legal=legal is not None and legal.get(qn("w:val")) not in ("0", "false", "off"),
        suffix=value_of(element, "w:suff") or "tab",
        restart=None if restart is None else whole(restart, 0),
        paragraph_style=value_of(element, "w:pStyle"),
    )


def value_of(element: Any, tag: str) -> str | None:
    """The ``w:val`` of an element's child, None without the child."""
    child = element.find(qn(tag))
    value: str | None = None if child is None else child.get(qn("w:val"))
    return value


def index_of(element: Any) -> int:
    """The ``w:ilvl`` of an element, from 0."""
    return min(max(whole(element.get(qn("w:ilvl")), 0), 0), LEVELS - 1)


def whole(text: str | None, default: int) -> int:
    """A whole number, or the default for what is none."""
    try:
        return int(text) if text is not None else default
    except ValueError:
        return default
