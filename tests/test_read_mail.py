"""Messages -> their header and text, and their attachments as files."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest
from aspose.email_foss import msg
from olefile import OleFileIO
from oxmsg.storage import Storage, Stream

from ingest.assembly import read_document
from ingest.document import Role
from ingest.errors import DamagedFile
from ingest.read import read
from ingest.read.limits import Limits
from ingest.read.mail import attachments
from ingest.read.outlook_within import mail_of, message_within
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


def test_a_message_about_an_amendment_is_none(tmp_path: Path) -> None:
    path = message(tmp_path / "FW Amendment signed.eml")
    assert read_document(path).role is Role.OTHER
    assert read_document(path, Role.AMENDMENT).role is Role.AMENDMENT


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


def test_an_attached_message_is_named_by_its_subject(tmp_path: Path) -> None:
    outer = EmailMessage()
    outer["From"], outer["Subject"] = "a@example.org", "FW"
    outer.set_content("See below.")
    inner = EmailMessage()
    inner["From"], inner["Subject"] = "b@example.org", "Amendment 1/2 signed"
    inner.set_content("Here it is.")
    outer.add_attachment(inner)
    (tmp_path / "a.eml").write_bytes(outer.as_bytes())
    assert [each.name for each in attachments(tmp_path / "a.eml", Limits())] == ["Amendment 1 2 signed.eml"]


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


def outlook(
    path: Path, *attached: tuple[str, bytes], html: str = "", text: str = "Dear all,\r\n\r\nsee the annex.\r\n"
) -> Path:
    """A message as Outlook saves it, written by another library than the one that reads it."""
    message = msg.MapiMessage.create("Annexe signée – été", "" if html else text)
    message.set_property(msg.PropertyId.SENDER_NAME, "Renée")
    message.set_property(msg.PropertyId.SENDER_EMAIL_ADDRESS, "r@example.org")
    message.set_property(msg.PropertyId.MESSAGE_DELIVERY_TIME, datetime(2024, 3, 4, 10, 0, tzinfo=UTC))
    message.add_recipient("t@example.org", display_name="Tom")
    if html:
        message.body_html = html
    for name, content in attached:
        message.add_attachment(name, content)
    message.save(str(path))
    return path


def test_a_message_of_outlook_is_read_with_its_header(tmp_path: Path) -> None:
    reading = read(outlook(tmp_path / "a.msg", ("annexe é.txt", b"1. Term")))
    assert [line.text for line in reading.lines] == [
        'From: "Renée" <r@example.org>',
        "To: Tom <t@example.org>",
        "Date: 2024-03-04 10:00:00+00:00",
        "Subject: Annexe signée – été",
        "Attachments: annexe é.txt",
        "Dear all,",
        "see the annex.",
    ]
    assert reading.warnings == ()


def test_a_message_of_outlook_in_html_is_read_as_a_browser_shows_it(tmp_path: Path) -> None:
    reading = read(outlook(tmp_path / "a.msg", html="<p>l&rsquo;<b>annexe</b></p>"))
    assert reading.lines[-1].text == "l’annexe"


def test_attachments_come_out_of_a_message_of_outlook_with_safe_names(tmp_path: Path) -> None:
    path = outlook(tmp_path / "a.msg", ("../../x.txt", b"one"), ("b.txt", b"two"), ("b.txt", b"three"))
    unpacked = unpack(path, tmp_path / "out", (".txt",), Limits())
    assert [(file.relative_to(tmp_path / "out").as_posix(), file.read_bytes()) for file, _ in unpacked.files] == [
        ("0/x.txt", b"one"),
        ("1/b.txt", b"two"),
        ("2/b.txt", b"three"),
    ]


def test_a_message_within_a_message_of_outlook_comes_out_of_it_with_what_is_attached_to_it(tmp_path: Path) -> None:
    inner = msg.MapiMessage.create("Avenant n° 2", "The fee is 100 euros.")
    inner.set_property(msg.PropertyId.SENDER_EMAIL_ADDRESS, "r@example.org")
    inner.add_recipient("t@example.org", display_name="Tom")
    inner.add_attachment("barème.txt", b"1. Fee")
    outer = msg.MapiMessage.create("Outer", "See below.")
    outer.add_embedded_message_attachment(inner)
    outer.save(str(tmp_path / "a.msg"))
    reading = read(tmp_path / "a.msg")
    assert reading.warnings == ()
    assert reading.lines[-2].text == "Attachments: Avenant n° 2.eml"
    ((file, _),) = unpack(tmp_path / "a.msg", tmp_path / "out", (".eml",), Limits()).files
    assert [line.text for line in read(file).lines] == [
        "From: r@example.org",
        "To: Tom <t@example.org>",
        "Subject: Avenant n° 2",
        "Attachments: barème.txt",
        "The fee is 100 euros.",
    ]
    ((again, _),) = unpack(tmp_path / "a.msg", tmp_path / "again", (".eml",), Limits()).files
    assert again.read_bytes() == file.read_bytes()
    ((annex, _),) = unpack(file, tmp_path / "inner", (".txt",), Limits()).files
    assert (annex.name, annex.read_bytes()) == ("barème.txt", b"1. Fee")


def test_a_message_within_one_is_read_with_the_short_header_of_the_specification_and_with_the_long_one(
    tmp_path: Path,
) -> None:
    outer = msg.MapiMessage.create("Outer", "See below.")
    outer.add_embedded_message_attachment(msg.MapiMessage.create("Inner", "The fee is 100 euros."))
    outer.save(str(tmp_path / "a.msg"))
    with OleFileIO(str(tmp_path / "a.msg")) as file:
        (attachment,) = Storage.from_ole(file).iter_attachment_storages()
    (long,) = attachment.storages
    short = replace(long, streams=tuple(map(shortened, long.streams)))
    for folder in (long, short):
        within = message_within(replace(attachment, storages=(folder,)))
        assert within is not None
        assert mail_of(within).get_content() == "The fee is 100 euros.\n"
    assert message_within(replace(attachment, storages=())) is None


def shortened(stream: Stream) -> Stream:
    said = stream.bytes_
    return replace(stream, bytes_=said[:24] + said[32:]) if stream.name == "__properties_version1.0" else stream


def test_messages_within_each_other_are_taken_along_and_those_too_deep_are_not(tmp_path: Path) -> None:
    message = msg.MapiMessage.create("5", "the last")
    for number in range(4, 0, -1):
        outer = msg.MapiMessage.create(str(number), "see within")
        outer.add_embedded_message_attachment(message)
        message = outer
    message.save(str(tmp_path / "a.msg"))
    ((file, _),) = unpack(tmp_path / "a.msg", tmp_path / "out", (".eml",), Limits()).files
    said = file.read_text()
    assert "Subject: 4" in said
    assert "Subject: 5" not in said


def test_a_message_within_one_of_outlook_without_text_is_told(tmp_path: Path) -> None:
    outer = msg.MapiMessage.create("Outer", "See below.")
    outer.add_embedded_message_attachment(msg.MapiMessage.create("Silent", ""))
    outer.save(str(tmp_path / "a.msg"))
    (warning,) = read(tmp_path / "a.msg").warnings
    assert warning == "the text of these messages was not found, only their headers: Silent.eml"
