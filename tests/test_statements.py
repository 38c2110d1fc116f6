"""Statements of an amendment."""

from __future__ import annotations

import pytest

from ingest.document import Span
from ingest.statements import read_before_and_now, statements


def _statements(text: str) -> list[str]:
    return [each.of(text) for each in statements(text, Span(0, len(text)))]


def test_a_quotation_of_several_sentences_belongs_to_the_one_that_quotes_it() -> None:
    said = "Clause 9 is replaced by “No fee is due. It is free.”"
    assert _statements(f"{said} Clause 10 is deleted.") == [said, "Clause 10 is deleted."]


@pytest.mark.parametrize(
    "said",
    [
        "Clause 8 previously read: “Ten days.” It now reads: “Twelve days.”",
        "Clause 8 previously read:\n\n“Ten days.”\n\nit now reads:\n\n“Twelve days.”",
        "L’article 8 se lisait : « Dix jours. » Il se lit désormais : « Douze jours. »",
    ],
)
def test_what_a_clause_read_before_and_reads_now_is_one_statement(said: str) -> None:
    assert _statements(f"{said} The rest is unchanged.") == [said, "The rest is unchanged."]
    old, new = (each.of(said) for each in read_before_and_now(said) or ())
    assert (old, new) in {("Ten days.", "Twelve days."), ("Dix jours.", "Douze jours.")}


@pytest.mark.parametrize(
    "said",
    [
        "Clause 8 previously read “Ten days.” It is deleted.",
        "Clause 8 now reads “Twelve days.”",
        "As previously provided by what the parties had agreed to at length between themselves and their advisers on that occasion, "
        "“Fee” now reads “Price”.",
    ],
)
def test_one_half_tells_no_pair(said: str) -> None:
    assert read_before_and_now(said) is None
