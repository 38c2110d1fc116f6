from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answer import FoundPassage
from assistant.retrieval.candidate import Candidate
from assistant.retrieval.rule_first import BEHIND, rule_first
from ingest.document import Span
from tests.fake_contracts import Contracts

RULE = "All works that are made under this Agreement shall be the property of the Client."
DEPARTURE = "Notwithstanding the foregoing, tools that the Provider had before remain the property of the Provider."
CASE = "However, if a work is a report, it shall be the property of the Client on delivery."


def ordered(folder: Path, question: str, *pieces: str, coverage: float = 0.5) -> list[float]:
    """The scores of pieces of one clause, of which the last leads, after the rule has been put first."""
    with Contracts(folder) as contracts:
        record = contracts.add("Acme", "1. Works", *pieces)
        text = contracts.library.document(record.id).text
        passage = FoundPassage("Acme", "agreement", "1", 1, 0, len(text), 1.0, document_id=record.id)
        spans = [Span(text.index(piece), text.index(piece) + len(piece)) for piece in pieces]
        made = [
            Candidate(passage, span, 2.0 + place, coverage if place == 0 else 0.5, near=0.5)
            for place, span in enumerate(spans)
        ]
        return [candidate.score for candidate in rule_first(question, made, contracts.library)]


def test_what_departs_from_a_rule_stands_right_behind_it(tmp_path: Path) -> None:
    assert ordered(tmp_path, "Who owns the works?", RULE, DEPARTURE) == [2.0, 2.0 - BEHIND]


def test_what_suspends_a_clause_stands_behind_it(tmp_path: Path) -> None:
    suspends = "Sections 1.1 and 1.2 will not apply to works of others."
    assert ordered(tmp_path, "Who owns the works?", RULE, suspends) == [2.0, 2.0 - BEHIND]


def test_in_french_as_well(tmp_path: Path) -> None:
    rule = "Les œuvres réalisées appartiennent au Client."
    departure = "Par dérogation à ce qui précède, les outils appartiennent au Prestataire."
    assert ordered(tmp_path, "À qui appartiennent les œuvres ?", rule, departure) == [2.0, 2.0 - BEHIND]


@pytest.mark.parametrize(
    ("question", "pieces", "coverage"),
    [
        ("Who owns the tools that they had before?", (RULE, DEPARTURE), 0.2),
        ("Who owns what is excepted?", (RULE, DEPARTURE), 0.5),
        ("Who owns a report?", (RULE, CASE), 0.5),
        ("Who owns the works?", (DEPARTURE, RULE), 0.5),
    ],
)
def test_who_asks_of_the_departure_or_a_case_gets_it_first(
    tmp_path: Path, question: str, pieces: tuple[str, str], coverage: float
) -> None:
    assert ordered(tmp_path, question, *pieces, coverage=coverage) == [2.0, 3.0]
