"""Every file that cannot be read says why, in a sentence that names it."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from ingest.errors import (
    DamagedFile,
    EmptyFile,
    EncryptedFile,
    FileMissing,
    FileTooLarge,
    UnreadableFile,
    UnsupportedFormat,
)
from ingest.read import read
from ingest.read.limits import Limits
from ingest.read.sniff import Format, sniff
from tests.fake_docx import paragraph, repacked, word
from tests.fake_pdf import both, changed, objects, pdf, picture, words


@pytest.fixture
def plain_pdf(tmp_path: Path) -> Path:
    return pdf(tmp_path / "plain.pdf", [words("1. Term", "This agreement lasts for two years.")])


@pytest.fixture
def plain_docx(tmp_path: Path) -> Path:
    return word(tmp_path / "plain.docx", paragraph("This agreement lasts for two years."))


def refused(path: Path, kind: type[UnreadableFile], *expected: str, limits: Limits | None = None) -> str:
    with pytest.raises(kind) as caught:
        read(path, limits or Limits())
    message = str(caught.value)
    assert path.name in message
    for words_ in expected:
        assert words_ in message
    return message


def test_path_that_does_not_exist(tmp_path: Path) -> None:
    refused(tmp_path / "gone.pdf", FileMissing, "nothing of that name")


def test_folder_instead_of_a_file(tmp_path: Path) -> None:
    refused(tmp_path, FileMissing, "got a folder")


def test_path_with_a_nul(tmp_path: Path) -> None:
    with pytest.raises(FileMissing, match="expected a path"):
        read(tmp_path / "a\0b.pdf")


class Locked(type(Path())):  # type: ignore[misc]
    """A path whose file may not be opened; the superuser's rights make a real one useless in a test."""

    def open(self, *args: object, **kwargs: object) -> io.BytesIO:
        raise PermissionError(13, "Permission denied")


def test_no_permission(plain_pdf: Path) -> None:
    refused(Locked(plain_pdf), FileMissing, "Permission denied", "check its permissions")


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.txt", "a"])
def test_empty_file(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"")
    refused(tmp_path / name, EmptyFile, "empty file")


def test_file_beyond_the_size_limit(plain_pdf: Path) -> None:
    refused(plain_pdf, FileTooLarge, "at most 100 bytes", limits=Limits(file_size=100))


def test_wrong_extension(tmp_path: Path, plain_pdf: Path, plain_docx: Path) -> None:
    as_pdf = tmp_path / "really_word.pdf"
    as_pdf.write_bytes(plain_docx.read_bytes())
    refused(as_pdf, UnsupportedFormat, "expected a PDF by its extension", "got a Word document")
    as_docx = tmp_path / "really_pdf.docx"
    as_docx.write_bytes(plain_pdf.read_bytes())
    refused(as_docx, UnsupportedFormat, "expected a Word document by its extension", "got a PDF")
    as_text = tmp_path / "text.pdf"
    as_text.write_text("just words")
    refused(as_text, UnsupportedFormat, "got plain text by its content")


def test_an_archive_that_stores_a_pdf_as_it_is_is_an_archive(tmp_path: Path, plain_pdf: Path) -> None:
    path = tmp_path / "family.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as package:
        package.write(plain_pdf, "agreement.pdf")
    assert sniff(path, Limits()) is Format.ARCHIVE


def test_unknown_extension_is_read_by_content(tmp_path: Path, plain_pdf: Path) -> None:
    path = plain_pdf.rename(tmp_path / "contract.signed")
    assert read(path).lines[0].text == "1. Term"


