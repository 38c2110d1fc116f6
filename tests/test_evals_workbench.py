from pathlib import Path

import pytest

from assistant.parts import Parts
from assistant.settings import Settings
from evals.errors import RunError
from evals.sets import Source
from evals.shelf import Record
from evals.workbench import Workbench, reading_program
from tests.fake_bench import make_case
from tests.fake_parts import FakeParts

TERMS = "# Terms\n\n1. Notice\n\nEither party may end the agreement with three months' notice.\n"


class Counting:
    """Makes fake parts and keeps the homes that it was asked for."""

    def __init__(self) -> None:
        self.homes: list[Path] = []

    def __call__(self, settings: Settings) -> Parts:
        self.homes.append(settings.home)
        return FakeParts(settings.home)


def files(folder: Path, text: str = TERMS) -> Source:
    folder.mkdir(exist_ok=True)
    (folder / "terms.md").write_text(text)
    return Source((folder,))


def build(home: Path, sources: list[Source], own: Path | None = None) -> tuple[list[Record], list[Path]]:
    """The documents that the contract of the files has on the bench, if any, and the homes that were opened."""
    making = Counting()
    with Workbench(Settings(home=home), making, home=own) as workbench:
        shelf = workbench.build(sources).shelf
        return (list(shelf.contract("Acme").documents) if sources else []), making.homes


def test_a_set_with_files_has_a_home_of_its_own_that_is_used_again(tmp_path: Path) -> None:
    source = files(tmp_path / "Acme")
    known, (home, *_) = build(tmp_path / "user", [source])
    assert home.parent == tmp_path / "user" / "evals"
    assert home.name.startswith("Acme-")
    again, (same, *_) = build(tmp_path / "user", [source])
    assert same == home
    assert again == known


def test_the_product_answers_from_it_and_its_settings_are_recorded(tmp_path: Path) -> None:
    making = Counting()
    with Workbench(Settings(home=tmp_path / "user", model=""), making) as workbench:
        bench = workbench.build([files(tmp_path / "Acme")])
        answer = bench.system.ask(make_case(contract="Acme", question="How much notice must we give?"))
    assert answer.passages[0].document == "terms"
    assert bench.settings["embedder"] == "fake"
    assert bench.settings["model"] == "none"
    assert bench.settings["prompt answer"].isdigit()


def test_a_file_made_anew_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    build(tmp_path / "user", [files(tmp_path / "Acme")])
    with Workbench(Settings(home=tmp_path / "user"), Counting()) as workbench:
        shelf = workbench.build([files(tmp_path / "Acme", TERMS.replace("three", "six"))]).shelf
        (record,) = shelf.contract("Acme").documents
        assert "six months" in shelf.document(record.id).text


def test_a_changed_reading_program_starts_the_home_anew(tmp_path: Path) -> None:
    source = files(tmp_path / "Acme")
    _, (home, *_) = build(tmp_path / "user", [source])
    (home / "made-by.txt").write_text("an older program")
    (home / "left.txt").write_text("of old")
    known, _ = build(tmp_path / "user", [source])
    assert not (home / "left.txt").exists()
    assert [record.name for record in known] == ["terms"]


def test_a_named_home_keeps_what_it_has_and_receives_what_it_lacks(tmp_path: Path) -> None:
    own = tmp_path / "own"
    build(tmp_path / "user", [files(tmp_path / "Acme")], own)
    (tmp_path / "Acme" / "terms.md").rename(tmp_path / "Acme" / "other.md")
    (tmp_path / "Acme" / "other.md").write_text(TERMS.replace("three", "nine"))
    known, homes = build(tmp_path / "user", [Source((tmp_path / "Acme",))], own)
    assert homes[0] == own
    assert [record.name for record in known] == ["other", "terms"]


def test_a_set_without_files_asks_the_users_library(tmp_path: Path) -> None:
    _, homes = build(tmp_path / "user", [])
    assert set(homes) == {tmp_path / "user"}


def test_a_file_that_cannot_be_read_stops_the_run(tmp_path: Path) -> None:
    (tmp_path / "Acme").mkdir()
    (tmp_path / "Acme" / "terms.pdf").write_bytes(b"no PDF at all")
    with pytest.raises(RunError, match=r"terms\.pdf"):
        build(tmp_path / "user", [Source((tmp_path / "Acme",))])


def test_the_reading_program_is_told_by_its_source() -> None:
    assert reading_program() == reading_program()
    assert len(reading_program()) == 64
