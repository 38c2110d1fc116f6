"""Clause numbers as readers write them: their parts, their neighbours, and what stands between two of them. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.naming.place_patterns import DIVISIONS, ENDS, FIRST, SPOKEN_LETTER
from assistant.values.number_words import written_numbers
from ingest.inserted import SUFFIX_SAID
from ingest.targets import between
from ingest.words import fold


def outer(number: str) -> str:
    """The clause in which an item stands, or what it may have been cut from: "8.2" of "8.2(a)", "7A.1" of "7A.1(b)", "5" of "5-2" and
    "5 bis", "10" of "10A".
    """
    value = number.partition(" ")[2] if number.startswith(tuple(DIVISIONS)) else number
    stem = re.match(rf"\d+(?:{SUFFIX_SAID}(?=\.))?(?:\.\d+(?:{SUFFIX_SAID}(?=\.))?)*", value)
    return stem.group() if stem else value.partition("(")[0]


def parent_of(number: str) -> str:
    """What stands before the last part of a number, "8" of "8.2" and of "8-2"."""
    return number.replace("-", ".").rpartition(".")[0]


def item_beside(last: str, item: str) -> str:
    """The item beside another one, "8.2(b)" of "8.2(a)" and "(b)"; empty where the other is none."""
    plain = with_items(last)
    return f"{plain[: plain.rindex('(')]}({item.strip('()')})" if "(" in plain else ""


def values_between(first: str, last: str) -> list[str]:
    """What stands between two annexes or recitals, by number or by letter: "B" of "A" and "C"."""
    if len(first) == len(last) == 1 and first.isalpha() and last.isalpha():
        return [chr(code) for code in range(ord(first) + 1, ord(last))]
    return between(first, last)


def items_between(first: str, last: str) -> Iterator[str]:
    """The items between two that letters tell apart: "8.2(b)" of "8.2(a)" and "8.2(c)"."""
    if first[:-2] == last[:-2] and re.fullmatch(r".*\([a-z]\)", first) and re.fullmatch(r".*\([a-z]\)", last):
        yield from (f"{first[:-2]}{chr(code)})" for code in range(ord(first[-2]) + 1, ord(last[-2])))


def with_items(number: str) -> str:
    """A number with its items in brackets: "8.2(b)" of "8.2 b)", "8.2.b" and "8.2, sub (b)"."""
    stem = re.match(rf"[A-Z]?\.?\d+{SUFFIX_SAID}?(?:[.-]\d+{SUFFIX_SAID}?)*|[IVXLC]+(?:\.\d+)*", number, re.I)
    assert stem is not None
    items = ("".join(groups) for groups in SPOKEN_LETTER.findall(number[stem.end() :]))
    return stem.group() + "".join(f"({item})" for item in items)


def written_number(text: str, start: int) -> tuple[str | None, int]:
    """A number in words where nothing follows that it would count ("section four", not "the schedule two weeks ago")."""
    folded = fold(text[start:])
    if len(folded) != len(text) - start:
        return None, start
    first = FIRST.match(folded)
    if first:
        return "1", start + first.end()
    number = next(written_numbers(folded), None)
    if number is None or number.start or number.value % 1 or not ENDS.match(folded, number.end):
        return None, start
    return str(int(number.value)), start + number.end
