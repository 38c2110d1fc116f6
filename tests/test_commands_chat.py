from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from typer.testing import CliRunner, Result

from assistant.cli import build_app
from tests.fake_contracts import HOSTING, Contracts
from tests.fake_parts import FakeParts

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    with Contracts(tmp_path) as contracts:
        contracts.add("Acme", *HOSTING)
        contracts.add("Beta", *(line.replace("(30)", "(45)").replace("thirty", "forty-five") for line in HOSTING))
    home = tmp_path / "home"

    def invoke(*arguments: str, said: str = "") -> Result:
        app = build_app(lambda settings: FakeParts(settings.home))
        return CliRunner().invoke(app, list(arguments), env={"CLAUSIER_HOME": str(home)}, input=said)

    return invoke


def test_a_talk_is_kept_and_gone_on_with(run: Run) -> None:
    talk = run("chat", "--contract", "Acme", said="Within how many days are invoices due?\n/quit\n")
    assert talk.exit_code == 0, talk.output
    assert "30 days." in talk.output
    assert "kept as conversation 1" in talk.output
    again = run("chat", "--contract", "Acme", "--resume", "1", said="And the monthly fee?\n")
    assert again.output.count("30 days.") >= 1
    assert "Read as: Within how many days are invoices due? And the monthly fee?" in " ".join(again.output.split())
    (summary,) = json.loads(run("conversations", "--json").stdout)["conversations"]
    assert (summary["id"], summary["exchanges"], summary["contract"]) == (1, 2, "Acme")


def test_the_contract_may_change_in_mid_talk(run: Run) -> None:
    asked = "Within how many days are invoices due?\n"
    talk = run("chat", said=f"/contract Acme\n{asked}/contract Beta\n{asked}/contract\n")
    assert "30 days." in talk.output
    assert "45 days." in talk.output


def test_another_contract_is_not_asked_with_the_words_of_the_one_before(run: Run) -> None:
    asked = "Within how many days are invoices due?\n"
    assert "Read as" in run("chat", "--contract", "Acme", said=f"{asked}who pays that?\n").output
    assert "Read as" in run("chat", said=f"{asked[:-2]} at Acme?\n/contract Acme\nwho pays that?\n").output
    assert "Read as" not in run("chat", "--contract", "Acme", said=f"{asked}/contract Beta\nwho pays that?\n").output


def test_the_day_may_change_in_mid_talk(run: Run) -> None:
    talk = run(
        "chat", "--contract", "Acme", said="/day 2024-03-01\nWithin how many days are invoices due?\n/day\n/day soon\n"
    )
    assert talk.exit_code == 0
    assert "Asking of 1 March 2024." in talk.output
    assert "Asking of today." in talk.output
    assert "expected a day like 2024-03-01 after /day, got 'soon'" in talk.output


def test_a_question_that_fails_does_not_end_the_talk(run: Run) -> None:
    talk = run("chat", said="/contract Nowhere\nWho pays?\n/contract Acme\nWithin how many days are invoices due?\n")
    assert talk.exit_code == 0
    assert "clausier: " in talk.output
    assert "30 days." in talk.output


def test_kept_conversations_are_listed_found_shown_and_removed(run: Run) -> None:
    assert "clausier chat" in run("conversations").output
    run("chat", "--contract", "Acme", said="Within how many days are invoices due?\n")
    assert "invoices" in run("conversations").output
    assert "invoices" in run("conversations", "find", "INVOICES due").output
    assert run("conversations", "find", "penguins").exit_code == 3
    shown = json.loads(run("conversations", "show", "1", "--json").stdout)
    assert shown["answers"][0]["statements"][0]["citations"][0]["contract"] == "Acme"
    assert "thirty (30) days" in run("conversations", "show", "1").output
    assert run("conversations", "remove", "1").exit_code == 0
    assert run("conversations", "show", "1").exit_code == 1


def test_a_conversation_is_exported(run: Run, tmp_path: Path) -> None:
    run("chat", "--contract", "Acme", said="Within how many days are invoices due?\n")
    for name in ("talk.md", "talk.pdf"):
        assert run("conversations", "export", "1", str(tmp_path / name)).exit_code == 0
    assert "thirty \\(30\\) days" in (tmp_path / "talk.md").read_text(encoding="utf-8")
    with pypdfium2.PdfDocument(tmp_path / "talk.pdf") as made:
        assert "thirty (30) days" in made[0].get_textpage().get_text_bounded()


@pytest.mark.parametrize(("name", "said"), [("talk.txt", ".md or .pdf"), ("no/talk.md", "check the folder")])
def test_a_file_that_cannot_be_written_is_told(run: Run, tmp_path: Path, name: str, said: str) -> None:
    run("chat", "--contract", "Acme", said="Within how many days are invoices due?\n")
    result = run("conversations", "export", "1", str(tmp_path / name))
    assert result.exit_code == 1
    assert said in result.output
