from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.citing.cite import cite
from assistant.family.governing import Governs, governing
from ingest.document import Span
from tests.fake_contracts import Contracts


@pytest.fixture
def contracts(tmp_path: Path) -> Iterator[Contracts]:
    with Contracts(tmp_path) as contracts:
        yield contracts


@pytest.mark.parametrize(
    ("quote", "how"),
    [
        ("Subject to clause 2, invoices are paid at once.", [Governs.SUBJECT]),
        ("Notwithstanding clause 2, invoices are paid at once.", [Governs.DEPARTS]),
        ("Invoices are paid at once, except as clause 2 has it.", [Governs.EXCEPTS]),
        ("Losses are borne up to the cap in clause 2.", [Governs.CAP]),
        ("Work is paid at the rate set out in clause 2.", [Governs.STATED]),
        ("Work is planned as set out in clause 3.", []),  # which has no figure
        ("Reports under clause 2 are kept.", []),
        ("If no notice is given under clause 2, it goes on.", []),
        ("The fixed part of the sum in clause 2 is raised.", []),
        ("Losses are capped. Reports under clause 2 are kept.", []),  # another sentence
        ("Subject to clause 9, invoices are paid at once.", []),  # there is none
        ("Sous réserve de l’article 2, les factures sont payées.", [Governs.SUBJECT]),
        ("Par dérogation à l’article 2, les factures sont payées.", [Governs.DEPARTS]),
        ("Les factures sont payées, sauf dans les cas de l’article 2.", [Governs.EXCEPTS]),
        ("Les pertes sont dues dans la limite fixée à l’article 2.", [Governs.CAP]),
        ("Le travail est payé au taux prévu à l’article 2.", [Governs.STATED]),
        ("Les rapports visés à l’article 2 sont conservés.", []),
    ],
)
def test_how_a_clause_that_a_quote_names_bears_on_it(contracts: Contracts, quote: str, how: list[Governs]) -> None:
    record = contracts.add("Acme", "1. A", quote, "2. B", "It is £900 a day.", "3. C", "It is done with care.")
    document = contracts.library.document(record.id)
    start = document.text.index(quote)
    (citation,) = cite(record, document, Span(start, start + len(quote)))
    named = list(governing(contracts.library, citation, [record.id]))
    assert [one.how for one in named] == how
    assert all(one.pieces[0].of(document.text) == "It is £900 a day." for one in named)
    assert list(governing(contracts.library, citation, [])) == []
