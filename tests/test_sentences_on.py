from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from assistant.answering.sentences_on import SentencesOn
from assistant.family.in_force import InForce
from ingest.document import Role
from tests.amended import AFTER, AGREEMENT, BEFORE
from tests.fake_contracts import Contracts, read_lines
from tests.test_ledger import AMENDMENT

LEVELS = (
    "1. Times", "", "1.1 A P2 is restored within 6 hours.", "",
    "2. Credits", "", "2.1 If a P2 is not restored in time, £90 are credited for each further hour.", "",
    "3. Support", "", "3.1 Support is given in Business Hours.",
)  # fmt: skip


def test_a_sentence_is_found_by_what_it_says_and_read_as_amended(tmp_path: Path) -> None:
    with Contracts(tmp_path) as contracts:
        contracts.add("Acme", *AGREEMENT)
        contracts.add_document(
            "Acme", replace(read_lines(*AMENDMENT, title="Amendment"), role=Role.AMENDMENT), "amendment"
        )
        ids = [each.id for each in contracts.library.contract("Acme").documents]
        sentences = SentencesOn(contracts.library, InForce(contracts.library))

        def is_on(words: str) -> bool:
            return words.startswith("1.1 The fee")

        (after,) = sentences.of(is_on, ids, AFTER)
        assert after.words == "1.1 The fee is 250 euros a month."
        assert len(after.amending) == 1
        (before,) = sentences.of(is_on, ids, BEFORE)
        assert (before.words, before.amending) == ("1.1 The fee is 200 euros a month.", ())


def test_hours_of_work_are_looked_for_where_it_is_told_how_long_something_took(tmp_path: Path) -> None:
    with Contracts(tmp_path) as contracts:
        contracts.add("Acme", *LEVELS)
        asked = "P2 restored after 9 hours, what credit?"
        lead = contracts.assistant(absent_below=0.0).ask(asked, "Acme").statements[0].lead
        assert lead == (
            "£270: 3 × £90 (9 hours − 6 hours). "
            "This holds if the hours of nights and weekends count; a clause speaks of hours of work."
        )
