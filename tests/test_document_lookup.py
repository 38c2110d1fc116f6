from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.naming.document_lookup import amendment_numbers, is_meant
from assistant.naming.named_documents import NamedDocument
from ingest.document import Role
from ingest.record import DocumentRecord

FRAMEWORK = DocumentRecord("f", "Acme", "agreement", "Agreement", Role.FRAMEWORK, "en", "", ".pdf", 1, 1, 1, "", ())
AMENDMENT = replace(FRAMEWORK, id="a", name="avenant_2", title="Avenant", role=Role.AMENDMENT)
UNNUMBERED = replace(AMENDMENT, id="u", name="avenant")
OTHER = replace(FRAMEWORK, id="o", name="notes", title="Notes", role=Role.OTHER)


def test_an_amendment_bears_the_number_of_its_file_or_its_title() -> None:
    assert amendment_numbers(AMENDMENT) == [2]
    assert amendment_numbers(replace(UNNUMBERED, title="Third Amendment to the Agreement")) == [3]
    assert amendment_numbers(UNNUMBERED) == []


@pytest.mark.parametrize(
    ("record", "number", "family", "meant"),
    [
        (AMENDMENT, 2, (FRAMEWORK, AMENDMENT), True),
        (AMENDMENT, 1, (FRAMEWORK, AMENDMENT), False),
        (AMENDMENT, None, (FRAMEWORK, AMENDMENT), True),
        (UNNUMBERED, 1, (FRAMEWORK, UNNUMBERED), True),
        (UNNUMBERED, 1, (FRAMEWORK, UNNUMBERED, AMENDMENT), False),
        (FRAMEWORK, None, (FRAMEWORK, AMENDMENT), False),
    ],
)
def test_an_amendment_is_meant_by_its_number(
    record: DocumentRecord, number: int | None, family: tuple[DocumentRecord, ...], meant: bool
) -> None:
    assert is_meant(record, [NamedDocument(Role.AMENDMENT, number)], family) is meant


def test_what_no_role_was_found_for_is_the_framework_agreement_of_a_contract_without_one() -> None:
    named = [NamedDocument(Role.FRAMEWORK)]
    assert is_meant(OTHER, named, (OTHER, AMENDMENT))
    assert not is_meant(OTHER, named, (OTHER, FRAMEWORK))
