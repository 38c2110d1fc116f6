from __future__ import annotations

import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from ingest.errors import LibraryBusy, LibraryDamaged, LibraryError
from ingest.library import Library
from ingest.schema import VERSION
from tests.fake_document import make_document
from tests.fake_library import add_document


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "home")


def test_a_library_of_version_1_is_brought_up_to_date(library: Library, tmp_path: Path) -> None:
    record = add_document(library, tmp_path)
    library.close()
    with sqlite3.connect(tmp_path / "home" / "library.sqlite") as connection:
        connection.execute("ALTER TABLE pages DROP COLUMN confidence")
        connection.execute("DROP TABLE doubts")
        connection.execute("DROP TABLE said")
        connection.execute("ALTER TABLE documents DROP COLUMN folder")
        connection.execute("ALTER TABLE documents DROP COLUMN replaced_by")
        connection.execute("PRAGMA user_version = 1")
    connection.close()
    upgraded = Library(tmp_path / "home")
    assert (
        upgraded.document(record.id).pages
        == make_document("The supplier answers within one hour.", "Credits are capped.").pages
    )
    with sqlite3.connect(tmp_path / "home" / "library.sqlite") as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)
    connection.close()
    upgraded.close()


def test_a_change_outside_writing_is_refused(library: Library, tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_bytes(b"a")
    with pytest.raises(RuntimeError, match=r"library\.writing"):
        library.add("Acme", make_document(), (), source)


def test_a_second_writer_is_told_that_the_library_is_busy(tmp_path: Path) -> None:
    first, second = Library(tmp_path), Library(tmp_path, lock_seconds=0.0)
    with first.writing(), pytest.raises(LibraryBusy, match="another process is writing"), second.writing():
        pass
    with second.writing():
        assert second.contracts() == []


def test_another_thread_waits_its_turn_and_readers_do_not(library: Library, tmp_path: Path) -> None:
    seen: list[int] = []
    with library.writing():
        reader = threading.Thread(target=lambda: seen.append(len(library.contracts())))
        reader.start()
        reader.join()
    assert seen == [0]


def test_the_generation_grows_with_each_change_and_other_readers_see_it(library: Library, tmp_path: Path) -> None:
    other = Library(tmp_path / "home")
    before = other.generation
    record = add_document(library, tmp_path)
    assert other.generation == library.generation == before + 1
    assert other.document(record.id).text == library.document(record.id).text


def test_inside_steady_a_thread_sees_one_state_and_what_it_changes_itself(library: Library, tmp_path: Path) -> None:
    other, before = Library(tmp_path / "home"), library.generation
    with other.steady():
        assert other.contracts() == []
        with other.steady():
            add_document(library, tmp_path)
        assert (other.generation, other.contracts()) == (before, [])
        with ThreadPoolExecutor(1) as pool:
            assert [each.name for each in pool.submit(other.contracts).result()] == ["Acme"]
        with other.writing():
            other.set_aliases("Acme", ["Apex"])
        assert [each.aliases for each in other.contracts()] == [("Apex",)]
        seen = other.generation
        add_document(library, tmp_path, contract="Bolt")
        assert other.generation == seen
    assert [each.name for each in other.contracts()] == ["Acme", "Bolt"]


@pytest.mark.parametrize(
    "content", [b"not a database, whatever its name says" * 50, b"SQLite format 3\0" + b"\xff" * 5000]
)
def test_a_file_that_is_no_database_is_told_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "library.sqlite"
    path.write_bytes(content)
    with pytest.raises(LibraryDamaged, match=r"library\.sqlite.*restore it from a backup"):
        Library(tmp_path)
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "library.sqlite") as connection:
        connection.execute("CREATE TABLE notes (text)")
    connection.close()
    with pytest.raises(LibraryDamaged, match="another program"):
        Library(tmp_path)


def test_a_library_of_a_newer_version_is_refused(library: Library, tmp_path: Path) -> None:
    library.close()
    with sqlite3.connect(tmp_path / "home" / "library.sqlite") as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(LibraryError, match="got 99; use a newer clausier"):
        Library(tmp_path / "home")


def test_damage_within_the_file_is_told_when_it_is_met(library: Library, tmp_path: Path) -> None:
    record = add_document(library, tmp_path)
    library.close()
    path = tmp_path / "home" / "library.sqlite"
    content = bytearray(path.read_bytes())
    content[4096 * 2 :] = b"\xaa" * (len(content) - 4096 * 2)
    path.write_bytes(content)
    with pytest.raises(LibraryDamaged, match=r"library\.sqlite"):
        Library(tmp_path / "home").document(record.id)