@pytest.mark.parametrize(
    "content", [bytes(range(256)) * 20, b"\x89PNG\r\n\x1a\n" + b"\0" * 50, b"\x01\x02\x03\x04" * 9]
)
def test_binary_rubbish(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "rubbish.txt"
    path.write_bytes(content)
    refused(path, UnsupportedFormat, "got bytes that are none of them")


def test_zip_that_is_no_word_document(tmp_path: Path) -> None:
    path = tmp_path / "archive.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "hello")
    refused(path, UnsupportedFormat, "expected a Word document by its extension", "got a zip archive")
    refused(path.rename(tmp_path / "archive.zip"), UnsupportedFormat, "`clausier ingest` takes its files")


def test_pdf_behind_a_password(tmp_path: Path, plain_pdf: Path) -> None:
    path = changed(plain_pdf, tmp_path / "locked.pdf", lambda w: w.encrypt("secret", algorithm="AES-256"))
    refused(path, EncryptedFile, "behind a password")


def test_pdf_with_an_empty_user_password_is_read(tmp_path: Path, plain_pdf: Path) -> None:
    path = changed(plain_pdf, tmp_path / "open.pdf", lambda w: w.encrypt("", "owner", algorithm="AES-128"))
    assert read(path).lines[1].text == "This agreement lasts for two years."


@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_truncated_pdf(tmp_path: Path, plain_pdf: Path, share: float) -> None:
    content = plain_pdf.read_bytes()
    path = tmp_path / "cut.pdf"
    path.write_bytes(content[: int(share * len(content))])
    refused(path, DamagedFile, "end is missing")


def test_pdf_with_a_broken_middle(tmp_path: Path, plain_pdf: Path) -> None:
    content = plain_pdf.read_bytes()
    path = tmp_path / "broken.pdf"
    path.write_bytes(content[:60] + b"\xff" * (len(content) - 100) + content[-40:])
    refused(path, DamagedFile, "fetch")


def test_one_page_that_cannot_be_read_loses_itself_alone(tmp_path: Path) -> None:
    path = objects(
        tmp_path / "bad.pdf",
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 /MediaBox [0 0 595 842] >>",
        b"<< /Type /Page /Parent 2 0 R /Contents 5 0 R /Resources << /Font << /F 6 0 R >> >> >>",
        b"<< /Type /Page /Parent 2 0 R /" + b"A" * 9_000 + b" 1 >>",
        b"<< /Length 44 >>\nstream\nBT /F 12 Tf 72 700 Td (The fee is due.) Tj ET  \nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    reading = read(path)
    assert [line.text for line in reading.lines] == ["The fee is due."]
    assert reading.page_count == 2
    assert reading.warnings[0].startswith("the file is damaged: nothing could be read of page 2; ")


def test_pdf_with_some_image_pages_names_them(tmp_path: Path) -> None:
    path = pdf(
        tmp_path / "mixed.pdf", [words("1. Term"), picture, picture, words("2. Price"), both(picture, words("7"))]
    )
    reading = read(path)
    assert [line.text for line in reading.lines if line.text != "7"] == ["1. Term", "2. Price"]
    assert reading.pictures == (2, 3, 5)


def test_a_line_stamped_across_a_scan_does_not_hide_that_it_is_one(tmp_path: Path) -> None:
    stamp = words("Envelope ID: 0F1A2B3C-4D5E-6F70-8192-A3B4C5D6E7F8 signed on 3 March 2024")
    page = words(*["The Supplier restores the Service within four hours."] * 6)
    path = pdf(tmp_path / "stamped.pdf", [both(picture, stamp), both(picture, page), page])
    assert read(path).pictures == (1,)


def test_pdf_of_blank_pages(tmp_path: Path) -> None:
    refused(pdf(tmp_path / "blank.pdf", [words("")] * 2), EmptyFile, "got 2 blank")


def test_pdf_with_a_million_deep_object(tmp_path: Path) -> None:
    deep = b"[" * 1_000_000 + b"]" * 1_000_000
    path = objects(
        tmp_path / "deep.pdf",
        b"<< /Type /Catalog /Pages 2 0 R /Deep " + deep + b" >>",
        b"<< /Type /Pages /Kids [] /Count 0 >>",
    )
    refused(path, DamagedFile)


def test_pdf_with_a_very_deep_page_tree(tmp_path: Path) -> None:
    depth = 20_000
    nodes = [b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (number + 1) for number in range(2, depth)]
    path = objects(tmp_path / "tree.pdf", b"<< /Type /Catalog /Pages 2 0 R >>", *nodes, b"<< /Type /Page >>")
    with pytest.raises((DamagedFile, EmptyFile), match=r"tree\.pdf"):
        read(path)


def test_pdf_with_a_huge_page_is_read_with_a_warning(tmp_path: Path) -> None:
    path = pdf(tmp_path / "huge.pdf", [words("1. Term")], size=(50_000.0, 50_000.0))
    reading = read(path)
    assert reading.lines[0].text == "1. Term"
    assert reading.warnings == ("page 1: larger than a PDF page may be (14,400 points)",)


def test_too_many_pages_characters_and_seconds(tmp_path: Path) -> None:
    path = pdf(tmp_path / "long.pdf", [words("some words here")] * 5)
    refused(path, FileTooLarge, "at most 4 pages, got 5", limits=Limits(pages=4))
    refused(path, FileTooLarge, "at most 20 characters", limits=Limits(characters=20))
    refused(path, FileTooLarge, "within 0 seconds", limits=Limits(seconds=0))


def test_docx_that_is_truncated(tmp_path: Path, plain_docx: Path) -> None:
    path = tmp_path / "cut.docx"
    path.write_bytes(plain_docx.read_bytes()[:3000])
    refused(path, DamagedFile, "broken package")


def test_docx_with_a_broken_part(tmp_path: Path, plain_docx: Path) -> None:
    path = repacked(plain_docx, tmp_path / "broken.docx", {"word/document.xml": b"<w:document"})
    refused(path, DamagedFile, "expected a whole Word document")


def test_docx_without_its_main_part(tmp_path: Path, plain_docx: Path) -> None:
    path = repacked(plain_docx, tmp_path / "headless.docx", {"word/document.xml": None})
    refused(path, DamagedFile)


def test_docx_bomb_by_its_ratio(tmp_path: Path, plain_docx: Path) -> None:
    path = repacked(plain_docx, tmp_path / "bomb.docx", {"word/media/zeros.xml": b"\0" * 30_000_000})
    refused(path, FileTooLarge, "decompression bomb")


def test_docx_bomb_by_its_size(tmp_path: Path, plain_docx: Path) -> None:
    path = repacked(plain_docx, tmp_path / "bomb.docx", {"word/media/zeros.bin": b"\0" * 3_000_000})
    refused(path, FileTooLarge, "unpack to at most 1,000,000 bytes", limits=Limits(expanded_size=1_000_000))


def test_docx_bomb_whose_directory_lies(tmp_path: Path, plain_docx: Path) -> None:
    path = repacked(plain_docx, tmp_path / "bomb.docx", {"word/media/zeros.bin": b"\0" * 3_000_000})
    content = bytearray(path.read_bytes())
    size = (3_000_000).to_bytes(4, "little")
    while (at := content.find(size)) >= 0:
        content[at : at + 4] = (1_000).to_bytes(4, "little")
    path.write_bytes(content)
    refused(path, DamagedFile, "broken package", limits=Limits(expanded_size=1_000_000))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_docx_with_an_entity_bomb(tmp_path: Path, plain_docx: Path, encoding: str) -> None:
    xml = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    path = repacked(plain_docx, tmp_path / "entities.docx", {"word/document.xml": xml.encode(encoding)})
    refused(path, DamagedFile, "declares a document type")


def test_docx_with_endless_nesting(tmp_path: Path, plain_docx: Path) -> None:
    deep = "<w:sdt>" * 100_000 + "</w:sdt>" * 100_000
    xml = f'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{deep}</w:body></w:document>'
    path = repacked(plain_docx, tmp_path / "deep.docx", {"word/document.xml": xml.encode()})
    refused(path, DamagedFile)


def test_docx_without_words(tmp_path: Path) -> None:
    refused(word(tmp_path / "blank.docx", paragraph(" ")), EmptyFile, "got none")


def test_office_file_behind_a_password(tmp_path: Path) -> None:
    path = tmp_path / "locked.docx"
    path.write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 50
    )
    refused(path, EncryptedFile, "behind a password")


def test_old_excel_file(tmp_path: Path) -> None:
    path = tmp_path / "old.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "Workbook".encode("utf-16-le"))
    refused(path, UnsupportedFormat, "old Office file")


def test_text_of_blank_lines(tmp_path: Path) -> None:
    path = tmp_path / "blank.txt"
    path.write_text(" \n\n\t\n--\n")
    refused(path, EmptyFile, "blank lines")
