from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.answer import Statement, Verdict
from assistant.cite import cite
from assistant.companions import Companions, definition
from ingest.document import Span
from tests.fake_contracts import Contracts, read_lines

AGREEMENT = (
    "1. Definitions",
    "“Business Day” means a day other than a Saturday or a Sunday. It is counted in England.",
    "2. Payment",
    "Subject to clause 3, invoices are due within ten (10) Business Days.",
    "3. Disputes",
    "A disputed invoice is not due until the dispute is settled.",
)


@pytest.fixture
def contracts(tmp_path: Path) -> Iterator[Contracts]:
    with Contracts(tmp_path) as contracts:
        yield contracts


def quoted(contracts: Contracts, document_id: str, words: str) -> Statement:
    """A statement that quotes these words."""
    document = contracts.library.document(document_id)
    start = document.text.index(words)
    citations = cite(contracts.library.record(document_id), document, Span(start, start + len(words)))
    return Statement(words, Verdict.QUOTED, citations)


def test_the_clause_and_the_definition_that_change_the_meaning_come_along(contracts: Contracts) -> None:
    record = contracts.add("Acme", *AGREEMENT)
    answer = quoted(contracts, record.id, "Subject to clause 3, invoices are due within ten (10) Business Days.")
    clause, term = Companions(contracts.library).of((answer,), "en", [record.id])
    assert (clause.lead, clause.text) == (
        "The clause that it is subject to:",
        "A disputed invoice is not due until the dispute is settled.",
    )
    assert (term.lead, term.text) == (
        "“Business Days” is defined:",
        "“Business Day” means a day other than a Saturday or a Sunday.",
    )
    text = contracts.library.document(record.id).text
    assert all(text[c.start : c.end] == c.quote for statement in (clause, term) for c in statement.citations)


def test_what_the_answer_quotes_already_does_not_come_again(contracts: Contracts) -> None:
    contracts.add("Acme", *AGREEMENT)
    answer = contracts.assistant().ask("What is a Business Day?", "Acme")
    spans = [(c.start, c.end) for statement in answer.statements for c in statement.citations]
    assert len(spans) == len(set(spans))


def test_without_statements_there_are_none(contracts: Contracts) -> None:
    record = contracts.add("Acme", *AGREEMENT)
    assert Companions(contracts.library).of((), "en", [record.id]) == ()


@pytest.mark.parametrize(
    ("line", "term", "defined"),
    [
        ("Business Day means a weekday.", "Business Days", "Business Day means a weekday."),
        ("« Jour Ouvré » : du lundi au vendredi.", "Jours Ouvrés", "« Jour Ouvré » : du lundi au vendredi."),
        ("Notice runs from the next Business Day, which means soon.", "Business Day", None),
        ("Working Hours are kept by all.", "Working Hours", None),
    ],
)
def test_a_definition_is_found_by_its_form(line: str, term: str, defined: str | None) -> None:
    document = read_lines("1. Terms", line, "2. Other", "Nothing else.")
    span = definition(document, term)
    assert (span.of(document.text) if span else None) == defined
