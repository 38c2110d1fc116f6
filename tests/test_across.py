import csv
import io
import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner

from assistant.across import COLUMNS, Row, across, as_csv, as_xlsx, write_table
from assistant.answer import Abstention, Answer, Citation, Statement, Verdict
from assistant.cli import build_app
from assistant.errors import AssistantError
from assistant.rewrite import Turn
from tests.fake_parts import FakeParts

FORMULA = '=HYPERLINK("http://evil.example")\n+1'


def row(contract: str, quote: str = "Ten\neuros.", held: bool | None = True, lead: str = "") -> Row:
    cited = Citation(contract, "msa", "2 Fee", 3, 0, len(quote), quote, in_force=held)
    return Row(contract, Statement(quote, Verdict.QUOTED, (cited,), lead), None)


ROWS = [row("Acme", lead="10 euros."), row("-Evil", FORMULA, held=False), Row("Mute", None, Abstention.ABSENT)]


class Scripted:
    def __init__(self) -> None:
        self.asked: list[tuple[str, str | None, date | None]] = []

    def ask(self, question: str, contract: str | None, history: Sequence[Turn], as_of: date | None) -> Answer:
        self.asked.append((question, contract, as_of))
        if contract == "Mute":
            return Answer(question, "en", contract, Abstention.ABSENT, "Silent.")
        statement = row(contract or "").statement
        assert statement is not None
        return Answer(question, "en", contract, None, "Ten euros.", (statement,))


def test_each_contract_is_asked_and_silence_is_a_row() -> None:
    assistant = Scripted()
    day = date(2024, 3, 1)
    rows = list(across(assistant, "Fee?", ["Acme", "Mute"], day))
    assert rows == [row("Acme"), Row("Mute", None, Abstention.ABSENT)]
    assert assistant.asked == [("Fee?", "Acme", day), ("Fee?", "Mute", day)]


def test_of_what_a_contract_says_what_is_in_force_makes_its_row() -> None:
    old, new = row("Acme", "Ten euros.", held=False).statement, row("Acme", "Twelve euros.").statement
    assert old is not None
    assert new is not None

    class Amended:
        def ask(self, question: str, contract: str | None, history: Sequence[Turn], as_of: date | None) -> Answer:
            return Answer(question, "en", contract, None, "…", (old, new))

    assert list(across(Amended(), "Fee?", ["Acme"])) == [row("Acme", "Twelve euros.")]


def test_a_csv_holds_the_citations_and_begins_no_formula() -> None:
    head, first, evil, mute = csv.reader(io.StringIO(as_csv(ROWS).decode("utf-8-sig")))
    assert tuple(head) == COLUMNS
    assert first == ["Acme", "10 euros.", "Ten euros.", "msa", "2 Fee", "3", "yes", ""]
    assert evil[0] == "'-Evil"
    assert evil[2].startswith("'=HYPERLINK")
    assert evil[6] == "no"
    assert mute == ["Mute", "", "", "", "", "", "", "absent"]


def test_words_of_an_original_without_pages_have_no_page_in_the_table() -> None:
    cited = Citation("Acme", "notes", "2 Fee", 1, 0, 3, "Ten", paged=False)
    assert Row("Acme", Statement("Ten", Verdict.QUOTED, (cited,)), None).cells()[3:6] == ("notes", "2 Fee", "")


def test_a_workbook_holds_the_same_as_text() -> None:
    sheet = load_workbook(io.BytesIO(as_xlsx(ROWS, "Fee?"))).active
    assert sheet is not None
    values = [[cell.value or "" for cell in line] for line in sheet.iter_rows()]
    assert values == [list(COLUMNS), *([*each.cells()] for each in ROWS)]
    assert {cell.data_type for line in sheet.iter_rows() for cell in line if cell.value} == {"s"}


def test_a_table_for_a_french_reader_is_french_but_for_the_contract() -> None:
    head, first, evil, mute = csv.reader(io.StringIO(as_csv(ROWS, "fr").decode("utf-8-sig")))
    assert head[:3] == ["contrat", "réponse", "citation"]
    assert len(head) == len(COLUMNS)
    assert (first[6], evil[6], mute[7]) == ("oui", "non", "absent du contrat")
    assert [cell for row in ROWS for cell in row.cells("fr")[:6]] == [cell for row in ROWS for cell in row.cells()[:6]]
    for kind in Abstention:
        assert Row("Mute", None, kind).cells("fr")[7] != Row("Mute", None, kind).cells()[7]
    sheet = load_workbook(io.BytesIO(as_xlsx(ROWS, "Prix ?", "fr"))).active
    assert sheet is not None
    assert [cell.value for cell in sheet[1]] == head


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    write_table(ROWS, "Fee?", tmp_path / "a.CSV")
    assert (tmp_path / "a.CSV").read_bytes() == as_csv(ROWS)
    with pytest.raises(AssistantError, match=r"\.csv or \.xlsx"):
        write_table(ROWS, "Fee?", tmp_path / "a.ods")
    with pytest.raises(AssistantError, match="check the folder"):
        write_table(ROWS, "Fee?", tmp_path / "none" / "a.csv")


def test_the_command_asks_all_contracts_and_writes_the_table(tmp_path: Path) -> None:
    for name in ("Acme", "Initech"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "msa.md").write_text(f"# 1. Notice\n\nThe notice period of {name} is three months.\n")
    app = build_app(lambda settings: FakeParts(settings.home))
    environment = {"CLAUSIER_HOME": str(tmp_path / "home")}

    def run(*arguments: str):  # type: ignore[no-untyped-def]
        return CliRunner().invoke(app, arguments, env=environment)

    for name in ("Acme", "Initech"):
        assert run("ingest", str(tmp_path / name)).exit_code == 0
    told = run("across", "How long is the notice period?", "--json", "--to", str(tmp_path / "notice.xlsx"))
    assert told.exit_code == 0, told.output
    rows = json.loads(told.stdout)["rows"]
    assert [each["contract"] for each in rows] == ["Acme", "Initech"]
    assert "three months" in rows[1]["statement"]["citations"][0]["quote"]
    sheet = load_workbook(tmp_path / "notice.xlsx").active
    assert sheet is not None
    assert sheet.max_row == 3
    shown = run("across", "How long is the notice period?", "-c", "Acme")
    assert "three months" in shown.stdout
    assert "Initech" not in shown.stdout
    assert run("across", "Who may paint the racks of the zoo?", "-c", "Acme").exit_code == 3
