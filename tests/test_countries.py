from __future__ import annotations

import pytest

from assistant.countries import names_place


@pytest.mark.parametrize(
    "text",
    [
        "Data stays in the United Kingdom.",
        "Les données restent en Irlande ou au sein de l’Union européenne.",
        "governed by the laws of the State of New York",
        "aux Pays-Bas",
    ],
)
def test_a_place_is_seen(text: str) -> None:
    assert names_place(text)


@pytest.mark.parametrize(
    "text", ["Data stays in two places.", "laws of general application", "les perouses", "a chilean view"]
)
def test_other_words_are_no_place(text: str) -> None:
    assert not names_place(text)
