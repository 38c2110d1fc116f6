"""A labelled pair: a statement, quotes, and whether they bear it out. With such pairs a judge is judged."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Literal, Self

from pydantic import Field, model_validator

from evals.case import Language, Strict
from evals.errors import GoldError
from evals.goldset import read_rows, require_unique_ids
from evals.shelf import Shelf, find_document

PAIRS = Path(__file__).parent / "gold" / "pairs.jsonl"
_THIRD = 3


class Corruption(StrEnum):
    """In what a statement departs from its quotes."""

    FIGURE = "figure"
    DATE = "date"
    UNIT = "unit"
    PERIOD = "period"
    PERCENTAGE = "percentage"
    PARTY = "party"  # who owes whom is swapped
    FORCE = "force"  # a duty made an option, or the reverse
    NEGATION = "negation"
    EXCEPTION = "exception"  # an exception is dropped
    ELSEWHERE = "elsewhere"  # true, but of another clause than the one quoted


class Place(Strict):
    """Where a quote stands in a text file of the folder of real contracts, in characters; such words are never kept here."""

    file: str = Field(min_length=1)
    start: int = Field(ge=0)
    end: int

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.end <= self.start:
            raise ValueError(f"expected an end after the start {self.start}, got {self.end}")
        return self


class Pair(Strict):
    """A statement and quotes. ``kind`` says in what a corrupted statement is wrong, and is None for a supported one.

    ``lang`` is the language of the statement, ``quote_lang`` that of the quotes. ``contract`` and ``document`` say where
    the quotes stand, word for word, the cells of a table row parted by tabs; both are None for quotes of no document at
    hand. ``place`` stands in for the quotes of a real contract, whose words `read_pairs` takes from the file.
    """

    id: str = Field(min_length=1)
    statement: str = Field(min_length=1)
    quotes: tuple[str, ...] = ()
    lang: Language
    quote_lang: Language
    label: Literal["supported", "corrupted"]
    kind: Corruption | None = None
    contract: str | None = None
    document: str | None = None
    place: Place | None = None

    @property
    def held_back(self) -> bool:
        """Whether it is of the third, chosen by the hash of its id, that nobody looks at while improving a judge."""
        return hashlib.sha256(self.id.encode()).digest()[0] % _THIRD == 0

    @model_validator(mode="after")
    def _kind_with_corruption(self) -> Self:
        if (self.label == "corrupted") != (self.kind is not None):
            raise ValueError("expected a kind for a corrupted pair, and none for a supported one")
        if not self.quotes and self.place is None:
            raise ValueError("expected quotes, or the place of one, got neither")
        if any(not quote.strip() for quote in self.quotes):
            raise ValueError("expected quotes with words in them, got an empty one")
        if (self.contract is None) != (self.document is None):
            raise ValueError("expected contract and document together, got one of them")
        return self


def read_pairs(path: Path = PAIRS, corpus: Path | None = None) -> list[Pair]:
    """The pairs of a JSON Lines file, each with its quotes.

    Args:
        path: the file.
        corpus: the folder of real contracts, for pairs that name a place in it.

    Raises:
        GoldError: when the file cannot be read, naming every line that is not valid and why; when there is no pair, or
            none of one label; when an id occurs twice; when a pair names a place and the folder or its file is missing.
    """
    pairs = read_rows(path, Pair)
    if {pair.label for pair in pairs} != {"supported", "corrupted"}:
        raise GoldError(
            f"{path}: expected supported and corrupted pairs, found {len(pairs)} pairs without one of the two"
        )
    require_unique_ids(pairs, path)
    texts: dict[str, str] = {}
    return [pair if pair.place is None else _quoted(pair, pair.place, corpus, texts) for pair in pairs]


def _quoted(pair: Pair, place: Place, corpus: Path | None, texts: dict[str, str]) -> Pair:
    """The pair with the words of its place, read once a file into ``texts``."""
    if place.file not in texts:
        path = (corpus or Path()) / place.file
        if corpus is None or not path.is_file():
            raise GoldError(f"{path}: expected a file of the folder of real contracts, found none; set CLAUSIER_CORPUS")
        with path.open(encoding="utf-8", newline="") as file:
            texts[place.file] = file.read()
    return pair.model_copy(update={"quotes": (texts[place.file][place.start : place.end],)})


def misquoted(pairs: Sequence[Pair], shelf: Shelf) -> list[str]:
    """The quotes that are not word for word in the document named, one sentence each; empty when there are none.

    A run of white space counts as one space: a line of the original may end anywhere. Pairs that name no document are
    passed over.
    """
    texts: dict[tuple[str, str], str | None] = {}
    faults: list[str] = []
    for pair in pairs:
        if pair.contract is None or pair.document is None:
            continue
        place = (pair.contract, pair.document)
        if place not in texts:
            document = find_document(shelf, *place)
            texts[place] = None if document is None else _one_line(document.text)
        text = texts[place]
        if text is None:
            faults.append(f"{pair.id}: expected a document {place[1]!r} in the contract {place[0]!r}, found none")
            continue
        missing = [quote for quote in pair.quotes if _one_line(quote) not in text]
        faults += [f"{pair.id}: expected the words {quote[:60]!r} in {place[1]!r}, found others" for quote in missing]
    return faults


def _one_line(text: str) -> str:
    return " ".join(text.split())
