from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant.family.family import BadParticular, Family, checked
from ingest.document import Role
from ingest.said import Said
from tests.fake_contracts import Contracts, read_lines

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


def test_the_order_that_an_amendment_lays_down_is_the_one_in_force(tmp_path: Path) -> None:
    head = ("Amendment 1 to the Agreement, effective as of 1 March 2024", "", "1 Precedence", "")
    listed = (
        *head,
        "In the event of conflict the following order applies:",
        "",
        "(a) the annexes;",
        "",
        "(b) the agreement.",
        "",
    )
    own = (*head, "In the event of conflict this Amendment prevails over the Agreement.", "")
    for name, lines, first in (("listed", listed, "the annexes"), ("own", own, "this agreement")):
        with Contracts(tmp_path / name) as contracts:
            contracts.add("Acme", *LINES, name="framework")
            amendment = replace(read_lines(*lines, title="Amendment 1"), role=Role.AMENDMENT)
            contracts.add_document("Acme", amendment, "amendment-1")
            order = Family(contracts.library).precedence("Acme")
            assert order is not None
            assert order.value.split("\n")[0] == first


def test_a_word_is_checked() -> None:
    assert checked("signed", "2024-03-01", "sla") == Said("sla", "signed", "2024-03-01")
    with pytest.raises(BadParticular, match="a day"):
        checked("signed", "soon", "sla")
