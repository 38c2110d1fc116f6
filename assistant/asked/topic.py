"""A topic that most contracts have a clause on: what names it in a question, and what states it in a text. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.words import fold

LONGEST_READ = 2_000  # characters of a text; a sentence or a passage is shorter
CONTRACT = r"(?:(?:this|the|our|your|present) )?(?:\w+ ){0,2}?(?:contract|agreement)"
CONTRAT = r"(?:(?:le |ce |du |notre |present )*)(?:contrat|accord)"
"""Patterns for the contract as questions call it, over folded texts."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic: what names it, what states it, what looks like it and is none, and what states it of a part only; over folded texts.

    ``asks`` is the question that the bare topic stands for, by language, empty where its own words find its clauses; ``in_order`` is
    whether of several sentences of one clause that state it the first is the rule, and the others are what follows from it;
    ``needed`` is whether a contract without such a sentence does not answer.
    """

    name: str
    named: re.Pattern[str]
    states: re.Pattern[str]
    denies: re.Pattern[str] | None = None
    partly: re.Pattern[str] | None = None
    asks: tuple[str, str] = ("", "")
    in_order: bool = False
    needed: bool = True

    def is_stated(self, text: str) -> bool:
        """Whether a text states what the topic asks for."""
        folded = folded_words(text)
        return bool(self.states.search(folded)) and not (self.denies and self.denies.search(folded))

    def is_partly(self, text: str) -> bool:
        """Whether a text that states it does so of a part, or as an exception: "for breach of clause 12", "par dérogation"."""
        return self.partly is not None and bool(self.partly.search(folded_words(text)))


def folded_words(text: str) -> str:
    """The beginning of a text, folded, its words one blank apart."""
    return " ".join(fold(text[:LONGEST_READ]).split())
