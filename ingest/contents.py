"""Contents pages: lines that announce headings and end in page numbers."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence

from ingest.headings import has_verb
from ingest.reading import Line, Reading

# A block without a heading of its own must be this long to be a table of contents.
FEWEST_WITHOUT_HEADING = 5
FEWEST_WITH_HEADING = 2
# Lines that are no entries (the first line of a long one, "Page") may stand between entries, no more than this in a row.
STRANGERS = 3
_PARTED = 8  # lines that may part a contents page
LONGEST_ENTRY = 160
_LONGEST_LED = 800  # characters of a line, its leaders cut short: the time to find these grows with its square

_ANNOUNCES = r"(?:table\s+of\s+contents?|contents|table\s+des\s+mati[eè]res|sommaire|index\s+des\s+articles)"
_HEADING = re.compile(rf"{_ANNOUNCES}(?:\s*\(.{{1,20}}\))?\s*[:.]?(?:\s+page)?", re.I)
_HEADED = re.compile(rf"{_ANNOUNCES}\s*[:.]?\s+", re.I)
_NUMBER = r"(?:\d{1,4}|[ivxl]{1,7}|[A-Z]{1,3}-\d{1,3})"
_LEADER = re.compile(rf"(.*?\w.*?)[\s\t]*(?:(?:[.·…_]\s?){{3,}}|\.{{2,}}\s|\t)[\s.]*({_NUMBER})\s*")
_LEADER_HINT = re.compile(r"\.{3}|\. \.|[·…\t]|_{3}")  # looked for first: the patterns above cost more
_LONG_LEADER = re.compile(r"((?:[.·…_]\s?){8})(?:[.·…_]\s?)*+(?<=(.))")  # its beginning, and the last sign of it
_TRAILING = re.compile(rf"(.*?[^\W\d_].*?)\s+({_NUMBER})\s*")
_LEADERS_ONLY = re.compile(r"(.*\w.*?)\s*(?:[.·…]\s?){4,}\s*")
# several entries on one line: a number after a leader; without leaders, numbers of pages between short pieces of words
_LED = re.compile(rf"(?<![.·…_])(?<![.·…_]\s)(?:[.·…_]\s?){{3,}}\s*{_NUMBER}(?!\w)")
_PAGE_WITHIN = re.compile(r"(?<=\s)\d{1,3}(?=\s|$)")
_FEWEST_PAGES = 4
_LONGEST_WITHIN = 150  # characters of one of several entries
_MOST_AFTER = 0.5  # of a line, which may follow its last page: exhibits without pages
_RECITES = re.compile(r"\bWHEREAS,|\bis (?:made|entered)\b|\bATTENDU QUE?\b")  # a recital may end in a number
_CLAUSE_ALONE = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}\.?")  # the number of an entry, its title on the line below
_PAGE_ALONE = re.compile(_NUMBER)
# "Page" over the column of numbers, or a number that stands apart from its wrapped entry.
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
        elif (headed := _HEADED.match(lines[i].text)) and _several(lines[i].text[headed.end() :], loose=True):
            block = _block(lines, i, later, FEWEST_WITH_HEADING, loose=True)
        elif headed and _ends_in_page(lines[i].text[headed.end() :]):  # the first entry on the line of the heading
            block = _block(lines, i, later, FEWEST_WITHOUT_HEADING, loose=True)
        elif _has_leader(lines[i]):
            block = _block(lines, i, later, FEWEST_WITHOUT_HEADING, loose=False)
        while block and (further := _resumed(lines, block, later)):
            block += further
        found.update(block)
        i = block[-1] + 1 if block else i + 1
    return found


def _resumed(lines: Sequence[Line], block: Sequence[int], later: dict[str, int]) -> list[int]:
    """The lines up to the end of further entries behind what parts a contents page, such as a long notice at the foot of each page; none
    where fewer follow than make a block, or where their pages do not go on from the last one's.
    """
    last = block[-1]
    page = next((each for i in reversed(block) if (each := _page(lines[i])) is not None), None)
    for start in range(last + 1, min(last + 1 + _PARTED, len(lines))):
        first = _page(lines[start])
        if page is None or first is None or first < page:
            continue
        further = _block(lines, start, later, FEWEST_WITHOUT_HEADING, loose=True)
        pages = [each for each in map(_page, (lines[i] for i in further)) if each is not None]
        if len(pages) >= FEWEST_WITHOUT_HEADING and pages == sorted(pages):
            return list(range(last + 1, further[-1] + 1))
    return []


def _page(line: Line) -> int | None:
    """The page number in which an entry ends, None where it ends in none, or in a roman one."""
    match = _ends_in_page(line.text)
    return int(match[2]) if match and match[2].isdigit() else None


def _ends_in_page(text: str) -> re.Match[str] | None:
    return _TRAILING.fullmatch(text) if len(text) <= LONGEST_ENTRY else None


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
    strangers = count = 0
    for i in range(start, len(lines)):
        title = _title(lines[i], loose) or (_over_its_page(lines, i) if loose else None)
        worded = any(c.isalpha() for c in lines[i].text)  # "11.1" alone on its line is not "1.11"
        repeated = loose and title is None and worded and later.get(_key(lines[i].text), i) > i
        if title is not None and _key(title) in titles and not (_has_leader(lines[i]) or _over_its_page(lines, i)):
            break
        if title is None and repeated and _key(lines[i].text) in titles:
            break  # the first heading of the body, which the contents announced
        if title is not None or repeated:
            entries.append(i)
            count += max(1, _several(lines[i].text, loose))
            titles.add(_key(title if title is not None else lines[i].text))
            strangers = 0
        elif not _PAGE_WORD.fullmatch(lines[i].text) and not _CLAUSE_ALONE.fullmatch(lines[i].text):
            strangers += 1
            if strangers > STRANGERS or len(lines[i].text) > LONGEST_ENTRY:
                break
            if _key(lines[i].text) in titles:
                break
    if count < fewest:
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
    if _several(line.text, loose):
        return line.text
    if _RECITES.search(line.text):
        return None
    if len(line.text) > LONGEST_ENTRY + line.text.count(".") + line.text.count("_"):
        return None
    text = _with_short_leaders(line.text)
    if text is None:
        return None
    hinted = (_LEADER, _LEADERS_ONLY) if _LEADER_HINT.search(text) else ()
    for pattern in (*hinted, _TRAILING) if loose else hinted:
        match = pattern.fullmatch(text)
        if match:
            title: str = match.group(1)
            return title
    return None


def _with_short_leaders(text: str) -> str | None:
    """A line with no leader longer than a few marks; None where it is too long to be looked through for one."""
    text = _LONG_LEADER.sub(r"\1\2", text)
    return text if len(text) <= _LONGEST_LED else None


def _several(text: str, loose: bool) -> int:
    """How many entries stand on a line that holds several and nothing else, 0 for any other line."""
    led = list(_LED.finditer(text)) if _LEADER_HINT.search(text) else []
    if len(led) > 1 and len(text) - led[-1].end() <= LONGEST_ENTRY and _are_short(text, led):
        return len(led)
    pages = list(_PAGE_WITHIN.finditer(text)) if loose and len(text) > _LONGEST_WITHIN else []
    if len(pages) < _FEWEST_PAGES or has_verb(text[: pages[-1].end()]):
        return 0
    rising = _rising([int(page.group()) for page in pages])
    is_whole = len(text) - pages[-1].end() <= _MOST_AFTER * len(text)
    return (
        rising if is_whole and rising >= _FEWEST_PAGES and 2 * rising >= len(pages) and _are_short(text, pages) else 0
    )


def _are_short(text: str, ends: Sequence[re.Match[str]]) -> bool:
    """Whether what stands before each end, and after the one before it, is no longer than an entry."""
    starts = [0, *(each.end() for each in ends)]
    pieces = [text[start : end.end()] for start, end in zip(starts, ends, strict=False)]
    return all(len(piece) - piece.count(".") - piece.count(" .") <= _LONGEST_WITHIN for piece in pieces)


def _rising(numbers: Sequence[int]) -> int:
    """How many of the numbers, in order, do not fall: the length of the longest such run with gaps."""
    tails: list[int] = []
    for number in numbers:
        at = bisect_right(tails, number)
        tails[at : at + 1] = [number]
    return len(tails)


def _has_leader(line: Line) -> bool:
    if _several(line.text, loose=False):
        return True
    if _LEADER_HINT.search(line.text) is None or "\t" in line.text:
        return False
    text = _with_short_leaders(line.text)
    return text is not None and _LEADER.fullmatch(text) is not None


def _key(text: str) -> str:
    """What two lines have in common that announce and carry the same heading."""
    return "".join(c for c in text.casefold() if c.isalnum())


def _last_seen(lines: Sequence[Line]) -> dict[str, int]:
    """The index of the last line of each wording."""
    return {_key(line.text): i for i, line in enumerate(lines) if 3 <= len(line.text) <= LONGEST_ENTRY}
