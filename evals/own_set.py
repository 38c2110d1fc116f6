"""A set of one's own: a question that went wrong, kept so that it is asked again at every run."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from evals.case import Case, Evidence, Kind, Language, Turn
from evals.errors import GoldError
from evals.goldset import check, first_fault, locate, read_cases
from evals.shelf import Shelf, find_document
from ingest.language import detect

FOLDER = "sets"
"""Below the home: its own sets, a ``.jsonl`` file each."""


def own_set(home: Path, name: str) -> Path:
    """The file of a home's own set of that name; it is made with its first case."""
    return home / FOLDER / f"{name}.jsonl"


def own_sets(home: Path) -> list[Path]:
    """The files of a home's own sets, by name."""
    return sorted((home / FOLDER).glob("*.jsonl"))


@dataclass(frozen=True, slots=True)
class NewCase:
    """A question as its owner gives it.

    ``evidence`` holds (document name, words) pairs; without any, the contract does not answer the question. ``must`` and
    ``must_not`` are as in `evals.case.Case`, and so is ``history``.
    """

    contract: str
    question: str
    answer: str = ""
    evidence: tuple[tuple[str, str], ...] = ()
    must: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()
    kind: str = "fact"
    persona: str = "ops"
    history: tuple[Turn, ...] = ()


def add_cases(path: Path, new: Sequence[NewCase], shelf: Shelf) -> list[Case]:
    """Append questions to a set, made when missing; all of them or, when one has a fault, none.

    Args:
        path: the set, a ``.jsonl`` file.
        new: the questions.
        shelf: the library that they are about; their evidence is located in it.

    Returns:
        The cases as they were written.

    Raises:
        GoldError: naming every fault of the questions, or when the set cannot be read or written.
    """
    known = read_cases(path) if path.exists() and path.stat().st_size else []
    taken = {case.id for case in known}
    cases: list[Case] = []
    for question in new:
        cases.append(_case(question, _free_id(path.stem, taken), shelf))
        taken.add(cases[-1].id)
    located = locate(cases, shelf)
    faults = check(located, shelf)
    if faults:
        raise GoldError("\n".join(["nothing was added:", *faults]))
    _write(path, [*known, *located])
    return located


def _case(new: NewCase, name: str, shelf: Shelf) -> Case:
    family = shelf.contract(new.contract)
    evidence = tuple(Evidence(document=document, quote=words) for document, words in new.evidence)
    documents = [document for document, _ in new.evidence] or [record.name for record in family.documents]
    lang = _language(new.question, "en")
    fields = {
        "id": name,
        "contract": family.name,
        "question": new.question,
        "history": new.history,
        "lang": lang,
        "doc_lang": _language_of(shelf, family.name, documents, lang),
        "persona": new.persona,
        "kind": new.kind if evidence else Kind.UNANSWERABLE,
        "answer": new.answer,
        "must": new.must,
        "must_not": new.must_not,
        "evidence": evidence,
    }
    try:
        return Case.model_validate(fields)
    except ValidationError as error:
        raise GoldError(f"{new.question!r}: expected a question that can be kept: {first_fault(error)}") from error


def _language_of(shelf: Shelf, contract: str, documents: Sequence[str], otherwise: Language) -> Language:
    document = find_document(shelf, contract, documents[0]) if documents else None
    return otherwise if document is None else _language(document.text, otherwise)


def _language(text: str, otherwise: Language) -> Language:
    found = detect(text)
    return found if found in ("en", "fr") else otherwise


def _free_id(stem: str, taken: set[str]) -> str:
    number = len(taken) + 1
    while f"{stem}-{number}" in taken:
        number += 1
    return f"{stem}-{number}"


def _write(path: Path, cases: Sequence[Case]) -> None:
    """The whole set anew, in place of the old one only when all is on disk."""
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("w", encoding="utf-8") as file:
            file.writelines(case.model_dump_json() + "\n" for case in cases)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise GoldError(f"{path}: expected to write the set there, could not: {error}") from error
