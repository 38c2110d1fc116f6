"""``clausier ask``: one question, or a file of them."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from assistant import render
from assistant.answer import Answer, Statement
from assistant.commands.desk import FAILED, NO_ANSWER, Desk, desk_of, write_json
from assistant.commands.options import AsJson, InContract
from assistant.commands.progress import tracked
from assistant.wording.spoken_language import language_in_talk

if TYPE_CHECKING:
    from assistant.batch import Reply
    from assistant.chat import Assistant

_EXAMPLES = """\
Examples:

  clausier ask "How fast must they call us back on a P1?"
  clausier ask "Quel est le plafond des pénalités ?" --contract Harmelance-Ostrevia
  clausier ask "Who approves a change?" --json
  clausier ask "How long do they have for a P2?" --as-of 2024-03-01
  clausier ask --from questions.jsonl --to answers.jsonl

A line of questions.jsonl: {"id": "1", "question": "…", "contract": null, "history": []}.
Exit codes: 0 answered, 1 failed (in a batch: some line has an error), 2 wrong usage, 3 the contract does not answer.
"""


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("ask", epilog=_EXAMPLES)(ask)


def ask(
    context: typer.Context,
    question: Annotated[
        str | None, typer.Argument(help="The question, in quotation marks.", show_default=False)
    ] = None,
    contract: InContract = None,
    source: Annotated[
        Path | None, typer.Option("--from", metavar="FILE", help="A JSON Lines file of questions, answered in order.")
    ] = None,
    target: Annotated[
        Path | None,
        typer.Option(
            "--to",
            metavar="FILE",
            help="Where the answers go, one JSON line a question, each written as soon as it is there; an existing "
            "file is replaced; - is standard output. Without it the answers are shown as text.",
        ),
    ] = None,
    as_of: Annotated[
        datetime | None,
        typer.Option(
            "--as-of",
            metavar="DAY",
            formats=["%Y-%m-%d"],
            help="Answer from what is in force on that day (2024-03-01); today when left out.",
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Ask a question and read the answer with its clause, its page and the very words.

    With --from, a file of questions is answered at one loading. A question of the file that names no contract is asked of the one
    given by --contract. With --from, --json is the same as --to -.
    """
    desk = desk_of(context)
    if (question is None) == (source is None):
        raise typer.BadParameter("expected either a question in quotation marks or --from FILE")
    if target is not None and source is None:
        raise typer.BadParameter("expected --to together with --from FILE")
    if as_of is not None and source is not None:
        raise typer.BadParameter("expected --as-of with one question, got it with --from FILE")
    if source is not None:
        _ask_file(desk, source, Path("-") if as_json and target is None else target, contract, as_json)
    else:
        _ask_one(desk, question or "", contract, as_of.date() if as_of else None, as_json)


def _ask_one(desk: Desk, question: str, contract: str | None, as_of: date | None, as_json: bool) -> None:
    with desk.working(as_json) as parts:
        if as_json:
            answer = parts.assistant.ask(question, contract, as_of=as_of)
            desk.print_json(answer.to_json())
        else:
            answer = _show_as_it_comes(desk, parts.assistant, question, contract, as_of)
    if answer.abstained:
        raise typer.Exit(NO_ANSWER)


def _show_as_it_comes(
    desk: Desk, assistant: Assistant, question: str, contract: str | None, as_of: date | None
) -> Answer:
    """Print each statement when it is proven; return the whole answer, which comes last."""
    shown, language = 0, language_in_talk(question, ())
    for item in assistant.stream(question, contract, as_of=as_of):
        if isinstance(item, Statement):
            shown += 1
            desk.print(render.statement(shown, item, language))
        else:
            desk.print(render.rest_of_answer(item, shown))
            return item
    raise RuntimeError("expected the stream to end with an Answer, and it ended without one")


def _ask_file(desk: Desk, source: Path, target: Path | None, contract: str | None, as_json: bool) -> None:
    # imported here for start-up speed: it brings LangChain along
    from assistant import batch

    with desk.working(as_json) as parts:
        lines = batch.read_lines(source)
        replies = batch.answer_lines(lines, parts.assistant, contract)
        if target is None:
            failed = _show_replies(desk, replies)
        elif str(target) == "-":
            failed = _write_replies(replies, sys.stdout)
        else:
            with batch.open_target(target, source) as stream:
                failed = _write_replies(tracked(desk.log, replies, len(lines), "questions"), stream)
    if failed:
        desk.tell(f"clausier: {failed} of {len(lines)} questions could not be answered; their lines say why")
        raise typer.Exit(FAILED)


def _show_replies(desk: Desk, replies: Iterable[Reply]) -> int:
    """Print each question with its answer; return how many have none."""
    failed = 0
    for reply in replies:
        desk.print(render.question(reply.question or "(no question)"))
        if reply.answer is None:
            failed += 1
            desk.tell(f"clausier: {reply.error}")
        else:
            desk.print(render.answer(reply.answer))
    return failed


def _write_replies(replies: Iterable[Reply], stream: TextIO) -> int:
    """Write each reply as it comes, so that an interruption loses none; return how many are errors."""
    failed = 0
    for reply in replies:
        failed += reply.answer is None
        write_json(reply.to_json(), stream)
    return failed
