from pathlib import Path

import pytest
from openpyxl import Workbook

from evals.errors import GoldError
from evals.question_table import read_table


def write(folder: Path, text: str) -> Path:
    path = folder / "questions.csv"
    path.write_text(text, encoding="utf-8-sig")  # as spreadsheets do
    return path


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_table_as_a_spreadsheet_saves_it(tmp_path: Path, separator: str) -> None:
    rows = [
        ["Contract", "Question", "Document", "Quote", "Must", "Kind"],
        ["acme", "What is the fee?", "msa", '"The fee,\nyearly; is ""12"" euros"', '"12|twelve ; euros"', "amount"],
        ["acme", "Pets?", "", "", "", ""],
    ]
    fee, pets = read_table(write(tmp_path, "\n".join(separator.join(row) for row in rows)))
    assert fee.evidence == (("msa", 'The fee,\nyearly; is "12" euros'),)
    assert fee.must == ("12|twelve", "euros")
    assert fee.kind == "amount"
    assert (pets.contract, pets.question, pets.evidence) == ("acme", "Pets?", ())


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("contract,question\nacme,\n", "row 2: question"),
        ("contract,question\nacme,Why?\n,What?\n", "row 3: contract"),
        ("contract,question,mood\nacme,Why?,good\n", "row 2: mood"),
        ("contract,question\nacme,Why?,more\n", "beyond the last column"),
        ("contract,question,kind\nacme,Why?,riddle\n", "row 2: kind"),
        ("contract,question\n", "found none"),
        ("", "found none"),
    ],
)
def test_what_is_wrong_is_named_by_row(tmp_path: Path, text: str, fault: str) -> None:
    with pytest.raises(GoldError) as caught:
        read_table(write(tmp_path, text))
    assert fault in str(caught.value)


def test_a_table_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="readable UTF-8 table"):
        read_table(tmp_path / "none.csv")
    (tmp_path / "latin.csv").write_bytes("contract,question\nacme,Où ?\n".encode("latin-1"))
    with pytest.raises(GoldError, match="readable UTF-8 table"):
        read_table(tmp_path / "latin.csv")


def test_an_excel_table(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["Contract", "Question", "Must", None])
    book.active.append(["acme", "What is the fee?", 12000, None])
    book.active.append([None, None, None, None])
    book.active.append(["acme", "Pets?", None, None])
    book.save(tmp_path / "questions.xlsx")
    fee, pets = read_table(tmp_path / "questions.xlsx")
    assert fee.must == ("12000",)
    assert (pets.question, pets.must) == ("Pets?", ())


def test_a_damaged_excel_table_is_told(tmp_path: Path) -> None:
    (tmp_path / "questions.xlsx").write_bytes(b"PK nothing")
    with pytest.raises(GoldError, match="expected a readable Excel table"):
        read_table(tmp_path / "questions.xlsx")
