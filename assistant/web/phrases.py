"""The sentences of errors and of readers in French: they are stored and raised in English, and are told apart by their wording.

``assistant/data/phrases.tsv`` holds a sentence a line, English and French; a name in braces stands for what a sentence says of its case.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from ingest.days import days
from ingest.written_day import written_day

_FILE = Path(__file__).parents[1] / "data" / "phrases.tsv"
_NAME = re.compile(r"\{(\w+)\}")
_DEPTH = 2  # what a sentence says of its case may be such a sentence itself


def in_french(sentence: str, depth: int = _DEPTH) -> str | None:
    """The sentence in French, or several of them a line each; None when one is not among those that are known.

    Args:
        sentence: as it was raised or stored.
        depth: how often what stands in a sentence is looked up in its turn.
    """
    if "\n" in sentence:
        lines = [in_french(line, depth) for line in sentence.splitlines()]
        known = [line for line in lines if line is not None]
        return "\n".join(known) if len(known) == len(lines) else None
    for pattern, french in _phrases():
        found = pattern.fullmatch(sentence)
        if found:
            return french.format(**{name: _value(said, depth) for name, said in found.groupdict().items()})
    return None


def _value(said: str, depth: int) -> str:
    """What a sentence says of its case: a sentence, a day, or several words in a row, as far as they are known in French."""
    if depth and (french := in_french(said, depth - 1)) is not None:
        return french
    written = days(said)
    if len(written) == 1 and len(written[0].span) == len(said):
        return written_day(written[0].day, "fr")
    listed = said.split(", ")
    return ", ".join(_value(each, depth) for each in listed) if len(listed) > 1 else said


def told(sentence: str, language: str) -> str:
    """The sentence in the language of the page; itself where it is not known in that."""
    return (in_french(sentence) or sentence) if language == "fr" else sentence


@lru_cache(maxsize=1)
def _phrases() -> tuple[tuple[re.Pattern[str], str], ...]:
    """What each sentence looks like, the most particular first, and its French."""
    lines = [line.split("\t") for line in _FILE.read_text(encoding="utf-8").splitlines()]
    ordered = sorted(lines, key=lambda pair: -len(_NAME.sub("", pair[0])))
    return tuple((re.compile(_pattern(english), re.DOTALL), french) for english, french in ordered)


def _pattern(english: str) -> str:
    parts = _NAME.split(english)  # words and names in turn
    return "".join(f"(?P<{part}>.+?)" if at % 2 else re.escape(part) for at, part in enumerate(parts))
