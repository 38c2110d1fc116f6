from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ingest.document import Role
from tests.fake_contracts import Contracts, read_lines

ASKED = "We leave on 12 June 2026, what do we owe of the monthly fee?"
FEES = ("1. Fees", "", "1.1 The monthly fee is €30,000.", "", "2. Visits", "", "2.1 Visits are announced.")
RULE = (
    "3. Days",
    "",
    "3.1 Where it ends within a month, the fees of that month are prorated by the number of its days.",
)
CHANGE = (
    "1. Changes", "", "1.1 This Amendment takes effect on 1 May 2026.", "",
    "1.2 In clause 1.1 of the Agreement, “€30,000” is replaced by “€33,000”.",
)  # fmt: skip


def test_the_rule_leads_and_the_fee_stands_behind_it(tmp_path: Path) -> None:
    with Contracts(tmp_path) as contracts:
        contracts.add("Acme", *FEES, "", *RULE)
        answer = contracts.assistant(absent_below=0.0).ask(ASKED, "Acme")
        rule, fee = answer.statements[:2]
        assert rule.lead == (
            "€12,000: €30,000 × 12 / 30 days (the first 12 days of the month). Before any revision of the fee."
        )
        assert (rule.citations[0].quote[:3], "€30,000" in fee.text) == ("3.1", True)


def test_the_fee_is_the_one_in_force_on_the_day(tmp_path: Path) -> None:
    with Contracts(tmp_path) as contracts:
        contracts.add("Acme", *FEES, "", *RULE)
        contracts.add_document(
            "Acme", replace(read_lines(*CHANGE, title="Amendment"), role=Role.AMENDMENT), "amendment"
        )
        assistant = contracts.assistant(absent_below=0.0)
        rule, amending, _ = assistant.ask(ASKED, "Acme").statements[:3]
        assert rule.lead.startswith("€13,200: €33,000 × 12 / 30")
        assert "€33,000" in amending.text
        before = assistant.ask(ASKED.replace("June", "April"), "Acme").statements[0]
        assert before.lead.startswith("€12,000: €30,000 × 12 / 30")


def test_a_contract_that_does_not_prorate_is_said_to_give_nothing_on_it(tmp_path: Path) -> None:
    with Contracts(tmp_path) as contracts:
        contracts.add("Acme", *FEES)
        answer = contracts.assistant(absent_below=0.0).ask(ASKED, "Acme")
        assert (
            answer.statements[0].lead == "Nothing was found that says whether a fee for a part of a month is prorated."
        )
