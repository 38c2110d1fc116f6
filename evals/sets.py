"""The gold sets by name, and the files that a library must hold for each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from evals.corpus import read_expert_spans, read_questions
from evals.draft import Draft
from evals.errors import GoldError
from evals.goldset import read_cases, require_unique_ids
from evals.legalbench import read_benchmark

Item = TypeVar("Item")

HERE = Path(__file__).parent
NAMES = ("samples", "corpus", "cuad", "cuad-more", "held-back")


@dataclass(frozen=True, slots=True)
class Source:
    """Files to ingest, as `ingest.pipeline.plan` takes them; with ``each``, all that lies in a path is a contract."""

    paths: tuple[Path, ...]
    each: bool = False


@dataclass(frozen=True, slots=True)
class GoldSet:
    """A set: its questions, and what has to be ingested for it; the faults of a set of our ``own`` stop a run."""

    name: str
    drafts: tuple[Draft, ...]
    sources: tuple[Source, ...]
    own: bool = False


def open_set(name: str, corpus: Path) -> GoldSet:
    """The set of that name, or of that path.

    Args:
        name: one of `NAMES`; or a path to a ``.jsonl`` file of cases over the library as it is; or to a LegalBench-RAG
            ``.json`` file, whose texts lie in the folder ``corpus`` beside it or beside its folder.
        corpus: the folder of real contracts.

    Raises:
        GoldError: for an unknown name, or when something of the set is missing or malformed.
    """
    builtin: dict[str, Callable[[Path], GoldSet]] = {
        "samples": lambda _: _samples("samples", "samples-*.jsonl"),
        "held-back": lambda _: _samples("held-back", "held-back.jsonl"),
        "corpus": _questions,
        "cuad": _cuad,
        "cuad-more": _cuad_more,
    }
    if name in builtin:
        return builtin[name](corpus)
    path = Path(name)
    if path.suffix == ".jsonl":
        return GoldSet(path.stem, tuple(Draft(case) for case in read_cases(path)), (), own=True)
    if path.suffix == ".json":
        return _legalbench(path)
    raise GoldError(f"expected a set named {', '.join(NAMES)}, or the path of a .jsonl or .json file, got {name!r}")


def thin(items: Sequence[Item], limit: int | None) -> list[Item]:
    """At most ``limit`` of the items, evenly spread, so that a short run still sees every part of a set.

    Raises:
        GoldError: when the limit is less than one.
    """
    if limit is not None and limit < 1:
        raise GoldError(f"expected a limit of at least one question a set, got {limit}")
    if limit is None or limit >= len(items):
        return list(items)
    return [items[i * len(items) // limit] for i in range(limit)]


def _samples(name: str, pattern: str) -> GoldSet:
    files = sorted((HERE / "gold").glob(pattern))
    if not files:
        raise GoldError(f"{HERE / 'gold'}: expected questions on the sample families ({pattern}), found none")
    cases = [case for file in files for case in read_cases(file)]
    require_unique_ids(cases, HERE / "gold")
    return GoldSet(
        name,
        tuple(Draft(case) for case in cases),
        (Source((HERE / "samples" / "families",), each=True),),
        own=True,
    )


def _questions(corpus: Path) -> GoldSet:
    sources = (Source((corpus / "cuad" / "pdf",), each=True), Source((corpus / "cloud-temple",)))
    return GoldSet("corpus", tuple(read_questions(corpus)), sources)


def _cuad(corpus: Path) -> GoldSet:
    drafts = tuple(read_expert_spans(corpus, "cuad"))
    return GoldSet("cuad", drafts, (Source((corpus / "cuad" / "pdf",), each=True),))


def _cuad_more(corpus: Path) -> GoldSet:
    drafts = tuple(read_expert_spans(corpus, "cuad-more"))
    return GoldSet("cuad-more", drafts, (Source((corpus / "cuad-more" / "txt",), each=True),))


def _legalbench(path: Path) -> GoldSet:
    folders = [path.parent / "corpus", path.parent.parent / "corpus"]
    corpus = next((folder for folder in folders if folder.is_dir()), None)
    if corpus is None:
        raise GoldError(f"{path}: expected the texts in a folder 'corpus' beside it or beside its folder, found none")
    drafts = tuple(read_benchmark(path, corpus))
    files = sorted({pointer.file for draft in drafts for pointer in draft.pointers})
    return GoldSet(path.stem, drafts, tuple(Source((file,)) for file in files))
