"""What a language model replies, as it comes: sentences, each with the numbers of the quotes that it cites.

A model that can give structured output is asked for it (LangChain's model profiles tell which can); any other writes lines with
marks, "[2]". Both become the same sentences here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from assistant.errors import ModelUnreached
from ingest.document import Span
from ingest.sentences import sentences

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

LONGEST_REPLY = 6_000  # characters; a model that goes on beyond is cut off
_CITED = re.compile(r"\[(\d{1,3})\]")
_MARKS_AFTER = re.compile(r"([.!?])\s*((?:\[\d{1,3}\]\s*)+)")
_MARKS_ONLY = re.compile(r"(?:\[\d{1,3}\][\s,;.]*)+")
_SCHEMA = {
    "title": "Sentences",
    "description": "The answer, one short sentence an item.",
    "type": "object",
    "properties": {
        "sentences": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "text": {"type": "string", "description": "One sentence, without marks."},
                    "quotes": {
                        "type": "array",
                        "items": {"type": "integer"},
                        "description": "The numbers of the quotes that it rests on.",
                    },
                },
                "required": ["text", "quotes"],
            },
        }
    },
    "required": ["sentences"],
}


@dataclass(frozen=True, slots=True)
class Written:
    """A sentence that a model wrote, without its marks, and the numbers of the quotes that it cites, each once."""

    text: str
    cited: tuple[int, ...]


def reply(model: BaseChatModel, prompt: str) -> Iterator[Written]:
    """The sentences of the model's reply to a prompt, each as soon as it is whole.

    Args:
        model: any LangChain chat model.
        prompt: asks for sentences that cite quotes.

    Raises:
        ModelUnreached: when the model cannot be reached, times out, refuses, or breaks off.
    """
    lines = _structured(model, prompt) if _gives_structure(model) else _lines(_stream(model, prompt))
    pending: Written | None = None
    for line in _telling_failures(lines):
        if pending is not None and not pending.cited and _MARKS_ONLY.fullmatch(line.strip()):
            pending = Written(pending.text, _numbers(line))  # the marks stand on a line of their own
            continue
        for sentence in _sentences(line):
            if pending is not None:
                yield pending
            pending = sentence
            if pending.cited:
                yield pending
                pending = None
    if pending is not None:
        yield pending


def _gives_structure(model: BaseChatModel) -> bool:
    profile: Any = model.profile or {}
    return bool(profile.get("structured_output"))


def _structured(model: BaseChatModel, prompt: str) -> Iterator[str]:
    """Lines with marks, from the sentences of a structured reply; the last one is whole only when the reply is."""
    done = 0
    told: list[Any] = []
    for partial in model.with_structured_output(_SCHEMA).stream(prompt):
        items = partial.get("sentences") if isinstance(partial, dict) else None
        told = items if isinstance(items, list) else told
        yield from map(_marked, told[done : max(done, len(told) - 1)])
        done = max(done, len(told) - 1)
    yield from map(_marked, told[done:])


def _marked(item: Any) -> str:
    """An item of a structured reply as a line with marks; what is no such item is an empty line."""
    text, cited = (item.get("text"), item.get("quotes")) if isinstance(item, dict) else (None, None)
    if not isinstance(text, str) or not isinstance(cited, list):
        return ""
    return " ".join(_CITED.sub("", text).split()) + "".join(f" [{n}]" for n in cited if isinstance(n, int))


def _stream(model: BaseChatModel, prompt: str) -> Iterator[str]:
    length = 0
    for chunk in model.stream(prompt):
        text = str(chunk.text)
        length += len(text)
        yield text
        if length > LONGEST_REPLY:
            return


def _telling_failures(lines: Iterator[str]) -> Iterator[str]:
    try:
        yield from lines
    except (
        Exception
    ) as error:  # providers raise what they like, and put into their messages what they were sent, a key even
        raise ModelUnreached(
            f"the language model failed ({type(error).__name__}); the contract's own words are shown instead."
        ) from None


def _lines(pieces: Iterator[str]) -> Iterator[str]:
    pending = ""
    for piece in pieces:
        pending += piece
        *done, pending = pending.split("\n")
        yield from done
    if pending:
        yield pending


def _sentences(line: str) -> Iterator[Written]:
    """The sentences of a line, each with the marks that stand in it or right after it: a mark vouches for one sentence."""
    closed = _MARKS_AFTER.sub(r" \2\1 ", line)
    for span in sentences(closed, Span(0, len(closed))):
        written = span.of(closed)
        text = " ".join(_CITED.sub("", written).split()).strip(" -*•")
        if any(c.isalpha() for c in text) and not text.endswith("?"):  # a question states nothing
            yield Written(re.sub(r"\s+([.,;])", r"\1", text), _numbers(written))


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(n) for n in dict.fromkeys(_CITED.findall(text)))
