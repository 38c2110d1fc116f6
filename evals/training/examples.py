"""Training examples: lay questions and the passages that answer them.

The questions are ours (`data/`): on topics that lawyers marked in contracts (``topics.jsonl``), on single clauses of these
(``clauses-*.jsonl``), on clauses that we wrote (``own-*.jsonl``), and on contracts that we wrote (``families-*.jsonl``), with
questions that come near and are not answered. The contracts are those of ``cuad-more`` in the folder of real
contracts, which no gold question is about; only offsets into them are kept here.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from evals.corpus import ExpertSpan, read_source
from evals.goldset import read_rows
from evals.locate import LocatableText
from evals.training.rows import clause_rows, own_rows, read_families, topic_rows
from ingest.assembly import read_document
from ingest.document import Document, Passage, Span
from ingest.passages import TokenCounter, split

HELD_OUT = 8
"""One contract in so many is kept for validation."""
SHIPPED = 190
"""As so many contracts are taken, all are among them that the shipped model was trained on, in its passes."""
LONGEST = 70_000
"""Characters; longer contracts are left out, for the time that they take."""


@dataclass(frozen=True, slots=True)
class Example:
    """A question, and the places of the texts that answer it.

    ``family`` is the contract of the texts; ``topic`` is shared by examples whose texts may answer each other's question.
    """

    question: str
    language: str
    family: str
    topic: str
    positives: tuple[int, ...]


@dataclass(slots=True)
class Material:
    """All texts, as the embedder sees passages; the places of those of each family; and the examples over them."""

    texts: list[str] = field(default_factory=list)
    families: dict[str, range] = field(default_factory=dict)
    examples: list[Example] = field(default_factory=list)
    near: dict[str, list[str]] = field(default_factory=dict)
    """Of a family, questions that none of its texts answers, though they come near."""

    def add(self, family: str, texts: Iterable[str]) -> range:
        """Add the texts of a family."""
        first = len(self.texts)
        self.texts.extend(texts)
        self.families[family] = range(first, len(self.texts))
        return self.families[family]


def held_out(family: str) -> bool:
    """Whether a family is for validation; decided by its name alone, so that it never changes sides."""
    return hashlib.sha256(family.encode()).digest()[0] % HELD_OUT == 0


def contracts_taken(corpus: Path, contracts: int = SHIPPED) -> list[str]:
    """The contracts of ``cuad-more`` that training takes: all with questions of their own, and others up to the number given.

    Raises:
        GoldError: when something of the material is missing or malformed.
    """
    taken = sorted({row.contract_id for row in clause_rows()})
    for name in sorted(_marked_spans(corpus), key=_shuffled):
        if len(taken) >= contracts:
            break
        file = corpus / "cuad-more" / "txt" / f"{name}.txt"
        if name not in taken and len(read_source(file)) <= LONGEST:
            taken.append(name)
    return taken


def read_material(corpus: Path, embedder: TokenCounter, contracts: int) -> Material:
    """The material over ``cuad-more``: all contracts with questions of their own, and others up to the number given.

    Raises:
        GoldError: when something of the material is missing or malformed.
    """
    clauses = clause_rows()
    topics = {row.category: row for row in topic_rows()}
    spans = _marked_spans(corpus)
    material = Material()
    for name in contracts_taken(corpus, contracts):
        file = corpus / "cuad-more" / "txt" / f"{name}.txt"
        contract = _Contract(file, read_source(file), embedder, material)
        for row in clauses:
            if row.contract_id == name:
                contract.ask(f"{name} {row.start}", [Span(row.start, row.end)], row.q_en, row.q_fr)
        for category, topic in topics.items():
            marked = [Span(s.start, s.end) for s in spans[name] if s.category == category]
            contract.ask(category, marked, topic.q_en, topic.q_fr)
    _add_own(material)
    _add_families(material)
    return material


def _marked_spans(corpus: Path) -> dict[str, list[ExpertSpan]]:
    spans: dict[str, list[ExpertSpan]] = defaultdict(list)
    for span in read_rows(corpus / "cuad-more" / "spans.jsonl", ExpertSpan):
        spans[span.contract_id].append(span)
    return spans


def _shuffled(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()


class _Contract:
    """A contract of the material, read and split as the product does."""

    def __init__(self, file: Path, source: str, embedder: TokenCounter, material: Material) -> None:
        self._source = source
        self._material = material
        self._document: Document = read_document(file)
        self._text = LocatableText(self._document.text)
        self._passages: Sequence[Passage] = split(self._document, embedder)
        self._places = material.add(file.stem, [p.embedded_text(self._document.text) for p in self._passages])
        self._family = file.stem

    def ask(self, topic: str, spans: Sequence[Span], english: Sequence[str], french: Sequence[str]) -> None:
        """Add an example for each question, if the spans stand in passages."""
        positives = tuple(sorted({place for span in spans for place in self._holding(span)}))
        if positives:
            for language, questions in (("en", english), ("fr", french)):
                self._material.examples += [Example(q, language, self._family, topic, positives) for q in questions]

    def _holding(self, span: Span) -> list[int]:
        found = self._text.locate(span.of(self._source), span.start / max(1, len(self._source)))
        if found is None:
            return []
        middle = (found.start + found.end) // 2
        return [self._places[i] for i, p in enumerate(self._passages) if p.span.start <= middle < p.span.end]


def _add_families(material: Material) -> None:
    for family, rows in read_families().items():
        places = material.add(family, [row.embedded_text for row in rows])
        material.near[family] = [question for row in rows for _, question in row.near]
        for n, row in enumerate(rows):
            positives = tuple(places[i] for i in sorted({n, *row.also}))
            material.examples += [
                Example(q, language, family, f"{family} {n}", positives) for language, q in row.answers
            ]


def own_texts() -> list[str]:
    """The clauses that we wrote, in both languages."""
    return [row.text for row in own_rows()]


def _add_own(material: Material) -> None:
    for n, row in enumerate(own_rows()):
        family = f"own {n // 20}"
        places = material.add(f"own {n}", [row.text])
        for language, questions in (("en", row.q_en), ("fr", row.q_fr)):
            material.examples += [Example(q, language, family, f"own {n}", (places[0],)) for q in questions]
