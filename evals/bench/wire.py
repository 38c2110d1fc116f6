"""Several people who ask the web app at once, without windows: ``python -m evals.bench.wire URL``.

Each speaks to the server as a browser does, over Streamlit's socket, and draws nothing: the seconds are what the server takes, for people
whose browsers run on machines of their own. `evals.bench.users` has the windows on this machine as well.
"""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Sequence
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

from evals.bench.users import QUESTIONS, Wait, read_arguments, summary

_FAULT = 'class="cl-fault'
_SAID = ('class="cl-statement', 'class="cl-silence', _FAULT)
_LARGEST = 1 << 26  # bytes of a message
_PATIENCE = 120.0  # seconds for one answer
_SHOWN = 200  # characters of an error


class Visitor:
    """One who asks, over a connection of their own.

    Args:
        socket: connected to the app.
        query: what the address of the app says, such as ``contract=Acme``.
    """

    def __init__(self, socket: ClientConnection, query: str) -> None:
        self._socket = socket
        self._query = query
        self._field = ""
        self._page = ""

    async def open(self) -> None:
        """Have the page drawn, and find the field for questions on it."""
        await self._run(BackMsg())

    async def ask(self, question: str) -> Wait:
        """Ask, and wait for the answer."""
        message = BackMsg()
        state = message.rerun_script.widget_states.widgets.add(id=self._field)
        state.chat_input_value.data = question
        return await self._run(message)

    async def _run(self, message: BackMsg) -> Wait:
        """Have the script run; how long it took to say the first words, and to end."""
        message.rerun_script.query_string = self._query
        message.rerun_script.page_script_hash = self._page
        began, first, error, sent = time.perf_counter(), 0.0, "", 0
        await self._socket.send(message.SerializeToString())
        while True:
            came = bytes(await asyncio.wait_for(self._socket.recv(decode=False), _PATIENCE))
            sent += len(came)
            said = ForwardMsg()
            said.ParseFromString(came)
            kind = said.WhichOneof("type")
            if kind == "script_finished" and said.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                whole = time.perf_counter() - began
                return Wait(error=error) if error else Wait(first or whole, whole, sent=sent)
            if kind == "new_session":
                self._page = said.new_session.page_script_hash
            if kind != "delta":
                continue
            element = said.delta.new_element
            self._field = element.chat_input.id or self._field
            if any(mark in element.html.body for mark in _SAID):
                first = first or time.perf_counter() - began
            if _FAULT in element.html.body:
                error = element.html.body[:_SHOWN]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; the exit code is 1 when a question failed, or the app is not there."""
    given = read_arguments("evals.bench.wire", arguments, "all of them")
    try:
        waits = asyncio.run(measure(given.url, given.users, given.questions, given.contract))
    except (OSError, WebSocketException) as error:
        print(f"expected the app at {given.url}, got: {error}; start it with `clausier app`", file=sys.stderr)
        return 1
    print(summary(waits, given.users))
    return 1 if any(wait.error for wait in waits) else 0


async def measure(url: str, users: int, questions: int, contract: str = "") -> list[Wait]:
    """Have so many people ask so many questions each, all beginning at once."""
    query = urlencode({"contract": contract}) if contract else ""
    address = f"{url.replace('http', 'ws', 1).rstrip('/')}/_stcore/stream"
    sockets = [await connect(address, max_size=_LARGEST, subprotocols=["streamlit"]) for _ in range(users)]  # type: ignore[list-item]
    try:
        visitors = [Visitor(socket, query) for socket in sockets]
        for visitor in visitors:
            await visitor.open()
        asked = await asyncio.gather(*(_ask_all(each, number, questions) for number, each in enumerate(visitors)))
        return [wait for waits in asked for wait in waits]
    finally:
        for socket in sockets:
            await socket.close()


async def _ask_all(visitor: Visitor, number: int, questions: int) -> list[Wait]:
    return [await visitor.ask(QUESTIONS[(number + at) % len(QUESTIONS)]) for at in range(questions)]


if __name__ == "__main__":
    sys.exit(main())
