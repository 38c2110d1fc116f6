from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import AssistantError
from assistant.state_file import opened

SCHEMA = "create table if not exists note (words text not null);"


def notes(path: Path) -> list[str]:
    with opened(path, SCHEMA, "notes") as file:
        return [row[0] for row in file.execute("select words from note")]


def write_and_fail(path: Path) -> None:
    with opened(path, SCHEMA, "notes", write=True) as file:
        file.execute("insert into note values ('undone')")
        raise KeyError


def test_what_a_block_writes_is_kept_when_it_ends_well_and_undone_otherwise(tmp_path: Path) -> None:
    path = tmp_path / "home" / "notes.sqlite"
    with opened(path, SCHEMA, "notes", write=True) as file:
        file.execute("insert into note values ('kept')")
    with pytest.raises(KeyError):
        write_and_fail(path)
    assert notes(path) == ["kept"]


def test_a_file_of_something_else_is_told(tmp_path: Path) -> None:
    path = tmp_path / "notes.sqlite"
    path.write_bytes(b"no database, and long enough to be taken for one" * 100)
    with pytest.raises(
        AssistantError, match=r"expected to read and write notes in .*notes\.sqlite, got: .*; check the file"
    ):
        notes(path)
