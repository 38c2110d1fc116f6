"""Clause boundaries as they should be: by hand for real contracts, from their sources for the samples.

A boundary is counted in letters and digits of the body before it, so that it bears no words of a contract that is not ours, and stays
where it is when spaces, punctuation or page headers are read otherwise.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter

from evals.case import Strict
from evals.errors import GoldError
from evals.samples.markup import parse
from evals.samples.source import Block, Centred, Heading, Item, Numbered, Table

FOLDER = Path(__file__).parents[1] / "gold" / "structure"
UNSEEN = "unseen-"
"""How the names of contracts begin whose faults were never used to mend the rules."""
_SLACK = 0.01  # of the letters of a text: a larger difference means that it is read as another text than was annotated
_ANCHOR = 60  # letters and digits that tell where a block of a source stands


@dataclass(frozen=True, slots=True)
class Boundary:
    """Where a clause begins, its number as printed, None for a heading without one, and the levels that it may have."""

    offset: int
    number: str | None
    levels: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Gold:
    """A document's boundaries in order, and the places where a boundary may be or not (titles, lead-ins in bold)."""

    name: str
    path: Path
    boundaries: tuple[Boundary, ...]
    optional: frozenset[int]


class _Annotated(Strict):
    """A file of `FOLDER`: ``letters`` is how many the body had when it was annotated."""

    file: str
    letters: int
    optional: tuple[int, ...]
    clauses: tuple[tuple[int, str | None, tuple[int, ...]], ...]


def annotated(corpus: Path) -> list[tuple[Gold, int]]:
    """The real contracts annotated by hand, each with the letters that its body had then."""
    read = TypeAdapter(_Annotated)
    found = []
    for path in sorted(FOLDER.glob("*.json")):
        row = read.validate_python(json.loads(path.read_text(encoding="utf-8")))
        boundaries = tuple(Boundary(*clause) for clause in row.clauses)
        found.append((Gold(path.stem, corpus / row.file, boundaries, frozenset(row.optional)), row.letters))
    return found


def checked(gold: Gold, letters: int, found: int) -> Gold:
    """The gold, if the text still is the one that was annotated.

    Raises:
        GoldError: it has more or fewer letters by more than a hundredth.
    """
    if abs(found - letters) > _SLACK * letters:
        raise GoldError(
            f"{gold.name}: expected a body of {letters:,} letters and digits, got {found:,}; annotate it anew"
        )
    return gold


def of_source(source: Path, path: Path, body: str) -> Gold:
    """The boundaries of a sample, from the source that it was made from.

    Args:
        source: the Markdown source.
        path: the file made from it.
        body: the letters and digits of the body as read.

    Raises:
        GoldError: a block of the source is not found in the body.
    """
    boundaries: list[Boundary] = []
    optional: set[int] = {0}
    at = 0
    levels = _Levels()
    for block in parse(source).blocks:
        wanted = _letters(_printed(block))[:_ANCHOR]
        if not wanted:
            continue
        place = body.find(wanted, at)
        if place < 0:
            if isinstance(block, (Heading, Numbered, Item)):
                raise GoldError(f"{source.name}: expected {wanted!r} after {at:,} letters and digits, found it nowhere")
            continue
        at = place + len(wanted)
        if isinstance(block, (Centred, Table)):
            optional.add(place)  # what stands in the middle of a line, and what names a table
        elif (found := levels.of(block)) is not None:
            boundaries.append(Boundary(place, *found))
    return Gold(source.stem, path, tuple(boundaries), frozenset(optional))


class _Levels:
    """The number and the level of one block after another, by the headings above it."""

    def __init__(self) -> None:
        self._level = 0
        self._parts = 0
        self._clause = 0  # the level of the clause that items hang on

    def of(self, block: Block) -> tuple[str | None, tuple[int, ...]] | None:
        """Number and levels of a block that begins a clause, None for any other."""
        if isinstance(block, Heading):
            self._level = self._clause = block.level
            self._parts = len(re.findall(r"\d+", block.number or "")) or 1
            return block.number, (block.level,)
        if isinstance(block, Numbered):
            parts = len(re.findall(r"\d+", block.number))
            self._clause = self._level + max(1, parts - self._parts)
            return block.number, (self._clause,)
        if isinstance(block, Item) and block.marker not in {"-", "–"}:
            level = self._clause + 1 + block.depth
            return block.marker, (level,) if self._level else (level, level + 1)  # recitals may hang on a lead-in
        return None


def _printed(block: Block) -> str:
    if isinstance(block, (Heading, Numbered)):
        return f"{block.number or ''} {block.text}"
    if isinstance(block, Item):
        return f"{block.marker} {block.text}"
    if isinstance(block, Table):
        return block.caption or ""
    return getattr(block, "text", "")


def _letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


def sources() -> Iterator[tuple[Path, Path]]:
    """The samples' sources, each with the file made from it."""
    from evals.samples import FAMILIES
    from evals.samples.build import NOTES, SOURCES

    for source in sorted(SOURCES.glob("*/*.md")):
        made = [FAMILIES / source.parent.name / f"{source.stem}{suffix}" for suffix in (".pdf", ".docx")]
        if source.name != NOTES:
            yield source, next(path for path in made if path.exists())
