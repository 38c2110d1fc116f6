"""The ways in which a sentence can fail the quotes that it rests on."""

from __future__ import annotations

from enum import StrEnum


class Fault(StrEnum):
    """The ways in which a sentence can fail its quotes."""

    NO_QUOTE = "no quote"  # or none that speaks to the parties (`assistant.wording.injection`)
    FIGURE = "figure"
    PERIOD = "period"
    NEGATION = "negation"
    FORCE = "force"
    EXCEPTION = "exception"
    NAME = "name"
    PARTY = "party"
    PLACE = "place"
    COVERAGE = "coverage"
    ENTAILMENT = "entailment"  # found by a model of natural language inference alone (`assistant.answering.prover`)
