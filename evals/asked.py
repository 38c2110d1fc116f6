"""Questions on a contract whose right answers are known, for a quiz: what readers reported and put right, and gold sets."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from assistant.answer import Citation
from assistant.citing.cite import cite
from assistant.learning.quiz import Asked
from evals.case import Case, Kind
from evals.goldset import locate, read_cases
from evals.own_set import own_sets
from evals.reported import reported_set
from evals.sets import open_set
from ingest.document import Span
from ingest.library import Library
from ingest.record import ContractRecord


def asked_of(home: Path, contract: str, library: Library) -> list[Asked]:
    """The questions on a contract that it answers in one clause, each with its words as they stand there today.

    They are those that readers reported (`evals.reported`), as they typed them, and of the home's own sets and the set on the sample
    contracts those in the language of the contract that do not themselves name the clause. A question that needs what was said before
    it is left out, and so is one whose words are not in the contract any more.

    Raises:
        GoldError: a set of the home cannot be read.
        UnknownContract: no contract goes by that name.
    """
    family = library.contract(contract)
    cases = [case for case in _cases(home) if case.contract == family.name and case.answerable and not case.history]
    return [
        asked for case in locate([_anew(case) for case in cases], library) for asked in _asked(case, family, library)
    ]


def _cases(home: Path) -> Iterator[Case]:
    path = reported_set(home)
    if path.exists():
        yield from read_cases(path)
    for cases in (*map(read_cases, own_sets(home)), _samples()):
        yield from (case for case in cases if case.lang == case.doc_lang and case.kind is not Kind.LOOKUP)


@lru_cache(maxsize=1)
def _samples() -> tuple[Case, ...]:
    """Those of the set that comes with the program, which does not change while it runs."""
    return tuple(draft.case for draft in open_set("samples", Path()).drafts)


def _anew(case: Case) -> Case:
    """The case without the places of its words: the documents may have been read again since."""
    return case.model_copy(
        update={"evidence": tuple(each.model_copy(update={"start": None, "end": None}) for each in case.evidence)}
    )


def _asked(case: Case, family: ContractRecord, library: Library) -> Iterator[Asked]:
    """The question with the first of its words; nothing when some of them are gone, or stand in several clauses, which all are right."""
    records = {record.name: record for record in family.documents}
    found: list[Citation] = []
    for evidence in case.evidence:
        record = records.get(evidence.document)
        if record is None or evidence.start is None or evidence.end is None:
            return
        found += cite(record, library.document(record.id), Span(evidence.start, evidence.end))
    if len({(each.document_id, each.clause_id) for each in found}) == 1:
        yield Asked(case.question, found[0])
