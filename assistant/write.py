"""An answer with a language model: it writes sentences that cite quotes, and each is proven before it is shown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import prompts
from assistant.answer import Citation, Statement, Verdict
from assistant.errors import ModelError
from assistant.ground import faults
from assistant.lexicon import Lexicon
from assistant.question import Question
from ingest.document import Span
from ingest.sentences import sentences

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

NOT_IN_CONTRACT = "NOT IN CONTRACT"
"""What the model writes when the quotes do not answer: the same symbol in the prompt, here and in the tests."""

MOST_SENTENCES = 6
LONGEST_REPLY = 6_000  # characters; a model that goes on beyond is cut off
_CITED = re.compile(r"\[(\d{1,3})\]")
_MARKS_AFTER = re.compile(r"([.!?])\s*((?:\[\d{1,3}\]\s*)+)")
_LANGUAGES = {"en": "English", "fr": "French"}


def write(
    model: BaseChatModel, question: Question, quotes: Sequence[Statement], lexicon: Lexicon
) -> Iterator[Statement]:
    """The model's sentences as statements, each as soon as it is proven or withheld; none when the model abstains.

    Args:
        model: any LangChain chat model.
        question: as read.
        quotes: the quoted statements that it may rest on, best first.
        lexicon: for the proof across languages.

    Raises:
        ModelError: when the model cannot be reached, times out, or replies with nothing that cites a quote.
    """
    reply = ""
    shown = 0
    for line in _lines(_stream(model, _prompt(question, quotes))):
        reply += line
        if NOT_IN_CONTRACT in line:
            return
        for sentence in _sentences(line):
            statement = _proven(sentence, quotes, lexicon)
            if statement is not None:
                shown += 1
                yield statement
            if shown == MOST_SENTENCES:
                return
    if not shown:
        raise ModelError(
            f"expected sentences that cite quotes, got {reply[:80]!r}; the contract's own words are shown instead."
        )


def _prompt(question: Question, quotes: Sequence[Statement]) -> str:
    fenced = "\n".join(f"[{n}] {_fenced(quote.text)}" for n, quote in enumerate(quotes, 1))
    return prompts.load(
        "answer",
        language=_LANGUAGES.get(question.language, "English"),
        abstention=NOT_IN_CONTRACT,
        quotes=fenced,
        question=_fenced(question.text),
    )


def _fenced(text: str) -> str:
    """One line that cannot close the fence around it."""
    return " ".join(text.replace("<", "‹").replace(">", "›").split())


def _stream(model: BaseChatModel, prompt: str) -> Iterator[str]:
    length = 0
    try:
        for chunk in model.stream(prompt):
            text = str(chunk.text)
            length += len(text)
            yield text
            if length > LONGEST_REPLY:
                return
    except Exception as error:  # providers raise what they like; the answer falls back to quotes and says so
        raise ModelError(
            f"the language model failed ({type(error).__name__}); the contract's own words are shown instead."
        ) from error


def _lines(pieces: Iterator[str]) -> Iterator[str]:
    pending = ""
    for piece in pieces:
        pending += piece
        *done, pending = pending.split("\n")
        yield from done
    if pending:
        yield pending


def _sentences(line: str) -> list[str]:
    """The sentences of a line, each with the marks that stand in it or right after it: a mark vouches for one sentence."""
    closed = _MARKS_AFTER.sub(r" \2\1 ", line)
    return [span.of(closed) for span in sentences(closed, Span(0, len(closed)))]


def _proven(written: str, quotes: Sequence[Statement], lexicon: Lexicon) -> Statement | None:
    """A sentence as a statement: verified when its quotes bear it out, else its quotes in its place.

    None for what is no sentence or cites no quote.
    """
    sentence = " ".join(_CITED.sub("", written).split()).strip(" -*•")
    if not any(c.isalpha() for c in sentence):
        return None
    cited = [quotes[int(n) - 1] for n in dict.fromkeys(_CITED.findall(written)) if 0 < int(n) <= len(quotes)]
    citations: tuple[Citation, ...] = tuple(c for statement in cited for c in statement.citations)
    if not citations:
        return None
    if faults(sentence, [c.quote for c in citations], lexicon):
        return Statement("\n".join(s.text for s in cited), Verdict.WITHHELD, citations)
    return Statement(re.sub(r"\s+([.,;])", r"\1", sentence), Verdict.VERIFIED, citations)
