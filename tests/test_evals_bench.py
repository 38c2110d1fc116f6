"""The benchmark, part by part and as a whole, over small files and models that need no weights."""

import json
from pathlib import Path

import pytest
from rich.console import Console

from assistant.settings import Settings
from evals.bench import __main__ as bench
from evals.bench import screens
from evals.bench.asking import ask_all, questions
from evals.bench.ingesting import Ingesting, ingest_product, ingest_tutorial
from evals.bench.memory import peak_memory
from evals.bench.reading import is_whole, read_folder
from evals.bench.report import Report, show, speed_ratios
from evals.bench.starting import start
from evals.bench.users import Wait, summary
from evals.case import Scope
from evals.errors import RunError
from evals.tutorial import Tutorial
from ingest.document import Span
from ingest.pipeline import plan
from tests.fake_bench import FakeShelf, ForgingSystem, PerfectSystem, SilentSystem, make_cases, make_document
from tests.fake_langchain import FakeEmbeddings
from tests.fake_parts import FakeParts

TERMS = "# Terms\n\n1. Notice\n\nEither party may end the agreement with three months' notice.\n"


def silent(_: str) -> None:
    """Tell nobody."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "Acme"
    folder.mkdir()
    (folder / "terms.md").write_text(TERMS)
    (folder / "more.md").write_text("# More\n\nThe fee is 12 euros.\n")
    return folder


def test_reading_counts_what_was_read_and_tells_what_was_not(folder: Path) -> None:
    (folder / "broken.pdf").write_bytes(b"no PDF")
    row = read_folder("acme", [job.path for job in plan([folder])], silent)
    assert (row.files, row.pages, row.whole, len(row.failures)) == (3, 2, 2, 1)
    assert row.clauses >= 3
    assert "broken.pdf" in row.failures[0]
    assert row.pages_per_second == row.pages / row.seconds


def test_a_text_that_is_not_covered_once_is_not_whole() -> None:
    document = make_document()
    assert is_whole(document)
    (clause,) = document.clauses
    gap = type(clause)(clause.id, None, None, 1, None, Span(1, len(document.text)), 1)
    assert not is_whole(type(document)(document.text, document.pages, (gap,), (), "", document.role, "en"))
    twice = (clause, gap)
    assert not is_whole(type(document)(document.text, document.pages, twice, (), "", document.role, "en"))


def test_peak_memory_is_of_this_process() -> None:
    assert 10_000_000 < peak_memory() < 100_000_000_000


def test_both_stacks_take_in_the_same_files(folder: Path, tmp_path: Path) -> None:
    with FakeParts(tmp_path / "home") as parts:
        ours = ingest_product(plan([folder]), parts, silent)
        theirs = ingest_tutorial(parts, Tutorial(tmp_path / "tutorial", FakeEmbeddings()), silent)
    assert (ours.files, ours.failed, ours.pages) == (theirs.files, theirs.failed, theirs.pages) == (2, 0, 2)


def test_the_ratio_is_of_pages_a_second() -> None:
    fast = Ingesting(stack="a", files=1, failed=0, pages=30, seconds=2)
    slow = Ingesting(stack="b", files=1, failed=0, pages=30, seconds=6)
    assert speed_ratios([fast, slow]) == {"b": pytest.approx(3)}
    assert speed_ratios([slow, fast, fast]) == {"a": pytest.approx(1 / 3)}
    assert speed_ratios([fast]) == {}
    assert speed_ratios([fast, slow.model_copy(update={"pages": 0})]) == {}


def test_asking_counts_quotes_stages_and_silence() -> None:
    row = ask_all(PerfectSystem(), FakeShelf(), make_cases(), Scope.CONTRACT, silent)
    assert (row.questions, row.silent, row.quotes, row.verbatim, row.on_page) == (9, 3, 6, 6, 6)
    assert [(s.stage, s.n) for s in row.latency] == [("retrieve", 6), ("total", 9)]
    assert row.latency[1].p95 == pytest.approx(0.2)


def test_a_forged_quote_is_not_counted_as_verbatim() -> None:
    row = ask_all(ForgingSystem(), FakeShelf(), make_cases(), Scope.LIBRARY, silent)
    assert (row.quotes, row.verbatim, row.on_page) == (6, 0, 6)
    assert ask_all(SilentSystem(), FakeShelf(), make_cases(), Scope.LIBRARY, silent).quotes == 0


def test_questions_are_those_on_the_contracts_at_hand(tmp_path: Path) -> None:
    path = tmp_path / "mine.jsonl"
    path.write_text("\n".join(case.model_dump_json() for case in make_cases()))
    assert [case.id for case in questions(tmp_path, [str(path)], {"acme"}, 3)] == ["q1", "q4", "u1"]
    assert questions(tmp_path, [str(path)], {"other"}, 3) == []


def test_a_command_is_timed_and_its_failure_told(tmp_path: Path) -> None:
    row = start(["contracts", "--json"], tmp_path / "home", times=1)
    assert row.arguments == "contracts --json"
    assert 0 < row.median <= row.most
    with pytest.raises(RunError, match="expected `clausier nonsense` to succeed, got 2"):
        start(["nonsense"], tmp_path / "home", times=1)


def test_the_report_is_printed_and_written(tmp_path: Path, folder: Path) -> None:
    reading = read_folder("acme", [folder / "terms.md"], silent)
    stack = Ingesting(stack="clausier", files=1, failed=0, pages=1, seconds=0.5)
    asking = ask_all(PerfectSystem(), FakeShelf(), make_cases(), Scope.CONTRACT, silent)
    report = Report(
        created="2030-01-01",
        revision="abc",
        versions={"python": "3"},
        files_from="here",
        loaded=1,
        reading=(reading,),
        ingesting=(stack, stack.model_copy(update={"stack": "tutorial", "seconds": 1.0})),
        asking=(asking,),
        starting=(),
        peak=1 << 20,
    )
    console = Console(record=True, width=200, file=(tmp_path / "out").open("w"))
    show(report, console)
    text = console.export_text()
    console.file.close()
    assert "pages a second over those of tutorial 2.00" in text
    assert "9 warm questions, 3 met with silence" in text
    report.save(tmp_path / "bench.json")
    assert json.loads((tmp_path / "bench.json").read_text())["asking"][0]["quotes"] == 6


def test_without_the_real_contracts_the_samples_serve_and_it_says_so(tmp_path: Path) -> None:
    files = bench.find_files(tmp_path)
    assert "sample families" in files.origin
    assert files.sets == ("samples",)
    assert len(files.to_ingest(everything=False, sample=3)) == 3
    assert len(files.to_ingest(everything=True, sample=3)) == len(files.jobs["samples"]) > 10


@pytest.mark.corpus
def test_with_them_they_are_measured() -> None:
    corpus = Settings.from_environment().corpus
    if not (corpus / "cuad" / "pdf").is_dir():
        pytest.skip(f"the folder of real contracts is not at {corpus}")
    files = bench.find_files(corpus)
    assert list(files.jobs) == ["cuad", "cloud-temple", "templates"]
    assert len(files.jobs["cuad"]) == 70


def test_waits_are_told_by_their_middle_and_their_slow_end_and_failures_are_counted() -> None:
    waits = [Wait(0.1 * n, 0.2 * n) for n in range(1, 21)]
    text = summary([*waits, Wait(error="How?: no answer")], users=10)
    assert "10 users, 21 questions, 1 failed" in text
    assert "first words: median 1.05 s, p95 1.91 s, longest 2.00 s" in text
    assert text.endswith("How?: no answer")


def test_the_waits_of_one_person_are_told_by_what_was_waited_for() -> None:
    told = screens.summary({"page ask": [0.4, 0.6, 0.5], "find results": [0.2]}).splitlines()
    assert told[0] == "page ask      median   500 ms, longest   600 ms, 3 times"
    assert told[1] == "find results  median   200 ms, longest   200 ms, 1 times"
