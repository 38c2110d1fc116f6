from __future__ import annotations

import errno
import hashlib
import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import pytest

from ingest.document import Boxes, Doubt, Role, Span
from ingest.errors import LibraryBusy, LibraryDamaged, LibraryError, StorageFull, UnknownContract
from ingest.library import DocumentRecord, Library
from ingest.originals import Originals
from ingest.said import Said
from ingest.schema import VERSION
from tests.fake_document import make_document, make_passages


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "home")


def _add(
    library: Library, folder: Path, contract: str = "Acme", name: str = "sla.pdf", content: bytes = b"original"
) -> DocumentRecord:
    source = folder / name
    source.write_bytes(content)
    document = make_document("The supplier answers within one hour.", "Credits are capped.")
    with library.writing():
        return library.add(contract, document, make_passages(document), source)


def _files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_a_document_comes_back_as_it_was_stored(library: Library, tmp_path: Path) -> None:
    record = _add(library, tmp_path)
    document = make_document("The supplier answers within one hour.", "Credits are capped.")
    stored = library.document(record.id)
    for part in ("text", "pages", "clauses", "furniture", "title", "role", "language", "warnings"):
        assert getattr(stored, part) == getattr(document, part), part
    assert library.boxes(record.id) == document.boxes
    assert stored.boxes == Boxes()
    assert library.passages(record.id) == make_passages(document)


def test_what_recognition_is_not_sure_of_comes_back(library: Library, tmp_path: Path) -> None:
    plain = make_document("The supplier answers within one hour.")
    doubts = (Doubt(Span(4, 12), 0.5), Doubt(Span(20, 26), 0.75))
    document = replace(plain, pages=(replace(plain.pages[0], confidence=0.9),), doubts=doubts)
    source = tmp_path / "scan.pdf"
    source.write_bytes(b"picture")
    with library.writing():
        record = library.add("Acme", document, make_passages(document), source)
    stored = library.document(record.id)
    assert (stored.pages, stored.doubts) == (document.pages, doubts)


def test_a_library_of_version_1_is_brought_up_to_date(library: Library, tmp_path: Path) -> None:
    record = _add(library, tmp_path)
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


def test_a_record_says_what_the_original_is(library: Library, tmp_path: Path) -> None:
    record = _add(library, tmp_path, name="SLA v2.PDF")
    assert record.sha256 == hashlib.sha256(b"original").hexdigest()
    assert (record.name, record.suffix, record.size) == ("SLA v2", ".pdf", 8)
    assert (record.page_count, record.clause_count, record.role) == (2, 2, Role.SERVICE_LEVELS)
    assert library.original(record.id).read_bytes() == b"original"
    assert library.original(record.id).name == f"{record.sha256}.pdf"
    assert library.record(record.id) == record
    assert library.find("acme", record.sha256) == record


def test_the_same_bytes_are_stored_once_in_a_contract(library: Library, tmp_path: Path) -> None:
    first = _add(library, tmp_path)
    generation = library.generation
    assert _add(library, tmp_path, name="copy.pdf") == first
    assert library.generation == generation


def test_the_same_bytes_in_two_contracts_are_two_documents_and_one_original(library: Library, tmp_path: Path) -> None:
    first, second = _add(library, tmp_path), _add(library, tmp_path, contract="Bolt")
    assert first.id != second.id
    with library.writing():
        library.remove("Acme")
    assert library.original(second.id).is_file()
    with library.writing():
        library.remove("Bolt")
    assert _files(tmp_path / "home" / "originals") == []


def test_names_are_made_unique_within_a_contract(library: Library, tmp_path: Path) -> None:
    document = make_document()
    names = []
    for content, folder in ((b"1", "fr"), (b"2", "en/network"), (b"3", "en/network"), (b"4", "")):
        source = tmp_path / "raci.txt"
        source.write_bytes(content)
        with library.writing():
            record = library.draft("Acme", document, source, folder=folder)
            library.store(record, document, ())
        names.append(record.name)
    assert names == ["raci", "raci (en/network)", "raci (2)", "raci (3)"]


