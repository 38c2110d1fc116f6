from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant.family.standing import standing
from ingest.document import Role
from ingest.errors import UnknownContract
from ingest.said import Said
from tests.fake_contracts import Contracts, read_lines

FRAME = read_lines("1. Law", "", "1.1 This Agreement is governed by the laws of Ireland.", title="Framework – for IT")
AMENDMENT = replace(read_lines("1. Change", "", "1.1 Clause 1.1 is deleted.", title="Amendment 1"), role=Role.AMENDMENT)


@pytest.mark.parametrize(("day", "by_then"), [(date(2024, 1, 1), False), (date(2024, 3, 1), True)])
def test_an_amendment_counts_from_the_day_that_it_takes_effect(tmp_path: Path, day: date, by_then: bool) -> None:
    with Contracts(tmp_path) as contracts:
        frame = contracts.add_document("Acme", FRAME, "frame")
        amendment = contracts.add_document("Acme", AMENDMENT, "amendment")
        with contracts.library.writing():
            contracts.library.say("Acme", Said(amendment.name, "effective", "2024-03-01"))
            contracts.library.say("Acme", Said(frame.name, "signed", "2023-01-31"))
            contracts.library.say("Acme", Said(frame.name, "expiry", "2027-12-31"))
        found = standing(contracts.library, "Acme", day)
        assert found.agreement is not None
        assert (found.agreement.title, found.agreement.day, found.agreement.signed) == (
            "Framework",
            date(2023, 1, 31),
            True,
        )
        assert found.expiry == date(2027, 12, 31)
        assert [each.title for each in found.amended_by] == ["Amendment 1"] * by_then
        assert [each.title for each in found.to_come] == ["Amendment 1"] * (not by_then)
        assert not any(each.signed for each in (*found.amended_by, *found.to_come))


def test_a_contract_without_an_agreement_or_days_says_so(tmp_path: Path) -> None:
    with Contracts(tmp_path) as contracts:
        contracts.add_document("Acme", AMENDMENT, "amendment")
        found = standing(contracts.library, "Acme", date(2024, 1, 1))
        assert (found.agreement, found.expiry) == (None, None)
        assert [each.day for each in found.amended_by] == [None]
        with pytest.raises(UnknownContract):
            standing(contracts.library, "Nobody", date(2024, 1, 1))
