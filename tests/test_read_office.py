"""OpenDocument, RTF and old Word files, through a stand-in for LibreOffice; and through LibreOffice where it is installed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from ingest.errors import DamagedFile, FileTooLarge, UnsupportedFormat
from ingest.read import read
from ingest.read.limits import Limits
from ingest.read.office import find_program, read_office
from ingest.read.sniff import Format, sniff
from tests.fake_docx import paragraph, word

RTF = r"{\rtf1\ansi\deff0{\fonttbl{\f0 Times;}}\f0 1. Term\par This agreement lasts two years.\par}"


@pytest.fixture
def rtf(tmp_path: Path) -> Path:
    path = tmp_path / "-a b.rtf"
    path.write_text(RTF, encoding="ascii")
    return path


def office(folder: Path, does: str) -> str:
    """A program that is called as LibreOffice is, and does this with ``profile``, ``source`` and ``out``."""
    path = folder / "office"
    path.write_text(
        f"#!{sys.executable}\nimport pathlib, shutil, sys, time\n"
        "profile = pathlib.Path(sys.argv[1].partition('=')[2].removeprefix('file' + '://'))\n"
        "out, source = pathlib.Path(sys.argv[-2]), pathlib.Path(sys.argv[-1])\n"
        f"{does}\n",
        encoding="utf-8",
    )
    path.chmod(0o700)
    return str(path)


def test_what_libreoffice_makes_is_read(tmp_path: Path, rtf: Path) -> None:
    made = word(tmp_path / "made.docx", paragraph("This agreement lasts two years."))
    check = "assert 'DisableMacrosExecution' in (profile / 'user' / 'registrymodifications.xcu').read_text(), profile\n"
    program = office(tmp_path, f"{check}out.mkdir()\nshutil.copy({str(made)!r}, out / 'document.docx')")
    reading = read_office(rtf, Format.RTF, Limits(), lambda: program)
    assert [line.text for line in reading.lines] == ["This agreement lasts two years."]
    assert any("LibreOffice" in warning for warning in reading.warnings)


def test_what_it_cannot_open_is_told(tmp_path: Path, rtf: Path) -> None:
    program = office(tmp_path, "print('source file could not be loaded')")
    with pytest.raises(DamagedFile, match=r"b\.rtf.*source file could not be loaded"):
        read_office(rtf, Format.RTF, Limits(), lambda: program)


def test_it_is_ended_when_it_takes_too_long(tmp_path: Path, rtf: Path) -> None:
    program = office(tmp_path, "time.sleep(600)")
    with pytest.raises(FileTooLarge, match=r"b\.rtf.*within 0\.5 seconds"):
        read_office(rtf, Format.RTF, Limits(), lambda: program, seconds=0.5)


def test_without_it_the_file_is_refused_with_what_to_do(rtf: Path) -> None:
    with pytest.raises(UnsupportedFormat, match=r"b\.rtf: expected LibreOffice.*save the file as \.docx or PDF"):
        read_office(rtf, Format.RTF, Limits(), lambda: None)


def test_formats_are_told_by_content(tmp_path: Path, rtf: Path) -> None:
    assert sniff(rtf, Limits()) is Format.RTF
    assert sniff(rtf.rename(tmp_path / "a.doc"), Limits()) is Format.RTF
    old = tmp_path / "old.doc"
    old.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le") + bytes(600))
    assert sniff(old, Limits()) is Format.DOC


@pytest.mark.slow
@pytest.mark.skipif(find_program() is None, reason="LibreOffice is not installed")
def test_libreoffice_itself(rtf: Path) -> None:
    assert [line.text for line in read(rtf).lines] == ["1. Term", "This agreement lasts two years."]
