"""An Outlook message (.msg) -> Reading and attachments, through python-oxmsg."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from olefile import OleFileIO
from oxmsg import Message
from oxmsg.attachment import Attachment
from oxmsg.storage import Storage

from ingest.errors import DamagedFile
from ingest.read.html import lines_of_html
from ingest.read.limits import Budget, Limits
from ingest.read.mail import reading_of
from ingest.read.member import Member
from ingest.read.outlook_within import has_text, header_of, mail_name, mail_of, message_within, name_of
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
        folder = _folder(path)
        message, attached = Message(folder), list(folder.iter_attachment_storages())
        header, plain, marked = header_of(message), message.body, message.html_body
        names = [_shown_name(each) for each in attached]
        warnings = _warnings(attached)
    except Exception as error:  # the library meets malformed files with whatever breaks first
        raise _damaged(path, error) from error
    budget.spend(len(plain or "") + len(marked or ""))
    if plain and plain.strip():
        body = plain_lines(plain.replace("\r\n", "\n"), 1)
    else:
        body, _ = lines_of_html(marked or "", budget)
    if not body:
        warnings.insert(0, "the message's text was not found: only its header was read")
    return reading_of(header, body, names, budget, warnings)


def attachments(path: Path) -> Iterator[Member]:
    """The files attached to a message, in order, and the messages, as a mail program saves them; a link to a file is passed over.

    Raises:
        DamagedFile: it is no such message, or malformed.
    """
    try:
        found = [(_shown_name(each), _content(each)) for each in _folder(path).iter_attachment_storages()]
    except Exception as error:  # as above
        raise _damaged(path, error) from error
    for name, content in found:
        if content is not None:
            yield Member(name, lambda content=content: content)  # type: ignore[misc]  # bound now, called later


def _folder(path: Path) -> Storage:
    with OleFileIO(str(path)) as file:
        return Storage.from_ole(file)


def _content(attachment: Storage) -> bytes | None:
    """The bytes of a file, or of a message as it would be saved; None for a link to either."""
    content = Attachment(attachment).file_bytes
    within = message_within(attachment) if content is None else None
    return content if within is None else mail_of(within).as_bytes()


def _shown_name(attachment: Storage) -> str:
    is_message = Attachment(attachment).file_bytes is None and message_within(attachment) is not None
    return mail_name(attachment) if is_message else name_of(attachment)


def _warnings(attached: list[Storage]) -> list[str]:
    """What of the attachments cannot be read."""
    warnings = []
    bare = [each for each in attached if Attachment(each).file_bytes is None]
    linked = [name_of(each) for each in bare if message_within(each) is None]
    if linked:
        warnings.append(
            f"not read with it, since no file is attached but a link: {', '.join(linked)}; save each as a file of its own"
        )
    messages = [(mail_name(each), message_within(each)) for each in bare]
    silent = [name for name, folder in messages if folder is not None and not has_text(folder)]
    if silent:
        warnings.append(f"the text of these messages was not found, only their headers: {', '.join(silent)}")
    return warnings


def _damaged(path: Path, error: Exception) -> DamagedFile:
    return DamagedFile(
        f"{path.name}: expected a message saved by Outlook, got: {str(error)[:200] or repr(error)}; save it again, as .eml perhaps"
    )
