"""The wire speaks to a server that answers as the app's does."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.server import ServerConnection, serve

from evals.bench import wire
from evals.bench.users import QUESTIONS, Wait, summary


class App:
    """Draws a field; to what is typed into it, it says its answer, after a style that names the marks of answers."""

    def __init__(self, answer: str) -> None:
        self.answer = answer
        self.asked: list[tuple[str, str]] = []

    async def talk(self, socket: ServerConnection) -> None:
        async for sent in socket:
            message = BackMsg()
            message.ParseFromString(bytes(sent))  # type: ignore[arg-type]
            for said in self.draw(message):
                await socket.send(said.SerializeToString())

    def draw(self, message: BackMsg) -> Iterator[ForwardMsg]:
        begun, field, style, end = ForwardMsg(), ForwardMsg(), ForwardMsg(), ForwardMsg()
        begun.new_session.page_script_hash = "page"
        field.delta.new_element.chat_input.id = "the-field"
        style.delta.new_element.html.body = "<style>.cl-fault { color: red }</style>"
        yield from (begun, field, style)
        for widget in message.rerun_script.widget_states.widgets:
            assert (widget.id, message.rerun_script.page_script_hash) == ("the-field", "page")
            self.asked.append((widget.chat_input_value.data, message.rerun_script.query_string))
            reply = ForwardMsg()
            reply.delta.new_element.html.body = self.answer
            yield reply
        end.script_finished = ForwardMsg.FINISHED_SUCCESSFULLY
        yield end


@asynccontextmanager
async def running(app: App) -> AsyncIterator[str]:
    async with serve(app.talk, "127.0.0.1", 0, subprotocols=["streamlit"]) as server:  # type: ignore[list-item]
        yield f"http://127.0.0.1:{next(iter(server.sockets)).getsockname()[1]}"


def test_everybody_asks_in_turn_and_waits_for_the_answer() -> None:
    app = App('<div class="cl-statement cl-quoted">Within an hour.</div>')

    async def ask() -> list[Wait]:
        async with running(app) as url:
            return await wire.measure(url, users=3, questions=2, contract="Acme & Co")

    waits = asyncio.run(ask())
    assert [wait.error for wait in waits] == [""] * 6
    assert all(0 < wait.first <= wait.whole for wait in waits)
    assert all(wait.sent > len(app.answer) for wait in waits)
    assert "sent with an answer: median 0." in summary(waits, 3)
    assert sorted(app.asked) == sorted(
        (QUESTIONS[(n + at) % 6], "contract=Acme+%26+Co") for n in range(3) for at in (0, 1)
    )


def test_an_error_on_the_page_is_a_question_that_failed() -> None:
    app = App('<div class="cl-fault" role="alert">The disk is full.</div>')

    async def ask() -> list[Wait]:
        async with running(app) as url:
            return await wire.measure(url, users=1, questions=1)

    (wait,) = asyncio.run(ask())
    assert "The disk is full." in wait.error


def test_where_there_is_no_app_it_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert wire.main(["http://127.0.0.1:9", "--users", "1"]) == 1
    assert "start it with `clausier app`" in capsys.readouterr().err
