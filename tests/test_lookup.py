from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.asked.question import read_question
from assistant.retrieval.lookup import ENOUGH, Lookup
from ingest.document import Role
from tests.fake_contracts import Contracts, read_lines


@pytest.fixture
def contracts(tmp_path: Path) -> Iterator[Contracts]:
    with Contracts(tmp_path) as contracts:
        contracts.add(
            "Acme",
            *(
                "1. Fees",
                "1.1 Rates",
                "The rates:",
                "(a) by day, and",
                "(b) by hour.",
                "2. Term",
                "Three years.",
                "2.01 Renewal",
                "By letter.",
            ),
            *("Annex II Levels", "1. Fees", "1.1 Credits", "The credits."),
            name="agreement",
        )
        contracts.add("Acme", "1. Sites", "1.1 Paris", "In Paris.", name="annex-3-sites")
        yield contracts


def found(contracts: Contracts, asked: str, enough: int = ENOUGH) -> list[tuple[str, str]]:
    """The document and the first words of each place."""
    records = contracts.library.current()
    places = Lookup(contracts.library).places(read_question(asked), records, enough)
    texts = {id_: contracts.library.document(id_).text for id_ in places}
    return sorted(
        (records[id_].name, texts[id_][s.start : s.end].split("\n")[0]) for id_, spans in places.items() for s in spans
    )


def test_a_recital_is_found_and_no_clause_of_its_letter(contracts: Contracts) -> None:
    contracts.add("Zenith", "BACKGROUND", "", "(A) We sell.", "(B) They buy.", "1. Sale", "(b) All goods.", name="sale")
    assert found(contracts, "recital B") == [("sale", "(B) They buy.")]
    assert found(contracts, "the preamble") == [("sale", "(A) We sell.")]
    assert found(contracts, "recital C") == []


@pytest.mark.parametrize(
    ("asked", "places"),
    [
        ("clause 1.1", [("agreement", "1.1 Credits"), ("agreement", "1.1 Rates"), ("annex-3-sites", "1.1 Paris")]),
        ("1.1(b)", [("agreement", "(b) by hour."), ("annex-3-sites", "1.1 Paris")]),
        ("clause 2.1", [("agreement", "2.01 Renewal")]),
        ("annex 2, article 1.1", [("agreement", "1.1 Credits")]),
        ("1.1 of Schedule 3", [("annex-3-sites", "1.1 Paris")]),
        ("Annex 2", [("agreement", "Annex II Levels")]),
        ("Annex 3", [("annex-3-sites", "1. Sites")]),
        ("annexe 9", []),
        ("the notice", []),
        ("1.1b", [("agreement", "(b) by hour."), ("annex-3-sites", "1.1 Paris")]),
        ("last clause", [("agreement", "2. Term"), ("annex-3-sites", "1. Sites")]),
        ("last clause of annex 2", [("agreement", "1.1 Credits")]),
        ("dernier article de l'annexe 3", [("annex-3-sites", "1. Sites")]),
        (
            "clause 1-2",
            [
                ("agreement", "1. Fees"),
                ("agreement", "2. Term"),
                ("annex-3-sites", "1. Sites"),
            ],
        ),
        ("recital B", []),
    ],
)
def test_what_is_named_is_found_where_it_stands(
    contracts: Contracts, asked: str, places: list[tuple[str, str]]
) -> None:
    assert found(contracts, asked) == places


def test_of_many_documents_only_those_are_opened_that_may_bear_the_number(tmp_path: Path) -> None:
    with Contracts(tmp_path) as contracts:
        for name in ("Acme", "Crow"):
            contracts.add(name, "1. Fees", "2. Term")
        contracts.add("Bolt", "ARTICLE VII Courts", "In Paris.", name="terms")
        contracts.add("Bolt", "1. Sites", "In Paris.", name="annex-3-sites")
        assert found(contracts, "clause 7", 1) == [("terms", "ARTICLE VII Courts")]
        assert found(contracts, "annex 3", 1) == [("annex-3-sites", "1. Sites")]
        assert len(found(contracts, "clause 1", 2)) == 2
        assert found(contracts, "clause 9", 1) == []


def test_chapters_and_what_no_clause_bears_are_found_by_what_stands_for_them(tmp_path: Path) -> None:
    with Contracts(tmp_path) as contracts:
        contracts.add("Acme", "CHAPITRE I Prix", "Le prix est fixe.", "1. Fees", "The fee.")
        assert found(contracts, "clause 1") == [("agreement", "1. Fees")]
        assert found(contracts, "clause 1-1") == found(contracts, "clause 1A") == [("agreement", "1. Fees")]
        (place,) = found(contracts, "chapitre 1")
        assert place == ("agreement", "CHAPITRE I Prix")
        contracts.add("Bolt", "2. Fees", "The fee.", name="other")
        assert found(contracts, "chapter 1", 1) == [place]
        assert found(contracts, "article 1 of the GDPR") == []


@pytest.fixture
def family(tmp_path: Path) -> Iterator[Contracts]:
    with Contracts(tmp_path) as contracts:
        main = read_lines(
            "1. Fees",
            "1.1 Rates",
            "By day.",
            "Schedule 4 – Data Protection Agreement",
            "1. Roles",
            "1.1 Controller",
            "Acme.",
        )
        contracts.add_document("Acme", main, "agreement")
        levels = read_lines("1. Windows", "By night.", "2. Credits", "Five per cent.", title="Service Levels")
        contracts.add_document("Acme", replace(levels, role=Role.SERVICE_LEVELS), "levels")
        for number in (1, 2):
            amendment = read_lines("1. Change", f"The rates change {number} times.", title=f"Avenant n° {number}")
            contracts.add_document("Acme", replace(amendment, role=Role.AMENDMENT), f"avenant-{number}")
        yield contracts


@pytest.mark.parametrize(
    ("asked", "places"),
    [
        ("avenant 2 article 1", [("avenant-2", "1. Change")]),
        ("article 1 de l'avenant 2", [("avenant-2", "1. Change")]),
        ("clause 1 of the first amendment", [("avenant-1", "1. Change")]),
        ("clause 1 of the amendments", [("avenant-1", "1. Change"), ("avenant-2", "1. Change")]),
        ("avenant 3 article 1", []),
        ("avenant 1 article 2", []),
        ("SLA, clause 1", [("levels", "1. Windows")]),
        ("que dit l'article 2 du SLA ?", [("levels", "2. Credits")]),
        ("clause 1.1 of the framework agreement", [("agreement", "1.1 Controller"), ("agreement", "1.1 Rates")]),
        ("section 1.1 of the DPA", [("agreement", "1.1 Controller")]),
        ("avenant n° 2", [("avenant-2", "1. Change")]),
        ("clause 2 of the SLA and clause 1 of amendment 2", [("avenant-2", "1. Change"), ("levels", "2. Credits")]),
        ("article 1 du SLA et article 1.1 du DPA", [("agreement", "1.1 Controller"), ("levels", "1. Windows")]),
    ],
)
def test_the_document_named_beside_a_number_restricts(
    family: Contracts, asked: str, places: list[tuple[str, str]]
) -> None:
    assert found(family, asked) == places


def test_of_many_documents_the_one_named_is_found_without_opening_the_others(family: Contracts) -> None:
    assert found(family, "avenant 2 article 1", enough=1) == [("avenant-2", "1. Change")]
    assert found(family, "avenant 2", enough=1) == [("avenant-2", "1. Change")]
