"""A child process that reads files within bounds of time and memory, so that no file can take the program with it.

Time is that of the processor, which a busy machine does not use up: the same file is read or refused whatever else runs. By the clock
a call may take some times longer, for a child that waits for what never comes.

The child is spawned, not forked (threads and locks of the parent do not come along), imports only what the function needs (not the
program's own main module, which multiprocessing would have it import first), and stays for the next call. A call that takes too long
costs the child its life; the next call starts another.
"""

from __future__ import annotations

import math
import multiprocessing
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import Enum
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from types import ModuleType, TracebackType
from typing import Any, NoReturn, Self, TypeVar

from ingest.errors import DamagedFile, FileTooLarge, IngestError

if sys.platform != "win32":
    import resource  # Windows has no such limits

GIGABYTE = 1 << 30
DEFAULT_SECONDS = 300.0
BUSY = 5.0  # times the processor time that a call may take by the clock
DEFAULT_MEMORY = 4 * GIGABYTE  # of address space, which numpy and pdfium reserve more of than they use
LAST_WORDS = 5.0  # seconds that a child has to end by itself

_STARTING = threading.Lock()  # of children, one at a time

Result = TypeVar("Result")


class _Ending(Enum):
    """How a call ended in the child."""

    DONE = "done"
    REFUSED = "refused"  # an IngestError
    STARVED = "starved"  # out of memory
    FAILED = "failed"  # any other exception


class BoundedProcess:
    """Runs picklable functions in a child process within limits; use it as a context manager.

    Args:
        seconds: the processor time that one call may take, of all its threads together; `BUSY` times as long by the clock. Where
            processes have no limits (Windows), the time by the clock.
        memory: bytes of address space that the child may use; 0 for no limit.

    One thread at a time may call it; use one `BoundedProcess` a thread.
    """

    def __init__(self, seconds: float = DEFAULT_SECONDS, memory: int = DEFAULT_MEMORY) -> None:
        self._seconds = seconds
        self._memory = memory
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def call(self, function: Callable[..., Result], *arguments: Any, name: str = "the file") -> Result:
        """The function's result, computed in the child.

        Args:
            function: a function of a module that can be imported: not of the one that was started ("__main__").
            arguments: what it gets; picklable.
            name: how the file is called in messages.

        Raises:
            FileTooLarge: it took too long, or more memory than allowed.
            DamagedFile: it brought the child down, or raised what is no `IngestError`.
            IngestError: whatever the function itself raised.
        """
        connection = self._started()
        try:
            connection.send((function, arguments))
            if not connection.poll(self._seconds * (1 if sys.platform == "win32" else BUSY)):
                raise self._too_slow(name)
            ending, outcome = connection.recv()
        except (EOFError, ConnectionError) as error:
            code = self._stop()
            if sys.platform != "win32" and code == -signal.SIGXCPU:
                raise self._too_slow(name) from error
            raise DamagedFile(
                f"{name}: expected to be read, but reading it stopped its process (exit code {code}); "
                "fetch the file again or save it anew from the program that made it"
            ) from error
        except BaseException:  # a timeout or an interrupt: whatever the child still does is of no use
            self._stop()
            raise
        if ending is _Ending.DONE:
            result: Result = outcome
            return result
        self._refuse(ending, outcome, name)
        return None

    def _too_slow(self, name: str) -> FileTooLarge:
        return FileTooLarge(
            f"{name}: expected to be read within {self._seconds:g} seconds, got no further; "
            "split the file or save it anew from the program that made it"
        )

    def _refuse(self, ending: _Ending, outcome: Any, name: str) -> NoReturn:
        if ending is _Ending.REFUSED:
            assert isinstance(outcome, IngestError), "a refusal carries its error"
            raise outcome
        self._stop()  # what is left of the child's memory is not known
        if ending is _Ending.STARVED:
            raise FileTooLarge(
                f"{name}: expected to be read in {self._memory >> 20:,} MB of memory, ran out of it; split the file"
            )
        raise DamagedFile(
            f"{name}: expected to be read, but reading it failed ({outcome}); "
            "fetch the file again or save it anew from the program that made it"
        )

    def close(self) -> None:
        """End the child; a later call starts another."""
        if self._process is not None and self._connection is not None:
            self._connection.close()  # the child ends when nobody is left to talk to
            self._process.join(LAST_WORDS)
        self._stop()

    def _started(self) -> Connection:
        if self._connection is not None and self._process is not None and self._process.is_alive():
            return self._connection
        self._stop()
        context = multiprocessing.get_context("spawn")
        here, there = context.Pipe()
        process = context.Process(target=_serve, args=(there, self._seconds, self._memory), daemon=True)
        with _without_main_module():
            process.start()
        there.close()
        self._process, self._connection = process, here
        return here

    def _stop(self) -> int | None:
        """Kill the child if it lives; its exit code."""
        process, connection = self._process, self._connection
        self._process = self._connection = None
        if connection is not None:
            connection.close()
        if process is None:
            return None
        process.join(0.1)  # a child that fell by itself has an exit code of its own to tell
        if process.is_alive():
            process.kill()
            process.join()
        code = process.exitcode
        process.close()
        return code


@contextmanager
def _without_main_module() -> Iterator[None]:
    """A child that is started within does not import the parent's main module: that would take longer than most files take to read.

    What it runs is found by the names of other modules. The library loky has ``init_main_module=False`` for the same end.
    """
    with _STARTING:
        main = sys.modules["__main__"]
        sys.modules["__main__"] = ModuleType("__main__")
        try:
            yield
        finally:
            sys.modules["__main__"] = main


def _serve(connection: Connection, seconds: float, memory: int) -> None:
    """The child's life: receive a call, send back how it ended and with what, until the parent hangs up."""
    if memory and sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    while True:
        try:
            function, arguments = connection.recv()
            _limit_processor_time(seconds)
            connection.send(_run(function, arguments))
        except (EOFError, ConnectionError, KeyboardInterrupt):
            return


def _limit_processor_time(seconds: float) -> None:
    """From now on so much; the system ends the process with SIGXCPU when it has used it."""
    if sys.platform != "win32":
        used = resource.getrusage(resource.RUSAGE_SELF)
        _, most = resource.getrlimit(resource.RLIMIT_CPU)
        wanted = math.ceil(used.ru_utime + used.ru_stime + seconds)
        resource.setrlimit(resource.RLIMIT_CPU, (wanted if most == resource.RLIM_INFINITY else min(wanted, most), most))


def _run(function: Callable[..., Any], arguments: tuple[Any, ...]) -> tuple[_Ending, Any]:
    try:
        return _Ending.DONE, function(*arguments)
    except IngestError as error:
        return _Ending.REFUSED, error
    except MemoryError:
        return _Ending.STARVED, None
    except Exception as error:  # whatever a malformed file makes a library do; the parent names the file and raises
        return _Ending.FAILED, f"{type(error).__name__}: {error}"
