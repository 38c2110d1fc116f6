"""A file of questions answered in order: one JSON object a line in, one a line out."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TextIO

from assistant.errors import AssistantError, BadQuestion
from assistant.rewrite import Turn
from ingest.errors import IngestError

if TYPE_CHECKING:
    from assistant.answer import Answer

_log = logging.getLogger(__name__)
_ROLES = ("user", "assistant")
_FORM = '{"id", "question", "contract", "history"}'
_BOM = b"\xef\xbb\xbf"


class Answering(Protocol):
    """The part of `assistant.chat.Assistant` that a batch needs."""

    def ask(self, question: str, contract: str | None = None, history: Sequence[Turn] = ()) -> Answer:
        """Answer a question, as `assistant.chat.Assistant.ask` does."""
        ...


@dataclass(frozen=True, slots=True)
class Request:
    """One question of a file: the id that its answer will carry, the contract or None, and the turns before it."""

    id: str | int | None
    question: str
    contract: str | None = None
    history: tuple[Turn, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """What became of one line: an answer, or else the sentence that says why there is none."""

    id: str | int | None
    question: str
    answer: Answer | None = None
    error: str | None = None

    def to_json(self) -> dict[str, Any]:
        """The line out: the answer with its id, or ``{"id", "error"}``."""
        if self.answer is None:
            return {"id": self.id, "error": self.error}
        return {"id": self.id, **self.answer.to_json()}


def read_lines(source: Path) -> list[bytes]:
    """The lines of a file of questions, empty ones left out; a line is not looked at until it is answered.

    Raises:
        AssistantError: when the file cannot be read.
    """
    try:
        content = source.read_bytes()
    except OSError as error:
        raise AssistantError(
            f"expected to read questions from {source}, got: {error.strerror}; check the path"
        ) from error
    return [line for line in content.removeprefix(_BOM).split(b"\n") if line.strip()]


def answer_lines(lines: Iterable[bytes], assistant: Answering, contract: str | None = None) -> Iterator[Reply]:
    """One reply a line, in order; a line that fails gives its error and the next one is taken up.

    Args:
        lines: the questions, each the JSON object ``{"id", "question", "contract", "history"}`` in UTF-8.
        assistant: who answers.
        contract: asked where a line names no contract; None leaves it to the question.
    """
    for number, line in enumerate(lines, start=1):
        yield _answer_line(number, line, assistant, contract)


def _answer_line(number: int, line: bytes, assistant: Answering, contract: str | None) -> Reply:
    fields: dict[str, Any] = {}
    question = ""
    try:
        fields = _parse(line)
        request = _request(fields)
        question = request.question
        answer = assistant.ask(question, request.contract or contract, request.history)
    except (AssistantError, IngestError) as error:
        return Reply(_id_of(fields), question, error=f"question {number}: {error}")
    except Exception as error:  # a fault of ours in one question is told in its line and must not cost the others
        _log.exception("question %d failed", number)
        return Reply(_id_of(fields), question, error=f"question {number}: {type(error).__name__}: {error}")
    return Reply(request.id, question, answer)


def _parse(line: bytes) -> dict[str, Any]:
    try:
        fields = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise BadQuestion(f"expected a JSON object {_FORM} in UTF-8, got something else: {error}") from error
    if not isinstance(fields, dict):
        raise BadQuestion(f"expected a JSON object {_FORM}, got a {type(fields).__name__}")
    return fields


def _request(fields: dict[str, Any]) -> Request:
    question, contract, history = fields.get("question"), fields.get("contract"), fields.get("history")
    if not isinstance(question, str):
        raise BadQuestion(f'expected "question" to be a text, got {_shown(question)}')
    if not isinstance(contract, str | None):
        raise BadQuestion(f'expected "contract" to be a name or null, got {_shown(contract)}')
    if not isinstance(history, list | None):
        raise BadQuestion(f'expected "history" to be a list of turns, got {_shown(history)}')
    given = fields.get("id")
    if given != _id_of(fields):
        raise BadQuestion(f'expected "id" to be a text or a whole number, got {_shown(given)}')
    return Request(_id_of(fields), question, contract, tuple(_turn(turn) for turn in history or ()))


def _turn(turn: object) -> Turn:
    if isinstance(turn, dict) and turn.get("role") in _ROLES and isinstance(turn.get("content"), str):
        return Turn(turn["role"], turn["content"])
    raise BadQuestion(
        f'expected a turn of "history" to be {{"role": "user" or "assistant", "content": a text}}, got {_shown(turn)}'
    )


def _id_of(fields: dict[str, Any]) -> str | int | None:
    """The line's id where it is one: anything else could not be written back as it came."""
    given = fields.get("id")
    return given if isinstance(given, str | int) and not isinstance(given, bool) else None


def _shown(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else f"{text[:60]}…"


@contextmanager
def open_target(target: Path, source: Path) -> Iterator[TextIO]:
    """The file that takes the answers, emptied.

    Raises:
        AssistantError: when it cannot be written, while open too, or is the file of the questions itself.
    """
    if target.exists() and target.samefile(source):
        raise AssistantError(f"expected another file than {source} for the answers: they would replace the questions")
    try:
        with target.open("w", encoding="utf-8", errors="backslashreplace") as stream:
            yield stream
    except OSError as error:
        raise AssistantError(f"expected to write answers to {target}, got: {error.strerror}") from error
