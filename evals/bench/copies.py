"""A library of any size: the sample families, copied under invented names."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

import numpy as np

from assistant.parts import Parts
from evals.samples import families
from ingest.assembly import read_document
from ingest.document import Document, Passage
from ingest.embed import Vectors
from ingest.index import Entry
from ingest.originals import Original as File
from ingest.passages import split
from ingest.record import DocumentRecord, new_record

BATCH = 2_000  # passages that are written at once
NOISE = 0.02  # of a vector's length, so that no two copies are the same to the index
_CONSONANTS, _VOWELS = "bcdfghklmnprstvz", "aeiou"


@dataclass(frozen=True, slots=True)
class Original:
    """A document of a sample family, with its record, its passages and their vectors."""

    family: str
    record: DocumentRecord
    document: Document
    passages: tuple[Passage, ...]
    vectors: Vectors


def originals(parts: Parts) -> list[Original]:
    """Every document of the sample families, embedded once; the files themselves are placed in the library for all copies."""
    found = []
    for family, folder in families().items():
        for path in sorted(folder.iterdir()):
            document = read_document(path)
            passages = split(document, parts.embedder)
            vectors = parts.embedder.embed_passages([p.embedded_text(document.text) for p in passages])
            with parts.library.writing():
                record = parts.library.draft(family, document, path, path.name)
            found.append(Original(family, record, document, passages, vectors))
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


def names(known: Sequence[Original]) -> Iterator[tuple[str, str, int]]:
    """The contracts of a grown library, without end: the name of each, its family and its number. They are always the same."""
    families = dict.fromkeys(original.family for original in known)
    for number in count(1):
        for family in families:
            yield renamed(family, family, number), family, number


def copied(original: Original, contract: str, number: int) -> Entry:
    """The document as one of another contract: its words under invented names, its vectors a little aside."""
    chance = np.random.default_rng(number)
    moved = original.vectors + NOISE * chance.standard_normal(original.vectors.shape, np.float32) / 20
    unit = (moved / np.linalg.norm(moved, axis=1, keepdims=True)).astype(np.float32)
    document = replace(original.document, text=renamed(original.document.text, original.family, number))
    file = File(original.record.sha256, original.record.suffix, original.record.size)
    return Entry(new_record(contract, original.record.name, file, document), document, original.passages, unit)


def grow(parts: Parts, known: Sequence[Original], passages: int) -> dict[str, tuple[str, int]]:
    """Add copies to the library until it holds so many passages; those that it holds already are counted and left alone.

    Returns:
        For each contract that it then holds, its family and its number.
    """
    there = {contract.name for contract in parts.library.contracts()}
    held = sum(parts.index.sizes().values())
    grown: dict[str, tuple[str, int]] = {}
    waiting: list[Entry] = []
    for contract, family, number in names(known):
        if contract not in there:
            if held >= passages:
                break
            of_contract = [copied(each, contract, number) for each in known if each.family == family]
            held += sum(len(entry.passages) for entry in of_contract)
            waiting += of_contract
        grown[contract] = (family, number)
        if sum(len(entry.passages) for entry in waiting) >= BATCH:
            _store(parts, waiting)
            waiting = []
    _store(parts, waiting)
    return grown


def _store(parts: Parts, entries: Sequence[Entry]) -> None:
    with parts.library.writing():
        parts.index.add_all(entries)
        for entry in entries:
            parts.library.store(entry.record, entry.document, entry.passages)
