"""The sets over the folder of real contracts: its questions, and the expert spans of CUAD."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from evals.case import Case, Kind, Language, Persona, Strict, Turn
from evals.draft import Draft, Pointer
from evals.errors import GoldError
from evals.goldset import read_rows


class QuoteLocation(Strict):
    """File (relative to the corpus folder) and 1-based page of a quote."""

    file: str
    page: int | None


class Question(Strict):
    """A row of the corpus's ``gold.jsonl``; its ``GOLD.md`` gives the meaning of the fields."""

    id: str
    contract: str
    file: str | None
    txt: str | None
    lang: Language
    doc_lang: Language
    persona: Persona
    kind: Kind
    question: str
    history: tuple[Turn, ...] = ()
    answer: str
    must: tuple[str, ...]
    must_not: tuple[str, ...] = ()
    clause: str | None
    page: int | None
    spans: tuple[tuple[int, int], ...]
    quotes: tuple[str, ...]
    quote_locs: tuple[QuoteLocation, ...]
    searched: Any = None


class ExpertSpan(Strict):
    """A row of ``spans.jsonl``: words that a lawyer marked in a contract under one of 41 categories."""

    contract_id: str
    type: str
    category: str
    question: str
    start: int = Field(ge=0)
    end: int
    text: str = Field(min_length=1)


def read_questions(corpus: Path) -> list[Draft]:
    """The questions of ``gold.jsonl``.

    Raises:
        GoldError: when the folder or the file is missing or malformed.
    """
    rows = read_rows(_existing(corpus / "gold.jsonl"), Question)
    lengths: dict[Path, int] = {}
    return [_draft_of_question(row, corpus, lengths) for row in rows]


def read_expert_spans(corpus: Path, folder: Literal["cuad", "cuad-more"]) -> list[Draft]:
    """One case for each (contract, category): with its spans, or unanswerable when no lawyer marked any.

    The evidence points into the contract's PDF where there is one, and into its text otherwise.

    Raises:
        GoldError: when the folder or the file is missing or malformed.
    """
    root = corpus / folder
    rows = read_rows(_existing(root / "spans.jsonl"), ExpertSpan)
    spans: dict[tuple[str, str], list[ExpertSpan]] = {}
    for row in rows:
        spans.setdefault((row.contract_id, row.category), []).append(row)
    questions = {row.category: row.question for row in rows}
    contracts = sorted(path.stem for path in (root / "txt").glob("*.txt"))
    return [
        _draft_of_category(root, contract, category, questions[category], spans.get((contract, category), []))
        for contract in contracts
        for category in sorted(questions)
    ]


def _existing(path: Path) -> Path:
    if not path.is_file():
        raise GoldError(
            f"{path}: expected a file of the folder of real contracts, found none; set CLAUSIER_CORPUS to that folder"
        )
    return path


def _draft_of_question(row: Question, corpus: Path, lengths: dict[Path, int]) -> Draft:
    shared = row.model_dump(include=set(Case.model_fields) & set(Question.model_fields))
    nears = _nears(row, corpus, lengths)
    pointers = [
        Pointer(corpus / place.file, quote, place.page, near)
        for quote, place, near in zip(row.quotes, row.quote_locs, nears, strict=True)
    ]
    return Draft(Case.model_validate(shared), tuple(pointers))


def _nears(row: Question, corpus: Path, lengths: dict[Path, int]) -> Iterable[float | None]:
    """Where each quote stands in its text, as a share; None for the quotes of a PDF that has no text beside it."""
    if len(row.spans) != len(row.quotes):
        return [None] * len(row.quotes)
    files = [corpus / (row.txt or place.file) for place in row.quote_locs]
    return [start / _length(file, lengths) for (start, _), file in zip(row.spans, files, strict=True)]


def _length(file: Path, lengths: dict[Path, int]) -> int:
    if file not in lengths:
        lengths[file] = max(1, len(read_source(file)))
    return lengths[file]


def read_source(file: Path) -> str:
    """The characters of a UTF-8 text as its annotators counted them: line ends are left alone.

    Raises:
        GoldError: when the file cannot be read.
    """
    try:
        return file.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{file}: expected a readable UTF-8 text of the gold set: {error}") from error


def _draft_of_category(root: Path, contract: str, category: str, question: str, spans: list[ExpertSpan]) -> Draft:
    text = root / "txt" / f"{contract}.txt"
    pdf = root / "pdf" / f"{contract}.pdf"
    file = pdf if pdf.is_file() else text
    case = Case(
        id=f"{contract}/{category}",
        contract=contract,
        question=question,
        lang="en",
        doc_lang="en",
        persona="lawyer",
        kind=Kind.LOOKUP if spans else Kind.UNANSWERABLE,
    )
    length = max(1, len(read_source(text))) if spans else 1
    return Draft(case, tuple(Pointer(file, span.text, near=span.start / length) for span in spans))
