from __future__ import annotations

from datetime import date

import pytest

from ingest.change_words import Operation
from ingest.changes import effect_of, find_changes
from tests.fake_contracts import read_lines


def _changes(*lines: str) -> list[tuple[str, str, str | None, str | None]]:
    document = read_lines(*lines)
    return [
        (
            change.operation,
            change.target.label,
            change.old.of(document.text) if change.old else None,
            " ".join(change.new.of(document.text).split()) if change.new else None,
        )
        for change in find_changes(document)
    ]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            "In paragraph 7.2 of Annex 1, “twelve (12)” is replaced by “fifteen (15)”.",
            (Operation.WORDS, "Annex 1, 7.2", "twelve (12)", "fifteen (15)"),
        ),
        (
            "À l’article 3.1, les mots « quatre ans » sont remplacés par les mots « cinq ans ».",
            (Operation.WORDS, "3.1", "quatre ans", "cinq ans"),
        ),
        (
            "The fee in clause 4.1 is increased from £200 to £250 a month.",
            (Operation.FIGURE, "4.1", "£200", "£250"),
        ),
        (
            "À l’article 9.3 de l’Annexe 1, le montant est porté de 1 500 € à 1 800 € par heure.",
            (Operation.FIGURE, "Annexe 1, 9.3", "1 500 €", "1 800 €"),
        ),
        ("Clause 9 is hereby deleted.", (Operation.DELETED, "9", None, None)),
        (
            "Clause 9 is deleted and replaced with “No fee is due.”",
            (Operation.REPLACED, "9", None, "No fee is due."),
        ),
        ("L’Annexe 3 est modifiée selon les usages.", (Operation.CHANGED, "Annexe 3", None, None)),
        ("Clause 9 is renumbered clause 10.", (Operation.RENUMBERED, "9", None, None)),
    ],
)
def test_a_change_is_read(said: str, expected: tuple[str, str, str | None, str | None]) -> None:
    assert _changes("1. Changes", "", f"1.1 {said}") == [expected]


def test_new_wording_that_follows_is_taken_whole_and_not_read_for_changes() -> None:
    found = _changes(
        "1. Changes",
        "",
        "1.1 Article 8.2 is deleted and replaced by the following:",
        "",
        "8.2 The cap of clause 7 is amended yearly.",
    )
    assert found == [(Operation.REPLACED, "8.2", None, "8.2 The cap of clause 7 is amended yearly.")]


@pytest.mark.parametrize(
    "said",
    ["The parties wish to change Annex 1 and Annex 2.", "Clause 9 remains unchanged.", "Response Times are unchanged."],
)
def test_what_changes_nothing_is_no_change(said: str) -> None:
    assert _changes("1. Background", "", f"1.1 {said}") == []


def test_a_change_takes_effect_on_its_own_day_or_that_of_the_amendment() -> None:
    document = read_lines(
        "1. Effect", "", "1.1 This Amendment takes effect on 1 October 2024.", "", "1.2 Clause 9 is deleted.", "",
        "1.3 With effect from 4 November 2024, clause 10 is deleted.",
    )  # fmt: skip
    assert [change.effective for change in find_changes(document)] == [date(2024, 10, 1), date(2024, 11, 4)]


def test_the_day_of_the_agreement_amended_is_not_that_of_the_amendment() -> None:
    assert effect_of(read_lines("The parties made the Agreement on 1 March 1996.")) is None
    assert effect_of(read_lines("This Amendment is made on 2 May 1999.")) == date(1999, 5, 2)
    assert effect_of(read_lines("Fait à Tours, le 12 novembre 2025, en deux exemplaires.")) == date(2025, 11, 12)
