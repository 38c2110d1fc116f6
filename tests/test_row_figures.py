"""New figures of rows whose old ones an amendment does not tell."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant.family.change_doubt import Reason
from assistant.family.changed_rows import cell_of_figure
from assistant.family.ledger import Ledgers
from ingest.document import Document, Role, Span
from ingest.row_figures import row_figures, unit_of
from tests.fake_contracts import Contracts, read_lines

TABLE = (
    "1. Shares", "", "1.1 The shares are these:", "", "Service\tShare\tTime", "Gold\t1 040 €\t4 hours",
    "Gold Plus\t82,60 €\t8 hours", "Silver\t38,90 €\t9 hours", "Sum\t200 €\t", "", "1.2 No other sum is due.",
)  # fmt: skip


@pytest.mark.parametrize(
    ("said", "figures"),
    [
        ("The shares of Gold and Silver in the table of clause 1.1 become respectively 40,60 € and 84,30 €.", ["40,60 €", "84,30 €"]),
        ("The shares of Gold and Silver in the table of clause 1 become EUR 40.60 and EUR 84.30 respectively.", ["EUR 40.60", "EUR 84.30"]),
        ("In the table of clause 1.1 the share of Gold is increased to £1,040 from 1 May 2025.", ["£1,040"]),
        ("Les parts de l’or et de l’argent au tableau de l’article 2 deviennent respectivement 140 € et 84,30 €.", ["140 €", "84,30 €"]),
        ("Dans le tableau de l’article 3, le taux de la ligne Or est porté à 5,5 %.", ["5,5 %"]),
        ("The shares of Gold and Silver in the table of clause 1.1 become 40,60 € and 84,30 €.", None),  # of which is not said
        ("The share of Gold in clause 1.1 becomes 40,60 €.", None),  # of no table
        ("The table of clause 1.1 becomes void.", None),
        ("The table of clause 1.1 becomes 4.", None),  # of what is not said
    ],
)  # fmt: skip
def test_the_figures_of_rows_are_read_where_each_is_of_its_row(said: str, figures: list[str] | None) -> None:
    told = row_figures(said)
    assert (told and [figure.of(said) for figure in told[1]]) == figures


def test_units_are_told_by_sign_and_by_word() -> None:
    assert [unit_of(each) for each in ("EUR 4", "4 euros", "4 €", "4 per cent", "4 %", "four")] == [
        "€",
        "€",
        "€",
        "%",
        "%",
        None,
    ]


@pytest.mark.parametrize(
    "hostile", ["table becomes " + "1" * 4000, "table becomes €" + "1 " * 4000, "table become " + "€1, " * 4000]
)
def test_no_sentence_takes_long_to_read(hostile: str) -> None:
    assert row_figures(hostile) is None or row_figures(hostile)


def _ledger(folder: Path, said: str) -> tuple[list[tuple[str | None, bool]], list[Reason]]:
    """The old words of each change that a sentence makes, and why some are uncertain."""
    with Contracts(folder) as made:
        made.add_document("Acme", _read(Role.FRAMEWORK, *TABLE), "agreement")
        amending = _read(Role.AMENDMENT, "1. Changes", "", "1.1 This Amendment takes effect on 1 May 2025.", "", said)
        made.add_document("Acme", amending, "amendment")
        entries = Ledgers(made.library).of("Acme")
        text = made.library.document(made.library.contract("Acme").documents[0].id).text
        assert all(entry.effective == date(2025, 5, 1) for entry in entries)
        return [(e.old.of(text) if e.old else None, e.certain) for e in entries], [
            e.doubt.reason for e in entries if e.doubt
        ]


def _read(role: Role, *lines: str) -> Document:
    return replace(read_lines(*lines, title=role), role=role)


@pytest.mark.parametrize(
    ("said", "old"),
    [
        ("1.2 The shares of Silver and Gold Plus in the table of clause 1.1 become respectively 40 € and 84 €.", ["38,90 €", "82,60 €"]),
        ("1.2 Les parts de Silver et de Gold au tableau de l’article 1.1 deviennent respectivement 40 € et 84 €.", ["38,90 €", "1 040 €"]),
        ("1.2 In the table of clause 1.1, the share of Silver becomes 40 €.", ["38,90 €"]),
    ],
)  # fmt: skip
def test_each_figure_goes_into_the_row_that_is_named(tmp_path: Path, said: str, old: list[str]) -> None:
    assert _ledger(tmp_path, said) == ([(words, True) for words in old], [])


@pytest.mark.parametrize(
    "said",
    [
        "1.2 In the table of clause 1.1, the share of Bronze becomes 40 €.",  # which has no row
        "1.2 In the table of clause 1.1, the shares of Silver and Gold become 40 €.",  # two rows, one figure
        "1.2 In the table of clause 1.1, the share of Silver becomes 4 %.",  # of which the row has none
    ],
)
def test_a_figure_without_its_cell_is_uncertain(tmp_path: Path, said: str) -> None:
    changes, reasons = _ledger(tmp_path, said)
    assert [old for old, _ in changes] == [None]
    assert reasons == [Reason.UNSAID]


def test_two_rows_of_one_name_are_not_told_apart() -> None:
    text = "Gold\t4 €\nGold\t5 €"
    said = "In the table the share of Gold becomes 6 €."
    assert cell_of_figure(text, Span(0, len(text)), said, Span(said.index("6"), said.index("6") + 3)) is None
