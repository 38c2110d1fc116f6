"""Translations of quotes by a chat model, for a reader who asks in the other language.

They stand beside the quotes and are nothing else: no citation, proof or highlight looks at them. Where the model fails, or what it writes
does not keep what the quote says (`assistant.answering.translation`), there is none.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING, Any

import prompts
from assistant.answer import Citation, Statement
from assistant.answering.prover import Prover
from assistant.answering.tokens import TokenCount
from assistant.answering.translation import is_kept, lines
from assistant.errors import ModelError
from assistant.wording.injection import speaks_to_machine
from ingest.language import detect
from ingest.library import Library

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

MOST_QUOTES = 12
"""Of one answer: more are shown by no answer but that of a long list."""
LONGEST_QUOTE = 1_500
"""Characters: the translation of more would not fit into what a reply may have (`assistant.model.MOST_TOKENS`)."""

UNREACHED = "model_unreached"
"""The key of `assistant.answer.Answer.trace` that says that the model could not be reached for this answer: it is not asked again."""

_AT_ONCE = 4  # calls
_KEPT = 512  # translations remembered
_LANGUAGES: dict[str, str] = {"en": "English", "fr": "French"}
_CUT_OFF = {"length", "max_tokens", "MAX_TOKENS"}  # what providers call the end of a reply that was too long
_NONE = ""
_WRAPPED = re.compile(r"[“\"«]\s*([^“”\"«»]*[^“”\"«»\s])\s*[”\"»]")


@dataclass(slots=True)
class _Errand:
    """What is asked for one answer: of quotes by their words.

    ``failure`` is the model's, after which it is asked no more; ``until`` is when the waiting ends, 0 while statements still come.
    """

    language: str
    trace: dict[str, Any]
    tokens: TokenCount
    model: BaseChatModel
    asked: dict[str, Future[str | None]] = field(default_factory=dict)
    failure: str = ""
    until: float = 0.0

    @property
    def is_over(self) -> bool:
        """Whether the model is known to give nothing now."""
        return bool(self.failure) or UNREACHED in self.trace


class Translator:
    """Puts translations beside quotes.

    What was translated is remembered while the program runs, and never written down but with an answer that is kept.

    Args:
        model: the chat model of the settings; its time-out and retries hold for each call.
        prover: holds each sentence of a translation against its quote.
        library: knows in which language a document is.
        wait: seconds that an answer which is ready waits for its translations at most; what comes later is not shown.
        clock: tells seconds.
    """

    def __init__(
        self,
        model: BaseChatModel,
        prover: Prover,
        library: Library,
        wait: float,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self._model = model
        self._clock = clock
        self._wait = wait
        self._prover = prover
        self._library = library
        self._known: dict[tuple[str, str], str] = {}
        self._lock = Lock()

    def along(self, statements: Iterable[Statement], language: str, trace: dict[str, Any]) -> Iterator[Statement]:
        """The statements in their order, each with the translations of its quotes, as far as there are any.

        The model is asked for several quotes at once, and while the next statement comes about.

        Args:
            statements: as they come.
            language: of the question.
            trace: of the answer; how the asking went is entered as ``translation``, where there was any.
        """
        from langchain_core.runnables.config import ContextThreadPoolExecutor  # here for start-up speed

        tokens = TokenCount()
        errand = _Errand(language, trace, tokens, tokens.listening(self._model))
        waiting: deque[Statement] = deque()
        pool = ContextThreadPoolExecutor(max_workers=_AT_ONCE)
        try:
            for statement in statements:
                self._ask(errand, statement, pool)
                waiting.append(statement)
                while waiting and self._is_done(errand, waiting[0]):
                    yield self._beside(errand, waiting.popleft())
            errand.until = self._clock() + self._wait
            while waiting:
                yield self._beside(errand, waiting.popleft())
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
        _enter(errand)

    def _ask(self, errand: _Errand, statement: Statement, pool: Any) -> None:
        for citation in statement.citations:
            quote = citation.quote
            if quote in errand.asked or len(errand.asked) == MOST_QUOTES or errand.is_over:
                continue
            if (quote, errand.language) not in self._known and self._is_wanted(citation, errand.language):
                errand.asked[quote] = pool.submit(_said, errand, quote)

    def _is_wanted(self, citation: Citation, language: str) -> bool:
        """Whether a quote is in the other language, and one that may be put to a model and fits into its reply."""
        found = detect(citation.quote)
        if found == "und" and citation.document_id:
            found = self._library.record(citation.document_id).language  # type: ignore[assignment]
        if found not in _LANGUAGES or found == language or len(citation.quote) > LONGEST_QUOTE:
            return False
        return any(c.isalpha() for c in citation.quote) and not speaks_to_machine(citation.quote)

    @staticmethod
    def _is_done(errand: _Errand, statement: Statement) -> bool:
        asked = (errand.asked.get(citation.quote) for citation in statement.citations)
        return all(future is None or future.done() for future in asked)

    def _beside(self, errand: _Errand, statement: Statement) -> Statement:
        cited = tuple(replace(c, translation=self._of(errand, c.quote)) for c in statement.citations)
        return statement if cited == statement.citations else replace(statement, citations=cited)

    def _of(self, errand: _Errand, quote: str) -> str:
        """The translation of a quote, waited for; empty where there is none, or none that may be shown."""
        key = (quote, errand.language)
        future = errand.asked.get(quote)
        if key in self._known or future is None:
            return self._known.get(key, _NONE)
        try:
            said = future.result(max(0.0, errand.until - self._clock()))
        except Exception as error:  # providers raise what they like
            errand.failure = errand.failure or type(error).__name__
            return _NONE
        if said is None:
            return _NONE
        told = _told(said, quote)
        shown = "\n".join(told) if is_kept(quote, told, errand.language, self._prover) else _NONE
        with self._lock:
            while len(self._known) >= _KEPT:
                del self._known[next(iter(self._known))]
            self._known[key] = shown
        return shown


def _said(errand: _Errand, quote: str) -> str | None:
    """The model's reply; None when it was cut off.

    Raises:
        ModelError: another call has failed meanwhile.
        Exception: the provider's own.
    """
    if errand.is_over:
        raise ModelError("the model is not asked again after it failed")
    fenced = "\n".join(prompts.fenced(line) for line in lines(quote))
    try:
        reply = errand.model.invoke(prompts.load("translate", language=_LANGUAGES[errand.language], quote=fenced))
    except Exception as error:
        errand.failure = type(error).__name__
        raise
    ended = {reply.response_metadata.get(name) for name in ("finish_reason", "stop_reason", "done_reason")}
    return None if ended & _CUT_OFF else str(reply.text)


def _told(said: str, quote: str) -> list[str]:
    """A reply line by line, as the quote has them; without the marks of quotation that the quote has not."""
    told = [" ".join(line.split()) for line in said.splitlines() if line.strip()]
    told = told if "\t" in quote else [" ".join(told)]
    wrapped = _WRAPPED.fullmatch(told[0]) if len(told) == 1 else None
    return [wrapped[1]] if wrapped and not _WRAPPED.fullmatch(quote.strip()) else told


def _enter(errand: _Errand) -> None:
    """Enter into the trace what the asking came to and cost."""
    if errand.asked:
        errand.trace["translation"] = errand.tokens.to_trace() | {
            "quotes": len(errand.asked),
            "failure": errand.failure,
        }
