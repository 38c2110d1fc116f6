"""The table that an amendment replaces as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.family.changed_table import table_replaced
from assistant.family.versions import histories
from ingest.document import Role, Span
from tests.amended import AFTER, BEFORE, ledger_of
from tests.fake_contracts import Contracts, read_lines

OLD = ("Plan\tPrice", "Basic\tEUR 120", "Plus\tEUR 240")
NEW = ("Plan\tPrice", "Basic\tEUR 130", "Plus\tEUR 265")
AGREEMENT = ("1. Plans", "", "1.1 The prices are:", "", *OLD, "", "1.2 Prices are reviewed each year.")


def in_force(folder: Path, stated: str, new: Sequence[str] = NEW) -> tuple[bool, str, str]:
    """Whether the change is certain, and clause 1.1 before and after it."""
    with Contracts(folder) as made:
        made.add("Acme", *AGREEMENT)
        lines = (
            "1. Changes", "", "1.1 This Amendment takes effect on 1 October 2024.", "", f"1.2 {stated}", "", *new,
        )  # fmt: skip
        made.add_document("Acme", replace(read_lines(*lines, title="Amendment"), role=Role.AMENDMENT), "amendment")
        ledger = ledger_of(made)
        record = made.library.contract("Acme")
        (history,) = histories(made.library, ledger, record, "1.1", "agreement")
        return ledger[0].certain, history.on(BEFORE).text or "", history.on(AFTER).text or ""


@pytest.mark.parametrize(
    "stated",
    [
        "The table in clause 1.1 is replaced by the following:",
        "In clause 1.1, the price table is replaced by the following table:",
        "Le tableau de l'article 1.1 est remplacé par le suivant :",
        "À l'article 1.1, le tableau est remplacé par ce qui suit :",
    ],
)
def test_the_one_table_of_a_clause_is_replaced_and_its_words_stay(tmp_path: Path, stated: str) -> None:
    certain, before, after = in_force(tmp_path, stated)
    assert certain
    assert "EUR 240" in before
    assert "EUR 240" not in after
    assert after.startswith("1.1 The prices are:")
    assert "Plus\tEUR 265" in after


@pytest.mark.parametrize(
    ("stated", "new"),
    [
        ("The second row of the table in clause 1.1 is replaced by the following:", NEW[-1:]),
        ("The table in clause 1.1, as to the row of Plus, is replaced by the following:", NEW),
        ("The table in clause 1.1 is replaced by the following:", ("All plans cost EUR 200.",)),
        ("The table in clause 1.2 is replaced by the following:", NEW),
    ],
)
def test_a_part_of_a_table_or_one_that_is_not_there_stays_in_doubt(
    tmp_path: Path, stated: str, new: Sequence[str]
) -> None:
    assert not in_force(tmp_path, stated, new)[0]


def test_of_two_tables_none_is_taken() -> None:
    said, new = "The table in clause 1 is replaced by the following:", "\n".join(NEW)
    one = read_lines("1. Plans", *OLD, "", "Those are all.")
    two = read_lines("1. Plans", *OLD, "", "Options are:", "", "Option\tPrice", "Night\tEUR 90", "Day\tEUR 10")
    found = table_replaced(one, Span(0, len(one.text)), said, new)
    assert found is not None
    assert found.of(one.text) == "\n".join(OLD)
    assert table_replaced(two, Span(0, len(two.text)), said, new) is None
