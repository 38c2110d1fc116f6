from __future__ import annotations

import pytest

from assistant.values.rhythm import rhythms


@pytest.mark.parametrize(
    ("text", "a_year"),
    [
        ("The Client may audit twice a year.", {2.0}),
        ("The committee meets every six (6) months.", {2.0}),
        ("Le comité se réunit une fois par trimestre.", {4.0}),
        ("Le comité se réunit tous les deux mois.", {6.0}),
        ("Reports are sent quarterly.", {4.0}),
        ("The Provider is audited once in each contract year.", {1.0}),
        ("Une restauration est essayée deux fois l'an.", {2.0}),
        ("The fee is due within three months.", set()),
        ("Late payments bear interest at 8% per year.", set()),
    ],
)
def test_a_rhythm_is_so_many_times_a_year(text: str, a_year: set[float]) -> None:
    assert rhythms(text) == a_year
