from __future__ import annotations

import pytest

from assistant.asked.question import read_question
from assistant.asked.sought import Value, holds_value, read_sought
from assistant.wording.lexicon import Lexicon

LEXICON = Lexicon.load()


def held(question: str, text: str, above: str = "", language: str = "en") -> bool:
    asked = read_question(question)
    return holds_value(read_sought(asked), text, above, language, LEXICON, asked.language)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How long is the notice?", Value.TIME),
        ("How much notice must we give?", Value.TIME),
        ("Combien de jours pour payer ?", Value.TIME),
        ("How much is the fee?", Value.MONEY),
        ("Quel pourcentage de disponibilité ?", Value.PERCENT),
        ("How many tokens a month are included?", Value.COUNT),
        ("Combien de fois par an peut-on auditer ?", Value.FREQUENCY),
        ("How often do they test?", Value.FREQUENCY),
        ("Dans quel pays sont les données ?", Value.PLACE),
        ("At what time does support open?", Value.CLOCK),
        ("What is the name of the person in charge?", Value.PERSON),
        ("Since when is the second amendment in force?", Value.DATE),
        ("When did the contract start?", Value.DATE),
        ("Quand le contrat prend-il effet ?", Value.DATE),
        ("depuis quand payons-nous ?", Value.DATE),
        ("When does the contract end?", Value.TIME),
        ("Can they subcontract?", None),
        ("Who pays for the laptops?", None),
    ],
)
def test_the_kind_of_value_is_read_from_the_question(question: str, value: Value | None) -> None:
    assert read_sought(read_question(question)).value is value


@pytest.mark.parametrize(
    ("question", "yes", "no"),
    [
        ("How long is the notice?", "Notice is ninety (90) days.", "Notice is given by post."),
        (
            "How long does it last?",
            "It continues up to and including 28 February 2030.",
            "It is dated 28 February 2030.",
        ),
        ("How much is the fee?", "The fee is $1,200 a month.", "The fee is set out in Schedule A within 30 days."),
        ("What uptime percentage?", "It is up 99.9% of the month.", "It is up 30 days a month."),
        ("How many restoration tests a year?", "The Provider runs two (2) tests a year.", "Tests take two days."),
        ("Combien de copies ?", "Il garde 3 copies.", "Il copie chaque objet pendant 3 jours."),
        ("How often may we audit?", "Once in each year.", "Upon reasonable notice."),
        ("In which country is the data?", "In Ireland.", "In a secure place."),
        ("What is the name of the person?", "Ms Ada Byron is the contact.", "The officer is reached at dpo@x.example"),
        ("What e-mail address do we write to?", "Write to dpo@x.example.", "Write to the officer."),
        ("At what time does support open?", "It opens at 8:30.", "It opens on Monday."),
    ],
)
def test_a_text_holds_the_value_or_not(question: str, yes: str, no: str) -> None:
    language = "fr" if "copie" in yes else "en"
    assert held(question, yes, language=language)
    assert not held(question, no, language=language)


def test_what_is_counted_may_stand_in_the_header_of_a_table() -> None:
    assert held("How many tests a year?", "2026\t4", "Year\tTests")
    assert not held("How many tests a year?", "2026\t4", "Year\tReports")


def test_a_clause_number_is_no_value() -> None:
    assert not held("How many tests are run?", "5. Tests are run.")


def test_a_plain_fact_is_held_by_any_text() -> None:
    assert held("Who pays?", "Words of any kind.")


def test_what_is_counted_by_an_unknown_name_in_the_other_language_is_held_by_any_number() -> None:
    assert held("Combien de zorglubs sont inclus ?", "up to 10 mailboxes are included")
    assert not held("Combien de zorglubs sont inclus ?", "mailboxes are included")
    assert not held("How many zorglubs are included?", "up to 10 mailboxes are included")
