"""The commands of learning, over a real library."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fake_contracts import Contracts
from tests.fake_course import add_course
from tests.test_cli import assert_failed, document_of, run_in


@pytest.fixture
def home(tmp_path: Path) -> Path:
    with Contracts(tmp_path) as contracts:
        add_course(contracts)
    return tmp_path / "home"


def test_a_guide_shows_each_topic_with_the_places_of_its_quotes(home: Path) -> None:
    shown = " ".join(run_in(home, "guide", "Acme").stdout.split())
    assert "Service levels" in shown
    assert "agreement, 3.1 Notice" in shown
    assert "p. 1" not in shown  # plain text has no pages
    assert "amended since" in shown
    (money,) = document_of(run_in(home, "guide", "Acme", "money", "--json"))["topics"]
    assert money["topic"] == "money"
    assert all(quote["quote"] for quote in money["quotes"])


def test_a_guide_is_written_as_a_page_to_print(home: Path, tmp_path: Path) -> None:
    target = tmp_path / "exit.pdf"
    assert run_in(home, "guide", "Acme", "exit", "--to", str(target), "--language", "fr").exit_code == 0
    assert target.read_bytes().startswith(b"%PDF")
    assert_failed(run_in(home, "guide", "Acme", "exit", "--to", str(tmp_path)), "expected to write")
    assert run_in(home, "guide", "Acme", "--to", str(target)).exit_code == 2


def test_a_quiz_shows_questions_then_answers(home: Path) -> None:
    shown = run_in(home, "quiz", "Acme", "--seed", "3", "--count", "4").stdout
    assert shown.index("4. ") < shown.index("Answers")
    assert shown == run_in(home, "quiz", "Acme", "--seed", "3", "--count", "4").stdout
    questions = document_of(run_in(home, "quiz", "Acme", "--topic", "service levels", "--json"))["questions"]
    assert {question["citation"]["document"] for question in questions} == {"levels"}


def test_a_topic_without_sentences_is_told(home: Path) -> None:
    assert_failed(run_in(home, "quiz", "Acme", "--topic", "governance"), "that can be asked about")
