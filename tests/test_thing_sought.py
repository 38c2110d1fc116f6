from __future__ import annotations

import pytest

from assistant.asked.thing_sought import Thing, thing_sought


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("Is there a source code escrow?", Thing("source code escrow", "source code escrow", "escrow")),
        ("does the contract provide for service credits?", Thing("service credits", "service credits", "credits")),
        ("Is a bank guarantee required?", Thing("bank guarantee", "bank guarantee", "guarantee")),
        ("are there penalties for late delivery?", Thing("penalties", "penalties", "penalties")),
        ("Is there an audit right?", Thing("audit right", "audit", "audit")),
        (
            "Y a-t-il un séquestre du code source ?",
            Thing("séquestre du code source", "séquestre code source", "séquestre"),
        ),
        ("le contrat prévoit-il une clause d'arbitrage ?", Thing("clause d'arbitrage", "arbitrage", "arbitrage")),
        (
            "faut-il une garantie bancaire si on paie tard ?",
            Thing("garantie bancaire", "garantie bancaire", "garantie"),
        ),
        ("Is there a cap?", None),
        ("Is there anything about escrow?", None),
        ("Is the portal available?", None),
        ("Who keeps the escrow?", None),
    ],
)
def test_the_thing_that_is_asked_for_is_read(question: str, thing: Thing | None) -> None:
    assert thing_sought(question) == thing
