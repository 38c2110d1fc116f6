from __future__ import annotations

import pytest

from assistant.asked.asserted_term import asserts_term
from assistant.asked.premise import without_asserted
from assistant.asked.question import read_question


@pytest.mark.parametrize(
    ("said", "so"),
    [
        ("the agreement runs for two years", True),
        ("the initial term is 5 years", True),
        ("le contrat dure trois ans", True),
        ("la durée du contrat est de 36 mois", True),
        ("the confidentiality of the agreement lasts five years", False),
        ("the notice period is 3 months", False),
        ("the maintenance contract covers three sites", False),
    ],
)
def test_how_long_the_contract_runs_is_known_for_what_it_is(said: str, so: bool) -> None:
    assert asserts_term(said) is so


def test_who_wants_the_term_confirmed_asks_for_the_term() -> None:
    asked = without_asserted(read_question("Le contrat dure trois ans, n'est-ce pas ?"))
    assert asked.text == "Quelle est la durée du contrat ?"
    granted = without_asserted(read_question("As the agreement runs for 2 years, who signs the extension?"))
    assert "extension" in granted.text
