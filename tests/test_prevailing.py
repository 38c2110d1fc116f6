from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer import Citation
from assistant.citing.cite import cite
from assistant.family.prevailing import Prevailing, Ruling
from assistant.family.ranks import lines_of, rank
from ingest.document import Role, Span
from tests.fake_contracts import Contracts, read_lines

TITLES = {
    "framework": ("Framework Agreement", Role.FRAMEWORK),
    "annex-1": ("Annex 1 Service Levels", Role.SERVICE_LEVELS),
    "annex-2": ("Annex 2 Prices", Role.PRICING),
    "dpa": ("Data Processing Addendum", Role.DATA_PROTECTION),
    "amendment": ("Amendment 1", Role.AMENDMENT),
}


@pytest.mark.parametrize(
    ("title", "role", "place"),
    [
        ("Framework Agreement", Role.FRAMEWORK, 1),
        ("Annex 2 Prices", Role.PRICING, 2),
        ("Annex 7 Security", Role.OTHER, 3),
        ("Amendment 1", Role.AMENDMENT, 0),
    ],
)
def test_a_document_has_its_place_in_the_order(title: str, role: Role, place: int) -> None:
    order = ["the amendments, the latest first", "the Framework Agreement", "Annexes 1 and 2", "the other Annexes"]
    assert rank(order, title, role) == place
    assert rank(["the Project Orders"], title, role) is None


def test_a_document_is_known_by_its_role_in_an_order_without_numbers() -> None:
    order = ["le contrat-cadre", "l'annexe financière", "le plan d'assurance qualité", "les autres annexes"]
    assert rank(order, "Annexe tarifs", Role.PRICING) == 1
    assert rank(order, "PAQ", Role.QUALITY_PLAN) == 2
    assert rank(order, "Sécurité", Role.OTHER) == 3


@pytest.mark.parametrize(
    "typed", ["amendments, framework, annexes", "amendments\nframework\nannexes", "amendments > framework > annexes"]
)
def test_an_order_may_be_typed_in_a_line_or_in_lines(typed: str) -> None:
    assert lines_of(typed) == ["amendments", "framework", "annexes"]


def cited(contracts: Contracts) -> dict[str, Citation]:
    library = contracts.library
    records = library.contract("Acme").documents
    return {record.name: cite(record, library.document(record.id), Span(0, 6))[0] for record in records}


def ruled(folder: Path, clauses: dict[str, str], one: str, other: str) -> Ruling:
    with Contracts(folder) as contracts:
        for name, (title, role) in TITLES.items():
            said = clauses.get(name, "Nothing is said here.")
            document = replace(read_lines(title, "", "1 Rules", "", said, title=title), role=role)
            contracts.add_document("Acme", document, name)
        places = cited(contracts)
        return Prevailing(contracts.library).of(places[one], places[other], lambda _: True)


IN_FRAMEWORK = "If this Agreement and its Annexes conflict, this Agreement shall prevail."
IN_DPA = "In the event of conflict between this Addendum and the Agreement, this Addendum shall prevail."


@pytest.mark.parametrize(
    ("clauses", "one", "other", "prevails"),
    [
        ({"framework": IN_FRAMEWORK}, "framework", "annex-2", "framework"),
        ({"framework": IN_FRAMEWORK}, "annex-1", "annex-2", ""),
        ({"dpa": IN_DPA}, "framework", "dpa", "dpa"),
        ({"dpa": IN_DPA}, "framework", "annex-1", ""),
        ({"framework": IN_FRAMEWORK, "dpa": IN_DPA}, "dpa", "annex-1", ""),
        (
            {"amendment": "In case of contradiction between this Amendment and the Agreement, this Amendment prevails."},
            "amendment", "framework", "amendment",
        ),
        ({"framework": "En cas de contradiction, le contrat-cadre prévaut sur ses annexes."}, "annex-2", "framework", "framework"),
        ({"framework": "En cas de contradiction entre le présent contrat et ses annexes, les annexes prévalent."}, "annex-2",
         "framework", "annex-2"),
        ({}, "framework", "annex-2", ""),
    ],
)  # fmt: skip
def test_a_sentence_names_the_document_that_prevails(
    tmp_path: Path, clauses: dict[str, str], one: str, other: str, prevails: str
) -> None:
    assert ruled(tmp_path, clauses, one, other).prevails == prevails
    assert ruled(tmp_path / "again", clauses, other, one).prevails == prevails


def test_annexes_of_one_rank_may_go_by_their_numbers(tmp_path: Path) -> None:
    with Contracts(tmp_path) as contracts:
        order = ("1 Order", "", "In case of conflict the following order of precedence applies:", "",
                 "(a) the Framework Agreement;", "(b) the Annexes in the order of their numbers.", "")  # fmt: skip
        contracts.add("Acme", *order, name="framework", title="Framework Agreement")
        for name in ("annex-1", "annex-2"):
            title, role = TITLES[name]
            contracts.add_document("Acme", replace(read_lines(title, "", "Rules.", title=title), role=role), name)
        places = cited(contracts)
        ruling = Prevailing(contracts.library).of(places["annex-2"], places["annex-1"], lambda _: True)
        assert ruling.prevails == "annex-1"
