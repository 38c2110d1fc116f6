"""Progress of long work, on standard error."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

from assistant.terminal import plain
from ingest.outcome import Progress as Step

Item = TypeVar("Item")


class _Count(ProgressColumn):
    """How many are done of how many: as the task says in its field ``count``, else what the bar's length counts."""

    def render(self, task: Task) -> Text:
        """The words of the column."""
        total = "?" if task.total is None else f"{task.total:g}"
        return Text(str(task.fields.get("count") or f"{task.completed:g}/{total}"))


def progress_bar(console: Console) -> Progress:
    """A bar with the work at hand, the count and the time left; it goes away when the work is done."""
    return Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        _Count(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        # both streams may show on one terminal: results are printed as they are, not above the bar
        redirect_stdout=False,
        redirect_stderr=False,
    )


def tracked(console: Console, items: Iterable[Item], total: int, what: str) -> Iterator[Item]:
    """The items, with a bar that moves as each has been taken care of."""
    with progress_bar(console) as bar:
        task = bar.add_task(what, total=total)
        for item in items:
            yield item
            bar.advance(task)


def reporter(bar: Progress) -> Callable[[Step], None]:
    """What the pipeline reports its steps to: the bar shows the file, what is being done to it, how many files are done, and by its length
    how much of the work.
    """
    task = bar.add_task("starting", total=None)

    def show(step: Step) -> None:
        name = plain(step.current).rpartition("/")[2]
        bar.update(
            task,
            description=f"{name}: {step.stage}",
            completed=step.share,
            total=1.0,
            count=f"{step.done}/{step.total}",
        )

    return show
