"""A labelled pair: a statement, quotes, and whether they bear it out. With such pairs a judge is judged."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Literal, Self

from pydantic import Field, model_validator

from evals.case import Language, Strict
from evals.errors import GoldError
from evals.goldset import read_rows, require_unique_ids

PAIRS = Path(__file__).parent / "gold" / "pairs.jsonl"


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


class Pair(Strict):
    """A statement and quotes. ``kind`` says in what a corrupted statement is wrong, and is None for a supported one.

    ``lang`` is the language of the statement, ``quote_lang`` that of the quotes.
    """

    id: str = Field(min_length=1)
    statement: str = Field(min_length=1)
    quotes: tuple[str, ...] = Field(min_length=1)
    lang: Language
    quote_lang: Language
    label: Literal["supported", "corrupted"]
    kind: Corruption | None = None

    @model_validator(mode="after")
    def _kind_with_corruption(self) -> Self:
        if (self.label == "corrupted") != (self.kind is not None):
            raise ValueError("expected a kind for a corrupted pair, and none for a supported one")
        if any(not quote.strip() for quote in self.quotes):
            raise ValueError("expected quotes with words in them, got an empty one")
        return self


def read_pairs(path: Path = PAIRS) -> list[Pair]:
    """The pairs of a JSON Lines file.

    Raises:
        GoldError: when the file cannot be read, naming every line that is not valid and why; when there is no pair, or
            none of one label; when an id occurs twice.
    """
    pairs = read_rows(path, Pair)
    if {pair.label for pair in pairs} != {"supported", "corrupted"}:
        raise GoldError(
            f"{path}: expected supported and corrupted pairs, found {len(pairs)} pairs without one of the two"
        )
    require_unique_ids(pairs, path)
    return pairs
