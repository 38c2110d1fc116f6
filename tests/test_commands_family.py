"""The commands on a family with an amendment, over a real library."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.test_cli import assert_failed, document_of, run_in

AGREEMENT = """\
# Framework Agreement

This Framework Agreement is made on 1 April 2023.

## 1. Charges

1.1 The monthly charge is 200 euros.

1.2 The Customer shall pay each invoice within thirty days.
"""
AMENDMENT = """\
# Amendment No. 1

## 1. Charges

1.1 This Amendment takes effect on 1 October 2024.

1.2 In clause 1.1 the monthly charge is increased from 200 euros to 250 euros.

1.3 A new clause 1A is added, reading: “1A. Audit. The Customer may audit the charges once a year.”
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the contract Acme, which changes nothing of what is asked of it here."""
    folder = tmp_path_factory.mktemp("files") / "Acme"
    folder.mkdir()
    (folder / "agreement.md").write_text(AGREEMENT, encoding="utf-8")
    (folder / "amendment-1.md").write_text(AMENDMENT, encoding="utf-8")
    made = tmp_path_factory.mktemp("home")
    result = run_in(made, "ingest", str(folder))
    assert result.exit_code == 0, result.output
    return made


def test_history_shows_each_version_with_its_amendment(home: Path) -> None:
    result = run_in(home, "history", "Acme", "1.1", "--document", "agreement")
    assert result.exit_code == 0, result.output
    words = " ".join(result.stdout.split())
    assert words.index("as first agreed") < words.index("from 1 October 2024") < words.index("charge is 250 euros")


def test_show_tells_what_changed_a_clause_and_finds_one_that_an_amendment_adds(home: Path) -> None:
    told = " ".join(run_in(home, "show", "Acme", "1.1", "-d", "agreement").stdout.split())
    assert "The monthly charge is 200 euros." in told
    assert "changed by amendment-1, 1.2 from 1 October 2024" in told
    (clause,) = document_of(run_in(home, "show", "Acme", "clause 1A", "--json"))["clauses"]
    assert (clause["document"], clause["changes"]) == ("amendment-1", [])
    assert clause["text"] == "1A. Audit. The Customer may audit the charges once a year."


def test_history_as_json(home: Path) -> None:
    (clause,) = document_of(run_in(home, "history", "Acme", "1.1", "-d", "agreement", "--json"))["clauses"]
    assert [version["since"] for version in clause["versions"]] == [None, "2024-10-01"]
    (change,) = clause["versions"][1]["changes"]
    assert (change["old"]["text"], change["new"]["text"], change["certain"]) == ("200 euros", "250 euros", True)


def test_history_without_a_clause_lists_all_changes(home: Path) -> None:
    change, _ = document_of(run_in(home, "history", "Acme", "--json"))["changes"]
    assert change["amendment"]["document"] == "amendment-1"
    told = run_in(home, "history", "Acme").stdout
    assert "increased from" in told
    assert "“200 euros” → “250 euros”" in told


def test_history_of_a_clause_that_is_not_there_is_told(home: Path) -> None:
    assert_failed(run_in(home, "history", "Acme", "9.9"), "9.9", "clausier find")


def test_ask_answers_from_what_was_in_force_on_a_day(home: Path) -> None:
    question = ("ask", "What is the monthly charge?", "--contract", "Acme", "--json")
    before = document_of(run_in(home, *question, "--as-of", "2024-03-01"))["statements"]
    after = document_of(run_in(home, *question, "--as-of", "2025-03-01"))["statements"]
    assert "is 200 euros" in before[0]["text"]
    assert "250 euros" in after[0]["text"]
    assert [s["citations"][0]["in_force"] for s in after if "is 200 euros" in s["text"]] == [False]


def test_ask_refuses_a_day_for_a_file_of_questions(home: Path, tmp_path: Path) -> None:
    result = run_in(home, "ask", "--from", str(tmp_path / "q.jsonl"), "--as-of", "2024-03-01")
    assert result.exit_code == 2


def test_report_shows_particulars_with_their_places(home: Path) -> None:
    documents = document_of(run_in(home, "report", "Acme", "--json"))["documents"]
    facts = {(d["name"], f["key"]): f for d in documents for f in d["particulars"]}
    assert facts["agreement", "signed"]["value"] == "2023-04-01"
    assert facts["agreement", "signed"]["citations"][0]["quote"].endswith("1 April 2023")
    assert facts["amendment-1", "effective"]["value"] == "2024-10-01"
    assert "signed: 1 April 2023" in run_in(home, "report", "Acme").stdout


def test_set_stands_over_what_is_read_until_it_is_forgotten(home: Path, tmp_path: Path) -> None:
    own = tmp_path / "home"
    shutil.copytree(home, own)
    assert run_in(own, "set", "Acme", "amendment-1", "effective", "2030-01-01").exit_code == 0
    assert run_in(own, "set", "Acme", "precedence", "agreement").exit_code == 0
    shown = run_in(own, "report", "Acme").stdout
    assert "effective: 1 January 2030" in shown
    assert "the text says: 1 October 2024" in shown
    assert "precedence: agreement" in shown
    change, _ = document_of(run_in(own, "history", "Acme", "--json"))["changes"]
    assert change["effective"] == "2030-01-01"
    assert run_in(own, "set", "Acme", "amendment-1", "effective", "2030-01-01", "--forget").exit_code == 0
    assert "2030" not in run_in(own, "report", "Acme").stdout


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["agreement", "colour", "red"], "governing law"),
        (["agreement", "signed", "yesterday"], "2024-03-01"),
        (["agreement", "role", "poem"], "amendment"),
        (["signed", "2024-03-01"], "document"),
        (["treaty", "signed", "2024-03-01"], "agreement"),
    ],
)
def test_what_cannot_be_set_is_told(home: Path, words: list[str], expected: str) -> None:
    assert_failed(run_in(home, "set", "Acme", *words), expected)
