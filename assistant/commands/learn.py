"""``clausier guide`` and ``clausier quiz``: a contract by topic, and questions on it, in its own words."""

from __future__ import annotations

import secrets
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.padding import Padding
from rich.text import Text

from assistant import render
from assistant.citing.pin_cite import place_told
from assistant.commands.desk import Desk, desk_of
from assistant.commands.options import AsJson
from assistant.learning.guide import guide as print_guide
from assistant.learning.quiz import Kind, QuizMaker, QuizQuestion
from assistant.learning.topics import NAMES, Topic
from assistant.learning.tour import Tour
from assistant.terminal import plain
from evals.asked import asked_of
from ingest.errors import LibraryError

_GUIDE_EXAMPLES = """\
Examples:

  clausier guide Acme
  clausier guide Acme money
  clausier guide Acme exit --to exit.pdf --language fr
"""
_QUIZ_EXAMPLES = """\
Examples:

  clausier quiz Acme
  clausier quiz Acme --topic data --count 5
  clausier quiz Acme --seed 7 --json
"""
_ASKED = {
    Kind.CLAUSE: "In which clause do these words stand?",
    Kind.FIGURE: "Which figure stands in the gap?",
    Kind.DUTY: "True or false: does the contract say this?",
    Kind.ASKED: "Somebody asked this. Which clause answers?",
}


class Language(StrEnum):
    """The language of what is written around the quotes."""

    EN = "en"
    FR = "fr"


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command("guide", epilog=_GUIDE_EXAMPLES)(guide)
    app.command("quiz", epilog=_QUIZ_EXAMPLES)(quiz)


def guide(
    context: typer.Context,
    contract: Annotated[str, typer.Argument(help="The contract.", show_default=False)],
    topic: Annotated[Topic | None, typer.Argument(help="One topic; all of them when left out.")] = None,
    to: Annotated[
        Path | None, typer.Option("--to", metavar="FILE", help="Write the topic as one page to print, a PDF.")
    ] = None,
    language: Annotated[Language, typer.Option("--language", help="The language around the quotes.")] = Language.EN,
    as_json: AsJson = False,
) -> None:
    """Show what a newcomer should have read of a contract, topic by topic, word for word."""
    desk = desk_of(context)
    if to is not None and topic is None:
        raise typer.BadParameter("a page to print holds one topic; name it before --to")
    with desk.working(as_json) as parts:
        name = parts.library.contract(contract).name
        tour = Tour(parts.library)
        stops = [tour.stop(name, each) for each in ([topic] if topic else Topic)]
        if to is not None:
            _write(to, print_guide(name, NAMES[language][stops[0].topic], stops[0], language))
        if as_json:
            told = [{"topic": stop.topic, "quotes": [asdict(each) for each in stop.quotes]} for stop in stops]
            desk.print_json({"contract": name, "topics": told, "file": to})
            return
        for stop in [] if to else stops:
            desk.print(Text(NAMES[language][stop.topic], style="bold"))
            for sight in stop.sights:
                words = render.quoted("\n".join(part.quote for part in sight))
                desk.print(Padding(Text(f"“{words}”"), (0, 0, 0, 2)))
                held = [] if sight[0].in_force is not False else ["amended since"]
                places = "; ".join([*map(place_told, sight), *held])
                desk.print(Padding(Text(plain(places), style="dim"), (0, 0, 1, 2)))


def quiz(
    context: typer.Context,
    contract: Annotated[str, typer.Argument(help="The contract.", show_default=False)],
    topic: Annotated[Topic | None, typer.Option("--topic", help="What it is about; anything when left out.")] = None,
    count: Annotated[int, typer.Option("--count", "-n", min=1, max=100, help="How many questions.")] = 10,
    seed: Annotated[
        int | None, typer.Option("--seed", metavar="NUMBER", help="The same number gives the same quiz.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Make a quiz from a contract: the questions, then the answers with the clauses that explain them."""
    desk = desk_of(context)
    with desk.working(as_json) as parts:
        name = parts.library.contract(contract).name
        known = asked_of(parts.settings.home, name, parts.library)
        drawn = secrets.randbits(32) if seed is None else seed
        questions = QuizMaker(parts.library).quiz(name, count, drawn, topic, known)
        if as_json:
            desk.print_json({"contract": name, "questions": [each.to_json() for each in questions]})
            return
        for number, question in enumerate(questions, start=1):
            _show_question(desk, number, question)
        desk.print(Text("Answers", style="bold"))
        for number, question in enumerate(questions, start=1):
            right = _options(question)[question.right]
            desk.print(Text(plain(f"{number}. {right} ({place_told(question.citation)})")))


def _show_question(desk: Desk, number: int, question: QuizQuestion) -> None:
    desk.print(Text(f"{number}. {_ASKED[question.kind]}", style="bold"))
    desk.print(Padding(Text(f"“{plain(question.stem)}”"), (0, 0, 0, 3)))
    for letter, option in zip("abcd", _options(question), strict=False):
        desk.print(Padding(Text(plain(f"{letter}) {option}")), (0, 0, 0, 3)))
    desk.print("")


def _options(question: QuizQuestion) -> list[str]:
    return list(question.options) or ["False", "True"]


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise LibraryError(f"expected to write {path}, got: {error.strerror or error}; name another file") from error
