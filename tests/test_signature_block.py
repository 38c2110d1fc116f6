"""Where the parties sign, and what only speaks of signing."""

from __future__ import annotations

import pytest

from ingest.clauses import find_clauses
from ingest.signature_block import begins_signatures
from tests.plain_reading import FILLER, canonical, tree


@pytest.mark.parametrize(
    "line",
    [
        "Fait à Paris, le 1er mai",
        "IN WITNESS WHEREOF the parties sign",
        "The Parties have executed this Agreement as of the day first above written by their proper officers.",
        "The parties hereto have caused this Agreement to be executed as of the date first above written.",
        "Les parties ont signé le présent contrat en deux exemplaires.",
        "This agreement has been entered into on the date stated at the beginning of it.",
        "This Agreement is executed in duplicate on the 5th day of December, 2007.",
        "This Services Agreement has been duly executed by the parties on the date below.",
        "AGREED AND ACCEPTED BY:",
        "Accepted and agreed to this January 1, 2004",
        "Executed as a deed by Harlow Limited",
        "[Signature page follows]",
        "Lu et approuvé",
        "Signé à Lyon, le 3 mai 2024",
    ],
)
def test_the_line_that_opens_a_signature_block_is_known(line: str) -> None:
    assert begins_signatures(line)


@pytest.mark.parametrize(
    "line",
    [
        "Signing bonuses",
        "The parties have executed a confidentiality agreement dated 3 May 2023.",
        "This Agreement is entered into on February 26, 1999 by and between Corwin Ltd. and Bolt Inc.",
        "This Agreement is executed and governed under the laws of Malta.",
        "Accepted and agreed changes are put into the change log.",
        "Signature of the acceptance report starts the warranty.",
        "Les parties ont signé un accord de confidentialité.",
        "The parties have signed an order form.",
    ],
)
def test_what_only_speaks_of_signing_opens_none(line: str) -> None:
    assert not begins_signatures(line)


def test_the_last_clause_ends_where_the_parties_sign() -> None:
    lines = (
        "1. Fees",
        "",
        FILLER,
        "",
        "2. Term",
        "",
        FILLER,
        "",
        "The Parties have executed this Agreement on the day above.",
        "",
        "Per: c/s",
    )
    assert [number for _, number, _ in tree(*lines)] == ["1", "2"]
    text = canonical(*lines)
    *_, last = find_clauses(text).clauses
    assert text.text[last.span.start :].startswith("The Parties have executed")
