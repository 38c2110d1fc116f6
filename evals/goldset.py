"""Gold sets as JSON Lines: reading them, and checking them against the documents that they point into."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

from pydantic import BaseModel, ValidationError

from evals.case import Case, Evidence
from evals.errors import GoldError
from evals.folding import fold
from evals.literal import has
from evals.locate import LocatableText, share_of_page
from evals.shelf import Shelf, find_document

Row = TypeVar("Row", bound=BaseModel)


class Named(Protocol):
    """A row with an id."""

    @property
    def id(self) -> str:
        """Its name within the set."""
        ...


def read_rows(path: Path, model: type[Row]) -> list[Row]:
    """The rows of a JSON Lines file, each validated by the model; empty lines are skipped.

    Raises:
        GoldError: when the file cannot be read, or naming every line that is not valid and why.
    """
    rows: list[Row] = []
    faults: list[str] = []
    for number, line in _lines(path):
        try:
            rows.append(model.model_validate_json(line))
        except ValidationError as error:
            faults.append(f"{path.name}, line {number}: {first_fault(error)}")
    if faults:
        raise GoldError("\n".join(faults))
    return rows


def read_cases(path: Path) -> list[Case]:
    """The cases of a set.

    Raises:
        GoldError: as `read_rows`; when there is no case; when an id occurs twice.
    """
    cases = read_rows(path, Case)
    if not cases:
        raise GoldError(f"{path}: expected one question a line, found none")
    require_unique_ids(cases, path)
    return cases


def require_unique_ids(cases: Sequence[Named], place: Path) -> None:
    """Nothing, when each id occurs once.

    Raises:
        GoldError: naming the ids that occur twice in that file or folder.
    """
    twice = sorted(name for name, count in Counter(case.id for case in cases).items() if count > 1)
    if twice:
        raise GoldError(f"{place}: expected each id once, found several of {', '.join(twice)}")


def locate(cases: Sequence[Case], shelf: Shelf) -> list[Case]:
    """The cases with offsets for each evidence that has none and is found, without regard to spaces.

    A quote that is found becomes the very words of the document. One that is not stays without offsets, which `check`
    reports.
    """
    return [
        case.model_copy(update={"evidence": tuple(_located(case.contract, e, shelf) for e in case.evidence)})
        for case in cases
    ]


def check(cases: Sequence[Case], shelf: Shelf) -> list[str]:
    """The faults of a set against the documents it points into, one sentence each; empty when there are none.

    Spans exist and lie in a document of the contract; quotes are the words of their spans; a page named is where the
    span begins; answerable questions have evidence, and unanswerable ones none; each ``must`` group has an
    alternative in the evidence or the reference answer, and no ``must_not`` literal is in the reference answer.
    """
    return [f"{case.id}: {fault}" for case in cases for test in _TESTS for fault in test(case, shelf)]


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(
            f"{path}: expected a readable UTF-8 file of questions, one JSON object a line: {error}"
        ) from error
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield number, line


def _located(contract: str, evidence: Evidence, shelf: Shelf) -> Evidence:
    document = None if evidence.span else find_document(shelf, contract, evidence.document)
    if document is None:
        return evidence
    near = share_of_page(document, evidence.page)
    span = LocatableText(document.text).locate(evidence.quote, near)
    if span is None:
        return evidence
    return evidence.model_copy(update={"start": span.start, "end": span.end, "quote": span.of(document.text)})


def first_fault(error: ValidationError) -> str:
    """The first fault of a row in words, with the number of further ones; the row's own text is left out."""
    first = error.errors(include_url=False, include_input=False)[0]
    field = ".".join(str(part) for part in first["loc"]) or "the line"
    more = f" (and {error.error_count() - 1} more)" if error.error_count() > 1 else ""
    return f"{field}: {first['msg']}{more}"


def _evidence_present(case: Case, _shelf: Shelf) -> Iterator[str]:
    if case.answerable and not case.evidence:
        yield "expected evidence for an answerable question, found none"
    if not case.answerable and case.evidence:
        yield "expected no evidence for an unanswerable question, found some"


def _evidence_true(case: Case, shelf: Shelf) -> Iterator[str]:
    for evidence in case.evidence:
        fault = _fault_of(case.contract, evidence, shelf)
        if fault:
            yield fault


def _fault_of(contract: str, evidence: Evidence, shelf: Shelf) -> str | None:
    document = find_document(shelf, contract, evidence.document)
    if document is None:
        return f"expected a document {evidence.document!r} in the contract {contract!r}, found none"
    span = evidence.span
    if span is None:
        return f"expected offsets for the quote {evidence.quote[:40]!r}, found none"
    if span.end > len(document.text):
        return f"expected a span within the {len(document.text)} characters of {evidence.document!r}, got {span}"
    if span.of(document.text) != evidence.quote:
        return (
            f"expected the quote to be the words at {span.start}..{span.end} of {evidence.document!r}, which are others"
        )
    page = document.page_at(span.start)
    if evidence.page not in (None, page):
        return f"expected page {page} for the quote at {span.start} of {evidence.document!r}, got {evidence.page}"
    return None


def _literals_grounded(case: Case, _shelf: Shelf) -> Iterator[str]:
    known = " ".join([case.answer, *(e.quote for e in case.evidence)])
    for group in case.must:
        if case.answerable and not has(known, group):
            yield f"expected an alternative of must {group!r} in the evidence or the reference answer, found none"
    for group in case.must_not:
        if has(case.answer, group):
            yield f"expected no must_not literal in the reference answer, found one of {group!r}"


def _literals_held(case: Case, _shelf: Shelf) -> Iterator[str]:
    for group in case.must:
        if case.answer and case.answerable and not has(case.answer, group):
            yield f"expected the reference answer to hold an alternative of must {group!r}, got {fold(case.answer)!r}"


_TESTS: tuple[Callable[[Case, Shelf], Iterator[str]], ...] = (
    _evidence_present,
    _evidence_true,
    _literals_grounded,
    _literals_held,
)