def test_a_contract_answers_to_other_spellings_and_aliases(library: Library, tmp_path: Path) -> None:
    _add(library, tmp_path, contract="Société Générale-Cloud")
    with library.writing():
        library.add_aliases("Société Générale-Cloud", ["SGC", "Nuage SA"])
        library.add_aliases("sgc", ["SGC"])
    for name in ("Société Générale-Cloud", "societe generale cloud", "SGC", "nuage sa"):
        assert library.contract(name).name == "Société Générale-Cloud"
    assert library.contract("sgc").aliases == ("SGC", "Nuage SA")
    _add(library, tmp_path, contract="SOCIETE GENERALE CLOUD", name="other.pdf", content=b"other")
    assert [len(contract.documents) for contract in library.contracts()] == [2]


def test_an_unknown_contract_is_told_with_near_ones(library: Library, tmp_path: Path) -> None:
    with pytest.raises(UnknownContract, match="none yet"):
        library.contract("Acme")
    _add(library, tmp_path, contract="Acme Hosting")
    _add(library, tmp_path, contract="Bolt")
    with pytest.raises(UnknownContract, match="did you mean “Acme Hosting”"):
        library.contract("acme")
    with pytest.raises(UnknownContract, match="there are: “Acme Hosting”, “Bolt”"):
        library.contract("zzz")
    with library.writing():
        library.add_aliases("Bolt", ["supplier"])
        library.add_aliases("Acme Hosting", ["Supplier"])
    with pytest.raises(UnknownContract, match="may mean “Acme Hosting”, “Bolt”"):
        library.contract("SUPPLIER")


def test_what_is_removed_is_gone_and_cached_nowhere(library: Library, tmp_path: Path) -> None:
    kept, gone = _add(library, tmp_path), _add(library, tmp_path, name="gone.pdf", content=b"gone")
    library.document(gone.id)
    with library.writing():
        assert library.remove("acme", "gone") == [gone.id]
    for look in (library.record, library.document, library.passages, library.boxes, library.original):
        with pytest.raises(UnknownContract, match="may have been removed"):
            look(gone.id)
    assert [d.id for c in library.contracts() for d in c.documents] == [kept.id]
    with library.writing(), pytest.raises(UnknownContract, match="it has: “sla”"):
        library.remove("Acme", "gone")
    with library.writing():
        library.remove("Acme")
    assert library.contracts() == []


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
    record = _add(library, tmp_path)
    assert other.generation == library.generation == before + 1
    assert other.document(record.id).text == library.document(record.id).text


def test_inside_steady_a_thread_sees_one_state_and_what_it_changes_itself(library: Library, tmp_path: Path) -> None:
    other, before = Library(tmp_path / "home"), library.generation
    with other.steady():
        assert other.contracts() == []
        with other.steady():
            _add(library, tmp_path)
        assert (other.generation, other.contracts()) == (before, [])
        with ThreadPoolExecutor(1) as pool:
            assert [each.name for each in pool.submit(other.contracts).result()] == ["Acme"]
        with other.writing():
            other.set_aliases("Acme", ["Apex"])
        assert [each.aliases for each in other.contracts()] == [("Apex",)]
        seen = other.generation
        _add(library, tmp_path, contract="Bolt")
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
    record = _add(library, tmp_path)
    library.close()
    path = tmp_path / "home" / "library.sqlite"
    content = bytearray(path.read_bytes())
    content[4096 * 2 :] = b"\xaa" * (len(content) - 4096 * 2)
    path.write_bytes(content)
    with pytest.raises(LibraryDamaged, match=r"library\.sqlite"):
        Library(tmp_path / "home").document(record.id)


def test_check_finds_changed_and_lost_originals(library: Library, tmp_path: Path) -> None:
    one, two = _add(library, tmp_path), _add(library, tmp_path, name="two.pdf", content=b"two")
    assert library.check() == []
    library.original(one.id).write_bytes(b"changed")
    library.original(two.id).unlink()
    faults = library.check()
    assert len(faults) == 2
    assert any("got other bytes" in fault for fault in faults)
    assert any("found none" in fault for fault in faults)


