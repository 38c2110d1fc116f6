from __future__ import annotations

import dataclasses

import pytest

from assistant.proof.reading import Reading


def test_a_reading_does_not_change() -> None:
    reading = Reading("It is due.", "It is due.", "It is due.", {}, "en", "en")
    with pytest.raises(dataclasses.FrozenInstanceError):
        reading.sentence = "It is not."  # type: ignore[misc]
