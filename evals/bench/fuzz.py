"""``python -m evals.bench.fuzz``: the clause tree over random lines, and the readers over mutated files; nothing may crash or hang.

Each case ends in one of these ways; the last three are faults:

- ``read``: a document whose clauses and furniture cover its text exactly once;
- ``refused``: one of our own errors, which names the file and says what to do;
- ``failed``: any other exception, which users would see as a refusal that says little;
- ``stopped``: the process that read it died or had to be killed;
- ``broken``: a document whose clauses and furniture do not cover its text.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from rich.console import Console

from evals.bench.mutation import mutated, mutated_package, random_lines
from evals.samples import families
from ingest.assembly import document_of, read_document
from ingest.bounded import BoundedProcess
from ingest.canonical import assemble
from ingest.clauses import find_clauses, is_covered
from ingest.clean import mark_furniture
from ingest.document import Document
from ingest.errors import DamagedFile, FileTooLarge, IngestError, NoTextLayer
from ingest.read import read
from ingest.read.limits import Limits
from ingest.read.office import find_program
from ingest.read.unpack import unpack
from ingest.reading import Reading

CASES = 10_000
SCAN_SHARE = 0.02  # of the cases that are files: recognising a page takes a second
OFFICE_SHARE = 0.015  # of the cases that are files: LibreOffice takes seconds to start
LINE_SHARE = 0.6  # of the cases that are lines; the others are files, which take longer
SECONDS = 60.0  # a case that takes longer hangs
_OFFICE_SECONDS = 180.0  # LibreOffice itself is ended after two minutes, which is a refusal
_TIMES = 8  # how often each file that is made stands among the seeds
_FAULTS = ("failed", "stopped", "broken")
_LARGEST = 300_000  # bytes of a file that is mutated
_FAILED = "reading it failed"  # how `BoundedProcess` tells of an exception that is none of ours
_TOO_LONG = "got no further"


def fuzz_lines(cases: int, seed: int) -> Counter[str]:
    """How so many random readings end."""
    ends: Counter[str] = Counter()
    for case in range(cases):
        lines = tuple(random_lines(_chance(seed, case)))
        canonical = assemble(mark_furniture(Reading(lines, 1, (0.0,))))
        covered = is_covered(
            find_clauses(canonical).clauses, [each.span for each in canonical.furniture], len(canonical.text)
        )
        ends["read" if covered or not canonical.text else "broken"] += 1
    return ends


def fuzz_files(
    cases: int,
    seed: int,
    seeds: Sequence[Path],
    keep: Path | None = None,
    read_one: Callable[[Path], bool] | None = None,
    seconds: float = SECONDS,
) -> dict[str, Counter[str]]:
    """How the reading of so many mutated files ends, by suffix.

    Args:
        cases: how many.
        seed: the same number gives the same cases.
        seeds: the files that are mutated, in turn.
        keep: a folder for the files whose end is a fault; None keeps none.
        read_one: reads a file and says whether its text is covered exactly once; `read_case` when None.
        seconds: after which a case hangs.
    """
    ends: dict[str, Counter[str]] = {}
    with tempfile.TemporaryDirectory() as folder, BoundedProcess(seconds) as process:
        for case in range(cases):
            source = seeds[case % len(seeds)]
            path = Path(folder, f"case{source.suffix}")
            # a package that is broken as a whole is refused at once: of a seed's cases, one in four is
            mutate = mutated_package if case // len(seeds) % 4 else mutated
            path.write_bytes(mutate(source.read_bytes(), _chance(seed, case)))
            end = _end(process, path, read_one or read_case)
            ends.setdefault(source.suffix, Counter())[end] += 1
            if keep is not None and end in _FAULTS:
                path.replace(keep / f"{end}-{case}{source.suffix}")
    return ends


def _chance(seed: int, case: int) -> random.Random:
    return random.Random(seed * 1_000_003 + case)  # noqa: S311  # the same cases each time are what is wanted


def _end(process: BoundedProcess, path: Path, read_one: Callable[[Path], bool]) -> str:
    try:
        return "read" if process.call(read_one, path, name=path.name) else "broken"
    except DamagedFile as error:
        if _FAILED in str(error):
            return "failed"
        return "stopped" if "stopped its process" in str(error) else "refused"
    except FileTooLarge as error:
        return "stopped" if _TOO_LONG in str(error) else "refused"
    except IngestError:
        return "refused"


def read_case(path: Path) -> bool:
    """Read a file without text recognition, or take the files out of an archive; whether the text is covered exactly once."""
    if path.suffix == ".zip":
        with tempfile.TemporaryDirectory() as folder:
            unpack(path, Path(folder), (".txt", ".pdf", ".docx", ".md"), Limits())
        return True
    reading = read(path)
    if reading.pictures:
        raise NoTextLayer(f"{path.name}: expected a text layer on every page")
    return _is_covered(document_of(reading, path.stem, None))


def read_recognised(path: Path) -> bool:
    """Read a file, its pictures of pages by text recognition; whether the text is covered exactly once."""
    return _is_covered(read_document(path))


def _is_covered(document: Document) -> bool:
    return is_covered(document.clauses, [each.span for each in document.furniture], len(document.text))


def seeds_in(folders: Sequence[Path]) -> list[Path]:
    """The files of folders that are small enough, the same number of each suffix where there are as many."""
    by_suffix: dict[str, list[Path]] = {}
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix in {".pdf", ".docx", ".txt", ".md"} and path.stat().st_size <= _LARGEST:
                by_suffix.setdefault(path.suffix, []).append(path)
    fewest = max(4, min(map(len, by_suffix.values()), default=0))
    return [path for paths in by_suffix.values() for path in paths[:: max(1, len(paths) // fewest)][:fewest]]


def made_seeds(folder: Path, seeds: Sequence[Path]) -> list[Path]:
    """A page of HTML, two messages and an archive, made of other seeds."""
    from evals.bench.seed_files import html_of, mail_of, outlook_of, zip_of  # here since only this command needs them

    text = next(path for path in seeds if path.suffix in {".txt", ".md"})
    word = next((path for path in seeds if path.suffix == ".docx"), text)
    made = [
        html_of(folder, text),
        mail_of(folder, text, word),
        outlook_of(folder, text, word),
        zip_of(folder, text, word),
    ]
    return made * _TIMES


def scan_seed(folder: Path, seeds: Sequence[Path]) -> Path:
    """The first page of the first PDF among the seeds, as a picture."""
    from evals.bench.seed_files import scan_of  # as above

    return scan_of(folder, next(path for path in seeds if path.suffix == ".pdf"))


def office_seeds(folder: Path, seeds: Sequence[Path], program: str | None) -> list[Path]:
    """Files that are read through LibreOffice, as it writes them; none where it is not installed."""
    from evals.bench.seed_files import office_of  # as above

    text = next(path for path in seeds if path.suffix in {".txt", ".md"})
    return office_of(folder, text, program) if program is not None else []


def table(ends: dict[str, Counter[str]]) -> str:
    """The counts as Markdown."""
    columns = ("read", "refused", *_FAULTS)
    lines = ["| what | cases | " + " | ".join(columns) + " |", "|" + " --- |" * (len(columns) + 2)]
    for name, counts in sorted(ends.items()):
        cells = " | ".join(f"{counts[column]:,}" for column in columns)
        lines.append(f"| {name} | {counts.total():,} | {cells} |")
    return "\n".join(lines)


def _arguments(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals.bench.fuzz", description=__doc__)
    parser.add_argument("--cases", type=int, default=CASES)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--keep", type=Path, help="folder for the files that end in a fault")
    return parser.parse_args(words)


def _folders() -> Iterator[Path]:
    from assistant.settings import Settings

    yield from families().values()
    corpus = Settings.from_environment().corpus
    if corpus.is_dir():
        yield corpus


def main(words: Sequence[str]) -> int:
    """Fuzz, print the table, and return 1 when a case ended in a fault."""
    given = _arguments(words)
    of_lines = int(given.cases * LINE_SHARE)
    console = Console(markup=False, emoji=False, highlight=False)
    if given.keep is not None:
        given.keep.mkdir(parents=True, exist_ok=True)
    ends = _files(given.cases - of_lines, given.seed, given.keep)
    ends["clause tree, random lines"] = fuzz_lines(of_lines, given.seed)
    console.print(table(ends), soft_wrap=True)
    if find_program() is None:
        console.print("LibreOffice is not installed: nothing that it converts was among the cases", soft_wrap=True)
    return 1 if any(counts[fault] for counts in ends.values() for fault in _FAULTS) else 0


def _files(cases: int, seed: int, keep: Path | None) -> dict[str, Counter[str]]:
    """How the reading of mutated files ends: those that are read at once, pictures of pages, what LibreOffice converts."""
    with tempfile.TemporaryDirectory() as folder:
        seeds = seeds_in(list(_folders()))
        office = office_seeds(Path(folder), seeds, find_program())
        scan = scan_seed(Path(folder), seeds)
        of_office = int(cases * OFFICE_SHARE) if office else 0
        of_scans = int(cases * SCAN_SHARE)
        seeds += made_seeds(Path(folder), seeds)
        ends = fuzz_files(cases - of_scans - of_office, seed, seeds, keep)
        ends |= fuzz_files(of_office, seed, office, keep, seconds=_OFFICE_SECONDS)
        scans = fuzz_files(of_scans, seed, [scan], keep, read_recognised)
        ends["pictures of pages"] = scans.get(".pdf", Counter())
    return ends


if __name__ == "__main__":
    # the functions that run in a child process are found by the name of their module, which is not "__main__"
    from evals.bench import fuzz

    sys.exit(fuzz.main(sys.argv[1:]))
