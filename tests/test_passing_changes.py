"""Changes that hold for a time: what is in force within it, before and after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant.citing.force_words import force_notes
from assistant.commands.history import entry_json
from assistant.family.in_force import InForce
from assistant.family.versions import histories
from ingest.document import Role
from tests.amended import AGREEMENT, BEFORE, ledger_of, quoted, record_of
from tests.fake_contracts import Contracts, read_lines

PASSING = (
    "1. Changes", "", "1.1 This Amendment takes effect on 1 October 2024.", "",
    "1.2 For the period from 1 January 2025 to 31 March 2025, clause 1.1 shall read as follows: “1.1 The fee is 150 euros a month.”", "",
    "1.3 From 1 January 2025 to 31 March 2025, clause 1.3 shall not apply.", "",
    "1.4 Until 31 December 2024, late payment costs half of what clause 1.2 says.",
)  # fmt: skip


WITHIN, PAST = date(2025, 2, 1), date(2025, 4, 1)


@pytest.fixture
def passing(tmp_path: Path) -> Iterator[Contracts]:
    with Contracts(tmp_path) as made:
        made.add("Acme", *AGREEMENT)
        made.add_document("Acme", replace(read_lines(*PASSING, title="Amendment"), role=Role.AMENDMENT), "amendment")
        yield made


def test_a_change_for_a_time_holds_within_it_alone(passing: Contracts) -> None:
    record = passing.library.contract("Acme")
    (fee,) = histories(passing.library, ledger_of(passing), record, "1.1", "agreement")
    said = {day: fee.on(day).text or "" for day in (BEFORE, WITHIN, PAST)}
    assert ["200 euros" in said[BEFORE], "150 euros" in said[WITHIN], "200 euros" in said[PAST]] == [True] * 3
    assert [(str(each.since), len(each.entries), len(each.ended)) for each in fee.versions] == [
        ("None", 0, 0),
        ("2025-01-01", 1, 0),
        ("2025-04-01", 0, 1),
    ]
    (refund,) = histories(passing.library, ledger_of(passing), record, "1.3", "agreement")
    assert [refund.on(day).text for day in (WITHIN, PAST)] == ["", "1.3 No refund is due.\n"]


def test_words_that_are_suspended_are_marked_within_the_period_alone(passing: Contracts) -> None:
    refund = quoted(passing, "agreement", "No refund is due.")
    amending, suspended = InForce(passing.library).marked([refund], WITHIN)
    assert "shall not apply" in amending.text
    assert suspended.citations[0].in_force is False
    (note,) = force_notes(suspended.citations[0], "en")
    assert note.startswith("replaced or suspended from 1 January 2025 to 31 March 2025 by amendment, 1.3")
    assert "du 1er janvier 2025 au 31 mars 2025" in force_notes(suspended.citations[0], "fr")[0]
    assert InForce(passing.library).marked([refund], PAST) == (refund,)
    (later,) = InForce(passing.library).marked([refund], BEFORE)
    assert later.citations[0].in_force is True


def test_an_exception_stands_beside_the_clause_it_departs_from(passing: Contracts) -> None:
    late = quoted(passing, "agreement", "Late payment costs 5 euros")
    exception, rule = InForce(passing.library).marked([late], date(2024, 11, 1))
    assert "half of what clause 1.2 says" in exception.text
    assert rule.citations[0].in_force is True
    assert force_notes(rule.citations[0], "en")[0].startswith(
        "an exception applies from 1 October 2024 to 31 December 2024: "
    )
    assert force_notes(exception.citations[0], "en")[0].startswith("departs from “1.2 Late payment")
    assert InForce(passing.library).marked([late], BEFORE) == (late,)  # one that begins later is none of that day's
    assert InForce(passing.library).marked([late], PAST) == (late,)
    over = quoted(passing, "amendment", "late payment costs half of what clause 1.2 says")
    (told,) = InForce(passing.library).marked([over], PAST)
    assert force_notes(told.citations[0], "en") == [
        "not in force on that day, holds from 1 October 2024 to 31 December 2024"
    ]
    assert force_notes(told.citations[0], "fr")[0].endswith("s’applique du 1er octobre 2024 au 31 décembre 2024")


def test_a_change_that_has_ended_or_not_begun_does_not_stand_beside_what_holds(passing: Contracts) -> None:
    late = quoted(passing, "agreement", "Late payment costs 5 euros")
    passed = quoted(passing, "amendment", "late payment costs half of what clause 1.2 says")
    marker = InForce(passing.library)
    assert marker.marked([late, passed], PAST) == (late,)
    assert marker.marked([late, passed], BEFORE) == (late,)
    assert passed.text in [each.text for each in marker.marked([late, passed], date(2024, 11, 1))]


def test_history_tells_when_what_held_for_a_time_ended(passing: Contracts) -> None:
    entries = [entry_json(passing.library, each) for each in ledger_of(passing)]
    assert [(each["operation"], each["effective"], each["until"], each["certain"]) for each in entries] == [
        ("exception", "2024-10-01", "2024-12-31", True),
        ("replaced", "2025-01-01", "2025-03-31", True),
        ("suspended", "2025-01-01", "2025-03-31", True),
    ]


def test_a_clause_of_an_earlier_amendment_is_changed_there(passing: Contracts) -> None:
    first = ("1. Changes", "", "1.1 Clause 1.1 is deleted.", "", "1.4 No interest is due.")
    lines = (
        "1. Changes",
        "",
        "1.1 Section 1.4 of Amendment No. 1 is deleted.",
        "",
        "1.2 Section 1.4 of Amendment No. 7 is deleted.",
    )
    passing.add_document("Acme", replace(read_lines(*first, title="Amendment No. 1"), role=Role.AMENDMENT), "first")
    passing.add_document("Acme", replace(read_lines(*lines, title="Amendment No. 2"), role=Role.AMENDMENT), "second")
    found, nowhere = (each for each in ledger_of(passing) if each.amendment.name == "second")
    assert found.document is not None
    assert (found.document.name, found.certain) == ("first", True)
    assert (nowhere.document, nowhere.certain) == (None, False)


@pytest.mark.parametrize(
    ("agreement", "amendment"),
    [
        (
            ("1. Fees", "", "1.1 The fee is due in thirty days.", "", "1.2 Interest is due."),
            (
                "1. Changes", "", "1.1 This Amendment takes effect on 1 January 2025.", "",
                "1.2 Where clause 1.1 previously read “thirty days”, it now reads “sixty days. No reminder is sent”.", "",
                "1.3 For the months of July and August 2025 only, clause 1.2 does not apply.",
            ),
        ),
        (
            ("1. Prix", "", "1.1 La redevance est due à trente jours.", "", "1.2 Des intérêts sont dus."),
            (
                "1. Modifications", "", "1.1 L’avenant prend effet le 1er janvier 2025.", "",
                "1.2 L’article 1.1 se lisait « trente jours » ; il se lit désormais « soixante jours. Aucun rappel n’est dû ».", "",
                "1.3 Pour les mois de juillet et août 2025 uniquement, l’article 1.2 ne s’applique pas.",
            ),
        ),
    ],
)  # fmt: skip
def test_what_a_clause_reads_now_and_what_holds_for_two_months(
    tmp_path: Path, agreement: tuple[str, ...], amendment: tuple[str, ...]
) -> None:
    with Contracts(tmp_path) as made:
        made.add("Acme", *agreement)
        made.add_document("Acme", replace(read_lines(*amendment, title="Avenant"), role=Role.AMENDMENT), "amendment")
        words, suspended = ledger_of(made)
        text = made.library.document(record_of(made, "agreement").id).text
    assert words.old is not None
    assert words.old.of(text) in {"thirty days", "trente jours"}
    assert (words.certain, words.effective, words.until) == (True, date(2025, 1, 1), None)
    assert suspended.certain
    assert [suspended.holds(day) for day in (date(2025, 6, 30), date(2025, 7, 1), date(2025, 8, 31), date(2025, 9, 1))] == [
        False, True, True, False,
    ]  # fmt: skip
