from __future__ import annotations

import pytest

from assistant.retrieval.one_scale import standardised
from ingest.hit import Hit

LANGUAGES = {"agreement": "en", "contrat": "fr"}


def hits(document: str, *values: float) -> list[Hit]:
    return [Hit(document, n, value) for n, value in enumerate(values)]


def test_scores_of_one_language_are_in_standard_deviations_from_their_mean() -> None:
    found = standardised(hits("agreement", 1.0, 2.0, 3.0), LANGUAGES)
    assert list(found.values()) == pytest.approx([-1.2247, 0.0, 1.2247], abs=1e-4)


def test_the_best_of_two_languages_stand_nearly_level() -> None:
    english, french = [0.80 + n / 1000 for n in range(100)], [0.70 + n / 1000 for n in range(100)]
    found = standardised(hits("agreement", *english) + hits("contrat", *french), LANGUAGES)
    assert found["contrat", 99] > found["agreement", 70]
    assert found["contrat", 99] > found["contrat", 98]


def test_a_language_of_a_few_passages_has_no_scale_of_its_own() -> None:
    english, french = [0.80 + n / 1000 for n in range(100)], [0.70, 0.71]
    found = standardised(hits("agreement", *english) + hits("contrat", *french), LANGUAGES)
    assert found["contrat", 1] < found["agreement", 50]


def test_what_does_not_differ_is_still_found() -> None:
    assert standardised(hits("agreement", 0.5, 0.5), LANGUAGES) == {("agreement", 0): 1.0, ("agreement", 1): 1.0}
    assert standardised([], LANGUAGES) == {}
