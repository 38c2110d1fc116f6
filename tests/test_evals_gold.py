"""The committed questions on the sample families: they fit the built files, and they cover what they are for."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from evals.case import Case, Kind
from evals.goldset import check, read_cases
from evals.literal import has
from evals.rebind import GOLD, SETS, ambiguities
from evals.samples import families
from evals.samples.shelf import FamilyShelf
from evals.sets import open_set

ENGLISH, FRENCH = "Brackenholt-Torrovane", "Harmelance-Ostrevia"
ALL = {name: read_cases(GOLD / name) for name in SETS}
EVERY = [case for cases in ALL.values() for case in cases]


@pytest.fixture(scope="module")
def shelf() -> FamilyShelf:
    return FamilyShelf(families())


def on(contract: str) -> list[Case]:
    return [case for case in EVERY if case.contract == contract]


def kinds(cases: list[Case]) -> Counter[Kind]:
    return Counter(case.kind for case in cases)


@pytest.mark.parametrize("name", SETS)
def test_a_set_fits_the_built_files(name: str, shelf: FamilyShelf) -> None:
    assert check(ALL[name], shelf) == []  # on failure: run python -m evals.rebind, and look at what it changed


@pytest.mark.parametrize("name", SETS)
def test_each_quote_stands_in_one_place_and_names_its_page(name: str, shelf: FamilyShelf) -> None:
    assert list(ambiguities(ALL[name], shelf)) == []
    assert [case.id for case in ALL[name] if any(e.page is None for e in case.evidence)] == []


@pytest.mark.parametrize("case", [case for case in EVERY if case.answerable], ids=lambda case: case.id)
def test_whoever_quotes_the_evidence_alone_is_right(case: Case) -> None:
    quotes = "\n".join(evidence.quote for evidence in case.evidence)
    assert [group for group in case.must if not has(quotes, group)] == []
    assert [group for group in case.must_not if has(quotes, group)] == []


@pytest.mark.parametrize("case", [case for case in EVERY if case.answerable], ids=lambda case: case.id)
def test_repeating_the_question_is_not_right(case: Case) -> None:
    assert case.must
    assert not all(has(case.question, group) for group in case.must)


def test_ids_are_unique_over_all_sets() -> None:
    assert [name for name, count in Counter(case.id for case in EVERY).items() if count > 1] == []


@pytest.mark.parametrize("contract", [ENGLISH, FRENCH])
def test_the_questions_on_a_family_cover_kinds_personas_and_both_languages(contract: str) -> None:
    cases = on(contract)
    assert len(cases) >= 95
    assert min(kinds(cases)[kind] for kind in Kind) >= 5
    assert kinds(cases)[Kind.UNANSWERABLE] >= 12
    assert {case.persona for case in cases} == {"ops", "trainee", "lawyer"}
    crossing = sum(case.lang != case.doc_lang for case in cases) / len(cases)
    assert 0.3 <= crossing <= 0.5


@pytest.mark.parametrize("contract", [ENGLISH, FRENCH])
def test_a_third_of_each_kind_is_held_back(contract: str) -> None:
    held = [case for case in ALL["held-back.jsonl"] if case.contract == contract]
    assert 0.3 <= len(held) / len(on(contract)) <= 0.37
    shares = {kind: kinds(held)[kind] / count for kind, count in kinds(on(contract)).items()}
    assert {kind: share for kind, share in shares.items() if not 0.2 <= share <= 0.45} == {}


def test_every_document_of_a_family_is_asked_about() -> None:
    asked = {(case.contract, evidence.document) for case in EVERY for evidence in case.evidence}
    assert asked == {(name, path.stem) for name, folder in families().items() for path in folder.iterdir()}


def test_a_follow_up_has_a_history_and_nothing_else_has() -> None:
    assert {case.id for case in EVERY if case.history} == {c.id for c in EVERY if c.kind is Kind.FOLLOW_UP}
    assert all(case.history[-1].role == "assistant" for case in EVERY if case.history)


def test_what_is_held_back_is_asked_only_by_name(tmp_path: Path) -> None:
    asked = {name: {draft.case.id for draft in open_set(name, tmp_path).drafts} for name in ("samples", "held-back")}
    assert asked["held-back"] == {case.id for case in ALL["held-back.jsonl"]}
    assert asked["samples"] == {case.id for case in EVERY} - asked["held-back"]
