from __future__ import annotations

import pytest

from assistant.asked.followed_party import party_alone, with_party


@pytest.mark.parametrize(
    ("said", "party"),
    [
        ("the shipper?", "the shipper"),
        ("pour la banque ?", "la banque"),
        ("the other party", "the other party"),
        ("the warehouse?", ""),
        ("the shipper on Sundays?", ""),
    ],
)
def test_a_party_that_is_named_alone(said: str, party: str) -> None:
    assert party_alone(said) == party


@pytest.mark.parametrize(
    ("question", "party", "asked"),
    [
        ("May the carrier wait?", "the shipper", "May the shipper wait?"),
        ("Le garant doit-il attendre ?", "la banque", "la banque doit-elle attendre ?"),
        ("Quel est le droit de la banque ?", "le garant", "Quel est le droit du garant ?"),
        ("What is the fee?", "the shipper", None),
        ("May the shipper wait?", "the shipper", None),
    ],
)
def test_a_party_takes_the_place_of_another(question: str, party: str, asked: str | None) -> None:
    assert with_party(question, party) == asked
