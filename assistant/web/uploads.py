"""Uploaded files on their way to the library: bounded, named safely, and kept in a folder of their own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import Protocol

from assistant.web.adding_words import AddingWords

MOST_FILES = 40
"""Files in one go."""
LARGEST = 50
"""Megabytes a file."""
_MEGABYTE = 1_000_000
_LONGEST_NAME = 120  # characters; file systems allow 255 bytes


class Upload(Protocol):
    """A file as the browser sent it; its name is the sender's and not to be trusted."""

    @property
    def name(self) -> str:
        """The file's name on the sender's machine."""
        ...

    @property
    def size(self) -> int:
        """Its size in bytes."""
        ...

    def getvalue(self) -> bytes:
        """Its content."""
        ...


def refusal(uploads: Sequence[Upload], words: AddingWords) -> str | None:
    """The sentence that refuses too many or too large files; None when they are welcome."""
    if len(uploads) > MOST_FILES:
        return words.too_many.format(count=MOST_FILES, got=len(uploads))
    large = next((upload.name for upload in uploads if upload.size > LARGEST * _MEGABYTE), None)
    return None if large is None else words.too_large.format(size=LARGEST, name=large)


def save(uploads: Sequence[Upload], folder: Path) -> list[Path]:
    """The uploads as files below a folder, each in a folder of its own so that equal names do not collide."""
    paths = []
    for number, upload in enumerate(uploads):
        path = Path(folder, str(number), safe_name(upload.name))
        path.parent.mkdir()
        path.write_bytes(upload.getvalue())
        paths.append(path)
    return paths


def safe_name(name: str) -> str:
    """The last part of a name, without folders (of either slash), control characters or a leading dot."""
    last = PurePosixPath(name.replace("\\", "/")).name
    kept = "".join(character for character in last if character.isprintable()).strip().lstrip(".")
    stem, dot, suffix = kept.rpartition(".")
    return f"{stem[:_LONGEST_NAME]}{dot}{suffix[:_LONGEST_NAME]}" if kept else "unnamed"
