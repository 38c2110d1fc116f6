"""``python -m evals.bench.scale``: how questions slow down as the library grows.

    python -m evals.bench.scale
    python -m evals.bench.scale --passages 1000 10000 100000 1000000 --server --keep FOLDER --plot growth.svg
    python -m evals.bench.scale --passages 1000000 --server --keep FOLDER

The second line builds in a folder that stays; the last one asks what stands there once more, on a quiet machine say.

The library is made of copies of the sample contracts under invented names (`evals.bench.copies`), grown from size to size. Asked are
the questions of the samples on copies drawn at random: of the contract; of the whole library with the parties named; and of the whole
library with nobody named, so that all its passages are searched.
"""

from __future__ import annotations

import argparse
import random
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

from assistant.parts import Parts
from assistant.settings import Settings
from evals.bench.copies import grow, originals, renamed
from evals.bench.memory import peak_memory
from evals.case import Case, Strict
from evals.plots import growth, standalone
from evals.sets import open_set

SIZES = (1_000, 10_000)
QUESTIONS = 100
WARM_UP = 5
_SERVER_SECONDS = 30.0


class Size(Strict):
    """One size of the library: seconds a question of one contract and of the whole library; bytes of memory and disk.

    ``library`` is with the parties named, ``unnamed`` without. ``server`` is the memory of the Chroma server, 0 without one; ``disk``
    the library with the words, ``vectors`` what Chroma keeps. ``wrong`` counts the questions of the whole library, with the parties
    named, that went to another contract or to none.
    """

    passages: int
    contracts: int
    built: float
    contract_p50: float
    contract_p95: float
    library_p50: float
    library_p95: float
    unnamed_p50: float
    unnamed_p95: float
    wrong: int
    questions: int
    memory: int
    server: int
    disk: int
    vectors: int


def measure(parts: Parts, sizes: Sequence[int], questions: int, server: Server | None = None) -> Iterator[Size]:
    """Grow the library and ask it, size by size; of sizes that it has outgrown, the largest one asks it as it is."""
    known = originals(parts)
    cases = [draft.case for draft in open_set("samples", parts.settings.corpus).drafts if not draft.case.history]
    held = sum(parts.index.sizes().values())
    vectors = server.folder if server else parts.settings.home / "index" / "vectors"
    for size in sorted({max(size, min(held, max(sizes))) for size in sizes}):
        began = time.perf_counter()
        added = grow(parts, known, size)
        built = time.perf_counter() - began
        chance = random.Random(size)  # noqa: S311 - a sample needs no secrecy
        asked = [_of_copy(chance.choice(cases), chance, added) for _ in range(questions + WARM_UP)]
        within = [_timed(parts, question, contract)[0] for question, contract in asked][WARM_UP:]
        over = [(*_timed(parts, f"{contract}: {question}", None), contract) for question, contract in asked][WARM_UP:]
        seconds = [each[0] for each in over]
        unnamed = [_timed(parts, case.question, None)[0] for case in _unnamed(cases, chance, questions)][WARM_UP:]
        yield Size(
            passages=sum(parts.index.sizes().values()),
            contracts=len(parts.library.contracts()),
            built=built,
            contract_p50=float(np.percentile(within, 50)),
            contract_p95=float(np.percentile(within, 95)),
            library_p50=float(np.percentile(seconds, 50)),
            library_p95=float(np.percentile(seconds, 95)),
            unnamed_p50=float(np.percentile(unnamed, 50)),
            unnamed_p95=float(np.percentile(unnamed, 95)),
            wrong=sum(found != contract for _, found, contract in over),
            questions=len(over),
            memory=peak_memory(),
            server=peak_memory(server.process) if server else 0,
            disk=_bytes(parts.settings.home) - (0 if server else _bytes(vectors)),
            vectors=_bytes(vectors),
        )


