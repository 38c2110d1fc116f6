"""The file format of LegalBench-RAG, so that anyone can run the public benchmark on its published files.

A benchmark file is ``{"tests": [{"query", "snippets": [{"file_path", "span": [start, end], "answer"}]}]}``;
``file_path`` is relative to the benchmark's ``corpus`` folder. Source: N. Pipitone and G. Houir Alami (2024),
arXiv:2408.10343.
"""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from evals.case import Case, Kind
from evals.corpus import read_source
from evals.draft import Draft, Pointer
from evals.errors import GoldError


class _Lenient(BaseModel):
    """Published files carry further fields (tags, a dataset's name), which are of no use here."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class Snippet(_Lenient):
    """Words of a file that answer a query, in characters."""

    file_path: str
    span: tuple[int, int]
    answer: str = Field(min_length=1)


class Query(_Lenient):
    """A query with the snippets that answer it."""

    query: str = Field(min_length=1)
    snippets: tuple[Snippet, ...] = Field(min_length=1)


class Benchmark(_Lenient):
    """A benchmark file."""

    tests: tuple[Query, ...] = Field(min_length=1)


def read_benchmark(path: Path, corpus: Path) -> list[Draft]:
    """The queries of a benchmark file, each over the contract of its first snippet's file (named by the file's stem).

    Snippets in other files than the first's are left out: a case is about one contract.

    Args:
        path: the benchmark file.
        corpus: the folder that ``file_path`` is relative to.

    Raises:
        GoldError: when a file is missing or malformed, or a span does not give the words of its answer.
    """
    try:
        benchmark = Benchmark.model_validate_json(path.read_bytes())
    except OSError as error:
        raise GoldError(f"{path}: expected a readable benchmark file: {error}") from error
    except ValidationError as error:
        fault = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in fault["loc"])
        raise GoldError(f"{path}: expected the LegalBench-RAG format, got at {where}: {fault['msg']}") from error
    texts: dict[str, str] = {}
    return [_draft(f"{path.stem}-{i}", test, corpus, texts) for i, test in enumerate(benchmark.tests, start=1)]


def _draft(name: str, test: Query, corpus: Path, texts: dict[str, str]) -> Draft:
    file_path = test.snippets[0].file_path
    if file_path not in texts:
        texts[file_path] = read_source(_within(corpus, file_path))
    text = texts[file_path]
    snippets = [s for s in test.snippets if s.file_path == file_path]
    for snippet in snippets:
        start, end = snippet.span
        # The benchmark was built with line ends read as "\n".
        if text.replace("\r\n", "\n")[start:end] != snippet.answer and text[start:end] != snippet.answer:
            raise GoldError(f"{name}: expected the answer's words at {start}..{end} of {file_path}, found others")
    case = Case(
        id=name,
        contract=Path(file_path).stem,
        question=test.query,
        lang="en",
        doc_lang="en",
        persona="lawyer",
        kind=Kind.LOOKUP,
    )
    pointers = [Pointer(corpus / file_path, s.answer, near=s.span[0] / max(1, len(text))) for s in snippets]
    return Draft(case, tuple(pointers))


def _within(corpus: Path, file_path: str) -> Path:
    file = (corpus / file_path).resolve()
    if not file.is_relative_to(corpus.resolve()):
        raise GoldError(f"expected a file within {corpus}, got {file_path!r}")
    return file
