"""The tutorial stack as a system that is measured like the product."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path

from assistant.answer import Answer, Citation, FoundPassage, Statement, Verdict
from evals.case import Case, Scope
from evals.locate import LocatableText, share_of_page
from evals.shelf import Shelf, find_record
from evals.tutorial import Chunk, Tutorial
from ingest.document import Document, Span
from ingest.library import Library

PASSAGES = 10
SHOWN = 4  # what LangChain's similarity search returns unless told otherwise
LEAST_LOCATED = 0.5  # share of a chunk's characters that has to stand in the text in one piece


class TutorialSystem:
    """The best chunks as the answer. It is never silent, and takes no notice of the conversation so far.

    Its chunks are located in the canonical text of the same document, without regard to spaces, so that the same measures
    apply: whole, or else the longest run of whole lines, if that is at least half of the chunk (a running header that
    pypdf leaves at its top or bottom is then no hindrance). A chunk that is not located has an empty span and counts as
    having found nothing. Quotes are the canonical words of the span: that they are verbatim is no merit of this
    stack. The page is the one that it names itself. The seconds are of the search alone.

    Args:
        tutorial: holds the chunks of every document of the shelf.
        shelf: gives the canonical texts.
    """

    name = "tutorial stack"

    def __init__(self, tutorial: Tutorial, shelf: Shelf) -> None:
        self._tutorial = tutorial
        self._shelf = shelf
        self._texts = lru_cache(maxsize=16)(self._text)
        self._places = lru_cache(maxsize=None)(self._place)

    def ask(self, case: Case) -> Answer:
        """The best chunks for the case's question, within its contract where that is selected."""
        began = time.perf_counter()
        found = self._tutorial.search(case.question, case.contract if case.scope is Scope.CONTRACT else None, PASSAGES)
        seconds = time.perf_counter() - began
        passages = tuple(self._passage(chunk) for chunk in found)
        return Answer(
            question=case.question,
            language=case.lang,
            contract=passages[0].contract if passages else None,
            abstained=None,
            text="\n\n".join(passage.text for passage in passages[:SHOWN]),
            statements=tuple(_statement(passage) for passage in passages[:SHOWN]),
            passages=passages,
            seconds=seconds,
            trace={"located": sum(passage.start < passage.end for passage in passages)},
        )

    def _passage(self, chunk: Chunk) -> FoundPassage:
        span, words = self._places(chunk.contract, chunk.document, chunk.page, chunk.text)
        return FoundPassage(
            contract=chunk.contract,
            document=chunk.document,
            clause="",
            page=chunk.page,
            start=span.start,
            end=span.end,
            score=chunk.score,
            text=words,
        )

    def _place(self, contract: str, name: str, page: int, text: str) -> tuple[Span, str]:
        """Where a chunk stands, with the canonical words there; an empty span with its own words when nowhere."""
        record = find_record(self._shelf, contract, name)
        if record is None:
            return Span(0, 0), text
        document, canonical = self._texts(record.id)
        span = locate_chunk(canonical, text, share_of_page(document, page))
        return (Span(0, 0), text) if span is None else (span, span.of(document.text))

    def _text(self, document_id: str) -> tuple[Document, LocatableText]:
        document = self._shelf.document(document_id)
        return document, LocatableText(document.text)


def tutorial_folder(library: Library, home: Path) -> Path:
    """Where a home keeps the chunks of its library: a folder for each state of it, for the stack cannot forget."""
    state = hashlib.sha256("".join(sorted(library.document_ids())).encode()).hexdigest()[:8]
    return home / "tutorial" / state


def fill(tutorial: Tutorial, library: Library, tell: Callable[[str], None]) -> list[int]:
    """Add every document of the library that is lacking, from its original file; return the pages of each.

    ``tell`` is told of each document before it is read.
    """
    pages = []
    for contract in library.contracts():
        for document in contract.documents:
            if not tutorial.holds(contract.name, document.name):
                tell(f"tutorial stack: {document.name}")
                pages.append(tutorial.add(contract.name, document.name, library.original(document.id)))
    return pages


def locate_chunk(text: LocatableText, chunk: str, near: float | None) -> Span | None:
    """Where the longest run of whole lines of a chunk stands, None when that is less than half of the chunk.

    Args:
        text: where it is looked for.
        chunk: the words of the chunk.
        near: where it is expected, as a share of the text from 0 to 1.
    """
    lines = [line for line in chunk.splitlines() if line.strip()]
    least = LEAST_LOCATED * _weight(lines)
    runs = [lines[i:j] for i in range(len(lines)) for j in range(i + 1, len(lines) + 1)]
    for run in sorted(runs, key=_weight, reverse=True):
        if _weight(run) < least:
            return None
        span = text.locate("\n".join(run), near)
        if span is not None:
            return span
    return None


def _weight(lines: Sequence[str]) -> int:
    return sum(len(line) for line in lines)


def _statement(passage: FoundPassage) -> Statement:
    citation = Citation(
        contract=passage.contract,
        document=passage.document,
        clause=passage.clause,
        page=passage.page,
        start=passage.start,
        end=passage.end,
        quote=passage.text,
    )
    return Statement(passage.text, Verdict.QUOTED, (citation,))
