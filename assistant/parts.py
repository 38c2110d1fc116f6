"""The parts, built from the settings: what every face opens and closes."""

from __future__ import annotations

from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Self

from assistant.settings import Settings
from ingest.library import Library

if TYPE_CHECKING:
    from assistant.answering.prover import SecondReader
    from assistant.chat import Assistant
    from assistant.family.family import Family
    from assistant.family.opinions import Confirmer
    from assistant.family.references import References
    from assistant.find import Finder
    from assistant.retrieval.cross_encoder import CrossEncoder
    from assistant.retrieval.rerank import Reranker
    from ingest.embed import Embedder
    from ingest.index import Index

_ANYTHING = "notice"  # looking for a word loads the embedder and both indexes


class Parts:
    """Library, index, embedder and assistant of one home, each opened at first need.

    Args:
        settings: which home, embedder and model.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    @cached_property
    def library(self) -> Library:
        """The truth. Opening it loads neither torch nor chromadb."""
        return Library(self.settings.home)

    @cached_property
    def embedder(self) -> Embedder:
        """The embedding model; the built-in one is loaded when it is first used."""
        from ingest.encoder import load_embedder  # here for start-up speed

        return load_embedder(self.settings.embedder, self.settings.threads)

    @cached_property
    def index(self) -> Index:
        """Vectors and words, with the embedder that they were built with."""
        from ingest.index import Index  # here for start-up speed

        return Index(self.settings.home / "index", self.embedder, chroma=self.settings.chroma)

    @cached_property
    def assistant(self) -> Assistant:
        """Answers questions, with the settings' model if they name one."""
        from assistant.chat import Assistant  # here for start-up speed
        from assistant.model import load_model

        model, silent_below, reranker = load_model(self.settings), self.settings.silent_below, self._reranker()
        return Assistant(
            self.library,
            self.index,
            self.embedder,
            model,
            silent_below,
            reranker,
            self._second_reader(),
            self.settings.model_timeout if self.settings.translate else 0.0,
            self.answer_reader,
            self.answer_reader,
        )

    @cached_property
    def answer_reader(self) -> CrossEncoder:
        """The built-in cross-encoder."""
        from assistant.retrieval import cross_encoder  # here for start-up speed

        return cross_encoder.load(self.settings.threads)

    def _reranker(self) -> Reranker | None:
        from assistant.retrieval.rerank import load_reranker  # here for start-up speed

        return load_reranker(self.settings.reranker) if self.settings.reranker else None

    def _second_reader(self) -> SecondReader | None:
        """The model that reads a chat model's sentences; without a chat model there are none to read."""
        if not self.settings.model:
            return None
        from assistant.answering.second_reader import load_second_reader  # here for start-up speed

        return load_second_reader(self.settings.nli, lambda: self.answer_reader)

    @cached_property
    def finder(self) -> Finder:
        """Finds clauses over all contracts."""
        from assistant.find import Finder  # here for start-up speed

        return Finder(self.library, self.index, self.embedder)

    @cached_property
    def family(self) -> Family:
        """What is known of each contract as a family: particulars, changes, versions of clauses."""
        from assistant.family.family import Family  # here for start-up speed

        return Family(self.library)

    @cached_property
    def confirmer(self) -> Confirmer | None:
        """Puts particulars to the settings' model; None when they name none."""
        from assistant.family.opinions import Confirmer
        from assistant.model import load_model  # here for start-up speed

        model = load_model(self.settings)
        kept = self.settings.home / "opinions.sqlite"
        return Confirmer(model, self.settings.model, self.library, kept) if model is not None else None

    @cached_property
    def references(self) -> References:
        """Finds the terms and clauses that a clause leans on."""
        from assistant.family.references import References  # here for start-up speed

        return References(self.library)

    def warm(self) -> None:
        """Load what answering and finding need, so that nobody's first question waits for it; a model is not asked anything.

        Raises:
            AssistantError: a setting cannot be used.
            IngestError: the library or the index cannot be opened.
        """
        self.finder.find(_ANYTHING, limit=1)
        _ = self.assistant

    def close(self) -> None:
        """Close what was opened."""
        for name in ("assistant", "finder", "family", "confirmer", "references"):  # they hold the two that are closed
            self.__dict__.pop(name, None)
        for name in ("index", "library"):
            part = self.__dict__.pop(name, None)
            if part is not None:
                part.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
