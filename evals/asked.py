"""What people asked of a contract and said the right answer of, as questions for a quiz."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from assistant.citing.cite import cite
from assistant.learning.quiz import Asked
from evals.case import Case
from evals.goldset import locate, read_cases
from evals.reported import reported_set
from ingest.document import Span
from ingest.library import Library
from ingest.record import ContractRecord


def asked_of(home: Path, contract: str, library: Library) -> list[Asked]:
    """The questions of the home's own set (`evals.reported`) on a contract that it answers, each with its words as they stand there today.

    A question that needs what was said before it is left out, and so is one whose words are not in the contract any more.

    Raises:
        GoldError: the set cannot be read.
        UnknownContract: no contract goes by that name.
    """
    path = reported_set(home)
    if not path.exists():
        return []
    family = library.contract(contract)
    cases = [case for case in read_cases(path) if case.contract == family.name and case.answerable and not case.history]
    return [
        asked for case in locate([_anew(case) for case in cases], library) for asked in _asked(case, family, library)
    ]


def _anew(case: Case) -> Case:
    """The case without the places of its words: the documents may have been read again since."""
    return case.model_copy(
        update={"evidence": tuple(each.model_copy(update={"start": None, "end": None}) for each in case.evidence)}
    )


def _asked(case: Case, family: ContractRecord, library: Library) -> Iterator[Asked]:
    """The question with the first of its words; nothing when these are gone."""
    records = {record.name: record for record in family.documents}
    for evidence in case.evidence[:1]:
        record = records.get(evidence.document)
        if record is None or evidence.start is None or evidence.end is None:
            continue
        for citation in cite(record, library.document(record.id), Span(evidence.start, evidence.end))[:1]:
            yield Asked(case.question, citation)
