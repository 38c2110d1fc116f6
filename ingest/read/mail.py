"""A message (.eml) -> Reading: its header, then its text; and its attachments as files of their own (see `ingest.read.unpack`)."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage, MIMEPart
from pathlib import Path

from ingest.errors import DamagedFile, EmptyFile
from ingest.read.characters import clean
from ingest.read.html import lines_of_html
from ingest.read.limits import Budget, Limits
from ingest.read.member import Member
from ingest.read.text import decode, plain_lines
from ingest.read.title import usable_title
from ingest.reading import Line, Reading

HEADERS = ("From", "To", "Cc", "Date", "Subject")
UNNAMED = "attachment"
LONGEST_NAME = 80  # characters of a subject that names a message
_SUFFIXES = {"application/pdf": ".pdf", "text/html": ".html", "text/plain": ".txt", "message/rfc822": ".eml"}


def read_mail(path: Path, limits: Limits) -> Reading:
    """Read a message; what is attached is named, not read.

    Raises:
        DamagedFile: it is no message.
        EmptyFile: it has no words.
        FileTooLarge: it goes beyond the limits.
    """
    budget = Budget(limits, path.name)
    message = _message(path, budget)
    header = [(name, str(message.get(name, ""))) for name in HEADERS]
    names = [member.name for member in attachments(path, limits)]
    body, warnings = _body(message, budget)
    return reading_of(header, body, names, budget, warnings)


def reading_of(
    header: list[tuple[str, str]], body: list[Line], attached: list[str], budget: Budget, warnings: list[str]
) -> Reading:
    """The reading of a message, whatever the format that it came in.

    Raises:
        EmptyFile: it has no words.
    """
    told = [*header, ("Attachments", ", ".join(attached))]
    shown = [f"{name}: {value}" for name, said in told if (value := clean(said))]
    lines = [*(Line(row, 1) for row in shown), *(replace(line, gap=True) for line in body[:1]), *body[1:]]
    budget.spend(sum(map(len, shown)))
    if not any(any(c.isalnum() for c in line.text) for line in lines):
        raise EmptyFile(f"{budget.name}: expected a message with words, got none; save it again from the mail program")
    pages = max(line.page for line in lines)
    subject = usable_title(dict(header).get("Subject"))
    return Reading(tuple(lines), pages, (0.0,) * pages, subject, tuple(warnings), is_message=True)


def attachments(path: Path, limits: Limits) -> Iterator[Member]:
    """The files attached to a message, in order; pictures that its text shows and signatures are none.

    Raises:
        DamagedFile: it is no message.
    """
    for part in _message(path, Budget(limits, path.name)).iter_attachments():
        kind = part.get_content_type()
        if part.get_content_disposition() == "inline" and part.get_content_maintype() == "image":
            continue
        name = clean(part.get_filename() or "") or f"{_subject_of(part) or UNNAMED}{_SUFFIXES.get(kind, '')}"
        yield Member(name, lambda part=part: _content(part))  # type: ignore[misc]  # bound now, called later


def _subject_of(part: MIMEPart) -> str:
    """The subject of an attached message, which bears no name of a file."""
    inner = part.get_payload()
    if part.get_content_type() != "message/rfc822" or not isinstance(inner, list) or not inner:
        return ""
    message = inner[0]
    return "" if isinstance(message, str) else _as_name(str(message.get("Subject", "")))


def _as_name(subject: str) -> str:
    return clean(subject).replace("/", " ").strip(". ")[:LONGEST_NAME]


def _message(path: Path, budget: Budget) -> EmailMessage:
    try:
        message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    except (ValueError, LookupError, RecursionError) as error:
        raise _damaged(budget.name, error) from error
    if not isinstance(message, EmailMessage) or not message.keys():
        raise DamagedFile(
            f"{budget.name}: expected a message with a header, found none; save it again from the mail program"
        )
    return message


def _body(message: EmailMessage, budget: Budget) -> tuple[list[Line], list[str]]:
    """The lines of the message's text, plain where there is a plain form."""
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        return [], []
    text, warnings = decode(_content(part))
    budget.spend(len(text))
    if part.get_content_type() == "text/html":
        lines, _ = lines_of_html(text, budget)
    else:
        lines = plain_lines(text.replace("\r\n", "\n"), 1)
    return lines, warnings


def _content(part: MIMEPart) -> bytes:
    """The bytes of a part; text comes as UTF-8, an attached message as it would be saved."""
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        return inner[0].as_bytes() if isinstance(inner, list) and inner else b""  # type: ignore[union-attr]
    payload = part.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    if part.get_content_maintype() != "text":
        return content
    try:
        return content.decode(part.get_content_charset() or "utf-8").encode("utf-8")
    except (LookupError, UnicodeDecodeError, UnicodeEncodeError):
        return content  # an encoding that the message misnames: it is found when the text is read


def _damaged(name: str, error: Exception) -> DamagedFile:
    return DamagedFile(
        f"{name}: expected a message, got: {str(error)[:200] or repr(error)}; save it again from the mail program"
    )
