"""The checks of a sentence beside its source, by name (what each catches is tested beside the module that it rests on)."""

from __future__ import annotations

import pytest

from assistant.ground import faults, objections
from assistant.proof import checks
from assistant.proof.fault import Fault
from assistant.proof.reading import Reading
from assistant.wording.lexicon import Lexicon

LEXICON = Lexicon.load()


def test_a_sentence_beside_its_own_words_has_no_objection() -> None:
    words = "The Supplier shall answer."
    same = {"supplier": frozenset({"supplier"}), "answer": frozenset({"answer"})}
    reading = Reading(words, words, words, same, "en", "en")
    assert checks.objections(checks.Beside(reading, [words], words, words), LEXICON) == {}


@pytest.mark.parametrize(
    ("statement", "check", "fault"),
    [
        ("The Supplier shall answer within 5 hours.", "figure", Fault.FIGURE),
        ("The Supplier need not answer within 4 hours.", "denied", Fault.NEGATION),
        ("The Supplier shall answer within 4 hours of payment.", "event", Fault.PERIOD),
    ],
)
def test_each_objection_goes_by_the_name_of_its_check(statement: str, check: str, fault: Fault) -> None:
    quote = "The Supplier shall answer each call within 4 hours of receipt of the call."
    found = objections(statement, [quote], LEXICON)
    assert found[check] is fault
    assert faults(statement, [quote], LEXICON) == list(dict.fromkeys(found.values()))


def test_words_that_are_no_quote_are_an_objection_of_their_own() -> None:
    assert objections("The fee is due.", [" "], LEXICON) == {"no quote": Fault.NO_QUOTE}
