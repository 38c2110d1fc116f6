"""Text of others, made safe to show on a terminal."""

from __future__ import annotations

import unicodedata

_SHOWN = "\n\t"
_CATEGORIES = {"Cc", "Cf", "Cs"}  # control, format (direction overrides among them), lone surrogates
_MEANT = {"\u00ad", "\u200c", "\u200d"}  # soft hyphen and joiners shape words and move nothing


def plain(text: str) -> str:
    """The text without characters that command a terminal or turn the direction of writing.

    Line breaks and tabs stay; every other control or direction character becomes "\N{REPLACEMENT CHARACTER}".
    """
    return "".join(
        c if c.isprintable() or c in _SHOWN or not _commands(c) else "\N{REPLACEMENT CHARACTER}" for c in text
    )


def _commands(character: str) -> bool:
    return unicodedata.category(character) in _CATEGORIES and character not in _MEANT
