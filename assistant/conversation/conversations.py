"""Conversations kept: SQLite in one file of the home, beside the library.

An answer is kept whole, as its JSON form; a citation in it is a span of a document, so it means the same after a reindex. The file
holds what was asked and quoted: it is as confidential as the library.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from assistant.answer import Answer
from assistant.citing.answer_form import answer_from_json
from assistant.errors import AssistantError
from assistant.rewrite import Turn
from assistant.state_file import opened
from ingest.words import fold

FILE = "conversations.sqlite"
LONGEST_TITLE = 80  # characters of the first question that name a conversation

_SCHEMA = """
create table if not exists conversation (
    id integer primary key autoincrement, title text not null, contract text, begun text not null, spoken text not null
);
create table if not exists exchange (
    conversation integer not null references conversation (id) on delete cascade,
    number integer not null, asked text not null, answer text not null, folded text not null,
    primary key (conversation, number)
);
"""


class UnknownConversation(AssistantError):
    """No conversation goes by that number."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question with its answer, and when it was asked (ISO 8601, UTC)."""

    asked: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Summary:
    """A conversation in a list: ``begun`` and ``spoken`` (last) in ISO 8601, UTC."""

    id: int
    title: str
    contract: str | None
    begun: str
    spoken: str
    exchanges: int


@dataclass(frozen=True, slots=True)
class Conversation:
    """A conversation with all its exchanges, oldest first."""

    summary: Summary
    exchanges: tuple[Exchange, ...]

    def turns(self) -> tuple[Turn, ...]:
        """The exchanges as the history of the next question."""
        return tuple(
            turn
            for exchange in self.exchanges
            for turn in (Turn("user", exchange.answer.question), Turn("assistant", exchange.answer.text))
        )


class Conversations:
    """The conversations of a home. Nothing is made before the first is kept.

    Args:
        home: the folder of all state.
    """

    def __init__(self, home: Path) -> None:
        self._path = home / FILE

    def keep(self, answer: Answer, conversation: int | None = None) -> int:
        """Keep an answer at the end of a conversation, of a new one when None; the conversation's number.

        Raises:
            UnknownConversation: no conversation has that number.
            AssistantError: the file cannot be written.
        """
        now = datetime.now(UTC).isoformat(timespec="seconds")
        with self._opened(write=True) as file:
            number = conversation if conversation is not None else self._begin(file, answer, now)
            spoken = file.execute("update conversation set spoken = ? where id = ?", (now, number))
            if spoken.rowcount == 0:
                raise _unknown(number)
            (held,) = file.execute("select count(*) from exchange where conversation = ?", (number,)).fetchone()
            file.execute(
                "insert into exchange values (?, ?, ?, ?, ?)",
                (number, held + 1, now, json.dumps(answer.to_json(), ensure_ascii=False), _searchable(answer)),
            )
        return number

    def all(self) -> list[Summary]:
        """Every conversation, the one last spoken in first."""
        if not self._path.exists():
            return []
        with self._opened() as file:
            rows = file.execute(
                "select c.id, c.title, c.contract, c.begun, c.spoken, "
                "(select count(*) from exchange e where e.conversation = c.id) "
                "from conversation c order by c.spoken desc, c.id desc"
            ).fetchall()
        return [Summary(*row) for row in rows]

    def find(self, words: str) -> list[Summary]:
        """The conversations with an exchange in which all the words stand, whatever their case and accents."""
        wanted = fold(words).split()
        if not self._path.exists():
            return []
        with self._opened() as file:
            rows = file.execute("select conversation, folded from exchange").fetchall()
        having = {conversation for conversation, folded in rows if all(word in folded for word in wanted)}
        return [summary for summary in self.all() if summary.id in having]

    def get(self, number: int) -> Conversation:
        """The conversation with all its exchanges.

        Raises:
            UnknownConversation: no conversation has that number.
        """
        summary = next((each for each in self.all() if each.id == number), None)
        if summary is None:
            raise _unknown(number)
        with self._opened() as file:
            rows = file.execute(
                "select asked, answer from exchange where conversation = ? order by number", (number,)
            ).fetchall()
        return Conversation(summary, tuple(Exchange(asked, answer_from_json(json.loads(a))) for asked, a in rows))

    def remove(self, number: int) -> None:
        """Forget a conversation.

        Raises:
            UnknownConversation: no conversation has that number.
        """
        with self._opened(write=True) as file:
            if file.execute("delete from conversation where id = ?", (number,)).rowcount == 0:
                raise _unknown(number)

    def _begin(self, file: sqlite3.Connection, answer: Answer, now: str) -> int:
        title = answer.question if len(answer.question) <= LONGEST_TITLE else f"{answer.question[:LONGEST_TITLE]}…"
        made = file.execute(
            "insert into conversation (title, contract, begun, spoken) values (?, ?, ?, ?)",
            (title, answer.contract, now, now),
        )
        return int(made.lastrowid or 0)

    def _opened(self, write: bool = False) -> AbstractContextManager[sqlite3.Connection]:
        return opened(self._path, _SCHEMA, "conversations", write)


def _unknown(number: int) -> UnknownConversation:
    return UnknownConversation(
        f"expected the number of a conversation, got {number}, which there is not; `clausier conversations` lists them"
    )


def _searchable(answer: Answer) -> str:
    return fold(f"{answer.question}\n{answer.text}")