def _copy_to_a_full_disk(source: BinaryIO, target: BinaryIO) -> str:
    target.write(source.read(3))
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_while_the_original_is_copied_leaves_nothing(tmp_path: Path) -> None:
    home = tmp_path / "home"
    library = Library(home, Originals(home / "originals", copy=_copy_to_a_full_disk))
    with pytest.raises(StorageFull, match="expected room on the disk"):
        _add(library, tmp_path)
    assert library.contracts() == []
    assert _files(home / "originals") == []


def test_a_full_disk_while_rows_are_written_leaves_nothing(library: Library, tmp_path: Path) -> None:
    document = make_document("word " * 200_000)
    source = tmp_path / "big.txt"
    source.write_bytes(b"big")
    _limit_pages(library, 60)
    with library.writing(), pytest.raises(StorageFull, match="nothing was stored"):
        library.add("Acme", document, (), source)
    assert library.contracts() == []
    with library.writing():
        library.sweep()
    assert _files(tmp_path / "home" / "originals") == []
    _limit_pages(library, 1_000_000)
    with library.writing():
        assert library.add("Acme", document, (), source).name == "big"


def _limit_pages(library: Library, pages: int) -> None:
    with library._engine.connect() as connection:  # the limit belongs to a connection, and the pool has but one so far
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")


def test_sweep_removes_half_written_and_unreferenced_files_only(library: Library, tmp_path: Path) -> None:
    record = _add(library, tmp_path)
    originals = tmp_path / "home" / "originals"
    (originals / ".part-x1").write_bytes(b"half")
    (originals / "ab").mkdir(exist_ok=True)
    (originals / "ab" / ("ab" * 32 + ".pdf")).write_bytes(b"nobody's")
    with library.writing():
        assert len(library.sweep()) == 2
    assert _files(originals) == [f"{record.sha256[:2]}/{record.sha256}.pdf"]


def test_what_a_user_says_stands_over_what_is_read_and_outlives_a_new_reading(library: Library, tmp_path: Path) -> None:
    record = _add(library, tmp_path)
    with library.writing():
        library.say("Acme", Said(record.name, "role", "pricing"))
        library.say("Acme", Said(None, "precedence", "framework, annex"))
        library.say("Acme", Said(None, "precedence", "annex, framework"))
    assert library.record(record.id).role is Role.PRICING
    assert library.said("Acme") == (Said(record.name, "role", "pricing"), Said(None, "precedence", "annex, framework"))
    _add(library, tmp_path, name="other.pdf", content=b"other")
    with library.writing():
        library.remove("Acme", record.name)
    again = _add(library, tmp_path, content=b"newer")
    assert library.record(again.id).role is Role.PRICING
    with library.writing():
        library.say("Acme", Said(None, "precedence", ""), forget=True)
    assert [each.key for each in library.said("Acme")] == ["role"]


def test_a_word_on_a_document_that_is_not_there_is_refused(library: Library, tmp_path: Path) -> None:
    _add(library, tmp_path)
    with library.writing(), pytest.raises(UnknownContract, match="sla"):
        library.say("Acme", Said("slap", "role", "pricing"))


def test_a_users_words_go_with_their_contract(library: Library, tmp_path: Path) -> None:
    record = _add(library, tmp_path)
    with library.writing():
        library.say("Acme", Said(record.name, "role", "pricing"))
        library.remove("Acme")
    assert library.record(_add(library, tmp_path).id).role is Role.SERVICE_LEVELS


def test_aliases_are_set_without_blanks_and_repetitions(library: Library, tmp_path: Path) -> None:
    _add(library, tmp_path)
    with library.writing():
        library.add_aliases("Acme", ["Old"])
        library.set_aliases("acme", ["A Ltd", " ", "A Ltd", " Bolt "])
    assert library.contract("Acme").aliases == ("A Ltd", "Bolt")
    assert library.contract("bolt").name == "Acme"
