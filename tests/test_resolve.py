from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.naming.resolve import Resolver
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


def test_a_word_that_by_chance_begins_another_name_leaves_the_contract_that_is_named(contracts: Contracts) -> None:
    add(contracts, "Acme", "Zenith", "Sizelomuz")
    assert resolve(contracts, "Zenith: max mailbox size?") == (["Zenith"], True)
    assert resolve(contracts, "max mailbox size?") == (["Acme", "Sizelomuz", "Zenith"], False)
    resolver = Resolver(contracts.library, contracts.index)
    assert not resolver.is_elsewhere("size", "Zenith")
    assert not resolver.says_contract_alone("size")


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


def introduced(name: str, short: str, other: str) -> tuple[str, ...]:
    """An agreement whose parties are introduced in its beginning and called otherwise from there on."""
    return (f'This agreement is made between {name}, Inc. ("{short}") and {other} Systems Ltd ("Customer").', *HOSTING)


@pytest.mark.parametrize("question", ["What does Quillwright owe?", "quillwright fees", "Que doit Quillwright ?"])
def test_a_party_that_is_introduced_once_names_its_contract(contracts: Contracts, question: str) -> None:
    add(contracts, "Acme")
    contracts.add("Lot 7", *introduced("Quillwright Dovelin", "QD", "Zenith"))
    assert resolve(contracts, question) == (["Lot 7"], True)


def test_contracts_that_share_a_party_are_all_asked_back_however_often_each_names_it(contracts: Contracts) -> None:
    filler = "word " * 300
    contracts.add("Quillwright 2019", *introduced("Quillwright", "QW", "Acme"))
    often = [line for n in range(4, 12) for line in (f"{n}. Part", f"Quillwright answers {filler}")]
    contracts.add("Lot 7", *introduced("Quillwright", "Quillwright", "Orchard"), *often)
    add(contracts, "Zenith")
    names, named = resolve(contracts, "When does Quillwright answer?")
    assert (sorted(names), named) == (["Lot 7", "Quillwright 2019"], True)
    assert resolve(contracts, "When does Quillwright answer Orchard?") == (["Lot 7"], True)


@pytest.mark.parametrize("question", ["zenthfield fees", "Zenithfeld: quel préavis ?", "the notice at Zenithfiield"])
def test_a_misspelt_name_names_the_nearest(contracts: Contracts, question: str) -> None:
    add(contracts, "Acme", "Zenithfield")
    assert resolve(contracts, question) == (["Zenithfield"], True)


def test_a_misspelt_name_that_two_are_near_to_leaves_both(contracts: Contracts) -> None:
    add(contracts, "Acme", "Zentrix", "Zentrox")
    names, named = resolve(contracts, "zentrax fees")
    assert (sorted(names), named) == (["Zentrix", "Zentrox"], True)


@pytest.mark.parametrize("question", ["bluefly fees", "blue fly fees", "Blue Fly : le préavis ?"])
def test_a_name_may_be_typed_together_or_apart(contracts: Contracts, question: str) -> None:
    add(contracts, "Acme", "BLUEFLYINC_2002")
    assert resolve(contracts, question) == (["BLUEFLYINC_2002"], True)
    add(contracts, "Cloudy Harbour")
    assert resolve(contracts, "cloudyharbour fees") == (["Cloudy Harbour"], True)


def test_two_contracts_named_are_both_given(contracts: Contracts) -> None:
    add(contracts, "Inktown", "Netford Hosting", "Acme")
    names, named = resolve(contracts, "netford vs inktown: which has the longer notice?")
    assert (sorted(names), named) == (["Inktown", "Netford Hosting"], True)


def test_a_number_beside_a_word_of_the_name_tells_contracts_apart(contracts: Contracts) -> None:
    add(contracts, "Cardly_Maintenance_Agreement1", "Cardly_Maintenance_Agreement3", "Acme")
    assert resolve(contracts, "Cardly maintenance agreement 3: the fee?") == (["Cardly_Maintenance_Agreement3"], True)
    names, _ = resolve(contracts, "Does Cardly answer within 3 hours?")
    assert sorted(names) == ["Cardly_Maintenance_Agreement1", "Cardly_Maintenance_Agreement3"]


