"""One question asked of many contracts: a row each, with its citation, and the table as a file."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from assistant.answer import Abstention, Answer, Statement, Verdict
from assistant.errors import AssistantError
from assistant.rewrite import Turn

COLUMNS = ("contract", "answer", "quote", "document", "clause", "page", "in force", "silent because")
_HEADS = {
    "en": COLUMNS,
    "fr": ("contrat", "réponse", "citation", "document", "clause", "page", "en vigueur", "raison du silence"),
}
_FRENCH = {  # of what the cells say in words of ours
    "yes": "oui",
    "no": "non",
    "uncertain": "incertain",
    Abstention.ABSENT: "absent du contrat",
    Abstention.AMBIGUOUS: "question ambiguë",
    Abstention.LEGAL_ADVICE: "avis juridique",
    Abstention.OUT_OF_SCOPE: "hors sujet",
    Abstention.SMALL_TALK: "politesse",
}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would take for the beginning of a formula
_WIDTHS = {"answer": 40, "quote": 80}  # characters; the other columns are as wide as their head needs
_NARROW = 22


class Asked(Protocol):
    """What answers a question (`assistant.chat.Assistant`)."""

    def ask(self, question: str, contract: str | None, history: Sequence[Turn], as_of: date | None) -> Answer:
        """The answer to a question about a contract."""
        ...


@dataclass(frozen=True, slots=True)
class Row:
    """What one contract answers: its first statement that holds, or why it is silent."""

    contract: str
    statement: Statement | None
    abstained: Abstention | None

    def cells(self, language: str = "en") -> tuple[str, ...]:
        """The row in the order of `COLUMNS`, empty where there is nothing to tell; our own words in that language, "en" or "fr"."""
        if self.statement is None:
            return (self.contract, "", "", "", "", "", "", _own(str(self.abstained or ""), language))
        said = self.statement.text if self.statement.verdict is Verdict.VERIFIED else self.statement.lead
        cited = self.statement.citations
        first = cited[0]
        held = {True: "yes", False: "no", None: "uncertain"}[first.in_force]
        page = str(first.page) if first.paged else ""
        quote = " … ".join(" ".join(each.quote.split()) for each in cited)
        return (self.contract, said, quote, first.document, first.clause, page, _own(held, language), "")

    def to_json(self) -> dict[str, Any]:
        """The row as an object of ``clausier across --json``."""
        statement = asdict(self.statement) if self.statement else None
        return {"contract": self.contract, "statement": statement, "abstained": self.abstained}


def across(assistant: Asked, question: str, contracts: Iterable[str], as_of: date | None = None) -> Iterator[Row]:
    """Ask each contract in turn; a row is given as soon as it is there.

    Raises:
        BadQuestion: the question is empty or too long.
        UnknownContract: no contract goes by one of the names.
    """
    for name in contracts:
        answer = assistant.ask(question, name, (), as_of)
        cited = [statement for statement in answer.statements if statement.citations]
        holding = [statement for statement in cited if all(each.in_force is not False for each in statement.citations)]
        yield Row(name, (holding or cited)[0] if cited and not answer.abstained else None, answer.abstained)


def as_csv(rows: Sequence[Row], language: str = "en") -> bytes:
    """The table as CSV (UTF-8 with a byte order mark, which spreadsheets need); contract text never begins a formula.

    Its head and our own words are in that language, "en" or "fr".
    """
    made = io.StringIO()
    writer = csv.writer(made)
    writer.writerow(_HEADS[language])
    writer.writerows([_harmless(cell) for cell in row.cells(language)] for row in rows)
    return made.getvalue().encode("utf-8-sig")


def as_xlsx(rows: Sequence[Row], question: str, language: str = "en") -> bytes:
    """The table as an Excel workbook of one sheet; each cell is text, so that nothing of a contract is computed.

    Its head and our own words are in that language, "en" or "fr".
    """
    from openpyxl import Workbook  # here for start-up speed
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.styles import Alignment, Font

    book = Workbook()
    sheet = book.active
    sheet.title = "Clausier"
    sheet.append(_HEADS[language])
    for row in rows:
        sheet.append([ILLEGAL_CHARACTERS_RE.sub("", cell) for cell in row.cells(language)])
    for line in sheet.iter_rows():
        for cell in line:
            cell.data_type = "s"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for column, name in zip(sheet.columns, COLUMNS, strict=True):
        column[0].font = Font(bold=True)
        sheet.column_dimensions[column[0].column_letter].width = _WIDTHS.get(name, _NARROW)
    sheet.freeze_panes = "B2"
    book.properties.title = ILLEGAL_CHARACTERS_RE.sub("", question)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def write_table(rows: Sequence[Row], question: str, target: Path) -> None:
    """Write the table to a file ending in ``.csv`` or ``.xlsx``; an existing one is replaced.

    Raises:
        AssistantError: another ending, or a file that cannot be written.
    """
    made = {".csv": lambda: as_csv(rows), ".xlsx": lambda: as_xlsx(rows, question)}.get(target.suffix.lower())
    if made is None:
        raise AssistantError(f"expected a file ending in .csv or .xlsx, got {target.name}")
    try:
        target.write_bytes(made())
    except OSError as error:
        raise AssistantError(f"expected to write {target}, got: {error.strerror}; check the folder") from error


def _own(word: str, language: str) -> str:
    return _FRENCH.get(word, word) if language == "fr" else word


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
