from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.resolve import Resolver
from ingest.errors import UnknownContract
from tests.fake_contracts import HOSTING, Contracts


@pytest.fixture
def contracts(tmp_path: Path) -> Iterator[Contracts]:
    with Contracts(tmp_path) as contracts:
        yield contracts


def resolve(
    contracts: Contracts, question: str, selected: str | None = None, earlier: tuple[str, ...] = ()
) -> tuple[list[str], bool]:
    found = Resolver(contracts.library, contracts.index).resolve(question, selected, earlier)
    return [c.name for c in found.contracts], found.named


def add(contracts: Contracts, *names: str) -> None:
    for name in names:
        contracts.add(name, *HOSTING)


def test_the_selected_contract_counts_whatever_the_question_names(contracts: Contracts) -> None:
    add(contracts, "Acme", "Zenith")
    assert resolve(contracts, "What does Acme owe?", "zenith") == (["Zenith"], True)


def test_a_selected_contract_that_is_not_there_is_told(contracts: Contracts) -> None:
    add(contracts, "Acme")
    with pytest.raises(UnknownContract):
        resolve(contracts, "What is owed?", "Nobody")


def test_the_only_contract_is_taken_unnamed(contracts: Contracts) -> None:
    add(contracts, "Acme")
    assert resolve(contracts, "What does Zenith owe?") == (["Acme"], False)


def test_an_empty_library_gives_none(contracts: Contracts) -> None:
    assert resolve(contracts, "What is owed?") == ([], False)


@pytest.mark.parametrize("question", ["What does Zenith owe?", "what does zenith owe", "Qu'est-ce que Zénith doit ?"])
def test_a_contract_is_named_in_any_case_and_with_accents(contracts: Contracts, question: str) -> None:
    add(contracts, "Acme", "Zenith")
    assert resolve(contracts, question) == (["Zenith"], True)


def test_a_name_written_with_a_hyphen_or_as_one_word_is_known(contracts: Contracts) -> None:
    add(contracts, "Blue-Harbour", "NorthgateInc")
    assert resolve(contracts, "the notice at Blue-Harbour?") == (["Blue-Harbour"], True)
    assert resolve(contracts, "the notice at northgate?") == (["NorthgateInc"], True)


def test_an_alias_names_its_contract(contracts: Contracts) -> None:
    add(contracts, "Acme", "Zenith")
    contracts.alias("Zenith", "Orchard Systems")
    assert resolve(contracts, "How fast does Orchard answer?") == (["Zenith"], True)


def test_a_whole_name_tells_contracts_of_one_family_apart(contracts: Contracts) -> None:
    add(contracts, "Lot 1", "Lot 2", "Lot 2 bis")
    assert resolve(contracts, "What is the notice of lot 2?") == (["Lot 2"], True)
    assert resolve(contracts, "What is the notice of Lot 2 bis?") == (["Lot 2 bis"], True)
    assert resolve(contracts, "What is the notice of the lot?")[1] is True


def test_a_name_of_common_words_counts_only_by_itself(contracts: Contracts) -> None:
    add(contracts, "Services", "Acme")
    assert resolve(contracts, "Which services are there?") == (["Acme", "Services"], False)
    assert resolve(contracts, "services") == (["Services"], True)


def test_a_name_that_two_contracts_share_leaves_both(contracts: Contracts) -> None:
    add(contracts, "Acme Hosting", "Acme Licences", "Zenith")
    names, named = resolve(contracts, "What does Acme owe?")
    assert (sorted(names), named) == (["Acme Hosting", "Acme Licences"], True)


def test_a_party_that_the_text_names_often_points_at_its_contract(contracts: Contracts) -> None:
    add(contracts, "Acme")
    filler = "word " * 300
    contracts.add("Zenith", *(line for n in range(1, 7) for line in (f"{n}. Part", f"Quillwright answers {filler}")))
    assert resolve(contracts, "How fast must Quillwright answer?") == (["Zenith"], True)


def test_the_latest_contract_named_in_the_conversation_counts(contracts: Contracts) -> None:
    add(contracts, "Acme", "Zenith")
    earlier = ("What does Acme owe?", "What does Zenith owe?", "And when?")
    assert resolve(contracts, "How much?", None, earlier) == (["Zenith"], True)
    assert resolve(contracts, "And Acme?", None, earlier) == (["Acme"], True)


def test_where_nothing_is_named_all_contracts_are_left(contracts: Contracts) -> None:
    add(contracts, "Acme", "Zenith")
    assert resolve(contracts, "How much notice is there?") == (["Acme", "Zenith"], False)


def moved(contracts: Contracts, before: str | None, said: str) -> list[str]:
    resolver = Resolver(contracts.library, contracts.index)
    return [c.name for c in resolver.moved(resolver.resolve("What is owed?", before), said).contracts]


@pytest.mark.parametrize(
    ("said", "contract"),
    [
        ("and at Zenith?", "Zenith"),
        ("et chez Zénith ?", "Zenith"),
        ("zenith", "Zenith"),
        ("and in the other contract?", "Zenith"),
        ("et dans l'autre contrat ?", "Zenith"),
        ("and with the other supplier?", "Zenith"),
        ("and at night?", "Acme"),
        ("and at Acme?", "Acme"),
        ("as at Zenith, what does Acme owe?", "Acme"),
        ("what of the other party?", "Acme"),
    ],
)
def test_a_follow_up_turns_to_the_contract_that_it_names(contracts: Contracts, said: str, contract: str) -> None:
    add(contracts, "Acme", "Zenith")
    assert moved(contracts, "Acme", said) == [contract]


def test_the_other_of_several_contracts_is_asked_back(contracts: Contracts) -> None:
    add(contracts, "Acme", "Zenith", "Orchard")
    assert sorted(moved(contracts, "Acme", "and in the other contract?")) == ["Orchard", "Zenith"]


def test_a_word_in_the_text_of_another_contract_turns_no_conversation_there(contracts: Contracts) -> None:
    contracts.add("Lot 1", *HOSTING, *(f"Dovelin pays for server {n}." for n in range(40)))
    add(contracts, "Lot 2")
    assert moved(contracts, "Lot 2", "and does Dovelin pay?") == ["Lot 2"]


def test_a_part_of_a_question_may_do_nothing_but_name_a_contract(contracts: Contracts) -> None:
    add(contracts, "Acme", "Zenith")
    resolver = Resolver(contracts.library, contracts.index)
    for said in (
        "at Zenith?",
        "Zenith",
        "chez Acme ?",
        "in the other contract?",
        "the one of Acme please",
        "celui d'Acme",
    ):
        assert resolver.says_contract_alone(said)
    for said in ("the fee at Zenith?", "at night?", "what about it?", "is Acme insured?"):
        assert not resolver.says_contract_alone(said)


def test_names_of_other_contracts_are_told(contracts: Contracts) -> None:
    add(contracts, "Acme", "Zenith")
    resolver = Resolver(contracts.library, contracts.index)
    assert resolver.is_elsewhere("Zenith", "Acme")
    assert not resolver.is_elsewhere("Acme", "Acme")
    assert not resolver.is_elsewhere("fee", "Acme")


def test_a_library_of_one_contract_is_never_turned_away_from(contracts: Contracts) -> None:
    add(contracts, "Acme")
    assert moved(contracts, "Acme", "and in the other contract?") == ["Acme"]
    assert not Resolver(contracts.library, contracts.index).says_contract_alone("Acme")
