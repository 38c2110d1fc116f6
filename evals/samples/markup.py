"""Parse a source file into a `Source` (the markup is described in sources/README.md)."""

from __future__ import annotations

import re
from pathlib import Path

from evals.samples.source import (
    Alignment,
    Block,
    Centred,
    Column,
    Heading,
    Item,
    Meta,
    Numbered,
    PageBreak,
    Plain,
    Signature,
    Source,
    SourceError,
    Table,
)
from ingest.document import Role

_KEYS = ("title", "role", "format", "language", "header", "footer")
_OPTIONAL_KEYS = ("subtitle", "reference", "cover", "contents", "toc_title")
_WORDS = "ARTICLE|Article|SECTION|Section|PART|Part|PARTIE|Partie|TITRE|Titre|CHAPITRE|Chapitre"
_ANNEX_WORDS = "SCHEDULE|Schedule|ANNEX|Annex|ANNEXE|Annexe|APPENDIX|Appendix"
_HEADING_NUMBER = re.compile(
    rf"((?:(?:{_WORDS}|{_ANNEX_WORDS})\s+(?:\d+|[A-Z])(?:\s*[–—:.])?)|\d+(?:\.\d+)*[.)]?|[A-Z]\.)\s+(.+)"
)
_NUMBERED = re.compile(r"(\d+(?:\.\d+)+\.?)\s+(.+)")
_ITEM = re.compile(r"( *)(\([a-z]+\)|[a-z]+\)|\(\d+\)|[-–])\s+(.+)")
_RULE = re.compile(r"(:?)(-+)(:?)")
_CELL_BAR = re.compile(r"(?<!\\)\|")


def parse(path: Path) -> Source:
    """The front matter and the blocks of a source file.

    Raises:
        SourceError: when the file does not follow the markup, or holds a character outside Windows-1252.
    """
    text = path.read_text(encoding="utf-8")
    try:
        text.encode("cp1252")
    except UnicodeEncodeError as error:
        raise SourceError(f"{path.name}: expected Windows-1252 characters only, found {text[error.start]!r}") from None
    parts = text.split("---\n", 2)
    if len(parts) != 3 or parts[0]:
        raise SourceError(f"{path.name}: expected front matter between two lines of '---' at the top of the file")
    try:
        return Source(_meta(parts[1]), _blocks(parts[2]))
    except SourceError as error:
        raise SourceError(f"{path.name}: {error}") from None


def _meta(text: str) -> Meta:
    given: dict[str, str] = {}
    for line in text.splitlines():
        key, colon, value = line.partition(":")
        if not colon or key not in _KEYS + _OPTIONAL_KEYS:
            raise SourceError(f"expected a key of {', '.join(_KEYS + _OPTIONAL_KEYS)}, found {line!r}")
        given[key] = value.strip()
    missing = [key for key in _KEYS if key not in given]
    if missing:
        raise SourceError(f"the front matter lacks {', '.join(missing)}")
    if given["format"] not in ("pdf", "docx") or given["language"] not in ("en", "fr"):
        raise SourceError("expected format pdf or docx and language en or fr")
    if given["role"] not in list(Role):
        raise SourceError(f"expected a role of {', '.join(Role)}, found {given['role']!r}")
    contents = given.get("toc_title", "Contents") if given.get("contents") == "yes" else None
    if contents and given["format"] == "docx":
        raise SourceError("contents pages are built for PDF only; set 'contents: no'")
    return Meta(
        title=given["title"],
        role=Role(given["role"]),
        format="docx" if given["format"] == "docx" else "pdf",
        language="fr" if given["language"] == "fr" else "en",
        header=given["header"],
        footer=given["footer"],
        subtitle=given.get("subtitle", ""),
        reference=given.get("reference", ""),
        cover=given.get("cover") == "yes",
        contents=contents,
    )


