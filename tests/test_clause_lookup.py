import pytest

from assistant.naming.clause_lookup import (
    breadcrumb,
    clause_name,
    clauses_in_annexes,
    clauses_named,
    clauses_numbered,
    subtree,
)
from ingest.document import Clause, Document, Page, Role, Span

WIDTH = 10  # characters that each clause is given


def make_document(*clauses: tuple[str, str | None, str | None, int | None]) -> Document:
    """One clause for each (id, number, heading, position of its parent)."""
    made: list[Clause] = []
    for position, (id_, number, heading, parent) in enumerate(clauses):
        above = None if parent is None else made[parent]
        span = Span(position * WIDTH, (position + 1) * WIDTH)
        made.append(Clause(id_, number, heading, 1 if above is None else above.level + 1, above and above.id, span, 1))
    text = "x" * WIDTH * len(made)
    return Document(text, (Page(1, Span(0, len(text))),), tuple(made), (), "Title", Role.OTHER, "en")


DOCUMENT = make_document(
    ("c0", "8", "Remedies", None),
    ("c1", "8.2", None, 0),
    ("c2", "(a)", None, 1),
    ("c3", "(ii)", None, 2),
    ("c4", "Article 12", "Confidentiality", None),
    ("c5", "Annexe B", "Résiliation", None),
    ("c6", "ARTICLE IV", "Confidential records", None),
    ("c7", None, "SIGNATURES", None),
    ("c8", "CHAPITRE IV", "Données", None),
    ("c9", "Article 5-2", None, 8),
    ("c10", "PART B", None, None),
    ("c11", "5 bis", None, 8),
)


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        ("8.2", ["c1"]),
        ("Clause 8.2", ["c1"]),
        ("§ 8.2.", ["c1"]),
        ("8.2(a)", ["c2"]),
        ("8.2 (a)(ii)", ["c3"]),
        ("12", ["c4"]),
        ("article 12", ["c4"]),
        ("annex b", ["c5"]),
        ("Article 4", ["c6"]),
        ("article iv", ["c6"]),
        ("resiliation", ["c5"]),
        ("confidentiality", ["c4"]),
        ("confidential", ["c4", "c6"]),
        ("c7", ["c7"]),
        ("chapter 4", ["c8"]),
        ("chapitre IV", ["c8"]),
        ("article 5.2", ["c9"]),
        ("5-2", ["c9"]),
        ("partie B", ["c10"]),
        ("article 5 bis", ["c11"]),
        ("5bis", ["c11"]),
        ("title 4", []),
        ("b", []),
        ("2", []),
        ("", []),
        ("nothing of the kind", []),
    ],
)
def test_a_clause_is_found_as_a_reader_names_it(wanted, ids):
    assert [clause.id for clause in clauses_named(DOCUMENT, wanted)] == ids


def test_a_clause_reaches_to_the_end_of_what_is_beneath_it():
    assert subtree(DOCUMENT, DOCUMENT.clauses[0]) == Span(0, 4 * WIDTH)
    assert subtree(DOCUMENT, DOCUMENT.clauses[3]) == Span(3 * WIDTH, 4 * WIDTH)


def test_the_breadcrumb_leads_from_the_outermost_clause_to_the_one_named():
    assert breadcrumb(DOCUMENT, DOCUMENT.clauses[3]) == ("8 Remedies", "8.2", "(a)", "(ii)")


def test_clauses_of_an_annex_stand_after_its_heading_and_before_the_next() -> None:
    document = make_document(
        ("c0", "1", "Fees", None),
        ("c1", "Annex 1", "Levels", None),
        ("c2", "1", "Hours", None),
        ("c3", "Annexe B", "Prices", None),
        ("c4", "1.", "Rates", None),
        ("c5", "2", "Rest", None),
    )
    named = clauses_numbered(document, "clause 1")
    assert [c.heading for c in named] == ["Fees", "Hours", "Rates"]
    assert [c.heading for c in clauses_in_annexes(document, named, ["1"])] == ["Hours"]
    assert [c.heading for c in clauses_in_annexes(document, named, ["B", "7"])] == ["Rates"]
    assert clauses_in_annexes(document, named, []) == []


def test_a_clause_of_a_part_of_a_document_is_cited_with_its_annex() -> None:
    document = make_document(
        ("c0", "5", "Title to the goods", None),
        ("c1", "Exhibit A", "Terms", None),
        ("c2", "5", "Insurance", 1),
        ("c3", "(b)", None, 2),
    )
    assert [clause_name(document, clause) for clause in document.clauses] == [
        "5 Title to the goods",
        "Exhibit A Terms",
        "Exhibit A, 5 Insurance",
        "Exhibit A, 5(b) Insurance",
    ]


def test_of_several_annexes_in_a_document_each_is_told() -> None:
    annexes = (("c0", "Annex 1", "Levels", None), ("c1", "1", "Hours", 0), ("c2", "Annex 2", None, None))
    document = make_document(*annexes, ("c3", "1", "Rates", 2))
    assert clause_name(document, document.clauses[1]) == "Annex 1, 1 Hours"
    assert clause_name(document, document.clauses[3]) == "Annex 2, 1 Rates"


def test_what_a_filing_calls_the_whole_document_is_no_part_of_it() -> None:
    document = make_document(
        ("c0", "Exhibit 10.3", "Agreement", None), ("c1", "1", "Term", 0), ("c2", "Schedule A", "Prices", None)
    )
    assert clause_name(document, document.clauses[1]) == "1 Term"
    alone = make_document(("c0", "Annex 1", None, None), ("c1", "1", "Hours", 0))
    assert clause_name(alone, alone.clauses[1]) == "1 Hours"
