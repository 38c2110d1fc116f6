"""Numbers written out in English and French: "one hundred and eighty", "quatre-vingt-dix", "deux virgule huit". Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SMALL = {
    name: float(value)
    for value, names in enumerate(
        "zero|one un une|two deux|three trois|four quatre|five cinq|six|seven sept|eight huit|nine neuf|ten dix|eleven onze|"
        "twelve douze|thirteen treize|fourteen quatorze|fifteen quinze|sixteen seize|seventeen|eighteen|nineteen".split(
            "|"
        )
    )
    for name in names.split()
}
_TENS = {
    "twenty": 20, "vingt": 20, "vingts": 20, "thirty": 30, "trente": 30, "forty": 40, "quarante": 40, "fifty": 50,
    "cinquante": 50, "sixty": 60, "soixante": 60, "seventy": 70, "septante": 70, "eighty": 80, "ninety": 90, "nonante": 90,
}  # fmt: skip
_HUNDRED = frozenset(("hundred", "hundreds", "cent", "cents"))
_SCALES = {
    "thousand": 1e3,
    "mille": 1e3,
    "million": 1e6,
    "millions": 1e6,
    "billion": 1e9,
    "milliard": 1e9,
    "milliards": 1e9,
}
_ALONE = {"twice": 2.0, "thrice": 3.0, "double": 2.0, "triple": 3.0, "half": 0.5, "moitie": 0.5, "demi": 0.5}
_LINKS = frozenset(("and", "et"))
_WORD = re.compile(r"[a-z]+")
_GAP = re.compile(r"[ -]+")
_AND_A_HALF = re.compile(r" (?:and (?:a|one)[ -]half|et demie?)\b")
_DECIMAL = re.compile(r" (?:virgule|point) ([a-z]+)")


@dataclass(frozen=True, slots=True)
class WrittenNumber:
    """A number in words: where it stands in the text, in characters, and its value."""

    start: int
    end: int
    value: float


def written_numbers(folded: str) -> Iterator[WrittenNumber]:
    """The numbers in words of a folded text (`ingest.words.fold`), in order; "un" and "one" are among them."""
    words = list(_WORD.finditer(folded))
    at = 0
    while at < len(words):
        first = words[at]
        if first.group() in _ALONE and not folded.startswith("-year", first.end()):
            yield WrittenNumber(first.start(), first.end(), _ALONE[first.group()])
            at += 1
            continue
        reader, last = _Reader(), at
        while last < len(words) and reader.take(words[last].group()):
            last += 1
            if last < len(words) and not _GAP.fullmatch(folded, words[last - 1].end(), words[last].start()):
                break
            if last + 1 < len(words) and words[last].group() in _LINKS and reader.can_take(words[last + 1].group()):
                last += 1
        at += 1
        if reader.took:
            number = _finished(folded, first.start(), words[last - 1].end(), reader.value)
            yield number
            at += sum(word.start() < number.end for word in words[at:])


def in_digits(folded: str) -> str:
    """A folded text with its numbers in digits and single spaces."""
    folded = " ".join(folded.split())
    for number in reversed(list(written_numbers(folded))):
        folded = f"{folded[: number.start]}{number.value:g}{folded[number.end :]}"
    return folded


def _finished(folded: str, start: int, end: int, value: float) -> WrittenNumber:
    """With the decimals that follow."""
    if half := _AND_A_HALF.match(folded, end):
        return WrittenNumber(start, half.end(), value + 0.5)
    decimal = _DECIMAL.match(folded, end)
    if decimal and decimal[1] in _SMALL:
        return WrittenNumber(start, decimal.end(), value + _SMALL[decimal[1]] / 10)
    return WrittenNumber(start, end, value)


class _Reader:
    """Adds up one number word by word; ``take`` says whether the word still belongs to it."""

    def __init__(self) -> None:
        self.took = False
        self._total = 0.0
        self._current: float | None = None
        self._scaled = False

    @property
    def value(self) -> float:
        """What the words taken so far amount to."""
        return self._total + (self._current or 0.0)

    def can_take(self, word: str) -> bool:
        """Whether the word goes on with the number after "and" or "et"."""
        return self._after(word) is not None and self._current is not None and self._current >= 20

    def take(self, word: str) -> bool:
        """Add a word to the number; False when it does not belong to it."""
        if word in _SCALES and (self._current is not None or word in ("mille", "thousand")) and not self._scaled:
            self._total += (self._current or 1.0) * _SCALES[word]
            self._current, self._scaled, self.took = None, _SCALES[word] <= 1e3, True
            return True
        after = self._after(word)
        if after is None:
            return False
        self._current, self.took = after, True
        return True

    def _after(self, word: str) -> float | None:
        """The value below the next scale once the word is taken, None when it does not fit."""
        now = self._current
        if word in _HUNDRED:
            return None if now is not None and now >= 10 else (now or 1.0) * 100
        added = _SMALL.get(word, _TENS.get(word))
        if added is None or now is None:
            return added
        if word.startswith("vingt") and now % 100 == 4:
            return now + 76  # "quatre-vingt"
        rest = now % 100
        room = 100 if rest == 0 and now >= 100 else 10 if rest >= 20 and rest % 10 == 0 else 0
        if rest in (60, 80):
            room = 20  # "soixante-dix", "quatre-vingt-dix"
        if rest == 10 and 7 <= added <= 9:
            room = 10  # "dix-sept"
        return now + added if 0 < added < room else None
