from __future__ import annotations

import pytest

from assistant.values.quantity import quantities
from ingest.document import Span


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("7.2 An annex is kept for three (3) years.", ["three (3) years"]),
        ("1 An annex is kept for 12 months.", ["12 months"]),
        ("La durée est d'un (1) an, puis de deux ans.", ["un (1) an", "deux ans"]),
        ("Le délai est de 1 an.", ["1 an"]),
        ("Thirty (30) days, 99,5 % and £250,000.", ["Thirty (30) days", "99,5 %", "£250,000"]),
    ],
)
def test_a_quantity_is_a_number_with_its_unit(text: str, written: list[str]) -> None:
    assert [each.span.of(text) for each in quantities(text, Span(0, len(text)))] == written
