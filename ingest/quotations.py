"""Where words stand in quotation marks, marks within marks told apart: “the “Fee” means …”, « … », "…". Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.document import Span
from ingest.sentences import trim

_MARKS = re.compile(r"[“”«»\"]")
_CLOSES = {"”": "“", "»": "«", '"': '"'}
_GAP = re.compile(
    r"\n[ \t]*\n[ \t]*$"
)  # a quotation of several paragraphs opens each of them anew and closes the last alone
_LONGEST_GAP = 40  # characters of white space that are looked through for one


def quotations(text: str, within: Span | None = None) -> list[Span]:
    """The quotations of a text, their marks included, in order; of one that stands within another the outer alone.

    A mark that nothing closes opens no quotation.

    Args:
        text: any text, with its line breaks.
        within: the part to look at; all of it when None.
    """
    reach = within or Span(0, len(text))
    found: list[Span] = []
    open_: list[tuple[str, int]] = []
    counts = dict.fromkeys(_CLOSES.values(), 0)
    for match in _MARKS.finditer(text, reach.start, reach.end):
        mark, at = match[0], match.start()
        opener = _CLOSES.get(mark)
        if opener is not None and counts[opener] and (mark != '"' or _may_close(text, at)):
            while True:
                last, start = open_.pop()
                counts[last] -= 1
                if last == opener:
                    break
            while found and found[-1].start > start:
                found.pop()
            found.append(Span(start, at + 1))
        elif mark in counts and _may_open(text, at, mark) and not (counts[mark] and _goes_on(text, at, open_[-1][1])):
            open_.append((mark, at))
            counts[mark] += 1
    return found


def without(text: str, quoted: Iterable[Span]) -> str:
    """The text with its quotations blanked out."""
    parts, at = [], 0
    for each in quoted:
        parts += [text[at : each.start], " " * len(each)]
        at = each.end
    return "".join([*parts, text[at:]])


def inner(text: str, quoted: Span) -> Span:
    """The words of a quotation without its marks."""
    return trim(text, Span(quoted.start + 1, quoted.end - 1))


def _may_close(text: str, at: int) -> bool:
    """Whether a straight mark stands as a closing one does: behind a word or stop, before none."""
    return not text[at - 1 : at].isspace() and not text[at + 1 : at + 2].isalnum()


def _may_open(text: str, at: int, mark: str) -> bool:
    """Whether a mark stands as an opening one does; the inches of a 19" rack open nothing."""
    return mark != '"' or not (at and text[at - 1].isalnum())


def _goes_on(text: str, at: int, opened: int) -> bool:
    """Whether the mark opens a further paragraph of what is being quoted: the one before holds the first mark, or begins with one."""
    gap = _GAP.search(text, max(opened, at - _LONGEST_GAP), at)
    if gap is None:
        return False
    before = text.rfind("\n\n", opened, gap.start())
    return before < 0 or _MARKS.match(text, before + 2) is not None
