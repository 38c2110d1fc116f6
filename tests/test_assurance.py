from __future__ import annotations

import json

import pytest

from assistant.retrieval.assurance import Assurance, read_weights
from assistant.retrieval.signals import NAMES, Signals
from assistant.settings import SILENT_BELOW

NOTHING = Signals(**dict.fromkeys(NAMES, 0.0))
GOOD = Signals(
    shared=1.0,
    valued=0.9,
    apart=0.0,
    valueless=0.0,
    unheard=0.0,
    similarity=0.4,
    near=0.5,
    near_valued=0.5,
    standing=0.8,
    answering=0.3,
)
BAD = Signals(
    shared=0.2,
    valued=0.1,
    apart=0.5,
    valueless=1.0,
    unheard=0.6,
    similarity=0.1,
    near=0.1,
    near_valued=0.0,
    standing=0.3,
    answering=-0.4,
)


def test_the_probability_is_that_of_a_logistic_regression() -> None:
    weights = Assurance((1.0,) + (0.0,) * (len(NAMES) - 1), -1.0)
    assert weights.of(GOOD) == pytest.approx(0.5)
    assert weights.of(NOTHING) == pytest.approx(0.2689, abs=1e-4)


def test_the_weights_that_are_shipped_tell_good_signs_from_bad() -> None:
    shipped = Assurance.load()
    assert shipped.of(GOOD) > 0.8
    assert shipped.of(BAD) < SILENT_BELOW


def test_weights_for_other_signals_are_refused() -> None:
    with pytest.raises(ValueError, match="fit them anew"):
        read_weights(json.dumps({"constant": 0.0, "weights": {"shared": 1.0}}))
