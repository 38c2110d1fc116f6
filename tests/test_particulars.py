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
        ('This Agreement, dated March 15, 2020 (the "Effective Date"), is signed.', "effective", "2020-03-15"),
        ("Conclu le 1er mars 2026 (ci-après la « Date d’effet »).", "effective", "2026-03-01"),
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
        ("Term shall mean the Effective Date through June 15, 2021.", "effective"),
        (
            '"Quarter" means each period of three months, the last of which ends with the term of this Agreement.',
            "term",
        ),
        (
            "The Provider guarantees for two years that, during the initial term of this Agreement, it earns ten euros.",
            "term",
        ),
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
        (
            'between Marlow Vale, of 4 High Street, Leeds (the "Distributor") and Corwin  Gas Supply Co., Ltd. ("Corwin").',
            [("Marlow Vale", "Distributor"), ("Corwin Gas Supply Co., Ltd.", "Corwin")],
        ),
        (
            "entre Corwin SAS (le « Client ») et Madame Jeanne Morvan, demeurant à Nantes (la « Consultante »).",
            [("Corwin SAS", "Client"), ("Jeanne Morvan", "Consultante")],
        ),
        (
            'between Acme, Inc. ("Acme"), of 1440 Bay Street, 19th Floor, New York, NY 10018 and bolt.com, Inc. ("Bolt"), of Leeds.',
            [("Acme, Inc.", "Acme"), ("bolt.com, Inc.", "Bolt")],
        ),
        (
            'between Vane SA ("Vane") and Corwin Inc. (formerly known as Ostrel Gas Inc.), a company of Delaware ("Corwin").',
            [("Vane SA", "Vane"), ("Corwin Inc.", "Corwin")],
        ),
        (
            'between Vane SA ("Vane") and Name of Company ("Supplier"), of Leeds.',
            [("Vane SA", "Vane")],
        ),
        (
            'between Acme, Inc., a Nevada Corporation ("Acme"), registered under the Investment Company Act of 1940 (the "Act"), and '
            'of 12 Bay Street, Miami FL 33304, and Bolt Company LP ("Bolt"). The Company may refuse.',
            [("Acme, Inc.", "Acme"), ("Bolt Company LP", "Bolt")],
        ),
    ],
)
def test_parties_with_their_short_names(said: str, expected: list[tuple[str, str]]) -> None:
    lines = said.split(" ", 1) if said.startswith("entre ") else [said]
    document = read_lines(*(lines if len(lines) == 1 else [lines[0], "", lines[1]]))
    assert [(party.name, party.short) for party in find_parties(document)] == expected


@pytest.mark.parametrize("word", ["WHEREAS", "RECITALS", "BACKGROUND", "PRÉAMBULE"])
def test_companies_that_the_recitals_tell_of_are_no_parties(word: str) -> None:
    document = read_lines(
        'This Agreement is made between Acme, Inc. ("Acme") and Marlow Vale ("Distributor").', "", word, "",
        'Acme bought the plant of Bay Works, Inc. ("Bay") and the Ministry of Ports ("Ministry").',
    )  # fmt: skip
    assert [each.short for each in find_parties(document)] == ["Acme", "Distributor"]


def test_what_is_no_name_is_no_party_whatever_bracket_follows() -> None:
    document = read_lines(
        'This Agreement is made between Acme, Inc. ("Acme") and the Effective Date Committee ("Committee").',
        'The Company and Section Four of Part Two ("Part") are named, and the Services of March ("Work").',
    )
    assert [each.name for each in find_parties(document)] == ["Acme, Inc."]


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


@pytest.mark.parametrize(
    "said",
    [
        "If these documents contradict each other, the framework agreement prevails over Annex A.",
        "Where a schedule conflicts with this Agreement, this Agreement shall prevail.",
        "Si deux documents se contredisent, le contrat-cadre prévaut sur les annexes.",
        "En cas de conflits entre les documents, le contrat-cadre prévaut sur les annexes.",
    ],
)
def test_documents_may_be_at_odds_in_whatever_form_of_the_word(said: str) -> None:
    document = read_lines("2.2 " + said)
    found = find_precedence(document)
    assert found is not None
    assert said in found.quote.of(document.text)


def test_the_term_is_told_by_its_own_clause_and_not_by_what_is_counted_by_it() -> None:
    found = _found(
        "1. Audits", "",
        "1.1 During the term of this Agreement and the five (5) year period after it, the Licensor may audit the books.", "",
        "2. Confidentiality", "",
        "2.1 This Agreement shall continue to bind for two years, and confidentiality survives.", "",
        "3. Scope", "", "3.1 The initial term of each order is 30 days.", "",
        "4. Term", "", "4.1 This Agreement shall be effective for a period of three years.",
    )  # fmt: skip
    assert found["term"] == "4.1 This Agreement shall be effective for a period of three years."
    fr = _found(
        "1. Personnel",
        "",
        "1.1 Chaque Partie renonce à engager le personnel de l’autre pendant la durée du Contrat et un an après.",
    )
    assert "term" not in fr


def test_a_law_of_the_agreement_is_no_place() -> None:
    assert "governing law" not in _found("This Addendum is governed by the laws of the Agreement.")


def test_an_amendment_was_made_on_its_own_day_and_not_on_that_of_its_agreement() -> None:
    found = _found(
        'This First Amendment ("Amendment") to the Supply Agreement dated April 1, 2017 between A Ltd and B Ltd '
        "is made this 22 day of June 2018.",
        role=Role.AMENDMENT,
    )
    assert (found["signed"], found["effective"]) == ("2018-06-22", "2018-06-22")


def test_who_owns_a_party_is_none_and_what_another_sentence_defines_is_no_short_name() -> None:
    document = read_lines(
        'This Agreement is made between Acme, Inc. ("Acme"), a subsidiary of Bay Works, Inc., and Bolt Ltd ("Bolt").',
        "WHEREAS, Acme, Inc. wishes to buy.",
        'Corwin Ltd shall deliver the devices ("Hardware") and read them (as defined below).',
    )
    assert [(each.name, each.short) for each in find_parties(document)] == [
        ("Acme, Inc.", "Acme"),
        ("Bolt Ltd", "Bolt"),
    ]


def test_documents_prevail_in_the_order_in_which_they_are_listed_whatever_the_line_breaks() -> None:
    document = read_lines(
        "1.1 En cas de divergence au sein d’un", "même document, la version la plus récente prévaudra.", "",
        "1.2 En cas de", "contradiction entre eux, la prééminence est accordée selon l’ordre dans lequel", "ils ont été énumérés.",
    )  # fmt: skip
    found = find_precedence(document)
    assert found is not None
    assert "prééminence" in found.quote.of(document.text)
    assert (
        find_precedence(
            read_lines("1.1 In the event of conflict between language versions, the English one shall prevail.")
        )
        is None
    )


def test_a_bracket_after_a_name_takes_no_time_to_read_whatever_stands_in_it() -> None:
    named = (
        "Alder Ltd (together with its affiliates and with its successors, the “Supplier”) Birch Ltd (each a “Customer”)"
    )
    document = read_lines(f"This Agreement is between {named} and Cedar Ltd (" + "with its the " * 40 + "x")
    assert [party.short for party in find_parties(document)] == ["Supplier", "Customer"]
