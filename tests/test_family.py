from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from assistant.family.family import BadParticular, Family, checked
from ingest.said import Said
from tests.fake_contracts import Contracts

LINES = (
    "1. Precedence", "", "1.1 In the event of conflict the following order applies:", "", "(a) this agreement;", "",
    "(b) the annexes.", "", "2. Law", "", "2.1 This Agreement is governed by the laws of Ireland.",
)  # fmt: skip


def test_a_family_is_told_with_quotes_and_a_users_word_stands_over_them(tmp_path: Path) -> None:
    with Contracts(tmp_path) as contracts:
        record = contracts.add("Acme", *LINES)
        family = Family(contracts.library)
        (report,) = family.particulars("Acme")
        law = next(fact for fact in report.facts if fact.key == "governing law")
        assert (law.value, law.by_user, law.citations[0].clause) == ("Ireland", False, "2.1")
        order = family.precedence("Acme")
        assert order is not None
        assert order.value.split("\n") == ["this agreement", "the annexes"]
        assert family.ledger("Acme") == ()
        assert [v.since for v in family.versions("Acme", "2.1", date(2024, 1, 1))] == [None]
        with contracts.library.writing():
            contracts.library.say("Acme", Said(record.name, "governing law", "France"))
        changed = next(fact for fact in family.particulars("Acme")[0].facts if fact.key == "governing law")
        assert (changed.value, changed.by_user, changed.read) == ("France", True, ("Ireland",))
        with contracts.library.writing():
            contracts.library.say("Acme", Said(record.name, "role", "pricing"))
        changed = next(fact for fact in family.particulars("Acme")[0].facts if fact.key == "role")
        assert (changed.value, changed.by_user, changed.read) == ("pricing", True, ("framework",))


def test_a_word_is_checked() -> None:
    assert checked("signed", "2024-03-01", "sla") == Said("sla", "signed", "2024-03-01")
    with pytest.raises(BadParticular, match="a day"):
        checked("signed", "soon", "sla")
