from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.naming.mention import find_mentions
from assistant.naming.named_documents import NamedDocument
from ingest.document import Role

SECOND = NamedDocument(Role.AMENDMENT, 2)
SLA = NamedDocument(Role.SERVICE_LEVELS)


@pytest.mark.parametrize(
    ("text", "numbers", "documents"),
    [
        ("avenant 2 article 3", ("3",), (SECOND,)),
        ("article 3 de l'avenant 2", ("3",), (SECOND,)),
        ("l'article 3 du deuxième avenant", ("3",), (SECOND,)),
        ("article 3, avenant n° 2", ("3",), (SECOND,)),
        ("amendement II article 3", ("3",), (SECOND,)),
        ("amendment no. 2, clause 3.1(b)", ("3.1(b)",), (SECOND,)),
        ("clauses 3 and 4 of the 2nd amendment", ("3", "4"), (SECOND,)),
        ("clause 5 of the amendment", ("5",), (NamedDocument(Role.AMENDMENT),)),
        ("clause 4 of the SLA", ("4",), (SLA,)),
        ("SLA, clause 4", ("4",), (SLA,)),
        ("the SLA's section 4", ("4",), (SLA,)),
        ("section 2 of our DPA", ("2",), (NamedDocument(Role.DATA_PROTECTION),)),
        ("article 4 du plan de réversibilité", ("4",), (NamedDocument(Role.EXIT_PLAN),)),
        ("contrat-cadre, article 7", ("7",), (NamedDocument(Role.FRAMEWORK),)),
        ("dernier article du DPA", ("last",), (NamedDocument(Role.DATA_PROTECTION),)),
        ("avenant n° 2", (), (SECOND,)),
        ("the second amendment", (), (SECOND,)),
    ],
)
def test_the_document_that_a_place_is_looked_up_in_is_read(
    text: str, numbers: tuple[str, ...], documents: tuple[NamedDocument, ...]
) -> None:
    found = find_mentions(text)
    assert (found.numbers, found.documents, found.alone) == (numbers, documents, True)


@pytest.mark.parametrize(
    "text",
    [
        "what do clause 4 of the SLA and of the DPA say",
        "clause 4 of the SLA and the DPA",
        "que disent les articles 4 du SLA et du DPA ?",
        "the SLA and the DPA, clause 4",
        "dans le SLA ou le DPA, article 4",
    ],
)
def test_a_number_is_looked_up_in_each_of_the_documents_that_are_named_together(text: str) -> None:
    found = find_mentions(text)
    assert found.numbers == ("4",)
    assert found.documents == (SLA, NamedDocument(Role.DATA_PROTECTION))


@pytest.mark.parametrize(
    ("text", "sla", "dpa"),
    [
        ("clause 4 of the SLA and clause 5 of the DPA", ("4",), ("5",)),
        ("SLA clause 4, DPA clause 5", ("4",), ("5",)),
        ("l'article 4 du SLA et les articles 5 et 6 du DPA", ("4",), ("5", "6")),
        ("clauses 4 and 7 of the SLA; clause 4 of the DPA", ("4", "7"), ("4",)),
        ("clause 4 of the SLA or in the DPA", (), ()),
        ("the SLA's clause 4 and clause 5 of the DPA", (), ()),
        ("in the SLA clause 4, clause 5 of the DPA and clause 6", (), ()),
        ("clause 4 of the SLA, clause 5 of the DPA and clause 6", (), ()),
    ],
)
def test_of_several_documents_each_has_the_numbers_beside_it(
    text: str, sla: tuple[str, ...], dpa: tuple[str, ...]
) -> None:
    named = (replace(SLA, numbers=sla), NamedDocument(Role.DATA_PROTECTION, numbers=dpa))
    assert find_mentions(text).documents == named


@pytest.mark.parametrize(
    "text",
    [
        "does clause 4 apply to the SLA?",
        "what changed in amendment 2?",
        "is amendment 1 signed?",
        "the amendment",
        "SLA",
    ],
)
def test_a_document_that_is_but_spoken_of_tells_no_place(text: str) -> None:
    assert find_mentions(text).documents == ()


def test_a_document_that_is_looked_into_tells_where() -> None:
    found = find_mentions("In the SLA, what does clause 4 say?")
    assert (found.numbers, found.documents, found.alone) == (("4",), (SLA,), False)


def test_a_long_run_of_what_begins_a_document_is_read_at_once() -> None:
    text = "clause 4 " + "second amendment no " * 200 + " " * 4000
    assert find_mentions(text).numbers == ("4",)
