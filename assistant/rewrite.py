"""Follow-up + history -> the question as it is searched. By rules; the words of the conversation are joined, and none invented but for what
"what if they don't?" asks for.

A follow-up ("and for a P2?", "no, I meant the resolution time", "is that capped?") is read with the last question that stood alone
(`assistant.asked.follow_up`), which it changes (`assistant.asked.followed`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from assistant.asked.choice import chooses, said_without_choices
from assistant.asked.follow_up import is_whole, language_wanted, leans
from assistant.asked.followed import Followed, clause_alone
from assistant.asked.small_talk import read_small_talk
from assistant.wording.near_miss import without_neighbour

LONGEST_FOLLOW_UP = 400  # characters; what is longer stands alone, and is leaned on by its beginning
MOST_FOLLOW_UPS = 12  # that are read with one question; where there are more, the earliest of them is taken for it


@dataclass(frozen=True, slots=True)
class Turn:
    """One utterance of a conversation."""

    role: Literal["user", "assistant"]
    content: str


@dataclass(frozen=True, slots=True)
class Read:
    """A question as it is read in its conversation.

    ``text`` is what is searched. ``root`` is the question that it leans on, empty where it stands alone; ``chain`` are the follow-ups
    since then, itself the last. ``before`` is what the user said before the root (before the question, where that stands alone), oldest
    first. ``kept`` and ``said`` are its words: those of the root that hold, and those of the follow-ups; empty where it stands alone.
    ``language`` is the one in which the answer was asked for, empty where it is that of the question. ``unsaid`` are the words of ``said``
    that no one said. ``choice`` is what chooses between two clauses that were asked back; the rest is then as it was for the question
    that they answered.
    """

    text: str
    root: str = ""
    chain: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    kept: str = ""
    said: str = ""
    language: str = ""
    unsaid: str = ""
    choice: str = ""

    def shown(self, searched: str) -> str:
        """What was searched, as its writer is shown it: without words that no one said."""
        return searched.replace(f" {self.unsaid}", "", 1) if self.unsaid else searched


def standalone(question: str, history: Sequence[Turn], elsewhere: Callable[[str], bool] = lambda _: False) -> Read:
    """The question as it can be searched alone.

    Args:
        question: as typed.
        history: earlier turns, oldest first.
        elsewhere: whether a part of a question does nothing but name another contract or another day ("and at Acme?"): it changes where
            and not what is searched.
    """
    turns = [(turn.role, turn.content.strip()) for turn in history if turn.content.strip()]
    if chooses(question, turns):
        return _chosen(question, history, elsewhere)
    earlier = said_without_choices(turns)
    earlier = [_beginning(said) for said in earlier if read_small_talk(said) is None]
    if not earlier or len(question) > LONGEST_FOLLOW_UP or read_small_talk(question) is not None:
        return Read(question, before=tuple(earlier))
    place = _root(earlier, elsewhere)
    if not _belongs(question, earlier[place], elsewhere):
        return Read(question, before=tuple(earlier))
    asked = Followed(earlier[place])
    chain = (*earlier[place + 1 :], question)
    for said in chain:
        asked.follow(said, elsewhere)
    wanted = next((w for w in map(language_wanted, reversed(chain)) if w), "")
    before = tuple(earlier[:place])
    return Read(asked.text(), earlier[place], chain, before, asked.kept(), asked.said(), wanted, asked.unsaid())


def _chosen(choice: str, history: Sequence[Turn], elsewhere: Callable[[str], bool]) -> Read:
    """The question that was asked back, once more, with what chooses between its two answers."""
    turns = [(turn.role, turn.content.strip()) for turn in history if turn.content.strip()]
    asked = said_without_choices(turns)
    place = max(
        (n for n, turn in enumerate(history) if turn.role == "user" and turn.content.strip() == asked[-1]), default=0
    )
    read = standalone(asked[-1], history[:place], elsewhere)
    root = read.root or read.text
    return replace(read, root=root, chain=(*read.chain, choice), kept=read.kept or read.text, choice=choice)


def _beginning(text: str) -> str:
    """A text, or its first words where it is too long to be leaned on as a whole."""
    if len(text) <= LONGEST_FOLLOW_UP:
        return text
    return text[:LONGEST_FOLLOW_UP].rpartition(" ")[0] or text[:LONGEST_FOLLOW_UP]


def _root(earlier: Sequence[str], elsewhere: Callable[[str], bool]) -> int:
    """The place of the last question that stood alone."""
    root = first = max(0, len(earlier) - 1 - MOST_FOLLOW_UPS)
    for n in range(first + 1, len(earlier)):
        if not _belongs(earlier[n], earlier[root], elsewhere):
            root = n
    return root


def _belongs(said: str, root: str, elsewhere: Callable[[str], bool]) -> bool:
    """Whether it is to be read with the question before it.

    So is a bare part of a question that names the neighbour of what was asked: "the resolution time", after a response time.
    """
    if leans(said) or elsewhere(said) or clause_alone(said, root) is not None:
        return True
    return not is_whole(said) and without_neighbour(root, said) is not None
