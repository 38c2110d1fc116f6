"""The command line over a real library in a folder of the test's, with an embedder that needs no model."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from assistant.cli import build_app
from assistant.errors import ModelError
from assistant.parts import Parts
from ingest.embed import Embedder
from tests.fake_embedder import FakeEmbedder

AGREEMENT = """\
# Service Agreement

## 1. Definitions

1.1 "Incident" means any event that interrupts the Service.

## 2. Incidents

2.1 The Supplier shall acknowledge each Incident within fifteen minutes.

2.2 The Supplier shall restore the Service within four hours of the acknowledgement.
"""
CHARGES = """\
# Annex B Charges

1. The Customer shall pay each invoice within thirty days of its receipt.
"""
Run = Callable[..., Result]


class PartsWithoutModel(Parts):
    """The real parts, with an embedder that loads nothing."""

    @cached_property
    def embedder(self) -> Embedder:
        return FakeEmbedder()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Files of a contract named Acme."""
    folder = tmp_path_factory.mktemp("files") / "Acme"
    folder.mkdir()
    (folder / "agreement.md").write_text(AGREEMENT, encoding="utf-8")
    (folder / "charges.md").write_text(CHARGES, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def filled(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home that holds the contract."""
    home = tmp_path_factory.mktemp("filled")
    result = run_in(home, "ingest", str(folder))
    assert result.exit_code == 0, result.output
    return home


@pytest.fixture
def run(filled: Path, tmp_path: Path) -> Run:
    """Runs the command line in a copy of that home."""
    home = tmp_path / "home"
    shutil.copytree(filled, home)
    return lambda *arguments, **options: run_in(home, *arguments, **options)


def run_in(home: Path, *arguments: str, make_parts: Any = None, **options: Any) -> Result:
    app = build_app(make_parts or (PartsWithoutModel))
    return CliRunner().invoke(app, list(arguments), env={"CLAUSIER_HOME": str(home)}, **options)


def document_of(result: Result) -> Any:
    """The one JSON document on standard output."""
    (line,) = result.stdout.splitlines()
    return json.loads(line)


def assert_failed(result: Result, *words: str) -> None:
    """One clear sentence on standard error, exit code 1, and no traceback."""
    assert result.exit_code == 1, result.output
    (sentence,) = (line for line in result.stderr.splitlines() if line.startswith("clausier: "))
    assert all(word in sentence for word in words), sentence
    assert "Traceback" not in result.output


# --- starting


def test_help_and_contracts_import_nothing_slow(tmp_path):
    slow = {"torch", "chromadb", "streamlit", "pandas", "langchain", "langchain_core", "transformers", "docx"}
    script = (
        "import sys; from assistant.cli import main\n"
        "try: main()\n"
        f"finally: print(sorted({slow!r} & sys.modules.keys()), file=sys.stderr)"
    )
    for arguments in (["--help"], ["contracts"], ["ask", "--help"], ["remove", "--help"]):
        done = python("-c", script, *arguments, home=tmp_path)
        assert done.returncode == 0, done.stderr
        assert done.stderr.strip() == "[]", arguments


def test_inspect_reads_without_torch(folder, tmp_path):
    script = "import sys; from assistant.cli import main\ntry: main()\nfinally: print('torch' in sys.modules)"
    path = tmp_path / "run.py"
    path.write_text(f"if __name__ == '__main__':\n{_indented(script)}")
    done = python(str(path), "inspect", str(folder / "agreement.md"), home=tmp_path, PYTHONPATH=str(Path.cwd()))
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "False"


def test_the_module_is_the_command_line(tmp_path):
    done = python("-m", "assistant", "contracts", "--json", home=tmp_path)
    assert json.loads(done.stdout) == {"contracts": []}


def python(*arguments: str, home: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python in a process of its own."""
    variables = {**os.environ, "CLAUSIER_HOME": str(home), **environment}
    return subprocess.run([sys.executable, *arguments], env=variables, capture_output=True, text=True, check=False)


def _indented(script: str) -> str:
    return "".join(f"    {line}\n" for line in script.splitlines())


@pytest.mark.parametrize("command", ["ingest", "ask", "contracts", "show", "find", "inspect", "remove", "reindex"])
def test_every_command_shows_examples(command, tmp_path):
    result = run_in(tmp_path, command, "--help")
    assert result.exit_code == 0
    assert f"clausier {command}" in result.stdout


# --- what commands give


def test_ingesting_the_same_again_changes_nothing(run, folder):
    result = document_of(run("ingest", str(folder), "--json"))
    assert [each["status"] for each in result["documents"]] == ["unchanged", "unchanged"]
    assert (result["added"], result["unchanged"], result["failed"]) == (0, 2, 0)


def test_each_file_can_be_a_contract_of_its_own(folder, tmp_path):
    result = document_of(run_in(tmp_path, "ingest", "--each", str(folder), "--json"))
    assert [each["contract"] for each in result["documents"]] == ["agreement", "charges"]


def test_a_role_given_is_kept(folder, tmp_path):
    run_in(tmp_path, "ingest", str(folder / "charges.md"), "-c", "Acme", "--role", "pricing")
    (contract,) = document_of(run_in(tmp_path, "contracts", "--json"))["contracts"]
    assert [(each["name"], each["role"]) for each in contract["documents"]] == [("charges", "pricing")]


def test_one_bad_file_fails_and_the_others_are_in(folder, tmp_path):
    files = tmp_path / "files"
    shutil.copytree(folder, files)
    (files / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing")
    result = run_in(tmp_path / "home", "ingest", str(files))
    assert_failed(result, "broken.pdf")
    assert "2 added, 0 unchanged, 1 failed" in result.stdout


def test_contracts_are_listed_with_their_documents(run):
    (contract,) = document_of(run("contracts", "--json"))["contracts"]
    assert contract["name"] == "Acme"
    assert [each["name"] for each in contract["documents"]] == ["agreement", "charges"]
    shown = run("contracts").stdout
    assert "Acme" in shown
    assert "charges" in shown


def test_an_answer_has_the_form_that_scripts_rely_on(run):
    result = run("ask", "How fast must the Supplier acknowledge an Incident?", "--contract", "acme", "--json")
    answer = document_of(result)
    assert {"language", "contract", "abstained", "text", "statements", "passages", "seconds"} <= answer.keys()
    assert answer["contract"] == "Acme"
    assert answer["statements"]
    citation = answer["statements"][0]["citations"][0]
    assert {"contract", "document", "clause", "page", "start", "end", "quote"} <= citation.keys()
    assert result.exit_code == 0


def test_an_answer_for_people_names_its_clause(run):
    result = run("ask", "How fast must the Supplier acknowledge an Incident?")
    assert result.exit_code == 0
    assert "fifteen minutes" in result.stdout
    assert "Acme › agreement › 2.1" in result.stdout
    assert "p. 1" not in result.stdout  # plain text has no pages


def test_silence_has_an_exit_code_of_its_own(run):
    result = run("ask", "hello", "--json")
    assert document_of(result)["abstained"] == "small_talk"
    assert result.exit_code == 3
    assert run("ask", "hello").exit_code == 3


def test_show_gives_a_clause_with_what_is_beneath_it(run):
    (clause,) = document_of(run("show", "Acme", "2", "--document", "agreement", "--json"))["clauses"]
    assert clause["heading"] == "Incidents"
    assert "2.1" in clause["text"]
    assert "2.2" in clause["text"]
    assert "1.1" not in clause["text"]


def test_found_passages_can_be_limited(run):
    passages = document_of(run("find", "invoice", "--limit", "1", "--json"))["passages"]
    assert [each["document"] for each in passages] == ["charges"]


def test_inspect_covers_the_text_exactly_once(run, folder):
    read = document_of(run("inspect", str(folder / "agreement.md"), "--json"))
    keys = {"text", "pages", "clauses", "furniture", "role", "language", "warnings"}
    assert keys <= read.keys()
    spans = sorted((each["start"], each["end"]) for each in read["clauses"] + read["furniture"])
    assert "".join(read["text"][start:end] for start, end in spans) == read["text"]
    assert {"1.1", "2.1", "2.2"} <= {each["number"] for each in read["clauses"]}


def test_a_document_is_removed_and_not_found_any_more(run):
    removed = document_of(run("remove", "Acme", "--document", "charges", "--json"))["removed"]
    assert len(removed) == 1
    (contract,) = document_of(run("contracts", "--json"))["contracts"]
    assert [each["name"] for each in contract["documents"]] == ["agreement"]
    assert all(each["document"] != "charges" for each in document_of(run("find", "invoice", "--json"))["passages"])


def test_reindex_counts_the_documents(run):
    assert document_of(run("reindex", "--json")) == {"documents": 2}
    assert "fifteen minutes" in run("ask", "How fast must the Supplier acknowledge an Incident?").stdout


def test_an_interruption_is_told(run):
    result = run("contracts", make_parts=Interrupted)
    assert result.exit_code == 130
    assert "interrupted" in result.stderr


class Interrupted(PartsWithoutModel):
    @property
    def library(self):
        raise KeyboardInterrupt


# --- batches


def test_a_file_of_questions_is_answered_line_by_line(run, tmp_path):
    source, target = tmp_path / "questions.jsonl", tmp_path / "answers.jsonl"
    lines = ['{"id": "1", "question": "How fast are Incidents acknowledged?"}', "{", '{"id": "3", "question": "hello"}']
    source.write_text("\n".join(lines))
    target.write_text("what an earlier run left")
    result = run("ask", "--from", str(source), "--to", str(target))
    answers = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    assert [answer["id"] for answer in answers] == ["1", None, "3"]
    assert [("error" in answer) for answer in answers] == [False, True, False]
    assert_failed(result, "1 of 3")


def test_a_batch_can_go_to_standard_output(run, tmp_path):
    source = tmp_path / "questions.jsonl"
    source.write_text('{"id": "\\ud800", "question": "When are invoices paid?"}\n')
    for arguments in (["--to", "-"], ["--json"]):
        result = run("ask", "--from", str(source), *arguments)
        assert result.exit_code == 0
        assert document_of(result)["id"] == "\ud800"


def test_a_batch_without_a_target_is_shown(run, tmp_path):
    source = tmp_path / "questions.jsonl"
    source.write_text('{"question": "When is each invoice paid?"}\n')
    result = run("ask", "--from", str(source))
    assert result.exit_code == 0
    assert "When is each invoice paid?" in result.stdout
    assert "thirty days" in result.stdout


# --- bad input


def test_a_path_that_does_not_exist(run, tmp_path):
    assert_failed(run("ingest", str(tmp_path / "missing.pdf")), "missing.pdf")
    assert_failed(run("inspect", str(tmp_path / "missing.pdf")), "missing.pdf")
    assert_failed(run("ask", "--from", str(tmp_path / "missing.jsonl")), "missing.jsonl")


@pytest.mark.parametrize("question", ["", "   ", "\x00\x1b\x07", "x" * 100_000, "?" * 100_000])
@pytest.mark.parametrize("command", ["ask", "find"])
def test_a_question_that_is_none(run, command, question):
    assert_failed(run(command, question), "question")


def test_control_characters_in_a_question_do_not_reach_the_terminal(run):
    result = run("ask", "When is each \x1b[31minvoice\x07 paid?\x00")
    assert result.exit_code == 0
    assert not {"\x1b", "\x07", "\x00"} & set(result.output)


def test_an_unknown_contract_is_told_with_the_near_ones(run):
    assert_failed(run("ask", "When are invoices paid?", "-c", "Acne"), "Acne", "“Acme”")
    assert_failed(run("show", "Acne", "1"), "“Acme”")
    assert_failed(run("remove", "Acne"), "“Acme”")


def test_an_unknown_clause_or_document(run):
    assert_failed(run("show", "Acme", "99.9"), "99.9")
    assert_failed(run("show", "Acme", "1", "--document", "nope"), "nope", "“agreement”")


def test_failures_are_json_for_scripts(run):
    result = run("ask", "", "--json")
    assert result.exit_code == 1
    assert "question" in document_of(result)["error"]


def test_a_library_that_is_none(tmp_path):
    (tmp_path / "library.sqlite").write_bytes(b"this is no database, and long enough to be looked at" * 100)
    result = run_in(tmp_path, "contracts")
    assert_failed(result, "library.sqlite")


def test_the_app_is_not_served_with_a_policy_that_cannot_be_read(tmp_path):
    environment = {"CLAUSIER_HOME": str(tmp_path), "CLAUSIER_POLICY": str(tmp_path / "none.toml")}
    result = CliRunner().invoke(build_app(PartsWithoutModel), ["app", "--host", "0.0.0.0"], env=environment)
    assert_failed(result, "CLAUSIER_POLICY", "none.toml")


def test_an_unknown_setting(tmp_path):
    result = CliRunner().invoke(
        build_app(PartsWithoutModel),
        ["contracts"],
        env={"CLAUSIER_HOME": str(tmp_path), "CLAUSIER_MODLE": "x"},
    )
    assert_failed(result, "CLAUSIER_MODLE")


@pytest.mark.parametrize(
    "arguments",
    [
        ["ask"],
        ["ask", "question", "--from", "file"],
        ["ask", "question", "--to", "file"],
        ["ingest"],
        ["ingest", "x", "--role", "nonsense"],
        ["ingest", "x", "--each", "--contract", "Acme"],
        ["find", "x", "--limit", "0"],
        ["nonsense"],
        [],
    ],
)
def test_wrong_usage(run, arguments):
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Traceback" not in result.output


def test_contract_text_is_never_markup(tmp_path):
    words = "The Supplier shall [bold red]restore[/] the Service :smile: soon."
    (tmp_path / "agreement.md").write_text(f"# Repairs\n\n{words}\n", encoding="utf-8")
    run_in(tmp_path / "home", "ingest", str(tmp_path / "agreement.md"))
    assert words in run_in(tmp_path / "home", "show", "agreement", "Repairs").stdout


def test_a_failing_model_is_told_by_its_sentence(run):
    result = run("contracts", make_parts=Broken)
    assert_failed(result, "the model is away")


class Broken(PartsWithoutModel):
    @property
    def library(self):
        raise ModelError("the model is away")


def test_an_empty_path_is_refused_and_does_not_mean_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here.txt").write_text("1. Term\nTwo years.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    result = run_in(tmp_path / "empty", "ingest", "")
    assert result.exit_code == 2
    assert "got an empty one" in " ".join(result.stderr.replace("│", " ").split())
    assert not (tmp_path / "empty").exists()
