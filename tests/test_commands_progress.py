"""The bar of long work: its length is the share of the work, its count that of the files."""

from __future__ import annotations

import io

from rich.console import Console

from assistant.commands.progress import progress_bar, reporter, tracked
from ingest.outcome import Progress


def console() -> Console:
    return Console(file=io.StringIO(), force_terminal=True, width=120)


def shown(screen: Console) -> str:
    assert isinstance(screen.file, io.StringIO)
    return screen.file.getvalue()


def test_the_bar_shows_the_file_the_stage_and_how_many_are_done() -> None:
    screen = console()
    with progress_bar(screen) as bar:
        show = reporter(bar)
        show(Progress(1, 4, "folder/sla.pdf", "embedding", 0.9))
        bar.refresh()
        (task,) = bar.tasks
        assert (task.completed, task.total) == (0.9, 1.0)
    assert "sla.pdf: embedding" in shown(screen)
    assert "1/4" in shown(screen)


def test_a_bar_without_a_count_of_its_own_counts_by_its_length() -> None:
    screen = console()
    with progress_bar(screen) as bar:
        task = bar.add_task("questions", total=None)
        bar.refresh()
        assert "0/?" in shown(screen)
        bar.update(task, completed=2, total=3)
        bar.refresh()
    assert "2/3" in shown(screen)


def test_tracked_items_move_the_bar() -> None:
    screen = console()
    assert list(tracked(screen, iter("ab"), 2, "answering")) == ["a", "b"]
    assert "answering" in shown(screen)
