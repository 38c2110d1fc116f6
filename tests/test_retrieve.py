from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.asked.question import read_question
from assistant.parts import Parts
from assistant.retrieve import ClauseRetriever
from assistant.settings import Settings
from ingest.document import Role
from ingest.embed import Vectors
from ingest.pipeline import ingest, plan
from tests.fake_contracts import HOSTING, Contracts, read_lines
from tests.fake_embedder import FakeEmbedder

FILLER = "word " * 200 + "end."  # makes each clause a passage of its own


@pytest.fixture
def contracts(tmp_path: Path) -> Iterator[Contracts]:
    with Contracts(tmp_path) as contracts:
        yield contracts


def places(contracts: Contracts, question: str, limit: int = 10) -> list[str]:
    return [p.clause for p in contracts.search().passages(read_question(question), None, limit)]


def test_the_passage_that_shares_the_questions_words_comes_first(contracts: Contracts) -> None:
    contracts.add("Acme", *HOSTING)
    best = contracts.search().passages(read_question("What is the monthly fee in euros?"))[0]
    assert "monthly fee" in best.text
    assert best.text == contracts.library.document(best.document_id).text[best.start : best.end]


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("what is in clause 8.2?", "8.2 Backups"),
        ("8.2", "8.2 Backups"),
        ("§ 8.2 please", "8.2 Backups"),
        ("clause 8.2(a)", "8.2 Backups"),
        ("the audits of article IV", "Article IV Law"),
        ("What does article 4 say of backups?", "Article IV Law"),
        ("what of backups in annex B", "Annex B Prices"),
        ("l'annexe b", "Annex B Prices"),
        ("Schedule 2", "Schedule 2 Sites"),
    ],
)
def test_what_is_named_by_number_comes_first(contracts: Contracts, question: str, clause: str) -> None:
    contracts.add(
        "Acme",
        *("8. Operations", FILLER, "8.1 Audits", f"Audits of {FILLER}"),
        *("8.2 Backups", f"Of backups {FILLER}", "8.3 Rest", f"The rest {FILLER}"),
    )
    contracts.add("Acme", "Article IV Law", f"The law {FILLER}", "Article V Courts", f"Courts {FILLER}", name="terms")
    contracts.add("Acme", "Annex B Prices", f"The prices {FILLER}", name="prices")
    contracts.add("Acme", "Schedule 2 Sites", f"The sites {FILLER}", name="sites")
    assert places(contracts, question)[0].startswith(clause)


@pytest.mark.parametrize("question", ["annex 2, article 1.1", "What does clause 1.1 of Annex 2 say of the audits?"])
def test_a_clause_of_an_annex_is_looked_up_in_that_annex(contracts: Contracts, question: str) -> None:
    clauses = ("1. Checks", f"The checks {FILLER}", "1.1 Audits", f"The audits {FILLER}")
    contracts.add("Acme", *clauses, "2. Rest", FILLER, name="agreement")
    contracts.add("Acme", "Annex 1 Levels", FILLER, *clauses, "Annex 2 Quality", FILLER, *clauses, name="annexes")
    first, second = contracts.search().passages(read_question(question))[:2]
    text = contracts.library.document(first.document_id).text
    assert (first.document, first.clause) == ("annexes", "Annex 2, 1.1 Audits")
    assert first.start > text.index("Annex 2")
    assert first.score > second.score + 3


def test_a_clause_of_an_annex_that_is_nowhere_is_looked_up_everywhere(contracts: Contracts) -> None:
    contracts.add("Acme", "1. Checks", f"The checks {FILLER}", "1.1 Audits", f"The audits {FILLER}", "2. Rest", FILLER)
    assert places(contracts, "annex 9, article 1.1")[0] == "1.1 Audits"


def test_a_quoted_phrase_comes_first(contracts: Contracts) -> None:
    contracts.add(
        "Acme",
        *("1. One", f"The hours of working {FILLER}", "2. Two", f"The days of working\nhours {FILLER}"),
        *("3. Three", f"Nothing {FILLER}", "4. Four", f"Nothing more {FILLER}"),
    )
    assert places(contracts, "where do working hours stand?")[0] == "1 One"
    assert places(contracts, "where do “working hours” stand?")[0] == "2 Two"


def test_a_question_in_french_finds_the_english_word_that_stands_in_one_passage_alone(contracts: Contracts) -> None:
    contracts.add("Acme", "1. One", "Words and more words.", FILLER, "2. Two", "Words on reversibility.", FILLER)
    assert places(contracts, "Et la réversibilité ?")[0] == "2 Two"


def test_documents_that_are_not_allowed_are_never_found(contracts: Contracts) -> None:
    contracts.add("Acme", *HOSTING)
    contracts.add("Zenith", *HOSTING)
    found = contracts.search().passages(read_question("clause 3.2"), contracts.ids("Zenith"))
    assert {p.contract for p in found} == {"Zenith"}
    assert contracts.search().passages(read_question("fees"), []) == []
    assert contracts.search().passages(read_question("fees"), ["0" * 16]) == []


def test_the_same_bytes_in_two_contracts_are_both_found(contracts: Contracts) -> None:
    for name in ("Acme", "Zenith"):
        contracts.add(name, *HOSTING)
    assert {p.contract for p in contracts.search().passages(read_question("fees"))} == {"Acme", "Zenith"}


def test_no_more_passages_than_wanted_best_first(contracts: Contracts) -> None:
    contracts.add("Acme", *(line for n in range(1, 9) for line in (f"{n}. Part {n}", f"Fees {FILLER}")))
    found = contracts.search().passages(read_question("fees"), None, 3)
    assert len(found) == 3
    assert [p.score for p in found] == sorted((p.score for p in found), reverse=True)


