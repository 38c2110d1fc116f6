"""Words that an amendment replaces, inserts or takes out, and the part of a clause that it concerns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant.citing.force_words import force_notes
from assistant.family.change_doubt import Reason
from assistant.family.entry import told_once
from assistant.family.in_force import InForce
from assistant.family.ledger import Ledgers
from assistant.family.versions import histories
from ingest.document import Role
from tests.amended import AFTER, AGREEMENT, ledger_of, quoted
from tests.fake_contracts import Contracts, read_lines


def test_words_that_go_leave_the_rest_and_words_without_a_place_are_doubted(tmp_path: Path) -> None:
    with Contracts(tmp_path) as made:
        made.add("Acme", *AGREEMENT)
        lines = (
            "1. Changes", "", "1.1 In clause 1.2, the words “, and again 5 euros” are deleted.", "",
            "1.2 In clause 1.3, the second half of the sentence is amended as the parties have agreed.",
        )  # fmt: skip
        made.add_document("Acme", replace(read_lines(*lines, title="Amendment"), role=Role.AMENDMENT), "amendment")
        gone, described = ledger_of(made)
        (history,) = histories(made.library, (gone, described), made.library.contract("Acme"), "1.2", "agreement")
        assert history.on(AFTER).text == "1.2 Late payment costs 5 euros.\n\n"
        assert (gone.certain, described.certain) == (True, False)


TERMS = (
    "1. Scope", "", "1.1 The Unit is hired to Corwin for a year; Corwin keeps each Unit dry and no unit is sold.", "",
    "1.2 A Tetra Unit is no Unit. The rent is paid by bank transfer within 30 days.", "",
    "2. End", "", "2.1 Each Unit goes back at the end of the hire.",
)  # fmt: skip


@pytest.mark.parametrize(
    ("stated", "clause", "expected"),
    [
        (
            "All references to “Unit” in the Agreement are replaced by references to “Tetra Unit”.",
            "1.1",
            "1.1 The Tetra Unit is hired to Corwin for a year; Corwin keeps each Tetra Unit dry and no unit is sold.",
        ),
        (
            "All references in the Agreement to “Unit” shall be construed as references to “Tetra Unit”.",
            "1.2",
            "1.2 A Tetra Unit is no Tetra Unit. The rent is paid by bank transfer within 30 days.",
        ),
        (
            "“Unit” (as defined in clause 2.1) is replaced by “Machine” wherever it appears.",
            "1.1",
            "1.1 The Machine is hired to Corwin for a year; Corwin keeps each Machine dry and no unit is sold.",
        ),
        (
            "Toutes les références à « Corwin » sont remplacées par « Bolt ».",
            "1.1",
            "1.1 The Unit is hired to Bolt for a year; Bolt keeps each Unit dry and no unit is sold.",
        ),
        (
            "The words “or by cheque” are inserted after the words “bank transfer” in clause 1.2.",
            "1.2",
            "1.2 A Tetra Unit is no Unit. The rent is paid by bank transfer or by cheque within 30 days.",
        ),
        (
            "In clause 1.2, after “30 days”, the words “of the invoice” are added.",
            "1.2",
            "1.2 A Tetra Unit is no Unit. The rent is paid by bank transfer within 30 days of the invoice.",
        ),
        (
            "Clause 1.2 is amended by inserting “SEPA” immediately before “bank transfer”.",
            "1.2",
            "1.2 A Tetra Unit is no Unit. The rent is paid by SEPA bank transfer within 30 days.",
        ),
        (
            "À l’article 1.2, après les mots « bank transfer », sont insérés les mots « ou par chèque ».",
            "1.2",
            "1.2 A Tetra Unit is no Unit. The rent is paid by bank transfer ou par chèque within 30 days.",
        ),
    ],
)
def test_words_that_are_replaced_everywhere_or_inserted_beside_others_are_applied(
    tmp_path: Path, stated: str, clause: str, expected: str
) -> None:
    with Contracts(tmp_path) as made:
        made.add("Acme", *TERMS)
        made.add_document(
            "Acme",
            replace(read_lines("1. Changes", "", f"1.1 {stated}", title="Amendment"), role=Role.AMENDMENT),
            "amendment",
        )
        entries = ledger_of(made)
        assert all(entry.certain for entry in entries)
        assert len(told_once(entries)) == 1
        (history,) = histories(made.library, entries, made.library.contract("Acme"), clause, "agreement")
        assert (history.versions[-1].text or "").strip() == expected


@pytest.mark.parametrize(
    "stated",
    [
        "The words “or by cheque” are inserted after the words “gold bars” in clause 1.2.",  # which stand nowhere
        "In clause 1.1 the word “Corwin” is replaced by “Bolt”.",  # twice, and nothing says everywhere
        "All references to “Gadget” are replaced by “Unit”.",
    ],
)
def test_words_that_stand_nowhere_or_twice_are_not_applied(tmp_path: Path, stated: str) -> None:
    with Contracts(tmp_path) as made:
        made.add("Acme", *TERMS)
        made.add_document(
            "Acme",
            replace(read_lines("1. Changes", "", f"1.1 {stated}", title="Amendment"), role=Role.AMENDMENT),
            "amendment",
        )
        assert [entry.certain for entry in ledger_of(made)] == [False]


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("The address in clause 1.1 is replaced by “12 New Street”.", Reason.PARTIAL),
        ("L’adresse figurant à l’article 1.1 est remplacée par « 12 rue Neuve ».", Reason.PARTIAL),
        ("In clause 1.1, the fee is replaced by “a fee that is agreed each year”.", Reason.PARTIAL),
        ("Clause 1.1 shall not apply for as long as the pilot lasts.", Reason.NO_END),
        ("Solely with respect to Tower B, clause 1.1 is replaced by “No fee is due.”", Reason.SOME_ALONE),
        ("Clause 1.1 is replaced, only for orders of 2024, by the following: “No fee is due.”", Reason.SOME_ALONE),
        ("Uniquement pour le lot B, l’article 1.1 est remplacé par « Rien n’est dû. »", Reason.SOME_ALONE),
        ("Clause 1.1 is replaced by the following: “A fee is due only for orders.”", None),
        ("The provisions of clause 1.1 are deleted and replaced by the following: “No fee is due.”", None),
        ("Les stipulations de l’article 1.1 sont remplacées par ce qui suit : « Rien n’est dû. »", None),
        ("L’application de l’article 1.1 est suspendue du 1er mai 2024 au 31 mai 2024.", None),
    ],
)
def test_what_is_done_to_a_part_of_a_clause_is_not_done_to_the_clause(
    tmp_path: Path, said: str, reason: Reason | None
) -> None:
    with Contracts(tmp_path) as made:
        made.add("Acme", *AGREEMENT)
        amendment = replace(read_lines("1. Changes", "", f"1.1 {said}", title="Amendment"), role=Role.AMENDMENT)
        made.add_document("Acme", amendment, "amendment")
        (entry,) = Ledgers(made.library).of("Acme")
        assert (entry.doubt.reason if entry.doubt else None) == reason


STEPS = (
    ("1. Changes", "", "1.1 This Amendment No. 1 is made on 1 May 2023 and takes effect on 1 June 2023.", "",
     "1.2 Clause 1.1 is replaced by “The fee is 300 euros a month, or 90 euros a week.”"),
    ("1. Changes", "", "1.1 This Amendment No. 2 takes effect on 1 June 2024.", "",
     "1.2 In clause 1.1 the words “300 euros” are replaced by “350 euros”."),
    ("1. Changes", "", "1.1 This Amendment No. 3 takes effect on 1 June 2025.", "",
     "1.2 In clause 1.1 the words “90 euros” are replaced by “99 euros”."),
)  # fmt: skip


@pytest.fixture(scope="module")
def steps(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Contracts]:
    """A contract whose clause one amendment replaces, and two later ones change in the words that the first brought in."""
    with Contracts(tmp_path_factory.mktemp("steps")) as made:
        made.add("Acme", *AGREEMENT)
        for number, lines in enumerate(STEPS, 1):
            document = replace(read_lines(*lines, title=f"Amendment No. {number}"), role=Role.AMENDMENT)
            made.add_document("Acme", document, f"amendment-{number}")
        yield made


def test_words_that_an_amendment_brought_in_are_changed_in_the_history_of_the_clause(steps: Contracts) -> None:
    entries = Ledgers(steps.library).of("Acme")
    assert [entry.effective for entry in entries] == [date(2023, 6, 1), date(2024, 6, 1), date(2025, 6, 1)]
    (history,) = histories(steps.library, entries, steps.library.contract("Acme"), "1.1", "agreement")
    assert [(version.text or "").strip() for version in history.versions[1:]] == [
        "The fee is 300 euros a month, or 90 euros a week.",
        "The fee is 350 euros a month, or 90 euros a week.",
        "The fee is 350 euros a month, or 99 euros a week.",
    ]


@pytest.mark.parametrize(
    ("day", "notes"),
    [
        (
            date(2023, 1, 1),
            ("will be superseded from 1 June 2024", "not in force on that day, takes effect on 1 June 2023"),
        ),
        (date(2024, 1, 1), ("will be superseded from 1 June 2024", "replaces “1.1 The fee is 200 euros a month.”")),
        (
            date(2024, 7, 1),
            ("no longer in force, superseded from 1 June 2024", "replaces “1.1 The fee is 200 euros a month.”"),
        ),
    ],
)
def test_what_is_not_yet_in_force_is_told_from_what_is_no_longer(
    steps: Contracts, day: date, notes: tuple[str, str]
) -> None:
    quote = quoted(steps, "amendment-1", "The fee is 300 euros a month, or 90 euros a week.")
    (marked,) = [
        each for each in InForce(steps.library).marked([quote], day) if each.citations[0].document == "amendment-1"
    ]
    told = force_notes(marked.citations[0], "en")
    assert all(any(note in each for each in told) for note in notes), told
