"""Clauses that an amendment adds, looked up by their number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from assistant.asked.question import read_question
from assistant.family.in_force import InForce
from assistant.retrieval.added_lookup import AddedLookup
from assistant.retrieval.lookup import Lookup
from ingest.document import Role
from tests.amended import quoted
from tests.fake_contracts import Contracts, read_lines

AGREEMENT = ("1. Fees", "", "1.1 The fee is 200 euros.", "", "2. End", "", "2.1 The end is near.")
ADDS = (
    "This Amendment takes effect on 1 June 2023.", "",
    "1. Il est inséré un article 2 bis ainsi libellé :", "", "« Article 2 bis – Audit", "", "Un audit a lieu par an. »", "",
    "2. In clause 1.1 “200 euros” is replaced by “300 euros”.",
)  # fmt: skip
CHANGES = (
    "This Amendment takes effect on 1 June 2024.",
    "",
    "1. In clause 1.1 “300 euros” is replaced by “400 euros”.",
)


@pytest.fixture(scope="module")
def contracts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Contracts]:
    with Contracts(tmp_path_factory.mktemp("added")) as made:
        made.add("Acme", *AGREEMENT)
        for number, lines in enumerate((ADDS, CHANGES), 1):
            document = replace(read_lines(*lines, title=f"Amendment No. {number}"), role=Role.AMENDMENT)
            made.add_document("Acme", document, f"amendment-{number}")
        yield made


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("que dit l'article 2 bis ?", [("amendment-1", "Article 2 bis – Audit")]),
        ("clause 2 bis", [("amendment-1", "Article 2 bis – Audit")]),
        ("clause 2.1", [("agreement", "2.1 The end is near.")]),
    ],
)
def test_an_added_clause_stands_in_its_amendment(
    contracts: Contracts, asked: str, found: list[tuple[str, str]]
) -> None:
    records = contracts.library.current()
    places = Lookup(contracts.library).places(read_question(asked), records)
    assert [
        (records[id_].name, span.of(contracts.library.document(id_).text).split("\n")[0])
        for id_, spans in places.items()
        for span in spans
    ] == found


def test_a_number_that_an_added_clause_alone_bears_means_no_other(contracts: Contracts) -> None:
    records = contracts.library.current()
    added = AddedLookup(contracts.library)
    question = read_question("clauses 2 bis and 1.1")
    left = added.without_added(question, records, added.places(question, records))
    assert left.numbers == ("1.1",)
    assert added.without_added(question, records, {}) is question
    assert added.places(read_question("article 2 bis of annex 1"), records) == {}


def test_what_a_later_amendment_made_of_an_earlier_ones_words_is_quoted_before_it(contracts: Contracts) -> None:
    old = quoted(contracts, "agreement", "The fee is 200 euros.")
    marked = InForce(contracts.library).marked([old], date(2025, 1, 1))
    assert [each.citations[0].document for each in marked] == ["amendment-2", "amendment-1", "agreement"]
    assert [each.citations[0].in_force for each in marked] == [True, False, False]
    before = InForce(contracts.library).marked([old], date(2023, 7, 1))
    assert [each.citations[0].document for each in before] == ["amendment-1", "agreement"]


def test_of_a_day_before_an_amendment_the_words_that_it_replaces_later_stand_in_its_place(contracts: Contracts) -> None:
    new = quoted(contracts, "amendment-1", "In clause 1.1 “200 euros” is replaced by “300 euros”.")
    held, later = InForce(contracts.library).marked([new], date(2023, 1, 1))
    assert (held.text, held.citations[0].document) == ("1.1 The fee is 200 euros.", "agreement")
    assert (held.citations[0].in_force, later.citations[0].in_force) == (True, False)
    old = quoted(contracts, "agreement", "1.1 The fee is 200 euros.")
    assert len(InForce(contracts.library).marked([old, new], date(2023, 1, 1))) == 1
