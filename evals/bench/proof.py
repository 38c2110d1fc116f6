"""``python -m evals.bench.proof``: what each check of the proof catches and costs, and how long an answer takes to prove.

The ablation counts, over the labelled pairs, what each check objects to (`assistant.ground.Fault`), and to what it alone objects:
without it that many more corruptions would pass, and that many fewer true paraphrases be withheld.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Sequence

from rich.console import Console

from assistant.answering.prover import Prover
from assistant.proof.fault import Fault
from assistant.settings import Settings
from evals.case import Strict
from evals.judges import own_prover
from evals.pair import Pair, read_pairs

SENTENCES = 5  # of an answer
_PERCENTILE = 0.95
_WARMING = ("Roses bloom.", ["The fee is 12 euros."])  # shares no word, so that the embedder is loaded


class CheckFigures(Strict):
    """What a check objects to: corrupted and true pairs, and how many of each it alone objects to."""

    check: str
    caught: int
    caught_alone: int
    withheld: int
    withheld_alone: int


def ablation(pairs: Sequence[Pair], prover: Prover) -> list[CheckFigures]:
    """The figures of each check over labelled pairs, those that catch the most first."""
    counts = {label: (Counter[Fault](), Counter[Fault]()) for label in ("corrupted", "supported")}
    for pair in pairs:
        found = prover.faults(pair.statement, pair.quotes)
        every, alone = counts[pair.label]
        every.update(found)
        alone.update(found if len(found) == 1 else ())
    (caught, caught_alone), (withheld, withheld_alone) = counts["corrupted"], counts["supported"]
    rows = [
        CheckFigures(
            check=fault.value,
            caught=caught[fault],
            caught_alone=caught_alone[fault],
            withheld=withheld[fault],
            withheld_alone=withheld_alone[fault],
        )
        for fault in Fault
        if caught[fault] or withheld[fault]
    ]
    return sorted(rows, key=lambda row: -row.caught)


def answer_seconds(pairs: Sequence[Pair], prover: Prover) -> list[float]:
    """How long each answer of five sentences takes to prove, in seconds, shortest first; each five pairs in a row are an answer."""
    took = []
    for start in range(0, len(pairs) - SENTENCES + 1, SENTENCES):
        began = time.perf_counter()
        for pair in pairs[start : start + SENTENCES]:
            prover.faults(pair.statement, pair.quotes)
        took.append(time.perf_counter() - began)
    return sorted(took)


def main() -> int:
    """Print the ablation, over all pairs and over those held back, and the 95th percentile of proving an answer."""
    console = Console()
    pairs, prover = read_pairs(), own_prover(Settings.from_environment())
    for name, some in (("all pairs", pairs), ("pairs held back", [pair for pair in pairs if pair.held_back])):
        console.print(f"\n## {name}: {len(some)}\n\n| check | caught | it alone | true withheld | it alone |")
        console.print("| --- | --- | --- | --- | --- |")
        for row in ablation(some, prover):
            cells = (row.check, row.caught, row.caught_alone, row.withheld, row.withheld_alone)
            console.print(f"| {' | '.join(map(str, cells))} |")
    fresh = own_prover(Settings.from_environment())  # one that remembers no meaning of the pairs
    fresh.supports(*_WARMING)
    took = answer_seconds(pairs, fresh)
    middle, high = took[len(took) // 2], took[int(_PERCENTILE * (len(took) - 1))]
    console.print(
        f"\nProving {SENTENCES} sentences: median {1000 * middle:.1f} ms, 95th percentile {1000 * high:.1f} ms."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
