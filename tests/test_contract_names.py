from __future__ import annotations

import pytest

from assistant.naming.contract_names import is_name, name_words
from ingest.record import ContractRecord


def test_the_words_of_a_name_are_folded_and_parted_without_those_of_every_contract() -> None:
    contract = ContractRecord("Ferroglobe_2015_Outsourcing_Agreement", ("Société Générale", "BlueFly Inc"), ())
    assert name_words(contract) == {"ferroglobe", "societe", "generale", "blue", "fly"}


@pytest.mark.parametrize(
    ("word", "named"),
    [("ferroglobe", True), ("ferro", True), ("fer", False), ("ferroglobes", False), ("services", False)],
)
def test_a_word_is_a_name_when_it_is_one_or_begins_one(word: str, named: bool) -> None:
    assert is_name(word, {"ferroglobe", "services"}) is named
