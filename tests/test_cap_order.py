from __future__ import annotations

from pathlib import Path

import pytest

from tests.fake_contracts import Contracts


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("What is the cap on our liability?", "1.1"),
        ("What is the cap on the Provider's liability?", "1.2"),
        ("What is the cap on the Provider's liability for breach of clause 9?", "1.3"),
    ],
)
def test_the_cap_of_the_party_asked_about_leads_and_the_whole_before_a_part(
    tmp_path: Path, question: str, first: str
) -> None:
    with Contracts(tmp_path) as contracts:
        contracts.add(
            "Acme",
            "1. Liability",
            "1.1 The Customer's total liability shall not exceed the fees that are payable in a year.",
            "1.2 The Provider's total liability in each year shall not exceed £6,000.",
            "1.3 The Provider's total liability for breach of clause 9 shall not exceed £12,000.",
            "1.4 The cost of an audit is paid up to a sum that is set out in Annex 2.",
        )
        answer = contracts.assistant(absent_below=0.0).ask(question, "Acme")
        assert answer.statements[0].text.startswith(first)
