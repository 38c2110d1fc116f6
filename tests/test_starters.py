from dataclasses import replace
from pathlib import Path

from assistant.citing.cite import clause_passage
from assistant.learning.starters import starters
from ingest.document import Role
from tests.fake_contracts import Contracts, read_lines

FRAME = read_lines(
    "1. Termination", "", "1.1 Either party may terminate with three months' notice.", "", "2. Service Credits", "",
    "2.1 See the annex.", "", "3. Miscellaneous", "", "3.1 Nothing more.",
)  # fmt: skip
LEVELS = replace(read_lines("1. Service Credits", "", "1.1 Five per cent of the fee."), role=Role.SERVICE_LEVELS)


def test_questions_are_drawn_from_the_headings_that_a_contract_has(tmp_path: Path) -> None:
    with Contracts(tmp_path) as contracts:
        family = [
            (contracts.add_document("Acme", FRAME, "frame"), FRAME),
            (contracts.add_document("Acme", LEVELS, "levels"), LEVELS),
        ]
        found = starters(family, "en")
        assert [(each.question, each.place.document, each.place.clause) for each in found] == [
            ("What happens when a service level is missed?", "levels", "1 Service Credits"),
            ("How much notice ends the contract?", "frame", "1 Termination"),
        ]
        assert [each.place.start for each in starters(family, "fr")] == [each.place.start for each in found]
        assert starters(family, "fr")[1].question == "Quel préavis faut-il pour mettre fin au contrat ?"


def test_a_question_leads_home_when_what_it_finds_lies_in_its_clause_or_below(tmp_path: Path) -> None:
    with Contracts(tmp_path) as contracts:
        record = contracts.add_document("Acme", FRAME, "frame")
        notice = next(each for each in starters([(record, FRAME)], "en") if "notice" in each.question)
        below, other = (next(c for c in FRAME.clauses if c.number == number) for number in ("1.1", "2.1"))
        assert notice.leads_home([clause_passage(record, FRAME, other), clause_passage(record, FRAME, below)])
        assert not notice.leads_home([clause_passage(record, FRAME, other)])


def test_amendments_and_contracts_without_such_headings_suggest_nothing(tmp_path: Path) -> None:
    with Contracts(tmp_path) as contracts:
        amendment = replace(FRAME, role=Role.AMENDMENT)
        assert starters([(contracts.add_document("Acme", amendment, "one"), amendment)], "en") == []
