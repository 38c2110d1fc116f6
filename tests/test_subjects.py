"""Titles that stand before a name without a mark between them."""

from __future__ import annotations

import pytest

from ingest.subjects import Subjects

ACTS = ["Corwin shall deliver. Corwin may invoice. Corwin doit livrer.", "The Corwin Group is no party."]


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Approval Corwin shall approve each order.", "Approval"),
        ("Ownership and Privacy of Records Corwin shall own the records.", "Ownership and Privacy of Records"),
        ("Restitution des données Corwin doit restituer les données.", "Restitution des données"),
        ("Once Corwin has approved an order, it is final.", None),
        ("Lorsque Corwin doit livrer, il livre.", None),
        ("Approval Ardent shall approve each order.", None),  # nobody who acts in the document
        ("Approval of Corwin shall be asked for.", None),
    ],
)
def test_a_title_ends_before_a_name_that_acts(words: str, title: str | None) -> None:
    assert Subjects(ACTS).title_before(words) == title


def test_a_name_of_two_words_is_not_parted() -> None:
    acts = "Provider shall a. Provider may b. Provider will c. The Service Provider is Provider."
    assert Subjects([acts, "Service Provider shall deliver."]).title_before("Service Provider shall deliver.") is None


def test_a_name_that_acts_once_is_not_known() -> None:
    assert Subjects(["Corwin shall deliver."]).title_before("Approval Corwin shall approve.") is None
