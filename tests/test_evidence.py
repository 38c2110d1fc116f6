from __future__ import annotations

import pytest

from assistant.asked.evidence import can_answer, holds
from assistant.asked.question import read_question


@pytest.mark.parametrize(
    ("question", "yes", "no"),
    [
        ("How long is the notice?", "Notice is ninety (90) days.", "Notice is given in writing."),
        ("Quel est le préavis ?", "Le préavis est de trois mois.", "Le préavis est donné par écrit."),
        ("How much is the yearly fee?", "The fee is 12,000 euros.", "The fee is paid in advance."),
        ("Who keeps the backups?", "The Provider shall keep the backups.", "Backups of the last week."),
        ("May they subcontract?", "The Provider shall not subcontract.", "Subcontracting and its forms."),
        ("What does “Incident” mean?", "“Incident” means an unplanned stop.", "An Incident was reported."),
    ],
)
def test_a_sentence_holds_what_is_asked_for(question: str, yes: str, no: str) -> None:
    asked = read_question(question)
    assert holds(asked, yes)
    assert not holds(asked, no)


def test_a_plain_fact_may_stand_in_any_sentence() -> None:
    assert holds(read_question("Tell me of the audits."), "Words of any kind.")


def test_without_a_figure_in_the_units_asked_for_nothing_can_answer() -> None:
    asked = read_question("What percentage is the uptime?")
    assert can_answer(asked, ["The platform is watched.", "It is up 99.9 % of the month."])
    assert not can_answer(asked, ["The platform is watched.", "It is up 30 days a month."])
    assert can_answer(read_question("Tell me of the audits."), [])


def test_the_cases_in_which_something_may_be_done_are_a_permission_with_its_condition() -> None:
    for asked in (
        "What are the grounds for termination?",
        "Dans quels cas peut-on résilier ?",
        "quelles sont les causes de résiliation ?",
    ):
        question = read_question(asked)
        assert holds(question, "Either party may terminate if the other becomes insolvent.")
        assert holds(question, "Le Client peut résilier le contrat en cas de retard.")
        assert not holds(question, "On termination the Provider shall return the data.")
