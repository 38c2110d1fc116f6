"""What ``clausier eval`` does, without its face: sets in, result, report and page out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from evals.case import Case, Scope
from evals.compare import Change, compare
from evals.draft import Binding, Draft, bind
from evals.errors import GoldError
from evals.gate import crossings
from evals.goldset import check, locate
from evals.page import page
from evals.provenance import revision, versions
from evals.report import markdown
from evals.result import Origin, Result, SetNotes, conclude, load_result
from evals.run import Bench, Progress, run
from evals.sets import GoldSet, Source, open_set, thin
from evals.shelf import Shelf

BenchFactory = Callable[[Sequence[Source]], Bench]
"""Builds what is measured, its library holding the files of the sources (which may be ingested already)."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The result, the comparison with the other result (empty without one), and the gates crossed."""

    result: Result
    changes: tuple[Change, ...]
    crossed: tuple[str, ...]

    @property
    def exit_code(self) -> int:
        """0 when every gate holds, 1 otherwise."""
        return 1 if self.crossed else 0


def evaluate(
    sets: list[str],
    out: Path,
    against: Path | None,
    limit: int | None,
    build: BenchFactory,
    *,
    corpus: Path,
    scope: Scope | None = None,
    progress: Progress | None = None,
) -> Evaluation:
    """Run the sets; what comes of it is written into the run folder.

    It then holds ``result.json``, ``report.md``, ``report.html`` and the journal.

    Args:
        sets: names or paths, as `evals.sets.open_set` takes them.
        out: the run folder; one that holds an interrupted run of the same kind is gone on with.
        against: a result to compare with, which is also the gates' baseline.
        limit: at most so many questions of each set, evenly spread; all when None.
        build: makes the bench, given the files that its library must hold.
        corpus: the folder of real contracts.
        scope: where the system may look, in place of what each case says.
        progress: told of each finished case.

    Raises:
        EvalError: for a set, run folder or other result that cannot be used; nothing that was measured before is lost.
    """
    baseline = load_result(against) if against else None
    opened = _open(sets, corpus)
    bench = build([source for gold in opened for source in gold.sources])
    cases, notes = _bind(opened, bench.shelf, limit, scope)
    started, commit = datetime.now(UTC).isoformat(timespec="seconds"), revision()
    records = run(cases, bench, out, commit, progress)
    origin = Origin(
        created=started,
        revision=commit,
        versions=versions(),
        system=bench.system.name,
        judge=bench.judge.name,
        settings=dict(bench.settings),
        scope=scope or "contract or library, as each question says",
    )
    result = conclude(origin, notes, records)
    changes = tuple(compare(baseline, result)) if baseline else ()
    crossed = tuple(crossings(result, baseline.over(result) if baseline else None))
    _write(out, result, changes, crossed)
    return Evaluation(result, changes, crossed)


def _open(names: Sequence[str], corpus: Path) -> list[GoldSet]:
    if not names:
        raise GoldError("expected the name of at least one set, got none")
    opened = [open_set(name, corpus) for name in names]
    twice = {gold.name for gold in opened if sum(other.name == gold.name for other in opened) > 1}
    if twice:
        raise GoldError(f"expected sets of different names, got several of {', '.join(sorted(twice))}")
    return opened


def bind_set(gold: GoldSet, drafts: Sequence[Draft], shelf: Shelf) -> tuple[list[Case], Binding]:
    """The cases of (a part of) a set with their evidence located in the documents of the shelf, and an account of it.

    Raises:
        GoldError: when a source file of the set, or its document in the shelf, is missing.
    """
    cases, account = bind(drafts, shelf)
    return (locate(cases, shelf) if gold.own else cases), account


def _bind(
    opened: Sequence[GoldSet], shelf: Shelf, limit: int | None, scope: Scope | None
) -> tuple[dict[str, list[Case]], list[SetNotes]]:
    cases: dict[str, list[Case]] = {}
    notes: list[SetNotes] = []
    for gold in opened:
        bound, account = bind_set(gold, thin(gold.drafts, limit), shelf)
        faults = check(bound, shelf) if gold.own else []
        if faults:
            raise GoldError("\n".join([f"the set {gold.name} does not fit its documents:", *faults]))
        cases[gold.name] = [case.model_copy(update={"scope": scope}) if scope else case for case in bound]
        notes.append(
            SetNotes(
                name=gold.name,
                asked=len(bound),
                questions=len(gold.drafts),
                evidence=account.evidence,
                unlocated=tuple(account.unlocated),
                other_page=tuple(account.other_page),
            )
        )
    return cases, notes


def _write(out: Path, result: Result, changes: Sequence[Change], crossed: Sequence[str]) -> None:
    result.save(out / "result.json")
    (out / "report.md").write_text(markdown(result, changes, crossed), encoding="utf-8")
    (out / "report.html").write_text(page(result, changes, crossed), encoding="utf-8")
