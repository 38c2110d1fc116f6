"""What the benchmark found, as tables for people and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import Console, Group
from rich.table import Table
from rich.text import Text

from evals.bench.asking import Asking
from evals.bench.ingesting import Ingesting
from evals.bench.reading import Reading
from evals.bench.starting import Starting
from evals.case import Strict
from evals.latency import Latency

_MEGABYTE = 1 << 20


class Report(Strict):
    """Everything measured. ``loaded`` counts the contracts in the library that was asked; ``peak`` is in bytes."""

    created: str
    revision: str
    versions: dict[str, str]
    files_from: str
    loaded: int
    reading: tuple[Reading, ...]
    ingesting: tuple[Ingesting, ...]
    asking: tuple[Asking, ...]
    starting: tuple[Starting, ...]
    peak: int

    def save(self, path: Path) -> None:
        """Write the report as JSON."""
        path.write_text(self.model_dump_json(indent=1) + "\n", encoding="utf-8")


def show(report: Report, console: Console) -> None:
    """Print the tables."""
    console.print(f"Revision {report.revision}, {report.created}, Python {report.versions['python']}")
    console.print(f"Files: {report.files_from}. Contracts in the library asked: {report.loaded}.")
    for each in (
        _reading(report),
        _ingesting(report),
        *asking_tables(report.asking),
        _quotes(report),
        _starting(report),
    ):
        console.print(each)
    for row in report.reading:
        for failure in row.failures:
            console.print(f"not read: {failure}")
    console.print(f"Peak memory of this process: {report.peak / _MEGABYTE:,.0f} MB")


def _reading(report: Report) -> Group:
    head = (
        "folder",
        "files",
        "failed",
        "pages",
        "clauses",
        "partition holds",
        "warnings",
        "seconds",
        "pages/s",
        "peak MB",
    )
    rows = [
        (
            row.folder,
            row.files,
            len(row.failures),
            row.pages,
            row.clauses,
            row.whole,
            row.warnings,
            f"{row.seconds:.1f}",
            f"{row.pages_per_second:.1f}",
            f"{row.child_peak / _MEGABYTE:.0f}",
        )
        for row in report.reading
    ]
    return table("Reading, in a child process", head, rows)


def _ingesting(report: Report) -> Group:
    rows = [
        (row.stack, row.files, row.failed, row.pages, f"{row.seconds:.1f}", f"{row.pages_per_second:.2f}")
        for row in report.ingesting
    ]
    title = "From files to searchable"
    if ratios := speed_ratios(report.ingesting):
        title += ": pages a second over those of " + ", ".join(f"{name} {ratio:.2f}" for name, ratio in ratios.items())
    return table(title, ("stack", "files", "failed", "pages", "seconds", "pages/s"), rows)


def speed_ratios(rows: Sequence[Ingesting]) -> dict[str, float]:
    """Pages a second of the first stack over those of each other that has any, by the other's name."""
    return {row.stack: rows[0].pages_per_second / row.pages_per_second for row in rows[1:] if row.pages_per_second}


def asking_tables(rows: Sequence[Asking]) -> Iterator[Group]:
    """For each way of asking, the seconds by stage."""
    for row in rows:
        title = f"{row.stack}, {_SCOPES[row.scope]}: {row.questions} warm questions, {row.silent} met with silence"
        times = [(s.stage, s.n, *milliseconds(s)) for s in row.latency]
        yield table(title, ("stage", "answers", "p50 ms", "p95 ms"), times)


def milliseconds(latency: Latency) -> tuple[str, str]:
    """Median and 95th percentile."""
    return f"{1000 * latency.p50:.1f}", f"{1000 * latency.p95:.1f}"


def _quotes(report: Report) -> Group:
    rows = [(row.stack, _SCOPES[row.scope], row.quotes, row.verbatim, row.on_page) for row in report.asking]
    return table("Quotes shown", ("stack", "asked of", "quotes", "verbatim", "on the page named"), rows)


def _starting(report: Report) -> Group:
    rows = [(f"clausier {row.arguments}", f"{row.median:.2f}", f"{row.most:.2f}") for row in report.starting]
    return table("Start-up", ("command", "median s", "most s"), rows)


_SCOPES = {"contract": "the contract selected", "library": "the whole library"}


def table(title: str, head: Sequence[str], rows: Sequence[Sequence[object]]) -> Group:
    """A table below its title, which a table's own title would break to the table's width."""
    drawn = Table()
    for number, name in enumerate(head):
        drawn.add_column(name, justify="left" if number == 0 else "right")
    for row in rows:
        drawn.add_row(*(str(value) for value in row))
    return Group("", Text(title, style="bold"), drawn)