def test_an_empty_library_finds_nothing(contracts: Contracts) -> None:
    assert contracts.search().passages(read_question("fees")) == []


def test_it_is_a_langchain_retriever(contracts: Contracts) -> None:
    contracts.add("Acme", *HOSTING)
    retriever = ClauseRetriever(library=contracts.library, index=contracts.index, embedder=contracts.embedder, k=1)
    (found,) = retriever.invoke("What is the monthly fee?")
    assert "12,000 euros" in found.page_content
    assert (found.metadata["contract"], found.metadata["page"]) == ("Acme", 2)


def test_the_lines_of_the_documentation_run_as_they_stand(tmp_path: Path) -> None:
    text = (Path(__file__).parents[1] / "docs" / "retrieval.md").read_text(encoding="utf-8")
    chapter = text.partition("## Use it in a chain of your own")[2]
    lines = re.search(r"```python\n(.*?)```", chapter, re.DOTALL)
    assert lines is not None
    (tmp_path / "notice.txt").write_text("1. Notice\n\nEither party may terminate with ninety days notice.\n")
    with Parts(replace(Settings.from_environment(), home=tmp_path / "home")) as parts:
        ingest(plan([tmp_path / "notice.txt"], "Acme"), parts.library, parts.index, parts.embedder)
    code = lines[1] + "print(documents[0].metadata['contract'], documents[0].page_content)\n"
    told = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "CLAUSIER_HOME": str(tmp_path / "home")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.startswith("Acme 1. Notice")
    assert len([line for line in lines[1].splitlines() if line and "import" not in line]) <= 5


def test_it_runs_in_a_chain_of_runnables(contracts: Contracts) -> None:
    contracts.add("Acme", *HOSTING)
    retriever = ClauseRetriever(
        library=contracts.library,
        index=contracts.index,
        embedder=contracts.embedder,
        document_ids=tuple(contracts.ids("Acme")),
    )
    chain = retriever | (lambda found: [d.metadata["document"] for d in found])
    assert set(chain.invoke("What is the monthly fee?")) == {"agreement"}


def test_a_question_in_french_finds_an_ordinary_english_word(contracts: Contracts) -> None:
    contracts.add("Acme", "1. One", f"Fees are due {FILLER}", "2. Two", f"Copies must be kept {FILLER}")
    assert places(contracts, "Les copies, il faut les conserver ?")[0] == "2 Two"


def test_the_contracts_own_name_does_not_lead_to_where_it_stands(contracts: Contracts) -> None:
    contracts.add("Acme", "1. Parties", f"Acme {FILLER}", "2. Law", f"The audit {FILLER}", "3. Rest", FILLER)
    contracts.add("Zenith", *HOSTING)
    ids = contracts.ids("Acme")
    best = contracts.search().passages(read_question("Acme: who pays for the audit?"), ids)[0]
    assert best.clause == "2 Law"


class _Listening(FakeEmbedder):
    """Keeps the questions that it was given."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []

    def embed_question(self, question: str) -> Vectors:
        self.heard.append(question)
        return super().embed_question(question)


@pytest.mark.parametrize(
    ("question", "heard"),
    [
        (
            "Acme: may Zorg end it early?",
            "may end it early?",
        ),  # the one by the contract's name, the other since it stands all over
        ("is acme's fee due at once?", "is fee due at once?"),
        (
            "who repairs the Turbine servers?",
            "who repairs the Turbine servers?",
        ),  # a product stands in one clause alone
        ("where do the servers stand?", "where do the servers stand?"),  # the contract goes by what it is about
    ],
)
def test_the_parties_names_are_left_out_of_what_a_question_means(
    contracts: Contracts, question: str, heard: str
) -> None:
    clauses = [line for n in range(1, 9) for line in (f"{n}. Part {n}", f"Acme shall pay Zorg {FILLER}")]
    contracts.add("Acme servers", *clauses, "9. Sites", f"The servers and the Turbine {FILLER}")
    contracts.embedder = _Listening()
    contracts.search().passages(read_question(question), contracts.ids("Acme servers"))
    assert contracts.embedder.heard == [heard]


def test_over_several_contracts_the_names_stay(contracts: Contracts) -> None:
    contracts.add("Acme", *HOSTING)
    contracts.add("Zenith", *HOSTING)
    contracts.embedder = _Listening()
    contracts.search().passages(read_question("What does Acme pay?"))
    assert contracts.embedder.heard == ["What does Acme pay?"]


def test_a_document_that_is_named_by_what_it_is_comes_first(contracts: Contracts) -> None:
    clause = ("1. Hours", f"The hours of support {FILLER}", "2. Rest", FILLER)
    contracts.add("Acme", *clause, name="agreement")
    contracts.add_document("Acme", replace(read_lines(*clause, "3. End", FILLER), role=Role.SERVICE_LEVELS), "levels")
    question = "hours of support in the SLA"
    assert contracts.search().passages(read_question(question))[0].document == "levels"


@pytest.mark.parametrize(
    ("question", "document"), [("what of zorblax?", "english"), ("qu'en est-il du zorblax ?", "french")]
)
def test_of_two_versions_the_one_in_the_questions_language_comes_first(
    contracts: Contracts, question: str, document: str
) -> None:
    clauses = ("1. One", f"zorblax {FILLER}", "2. Two", FILLER)
    contracts.add_document("Acme", read_lines(*clauses, "3. Third", FILLER, language="en"), "english")
    contracts.add_document("Acme", read_lines(*clauses, "3. Three", FILLER, language="fr"), "french")
    assert contracts.search().passages(read_question(question))[0].document == document
