"""What is typed letter by letter, entered into the audit log as it is left standing."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping

from assistant.errors import AssistantError

Told = Mapping[str, object]
"""What there is to say of an act; under ``words`` what was typed."""


class Settling:
    """Enters searches once they stand. Letters added to or taken off the words before them, within the pause, make one search.

    A search that waits is entered from a thread of its own, so that it is kept though its page be closed. Safe to share between threads.

    Args:
        enter: enters a search; raises an AssistantError when that cannot be done.
        pause: seconds.
    """

    def __init__(self, enter: Callable[[Told], None], pause: float) -> None:
        self._enter = enter
        self._pause = pause
        self._turn = threading.RLock()
        self._last: Told = {}
        self._waits = False
        self._fault: AssistantError | None = None
        self._timer: threading.Timer | None = None

    def put(self, told: Told) -> None:
        """Have a search entered once it stands; the one before it at once, unless it is the same words half typed.

        Raises:
            AssistantError: it or the one before could not be entered.
        """
        with self._turn:
            self._raise_fault()
            if told == self._last:
                return
            if not _goes_on(self._last, told):
                self.settle()
            self._last, self._waits = told, True
            self._start_timer()

    def settle(self) -> None:
        """Enter what waits, now.

        Raises:
            AssistantError: it cannot be entered.
        """
        with self._turn:
            self._raise_fault()
            if self._waits:
                self._waits = False
                self._enter(self._last)

    def _start_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = threading.Timer(self._pause, self._settle_behind)
        self._timer.daemon = True
        self._timer.start()

    def _settle_behind(self) -> None:
        try:
            self.settle()
        except AssistantError as error:  # nobody looks at this thread: whoever searches next is told
            self._fault = error

    def _raise_fault(self) -> None:
        fault, self._fault = self._fault, None
        if fault is not None:
            raise fault


def _goes_on(before: Told, after: Told) -> bool:
    """Whether only letters were added at the end of the words, or taken off it; how many passages that finds does not count."""
    first, second = str(before.get("words", "")), str(after.get("words", ""))
    rest = [{name: value for name, value in told.items() if name not in ("words", "found")} for told in (before, after)]
    return rest[0] == rest[1] and (first.startswith(second) or second.startswith(first))
