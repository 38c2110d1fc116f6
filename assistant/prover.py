"""What a sentence that a model wrote must pass before it is shown as fact: the checks, and a second reader where one is configured."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from assistant.ground import Fault, faults, is_copied
from assistant.injection import speaks_to_machine
from assistant.lexicon import Lexicon


class SecondReader(Protocol):
    """A model of natural language inference, such as `assistant.entailment.Entailment`."""

    name: str

    def entails(self, premise: str, hypothesis: str) -> bool | None:
        """Whether the premise entails the hypothesis; None when it cannot be told."""
        ...


class Prover:
    """Proves sentences against their quotes.

    The checks (`assistant.ground`) come first, and what they object to stays unproven, with one exception: a sentence in other
    words than its quotes', and with no other fault, is borne out when the second reader finds that the quotes entail it. What
    the checks let pass is withheld when the second reader finds that the quotes do not entail it.

    Args:
        lexicon: for the proof across languages.
        second_reader: the model; None for the checks alone.
    """

    def __init__(self, lexicon: Lexicon, second_reader: SecondReader | None = None) -> None:
        self._lexicon = lexicon
        self._second_reader = second_reader
        self.name = "clausier checks" + (f" and {second_reader.name}" if second_reader else "")

    def faults(self, sentence: str, quotes: Sequence[str], places: Sequence[str] = ()) -> list[Fault]:
        """What speaks against the sentence, as `assistant.ground.faults` tells it; empty when it is borne out."""
        found = faults(sentence, quotes, self._lexicon, places)
        if self._second_reader is None or set(found) - {Fault.COVERAGE} or is_copied(sentence, quotes):
            return found
        premise = "\n".join(quote for quote in quotes if not speaks_to_machine(quote))
        entailed = self._second_reader.entails(premise, sentence)
        if entailed is None:
            return found
        return [] if entailed else [*found, Fault.ENTAILMENT]

    def supports(self, sentence: str, quotes: Sequence[str]) -> bool:
        """Whether the quotes bear the sentence out."""
        return not self.faults(sentence, quotes)
