"""A credit for so many of a thing: "three depots below target" in the row "One or two Depots: 0.5% | Three to five Depots: 1.5%". Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.asked.count_range import CountRange, count_range
from assistant.asked.question import Question
from assistant.calculation.calculated import Calculated
from assistant.calculation.credit_share import told_share
from assistant.values.figures import UNIT_WORDS, Figure, figures
from assistant.values.number_words import in_digits
from assistant.values.spoken_figure import spoken
from ingest.words import fold, stems_of_either

_ASKS = re.compile(r"\b(?:credits?|penalt\w+|penalites?|avoirs?|deduct\w*|get (?:\w+ )?back|rebates?)\b")
_COUNT = re.compile(r"(?<![\w.,€$£])(?P<count>\d{1,4})(?![\w.,%]*\d)\s(?P<thing>[a-z]{3,})")
_CELL = re.compile(r"^(?P<range>[^:%]{3,60}):\s*(?P<rate>\d+(?:[.,]\d+)?)\s?%$")
_OR_NEXT = re.compile(r"(?<=\d) (?:or|ou) (?=\d)")
_WORDS = {"en": "{rate}: “{cell}”.", "fr": "{rate} : « {cell} »."}


def counted_credit(question: Question, quotes: Sequence[str]) -> Calculated | None:
    """The credit for the count that a question gives; None where it gives none, or no one row has a range for it.

    Args:
        question: as read.
        quotes: the contract's words, best first; a row of a table has tabs between its cells, and its header on the line above.
    """
    folded = in_digits(fold(question.text))
    counts = [match for match in _COUNT.finditer(folded) if match["thing"] not in UNIT_WORDS]
    if (
        len(counts) != 1
        or not _ASKS.search(folded)
        or any(f.unit in ("percent", "point") for f in figures(question.text))
    ):
        return None
    count, thing = float(counts[0]["count"]), counts[0]["thing"]
    rows = [(n, cells) for n, quote in enumerate(quotes) if (cells := _ranges(quote.split("\n")[-1], thing))]
    fitting = [(n, cell, rate) for n, cells in rows for held, cell, rate in cells if held.holds(count)]
    if len(rows) != 1 or len(fitting) != 1:
        return None
    number, cell, rate = fitting[0]
    return Calculated(_told(question, cell, rate), (number,))


def _ranges(row: str, thing: str) -> list[tuple[CountRange, str, float]]:
    """The ranges of a row's cells for a thing, two at least, with the cell and its percentage."""
    wanted = stems_of_either(thing)
    found = []
    for cell in row.split("\t"):
        match = _CELL.match(" ".join(cell.split()))
        words = _OR_NEXT.sub(" to ", in_digits(fold(match["range"]))) if match else ""
        named = [word for word in words.split() if wanted & stems_of_either(word)]
        bare = " ".join(word for word in words.split() if word not in named)
        held = count_range(bare) or _alone(bare)
        if match and named and held is not None:
            found.append((held, " ".join(cell.split()), float(match["rate"].replace(",", "."))))
    return found if len(found) > 1 else []


def _alone(words: str) -> CountRange | None:
    """The range of one count alone: "1"."""
    return CountRange(float(words), float(words), True, True) if words.isdigit() else None


def _told(question: Question, cell: str, rate: float) -> str:
    """The credit with its cell, and its amount where the question gives the one sum that it is a share of."""
    said = spoken(Figure(rate, "percent"), question.language)
    return _WORDS[question.language].format(rate=said, cell=cell) + told_share(question, rate)
