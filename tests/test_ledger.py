"""The ledger of changes, the versions of a clause, and what of an answer is in force."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant.citing.force_words import force_notes
from assistant.family.in_force import InForce, today
from assistant.family.ledger import Ledgers
from assistant.family.versions import histories
from ingest.document import Role
from ingest.errors import UnknownContract
from tests.amended import AFTER, AGREEMENT, BEFORE, ledger_of, quoted, record_of
from tests.fake_contracts import Contracts, read_lines

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


def test_a_change_is_applied_where_its_words_stand_once_and_doubted_elsewhere(contracts: Contracts) -> None:
    fee, late, refund, nowhere = ledger_of(contracts)
    text = contracts.library.document(record_of(contracts, "agreement").id).text
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
    (history,) = histories(contracts.library, ledger_of(contracts), record, "1.1", "agreement")
    first, second = history.on(BEFORE), history.on(AFTER)
    assert "200 euros" in (first.text or "")
    assert "250 euros" in (second.text or "")
    assert "200" not in (second.text or "")
    (deleted,) = histories(contracts.library, ledger_of(contracts), record, "1.3", "agreement")
    assert deleted.on(AFTER).text == ""
    (doubted,) = histories(contracts.library, ledger_of(contracts), record, "1.2", "agreement")
    assert doubted.on(AFTER).text is None
    with pytest.raises(UnknownContract, match=r"9\.9"):
        histories(contracts.library, ledger_of(contracts), record, "9.9")


def test_a_quote_reads_on_each_day_as_the_amendments_leave_it(contracts: Contracts) -> None:
    force = InForce(contracts.library)
    (fee,) = quoted(contracts, "agreement", "The fee is 200 euros a month.").citations
    read = force.wording(fee, AFTER)
    assert read is not None
    assert read[0] == "The fee is 250 euros a month."
    assert ["250 euros" in made.text for made in read[1]] == [True]
    assert force.wording(fee, BEFORE) == ("The fee is 200 euros a month.", ())
    (late,) = quoted(contracts, "agreement", "Late payment costs 5 euros, and again 5 euros.").citations
    assert force.wording(late, AFTER) is None  # which of the two is meant?


def test_superseded_words_are_marked_and_stand_behind_their_amendment(contracts: Contracts) -> None:
    old = quoted(contracts, "agreement", "The fee is 200 euros a month.")
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
        old = quoted(made, "agreement", f"The fee is 200 euros a month, {rest}.")
        beside = quoted(made, "agreement", "It is due in May.")
        marked = InForce(made.library).marked([old, beside], AFTER)
        assert [one.text for one in marked[1:]] == [old.text, beside.text]
        assert marked[1].citations[0].in_force is False


def test_before_the_amendment_the_old_words_hold(contracts: Contracts) -> None:
    old = quoted(contracts, "agreement", "The fee is 200 euros a month.")
    new = quoted(contracts, "amendment", "In clause 1.1 the fee is increased from 200 euros to 250 euros.")
    (first,) = InForce(contracts.library).marked([new, old], BEFORE)
    held, second = InForce(contracts.library).marked([new], BEFORE)
    assert (held.citations[0].document, held.citations[0].in_force) == ("agreement", True)
    assert first.text == old.text
    assert first.citations[0].in_force
    assert "will be superseded" in force_notes(first.citations[0], "en")[0]
    assert second.citations[0].in_force is False
    assert "not in force" in force_notes(second.citations[0], "en")[0]


def test_a_change_that_could_not_be_applied_is_told_instead_of_guessed(contracts: Contracts) -> None:
    quote = quoted(contracts, "agreement", "Late payment costs 5 euros, and again 5 euros.")
    marked = InForce(contracts.library).marked([quote], AFTER)
    doubted = next(each for each in marked if each.text == quote.text)
    assert doubted.citations[0].in_force is None
    assert "could not be applied" in force_notes(doubted.citations[0], "en")[0]


def test_what_no_amendment_concerns_stays_as_it_is(tmp_path: Path) -> None:
    with Contracts(tmp_path) as contracts:
        contracts.add("Acme", *AGREEMENT)
        quote = quoted(contracts, "agreement", "The fee is 200 euros a month.")
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
        (history,) = histories(made.library, ledger_of(made), record, "1.3", "agreement")
        assert [version.text for version in history.versions] == ["1.3 No refund is due.\n"] * 2
        assert [entry.certain for entry in history.versions[1].entries] == [True]
        refund = quoted(made, "agreement", "No refund is due.")
        said = InForce(made.library).marked([refund], AFTER)
        assert [(each.text, [c.in_force for c in each.citations]) for each in said] == [(refund.text, [True])]


def test_a_message_that_came_along_is_not_taken_for_the_agreement(tmp_path: Path) -> None:
    with Contracts(tmp_path) as made:
        made.add_document("Acme", replace(read_lines(*AGREEMENT), role=Role.OTHER))
        made.add_document("Acme", replace(read_lines("Dear all, it is signed."), role=Role.OTHER), "FW", ".eml")
        made.add_document(
            "Acme",
            replace(read_lines("1. Changes", "", "1.1 Clause 1.3 is deleted."), role=Role.AMENDMENT),
            "amendment",
        )
        (entry,) = ledger_of(made)
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
