"""LangChain embeddings without a model."""

from __future__ import annotations

from langchain_core.embeddings import Embeddings

from tests.fake_embedder import FakeEmbedder


class FakeEmbeddings(Embeddings):
    """The bag of words of `FakeEmbedder` in LangChain's form."""

    def __init__(self) -> None:
        self._embedder = FakeEmbedder()

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return self._embedder.embed_passages(texts).tolist()

    def embed_query(self, text: str) -> list[float]:
        return self._embedder.embed_question(text).tolist()
