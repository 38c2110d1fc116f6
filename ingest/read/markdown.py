"""Markdown -> lines: what a reader of the rendered page sees, with heading levels and table rows.

Covers CommonMark's blocks that contracts use, GitHub's tables, YAML front matter and MDX's import lines and tags. Emphasis
marks and link targets are dropped, so that a quote reads as the page does; code blocks and tags are not shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.read.characters import clean
from ingest.reading import Line

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*")
_BREAK = re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*")
_ROW = re.compile(r"[ \t]*\|(.*)\|[ \t]*")
_SEPARATOR = re.compile(r"[ \t]*+\|?[ \t]*+:?-++:?[ \t]*+(\|[ \t]*+:?-++:?[ \t]*+)*+\|?[ \t]*+")
_QUOTE = re.compile(r"(?: {0,3}> ?)+")
_BULLET = re.compile(r"([ \t]*)[-*+][ \t]+(?=\S)")
_ADMONITION = re.compile(r":::+[ \t]*(\w+)?(?:\[(.*)\]|[ \t]+(.*))?[ \t]*")
_MODULE_LINE = re.compile(r"(?:import\s.+\sfrom\s+['\"].+|import\s+['\"].+|export\s+(?:default|const|function)\b.*)")
_TITLE = re.compile(r"title[ \t]*:[ \t]*(['\"]?)(.*?)\1[ \t]*")

_COMMENT = re.compile(r"<!--.*?-->|\{/\*.*?\*/\}", re.S)
_TAG = re.compile(
    r"</?[A-Za-z][\w.:-]*(?:\s+[\w:.@-]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|\{[^{}]*\}|[^\s>\"'={}]+))?)*\s*/?>"
)
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]+|[\w.+-]+@[\w.-]+)>")
_LINK = re.compile(r"!?\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\((?:[^()\s]|\([^()]*\))*(?:\s+\"[^\"]*\")?\)")
_REFERENCE = re.compile(r"!?\[([^\[\]]+)\]\[[^\[\]]*\]")
_CODE = re.compile(r"(`{1,9})(.+?)\1")
_STARS = re.compile(r"(?<!\\)\*{1,3}(?=\S)|(?<=\S)(?<!\\)\*{1,3}|(?<!\\)\*{2,3}")
_UNDERSCORES = re.compile(r"(?<!\w)_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?!\w)")
_STRIKE = re.compile(r"~~")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_CELL_END = re.compile(r"(?<!\\)\|")
_ENTITIES = {"&nbsp;": " ", "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'"}


def lines_of_markdown(text: str, page: int) -> tuple[list[Line], str | None]:
    """The lines of a page of Markdown, and the title that its front matter gives.

    Args:
        text: the source, with ``\\n`` as line break.
        page: the 1-based number for the lines.
    """
    front, source, title = _front_matter(text) if page == 1 else ([], text.split("\n"), None)
    lines = [Line(row, page) for row in front]
    gap = bool(front)
    for row in _shown("\n".join(source)):
        if _promotes(row, lines, gap):
            lines[-1] = replace(lines[-1], level=1 if "=" in row else 2, bold=True)
        elif not (lines and lines[-1].table and _is_separator(row)):
            line = _line(row, page, gap)
            lines += [line] if line else []
            gap = bool(lines) and (line is None or line.level is not None)
    return lines, title


def _front_matter(text: str) -> tuple[list[str], list[str], str | None]:
    """The lines of a leading YAML block, the lines after it, and its title."""
    rows = text.split("\n")
    if rows[0].strip() != "---":
        return [], rows, None
    for i, row in enumerate(rows[1:], 1):
        if row.strip() in ("---", "..."):
            front = [clean(r) for r in rows[1:i] if r.strip()]
            titles = [m.group(2) for m in map(_TITLE.fullmatch, front) if m]
            return front, rows[i + 1 :], titles[0] if titles else None
    return [], rows, None


def _shown(source: str) -> Iterator[str]:
    """The source lines outside of code blocks, comments and module lines; a hidden line is given as an empty one."""
    source = _TAG.sub(lambda tag: "" if "\n" in tag.group() else tag.group(), _COMMENT.sub("", source))
    fence = ""
    for row in source.split("\n"):
        mark = _FENCE.match(row)
        if fence:
            if mark and mark.group(1).startswith(fence):
                fence = ""
            yield ""
        elif mark:
            fence = mark.group(1)
            yield ""
        else:
            yield "" if _MODULE_LINE.fullmatch(row) else row


def _line(row: str, page: int, gap: bool) -> Line | None:
    """A source line as shown, None when nothing shows."""
    heading = _HEADING.fullmatch(row)
    if heading:
        text = inline(heading.group(2) or "")
        return Line(text, page, level=len(heading.group(1)), bold=True, gap=True) if text else None
    if _BREAK.fullmatch(row) or _is_separator(row):
        return None
    cells = _ROW.fullmatch(row)
    if cells:
        text = "\t".join(inline(cell) for cell in _CELL_END.split(cells.group(1))).rstrip("\t")
        return Line(text, page, table=True, gap=gap) if text else None
    text = _block(row)
    return Line(text, page, gap=gap) if text else None


def _block(row: str) -> str:
    """A paragraph's or a list item's line; list bullets stay, as one kind of bullet."""
    admonition = _ADMONITION.fullmatch(row.strip())
    if admonition:
        row = admonition.group(2) or admonition.group(3) or ""
    row = _QUOTE.sub("", row, count=1) if _QUOTE.match(row) else row
    bullet = _BULLET.match(row)
    return f"• {inline(row[bullet.end() :])}" if bullet else inline(row)


def _promotes(row: str, lines: list[Line], gap: bool) -> bool:
    """Whether the row underlines the line before it, which makes that a heading."""
    if not lines or gap or lines[-1].table or lines[-1].level is not None:
        return False
    return _UNDERLINE.fullmatch(row) is not None


def _is_separator(row: str) -> bool:
    """Whether the row is the one of dashes that parts a table's head from its body."""
    return "|" in row and _SEPARATOR.fullmatch(row) is not None


def inline(text: str) -> str:
    """A line's text without its marks: emphasis, link targets, tags, escapes and entities."""
    code: list[str] = []

    def keep(match: re.Match[str]) -> str:
        code.append(match.group(2).strip())
        return f"\x00{len(code) - 1}\x00"

    text = _CODE.sub(keep, text)
    text = _AUTOLINK.sub(r"\1", text)
    text = _TAG.sub(" ", text)
    text = _REFERENCE.sub(r"\1", _LINK.sub(r"\1", _LINK.sub(r"\1", text)))
    text = _STRIKE.sub("", _UNDERSCORES.sub("", _STARS.sub("", text)))
    text = _ESCAPE.sub(r"\1", text)
    for entity, shown in _ENTITIES.items():
        text = text.replace(entity, shown)
    text = re.sub("\x00(\\d+)\x00", lambda match: code[int(match.group(1))], text)
    return clean(text)
