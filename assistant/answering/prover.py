"""What a sentence that a model wrote must pass before it is shown as fact: the checks, and a second reader where one is configured."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from assistant.ground import faults, is_copied
from assistant.proof.fault import Fault
from assistant.proof.focus import parts
from assistant.proof.overlap import coverage
from assistant.wording.injection import speaks_to_machine
from assistant.wording.lexicon import Lexicon
from assistant.wording.plain_wording import plainly

NEAR_WORDS = 0.75  # share of a sentence's words from which it is about its quotes, whatever their meanings
FAR_BELOW = 0.59  # cosine under which a sentence that has fewer of the words is about something else
NEAR_FROM = 0.71  # cosine from which a sentence in other words is about its quotes all the same
"""The three were set on the labelled pairs not held back and the first fresh batch (docs/grounding.md), for the built-in embedder."""


class SecondReader(Protocol):
    """A model of natural language inference, such as `assistant.proof.entailment.Entailment`."""

    name: str

    def entails(self, premise: str, hypothesis: str) -> bool | None:
        """Whether the premise entails the hypothesis; None when it cannot be told."""
        ...


class Likeness(Protocol):
    """The part of `assistant.retrieval.nearness.Nearness` that is used."""

    def between(self, sentence: str, pieces: Sequence[str]) -> list[float]:
        """The cosine of a sentence with each piece of text."""
        ...


class Prover:
    """Proves sentences against their quotes.

    The checks (`assistant.ground`) come first, and what they object to stays unproven, with one exception: a sentence in other
    words than its quotes', and with no other fault, is borne out when its meaning lies near theirs, or when the second reader
    finds that they entail it. What the checks let pass is withheld when it shares few words with its quotes and its meaning
    lies far from theirs, and when the second reader finds that they do not entail it. Nearness is never enough: it tells
    what a sentence is about, and not whether it is so.

    Args:
        lexicon: for the proof across languages.
        likeness: compares meanings; None for the words alone.
        second_reader: a model of natural language inference; None for none.
    """

    def __init__(
        self, lexicon: Lexicon, likeness: Likeness | None = None, second_reader: SecondReader | None = None
    ) -> None:
        self._lexicon = lexicon
        self._likeness = likeness
        self._second_reader = second_reader
        self.name = "clausier checks" + (f" and {second_reader.name}" if second_reader else "")

    def faults(self, sentence: str, quotes: Sequence[str], places: Sequence[str] = ()) -> list[Fault]:
        """What speaks against the sentence, as `assistant.ground.faults` tells it; empty when it is borne out."""
        found = faults(sentence, quotes, self._lexicon, places)
        if set(found) - {Fault.COVERAGE} or is_copied(sentence, quotes):
            return found
        sound = [quote for quote in quotes if not speaks_to_machine(quote)]
        found = self._by_meaning(sentence, sound, found)
        entailed = self._second_reader.entails("\n".join(sound), sentence) if self._second_reader else None
        if entailed is None:
            return found
        return [] if entailed else [*found, Fault.ENTAILMENT]

    def _by_meaning(self, sentence: str, quotes: Sequence[str], found: list[Fault]) -> list[Fault]:
        """What is left to object to, or added, once the meanings are compared: the whole of the quotes, and each part of one."""
        if self._likeness is None:
            return found
        if not found and coverage(plainly(sentence), plainly("\n".join(quotes)), self._lexicon) >= NEAR_WORDS:
            return found
        if self._lies_near(self._likeness, sentence, quotes, NEAR_FROM if found else FAR_BELOW):
            return []
        return found or [Fault.COVERAGE]

    def _lies_near(self, likeness: Likeness, sentence: str, quotes: Sequence[str], least: float) -> bool:
        """Whether the whole of the quotes, or else a part of one, has that cosine with the sentence; parts are read only if needed."""
        whole = "\n".join(quotes)
        if max(likeness.between(sentence, [whole])) >= least:
            return True
        pieces = list(dict.fromkeys(part.strip() for quote in quotes for part in parts(quote) if part.strip()))
        return bool(pieces) and pieces != [whole.strip()] and max(likeness.between(sentence, pieces)) >= least

    def supports(self, sentence: str, quotes: Sequence[str]) -> bool:
        """Whether the quotes bear the sentence out."""
        return not self.faults(sentence, quotes)
