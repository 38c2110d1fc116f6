"""``python -m evals.bench.kills``: the ingestion of a folder is killed at random moments, and the library is looked at each time.

Each round begins with an empty home, runs ``clausier ingest`` in a process of its own, kills that with SIGKILL at a random moment, holds
what the library has against what whole documents have, ingests again to the end, and checks that nothing is missing and nothing left over.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rich.console import Console

from assistant.parts import Parts
from assistant.settings import Settings
from evals.samples import families
from ingest.library import Library
from ingest.pipeline import ingest, missing, plan

ROUNDS = 50
_COPIES = 2  # of each text file, under other names and with other words


@dataclass(frozen=True, slots=True)
class Round:
    """One kill: how many seconds after the start, how many documents the library had then, and what was wrong, a sentence each."""

    seconds: float
    stored: int
    faults: tuple[str, ...]


def folder_to_ingest(folder: Path) -> Path:
    """A PDF and a Word document of the samples, a few text files, and an archive."""
    family = folder / "family"
    family.mkdir()
    for name in ("annexe-4-donnees-personnelles.pdf", "annexe-2-plan-assurance-qualite.docx"):
        shutil.copy(families()["Harmelance-Ostrevia"] / name, family)
    for number in range(6 * _COPIES):
        lines = [
            f"{clause}. Matter {number}\n\nThe supplier answers matter {number}.{clause} within {clause} hours.\n"
            for clause in range(1, 9)
        ]
        (family / f"plan-{number}.txt").write_text("\n".join(lines), encoding="utf-8")
    with zipfile.ZipFile(family / "more.zip", "w") as archive:
        archive.writestr("fr/raci.md", "# RACI\n\n1. Role\n\nThe customer decides.\n")
    return family


def killed(family: Path, home: Path, seconds: float) -> bool:
    """Ingest the folder in a process of its own and kill it after so many seconds; whether it still ran then."""
    process = start(family, home)
    try:
        process.wait(seconds)
        return False
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return True


def start(family: Path, home: Path) -> subprocess.Popen[bytes]:
    """The ingestion of a folder, begun."""
    return subprocess.Popen(
        [sys.executable, "-m", "assistant", "ingest", str(family), "--json"],
        env={**os.environ, "CLAUSIER_HOME": str(home)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def faults_of(library: Library) -> list[str]:
    """What of the stored documents is not whole."""
    faults = library.check()
    for contract in library.contracts():
        for record in contract.documents:
            document, passages = library.document(record.id), library.passages(record.id)
            at = 0
            for span in document.partition():
                if span.start != at:
                    faults.append(f"{record.name}: clauses and furniture leave a hole at {at}")
                at = span.end
            if at != len(document.text) or len(document.clauses) != record.clause_count:
                faults.append(f"{record.name}: not all of its clauses are there")
            if not passages or passages[-1].span.end > len(document.text):
                faults.append(f"{record.name}: its passages do not fit its text")
    return faults


def completed(family: Path, parts: Parts, stored: int) -> list[str]:
    """Ingest to the end; what is then missing, left over, or was read again although it was there."""
    outcomes = ingest(plan([family]), parts.library, parts.index, parts.embedder)
    statuses = [outcome.status for outcome in outcomes]
    faults = faults_of(parts.library)
    if "failed" in statuses:
        faults.append("a file failed in the run after the kill")
    if statuses.count("unchanged") != stored:
        faults.append(f"{stored} documents were there, {statuses.count('unchanged')} were found unchanged")
    ids = parts.library.document_ids()
    if len(ids) != len(outcomes) or missing(parts.library, parts.index):
        faults.append(
            f"{len(outcomes)} files gave {len(ids)} documents, {len(missing(parts.library, parts.index))} not indexed"
        )
    if set(parts.index.sizes()) != ids:
        faults.append("the index knows other documents than the library")
    left = list((parts.settings.home / "unpacked").glob("*"))
    originals = [path for path in (parts.settings.home / "originals").rglob("*") if path.is_file()]
    if left or len(originals) != len(ids):
        faults.append(f"{len(left)} unpacked folders and {len(originals)} originals for {len(ids)} documents are left")
    return faults


def one_round(family: Path, folder: Path, seconds: float, settings: Settings) -> Round:
    """Kill once, look, and ingest to the end."""
    home = folder / "home"
    shutil.rmtree(home, ignore_errors=True)
    killed(family, home, seconds)
    with Parts(replace(settings, home=home)) as parts:
        faults = faults_of(parts.library)
        stored = len(parts.library.document_ids())
        return Round(seconds, stored, (*faults, *completed(family, parts, stored)))


def run(rounds: int, seed: int, settings: Settings) -> list[Round]:
    """So many rounds, the moments of the kills spread over the time that an unhindered run takes."""
    chance = random.Random(seed)  # noqa: S311  # the same moments each time are what is wanted
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        family = folder_to_ingest(folder)
        began = time.perf_counter()
        start(family, folder / "unhindered").wait()
        whole = time.perf_counter() - began
        return [one_round(family, folder, chance.uniform(0.1, 1.0) * whole, settings) for _ in range(rounds)]


def table(rounds: Sequence[Round]) -> str:
    """The rounds in one row, as Markdown."""
    partial = sum(each.stored > 0 for each in rounds)
    faulty = sum(bool(each.faults) for each in rounds)
    moments = f"{min(each.seconds for each in rounds):.1f}-{max(each.seconds for each in rounds):.1f}"
    return (
        "| kills | seconds after the start | with some documents stored | library not whole |\n| --- | --- | --- | --- |\n"
        f"| {len(rounds)} | {moments} | {partial} | {faulty} |"
    )


def main(words: Sequence[str]) -> int:
    """Kill, print the table and the faults, and return 1 when there were any."""
    parser = argparse.ArgumentParser(prog="python -m evals.bench.kills", description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args(words)
    rounds = run(given.rounds, given.seed, Settings.from_environment())
    console = Console(markup=False, emoji=False, highlight=False)
    console.print(table(rounds), soft_wrap=True)
    for each in rounds:
        for fault in each.faults:
            console.print(f"killed after {each.seconds:.2f} s: {fault}", soft_wrap=True)
    return 1 if any(each.faults for each in rounds) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
