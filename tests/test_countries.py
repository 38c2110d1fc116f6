from __future__ import annotations

import pytest

from assistant.values.countries import names_place, nations_in, places_in, without_nations


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
    ("text", "places"),
    [
        ("New York courts?", {"new york"}),
        ("new york courts", {"new york"}),
        ("Is it under the laws of the State of New York?", {"new york"}),
        ("tribunaux de Nanterre, ou Genève ?", {"nanterre", "geneve"}),
        ("the courts of Quillham", {"quillham"}),
        ("New York Life Insurance", set()),
        ("What does Bank of Montreal owe?", set()),
        ("the notice period", set()),
    ],
)
def test_places_are_told_from_longer_names(text: str, places: set[str]) -> None:
    assert places_in(text) == places


@pytest.mark.parametrize(
    "text", ["Data stays in two places.", "laws of general application", "les perouses", "a chilean view"]
)
def test_other_words_are_no_place(text: str) -> None:
    assert not names_place(text)


@pytest.mark.parametrize(
    ("text", "nations"),
    [
        ("governed by English law", {"england"}),
        ("governed by the laws of England", {"england"}),
        ("régi par le droit français", {"france"}),
        ("the courts of London", {"london"}),
        ("the laws of the State of New York", {"new york"}),
        ("governed by law", set()),
    ],
)
def test_a_nation_goes_by_one_name(text: str, nations: set[str]) -> None:
    assert nations_in(text) == nations
    assert nations_in(without_nations(text)) == set()
