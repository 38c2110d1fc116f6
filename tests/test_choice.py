from __future__ import annotations

import pytest

from assistant.asked.choice import ASKED_BACK, called, chooses, chosen, is_choice, said_without_choices
from ingest.document import Role

FRAMEWORK = called(Role.FRAMEWORK, "framework-agreement", "9.2")
LEVELS = called(Role.SERVICE_LEVELS, "annex-2-service-levels", "4.1")
PRICES = called(Role.PRICING, "annexe-3-tarifs", "2")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("the first one", 0),
        ("The second.", 1),
        ("the other", 1),
        ("la première", 0),
        ("non, la deuxième", 1),
        ("the one in the annex", 1),
        ("the framework's", 0),
        ("l'annexe", 1),
        ("celle du contrat-cadre", 0),
        ("I mean the SLA", 1),
        ("annex 2", 1),
        ("clause 9.2", 0),
        ("annex 7", None),
        ("the price list", None),
    ],
)
def test_one_of_two_is_chosen_by_its_place_or_its_document(text: str, number: int | None) -> None:
    assert chosen(text, FRAMEWORK, LEVELS) == number


def test_what_fits_both_chooses_none() -> None:
    assert chosen("the annex", LEVELS, PRICES) is None
    assert chosen("l'annexe tarifs", LEVELS, PRICES) == 1


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("the first one", True),
        ("l'annexe", True),
        ("the one in the order form", True),
        ("and at night?", False),
        ("for a P2", False),
        ("what does the annex say on storage?", False),
        ("thanks", False),
    ],
)
def test_a_choice_names_one_of_two_and_says_nothing_else(text: str, is_one: bool) -> None:
    assert is_choice(text) is is_one


def test_a_choice_follows_what_was_asked_back_alone() -> None:
    back = ("assistant", f"Two clauses disagree. {ASKED_BACK['fr']} « Trente jours »")
    assert chooses("la première", [("user", "délai ?"), back])
    assert not chooses("la première", [("user", "délai ?"), ("assistant", "Trente jours.")])
    assert not chooses("la première", [])
    said = [("user", "délai ?"), back, ("user", "la première"), ("assistant", "…"), ("user", "et la nuit ?")]
    assert said_without_choices(said) == ["délai ?", "et la nuit ?"]
