"""From files to searchable: the product and the tutorial stack on the same files, in the same process."""

from __future__ import annotations

import time
from collections.abc import Sequence

from assistant.parts import Parts
from evals.bench.reading import Tell
from evals.case import Strict
from evals.tutorial import Tutorial
from evals.tutorial_system import fill
from ingest.pipeline import Job, ingest


class Ingesting(Strict):
    """A stack's way with the files: ``pages`` as it counts them, ``failed`` files left out, wall-clock ``seconds``."""

    stack: str
    files: int
    failed: int
    pages: int
    seconds: float

    @property
    def pages_per_second(self) -> float:
        """Pages made searchable a second."""
        return self.pages / self.seconds if self.seconds else 0.0


def ingest_product(jobs: Sequence[Job], parts: Parts, tell: Tell) -> Ingesting:
    """Ingest the files with the product. The model is loaded and warm before the clock starts."""
    parts.embedder.embed_passages(["warm"])
    began = time.perf_counter()
    outcomes = ingest(
        jobs,
        parts.library,
        parts.index,
        parts.embedder,
        report=lambda step: tell(f"clausier: {step.current}: {step.stage}"),
    )
    return Ingesting(
        stack="clausier",
        files=len(jobs),
        failed=sum(outcome.status == "failed" for outcome in outcomes),
        pages=sum(outcome.pages for outcome in outcomes),
        seconds=time.perf_counter() - began,
    )


def ingest_tutorial(parts: Parts, tutorial: Tutorial, tell: Tell, stack: str = "tutorial") -> Ingesting:
    """Add every document of the library to the tutorial stack, from its original file. The model is warm before."""
    tutorial.search("warm", None, 1)
    began = time.perf_counter()
    pages = fill(tutorial, parts.library, tell)
    seconds = time.perf_counter() - began
    return Ingesting(stack=stack, files=len(pages), failed=0, pages=sum(pages), seconds=seconds)
