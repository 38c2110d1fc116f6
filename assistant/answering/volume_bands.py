"""The row of a table of volume bands for the count asked about: "price for 2,500 users" is the row "2,001 to 3,200".

The row is looked for in the tables that answers quote, by the one column of ranges whose header has the thing counted. The sum is worked
out where the words above the table say whether a price is for all units or for those of its band.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.answer import Statement, Verdict
from assistant.asked.count_range import CountRange, count_range
from assistant.asked.question import Question
from assistant.asked.terms import find_terms
from assistant.citing.cite import cite
from assistant.citing.surroundings import row_heads
from assistant.family.in_force import InForce
from assistant.values.figures import MONEY, UNIT_WORDS, Figure, figures
from assistant.values.spoken_figure import number_in, spoken
from assistant.wording.aside import told_apart
from assistant.wording.lexicon import Lexicon
from ingest.document import Document, Span
from ingest.library import Library
from ingest.tables import Cell, Table, table_at
from ingest.words import fold, stem_language, stems

_ASKS = re.compile(
    r"\b(?:pric\w+|pay\w*|costs?|fees?|charges?|rates?|how much|discounts?|factor|combien|prix|tarif\w*|cout\w*|factur\w+|remise|"
    r"coefficient|pai\w+)\b"
)
_COUNT = re.compile(
    r"(?<![\w.,€$£])(?P<count>\d{1,3}(?:[ ,]\d{3})+|\d+(?:[.,]\d+)?)"
    r"(?P<scale> (?:millions?|billions?|milliards?)(?: de| d')?)?(?![\w%.,]*\d)"
    r"(?P<things>(?: [a-z-]{3,}){0,2})"
)
_SCALES = (
    (1e9, re.compile(r"\b(?:us)?[€$£]?(?:bn|billions?|milliards?)\b")),
    (1e6, re.compile(r"\b(?:us)?[€$£]?(?:mn?|millions?)\b")),
    (1e3, re.compile(r"\b(?:k|thousands?|milliers?)\b")),
)
_FOR_ALL = re.compile(r"\b(?:all|every|each) (?:\w+ ){0,2}?(?:units?|trades|\w+s)\b|\btou(?:s|tes) les \w+")
_FOR_ITS_OWN = re.compile(
    r"\b(?:only|solely) to (?:the |those )?[^.;]{0,40}\b(?:band|tier|range|bracket)\b|\bqu'aux? [^.;]{0,40}\b(?:tranche|palier)\b"
)
_ONE = re.compile(
    r"\b(?:per|par|each|each one)\s(?!(?:month|mois|year|an|day|jour)\b)\d|\b(?:per|par) (?:us)?[€$£]?\s?\d"
)
_ABOVE = 500  # characters before a table that may say how its prices apply
_WORDS = {
    "en": {"band": "{count} is in the band “{cell}”: {head}, {value}.", "sum": " {amount}: {terms}."},
    "fr": {"band": "{count} est dans la tranche « {cell} » : {head}, {value}.", "sum": " {amount} : {terms}."},
}


@dataclass(frozen=True, slots=True)
class _Banded:
    """A column of ranges with the prices beside it: for each row its range, its cell and the cell of its price, in order."""

    document: Document
    document_id: str
    table: Table
    rows: tuple[tuple[CountRange, Cell, Cell], ...]


class VolumeBands:
    """Puts the row of the band that is asked about first.

    Args:
        library: gives the documents.
        lexicon: knows the question's words by other names.
        in_force: marks the row with what amendments did to it.
    """

    def __init__(self, library: Library, lexicon: Lexicon, in_force: InForce) -> None:
        self._library = library
        self._lexicon = lexicon
        self._in_force = in_force

    def told(
        self, question: Question, statements: Sequence[Statement], others: Sequence[Statement], as_of: date | None
    ) -> tuple[Statement, ...]:
        """The statements, the row of the band before them and no other row of its table; as they are where no row is certain.

        Args:
            question: as it is searched.
            statements: of an answer, in order, marked with what amendments did to them.
            others: what else was found, likewise.
            as_of: the day on which the answer is to hold; today when None.
        """
        folded = fold(question.text)
        counts = list(_COUNT.finditer(folded)) if _ASKS.search(folded) else []
        count = _counted(counts[0]) if len(counts) == 1 else None
        if count is None or any(figure.unit in (*MONEY, "percent") for figure in figures(question.text)):
            return tuple(statements)
        found = {
            (each.document_id, each.table.span, row[1].column): (each, row)
            for each in self._banded([*statements, *others], question, counts[0])
            for row in [row for row in each.rows if row[0].holds(count)]
        }
        if len(found) != 1:
            return tuple(statements)
        banded, row = next(iter(found.values()))
        marked = self._in_force.marked([self._statement(question.language, banded, row, count)], as_of)
        if len(marked) != 1 or any(citation.in_force is not True for citation in marked[0].citations):
            return tuple(statements)
        rest = [each for each in statements if not self._is_row_of(each, banded)]
        return (*marked, *(told_apart(replace(each, lead=""), question.language) for each in rest))

    def _banded(self, statements: Sequence[Statement], question: Question, count: re.Match[str]) -> Iterator[_Banded]:
        """The columns of ranges for the thing that is counted, in the tables that statements quote."""
        for citation in (citation for each in statements for citation in each.citations if "\t" in citation.quote):
            document = self._library.document(citation.document_id)
            at = citation.start + citation.quote.index("\t")
            table = table_at(document, Span(at, at + 1))
            if table is None or table.header_rows > 1:
                continue
            language = stem_language(document.language)
            things = (
                "" if count["scale"] else count["things"]
            )  # "25 billion traded a month": it is said anywhere of what
            named = replace(question, text=things or question.text, parts=())
            wanted = set(find_terms(named, language, self._lexicon).all)
            columns = [n for n in range(len(table.rows[0])) if _ranges(table, n)]
            asked = [n for n in columns if wanted & set(stems(_head(table, n), language))]
            if len(asked) == 1:
                priced = _priced(table, asked[0], columns)
                if priced:
                    yield _Banded(document, citation.document_id, table, priced)

    def _statement(self, language: str, banded: _Banded, row: tuple[CountRange, Cell, Cell], count: float) -> Statement:
        table, document = banded.table, banded.document
        cells = table.rows[row[1].row]
        span = Span(cells[0].span.start, cells[-1].span.end)
        record = self._library.record(banded.document_id)
        heads = row_heads(document, span) or [Span(table.rows[0][0].span.start, table.rows[0][-1].span.end)]
        citations = tuple(c for each in (*heads, span) for c in cite(record, document, each))
        shown = "\n".join(" | ".join(" ".join(cell.split()) for cell in c.quote.split("\t")) for c in citations)
        words = _WORDS[language]
        lead = words["band"].format(
            count=number_in(count, language),
            cell=table.words(row[1]),
            head=_head(table, row[2].column),
            value=table.words(row[2]),
        )
        summed = _summed(banded, row, count, language)
        if summed is None and _applies(banded)[0]:
            lead = ""  # the price of one band would pass for that of all units
        return Statement(shown, Verdict.QUOTED, citations, lead + (words["sum"].format(**summed) if summed else ""))

    def _is_row_of(self, statement: Statement, banded: _Banded) -> bool:
        """Whether a statement quotes nothing but rows of a table."""
        return all(
            c.document_id == banded.document_id and banded.table.span.contains(Span(c.start, c.end))
            for c in statement.citations
        )


def _counted(match: re.Match[str]) -> float | None:
    """How many a question asks of; None where it is a time ("12 months")."""
    things = match["things"].split()
    if not match["scale"] and things and things[0] in UNIT_WORDS:
        return None
    found = {figure.value for figure in figures(match["count"] + (match["scale"] or "")) if not figure.unit}
    return found.pop() if len(found) == 1 else None


def _head(table: Table, column: int) -> str:
    cells = table.rows[0]
    return table.words(cells[column]) if column < len(cells) else ""


def _body(table: Table) -> list[tuple[Cell, ...]]:
    """The rows below the first, which names the columns though it may be too long to be known as their header."""
    return [row for n, row in enumerate(table.rows) if n >= max(1, table.header_rows) and n not in table.repeated]


def _ranges(table: Table, column: int) -> list[CountRange]:
    """The ranges of a column, two at least and nothing else in it; empty for any other column."""
    scale = next((value for value, words in _SCALES if words.search(fold(_head(table, column)))), 1.0)
    found = [count_range(table.words(row[column]), scale) if column < len(row) else None for row in _body(table)]
    ranges = [each for each in found if each is not None and count_range(_head(table, column)) is None]
    return ranges if len(ranges) == len(found) > 1 else []


def _priced(table: Table, column: int, columns: Sequence[int]) -> tuple[tuple[CountRange, Cell, Cell], ...]:
    """Each range of a column with its cell and that of its price, the one column between it and the next ranges; else empty."""
    following = [n for n in columns if n > column]
    behind = range(column + 1, following[0] if following else len(table.rows[0]))
    body = _body(table)
    if len(behind) != 1 or any(len(row) <= behind[0] or not figures(table.words(row[behind[0]])) for row in body):
        return ()
    return tuple((each, row[column], row[behind[0]]) for each, row in zip(_ranges(table, column), body, strict=True))


def _summed(banded: _Banded, row: tuple[CountRange, Cell, Cell], count: float, language: str) -> dict[str, str] | None:
    """What the count costs and of what terms that is made; None where it is not said whether a price is for all units."""
    own, for_all = _applies(banded)
    prices = [_price(banded.table, each) for each in banded.rows]
    if own == for_all or None in prices or _ONE.search(fold(_head(banded.table, row[2].column))):
        return None
    parts = []
    for (band, _, cell), price in zip(banded.rows, prices, strict=True):
        assert price is not None
        if own and count > band.before:
            last = count if band.upper is None else min(count, band.upper if band.with_upper else band.upper - 1)
            parts.append((last - band.before, price, banded.table.words(cell)))
        elif for_all and band == row[0]:
            parts.append((count, price, banded.table.words(cell)))
    total = Figure(round(sum(units * price.value for units, price, _ in parts), 2), parts[0][1].unit)
    terms = " + ".join(f"{number_in(units, language)} × {said}" for units, _, said in parts)
    return {"amount": spoken(total, language) or "", "terms": terms}


def _applies(banded: _Banded) -> tuple[bool, bool]:
    """Whether the numbered clause of a table says above it that a price is for the units of its band alone, and whether for all units.

    A caption is a clause of its own, without a number.
    """
    start = banded.table.span.start
    begins = max((c.span.start for c in banded.document.clauses if c.number and c.span.start <= start), default=0)
    above = fold(banded.document.text[max(begins, start - _ABOVE) : start])
    return _FOR_ITS_OWN.search(above) is not None, _FOR_ALL.search(above) is not None


def _price(table: Table, row: tuple[CountRange, Cell, Cell]) -> Figure | None:
    held = figures(table.words(row[2]))
    return next((figure for figure in held if figure.unit in MONEY), None) if len(held) == 1 else None
