"""Contents pages: lines that announce headings and end in page numbers."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from ingest.reading import Line, Reading

# A block without a heading of its own must be this long to be a table of contents.
FEWEST_WITHOUT_HEADING = 5
FEWEST_WITH_HEADING = 2
# Lines that are no entries (the first line of a long one, "Page") may stand between entries, no more than this in a row.
STRANGERS = 3
LONGEST_ENTRY = 160

_HEADING = re.compile(
    r"(?:table\s+of\s+contents?|contents|table\s+des\s+mati[eè]res|sommaire|index\s+des\s+articles)"
    r"(?:\s*\(.{1,20}\))?\s*[:.]?(?:\s+page)?",
    re.I,
)
_NUMBER = r"(?:\d{1,4}|[ivxl]{1,7}|[A-Z]{1,3}-\d{1,3})"
_LEADER = re.compile(rf"(.*?\w.*?)[\s\t]*(?:(?:[.·…_]\s?){{3,}}|\.{{2,}}\s|\t)[\s.]*({_NUMBER})\s*")
_LEADER_HINT = re.compile(r"\.{3}|\. \.|[·…\t]|_{3}")  # looked for first: the patterns above cost more
_TRAILING = re.compile(rf"(.*?[^\W\d_].*?)\s+({_NUMBER})\s*")
_LEADERS_ONLY = re.compile(r"(.*\w.*?)\s*(?:[.·…]\s?){4,}\s*")
# "Page" over the column of numbers, or a number that stands apart from its wrapped entry.
_PAGE_ALONE = re.compile(_NUMBER)
_PAGE_WORD = re.compile(rf"pages?(?:\s+(?:no\.?|n°))?|{_NUMBER}", re.I)


def contents_lines(reading: Reading, known: Collection[int] = ()) -> set[int]:
    """The indexes of the lines that belong to contents pages, headings included.

    Args:
        reading: the lines.
        known: indexes of lines that are other furniture; a contents page may run on over them.
    """
    order = [i for i, line in enumerate(reading.lines) if i not in known and line.furniture is None]
    return {order[i] for i in _found([reading.lines[i] for i in order])}


def _found(lines: Sequence[Line]) -> set[int]:
    later = _last_seen(lines)
    found: set[int] = set()
    i = 0
    while i < len(lines):
        block: list[int] = []
        if _HEADING.fullmatch(lines[i].text):
            block = _block(lines, i + 1, later, FEWEST_WITH_HEADING, loose=True)
            block = [i, *block] if block else []
        elif _has_leader(lines[i]):
            block = _block(lines, i, later, FEWEST_WITHOUT_HEADING, loose=False)
        found.update(block)
        i = block[-1] + 1 if block else i + 1
    return found


def _block(lines: Sequence[Line], start: int, later: dict[str, int], fewest: int, loose: bool) -> list[int]:
    """The indexes from ``start`` to the last entry, none when there are too few entries.

    Args:
        lines: all lines.
        start: the first line of the block.
        later: the index of the last line of each wording.
        fewest: entries that make a block.
        loose: whether a line without leaders may be an entry (after a heading that says so).
    """
    entries: list[int] = []
    titles: set[str] = set()
    strangers = 0
    for i in range(start, len(lines)):
        title = _title(lines[i], loose) or (_over_its_page(lines, i) if loose else None)
        repeated = loose and title is None and later.get(_key(lines[i].text), i) > i
        if title is not None and _key(title) in titles and not (_has_leader(lines[i]) or _over_its_page(lines, i)):
            break
        if title is None and repeated and _key(lines[i].text) in titles:
            break  # the first heading of the body, which the contents announced
        if title is not None or repeated:
            entries.append(i)
            titles.add(_key(title if title is not None else lines[i].text))
            strangers = 0
        elif not _PAGE_WORD.fullmatch(lines[i].text):
            strangers += 1
            if strangers > STRANGERS or len(lines[i].text) > LONGEST_ENTRY:
                break
            if _key(lines[i].text) in titles:
                break
    if len(entries) < fewest:
        return []
    last = entries[-1] + (loose and _over_its_page(lines, entries[-1]) is not None)
    return list(range(start, last + 1))


def _over_its_page(lines: Sequence[Line], i: int) -> str | None:
    """What an entry announces whose page number stands alone on the line below it."""
    text = lines[i].text
    if i + 1 >= len(lines) or len(text) > LONGEST_ENTRY or not any(c.isalpha() for c in text):
        return None
    is_entry = _PAGE_ALONE.fullmatch(lines[i + 1].text) and not _PAGE_WORD.fullmatch(text)
    return text if is_entry else None


def _title(line: Line, loose: bool) -> str | None:
    """What an entry announces, None when the line is no entry."""
    if len(line.text) > LONGEST_ENTRY + line.text.count(".") + line.text.count("_"):
        return None
    hinted = (_LEADER, _LEADERS_ONLY) if _LEADER_HINT.search(line.text) else ()
    for pattern in (*hinted, _TRAILING) if loose else hinted:
        match = pattern.fullmatch(line.text)
        if match:
            title: str = match.group(1)
            return title
    return None


def _has_leader(line: Line) -> bool:
    return (
        _LEADER_HINT.search(line.text) is not None
        and "\t" not in line.text
        and _LEADER.fullmatch(line.text) is not None
    )


def _key(text: str) -> str:
    """What two lines have in common that announce and carry the same heading."""
    return "".join(c for c in text.casefold() if c.isalnum())


def _last_seen(lines: Sequence[Line]) -> dict[str, int]:
    """The index of the last line of each wording."""
    return {_key(line.text): i for i, line in enumerate(lines) if 3 <= len(line.text) <= LONGEST_ENTRY}
