from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant.family.amended_fact import AmendedFacts
from assistant.family.family import Family
from assistant.family.standing import standing
from ingest.document import Document, Role
from ingest.said import Said
from tests.fake_contracts import Contracts, read_lines

FRAMES = {
    "en": "2.1 This Agreement takes effect on 1 April 2024 and shall expire on 31 March 2028, unless it is terminated before.",
    "fr": "2.1 Le Contrat est conclu pour une durée de quatre (4) ans, soit jusqu’au 31 mars 2028 inclus.",
}
CHANGES = {
    "en": "In clause 2.1 of the Agreement, the words “on 31 March 2028” are replaced by “on 31 March 2029”.",
    "fr": "À l’article 2.1 du contrat, les mots « quatre (4) ans, soit jusqu’au 31 mars 2028 inclus » sont remplacés par les mots "
    "« cinq (5) ans, soit jusqu’au 31 mars 2029 inclus ».",
}
TAKES_EFFECT = {
    "en": "1.1 This Amendment takes effect on 1 January 2026.",
    "fr": "1.1 Le présent avenant prend effet le 1er janvier 2026.",
}


def amendment(language: str, change: str) -> Document:
    lines = ("1. Change", "", TAKES_EFFECT[language], "", "2. Term", "", f"2.1 {change}")
    return replace(read_lines(*lines, title="Amendment 1", language=language), role=Role.AMENDMENT)


def family(contracts: Contracts, language: str, change: str) -> None:
    frame = read_lines("2. Term", "", FRAMES[language], title="Agreement", language=language)
    contracts.add_document("Acme", frame, "agreement")
    contracts.add_document("Acme", amendment(language, change), "amendment")


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    ("day", "expiry"), [(date(2025, 6, 1), date(2028, 3, 31)), (date(2026, 6, 1), date(2029, 3, 31))]
)
def test_a_contract_expires_on_the_day_that_its_amendment_says(
    tmp_path: Path, language: str, day: date, expiry: date
) -> None:
    with Contracts(tmp_path) as contracts:
        family(contracts, language, CHANGES[language])
        assert standing(contracts.library, "Acme", day).expiry == expiry


def test_what_an_amendment_made_of_a_day_is_not_guessed(tmp_path: Path) -> None:
    with Contracts(tmp_path) as contracts:
        family(
            contracts,
            "en",
            "In clause 2.1 of the Agreement, the words “on 31 March 2028” are replaced by “after five years”.",
        )
        assert standing(contracts.library, "Acme", date(2026, 6, 1)).expiry is None


def test_a_change_of_other_words_of_the_sentence_leaves_the_day(tmp_path: Path) -> None:
    with Contracts(tmp_path) as contracts:
        family(
            contracts, "en", "In clause 2.1 of the Agreement, the words “1 April 2024” are replaced by “1 May 2024”."
        )
        assert standing(contracts.library, "Acme", date(2026, 6, 1)).expiry == date(2028, 3, 31)


def test_a_users_word_stands_over_an_amendment(tmp_path: Path) -> None:
    with Contracts(tmp_path) as contracts:
        family(contracts, "en", CHANGES["en"])
        with contracts.library.writing():
            contracts.library.say("Acme", Said("agreement", "expiry", "2030-12-31"))
        assert standing(contracts.library, "Acme", date(2026, 6, 1)).expiry == date(2030, 12, 31)


def test_the_changes_of_a_fact_are_those_in_force(tmp_path: Path) -> None:
    with Contracts(tmp_path) as contracts:
        family(contracts, "en", CHANGES["en"])
        facts = Family(contracts.library).particulars("Acme")[0].facts
        (expiry,) = (fact for fact in facts if fact.key == "expiry")
        amended = AmendedFacts(contracts.library)
        assert amended.changes(expiry, date(2025, 6, 1)) == []
        (entry,) = amended.changes(expiry, date(2026, 6, 1))
        assert entry.amendment.name == "amendment"
