"""Who sees what; and that nothing of a contract that may not be seen shows, is counted, or makes a difference."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from assistant.access import Access, Policy, SeenParts, load_policy
from assistant.errors import SettingsError
from assistant.family.family import Family
from assistant.learning.quiz import QuizMaker
from assistant.learning.tour import Tour
from ingest.document import Span
from ingest.errors import UnknownContract
from ingest.index import Index
from ingest.library import Library
from ingest.library_view import IndexView, LibraryView
from ingest.phrase_words import PhraseWords
from ingest.said import Said
from ingest.words import stems
from tests.fake_contracts import HOSTING, Contracts
from tests.fake_course import add_course
from tests.fake_parts import FakeParts

SECRET = (
    "1. Hosting",
    "1.1 Incidents",
    "Zephyr shall answer a P1 incident within seven (7) minutes at the Quetzal data centre.",
    "1.2 Notice",
    "Either party may terminate this agreement with eleven (11) days notice in writing.",
)
WORDS_OF_B = ("zephyr", "quetzal", "seven (7) minutes", "eleven (11) days", "beta")
PHRASE = "quetzal data centre"
QUESTIONS = (
    f"“{PHRASE}”",
    "How fast must a P1 incident be answered?",
    "What does Beta say about notice?",
    "Zephyr Quetzal data centre",
    "How much notice ends the contract?",
    "Clause 1.2",
    "What is the monthly fee?",
)

POLICY = """
groups_claim = "roles"

[groups.legal]
contracts = ["*"]
change = true

[groups.ops]
members = ["Ann@Example.org"]
contracts = ["Alpha", "Gamma *"]

