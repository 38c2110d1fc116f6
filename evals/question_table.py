"""A table of questions (CSV as spreadsheets save it, or Excel's .xlsx) on its way to a gold set."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic import ValidationError

from evals.case import Kind, Strict
from evals.errors import GoldError
from evals.goldset import first_fault
from evals.own_set import NewCase

MOST_ROWS = 20_000  # read of a workbook, whose sheets may claim a million


class Line(Strict):
    """A line of the table; its fields are the columns. ``quote`` stands in ``document``; both may be empty."""

    contract: str
    question: str
    answer: str = ""
    document: str = ""
    quote: str = ""
    must: str = ""
    must_not: str = ""
    kind: Kind = Kind.FACT
    persona: str = "ops"


def read_table(path: Path) -> list[NewCase]:
    """The questions of a table whose first line names the columns; columns may be left out, save contract and question.

    Of an Excel file the first sheet is read. In a CSV file comma, semicolon or tab may separate. Several literals of
    ``must`` or ``must_not`` are separated by line breaks or
    by " ; "; alternatives by "|".

    Raises:
        GoldError: when the file cannot be read, or naming every line that is not valid and why.
    """
    questions: list[NewCase] = []
    faults: list[str] = []
    for number, row in enumerate(_rows(path), start=2):
        try:
            questions.append(_question(Line.model_validate(row)))
        except ValidationError as error:
            faults.append(f"{path.name}, row {number}: {first_fault(error)}")
    if faults or not questions:
        raise GoldError("\n".join(faults) or f"{path}: expected one question a row below the head, found none")
    return questions


def _rows(path: Path) -> Iterator[Mapping[str, str]]:
    rows = _sheet(path) if path.suffix.lower() == ".xlsx" else _csv(path)
    for row in rows:
        yield {str(name).strip().lower(): value for name, value in row.items() if value}


def _sheet(path: Path) -> Iterator[Mapping[str, str]]:
    from openpyxl import load_workbook  # start-up: read only when a workbook is given

    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except Exception as error:  # a damaged workbook makes the library raise many kinds
        raise GoldError(f"{path}: expected a readable Excel table of questions: {error}") from error
    lines = book.worksheets[0].iter_rows(max_row=MOST_ROWS + 1, values_only=True)
    head = [str(cell or "") for cell in next(lines, ())]
    for line in lines:
        cells = ["" if cell is None else str(cell) for cell in line]
        if any(cells):
            yield dict(zip(head, cells, strict=False))
    book.close()


def _csv(path: Path) -> Iterator[Mapping[str, str]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{path}: expected a readable UTF-8 table of questions: {error}") from error
    head = text.partition("\n")[0]
    separator = max(",;\t", key=head.count)
    yield from csv.DictReader(io.StringIO(text, newline=""), delimiter=separator, restkey="(beyond the last column)")


def _question(line: Line) -> NewCase:
    return NewCase(
        contract=line.contract,
        question=line.question,
        answer=line.answer,
        evidence=((line.document, line.quote),) if line.quote else (),
        must=_literals(line.must),
        must_not=_literals(line.must_not),
        kind=line.kind,
        persona=line.persona,
    )


def _literals(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.replace(" ; ", "\n").splitlines() if part.strip())
