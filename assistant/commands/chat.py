"""``clausier chat``: questions one after another, each in the light of those before."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from assistant import render
from assistant.answer import Answer, Statement
from assistant.commands.desk import Desk, desk_of
from assistant.commands.options import InContract
from assistant.errors import AssistantError
from assistant.rewrite import Turn
from assistant.wording.spoken_language import language_in_talk
from ingest.errors import IngestError
from ingest.written_day import written_day

if TYPE_CHECKING:
    from assistant.conversation.conversations import Conversations
    from assistant.parts import Parts

_EXAMPLES = """\
Examples:

  clausier chat
  clausier chat --contract Acme
  clausier chat --resume 3                 goes on with conversation 3

While talking: /contract NAME asks one contract, /contract alone leaves it to the question again; /day 2024-03-01 asks of
that day, /day alone of today again; /quit ends.
Conversations are kept; `clausier conversations` lists, finds, exports and removes them.
"""


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("chat", epilog=_EXAMPLES)(chat)


def chat(
    context: typer.Context,
    contract: InContract = None,
    resume: Annotated[
        int | None, typer.Option("--resume", metavar="NUMBER", help="Go on with this conversation.", show_default=False)
    ] = None,
) -> None:
    """Talk: ask, follow up ("and at night?"), change the contract; the conversation is kept."""
    from assistant.conversation.conversations import Conversations  # here for start-up speed

    desk = desk_of(context)
    with desk.working(as_json=False) as parts:
        _Talk(desk, parts, Conversations(parts.settings.home), contract, resume).go_on()


class _Talk:
    def __init__(self, desk: Desk, parts: Parts, kept: Conversations, contract: str | None, number: int | None) -> None:
        self._desk, self._parts, self._kept = desk, parts, kept
        self._contract, self._number = contract, number
        self._answered: str | None = None
        self._day: date | None = None
        self._turns: list[Turn] = []

    def go_on(self) -> None:
        """Take questions until there are no more."""
        if self._number is not None:
            resumed = self._kept.get(self._number)
            self._turns += resumed.turns()
            self._answered = next((each.answer.contract for each in resumed.exchanges[::-1]), None)
            for exchange in resumed.exchanges:
                self._desk.print(render.question(exchange.answer.question), render.answer(exchange.answer))
        while True:
            try:
                said = self._desk.out.input("› ").strip()
            except EOFError:
                break
            if said == "/quit":
                break
            if said.startswith("/contract"):
                self._turn_to_contract(said.removeprefix("/contract").strip())
            elif said.startswith("/day"):
                self._turn_to_day(said.removeprefix("/day").strip())
            elif said:
                self._ask(said)
        if self._number is not None:
            self._desk.tell(f"clausier: kept as conversation {self._number}")

    def _turn_to_contract(self, name: str) -> None:
        """Ask another contract from now on; what was said of the one before is no part of a question to it."""
        if name and name not in (self._contract, self._answered):
            self._turns.clear()
        self._contract = name or None
        self._desk.print(f"Asking {self._contract or 'whichever contract the question means'}.")

    def _turn_to_day(self, said: str) -> None:
        """Ask of another day from now on; what is no day is told, and changes nothing."""
        try:
            self._day = date.fromisoformat(said) if said else None
        except ValueError:
            self._desk.tell(f"clausier: expected a day like 2024-03-01 after /day, got {said!r}")
            return
        self._desk.print(f"Asking of {written_day(self._day, 'en') if self._day else 'today'}.")

    def _ask(self, question: str) -> None:
        shown = 0
        language = language_in_talk(question, [turn.content for turn in self._turns if turn.role == "user"])
        try:
            for item in self._parts.assistant.stream(question, self._contract, self._turns, self._day):
                if isinstance(item, Statement):
                    shown += 1
                    self._desk.print(render.statement(shown, item, language))
                elif isinstance(item, Answer):
                    self._desk.print(render.rest_of_answer(item, shown))
                    self._turns += [Turn("user", item.question), Turn("assistant", item.text)]
                    self._answered = item.contract or self._answered
                    self._number = self._kept.keep(item, self._number)
        except (AssistantError, IngestError) as error:  # one question failed; the talk goes on
            self._desk.tell(f"clausier: {error}")
