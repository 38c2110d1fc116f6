"""Notes every connection that the program opens and every program that it starts."""

from __future__ import annotations

import sys
from typing import Any

_EVENTS = frozenset(
    ("socket.connect", "socket.getaddrinfo", "socket.sendto", "urllib.Request", "subprocess.Popen", "os.system")
)


class Tripwire:
    """Notes what happens from its making on, for the rest of the process: Python takes no audit hook away again.

    ``calls`` holds what was noted, for its users to clear.
    """

    def __init__(self) -> None:
        self.calls: list[str] = []
        sys.addaudithook(self._note)

    def _note(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event in _EVENTS:
            self.calls.append(f"{event} {arguments}")
