"""Checking gold sets against the documents that they point into, without asking anything and without a model."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from evals.case import Case, Strict
from evals.command import bind_set
from evals.errors import RunError
from evals.goldset import check
from evals.sets import Source, open_set
from evals.shelf import Shelf
from ingest.errors import IngestError
from ingest.library import Library
from ingest.pipeline import plan
from ingest.reader_pool import ReaderPool


class SetCheck(Strict):
    """What there is to say of a set: its questions, its evidence, and its faults, one sentence each.

    Evidence that was not located in its document counts as a fault in a set of our own, and is only counted in one of
    others: whoever made it read the file with another program.
    """

    name: str
    questions: int
    evidence: int
    located: int
    faults: tuple[str, ...]


def check_sets(names: Sequence[str], corpus: Path, library: Path, folder: Path) -> list[SetCheck]:
    """Check each set.

    Args:
        names: as `evals.sets.open_set` takes them.
        corpus: the folder of real contracts.
        library: the home whose library a set without files of its own points into.
        folder: an empty folder for the documents of sets that bring their files.

    Raises:
        GoldError: for a set that cannot be opened.
        RunError: when a file of a set cannot be read.
    """
    return [_check_set(name, corpus, library, folder / str(number)) for number, name in enumerate(names)]


def read_shelf(sources: Sequence[Source], home: Path) -> Library:
    """A library of the files as read, without passages and without an index.

    Raises:
        RunError: when a file cannot be read.
    """
    library = Library(home)
    with ReaderPool(1) as pool:
        for job in [job for source in sources for job in plan(source.paths, each=source.each)]:
            try:
                document = pool.read(job.path, None)
            except IngestError as error:
                raise RunError(f"{job.path}: expected a file that can be read: {error}") from error
            with library.writing():
                library.store(library.draft(job.contract, document, job.path, folder=job.folder), document, ())
    return library


def _check_set(name: str, corpus: Path, home: Path, folder: Path) -> SetCheck:
    gold = open_set(name, corpus)
    shelf: Shelf = read_shelf(gold.sources, folder) if gold.sources else Library(home)
    cases, _ = bind_set(gold, gold.drafts, shelf)
    return SetCheck(
        name=gold.name,
        questions=len(cases),
        evidence=sum(len(case.evidence) for case in cases),
        located=_located(cases),
        faults=tuple(check(cases, shelf)) if gold.own else (),
    )


def _located(cases: Sequence[Case]) -> int:
    return sum(evidence.span is not None for case in cases for evidence in case.evidence)
