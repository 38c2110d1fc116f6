from __future__ import annotations

import errno
import hashlib
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import pytest

from ingest.document import Boxes, Doubt, Role, Span
from ingest.errors import StorageFull, UnknownContract
from ingest.library import Library
from ingest.originals import Originals
from ingest.said import Said
from tests.fake_document import make_document, make_passages
from tests.fake_library import add_document


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "home")


def _files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_a_document_comes_back_as_it_was_stored(library: Library, tmp_path: Path) -> None:
    record = add_document(library, tmp_path)
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


def test_a_record_says_what_the_original_is(library: Library, tmp_path: Path) -> None:
    record = add_document(library, tmp_path, name="SLA v2.PDF")
    assert record.sha256 == hashlib.sha256(b"original").hexdigest()
    assert (record.name, record.suffix, record.size) == ("SLA v2", ".pdf", 8)
    assert (record.page_count, record.clause_count, record.role) == (2, 2, Role.SERVICE_LEVELS)
    assert library.original(record.id).read_bytes() == b"original"
    assert library.original(record.id).name == f"{record.sha256}.pdf"
    assert library.record(record.id) == record
    assert library.find("acme", record.sha256) == record


def test_the_same_bytes_are_stored_once_in_a_contract(library: Library, tmp_path: Path) -> None:
    first = add_document(library, tmp_path)
    generation = library.generation
    assert add_document(library, tmp_path, name="copy.pdf") == first
    assert library.generation == generation


def test_the_same_bytes_in_two_contracts_are_two_documents_and_one_original(library: Library, tmp_path: Path) -> None:
    first, second = add_document(library, tmp_path), add_document(library, tmp_path, contract="Bolt")
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
    add_document(library, tmp_path, contract="Société Générale-Cloud")
    with library.writing():
        library.add_aliases("Société Générale-Cloud", ["SGC", "Nuage SA"])
        library.add_aliases("sgc", ["SGC"])
    for name in ("Société Générale-Cloud", "societe generale cloud", "SGC", "nuage sa"):
        assert library.contract(name).name == "Société Générale-Cloud"
    assert library.contract("sgc").aliases == ("SGC", "Nuage SA")
    add_document(library, tmp_path, contract="SOCIETE GENERALE CLOUD", name="other.pdf", content=b"other")
    assert [len(contract.documents) for contract in library.contracts()] == [2]


def test_an_unknown_contract_is_told_with_near_ones(library: Library, tmp_path: Path) -> None:
    with pytest.raises(UnknownContract, match="none yet"):
        library.contract("Acme")
    add_document(library, tmp_path, contract="Acme Hosting")
    add_document(library, tmp_path, contract="Bolt")
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
    kept, gone = add_document(library, tmp_path), add_document(library, tmp_path, name="gone.pdf", content=b"gone")
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


def test_check_finds_changed_and_lost_originals(library: Library, tmp_path: Path) -> None:
    one, two = add_document(library, tmp_path), add_document(library, tmp_path, name="two.pdf", content=b"two")
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
        add_document(library, tmp_path)
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
    with (
        library._file.engine.connect() as connection
    ):  # the limit belongs to a connection, and the pool has but one so far
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")


def test_sweep_removes_half_written_and_unreferenced_files_only(library: Library, tmp_path: Path) -> None:
    record = add_document(library, tmp_path)
    originals = tmp_path / "home" / "originals"
    (originals / ".part-x1").write_bytes(b"half")
    (originals / "ab").mkdir(exist_ok=True)
    (originals / "ab" / ("ab" * 32 + ".pdf")).write_bytes(b"nobody's")
    with library.writing():
        assert len(library.sweep()) == 2
    assert _files(originals) == [f"{record.sha256[:2]}/{record.sha256}.pdf"]


def test_what_a_user_says_stands_over_what_is_read_and_outlives_a_new_reading(library: Library, tmp_path: Path) -> None:
    record = add_document(library, tmp_path)
    with library.writing():
        library.say("Acme", Said(record.name, "role", "pricing"))
        library.say("Acme", Said(None, "precedence", "framework, annex"))
        library.say("Acme", Said(None, "precedence", "annex, framework"))
    assert library.record(record.id).role is Role.PRICING
    assert library.said("Acme") == (Said(record.name, "role", "pricing"), Said(None, "precedence", "annex, framework"))
    add_document(library, tmp_path, name="other.pdf", content=b"other")
    with library.writing():
        library.remove("Acme", record.name)
    again = add_document(library, tmp_path, content=b"newer")
    assert library.record(again.id).role is Role.PRICING
    assert library.record(again.id).role_read is record.role
    with library.writing():
        library.say("Acme", Said(None, "precedence", ""), forget=True)
    assert [each.key for each in library.said("Acme")] == ["role"]
    with library.writing():
        library.say("Acme", Said(record.name, "role", ""), forget=True)
    assert library.record(again.id).role is record.role, "without the word it is again what it was read as"
    assert library.document(again.id).role is record.role
    assert library.record(again.id).role_read is None


def test_a_word_on_a_document_that_is_not_there_is_refused(library: Library, tmp_path: Path) -> None:
    add_document(library, tmp_path)
    with library.writing(), pytest.raises(UnknownContract, match="sla"):
        library.say("Acme", Said("slap", "role", "pricing"))


def test_a_users_words_go_with_their_contract(library: Library, tmp_path: Path) -> None:
    record = add_document(library, tmp_path)
    with library.writing():
        library.say("Acme", Said(record.name, "role", "pricing"))
        library.remove("Acme")
    assert library.record(add_document(library, tmp_path).id).role is Role.SERVICE_LEVELS


def test_aliases_are_set_without_blanks_and_repetitions(library: Library, tmp_path: Path) -> None:
    add_document(library, tmp_path)
    with library.writing():
        library.add_aliases("Acme", ["Old"])
        library.set_aliases("acme", ["A Ltd", " ", "A Ltd", " Bolt "])
    assert library.contract("Acme").aliases == ("A Ltd", "Bolt")
    assert library.contract("bolt").name == "Acme"


def test_documents_are_told_by_what_stands_in_the_numbers_of_their_clauses(library: Library, tmp_path: Path) -> None:
    record = add_document(library, tmp_path)
    numbers = [clause.number for clause in library.document(record.id).clauses if clause.number]
    assert library.bearing([numbers[0].lower()]) == {record.id}
    assert library.bearing(["%", "77", f"{numbers[0]}.1"]) == set()
    assert library.bearing([]) == set()
