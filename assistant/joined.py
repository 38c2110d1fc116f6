"""Two words that one text writes together and another with a hyphen: "subprocessor", "sub-processor"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ingest.words import fold

_PART = 3  # letters at least of each of the two
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


def _forms(word: str, is_known: Callable[[str], bool]) -> Iterator[str]:
    first, hyphen, second = word.partition("-")
    if hyphen:
        if min(len(first), len(second)) >= _PART:
            yield first + second
        return
    for at in range(_PART, len(word) - _PART + 1):
        if is_known(word[at:]) and is_known(word[:at]):
            yield f"{word[:at]}-{word[at:]}"
