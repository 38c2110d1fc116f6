from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ingest.document import Role
from ingest.errors import UnknownContract
from ingest.pipeline import ingest, plan
from ingest.said import Said
from ingest.wastebasket import DAYS_KEPT, Wastebasket
from tests.fake_parts import FakeParts


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[FakeParts]:
    """Acme with two documents, one of them in a folder that tells it apart."""
    folder = tmp_path / "Acme"
    for name in ("sla.md", "en/raci.md", "fr/raci.md"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"# 1. Levels\n\nThe supplier shall answer within one hour ({name}).\n")
    with FakeParts(tmp_path / "home") as parts:
        ingest(plan([folder]), parts.library, parts.index, parts.embedder)
        with parts.library.writing():
            parts.library.add_aliases("Acme", ["ACME Ltd"])
            parts.library.say("Acme", Said("sla", "role", "pricing"))
        yield parts


def names(parts: FakeParts) -> list[str]:
    return [document.name for contract in parts.library.contracts() for document in contract.documents]


def put_back(parts: FakeParts, basket: Wastebasket, number: str) -> None:
    for files in basket.rounds(number):
        ingest(files, parts.library, parts.index, parts.embedder)
    basket.settle(number)


def test_a_contract_that_was_removed_is_put_back_as_it_was(parts: FakeParts) -> None:
    before = names(parts)
    basket = Wastebasket(parts.library)
    removed = basket.remove(parts.index, "acme")
    assert (removed.contract, removed.whole, list(removed.documents)) == ("Acme", True, before)
    assert names(parts) == []
    assert parts.index.sizes() == {}
    assert basket.all() == [removed]
    put_back(parts, basket, removed.id)
    assert names(parts) == before
    assert parts.library.contract("ACME Ltd").name == "Acme"
    assert next(d.role for d in parts.library.contract("Acme").documents if d.name == "sla") is Role.PRICING
    assert basket.all() == []


def test_one_document_is_removed_and_put_back(parts: FakeParts) -> None:
    before = names(parts)
    basket = Wastebasket(parts.library)
    removed = basket.remove(parts.index, "Acme", before[1])
    assert names(parts) == [before[0], before[2]]
    assert not removed.whole
    put_back(parts, basket, removed.id)
    assert names(parts) == before


def test_what_is_not_there_is_not_removed_and_nothing_is_kept(parts: FakeParts) -> None:
    basket = Wastebasket(parts.library)
    with pytest.raises(UnknownContract):
        basket.remove(parts.index, "Acme", "none")
    assert basket.all() == []
    for number in ("20300101", "../home"):
        with pytest.raises(UnknownContract, match="put back"):
            basket.rounds(number)


def test_what_was_removed_long_ago_is_kept_no_more(parts: FakeParts) -> None:
    basket = Wastebasket(parts.library)
    basket.remove(parts.index, "Acme", "sla")
    basket.purge(datetime.now(UTC) + timedelta(days=DAYS_KEPT - 1))
    assert len(basket.all()) == 1
    basket.purge(datetime.now(UTC) + timedelta(days=DAYS_KEPT + 1))
    assert basket.all() == []


def test_older_versions_come_back_with_their_document(parts: FakeParts, tmp_path: Path) -> None:
    newer = tmp_path / "Acme" / "sla.md"
    newer.write_text(newer.read_text().replace("one hour", "two hours"))
    ingest(plan([newer], "Acme"), parts.library, parts.index, parts.embedder)

    def versions() -> list[str]:
        current = next(d for d in parts.library.contract("Acme").documents if d.name == "sla")
        return [parts.library.document(each.id).text for each in (current, *parts.library.older(current.id))]

    before = versions()
    assert ["two hours" in text for text in before] == [True, False]
    basket = Wastebasket(parts.library)
    put_back(parts, basket, basket.remove(parts.index, "Acme", "sla").id)
    assert versions() == before
