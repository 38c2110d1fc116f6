"""Particulars, parties and precedence of a document, each with the words that say it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ingest.document import Role
from ingest.particulars import find_particulars
from ingest.parties import find_parties
from ingest.precedence import find_precedence
from tests.fake_contracts import read_lines


def _found(*lines: str, role: Role = Role.FRAMEWORK) -> dict[str, str]:
    return {each.key: each.value for each in find_particulars(replace(read_lines(*lines), role=role))}


@pytest.mark.parametrize(
    ("said", "key", "value"),
    [
        ("This Agreement is made on 1 April 2023 by the parties.", "signed", "2023-04-01"),
        ("This Agreement is dated as of the 5th day of January, 2015.", "signed", "2015-01-05"),
        ("Fait à Tours, le 12 novembre 2025, en deux exemplaires.", "signed", "2025-11-12"),
        ("This Agreement takes effect on 2 May 2023.", "effective", "2023-05-02"),
        ("Le Contrat prend effet le 1er avril 2024.", "effective", "2024-04-01"),
        ("The term of this Agreement shall continue until March 18, 2021.", "expiry", "2021-03-18"),
        ("This Agreement is governed by the laws of the State of New York.", "governing law", "State of New York"),
        ("Le Contrat est soumis au droit français.", "governing law", "droit français"),
        ("In case of doubt the English version prevails.", "governing language", "English"),
        ("This Agreement is drawn up in English.", "governing language", "English"),
        ("Le Contrat est rédigé en français.", "governing language", "français"),
    ],
)
def test_a_particular_is_read(said: str, key: str, value: str) -> None:
    assert _found(said)[key] == value


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("Acme is a company organised under the laws of Delaware.", "governing law"),
        ("The plan of 3 May 2020 is kept.", "signed"),
        ("The Exit Period may be extended once.", "renewal"),
        ("Invoices are sent until 3 May 2020.", "expiry"),
        ("The Provider keeps a procedure, written in English, for each system.", "governing language"),
        ("Les comptes rendus sont rédigés en français.", "governing language"),
    ],
)
def test_what_is_not_said_is_not_there(said: str, key: str) -> None:
    assert key not in _found(said)


def test_the_day_of_the_agreement_is_not_the_amendments_own() -> None:
    assert "signed" not in _found("The parties made an agreement dated 1 March 1996.", role=Role.AMENDMENT)


def test_each_particular_points_at_its_words() -> None:
    document = read_lines("1. Law", "", "1.1 This Agreement is governed by the law of England and Wales.")
    (law,) = (each for each in find_particulars(document) if each.key == "governing law")
    assert law.quote is not None
    assert law.value in law.quote.of(document.text)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            'made between Acme Freight Group plc, a company (the "Customer") and Beta Services Limited ("Supplier").',
            [("Acme Freight Group plc", "Customer"), ("Beta Services Limited", "Supplier")],
        ),
        (
            'between: 1. Acme Data Corp. of Boston ("Acme") and 2. Beta Science Limited of Oxford ("Beta").',
            [("Acme Data Corp.", "Acme"), ("Beta Science Limited", "Beta")],
        ),
        (
            "entre Alpha Infogérance, société par actions simplifiée, ci-après le « Prestataire », et le client.",
            [("Alpha Infogérance", "Prestataire")],
        ),
    ],
)
def test_parties_with_their_short_names(said: str, expected: list[tuple[str, str]]) -> None:
    lines = said.split(" ", 1) if said.startswith("entre ") else [said]
    document = read_lines(*(lines if len(lines) == 1 else [lines[0], "", lines[1]]))
    assert [(party.name, party.short) for party in find_parties(document)] == expected


def test_the_order_of_precedence_is_read_as_a_list() -> None:
    document = read_lines(
        "1. Precedence", "", "1.1 In the event of conflict the following order applies:", "",
        "(a) the amendments;", "", "(b) this agreement;", "", "(c) the annexes.",
    )  # fmt: skip
    found = find_precedence(document)
    assert found is not None
    assert [rank.of(document.text) for rank in found.ranks] == ["the amendments;", "this agreement;", "the annexes."]


def test_a_sentence_in_which_one_document_prevails_is_kept_when_there_is_no_list() -> None:
    document = read_lines("1. General", "", "1.1 En cas de contradiction, l’avenant prévaut.")
    found = find_precedence(document)
    assert found is not None
    assert "l’avenant prévaut" in found.quote.of(document.text)
    assert find_precedence(read_lines("1. General", "", "1.1 The prevailing rate applies.")) is None
