from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.naming.role_words import roles_named, roles_searched
from ingest.document import Role
from tests.fake_contracts import Contracts, read_lines


@pytest.mark.parametrize(
    ("question", "roles"),
    [
        ("what uptime is promised in the SLA?", {Role.SERVICE_LEVELS}),
        ("Que dit le DPA sur les sous-traitants ?", {Role.DATA_PROTECTION}),
        ("Dans l'annexe financière, quel est le prix ?", {Role.PRICING}),
        ("does the exit plan or the quality plan say so?", {Role.EXIT_PLAN, Role.QUALITY_PLAN}),
        ("Le plan de réversibilité prévoit quoi ?", {Role.EXIT_PLAN}),
        ("Et l'avenant ?", {Role.AMENDMENT}),
        ("les conditions générales le permettent ?", {Role.FRAMEWORK}),
        ("what service levels must they meet?", set()),
        ("how much do they charge us?", set()),
        ("où sont nos données personnelles ?", set()),
        ("slalom", set()),
    ],
)
def test_documents_are_named_by_what_they_are(question: str, roles: set[Role]) -> None:
    assert roles_named(question) == roles


@pytest.mark.parametrize(
    ("question", "roles"),
    [
        ("In the SLA, how long to resolve a critical incident?", {Role.SERVICE_LEVELS}),
        ("dans le DPA, quel délai de notification ?", {Role.DATA_PROTECTION}),
        ("who signs the report under our quality plan?", {Role.QUALITY_PLAN}),
        ("Que prévoit-on selon l'annexe financière ?", {Role.PRICING}),
        ("does the SLA bind the Customer in the exit plan?", {Role.EXIT_PLAN}),
        ("who may change the SLA?", set()),
    ],
)
def test_a_document_is_looked_into_where_the_question_says_so(question: str, roles: set[Role]) -> None:
    assert roles_searched(question) == roles


def test_a_document_that_the_question_wants_looked_into_leads_where_it_holds_an_answer(tmp_path: Path) -> None:
    one = read_lines("1. Notices", "1.1 The notification period is ten (10) days for each incident.")
    other = read_lines("1. Breaches", "1.1 The notification period is one (1) day for each breach.")
    with Contracts(tmp_path) as contracts:
        contracts.add_document("Acme", replace(one, role=Role.SERVICE_LEVELS), "levels")
        contracts.add_document("Acme", replace(other, role=Role.DATA_PROTECTION), "data")
        ask = contracts.assistant(absent_below=0.0).ask
        for place, name in (("In the DPA", "data"), ("In the SLA", "levels")):
            answer = ask(f"{place}, what is the notification period?", "Acme")
            assert answer.statements[0].citations[0].document == name
