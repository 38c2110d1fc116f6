from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from assistant.background import EVALUATE, INGEST, RESTORE, UPLOADS, Background
from assistant.settings import Settings
from evals.result import load_result
from ingest.embed import Vectors
from ingest.job_table import JobTable, State
from ingest.pipeline import plan
from tests.fake_embedder import FakeEmbedder
from tests.fake_parts import FakeParts

QUESTION = "How fast shall the supplier answer?"
WORDS = "The supplier shall answer within one hour."


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[FakeParts]:
    with FakeParts(tmp_path / "home") as parts:
        yield parts


def write(folder: Path, name: str, words: str = WORDS) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(f"# 1. Levels\n\n{words}\n" if words else "", encoding="utf-8")
    return path


def test_uploads_are_read_as_a_job_and_then_go_away(parts: FakeParts) -> None:
    background = Background(parts)
    folder = background.upload_folder()
    good, empty = write(folder, "sla.md"), write(folder, "empty.md", "")
    number = background.add(plan([good, empty], "Acme"), "2 files", folder, "ann")
    background.close()
    (job,) = Background(parts).jobs(INGEST, "ann")
    assert (job.id, job.state, job.done, job.total) == (number, State.DONE, 2, 2)
    first, second = job.result["outcomes"]
    assert (first["status"], first["document"], first["path"]) == ("added", "sla", "sla.md")
    assert second["status"] == "failed"
    assert str(folder) not in json.dumps(job.result)
    assert not folder.exists()
    assert [d.name for d in parts.library.contract("Acme").documents] == ["sla"]
    assert Background(parts).jobs(INGEST, "bob") == []


def test_uploads_of_an_interrupted_job_stay_until_it_is_done_again(parts: FakeParts) -> None:
    background = Background(parts)
    folder, left = background.upload_folder(), background.upload_folder()
    path = write(folder, "sla.md")
    payload = {"files": [{"path": str(path), "contract": "Acme", "folder": ""}], "upload": str(folder)}
    table = JobTable(parts.settings.home)
    table.end(table.add(INGEST, "1 file", payload), State.INTERRUPTED)
    later = Background(parts)
    assert not left.exists()
    later.runner.again(later.jobs(INGEST)[0].id)
    later.close()
    assert [d.name for d in parts.library.contract("Acme").documents] == ["sla"]
    assert list((parts.settings.home / UPLOADS).iterdir()) == []


def test_a_set_is_run_over_the_shared_library_which_stays_open(parts: FakeParts, tmp_path: Path) -> None:
    background = Background(parts, lambda settings: FakeParts(settings.home))
    background.add(plan([write(tmp_path / "Acme", "sla.md")], "Acme"), "1 file")
    background.runner.close()
    document = parts.library.document(parts.library.contract("Acme").documents[0].id)
    start = document.text.index(WORDS)
    case = {
        "id": "own-1", "contract": "Acme", "question": QUESTION, "lang": "en", "doc_lang": "en", "persona": "ops",
        "kind": "duration", "evidence": [{"document": "sla", "quote": WORDS, "start": start, "end": start + len(WORDS)}],
    }  # fmt: skip
    own = tmp_path / "own.jsonl"
    own.write_text(json.dumps(case) + "\n")
    background.evaluate([str(own)])
    background.runner.close()
    (job,) = background.jobs(EVALUATE)
    assert (job.state, job.message, job.done, job.total) == (State.DONE, "", 1, 1)
    assert [case.question for case in load_result(Path(job.result["folder"]) / "result.json").cases] == [QUESTION]
    assert parts.library.contract("Acme").name == "Acme"


def test_a_set_that_is_not_there_is_told_in_a_sentence(parts: FakeParts, tmp_path: Path) -> None:
    background = Background(parts)
    background.evaluate([str(tmp_path / "none.jsonl")])
    background.close()
    (job,) = Background(parts).jobs(EVALUATE)
    assert job.state is State.FAILED
    assert "none.jsonl" in job.message


def test_the_home_of_another_set_is_opened_with_its_own_parts(parts: FakeParts, tmp_path: Path) -> None:
    background = Background(parts, lambda settings: FakeParts(settings.home))
    other = Settings(home=tmp_path / "other")
    assert background._lend(other).settings.home == other.home
    assert background._lend(parts.settings).library is parts.library


def test_what_is_removed_can_be_put_back_by_a_job(parts: FakeParts, tmp_path: Path) -> None:
    background = Background(parts)
    background.add(plan([write(tmp_path / "Acme", "sla.md")], "Acme"), "1 file")
    background.runner.close()
    removed = background.remove("Acme")
    assert parts.library.contracts() == []
    background.restore(removed)
    background.runner.close()
    assert [job.state for job in background.jobs(RESTORE)] == [State.DONE]
    assert [d.name for d in parts.library.contract("Acme").documents] == ["sla"]
    assert background.wastebasket.all() == []


class CancellingEmbedder(FakeEmbedder):
    """Asks for the latest job to be cancelled while it embeds the second document; the one before may be stored by then, or not."""

    background: Background | None = None
    calls = 0

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        self.calls += 1
        if self.background is not None and self.calls == 2:
            job = self.background.jobs(INGEST)[0]
            self.background.runner.cancel(job.id)
        return super().embed_passages(texts)


def test_a_cancelled_reading_keeps_what_it_had_finished_and_goes_on_where_it_was(
    parts: FakeParts, tmp_path: Path
) -> None:
    embedder = CancellingEmbedder()
    parts.__dict__["embedder"] = embedder
    background = Background(parts)
    embedder.background = background
    files = [write(tmp_path / "Acme", f"{name}.md", f"{WORDS} {name}") for name in ("a", "b", "c")]
    number = background.add(plan(files, "Acme"), "3 files")
    background.runner.close()
    job = background.runner.table.get(number)
    assert job.state is State.CANCELLED
    kept = [outcome["document"] for outcome in job.result.get("outcomes", [])]
    assert kept in ([], ["a"], ["a", "b"])
    assert [d.name for contract in parts.library.contracts() for d in contract.documents] == kept
    embedder.background = None
    again = background.runner.again(number)
    background.runner.close()
    told = background.runner.table.get(again).result["outcomes"]
    assert [outcome["status"] for outcome in told] == ["unchanged"] * len(kept) + ["added"] * (3 - len(kept))
