"""A message that is attached to an Outlook message -> the same message as a mail program saves it (.eml).

Outlook keeps such a message not as a file but as a folder of the outer one ([MS-OXMSG] 2.2.2.1), whose list of properties has a header of
24 bytes instead of 32 (2.4.1.2). Some programs write the longer one all the same.
"""

from __future__ import annotations

import dataclasses
import hashlib
from email.message import EmailMessage

from oxmsg import Message
from oxmsg.attachment import Attachment
from oxmsg.storage import Storage, Stream

from ingest.read.characters import clean
from ingest.read.mail import UNNAMED

_FOLDER = "__substg1.0_3701000D"
_PROPERTIES = "__properties_version1.0"
_HEADER = 24  # bytes before the properties of a message within a message
_ENTRY = 16  # bytes of a property
_PADDING = bytes(8)  # what the header of a message of its own has more
_DEEPEST = 3  # messages within each other that are taken along; the readers open fewer


def message_within(attachment: Storage) -> Storage | None:
    """The folder of the message that an attachment is, laid out as a message of its own; None when it is none."""
    folder = next((each for each in attachment.storages if each.name == _FOLDER), None)
    if folder is None or all(stream.name != _PROPERTIES for stream in folder.streams):
        return None
    return dataclasses.replace(folder, streams=tuple(map(_padded, folder.streams)))


def _padded(stream: Stream) -> Stream:
    said = stream.bytes_
    if stream.name != _PROPERTIES or (len(said) - _HEADER) % _ENTRY:
        return stream
    return dataclasses.replace(stream, bytes_=said[:_HEADER] + _PADDING + said[_HEADER:])


def header_of(message: Message) -> list[tuple[str, str]]:
    """The lines of a message's header that are told."""
    sent = message.sent_date
    return [
        ("From", message.sender or ""),
        ("To", ", ".join(f"{each.name} <{each.email_address}>" for each in message.recipients)),
        ("Date", sent.isoformat(sep=" ") if sent else ""),
        ("Subject", message.subject or ""),
    ]


def name_of(attachment: Storage) -> str:
    """What an attachment is called."""
    return clean(Attachment(attachment).file_name or "") or UNNAMED


def has_text(folder: Storage) -> bool:
    """Whether the text of a message is there in a form that is read."""
    message = Message(folder)
    return bool((message.body or "").strip() or (message.html_body or "").strip())


def mail_of(folder: Storage, depth: int = 1) -> EmailMessage:
    """The message of a folder, with its header, its text and what is attached to it.

    Raises:
        Exception: whatever the library meets a malformed message with.
    """
    message, mail = Message(folder), EmailMessage()
    for name, said in header_of(message):
        if value := " ".join(clean(said).split()):
            mail[name] = value
    if message.body:
        mail.set_content(message.body)
    if message.html_body and not (message.body or "").strip():
        mail.clear_content()
        mail.set_content(message.html_body, subtype="html")
    for attachment in folder.iter_attachment_storages():
        _attach(mail, attachment, depth)
    if mail.is_multipart():
        mail.set_boundary(_boundary(mail))
    return mail


def _boundary(mail: EmailMessage) -> str:
    """What parts a message, the same each time: a file that is added twice is known by its bytes."""
    return hashlib.sha256(b"".join(part.as_bytes() for part in mail.iter_parts())).hexdigest()


def _attach(mail: EmailMessage, attachment: Storage, depth: int) -> None:
    content, within = Attachment(attachment).file_bytes, message_within(attachment)
    if content is not None:
        mail.add_attachment(content, maintype="application", subtype="octet-stream", filename=name_of(attachment))
    elif within is not None and depth < _DEEPEST:
        mail.add_attachment(mail_of(within, depth + 1), filename=mail_name(attachment))


def mail_name(attachment: Storage) -> str:
    """The name of a file for the message that an attachment is."""
    name = name_of(attachment)
    stem = name[: -len(".msg")] if name.lower().endswith(".msg") else name
    return f"{stem}.eml"
