"""What a question means in its conversation: how it is read, of which contract and of which day it is asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.asked.asked_day import read_day, resolved, says_day_alone
from assistant.asked.clause_topics import as_question
from assistant.asked.follow_up import without_opening
from assistant.asked.question import LONGEST_QUESTION, Part, Question, read_question
from assistant.asked.small_talk import SmallTalk, language_of, read_small_talk
from assistant.family.in_force import today
from assistant.naming.nameless import nameless
from assistant.naming.resolve import Resolution, Resolver
from assistant.rewrite import LONGEST_FOLLOW_UP, Read, Turn, standalone
from assistant.wording.spoken_language import language_in_talk

_DANGLING = re.compile(r"(?<!\s)\s++(?:at|of|for|from|with|to|by|chez|de|à|avec|pour|par)\s*(?=[?.!]|$)", re.IGNORECASE)
FOLLOW_UP_WEIGHT = 2.0  # of a follow-up's own words, against those of the question that it leans on (docs/retrieval.md)


@dataclass(frozen=True, slots=True)
class Said:
    """A question as typed, and as it is searched; ``read`` is how the one became the other."""

    question: Question
    searched: Question
    read: Read
    small_talk: SmallTalk | None = None

    @property
    def leans(self) -> bool:
        """Whether it is read with what was asked before."""
        return bool(self.read.chain)


class Talk:
    """Understands what is said in a conversation.

    Args:
        resolver: tells which contract is meant.
    """

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver

    def read(self, text: str, history: Sequence[Turn]) -> Said:
        """The question, and what is to be searched for it.

        Args:
            text: as typed.
            history: earlier turns, oldest first.

        Raises:
            BadQuestion: the question is empty or too long.
        """
        question = read_question(text)
        talk = read_small_talk(question.text)
        read = standalone(question.text, history, self._says_place_alone)
        earlier = [*read.before, *filter(None, [read.root]), *read.chain[:-1]]
        spoken = (
            read.language or (language_of(question.text) if talk else None) or language_in_talk(question.text, earlier)
        )
        question = replace(question, language=spoken)
        if not read.chain or len(read.text) > LONGEST_QUESTION:
            topic = as_question(question.text, spoken)
            searched = question if topic == question.text else replace(read_question(topic), language=spoken)
            return Said(question, searched, replace(read, text=question.text), talk)
        searched = read_question(read.text)
        return Said(question, replace(searched, parts=_parts(read, earlier)), read, talk)

    def resolution(self, said: Said, selected: str | None) -> Resolution:
        """The contract that is meant: the one selected or named before, unless the conversation has turned to another since.

        Args:
            said: the question, read.
            selected: the contract that the caller chose, if any.

        Raises:
            UnknownContract: no contract goes by the name selected.
        """
        read = said.read
        first = read.root or said.question.text
        resolution = self._resolver.resolve(_short(first), selected, [_short(each) for each in read.before])
        settled = resolution
        for each in read.chain or ([said.question.text] if read.before else []):
            turned = self._resolver.moved(resolution, _short(each))
            if (
                turned is resolution and len(turned.contracts) > 1
            ):  # asked back which, and not told: it is the one before that again
                turned = self._resolver.moved(settled, _short(each))
            resolution = turned
            settled = turned if len(turned.contracts) == 1 else settled
        return self._resolver.of_each(resolution, said.searched.text, said.searched.language)

    def day(self, said: Said, changes: Sequence[tuple[date, int | None]]) -> date | None:
        """The day that the conversation asks about, None where it asks about none.

        Args:
            said: the question, read.
            changes: the day on which each amendment of the contract takes effect, with its number where it has one.
        """
        told = [said.question.text, *reversed(said.read.chain[:-1]), *filter(None, [said.read.root])]
        days = (read_day(each[:LONGEST_FOLLOW_UP]) for each in told)
        asked = next((day for day in days if day is not None), None)
        return resolved(asked, changes, today()) if asked is not None else None

    def named_besides(self, said: Said, contract: str) -> tuple[str, ...]:
        """The names of contracts that the question names besides the one that answers it (`Resolver.named_besides`)."""
        return self._resolver.named_besides(_short(said.question.text), contract)

    def without_other_names(self, question: Question, contract: str) -> Question:
        """The question without the names of contracts that it is not asked of any more."""

        def is_other(word: str) -> bool:
            return self._resolver.is_elsewhere(word, contract)

        def left(text: str) -> str:
            return _DANGLING.sub("", nameless(text, is_other))

        parts = tuple(replace(part, text=left(part.text)) for part in question.parts)
        return replace(question, text=left(question.text), parts=parts)

    def _says_place_alone(self, part: str) -> bool:
        """Whether a part of a question does nothing but name a day or a contract."""
        return says_day_alone(part) or self._resolver.says_contract_alone(without_opening(part))


def _parts(read: Read, earlier: Sequence[str]) -> tuple[Part, ...]:
    """What a follow-up is searched by: its own words before those of the question that it leans on, each in its language."""
    weighed = ((read.kept, 1.0), (read.said, FOLLOW_UP_WEIGHT))
    return tuple(Part(text, language_in_talk(text, earlier), weight) for text, weight in weighed if text)


def _short(text: str) -> str:
    return text[:LONGEST_QUESTION]
