from __future__ import annotations

import pytest

from assistant.answer import FoundPassage
from assistant.web import chips
from assistant.web.words import FRENCH


def test_a_place_is_called_by_clause_page_and_document() -> None:
    place = FoundPassage("Acme", "levels", "8.2 Liability", 14, 0, 1, 0.0)
    assert chips.name(place, FRENCH) == "8.2 Liability · p. 14 · levels"


@pytest.mark.parametrize("ending", ["AGREEMENT", "AGREEMENT_AMENDMENT", "AGREEMENT_POWEROF"])
def test_a_long_name_keeps_both_ends(ending: str) -> None:
    name = f"SUPPLIERINC_04_28_2020-EX-99.SERV_AGREE-SERVICES_{ending}"
    short = chips.short(name)
    assert len(short) <= 44
    assert short.startswith("SUPPLIERINC_04_28")
    assert short.endswith(ending)
    assert chips.short("annex-1-service-levels") == "annex-1-service-levels"
