"""``python -m evals.bench.languages``: how much it costs to ask in the other language than the contract's.

Every question is asked twice, in both languages (`evals.translations`), so that the pairs of languages differ in nothing else. Counted is
the evidence in the first passage and among the first five, the contract being chosen.

    python -m evals.bench.languages [--corpus FOLDER]
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rich.console import Console

from assistant.settings import Settings
from evals.case import Case, Language, Scope
from evals.command import bind_set
from evals.interval import mcnemar, wilson
from evals.retrieval_metrics import hit
from evals.run import Bench
from evals.sets import GoldSet, open_set
from evals.translations import translated
from evals.workbench import Workbench

SETS = ("samples", "corpus")
_DEPTHS = (1, 5)
_COLUMNS = ("first, same language", "first, other language", "five, same language", "five, other language")


@dataclass(frozen=True, slots=True)
class Twice:
    """A question on a contract of ``written``, asked in that language and in the other one: found in the first one and five passages."""

    written: Language
    same: tuple[bool, bool]
    other: tuple[bool, bool]


def ask_twice(gold: GoldSet, bench: Bench) -> Iterator[Twice]:
    """Ask each question of the set that was put into the other language, in both."""
    second = {draft.case.id: draft for draft in translated(gold.drafts)}
    first = [draft for draft in gold.drafts if draft.case.id in second]
    asked, _ = bind_set(gold, first, bench.shelf)
    for case in asked:
        other = second[case.id].case
        found = {
            lang: _found(case.model_copy(update={"question": question, "lang": lang}), bench)
            for lang, question in ((case.lang, case.question), (other.lang, other.question))
        }
        yield Twice(case.doc_lang, found.pop(case.doc_lang), *found.values())


def _found(case: Case, bench: Bench) -> tuple[bool, bool]:
    passages = bench.system.ask(case.model_copy(update={"scope": Scope.CONTRACT})).passages
    first, five = (hit(passages, case, depth) == 1.0 for depth in _DEPTHS)
    return first, five


def report(asked: Sequence[Twice]) -> Iterator[str]:
    """The lines of a table in Markdown: a row for each language of contracts, in percent with 95% intervals (Wilson)."""
    heads = ("contracts", "questions", *_COLUMNS, "found first in one alone: same, other, p")
    yield f"| {' | '.join(heads)} |"
    yield "| --- " * len(heads) + "|"
    for written in ("en", "fr"):
        rows = [row for row in asked if row.written == written]
        if rows:
            cells = [
                _share([found[n] for found in side])
                for n in (0, 1)
                for side in ([r.same for r in rows], [r.other for r in rows])
            ]
            better = sum(r.same[0] and not r.other[0] for r in rows)
            worse = sum(r.other[0] and not r.same[0] for r in rows)
            cells.append(f"{better}, {worse}, {mcnemar(better, worse):.2f}")
            yield f"| {written} | {len(rows)} | " + " | ".join(cells) + " |"


def _share(found: Sequence[bool]) -> str:
    low, high = wilson(sum(found), len(found))
    return f"{100 * sum(found) / len(found):.1f} ({100 * low:.0f}–{100 * high:.0f})"


def main() -> int:
    """Ask and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--corpus", type=Path, help="the folder of real contracts; CLAUSIER_CORPUS when left out")
    given = parser.parse_args()
    settings = Settings.from_environment()
    if given.corpus:
        settings = replace(settings, corpus=given.corpus)
    sets = [open_set(name, settings.corpus) for name in SETS]
    with Workbench(settings) as workbench:
        bench = workbench.build([source for gold in sets for source in gold.sources])
        asked = [row for gold in sets for row in ask_twice(gold, bench)]
    for line in report(asked):
        Console(soft_wrap=True).print(line, markup=False, highlight=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
