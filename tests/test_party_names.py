from __future__ import annotations

from pathlib import Path

import pytest

from assistant.naming.party_names import PartyNames
from tests.fake_contracts import HOSTING, Contracts


@pytest.mark.parametrize(
    ("opening", "words"),
    [
        (
            'This agreement is made between Quill Dovelin, Inc. ("QDV") and Orchard Systems Ltd ("Customer").',
            {"quill", "dovelin", "qdv", "orchard"},
        ),
        (
            "Entre la société Ostrévie SAS (ci-après « Prestataire ») et la société Harbelance SA (ci-après « Client »).",
            {"ostrevie", "harbelance"},
        ),
        ("This policy is about hosting.", set()),
    ],
)
def test_the_words_of_the_parties_are_given_without_their_legal_forms(
    tmp_path: Path, opening: str, words: set[str]
) -> None:
    with Contracts(tmp_path) as contracts:
        record = contracts.add("Lot 1", opening, *HOSTING)
        found = PartyNames(contracts.library).of(record.id)
    assert words <= found
    assert not found & {"inc", "ltd", "sas", "sa", "the", "agreement", "customer", "client", "prestataire"}
    assert bool(found) == bool(words)
