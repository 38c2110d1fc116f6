"""Results of the made-up systems over the made-up gold set."""

from __future__ import annotations

from collections.abc import Sequence

from evals.case import Case
from evals.result import Origin, Result, SetNotes, conclude
from evals.run import examine
from tests.fake_bench import PerfectSystem, make_bench, make_cases


def make_result(system: PerfectSystem | None = None, cases: Sequence[Case] | None = None) -> Result:
    bench = make_bench(system)
    records = [examine("ours", case, bench) for case in (make_cases() if cases is None else cases)]
    origin = Origin(
        created="2030-01-01T00:00:00+00:00",
        revision="abc",
        versions={"python": "3"},
        system=bench.system.name,
        judge=bench.judge.name,
        settings=dict(bench.settings),
        scope="contract",
    )
    notes = SetNotes(name="ours", asked=len(records), questions=20, evidence=6, unlocated=("q9",), other_page=())
    return conclude(origin, [notes], records)