@pytest.mark.parametrize(
    "question",
    [
        "Cloud hosting price?",
        "does the cloud provider have insurance?",
        "Data Protection Officer: who is it?",
        "is there a quantum of damages?",
        "Can the Customer in France terminate?",
        "une cloud pour tous ?",
    ],
)
def test_words_that_contracts_use_and_places_name_no_contract(contracts: Contracts, question: str) -> None:
    add(contracts, "Cloud Nine", "Quantum Group", "Acme")
    contracts.add("Lot 7", *introduced("Data Media", "DM", "France Power"))
    assert resolve(contracts, question)[1] is False


def test_another_word_of_one_stem_is_not_the_party(contracts: Contracts) -> None:
    filler = "word " * 300
    for name, party in (("Lot 1", "Q-Mobile"), ("Lot 2", "AQ Mobility")):
        contracts.add(name, *(line for n in range(1, 7) for line in (f"{n}. Part", f"{party} answers {filler}")))
    add(contracts, "Acme")
    assert resolve(contracts, "Q-Mobile penalties") == (["Lot 1"], True)


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


def test_other_contracts_that_a_question_names_are_told_unless_the_contract_says_the_word_itself(
    contracts: Contracts,
) -> None:
    add(contracts, "Acme", "Blue-Harbour", "Bonterms-Cloud", "Bonterms-Support", "Lot 2")
    contracts.add("Zenith", "1. Parties", "", "1.1 Acme works for Zenith.", "", "1.2 The fee is 20 euros.")
    resolver = Resolver(contracts.library, contracts.index)
    for question, contract, named in (
        ("What does Zenith owe?", "Acme", ("Zenith",)),
        ("compare acme and blue harbour", "Acme", ("Blue-Harbour",)),
        ("Que doit Zénith pour le lot 2 ?", "Acme", ("Lot 2", "Zenith")),
        ("What does Acme owe?", "Zenith", ()),  # Zenith's contract speaks of Acme
        ("What does Bonterms owe?", "Bonterms-Cloud", ()),
        ("What is owed?", "Acme", ()),
        ("What does Acme owe?", "acme", ()),
    ):
        assert resolver.named_besides(question, contract) == named, question


def test_a_library_of_one_contract_is_never_turned_away_from(contracts: Contracts) -> None:
    add(contracts, "Acme")
    assert moved(contracts, "Acme", "and in the other contract?") == ["Acme"]
    assert not Resolver(contracts.library, contracts.index).says_contract_alone("Acme")


@pytest.mark.parametrize(
    ("question", "names", "asked"),
    [
        ("notice period in Zenith and Acme?", ["Zenith", "Acme"], "notice period ?"),
        ("compare Acme and Blue Harbour on the fee", ["Acme", "Blue-Harbour"], "the fee"),
        ("Does Acme owe Zenith a fee?", ["Acme", "Zenith"], None),
        ("compare Acme and Zenith", ["Acme", "Zenith"], None),
    ],
)
def test_contracts_named_side_by_side_are_asked_each(
    contracts: Contracts, question: str, names: list[str], asked: str | None
) -> None:
    add(contracts, "Acme", "Blue-Harbour", "Zenith")
    resolver = Resolver(contracts.library, contracts.index)
    found = resolver.of_each(resolver.resolve(question, None), question, "en")
    assert ([c.name for c in found.contracts], found.asked_of_each) == (names, asked)


def test_one_contract_and_contracts_that_share_the_name_typed_are_not_asked_each(contracts: Contracts) -> None:
    add(contracts, "Acme-Hosting", "Acme-Support", "Zenith")
    resolver = Resolver(contracts.library, contracts.index)
    for question in ("the fee of Zenith?", "the fee of Acme?", "the fee of Acme and Zenith?"):
        assert resolver.of_each(resolver.resolve(question, None), question, "en").asked_of_each is None
