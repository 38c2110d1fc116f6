"""A library of any size: the sample families, copied under invented names."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from assistant.parts import Parts
from evals.samples import families
from ingest.assembly import read_document
from ingest.document import Document, Passage
from ingest.embed import Vectors
from ingest.passages import split

NOISE = 0.02  # of a vector's length, so that no two copies are the same to the index
_CONSONANTS, _VOWELS = "bcdfghklmnprstvz", "aeiou"


@dataclass(frozen=True, slots=True)
class Original:
    """A document of a sample family, with its passages and their vectors."""

    family: str
    path: Path
    document: Document
    passages: tuple[Passage, ...]
    vectors: Vectors


def originals(parts: Parts) -> list[Original]:
    """Every document of the sample families, embedded once."""
    found = []
    for family, folder in families().items():
        for path in sorted(folder.iterdir()):
            document = read_document(path)
            passages = split(document, parts.embedder)
            vectors = parts.embedder.embed_passages([p.embedded_text(document.text) for p in passages])
            found.append(Original(family, path, document, passages, vectors))
    return found


def invented(word: str, number: int) -> str:
    """A name as long as the word, the same for the same number: spans into a text stay where they are."""
    chance = random.Random(f"{word} {number}")  # noqa: S311 - names need no secrecy
    letters = "".join(chance.choice((_CONSONANTS, _VOWELS)[i % 2]) for i in range(len(word)))
    return letters.upper() if word.isupper() else letters.capitalize()


def renamed(text: str, family: str, number: int) -> str:
    """The text with the parties of the family by other names of the same length."""
    for word in family.split("-"):
        for form in (word, word.upper(), word.lower()):
            text = text.replace(
                form, invented(form, number) if form != form.lower() else invented(form, number).lower()
            )
    return text


def copies(known: list[Original], first: int) -> Iterator[tuple[str, int, list[Original]]]:
    """Copies without end, each with the name of its contract and its number; ``first`` is that of the first."""
    of_family: dict[str, list[Original]] = {}
    for original in known:
        of_family.setdefault(original.family, []).append(original)
    number = first
    while True:
        for family, documents in of_family.items():
            yield renamed(family, family, number), number, [_copy(original, number) for original in documents]
        number += 1


def _copy(original: Original, number: int) -> Original:
    chance = np.random.default_rng(number)
    moved = original.vectors + NOISE * chance.standard_normal(original.vectors.shape, np.float32) / 20
    unit = (moved / np.linalg.norm(moved, axis=1, keepdims=True)).astype(np.float32)
    document = replace(original.document, text=renamed(original.document.text, original.family, number))
    return replace(original, document=document, vectors=unit)


def grow(parts: Parts, known: list[Original], passages: int) -> dict[str, tuple[str, int]]:
    """Add copies to the library until it holds so many passages.

    Returns:
        For each contract that was added, its family and its number.
    """
    held = sum(parts.index.sizes().values())
    first = 1 - (-len(parts.library.contracts()) // len(families()))
    added: dict[str, tuple[str, int]] = {}
    for contract, number, documents in copies(known, first):
        if held >= passages:
            break
        for each in documents:
            with parts.library.writing():
                record = parts.library.draft(contract, each.document, each.path)
                parts.index.add(record, each.document, each.passages, each.vectors)
                parts.library.store(record, each.document, each.passages)
        added[contract] = (documents[0].family, number)
        held += sum(len(each.passages) for each in documents)
    return added
