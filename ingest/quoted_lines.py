"""Lines of a document that stand within words that it quotes: what an amendment puts in is no clause of the amendment itself. Pure."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ingest.document import Span
from ingest.quotations import quotations
from ingest.reading import Line

_LONGEST = 20_000  # characters that are quoted; longer ones are more likely begun by a mark that nothing closes
_LEADS_IN = re.compile(
    r"(?::|[-–—]|\bfollowing|\bas follows|\bsuivante?s?|\bcomme suit|\bce qui suit)\s*$", re.IGNORECASE
)
_LEAD = 40  # characters before a quotation in which that stands
_ENDS = re.compile(r"[ \t]*[.;,]?[ \t]*(?:(?:and|et|or|ou)[ \t]*)?(?:\n|$)")


def quoted_lines(lines: Sequence[Line]) -> frozenset[int]:
    """The lines (by index) within a quotation of several lines that the words before it lead in to; its first one where it begins there.

    Args:
        lines: the body lines of the document in order.
    """
    starts: list[int] = []
    pieces: list[str] = []
    at = 0
    for line in lines:
        piece = ("\n" if line.gap else "") + line.text + "\n"
        starts.append(at + line.gap)
        pieces.append(piece)
        at += len(piece)
    return frozenset(
        index
        for quoted in _led_in("".join(pieces))
        for index in range(bisect_left(starts, quoted.start), bisect_left(starts, quoted.end))
    )


def _led_in(text: str) -> Iterator[Span]:
    for quoted in quotations(text):
        if "\n" not in quoted.of(text) or len(quoted) > _LONGEST:
            continue
        if _is_led_in(text, quoted.start) and _ENDS.match(text, quoted.end) and not _holds_another(text, quoted):
            yield quoted


def _is_led_in(text: str, at: int) -> bool:
    return _LEADS_IN.search(text, max(0, at - _LEAD), at) is not None


def _holds_another(text: str, quoted: Span) -> bool:
    """Whether a paragraph within opens with the mark of the quotation and is led in to itself: nothing closed the first one."""
    opens = re.compile(r"\n[ \t]*" + re.escape(text[quoted.start]))
    return any(_is_led_in(text, match.end() - 1) for match in opens.finditer(text, quoted.start, quoted.end))
