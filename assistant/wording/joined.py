"""Two words that one text writes together and another with a hyphen: "subprocessor", "sub-processor"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ingest.words import fold

_PART = 3  # letters at least of each of the two
_LONGEST = 60  # letters; a longer word is none, and is looked up at no place within it
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")


def other_forms(text: str, is_known: Callable[[str], bool], stands: Callable[[str], bool]) -> list[str]:
    """The words of a text as what is searched writes them too, folded.

    Args:
        text: what is looked for.
        is_known: whether a folded word stands in what is searched.
        stands: whether letters stand in it as they are.
    """
    typed = dict.fromkeys(fold(word) for word in _WORD.findall(text))
    return [form for word in typed for form in _forms(word, is_known) if stands(form)]


def parted(word: str, is_known: Callable[[str], bool]) -> Iterator[str]:
    """A word with a hyphen wherever known words meet within it: "sub-processor" of "subprocessor".

    Args:
        word: folded, letters alone.
        is_known: whether a folded word stands in what is searched.
    """
    for at in range(_PART, len(word) - _PART + 1) if len(word) <= _LONGEST else ():
        if is_known(word[at:]) and is_known(word[:at]):
            yield f"{word[:at]}-{word[at:]}"


def _forms(word: str, is_known: Callable[[str], bool]) -> Iterator[str]:
    first, hyphen, second = word.partition("-")
    if not hyphen:
        yield from parted(word, is_known)
    elif min(len(first), len(second)) >= _PART:
        yield first + second