[groups.owners]
members = ["bob@example.org"]
contracts = ["Alpha"]
change = true
"""


def only(*names: str) -> Access:
    return Access("ann", frozenset(name.casefold() for name in names), frozenset())


def fill(folder: Path, with_beta: bool) -> FakeParts:
    folder.mkdir()
    with Contracts(folder) as contracts:
        add_course(contracts, "Alpha")
        contracts.add("Alpha", *HOSTING, name="hosting")
        if with_beta:
            contracts.add("Beta", *SECRET, name="secret")
            contracts.alias("Beta", "Zephyr deal")
    return FakeParts(folder / "home")


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[FakeParts]:
    with fill(tmp_path / "both", with_beta=True) as parts:
        yield parts


@pytest.fixture
def alone(tmp_path: Path) -> Iterator[FakeParts]:
    """The same library without the contract that may not be seen."""
    with fill(tmp_path / "alone", with_beta=False) as parts:
        yield parts


def secret_id(parts: FakeParts) -> str:
    return parts.library.contract("Beta").documents[0].id


# --- the policy


def test_a_policy_gives_groups_their_contracts(tmp_path: Path) -> None:
    path = tmp_path / "policy.toml"
    path.write_text(POLICY)
    policy = load_policy(path)
    assert policy.groups_claim == "roles"
    ann = policy.access("ann@example.org")
    assert [ann.sees(name) for name in ("Alpha", "ALPHA", "Gamma Ltd", "Alphabet", "Beta")] == [
        True,
        True,
        True,
        False,
        False,
    ]
    assert not ann.changes("Alpha")
    assert not ann.sees_everything
    lawyer = policy.access("eve@example.org", ("legal", "staff"))
    assert lawyer.sees("Beta")
    assert lawyer.changes("Beta")
    assert lawyer.sees_everything
    bob = policy.access("bob@example.org", ("ops",))
    assert bob.sees("Gamma 2")
    assert bob.changes("alpha")
    assert not bob.changes("Gamma 2")


def test_whoever_is_in_no_group_sees_nothing() -> None:
    nobody = Policy.model_validate({"groups": {"a": {"contracts": ["*"]}}}).access("x@example.org", ("b",))
    assert not nobody.sees("Alpha")
    assert not nobody.sees_everything


def test_only_a_star_stands_for_other_characters() -> None:
    access = only("A[bc]?*")
    assert access.sees("A[bc]?d")
    assert not access.sees("Abx")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("groups = 3", "groups"),
        ("[groups.a]\nsees = ['x']", "groups.a.sees"),
        ("[groups.a]\ncontracts = 'x'", "groups.a.contracts"),
        ("[", "expected a TOML file"),
    ],
)
def test_a_policy_with_a_fault_is_refused_as_a_whole(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "policy.toml"
    path.write_text(text)
    with pytest.raises(SettingsError, match=told.replace(".", r"\.")):
        load_policy(path)
    with pytest.raises(SettingsError, match="expected a TOML file"):
        load_policy(tmp_path / "none.toml")


# --- the library and the index


def test_a_contract_that_may_not_be_seen_is_not_there(whole: FakeParts) -> None:
    view = LibraryView(whole.library, only("Alpha").sees)
    hidden = secret_id(whole)
    assert [contract.name for contract in view.contracts()] == ["Alpha"]
    assert hidden not in view.document_ids()
    assert view.find("Beta", whole.library.record(hidden).sha256) is None
    for name in ("Beta", "beta", "Zephyr deal"):
        with pytest.raises(UnknownContract) as told:
            view.contract(name)
        with pytest.raises(UnknownContract) as of_nothing:
            view.contract(name.replace("e", "q"))
        assert str(told.value).replace(name, "") == str(of_nothing.value).replace(name.replace("e", "q"), "")
    for read in (view.record, view.document, view.boxes, view.passages, view.original, view.older):
        with pytest.raises(UnknownContract) as told:
            read(hidden)
        with pytest.raises(UnknownContract) as of_nothing:
            whole.library.record("0" * 16)
        assert str(told.value) == str(of_nothing.value).replace("0" * 16, hidden)
    for write in (lambda: view.say("Beta", Said(None, "precedence", "x")), lambda: view.set_aliases("Beta", ["x"])):
        with whole.library.writing(), pytest.raises(UnknownContract):
            write()
    with pytest.raises(UnknownContract):
        view.said("Beta")


def test_a_view_reads_and_notes_what_may_be_seen(whole: FakeParts) -> None:
    view = LibraryView(whole.library, only("Alpha").sees)
    record = view.contract("alpha").documents[0]
    assert view.document(record.id) == whole.library.document(record.id)
    assert view.passages(record.id) == whole.library.passages(record.id)
    assert view.original(record.id) == whole.library.original(record.id)
    assert view.older(record.id) == []
    with view.writing():
        view.set_aliases("Alpha", ["First"])
        view.say("Alpha", Said(None, "precedence", "x"))
    assert view.contract("First").name == "Alpha"
    assert view.said("Alpha") == (Said(None, "precedence", "x"),)


def test_what_may_be_seen_is_looked_at_once_and_again_after_a_change(whole: FakeParts) -> None:
    asked: list[str] = []

    def sees(contract: str) -> bool:
        asked.append(contract)
        return contract == "Alpha"

    view = LibraryView(whole.library, sees)
    for _ in range(3):
        assert [contract.name for contract in view.contracts()] == ["Alpha"]
        assert {each.contract for each in view.current().values()} == {"Alpha"}
    assert asked == ["Alpha", "Beta"]
    with whole.library.writing():
        whole.library.remove("Alpha")
    assert view.contracts() == []
    assert view.current() == {}


@pytest.mark.parametrize("method", ["remove", "add_aliases", "sweep", "check", "store", "draft", "replace_passages"])
def test_what_a_view_does_not_hand_on_stays_shut(whole: FakeParts, method: str) -> None:
    view = LibraryView(whole.library, only("Alpha").sees)
    arguments: dict[str, tuple[Any, ...]] = {
        "remove": ("Alpha",),
        "add_aliases": ("Alpha", ["x"]),
        "store": (None, None, ()),
        "draft": ("Alpha", None, Path("x")),
        "replace_passages": ("x", ()),
    }
    with pytest.raises(AttributeError):
        getattr(view, method)(*arguments.get(method, ()))
    assert len(whole.library.contracts()) == 2


def test_the_index_neither_finds_nor_counts_what_may_not_be_seen(whole: FakeParts) -> None:
    view = LibraryView(whole.library, only("Alpha").sees)
    index = IndexView(whole.index, view)
    hidden = secret_id(whole)
    (stem,) = stems("quetzal", "en")
    assert whole.index.document_frequency(stem) == {hidden: 1}
    assert index.document_frequency(stem) == {}
    assert whole.index.some_holding(stem, 1) == {hidden: 1}
    assert index.some_holding(stem, 1) == {}
    assert hidden not in index.sizes()
    words = PhraseWords.of(PHRASE)
    assert whole.index.holding(words, [hidden]).keys() == {hidden}
    assert whole.index.may_hold([PHRASE], [hidden]) == {hidden}
    assert index.holding(words, [hidden]) == {}
    assert index.may_hold([PHRASE], [hidden]) == set()
    assert list(whole.library.passage_texts({hidden: None}))
    assert list(view.passage_texts({hidden: None})) == []
    vector = whole.embedder.embed_passages([" ".join(SECRET)])[0]
    for asked in (None, [hidden], view.document_ids() | {hidden}):
        hits = [*index.nearest(vector, asked, 50), *index.matching([stem, *stems("incident notice", "en")], asked, 50)]
        assert all(hit.document_id != hidden for hit in hits)
        assert bool(hits) == (asked != [hidden])


# --- what is made of them


def told(parts: Any) -> list[dict[str, Any]]:
    """Everything that the core says to the questions, but for the time it took."""
    said = []
    for question in QUESTIONS:
        answer = parts.assistant.ask(question).to_json()
        answer.pop("seconds")
        answer["trace"].pop("stages")
        said.append(answer)
        said.append({"found": [match.to_json() for match in parts.finder.find(question, None, 20)]})
    return said


def test_answers_are_those_of_a_library_without_the_contract(whole: FakeParts, alone: FakeParts) -> None:
    seen = SeenParts(whole, only("Alpha"))
    assert told(seen) == told(alone)
    spoken = str(told(seen)).casefold()
    asked = str(QUESTIONS).casefold()
    assert not [word for word in WORDS_OF_B if word in spoken and word not in asked]
    assert any("seven (7) minutes" in str(each) for each in told(whole))  # the test can fail


def test_a_contract_that_may_not_be_seen_cannot_be_named(whole: FakeParts) -> None:
    seen = SeenParts(whole, only("Alpha"))
    with pytest.raises(UnknownContract) as told_of:
        seen.assistant.ask("How fast?", contract="Beta")
    assert "zephyr" not in str(told_of.value).casefold()
    for read in (
        Family(seen.library).particulars,
        Tour(seen.library).stops,
        lambda name: QuizMaker(seen.library).quiz(name, 5, 1),
    ):
        with pytest.raises(UnknownContract):
            read("Beta")


def test_whoever_sees_nothing_is_told_what_an_empty_library_tells(whole: FakeParts, tmp_path: Path) -> None:
    nothing = SeenParts(whole, only())
    with FakeParts(tmp_path / "empty") as empty:
        assert told(nothing) == told(empty)


def test_spans_of_what_is_seen_are_the_same(whole: FakeParts) -> None:
    seen = SeenParts(whole, only("Alpha"))
    answer = seen.assistant.ask("How fast must a P1 incident be answered?")
    for statement in answer.statements:
        for citation in statement.citations:
            text = seen.library.document(citation.document_id).text
            assert Span(citation.start, citation.end).of(text) == citation.quote


def test_whatever_reads_an_index_or_a_library_reads_through_the_view() -> None:
    writing = {
        "add",
        "add_all",
        "clear",
        "remove",
        "sweep",
        "add_aliases",
        "check",
        "draft",
        "replace_passages",
        "store",
    }
    for whole, view in ((Index, IndexView), (Library, LibraryView)):
        public = {name for name in dir(whole) if not name.startswith("_") and callable(getattr(whole, name))}
        assert public - set(vars(view)) <= writing