def _bytes(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def _unnamed(cases: Sequence[Case], chance: random.Random, questions: int) -> list[Case]:
    """Questions that name no party of their contract; those of before the clock counts come first."""
    silent = [case for case in cases if not any(word in case.question for word in case.contract.split("-"))]
    return [chance.choice(silent) for _ in range(questions + WARM_UP)]


def _of_copy(case: Case, chance: random.Random, added: dict[str, tuple[str, int]]) -> tuple[str, str]:
    """The question as it is asked of a copy of its contract, and the name of that."""
    contract = chance.choice([name for name, (family, _) in added.items() if family == case.contract])
    family, number = added[contract]
    return renamed(case.question, family, number), contract


def _timed(parts: Parts, question: str, contract: str | None) -> tuple[float, str | None]:
    began = time.perf_counter()
    answer = parts.assistant.ask(question, contract)
    return time.perf_counter() - began, answer.contract


@dataclass(frozen=True, slots=True)
class Server:
    """A Chroma server: its address, the number of its process, and the folder of its files."""

    address: str
    process: int
    folder: Path


@contextmanager
def chroma_server(folder: Path) -> Iterator[Server]:
    """A Chroma server on this machine while the block runs.

    Raises:
        RuntimeError: when it does not answer in time.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(Path(sys.executable).with_name("chroma")), "run", "--path", str(folder), "--host", "127.0.0.1"]
    process = subprocess.Popen([*command, "--port", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(port, process)
        yield Server(f"http://127.0.0.1:{port}", process.pid, folder)
    finally:
        process.terminate()
        process.wait(20)


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + _SERVER_SECONDS
    while time.monotonic() < until and process.poll() is None:
        with socket.socket() as knock:
            if knock.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError(f"expected the Chroma server to answer within {_SERVER_SECONDS:.0f} s, and it did not")


def show(found: Sequence[Size], console: Console) -> None:
    """Print the table."""
    table = Table()
    for name in (
        "passages",
        "contracts",
        "build s",
        "contract p50 ms",
        "p95",
        "library p50 ms",
        "p95",
        "unnamed p50 ms",
        "p95",
        "wrong",
        "memory MB",
        "server MB",
        "disk MB",
        "vectors MB",
    ):
        table.add_column(name, justify="right")
    for row in found:
        times = (
            *(row.contract_p50, row.contract_p95),
            *(row.library_p50, row.library_p95),
            *(row.unnamed_p50, row.unnamed_p95),
        )
        table.add_row(
            f"{row.passages:,}",
            f"{row.contracts:,}",
            f"{row.built:.0f}",
            *(f"{1000 * seconds:.0f}" for seconds in times),
            f"{row.wrong} of {row.questions}",
            *(f"{count >> 20:,}" for count in (row.memory, row.server, row.disk, row.vectors)),
        )
    console.print(table)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the measurement; its exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m evals.bench.scale", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--passages", type=int, nargs="+", default=SIZES, help="sizes of the library (%(default)s)")
    parser.add_argument("--questions", type=int, default=QUESTIONS, help="questions asked at each size (%(default)s)")
    parser.add_argument("--server", action="store_true", help="keep the vectors on a Chroma server of this machine")
    parser.add_argument("--plot", type=Path, metavar="FILE", help="write the growth as an SVG picture")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="build in this folder, or ask what stands there")
    given = parser.parse_args(arguments)
    console = Console(highlight=False, width=None if sys.stdout.isatty() else 170)
    found: list[Size] = []
    with nullcontext(given.keep) if given.keep else tempfile.TemporaryDirectory(prefix="clausier-scale-") as name:
        folder = Path(name)
        settings = replace(Settings.from_environment(), home=folder / "home", model="")
        starting = chroma_server(folder / "chroma") if given.server else nullcontext()
        with starting as server, Parts(replace(settings, chroma=server.address if server else "")) as parts:
            for size in measure(parts, given.passages, given.questions, server):
                found.append(size)
                show([size], console)
    show(found, console)
    if given.plot is not None:
        lines = {
            "one contract, p95": [(row.passages, row.contract_p95) for row in found],
            "whole library, parties named, p95": [(row.passages, row.library_p95) for row in found],
            "whole library, nobody named, p95": [(row.passages, row.unnamed_p95) for row in found],
        }
        given.plot.write_text(standalone(growth("Seconds a question by passages", lines)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
