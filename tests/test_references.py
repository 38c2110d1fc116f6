from dataclasses import replace
from pathlib import Path

import pytest

from assistant.family.references import Kind, Reference, References
from ingest.document import Document, Role, Span
from ingest.references import is_of_law
from tests.fake_contracts import Contracts, read_lines

FRAME = read_lines(
    "1. Definitions", "", "Business Day means a day other than a Saturday.", "", "“Fee” means the sum under clause 2.1.", "",
    "2. Money", "", "2.1 The Fee is due within five Business Days, see Annex 1 and clause 9.9.", "",
    "2.2 Article 28 of Regulation 2016/679 applies. Paragraph 1 of Annex 1 applies; clause 2.1 too.",
)  # fmt: skip
ANNEX = replace(
    read_lines(
        "1. Levels", "", "1.1 The Fee is cut under clause 2 of the Framework Agreement.", title="Levels – Annex 1"
    ),
    role=Role.SERVICE_LEVELS,
)


def found(folder: Path, document: str) -> tuple[Document, list[Reference]]:
    with Contracts(folder) as contracts:
        records = {
            "frame": contracts.add_document("Acme", FRAME, "frame"),
            "annex": contracts.add_document("Acme", ANNEX, "annex-1"),
        }
        made = {"frame": FRAME, "annex": ANNEX}[document]
        return made, References(contracts.library).within(records[document], Span(0, len(made.text)))


def test_terms_lead_to_their_definition_and_references_to_their_clause(tmp_path: Path) -> None:
    document, references = found(tmp_path, "frame")
    told = [(each.span.of(document.text), each.kind, each.place.document, each.place.clause) for each in references]
    assert told == [
        ("clause 2.1", Kind.CLAUSE, "frame", "2.1"),
        ("Fee", Kind.TERM, "frame", "1 Definitions"),
        ("Business Days", Kind.TERM, "frame", "1 Definitions"),
        ("Paragraph 1", Kind.CLAUSE, "annex-1", "1 Levels"),
        ("clause 2.1", Kind.CLAUSE, "frame", "2.1"),
    ]
    assert references[2].words == "Business Day means a day other than a Saturday."


def test_another_document_is_found_by_its_name(tmp_path: Path) -> None:
    document, references = found(tmp_path, "annex")
    told = [(each.span.of(document.text), each.place.document, each.place.clause) for each in references]
    assert told == [("Fee", "frame", "1 Definitions"), ("clause 2", "frame", "2 Money")]


@pytest.mark.parametrize("words", ["clause 9.9", "Article 28", "clause 3 of Annex 7"])
def test_what_leads_nowhere_is_left_alone(tmp_path: Path, words: str) -> None:
    lines = ("1. One", "", f"1.1 As {words} of Regulation 1 says.")
    with Contracts(tmp_path) as contracts:
        record = contracts.add("Acme", *lines)
        text = contracts.library.document(record.id).text
        assert References(contracts.library).within(record, Span(0, len(text))) == []


@pytest.mark.parametrize("after", [" 1   " * 40, "(a)" * 50, " (a) 1" * 30, " 1, " * 40, " " * 160])
def test_no_text_behind_a_reference_takes_long_to_read(after: str) -> None:
    assert not is_of_law(f"clause 1{after}", 0, 8, "1")
    assert is_of_law(f"clause 1{after[:40].rpartition(' ')[0]} of the GDPR", 0, 8, "1")
