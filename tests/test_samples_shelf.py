"""The sample families as a shelf."""

from __future__ import annotations

import hashlib

import pytest

from evals.samples import families
from evals.samples.shelf import FamilyShelf
from evals.shelf import Shelf, find_document, find_record
from ingest.errors import UnknownContract

FAMILY, STEM = "Brackenholt-Torrovane", "amendment-1"


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return FamilyShelf(families())


def test_a_document_is_found_by_its_stem_and_read_once(shelf: Shelf) -> None:
    document = find_document(shelf, FAMILY, STEM)
    assert document is not None
    assert document.text.startswith("Amendment No. 1")
    assert find_document(shelf, FAMILY, STEM) is document


def test_a_record_has_the_hash_of_its_file(shelf: Shelf) -> None:
    record = find_record(shelf, FAMILY, STEM)
    assert record is not None
    assert record.sha256 == hashlib.sha256((families()[FAMILY] / f"{STEM}.pdf").read_bytes()).hexdigest()


def test_each_clause_is_a_passage(shelf: Shelf) -> None:
    document = shelf.document(f"{FAMILY}/{STEM}")
    assert [passage.span for passage in shelf.passages(f"{FAMILY}/{STEM}")] == [c.span for c in document.clauses]


def test_an_unknown_name_is_refused(shelf: Shelf) -> None:
    with pytest.raises(UnknownContract, match="Brackenholt-Torrovane, Harmelance-Ostrevia, got 'Acme'"):
        shelf.contract("Acme")
    with pytest.raises(UnknownContract, match="got 'Acme/msa'"):
        shelf.document("Acme/msa")
