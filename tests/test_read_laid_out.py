"""Tables of a plain text that are laid out with spaces."""

from __future__ import annotations

import re
from pathlib import Path

from ingest.assembly import read_document
from ingest.read.laid_out import laid_out
from ingest.tables import tables_of

PLANS = """
Plan        What is in it             Price
----------------------------------------------
Basic       One site, help by day     EUR 120
Plus        Three sites, help by      EUR 240
            day and by night
Premium     All sites                 EUR 480
"""
PRICES = "Basic          EUR 120\nPlus           EUR 240\nPremium        EUR 480\n"
TEXT = f"1. Plans\n\nThe Customer chooses one of the plans that follow and pays its price each month.\n{PLANS}\n2. Term\n\nTwo years.\n"


def _rows(text: str) -> list[str]:
    return [row for table in laid_out(text.split("\n")) for row in table.rows]


def test_rows_and_wrapped_cells_are_read_under_their_header(tmp_path: Path) -> None:
    path = tmp_path / "plans.txt"
    path.write_text(TEXT, encoding="utf-8")
    document = read_document(path)
    (table,) = tables_of(document)
    assert [table.described(c) for c in table.cells() if c.column == 2] == [
        "Basic › Price › EUR 120",
        "Plus › Price › EUR 240",
        "Premium › Price › EUR 480",
    ]
    assert "Plus › What is in it › Three sites, help by day and by night" in map(table.described, table.cells())
    assert [clause.number for clause in document.clauses if clause.number] == ["1", "2"]


def test_names_and_sums_are_rows() -> None:
    assert _rows(PRICES) == ["Basic\tEUR 120", "Plus\tEUR 240", "Premium\tEUR 480"]
    assert _rows(PRICES.replace("EUR ", "")) == []  # a contents page has numbers too


def test_lists_signatures_and_prose_are_left_as_they_are() -> None:
    items = "1.   Login:         The user signs in.\n2.   Order:         The user orders.\n3.   Receipt:       A receipt is sent.\n"
    assert _rows(items) == []
    assert _rows(re.sub(r"^\d", "(a)", items, flags=re.MULTILINE)) == []
    signed = (
        "Acme Ltd            Corwin Ltd          Bolt Ltd\n______________      ______________      ______________\n"
    )
    assert (
        _rows(signed + "Name                Name                Name\nTitle               Title               Title\n")
        == []
    )
    prose = "The parties agree   that each of them   bears its own costs\nand that no other   charge is made of   it whatsoever here.\n"
    assert _rows(prose * 3) == []


def test_every_word_of_the_text_stays(tmp_path: Path) -> None:
    path = tmp_path / "plans.txt"
    path.write_text(TEXT, encoding="utf-8")
    text = read_document(path).text
    assert sorted(re.findall(r"\w+", text)) == sorted(re.findall(r"\w+", TEXT))
