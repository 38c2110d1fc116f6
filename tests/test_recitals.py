from __future__ import annotations

import pytest

from assistant.naming.recitals import recital_spans
from ingest.document import Document
from tests.fake_contracts import read_lines

LETTERED = ("BACKGROUND", "", "(A) We sell.", "(B) They buy.", "1. Sale", "1.1 Goods", "(b) All goods.")
WHEREAS = (
    "RECITALS",
    "",
    "WHEREAS, we sell; and",
    "WHEREAS, they buy;",
    "NOW, THEREFORE, they agree:",
    "1. Sale",
    "All.",
)
NUMBERED = ("WHEREAS:", "", "1. We sell goods.", "2. They buy them.", "1. Sale", "All goods.", "2. Price", "Ten.")
CLAUSES = ("BACKGROUND", "", "1. Sale", "All goods.", "2. Price", "Ten euros.", "3. Term", "One year.")
FRENCH = ("PRÉAMBULE", "", "Attendu que nous vendons ;", "Attendu qu'ils achètent ;", "Article 1 Vente", "Tout.")


def found(document: Document, which: str) -> list[str]:
    return [" ".join(span.of(document.text).split()) for span in recital_spans(document, which)]


@pytest.mark.parametrize(
    ("lines", "which", "recitals"),
    [
        (LETTERED, "B", ["(B) They buy."]),
        (LETTERED, "2", ["(B) They buy."]),
        (LETTERED, "C", []),
        (LETTERED, "", ["(A) We sell. (B) They buy."]),
        (WHEREAS, "2", ["WHEREAS, they buy;"]),
        (WHEREAS, "B", []),
        (WHEREAS, "3", []),
        (NUMBERED, "2", ["2. They buy them."]),
        (CLAUSES, "2", []),
        (FRENCH, "2", ["Attendu qu'ils achètent ;"]),
        (("1. Sale", "All goods."), "", []),
    ],
)
def test_a_recital_is_found_by_its_letter_or_its_place(lines: tuple[str, ...], which: str, recitals: list[str]) -> None:
    assert found(read_lines(*lines), which) == recitals
