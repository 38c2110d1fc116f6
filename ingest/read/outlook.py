"""An Outlook message (.msg) -> Reading and attachments, through python-oxmsg."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from oxmsg import Message

from ingest.errors import DamagedFile
from ingest.read.characters import clean
from ingest.read.html import lines_of_html
from ingest.read.limits import Budget, Limits
from ingest.read.mail import UNNAMED, reading_of
from ingest.read.member import Member
from ingest.read.text import plain_lines
from ingest.reading import Reading


def read_outlook(path: Path, limits: Limits) -> Reading:
    """Read a message that Outlook saved; what is attached is named, not read.

    Raises:
        DamagedFile: it is no such message, or malformed.
        EmptyFile: it has no words.
        FileTooLarge: it goes beyond the limits.
    """
    budget = Budget(limits, path.name)
    try:
        message = Message.load(str(path))
        header = [
            ("From", message.sender or ""),
            ("To", ", ".join(f"{each.name} <{each.email_address}>" for each in message.recipients)),
            ("Date", message.sent_date.isoformat(sep=" ") if message.sent_date else ""),
            ("Subject", message.subject or ""),
        ]
        plain, marked = message.body, message.html_body
        names = [_name(each.file_name) for each in message.attachments]
        within = [_name(each.file_name) for each in message.attachments if each.file_bytes is None]
    except Exception as error:  # the library meets malformed files with whatever breaks first
        raise _damaged(path, error) from error
    budget.spend(len(plain or "") + len(marked or ""))
    if plain and plain.strip():
        body = plain_lines(plain.replace("\r\n", "\n"), 1)
    else:
        body, _ = lines_of_html(marked or "", budget)
    warnings = [] if body else ["the message's text was not found: only its header was read"]
    if within:
        warnings.append(
            f"not read with it, since no file is attached but a message, or a link: {', '.join(within)}; save each as a file of its own"
        )
    return reading_of(header, body, names, budget, warnings)


def attachments(path: Path) -> Iterator[Member]:
    """The files attached to a message, in order; a message in it that is no file, or a link to one, is passed over.

    Raises:
        DamagedFile: it is no such message, or malformed.
    """
    try:
        attached = Message.load(str(path)).attachments
        found = [(_name(each.file_name), each.file_bytes) for each in attached if each.file_bytes is not None]
    except Exception as error:  # as above
        raise _damaged(path, error) from error
    for name, content in found:
        yield Member(name, lambda content=content: content)  # type: ignore[misc]  # bound now, called later


def _name(said: str | None) -> str:
    return clean(said or "") or UNNAMED


def _damaged(path: Path, error: Exception) -> DamagedFile:
    return DamagedFile(
        f"{path.name}: expected a message saved by Outlook, got: {str(error)[:200] or repr(error)}; save it again, as .eml perhaps"
    )
