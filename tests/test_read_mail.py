"""Messages -> their header and text, and their attachments as files."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from ingest.errors import DamagedFile
from ingest.read import read
from ingest.read.limits import Limits
from ingest.read.mail import attachments
from ingest.read.unpack import unpack


def message(
    path: Path, *attached: tuple[str, bytes], html: bool = False, text: str = "Dear all,\n\nthe annex is attached.\n"
) -> Path:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "Renée <r@example.org>", "t@example.org", "Annexe signée – été"
    mail["Date"] = "Mon, 04 Mar 2024 10:00:00 +0100"
    mail.set_content(text)
    if html:
        mail.clear_content()
        mail.set_content(f"<p>{text}</p>", subtype="html")
    for name, content in attached:
        mail.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    path.write_bytes(mail.as_bytes())
    return path


def test_a_message_is_read_with_its_header(tmp_path: Path) -> None:
    reading = read(message(tmp_path / "a.eml", ("annexe é.pdf", b"%PDF-")))
    assert [line.text for line in reading.lines] == [
        "From: Renée <r@example.org>",
        "To: t@example.org",
        "Date: Mon, 04 Mar 2024 10:00:00 +0100",
        "Subject: Annexe signée – été",
        "Attachments: annexe é.pdf",
        "Dear all,",
        "the annex is attached.",
    ]
    assert reading.title == "Annexe signée – été"
    assert reading.lines[5].gap


def test_a_message_in_html_is_read_as_a_browser_shows_it(tmp_path: Path) -> None:
    reading = read(message(tmp_path / "a.eml", html=True, text="l&rsquo;<b>annexe</b>"))
    assert reading.lines[-1].text == "l’annexe"


def test_attachments_come_out_with_safe_names(tmp_path: Path) -> None:
    mail = message(
        tmp_path / "a.eml",
        ("../../x.txt", b"one"),
        ("b.txt", b"two"),
        ("b.txt", b"three"),
        ("c.zip", b"PK"),
        ("d.ics", b""),
    )
    unpacked = unpack(mail, tmp_path / "out", (".txt", ".zip"), Limits())
    assert [(path.relative_to(tmp_path / "out").as_posix(), path.read_bytes()) for path, _ in unpacked.files] == [
        ("0/x.txt", b"one"),
        ("1/b.txt", b"two"),
        ("2/b.txt", b"three"),
    ]
    assert [name for name, _ in unpacked.refused] == ["c.zip"]
    assert "archive within a.eml" in unpacked.refused[0][1]


def test_a_picture_within_the_text_is_no_attachment(tmp_path: Path) -> None:
    mail = EmailMessage()
    mail["From"] = "a@example.org"
    mail.set_content("text")
    mail.add_attachment(b"GIF89a", maintype="image", subtype="gif", filename="logo.gif", disposition="inline")
    before = EmailMessage()
    before["From"] = "b@example.org"
    before.set_content("earlier")
    mail.add_attachment(before, filename="before.eml")
    path = tmp_path / "a.eml"
    path.write_bytes(mail.as_bytes())
    found = list(attachments(path, Limits()))
    assert [member.name for member in found] == ["before.eml"]
    assert b"From: b@example.org" in found[0].content()


def test_what_is_no_message_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    path.write_text("\n\nno header at all", encoding="utf-8")
    with pytest.raises(DamagedFile, match=r"a\.eml.*header"):
        read(path)


def test_what_outlook_did_not_save_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.msg"
    path.write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "__properties_version1.0".encode("utf-16-le") + bytes(600)
    )
    with pytest.raises(DamagedFile, match=r"a\.msg.*saved by Outlook"):
        read(path)
