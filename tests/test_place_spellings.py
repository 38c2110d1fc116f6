from __future__ import annotations

from assistant.values.countries import places_in
from assistant.values.law_places import are_of_other_law, law_places
from assistant.values.place_spellings import in_english, other_spelling


def test_a_place_is_known_by_its_name_in_both_languages() -> None:
    assert in_english("Californie") == in_english("California") == "california"
    assert in_english("La Haye") == "the hague"
    assert in_english("Nantes") == "nantes"
    assert other_spelling("Londres") == "london"
    assert other_spelling("London") == "londres"
    assert other_spelling("Nantes") is None


def test_the_law_of_a_state_is_the_same_in_both_languages() -> None:
    asked = law_places("le contrat relève du droit de Californie")
    said = law_places("The laws of the State of California shall govern all issues.")
    assert said == {"california"}
    assert places_in("le droit de Californie") == {"californie"}
    assert not are_of_other_law(asked, said)
