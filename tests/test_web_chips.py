from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answer import FoundPassage
from assistant.citing.cite import cite, clause_passage
from assistant.web import chips
from tests.fake_contracts import Contracts, read_lines


def test_a_place_is_called_by_clause_page_and_document() -> None:
    place = FoundPassage("Acme", "levels", "8.2 Liability", 14, 0, 1, 0.0)
    assert chips.name(place) == "8.2 Liability · p. 14 · levels"


def test_the_one_page_of_a_format_without_pages_is_not_told(tmp_path: Path) -> None:
    with Contracts(tmp_path) as contracts:
        record = contracts.add_document("Acme", read_lines("1. Fee", "The fee is ten euros."), "notes")
        document = contracts.library.document(record.id)
        (quoted,) = cite(record, document, document.clauses[-1].span)
        for place in (quoted, clause_passage(record, document, document.clauses[-1])):
            assert chips.name(place) == "1 Fee · notes"


@pytest.mark.parametrize("ending", ["AGREEMENT", "AGREEMENT_AMENDMENT", "AGREEMENT_POWEROF"])
def test_a_long_name_keeps_both_ends(ending: str) -> None:
    name = f"SUPPLIERINC_04_28_2020-EX-99.SERV_AGREE-SERVICES_{ending}"
    short = chips.short(name)
    assert len(short) <= 44
    assert short.startswith("SUPPLIERINC_04_28")
    assert short.endswith(ending)
    assert chips.short("annex-1-service-levels") == "annex-1-service-levels"
