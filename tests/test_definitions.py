"""Defined terms and the words that define them."""

from __future__ import annotations

import pytest

from ingest.definitions import definitions_of
from tests.fake_contracts import read_lines


def defined(*lines: str) -> dict[str, str]:
    document = read_lines(*lines)
    return {each.term: " ".join(each.span.of(document.text).split()) for each in definitions_of(document)}


@pytest.mark.parametrize(
    ("line", "term"),
    [
        ("“Business Day” means a day other than a Sunday.", "Business Day"),
        ("Business Day means a day other than a Sunday.", "Business Day"),
        ("« Jour Ouvré » désigne chaque jour sauf le dimanche.", "Jour Ouvré"),
        ("« Jour Ouvré » : chaque jour sauf le dimanche.", "Jour Ouvré"),
        ('(a) "Claim" shall have the meaning set forth in Section 7.', "Claim"),
        ("Les parties (ci-après le « Client ») s’accordent.", "Client"),
        ("This agreement (the “Agreement”) is made today.", "Agreement"),
    ],
)
def test_terms_are_found(line: str, term: str) -> None:
    found = defined("1. Terms.", line, "2. Law", "French law.")
    assert list(found) == [term]
    assert found[term].rstrip(".") in line


@pytest.mark.parametrize("opened", ["« ", "«\u00a0", "“", '"'])
def test_a_definition_begins_with_its_opening_mark(opened: str) -> None:
    closed = {"“": "”", '"': '"'}.get(opened, " »")
    found = defined("1. Terms.", f"{opened}Jour Ouvré{closed} désigne chaque jour.", "2. Law", "French law.")
    assert found["Jour Ouvré"].startswith(opened[0])


@pytest.mark.parametrize(
    "line", ["If the Customer means to leave, it says so.", "This means that fees are due.", "The fee is due: at once."]
)
def test_other_sentences_define_nothing(line: str) -> None:
    assert defined("1. Fees", line, "2. Law", "French law.") == {}


def test_a_definition_ends_where_the_next_begins_and_keeps_its_list() -> None:
    found = defined(
        "1. Definitions",
        "“Loss” means:",
        "• damage;",
        "• costs.",
        "“Month” means a calendar month.",
        "2. Law",
        "French law.",
    )
    assert found == {"Loss": "“Loss” means: • damage; • costs.", "Month": "“Month” means a calendar month."}


def test_items_of_a_definitions_clause_are_terms() -> None:
    assert list(
        defined("1. Définitions", "• Service VPC : l’ensemble des composants.", "2. Objet", "• Prix : voir plus bas.")
    ) == ["Service VPC"]
