"""Whether the words marked in a document without pages are those of the quote, and nothing else: random quotes of whole contracts."""

import random
import re
from html import unescape
from pathlib import Path

import pytest

from assistant.web.original import excerpt
from ingest.document import Document, Span
from ingest.pipeline import read_document
from ingest.sentences import sentences

SAMPLES = Path(__file__).parents[1] / "evals" / "samples" / "families"
_MARK = re.compile(r"<mark>(.*?)</mark>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


def letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def marked(html: str) -> str:
    return "".join(unescape(_TAG.sub("", found)) for found in _MARK.findall(html))


def quotes(document: Document, count: int) -> list[Span]:
    pieces = [piece for clause in document.clauses for piece in sentences(document.text, clause.span)]
    return random.Random(7).sample(pieces, min(count, len(pieces)))


def wrong(path: Path, count: int) -> list[str]:
    """The quotes of a file of which other words are marked, or not all."""
    document = read_document(path)
    pairs = [(span.of(document.text), marked(excerpt(document, span, 12))) for span in quotes(document, count)]
    assert pairs
    return [f"{path.name}: {quote!r} marked {shown!r}" for quote, shown in pairs if letters(quote) != letters(shown)]


@pytest.mark.parametrize("path", sorted(SAMPLES.rglob("*.docx")), ids=lambda path: path.stem)
def test_the_marked_words_of_a_docx_are_the_quote(path: Path) -> None:
    assert wrong(path, 100) == []


@pytest.mark.slow
def test_the_marked_words_of_real_files_are_the_quote(corpus: Path) -> None:
    files = sorted(corpus.rglob("*.docx"))
    assert files
    assert [each for path in files for each in wrong(path, 25)] == []
