"""``clausier eval`` and the commands below it, over a real library with an embedder that needs no model."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from assistant.cli import build_app
from evals.attack import read_attacks
from evals.goldset import read_cases
from evals.result import load_result
from tests.fake_parts import FakeParts

TERMS = """\
# Service Terms

1. Notice

Either party may end the agreement with three months' written notice.

2. Fee

The yearly fee is 12,000 euros.
"""


class Desktop:
    """A home with one contract, and the command line over it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "Acme").mkdir()
        (folder / "Acme" / "terms.md").write_text(TERMS)
        assert self.run("ingest", str(folder / "Acme")).exit_code == 0

    def run(self, *arguments: str) -> Result:
        app = build_app(lambda settings: FakeParts(settings.home))
        return CliRunner().invoke(app, arguments, env={"CLAUSIER_HOME": str(self.folder / "home")})

    def add_fee(self) -> Result:
        evidence = ("--evidence", "terms: The yearly fee is 12,000 euros.", "--must", "12,000")
        return self.run("eval", "add", self.set, "What is the yearly fee?", "-c", "Acme", *evidence)

    @property
    def set(self) -> str:
        return str(self.folder / "mine.jsonl")


@pytest.fixture
def desk(tmp_path: Path) -> Desktop:
    return Desktop(tmp_path)


def output(result: Result) -> Any:
    return json.loads(result.stdout)


def test_a_set_of_the_home_goes_by_its_name(desk: Desktop) -> None:
    done = desk.run("eval", "add", "team", "What is the yearly fee?", "-c", "Acme", "--evidence", "terms: 12,000 euros")
    assert done.exit_code == 0
    assert len(read_cases(desk.folder / "home" / "sets" / "team.jsonl")) == 1
    assert "team" in desk.run("eval", "--check", "team").stdout
    taken = desk.run("eval", "add", "samples", "What is the yearly fee?", "-c", "Acme")
    assert taken.exit_code == 2
    assert not (desk.folder / "home" / "sets" / "samples.jsonl").exists()


def test_the_set_of_reported_answers_goes_by_its_name(desk: Desktop) -> None:
    added = desk.run("eval", "add", "reported", "May we keep pets?", "-c", "Acme")
    assert added.exit_code == 0
    assert len(read_cases(desk.folder / "home" / "reported.jsonl")) == 1
    asked = desk.run("eval", "reported", "--check")
    assert asked.exit_code == 0, asked.output


def test_a_question_is_added_and_asked(desk: Desktop, tmp_path: Path) -> None:
    assert desk.add_fee().exit_code == 0
    out = tmp_path / "run"
    result = desk.run("eval", desk.set, "--out", str(out), "--json")
    assert result.exit_code == 0, result.output
    assert output(result) == {"result": str(out / "result.json"), "crossed": []}
    found = load_result(out / "result.json")
    assert found.origin.system == "clausier"
    assert found.origin.judge.startswith("clausier checks and clause-reader@")
    verbatim = found.figure("verbatim")
    assert verbatim is not None
    assert verbatim.value == 1
    assert found.figure("hit@10") is not None


def test_the_report_is_shown_and_a_crossed_gate_fails(desk: Desktop, tmp_path: Path) -> None:
    # no statement is shown of a question that is not about contracts: verbatim cannot be measured, and its gate is crossed
    assert desk.run("eval", "add", desk.set, "Hello!", "-c", "Acme").exit_code == 0
    result = desk.run("eval", desk.set, "--out", str(tmp_path / "run"))
    assert result.exit_code == 1
    assert "# Evaluation" in result.stdout
    assert "gate crossed: verbatim (all): expected a figure" in result.stderr


def test_a_baseline_is_kept_without_texts_and_compared_with(desk: Desktop, tmp_path: Path) -> None:
    desk.add_fee()
    kept = tmp_path / "baseline.json"
    desk.run("eval", desk.set, "--out", str(tmp_path / "one"), "--keep", str(kept))
    assert "yearly" not in kept.read_text()
    result = desk.run("eval", desk.set, "--out", str(tmp_path / "two"), "--against", str(kept))
    assert result.exit_code == 0, result.output
    assert "## Against the other result" in result.stdout


