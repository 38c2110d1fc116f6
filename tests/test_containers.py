"""Archives, messages and PDFs with attachments become jobs for what they hold."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pypdf
import pytest
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, FloatObject, NameObject, TextStringObject

from ingest.containers import Containers
from ingest.document import Document, Passage, Role
from ingest.embed import Vectors
from ingest.errors import DamagedFile, EncryptedFile, FileTooLarge, UnreadableFile
from ingest.fetch import fetch_all
from ingest.plan import Job, plan
from ingest.read import read
from ingest.read.limits import Limits
from ingest.read.unpack import Unpacked, unpack
from tests.fake_document import make_document
from tests.fake_pdf import changed, pdf, words
from tests.test_pipeline import Shelf
from tests.test_read_mail import message


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    shelf = Shelf(tmp_path)
    yield shelf
    shelf.close()


def archive(path: Path, members: dict[str, bytes | str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return path


def unprepared(_name: str, _document: Document) -> tuple[tuple[Passage, ...], Vectors]:
    return (), np.zeros((0, 1), np.float32)


def here(path: Path, target: Path, suffixes: tuple[str, ...]) -> Unpacked:
    return unpack(path, target, suffixes, Limits())


def test_an_archive_is_one_contract_of_its_files(tmp_path: Path) -> None:
    family = archive(
        tmp_path / "Acme.zip",
        {
            "msa.txt": "1. Term",
            "fr/sla.md": "# SLA",
            "notes.xlsx": "",
            "__MACOSX/._msa.txt": "",
            ".hidden.txt": "",
            "old.zip": "PK",
        },
    )
    with Containers(tmp_path / "unpacked", here) as containers:
        jobs = containers.opened(plan([family]))
        assert [
            (job.path.name, job.contract, job.folder, job.shown.relative_to(tmp_path).as_posix()) for job in jobs
        ] == [
            ("msa.txt", "Acme", "", "Acme.zip/msa.txt"),
            ("sla.md", "Acme", "fr", "Acme.zip/fr/sla.md"),
            ("Acme.zip", "Acme", "", "Acme.zip/old.zip"),
        ]
        assert "archive within Acme.zip" in jobs[2].refusal
        assert jobs[0].path.read_text() == "1. Term"
    assert list((tmp_path / "unpacked").iterdir()) == []


def test_messages_in_an_archive_are_opened_with_those_attached_to_them_and_no_deeper(tmp_path: Path) -> None:
    deepest = message(tmp_path / "deepest.eml", ("lost.txt", b"lost")).read_bytes()
    inner = message(tmp_path / "inner.eml", ("annex.txt", b"annex"), ("deepest.eml", deepest)).read_bytes()
    outer = message(tmp_path / "outer.eml", ("inner.eml", inner), ("levels.txt", b"levels")).read_bytes()
    family = archive(tmp_path / "a.zip", {"outer.eml": outer})
    with Containers(tmp_path / "unpacked", here) as containers:
        assert [job.path.name for job in containers.opened([Job(family, "a")])] == [
            "outer.eml",
            "inner.eml",
            "annex.txt",
            "deepest.eml",
            "levels.txt",
        ]


def test_attachments_of_a_pdf_are_offered_and_taken_as_annexes(tmp_path: Path, shelf: Shelf) -> None:
    plain = pdf(tmp_path / "plain.pdf", [words("1. Term", "Two years.")])
    prices = b"1. General terms\nThe fee is 100 EUR.\n"
    path = changed(plain, tmp_path / "msa.pdf", lambda writer: writer.add_attachment("prices.txt", prices))
    assert any("1 file attached, no part of this text: prices.txt" in warning for warning in read(path).warnings)
    with Containers(tmp_path / "unpacked", here, attachments=False) as containers:
        assert [job.path.name for job in containers.opened([Job(path, "a")])] == ["msa.pdf"]
    with Containers(tmp_path / "unpacked", here, attachments=True) as containers:
        jobs = containers.opened([Job(path, "a")])
        assert [(job.path.name, job.attached) for job in jobs] == [("msa.pdf", False), ("prices.txt", True)]
        as_framework = replace(make_document("General terms"), role=Role.FRAMEWORK)
        files = list(fetch_all(jobs, shelf.library, None, lambda _path, _role: as_framework, unprepared))
    assert [file.document.role for file in files if file.document] == [Role.FRAMEWORK, Role.ANNEX]
    assert jobs[1].shown == path / "prices.txt"


def test_a_file_that_hangs_on_a_page_is_offered_once(tmp_path: Path) -> None:
    def hang(writer: pypdf.PdfWriter) -> None:
        writer.add_attachment("prices.txt", b"The fee is 100 EUR.")
        names = writer.root_object["/Names"]["/EmbeddedFiles"]["/Names"]
        prices = names[1].get_object()
        levels = DictionaryObject(prices)
        stream = DecodedStreamObject()
        stream.set_data(b"One hour.")
        held = writer._add_object(stream)
        levels[NameObject("/EF")] = DictionaryObject({NameObject("/F"): held})
        levels[NameObject("/F")] = levels[NameObject("/UF")] = TextStringObject("levels.txt")
        box = ArrayObject([FloatObject(each) for each in (10, 10, 30, 30)])
        writer.pages[0][NameObject("/Annots")] = ArrayObject(
            DictionaryObject(
                {
                    NameObject("/Subtype"): NameObject("/FileAttachment"),
                    NameObject("/FS"): file,
                    NameObject("/Rect"): box,
                }
            )
            for file in (prices, levels, levels)
        )

    path = changed(pdf(tmp_path / "plain.pdf", [words("1. Term", "Two years.")]), tmp_path / "msa.pdf", hang)
    (warning,) = read(path).warnings
    assert "2 files attached, no part of this text: prices.txt, levels.txt" in warning
    unpacked = unpack(path, tmp_path / "out", (".txt",), Limits())
    assert [file.read_bytes() for file, _ in unpacked.files] == [b"The fee is 100 EUR.", b"One hour."]


def test_an_ingested_archive_is_whole_and_repeatable(tmp_path: Path, shelf: Shelf) -> None:
    family = archive(tmp_path / "Acme.zip", {"a.txt": "The supplier answers.", "b.txt": "BROKEN", "old.zip": "PK"})
    outcomes = shelf.ingest(family)
    assert [(o.path.name, o.status) for o in outcomes] == [
        ("a.txt", "added"),
        ("b.txt", "failed"),
        ("old.zip", "failed"),
    ]
    assert shelf.names() == {"Acme": ["a"]}
    assert [o.status for o in shelf.ingest(family)] == ["unchanged", "failed", "failed"]
    assert list((tmp_path / "home" / "unpacked").iterdir()) == []


def test_what_a_killed_run_left_is_removed_and_what_another_uses_is_not(tmp_path: Path) -> None:
    home = tmp_path / "unpacked"
    family = archive(tmp_path / "a.zip", {"a.txt": "text"})
    (home / "dead").mkdir(parents=True)
    (home / "dead.lock").touch()
    with Containers(home, here) as one:
        (job,) = one.opened([Job(family, "a")])
        with Containers(home, here):
            assert job.path.exists()
        assert not (home / "dead").exists()


def hostile(folder: Path) -> dict[str, tuple[Path, type[UnreadableFile], str]]:
    escaping = archive(folder / "escaping.zip", {"../x.txt": "x"})
    absolute = archive(folder / "absolute.zip", {"C:\\x.txt": "x"})
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(folder / "link.zip", "w") as package:
        package.writestr(link, "/etc/hostname")
    many = archive(folder / "many.zip", {f"{n}.txt": "" for n in range(1_001)})
    bomb = archive(folder / "bomb.zip", {"a.txt": bytes(11 << 20)})
    whole = archive(folder / "whole.zip", {"a.txt": "The supplier answers. " * 99})
    torn = folder / "torn.zip"
    torn.write_bytes(whole.read_bytes()[:60])
    locked = bytearray(archive(folder / "locked.zip", {"a.txt": "x"}).read_bytes())
    locked[locked.rindex(b"PK\x01\x02") + 8] |= 1
    (folder / "locked.zip").write_bytes(locked)
    return {
        "escaping": (escaping, DamagedFile, "leads out of it"),
        "absolute": (absolute, DamagedFile, "leads out of it"),
        "link": (folder / "link.zip", DamagedFile, "leads out of it"),
        "many": (many, FileTooLarge, "at most 1,000 files"),
        "bomb": (bomb, FileTooLarge, "bomb"),
        "torn": (torn, DamagedFile, "whole zip archive"),
        "locked": (folder / "locked.zip", EncryptedFile, "password"),
    }


@pytest.mark.parametrize("name", ["escaping", "absolute", "link", "many", "bomb", "torn", "locked"])
def test_hostile_archives_are_refused(tmp_path: Path, name: str) -> None:
    path, kind, said = hostile(tmp_path)[name]
    with pytest.raises(kind, match=said) as caught:
        here(path, tmp_path / "out", (".txt",))
    assert path.name in str(caught.value)
    with Containers(tmp_path / "unpacked", here) as containers:
        (job,) = containers.opened([Job(path, "a")])
        assert job.refusal == str(caught.value)
    assert not (tmp_path / "x.txt").exists()


def test_an_archive_without_documents_is_told(tmp_path: Path) -> None:
    family = archive(tmp_path / "a.zip", {"notes.xlsx": "x"})
    with Containers(tmp_path / "unpacked", here) as containers:
        (job,) = containers.opened([Job(family, "a")])
    assert job.refusal.startswith("a.zip: expected files ending in")


def test_a_folder_that_outlived_its_lock_is_swept(tmp_path: Path) -> None:
    home = tmp_path / "unpacked"
    (home / "left" / "1").mkdir(parents=True)
    with Containers(home, _never):
        assert not (home / "left").exists()
        (home / "late").mkdir()
    assert list(home.iterdir()) == []


def _never(*_: object) -> Unpacked:
    raise AssertionError("expected nothing to be opened")
