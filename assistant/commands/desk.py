"""The desk at which a command works: the parts it calls, where it prints, and how its failures are told."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TextIO

import typer
from rich.console import Console, RenderableType

from assistant.errors import AssistantError
from assistant.settings import Settings
from assistant.terminal import plain
from evals.errors import EvalError
from ingest.errors import IngestError

if TYPE_CHECKING:
    from assistant.parts import Parts

MakeParts = Callable[[Settings], "Parts"]

FAILED = 1
WRONG_USAGE = 2
NO_ANSWER = 3
INTERRUPTED = 130  # 128 + SIGINT, as shells report it

_EXPECTED = (IngestError, AssistantError, EvalError)


class Desk:
    """What every command works with; one is made for each run of the command line.

    Args:
        make_parts: builds the parts from the settings; tests pass one that gives fakes.
    """

    def __init__(self, make_parts: MakeParts) -> None:
        self._make_parts = make_parts
        # markup, emoji codes and highlighting stay off: contract text is data, and "[bold]" in it is a word
        self.out = Console(markup=False, emoji=False, highlight=False)
        self.log = Console(markup=False, emoji=False, highlight=False, stderr=True)

    @contextmanager
    def working(self, as_json: bool) -> Iterator[Parts]:
        """The parts, for the length of the block; closed after it.

        An expected failure in the block is told as one sentence on standard error (and as ``{"error": …}`` on standard
        output when ``as_json``) and ends the command with exit code 1; an interruption ends it with 130.
        """
        with self.telling_failures(as_json), self.parts(Settings.from_environment()) as parts:
            yield parts

    def parts(self, settings: Settings) -> Parts:
        """The parts of these settings, as a context manager that closes them."""
        return self._make_parts(settings)

    @contextmanager
    def telling_failures(self, as_json: bool) -> Iterator[None]:
        """What `working` does about failures, for a command that needs no parts."""
        try:
            yield
        except _EXPECTED as error:
            logging.getLogger(__name__).debug("the failure in full", exc_info=True)
            if as_json:
                self.print_json({"error": str(error)})
            self.tell(f"clausier: {error}")
            raise typer.Exit(FAILED) from error
        except KeyboardInterrupt as error:
            self.tell("clausier: interrupted; what was finished before is kept")
            raise typer.Exit(INTERRUPTED) from error

    def print(self, *renderables: RenderableType) -> None:
        """Print a result for people on standard output."""
        for renderable in renderables:
            self.out.print(renderable)

    def print_json(self, document: object) -> None:
        """Print a result for scripts: one JSON document on one line of standard output."""
        write_json(document, sys.stdout)

    def tell(self, sentence: str) -> None:
        """Print a sentence on standard error, unbroken."""
        self.log.print(plain(sentence), soft_wrap=True)


def desk_of(context: typer.Context) -> Desk:
    """The desk of this run."""
    desk = context.obj
    if not isinstance(desk, Desk):
        raise TypeError(f"expected the command line to have set a Desk, got {type(desk).__name__}")
    return desk


def write_json(document: object, stream: TextIO) -> None:
    """Write a JSON document and a line break, in ASCII where the stream cannot carry more, and flush."""
    wide = (stream.encoding or "").lower().replace("-", "") == "utf8"
    text = json.dumps(document, ensure_ascii=not wide, default=_plain_value)
    if wide:
        # a lone surrogate has no UTF-8; its escape, which is the same in Python and in JSON, stands for it
        text = text.encode("utf-8", "backslashreplace").decode("utf-8")
    stream.write(text + "\n")
    stream.flush()


def _plain_value(value: Any) -> str:
    """Paths are the one kind of value in our results that JSON does not know."""
    return str(value)
