"""Quizzes taken together and alone: rooms with a code to share, the answers given in them, and what each learner has mastered.

SQLite in one file of the home. It holds quotes of contracts: it is as confidential as the library.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
import sqlite3
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from assistant.errors import AssistantError
from assistant.learning.quiz import QuizQuestion
from assistant.state_file import opened

FILE = "classroom.sqlite"
CODE_LENGTH = 6
LONGEST_NAME = 40
MOST_LEARNERS = 200
"""Learners of one room."""
_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # none that is taken for another when read aloud or from a wall

_SCHEMA = """
create table if not exists room (
    code text primary key, contract text not null, language text not null, questions text not null, key text not null,
    opened text not null, closed text not null default ''
);
create table if not exists learner (
    code text not null references room (code) on delete cascade, name text not null, key text not null,
    primary key (code, name)
);
create table if not exists given (
    code text not null, name text not null, number integer not null, choice integer not null, at text not null,
    primary key (code, name, number), foreign key (code, name) references learner (code, name) on delete cascade
);
create table if not exists progress (
    learner text not null, contract text not null, topic text not null, asked integer not null, right integer not null,
    primary key (learner, contract, topic)
);
"""


class ClassroomError(AssistantError):
    """A room cannot be entered, or an answer cannot be given, as asked."""


@dataclass(frozen=True, slots=True)
class Room:
    """A quiz that is taken together. ``opened`` is ISO 8601 in UTC; ``open`` until its trainer closes it."""

    code: str
    contract: str
    language: str
    questions: tuple[QuizQuestion, ...]
    opened: str
    open: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """How a question was answered: how many chose each option (for true or false: false, then true), and how many were right."""

    number: int
    chosen: tuple[int, ...]
    right: int

    @property
    def answered(self) -> int:
        """How many have answered."""
        return sum(self.chosen)


@dataclass(frozen=True, slots=True)
class Mastery:
    """How a learner fares with a topic of a contract."""

    contract: str
    topic: str
    asked: int
    right: int


class Classroom:
    """The rooms and the progress of a home. Nothing is made before the first is kept.

    Args:
        home: the folder of all state.
    """

    def __init__(self, home: Path) -> None:
        self._path = home / FILE

    def open_room(self, contract: str, questions: Sequence[QuizQuestion], language: str) -> tuple[Room, str]:
        """Open a room for a quiz; the room, and the key with which its trainer sees the results."""
        key = secrets.token_urlsafe(16)
        asked = json.dumps([question.to_json() for question in questions], ensure_ascii=False)
        with self._opened(write=True) as file:
            code = self._free_code(file)
            file.execute(
                "insert into room (code, contract, language, questions, key, opened) values (?, ?, ?, ?, ?, ?)",
                (code, contract, language, asked, _hash(key), _now()),
            )
        return self.room(code), key

    def room(self, code: str) -> Room:
        """The room of a code, however its letters are typed.

        Raises:
            ClassroomError: there is none.
        """
        wanted = _code(code)
        with self._opened() as file:
            row = file.execute(
                "select code, contract, language, questions, opened, closed from room where code = ?", (wanted,)
            ).fetchone()
        if row is None:
            raise ClassroomError(f"expected the code of a session, got {code.strip()[:20]!r}; ask the trainer for it")
        questions = tuple(QuizQuestion.from_json(each) for each in json.loads(row[3]))
        return Room(row[0], row[1], row[2], questions, row[4], not row[5])

    def join(self, code: str, name: str) -> str:
        """Enter a room under a name; the key with which this learner answers.

        Raises:
            ClassroomError: no such room, it is closed or full, or the name is empty, too long or taken.
        """
        room, called = self.room(code), " ".join(name.split())
        if not 0 < len(called) <= LONGEST_NAME:
            raise ClassroomError(
                f"expected a name of 1 to {LONGEST_NAME} characters, got {len(called)}; choose another"
            )
        if not room.open:
            raise ClassroomError("expected a session that is open, this one is closed; ask the trainer")
        key = secrets.token_urlsafe(16)
        with self._opened(write=True) as file:
            names = [row[0] for row in file.execute("select name from learner where code = ?", (room.code,))]
            if called.casefold() in {each.casefold() for each in names}:
                raise ClassroomError(f"expected a name that nobody in this session has, got {called!r}; choose another")
            if len(names) >= MOST_LEARNERS:
                raise ClassroomError(f"expected at most {MOST_LEARNERS} learners in a session; open a second one")
            file.execute("insert into learner values (?, ?, ?)", (room.code, called, _hash(key)))
        return key

    def give(self, code: str, name: str, key: str, number: int, choice: int) -> bool:
        """A learner's answer to a question; whether it is right. The first answer counts.

        Raises:
            ClassroomError: the room is closed, the learner is not in it, or there is no such question or option.
        """
        room, called = self.room(code), " ".join(name.split())
        if not room.open:
            raise ClassroomError("expected a session that is open, this one is closed; ask the trainer")
        if not 0 <= number < len(room.questions) or not 0 <= choice < _options(room.questions[number]):
            raise ClassroomError(f"expected one of the answers to question {number + 1}, got {choice}")
        self._check_learner(room.code, called, key)
        with self._opened(write=True) as file:
            file.execute(
                "insert or ignore into given values (?, ?, ?, ?, ?)", (room.code, called, number, choice, _now())
            )
            (kept,) = file.execute(
                "select choice from given where code = ? and name = ? and number = ?", (room.code, called, number)
            ).fetchone()
        return bool(kept == room.questions[number].right)

    def given(self, code: str, name: str, key: str) -> dict[int, int]:
        """What a learner has answered so far: the choice by the number of the question.

        Raises:
            ClassroomError: the learner is not in the room.
        """
        room, called = self.room(code), " ".join(name.split())
        self._check_learner(room.code, called, key)
        with self._opened() as file:
            rows = file.execute("select number, choice from given where code = ? and name = ?", (room.code, called))
            return {int(number): int(choice) for number, choice in rows}

    def results(self, code: str, key: str) -> tuple[list[str], list[Tally]]:
        """For the trainer: who is there, and how each question was answered.

        Raises:
            ClassroomError: no such room, or the key is not its trainer's.
        """
        room = self.room(code)
        self._check_trainer(room.code, key)
        with self._opened() as file:
            names = [
                row[0] for row in file.execute("select name from learner where code = ? order by rowid", (room.code,))
            ]
            given = file.execute("select number, choice from given where code = ?", (room.code,)).fetchall()
        return names, [_tally(number, question, given) for number, question in enumerate(room.questions)]

    def close_room(self, code: str, key: str) -> None:
        """Take no more answers.

        Raises:
            ClassroomError: no such room, or the key is not its trainer's.
        """
        room = self.room(code)
        self._check_trainer(room.code, key)
        with self._opened(write=True) as file:
            file.execute("update room set closed = ? where code = ?", (_now(), room.code))

    def record(self, learner: str, contract: str, topic: str, right: bool) -> None:
        """Count an answer towards a learner's progress."""
        with self._opened(write=True) as file:
            file.execute(
                "insert into progress values (?, ?, ?, 1, ?) on conflict (learner, contract, topic) "
                "do update set asked = asked + 1, right = right + excluded.right",
                (learner, contract, topic, int(right)),
            )

    def progress(self, learner: str) -> list[Mastery]:
        """How a learner fares, by contract and topic."""
        with self._opened() as file:
            rows = file.execute(
                "select contract, topic, asked, right from progress where learner = ? order by contract, topic",
                (learner,),
            ).fetchall()
        return [Mastery(*row) for row in rows]

    def _check_trainer(self, code: str, key: str) -> None:
        with self._opened() as file:
            (kept,) = file.execute("select key from room where code = ?", (code,)).fetchone()
        if not hmac.compare_digest(kept, _hash(key)):
            raise ClassroomError("expected the key of the session's trainer, got another; open the trainer's own link")

    def _check_learner(self, code: str, name: str, key: str) -> None:
        with self._opened() as file:
            row = file.execute("select key from learner where code = ? and name = ?", (code, name)).fetchone()
        if row is None or not hmac.compare_digest(row[0], _hash(key)):
            raise ClassroomError(f"expected a learner of this session, got {name!r}; join it with its code")

    def _free_code(self, file: sqlite3.Connection) -> str:
        while True:
            code = "".join(secrets.choice(_LETTERS) for _ in range(CODE_LENGTH))
            if file.execute("select 1 from room where code = ?", (code,)).fetchone() is None:
                return code

    def _opened(self, write: bool = False) -> AbstractContextManager[sqlite3.Connection]:
        return opened(self._path, _SCHEMA, "sessions", write)


def _options(question: QuizQuestion) -> int:
    return len(question.options) or 2


def _tally(number: int, question: QuizQuestion, given: Sequence[tuple[int, int]]) -> Tally:
    choices = [choice for at, choice in given if at == number]
    chosen = tuple(choices.count(option) for option in range(_options(question)))
    return Tally(number, chosen, choices.count(question.right))


def _code(typed: str) -> str:
    return "".join(letter for letter in typed.upper() if letter.isalnum())


def _hash(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
