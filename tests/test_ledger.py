"""The ledger of changes, the versions of a clause, and what of an answer is in force."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant.answer import Statement, Verdict
from assistant.citing.cite import cite
from assistant.citing.force_words import force_notes
from assistant.commands.history import entry_json
from assistant.family.change_doubt import Reason
from assistant.family.entry import Entry, told_once
from assistant.family.in_force import InForce, today
from assistant.family.ledger import Ledgers
from assistant.family.versions import histories
from ingest.document import Role, Span
from ingest.errors import UnknownContract
from ingest.record import DocumentRecord
from tests.fake_contracts import Contracts, read_lines

BEFORE, AFTER = date(2024, 3, 1), date(2025, 3, 1)
AGREEMENT = (
    "1. Fees", "", "1.1 The fee is 200 euros a month.", "", "1.2 Late payment costs 5 euros, and again 5 euros.", "",
    "1.3 No refund is due.",
)  # fmt: skip
AMENDMENT = (
    "1. Changes", "", "1.1 This Amendment takes effect on 1 October 2024.", "",
    "1.2 In clause 1.1 the fee is increased from 200 euros to 250 euros.", "",
    "1.3 In clause 1.2 the charge is raised from 5 euros to 6 euros.", "", "1.4 Clause 1.3 is deleted.", "",
    "1.5 Clause 7.7 is deleted.",
)  # fmt: skip


@pytest.fixture
def contracts(tmp_path: Path) -> Iterator[Contracts]:
    with Contracts(tmp_path) as made:
        made.add("Acme", *AGREEMENT)
        amendment = replace(read_lines(*AMENDMENT, title="Amendment"), role=Role.AMENDMENT)
        made.add_document("Acme", amendment, "amendment")
        yield made


def _ledger(contracts: Contracts) -> tuple[Entry, ...]:
    return Ledgers(contracts.library).of("Acme")


def _record(contracts: Contracts, name: str) -> DocumentRecord:
    return next(each for each in contracts.library.contract("Acme").documents if each.name == name)


def _quoted(contracts: Contracts, name: str, words: str) -> Statement:
    record = _record(contracts, name)
    document = contracts.library.document(record.id)
    start = document.text.index(words)
    return Statement(words, Verdict.QUOTED, cite(record, document, Span(start, start + len(words))))


def test_a_change_is_applied_where_its_words_stand_once_and_doubted_elsewhere(contracts: Contracts) -> None:
    fee, late, refund, nowhere = _ledger(contracts)
    text = contracts.library.document(_record(contracts, "agreement").id).text
    assert fee.old is not None
    assert (fee.certain, fee.old.of(text), fee.effective) == (True, "200 euros", date(2024, 10, 1))
    assert not late.certain
    assert late.doubt is not None
    assert "2 times" in late.doubt.said("en")
    assert "2 fois" in late.doubt.said("fr")
    assert refund.certain
    assert (nowhere.certain, nowhere.clause) == (False, None)


def test_a_clause_has_versions_in_time(contracts: Contracts) -> None:
    record = contracts.library.contract("Acme")
    (history,) = histories(contracts.library, _ledger(contracts), record, "1.1", "agreement")
    first, second = history.on(BEFORE), history.on(AFTER)
    assert "200 euros" in (first.text or "")
    assert "250 euros" in (second.text or "")
    assert "200" not in (second.text or "")
    (deleted,) = histories(contracts.library, _ledger(contracts), record, "1.3", "agreement")
    assert deleted.on(AFTER).text == ""
    (doubted,) = histories(contracts.library, _ledger(contracts), record, "1.2", "agreement")
    assert doubted.on(AFTER).text is None
    with pytest.raises(UnknownContract, match=r"9\.9"):
        histories(contracts.library, _ledger(contracts), record, "9.9")


def test_superseded_words_are_marked_and_stand_behind_their_amendment(contracts: Contracts) -> None:
    old = _quoted(contracts, "agreement", "The fee is 200 euros a month.")
    amending, superseded = InForce(contracts.library).marked([old], AFTER)
    assert "250 euros" in amending.text
    assert amending.citations[0].in_force
    assert amending.citations[0].replaces[0].quote == "200 euros"
    assert superseded.citations[0].in_force is False
    assert superseded.citations[0].superseded_by[0].document == "amendment"
    assert "no longer in force" in force_notes(superseded.citations[0], "en")[0]
    assert "plus en vigueur" in force_notes(superseded.citations[0], "fr")[0]
    assert force_notes(superseded.citations[0], "en")[0].startswith("“200 euros”: ")  # the rest of the sentence holds
    assert InForce(contracts.library).current([old], AFTER) == (amending,)


def test_a_long_quote_of_which_a_few_words_went_stays_where_it_stands(tmp_path: Path) -> None:
    rest = (
        "payable in advance to the account that the Provider names in writing, without deduction, and always in one sum"
    )
    with Contracts(tmp_path) as made:
        made.add("Acme", "1. Fees", "", f"1.1 The fee is 200 euros a month, {rest}.", "", "1.6 It is due in May.")
        made.add_document("Acme", replace(read_lines(*AMENDMENT, title="Amendment"), role=Role.AMENDMENT), "amendment")
        old = _quoted(made, "agreement", f"The fee is 200 euros a month, {rest}.")
        beside = _quoted(made, "agreement", "It is due in May.")
        marked = InForce(made.library).marked([old, beside], AFTER)
        assert [one.text for one in marked[1:]] == [old.text, beside.text]
        assert marked[1].citations[0].in_force is False


def test_before_the_amendment_the_old_words_hold(contracts: Contracts) -> None:
    old = _quoted(contracts, "agreement", "The fee is 200 euros a month.")
    new = _quoted(contracts, "amendment", "In clause 1.1 the fee is increased from 200 euros to 250 euros.")
    (first,) = InForce(contracts.library).marked([new, old], BEFORE)
    (second,) = InForce(contracts.library).marked([new], BEFORE)
    assert first.text == old.text
    assert first.citations[0].in_force
    assert "will be superseded" in force_notes(first.citations[0], "en")[0]
    assert second.citations[0].in_force is False
    assert "not in force" in force_notes(second.citations[0], "en")[0]


def test_a_change_that_could_not_be_applied_is_told_instead_of_guessed(contracts: Contracts) -> None:
    quote = _quoted(contracts, "agreement", "Late payment costs 5 euros, and again 5 euros.")
    marked = InForce(contracts.library).marked([quote], AFTER)
    doubted = next(each for each in marked if each.text == quote.text)
    assert doubted.citations[0].in_force is None
    assert "could not be applied" in force_notes(doubted.citations[0], "en")[0]


def test_what_no_amendment_concerns_stays_as_it_is(tmp_path: Path) -> None:
    with Contracts(tmp_path) as contracts:
        contracts.add("Acme", *AGREEMENT)
        quote = _quoted(contracts, "agreement", "The fee is 200 euros a month.")
        assert InForce(contracts.library).marked([quote], today()) == (quote,)


def test_an_answer_says_what_is_in_force(contracts: Contracts) -> None:
    answer = contracts.assistant().ask("What is the fee a month?", "Acme", as_of=AFTER)
    assert "no longer in force" in answer.text
    assert answer.text.index("250 euros") < answer.text.index("no longer in force")


def test_a_clause_that_is_renumbered_keeps_its_words(tmp_path: Path) -> None:
    with Contracts(tmp_path) as made:
        made.add("Acme", *AGREEMENT)
        lines = ("1. Changes", "", "1.1 Clause 1.3 is renumbered clause 1.4.")
        made.add_document("Acme", replace(read_lines(*lines, title="Amendment"), role=Role.AMENDMENT), "amendment")
        record = made.library.contract("Acme")
        (history,) = histories(made.library, _ledger(made), record, "1.3", "agreement")
        assert [version.text for version in history.versions] == ["1.3 No refund is due.\n"] * 2
        assert [entry.certain for entry in history.versions[1].entries] == [True]
        refund = _quoted(made, "agreement", "No refund is due.")
        said = InForce(made.library).marked([refund], AFTER)
        assert [(each.text, [c.in_force for c in each.citations]) for each in said] == [(refund.text, [True])]


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
    (fee,) = histories(passing.library, _ledger(passing), record, "1.1", "agreement")
    said = {day: fee.on(day).text or "" for day in (BEFORE, WITHIN, PAST)}
    assert ["200 euros" in said[BEFORE], "150 euros" in said[WITHIN], "200 euros" in said[PAST]] == [True] * 3
    assert [(str(each.since), len(each.entries), len(each.ended)) for each in fee.versions] == [
        ("None", 0, 0),
        ("2025-01-01", 1, 0),
        ("2025-04-01", 0, 1),
    ]
    (refund,) = histories(passing.library, _ledger(passing), record, "1.3", "agreement")
    assert [refund.on(day).text for day in (WITHIN, PAST)] == ["", "1.3 No refund is due.\n"]


def test_words_that_are_suspended_are_marked_within_the_period_alone(passing: Contracts) -> None:
    refund = _quoted(passing, "agreement", "No refund is due.")
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
    late = _quoted(passing, "agreement", "Late payment costs 5 euros")
    exception, rule = InForce(passing.library).marked([late], date(2024, 11, 1))
    assert "half of what clause 1.2 says" in exception.text
    assert rule.citations[0].in_force is True
    assert force_notes(rule.citations[0], "en")[0].startswith(
        "an exception applies from 1 October 2024 to 31 December 2024: "
    )
    assert force_notes(exception.citations[0], "en")[0].startswith("departs from “1.2 Late payment")
    assert InForce(passing.library).marked([late], BEFORE) == (late,)  # one that begins later is none of that day's
    assert InForce(passing.library).marked([late], PAST) == (late,)
    over = _quoted(passing, "amendment", "late payment costs half of what clause 1.2 says")
    (told,) = InForce(passing.library).marked([over], PAST)
    assert force_notes(told.citations[0], "en") == [
        "not in force on that day, holds from 1 October 2024 to 31 December 2024"
    ]
    assert force_notes(told.citations[0], "fr")[0].endswith("s’applique du 1er octobre 2024 au 31 décembre 2024")


def test_a_change_that_has_ended_or_not_begun_does_not_stand_beside_what_holds(passing: Contracts) -> None:
    late = _quoted(passing, "agreement", "Late payment costs 5 euros")
    passed = _quoted(passing, "amendment", "late payment costs half of what clause 1.2 says")
    marker = InForce(passing.library)
    assert marker.marked([late, passed], PAST) == (late,)
    assert marker.marked([late, passed], BEFORE) == (late,)
    assert passed.text in [each.text for each in marker.marked([late, passed], date(2024, 11, 1))]


def test_history_tells_when_what_held_for_a_time_ended(passing: Contracts) -> None:
    entries = [entry_json(passing.library, each) for each in _ledger(passing)]
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
    found, nowhere = (each for each in _ledger(passing) if each.amendment.name == "second")
    assert found.document is not None
    assert (found.document.name, found.certain) == ("first", True)
    assert (nowhere.document, nowhere.certain) == (None, False)


def test_words_that_go_leave_the_rest_and_words_without_a_place_are_doubted(tmp_path: Path) -> None:
    with Contracts(tmp_path) as made:
        made.add("Acme", *AGREEMENT)
        lines = (
            "1. Changes", "", "1.1 In clause 1.2, the words “, and again 5 euros” are deleted.", "",
            "1.2 In clause 1.3, the second half of the sentence is amended as the parties have agreed.",
        )  # fmt: skip
        made.add_document("Acme", replace(read_lines(*lines, title="Amendment"), role=Role.AMENDMENT), "amendment")
        gone, described = _ledger(made)
        (history,) = histories(made.library, (gone, described), made.library.contract("Acme"), "1.2", "agreement")
        assert history.on(AFTER).text == "1.2 Late payment costs 5 euros.\n\n"
        assert (gone.certain, described.certain) == (True, False)


def test_a_message_that_came_along_is_not_taken_for_the_agreement(tmp_path: Path) -> None:
    with Contracts(tmp_path) as made:
        made.add_document("Acme", replace(read_lines(*AGREEMENT), role=Role.OTHER))
        made.add_document("Acme", replace(read_lines("Dear all, it is signed."), role=Role.OTHER), "FW", ".eml")
        made.add_document(
            "Acme",
            replace(read_lines("1. Changes", "", "1.1 Clause 1.3 is deleted."), role=Role.AMENDMENT),
            "amendment",
        )
        (entry,) = _ledger(made)
        assert entry.document is not None
        assert (entry.document.name, entry.certain) == ("agreement", True)


def test_the_days_of_the_amendments_are_told_with_their_numbers(contracts: Contracts) -> None:
    second = replace(
        read_lines(
            "1. Changes",
            "",
            "1.1 Takes effect on 1 May 2025.",
            "",
            "1.2 Clause 1.3 is deleted.",
            title="Amendment no. 2",
        ),
        role=Role.AMENDMENT,
    )
    contracts.add_document("Acme", second, "amendment-2")
    assert Ledgers(contracts.library).days("Acme")[0] == (date(2024, 10, 1), None)
    assert InForce(contracts.library).days("Acme") == Ledgers(contracts.library).days("Acme")
    assert {number for _, number in InForce(contracts.library).days("Acme")} <= {None, 2}


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
        entries = _ledger(made)
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
        assert [entry.certain for entry in _ledger(made)] == [False]


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
        words, suspended = _ledger(made)
        text = made.library.document(_record(made, "agreement").id).text
    assert words.old is not None
    assert words.old.of(text) in {"thirty days", "trente jours"}
    assert (words.certain, words.effective, words.until) == (True, date(2025, 1, 1), None)
    assert suspended.certain
    assert [suspended.holds(day) for day in (date(2025, 6, 30), date(2025, 7, 1), date(2025, 8, 31), date(2025, 9, 1))] == [
        False, True, True, False,
    ]  # fmt: skip


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
    quote = _quoted(steps, "amendment-1", "The fee is 300 euros a month, or 90 euros a week.")
    (marked,) = [
        each for each in InForce(steps.library).marked([quote], day) if each.citations[0].document == "amendment-1"
    ]
    told = force_notes(marked.citations[0], "en")
    assert all(any(note in each for each in told) for note in notes), told


def test_a_clause_that_an_amendment_adds_has_a_history_under_its_number(tmp_path: Path) -> None:
    lines = (
        "1. Changes", "", "1.1 This Amendment takes effect on 1 June 2023.", "",
        "1.2 A new clause 1.4 is added after clause 1.3: “1.4 Interest is due.”",
    )  # fmt: skip
    with Contracts(tmp_path) as made:
        made.add("Acme", *AGREEMENT)
        made.add_document("Acme", replace(read_lines(*lines, title="Amendment"), role=Role.AMENDMENT), "amendment")
        entries, record = Ledgers(made.library).of("Acme"), made.library.contract("Acme")
        (history,) = histories(made.library, entries, record, "1.4")
        assert (history.document.name, history.name) == ("amendment", "1.2")
        assert [(version.since, version.text) for version in history.versions] == [
            (None, ""),
            (date(2023, 6, 1), "1.4 Interest is due."),
        ]
        with pytest.raises(UnknownContract, match=r"1\.5"):
            histories(made.library, entries, record, "1.5")
