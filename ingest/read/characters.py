"""Which characters are kept, turned into a space, or dropped; the same for every format."""

from __future__ import annotations

import re

SOFT_HYPHEN = "\u00ad"
# Unicode's space separators (category Zs) and the blanks that fonts map to a visible-less glyph.
SPACES = "\u0020\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\u2800"
LINE_ENDS = "\n\r\u000b\u000c\u0085\u2028\u2029"
# Zero-width and bidirectional marks, variation selectors, and what stands for "no character".
INVISIBLE = (
    "\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufe0e\ufe0f\ufeff\ufffe\uffff"
)
CONCEALED = (
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069"
    + "".join(map(chr, range(0xE0000, 0xE0080)))
)
"""Those of the invisible characters that can part a word or turn its letters round unseen, or spell out words (Unicode's tags)."""

# Bullets of the Symbol and Wingdings fonts, which files store as private-use characters: U+F000 + the font's code.
SYMBOLS = {
    "\uf02d": "-",
    "\uf06c": "●",
    "\uf06e": "■",
    "\uf071": "❑",
    "\uf076": "❖",
    "\uf0a7": "▪",
    "\uf0a8": "◻",
    "\uf0b7": "•",
    "\uf0d8": "➢",
    "\uf0fc": "✓",
    "\uf0fe": "☑",
}
_CONTROLS = [chr(code) for code in (*range(32), *range(127, 160)) if chr(code) not in "\t\n"]

TABLE: dict[int, str] = {
    **dict.fromkeys(map(ord, (*INVISIBLE, *CONCEALED, *_CONTROLS, SOFT_HYPHEN)), ""),
    **dict.fromkeys(map(ord, SPACES + LINE_ENDS), " "),
    **{ord(private): shown for private, shown in SYMBOLS.items()},
}
"""For `str.translate`: spaces of any kind and line ends to a space, invisible and control characters to nothing."""

MARKS_TOLD = "invisible characters, which can part or turn words unseen, were left out"

_HIDDEN_MARK = re.compile(f"[{CONCEALED}]")


def concealed_marks(text: str) -> int:
    """How many characters of a text are there but never seen, though they may change what is read."""
    return len(_HIDDEN_MARK.findall(text))


_RUNS = re.compile(r"[ \t]+")


def clean(text: str) -> str:
    """One line's text with plain single spaces, without invisible and control characters, stripped.

    Tabs and line ends count as spaces; soft hyphens are dropped.
    """
    return _RUNS.sub(" ", text.translate(TABLE)).strip(" ")
