from __future__ import annotations

import pytest

from assistant.wording.limit_terms import limit_terms


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Uncapped Claims and the\nEnhanced Cap; the Enhanced Cap again", ["Uncapped Claims", "Enhanced Cap"]),
        ("Any claim is subject to the cap and to a limit.", []),
        ("Les Dommages Exclus dépassent le Plafond Majoré.", ["Dommages Exclus", "Plafond Majoré"]),
        ("un plafond de 10 %", []),
    ],
)
def test_names_of_limits_are_read_by_their_capitals(text: str, terms: list[str]) -> None:
    assert limit_terms(text) == terms