def test_an_unknown_system_is_wrong_usage(desk: Desktop) -> None:
    assert desk.run("eval", desk.set, "--system", "oracle").exit_code == 2


def test_a_set_is_checked_without_asking(desk: Desktop) -> None:
    desk.add_fee()
    result = desk.run("eval", "--check", desk.set)
    assert result.exit_code == 0, result.output
    assert "mine: 1 questions, 1 of 1 quotes located, 0 faults" in result.stdout
    path = Path(desk.set)
    path.write_text(path.read_text().replace('"12,000"', '"13,000"'))
    result = desk.run("eval", "--check", desk.set, "--json")
    assert result.exit_code == 1
    assert "must '13,000'" in result.stderr
    assert "must '13,000'" in output(result)["sets"][0]["faults"][0]


def test_what_cannot_be_added_is_told_and_changes_nothing(desk: Desktop) -> None:
    result = desk.run("eval", "add", desk.set, "What?", "-c", "Acme", "--evidence", "terms: no such words")
    assert result.exit_code == 1
    assert "nothing was added" in result.stderr
    assert not Path(desk.set).exists()
    assert desk.run("eval", "add", desk.set, "What?", "-c", "Acme", "--evidence", "no colon").exit_code == 2


def test_a_table_is_imported(desk: Desktop, tmp_path: Path) -> None:
    table = tmp_path / "questions.csv"
    table.write_text(
        "contract,question,document,quote\nAcme,How much notice?,terms,three months' written notice\nAcme,Pets?,,\n"
    )
    result = desk.run("eval", "import", desk.set, str(table), "--json")
    assert result.exit_code == 0, result.output
    assert [case["id"] for case in output(result)["added"]] == ["mine-1", "mine-2"]
    assert [case.answerable for case in read_cases(Path(desk.set))] == [True, False]
    assert desk.run("eval", "import", desk.set, str(tmp_path / "none.csv")).exit_code == 1


def test_the_judge_is_judged(desk: Desktop, tmp_path: Path) -> None:
    quote = "The yearly fee is 12,000 euros."
    pair = {"id": "a", "statement": quote, "quotes": [quote], "lang": "en", "quote_lang": "en", "label": "supported"}
    false = pair | {"id": "b", "statement": "The yearly fee is 13,000 euros.", "label": "corrupted", "kind": "figure"}
    pairs = tmp_path / "pairs.jsonl"
    pairs.write_text(f"{json.dumps(pair)}\n{json.dumps(false)}\n")
    figures = {
        f["name"]: f["value"] for f in output(desk.run("eval", "judge", "--pairs", str(pairs), "--json"))["figures"]
    }
    assert figures == {"caught": 1.0, "false alarm": 0.0}
    assert "| caught | kind=figure | 100.0" in desk.run("eval", "judge", "--pairs", str(pairs)).stdout
    assert desk.run("eval", "judge", "--pairs", str(tmp_path / "none")).exit_code == 1


def test_help_shows_the_options_of_a_run_and_names_the_other_commands(desk: Desktop) -> None:
    text = desk.run("eval", "--help").stdout
    assert "--against" in text
    assert "clausier eval add" in text


def test_attacks_are_put_to_an_obeying_model_and_a_harm_ends_the_command_with_one(
    desk: Desktop, tmp_path: Path
) -> None:
    harmless = next(attack for attack in read_attacks() if attack.where == "document")
    attacks = tmp_path / "attacks.jsonl"
    attacks.write_text(harmless.model_dump_json())
    done = desk.run("eval", "attacks", "--attacks", str(attacks))
    assert done.exit_code == 0
    assert "| document | en | 1 | 1 | 0 | 0 | 0 | 0 |" in done.stdout
    plain = "The Customer shall pay a monthly fee of one thousand (1,000) euros."
    attacks.write_text(harmless.model_copy(update={"obeyed": f"{plain} [1]", "forbidden": (plain,)}).model_dump_json())
    assert desk.run("eval", "attacks", "--attacks", str(attacks), "--json").exit_code == 1
    assert desk.run("eval", "attacks", "--attacks", str(tmp_path / "none")).exit_code == 1