def _blocks(text: str) -> tuple[Block, ...]:
    blocks: list[Block] = []
    caption: str | None = None
    for chunk in re.split(r"\n\s*\n", text.strip("\n")):
        lines = chunk.rstrip().splitlines()
        if lines[0].startswith("Table:"):
            caption = lines.pop(0).removeprefix("Table:").strip()
            if not lines:
                continue
        if caption is not None and not lines[0].startswith("|"):
            raise SourceError(f"expected a table after the caption {caption!r}, found {lines[0]!r}")
        if lines[0].startswith("|"):
            blocks.append(_table(lines, caption))
            caption = None
        else:
            blocks.extend(_text_blocks(lines))
    return tuple(blocks)


def _text_blocks(lines: list[str]) -> list[Block]:
    """The blocks of a chunk of lines: each marked line begins a block, unmarked lines continue the one before."""
    joined: list[str] = []
    for line in lines:
        if not joined or _begins_block(line) or joined[-1].startswith("#"):
            joined.append(line.rstrip())
        else:
            joined[-1] += " " + line.strip()
    return [_text_block(line) for line in joined]


def _begins_block(line: str) -> bool:
    starts = ("# ", "## ", "### ", ">", "Formula:", "Centre:", "Signature:", "---")
    return line.startswith(starts) or bool(_ITEM.fullmatch(line) or _NUMBERED.fullmatch(line))


def _text_block(line: str) -> Block:
    if line == "---":
        return PageBreak()
    if line.startswith("#"):
        return _heading(line)
    if line.startswith(">"):
        return Plain(line[1:].strip(), indented=True)
    kind, colon, rest = line.partition(":")
    if colon and kind in ("Formula", "Centre"):
        return Centred(rest.strip(), bold=kind == "Centre")
    if colon and kind == "Signature":
        return _signature(rest)
    if item := _ITEM.fullmatch(line):
        return Item(len(item[1]) // 2, item[2], item[3])
    if numbered := _NUMBERED.fullmatch(line):
        return Numbered(numbered[1], numbered[2])
    return Plain(line.strip())


def _heading(line: str) -> Heading:
    hashes, _, text = line.partition(" ")
    if not 1 <= len(hashes) <= 3 or set(hashes) != {"#"}:
        raise SourceError(f"expected a heading of one to three '#' and a space, found {line!r}")
    match = _HEADING_NUMBER.fullmatch(text.strip())
    return Heading(len(hashes), match[1], match[2]) if match else Heading(len(hashes), None, text.strip())


def _signature(rest: str) -> Signature:
    cells = [cell.strip() for cell in rest.split("|")]
    if len(cells) != 4:
        raise SourceError(f"expected 'Signature: party | name | title | place, date', found {rest!r}")
    return Signature(*cells)


def _table(lines: list[str], caption: str | None) -> Table:
    rows = [_cells(line) for line in lines]
    if len(rows) < 3:
        raise SourceError(f"expected a heading row, a separator row and a row, found {lines!r}")
    columns = tuple(_column(cell) for cell in rows[1])
    for row in rows:
        if len(row) != len(columns):
            raise SourceError(f"expected {len(columns)} cells a row, found {len(row)} in {' | '.join(row)!r}")
    return Table(caption, columns, (rows[0], *rows[2:]))


def _cells(line: str) -> tuple[str, ...]:
    stripped = line.strip()
    if not (stripped.startswith("|") and stripped.endswith("|")):
        raise SourceError(f"expected a table row between bars, found {line!r}")
    return tuple(cell.strip().replace(r"\|", "|") for cell in _CELL_BAR.split(stripped[1:-1]))


def _column(cell: str) -> Column:
    match = _RULE.fullmatch(cell)
    if not match:
        raise SourceError(f"expected dashes with optional colons in the separator row, found {cell!r}")
    align: Alignment = "centre" if match[1] and match[3] else "right" if match[3] else "left"
    return Column(len(match[2]), align)
