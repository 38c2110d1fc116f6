"""``clausier conversations``: those that were kept, listed, found, shown, exported, removed."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from assistant import render
from assistant.commands.desk import NO_ANSWER, Desk, desk_of
from assistant.commands.options import AsJson
from assistant.errors import AssistantError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.conversation.conversations import Conversations, Summary

_EXAMPLES = """\
Examples:

  clausier conversations                              all of them, the last first
  clausier conversations find "service credits"
  clausier conversations show 3
  clausier conversations export 3 talk.pdf            or talk.md
  clausier conversations remove 3

Exit codes: 0 done, 1 failed, 2 wrong usage, 3 none found.
"""
RUN = "run"
Number = Annotated[int, typer.Argument(help="The conversation's number, as listed.", show_default=False)]


class _ListUnlessNamed(TyperGroup):
    """A group that lists the conversations unless the first argument names another of its commands."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        return super().parse_args(ctx, args if args and args[0] in self.commands else [RUN, *args])


def register(app: typer.Typer) -> None:
    """Add the command and those below it to the command line."""
    group = typer.Typer(cls=_ListUnlessNamed, rich_markup_mode="rich", help="Conversations that were kept.")
    group.command(RUN, epilog=_EXAMPLES)(list_all)
    for name, command in (("find", find), ("show", show), ("export", export), ("remove", remove)):
        group.command(name)(command)
    app.add_typer(group, name="conversations")


def list_all(context: typer.Context, as_json: AsJson = False) -> None:
    """List the conversations that were kept, the last first."""
    desk = desk_of(context)
    with desk.working(as_json) as parts:
        _list(desk, _kept(parts.settings.home).all(), as_json)


def find(
    context: typer.Context,
    words: Annotated[str, typer.Argument(help="Words of a question or an answer.", show_default=False)],
    as_json: AsJson = False,
) -> None:
    """Find conversations by words of their questions and answers."""
    desk = desk_of(context)
    with desk.working(as_json) as parts:
        found = _kept(parts.settings.home).find(words)
        _list(desk, found, as_json)
    if not found:
        raise typer.Exit(NO_ANSWER)


def show(context: typer.Context, number: Number, as_json: AsJson = False) -> None:
    """Show a conversation with its answers and citations."""
    desk = desk_of(context)
    with desk.working(as_json) as parts:
        conversation = _kept(parts.settings.home).get(number)
        if as_json:
            answers = [exchange.answer.to_json() for exchange in conversation.exchanges]
            desk.print_json({**asdict(conversation.summary), "answers": answers})
            return
        for exchange in conversation.exchanges:
            desk.print(render.question(exchange.answer.question), render.answer(exchange.answer))


def export(
    context: typer.Context,
    number: Number,
    target: Annotated[Path, typer.Argument(help="The file to write, ending in .md or .pdf.", show_default=False)],
) -> None:
    """Write a conversation, with its citations, to a Markdown or PDF file; an existing file is replaced."""
    from assistant.conversation.transcript import markdown, pdf  # here for start-up speed

    desk = desk_of(context)
    with desk.working(as_json=False) as parts:
        if target.suffix.lower() not in (".md", ".pdf"):
            raise AssistantError(f"expected a file ending in .md or .pdf, got {target.name}")
        conversation = _kept(parts.settings.home).get(number)
        made = pdf(conversation) if target.suffix.lower() == ".pdf" else markdown(conversation).encode("utf-8")
        try:
            target.write_bytes(made)
        except OSError as error:
            raise AssistantError(f"expected to write {target}, got: {error.strerror}; check the folder") from error
        desk.tell(f"clausier: written to {target}")


def remove(context: typer.Context, number: Number) -> None:
    """Forget a conversation."""
    desk = desk_of(context)
    with desk.working(as_json=False) as parts:
        _kept(parts.settings.home).remove(number)
        desk.tell(f"clausier: conversation {number} is removed")


def _kept(home: Path) -> Conversations:
    from assistant.conversation.conversations import Conversations  # here for start-up speed

    return Conversations(home)


def _list(desk: Desk, found: Sequence[Summary], as_json: bool) -> None:
    if as_json:
        desk.print_json({"conversations": [asdict(summary) for summary in found]})
    else:
        desk.print(render.conversations(found))
