"""Titles that a file's metadata gives, without those that programs leave behind."""

from __future__ import annotations

import re

from ingest.read.characters import clean

_JUNK = re.compile(
    r"microsoft word\s*-.*|word document|untitled.*|sans titre.*|document\s*\d*|powerpoint presentation"
    r"|.*\.(?:docx?|pdf|indd|rtf|xlsx?|html?)",
    re.I,
)


def usable_title(title: str | None) -> str | None:
    """A title from a file's metadata, None when it is empty or names no document."""
    text = clean(title or "")
    return None if not text or _JUNK.fullmatch(text) else text
