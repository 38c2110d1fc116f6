"""The sketch of a text: which sequences of three letters it holds, in a few thousand bits. Pure.

What a sketch does not hold the text does not hold either; what it seems to hold the text holds nearly always. So a text need not be
opened to see that a phrase is not in it. Sources: Bloom 1970, "Space/time trade-offs in hash coding with allowable errors" (with one
hash); Zobel, Moffat and Sacks-Davis 1993 on letter sequences for search within words.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ingest.words import flat

_BITS_A_SEQUENCE = 8  # an eighth of the bits are set: a phrase of ten letters passes by chance once in ten million
_FEWEST = 10  # as a power of two
_ODD = (
    0x9E3779B97F4A7C15,
    0xC2B2AE3D27D4EB4F,
    0x165667B19E3779F9,
)  # multipliers with mixed bits (those of xxHash and Fibonacci)


def sequences(text: str) -> NDArray[np.uint64]:
    """A number for each sequence of three letters, each once, whatever case, accents and line breaks; none for a text of fewer."""
    letters = np.frombuffer(flat(text).encode("utf-32-le", "surrogatepass"), "<u4").astype(np.uint64)
    if len(letters) < len(_ODD):
        return np.zeros(0, np.uint64)
    first, second, third = (np.uint64(odd) for odd in _ODD)
    mixed = np.unique(letters[:-2] * first + letters[1:-1] * second + letters[2:] * third)
    return np.asarray((mixed ^ (mixed >> np.uint64(29))) * first, np.uint64)


def sketch(text: str) -> bytes:
    """The sketch of a text, whatever its case, accents and line breaks."""
    hashes = sequences(text)
    power = max(_FEWEST, int(_BITS_A_SEQUENCE * len(hashes) - 1).bit_length())
    bits = np.zeros(1 << power, bool)
    bits[_places(hashes, power)] = True
    return np.packbits(bits).tobytes()


def may_hold(sketched: bytes, sought: NDArray[np.uint64]) -> bool:
    """Whether the text of a sketch may hold a phrase of which these are the `sequences`; never False when it does."""
    power = (8 * len(sketched)).bit_length() - 1
    places = _places(sought, power)
    held = np.frombuffer(sketched, np.uint8)[places >> 3] >> (7 - (places & 7)).astype(np.uint8) & 1
    return bool(held.all())


def _places(hashes: NDArray[np.uint64], power: int) -> NDArray[np.int64]:
    return (hashes >> np.uint64(64 - power)).astype(np.int64)
