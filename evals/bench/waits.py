"""``python -m evals.bench.waits``: warm questions and searches over a library that stands, in milliseconds by stage.

    clausier ingest --each FOLDER/cuad/pdf
    clausier ingest FOLDER/cloud-temple
    python -m evals.bench.waits

Asked are the questions of `corpus` and `cuad` on contracts of the library of ``CLAUSIER_HOME`` (or ``--home``), with no language model:
once with the contract selected, once of the whole library. Searched for, as by ``clausier find``, are the same questions, phrases that
stand in the library, and phrases that stand nowhere in it.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from rich.console import Console

from assistant.errors import AssistantError
from assistant.parts import Parts
from assistant.settings import Settings
from evals.bench.asking import WARM_UP, Asking, ask_all, questions
from evals.bench.report import asking_tables, milliseconds, table
from evals.case import Case, Scope
from evals.errors import EvalError
from evals.latency import Latency, latencies
from evals.product import Product
from ingest.errors import IngestError
from ingest.library import Library

QUESTIONS = 200
SETS = ("corpus", "cuad")
_LENGTHS = range(2, 6)  # words of a phrase
_MARKS = frozenset('“”«»"')  # a phrase that holds one cannot be put in them
_NOWHERE = "qzx"


def phrases(library: Library, count: int) -> list[str]:
    """At most so many runs of words that stand in passages of the library, each in another passage; the same at every call."""
    chance = random.Random(count)  # noqa: S311 - a sample needs no secrecy
    places = [(one, passage.span) for one in sorted(library.current()) for passage in library.passages(one)]
    found: list[str] = []
    for document, span in chance.sample(places, min(count, len(places))):
        words = span.of(library.document(document).text).split()
        length = chance.choice(_LENGTHS)
        start = chance.randrange(max(1, len(words) - length))
        found.append(" ".join(words[start : start + length]))
    return [phrase for phrase in found if _can_be_quoted(phrase)]


def _can_be_quoted(phrase: str) -> bool:
    """A line to be filled in ("____ ____") holds no word to search for."""
    return any(c.isalnum() for c in phrase) and not set(phrase) & _MARKS


def search_all(parts: Parts, words: Sequence[str]) -> Latency:
    """Search for each over all contracts, one after the other; the first ones twice, to be warm."""
    for each in words[:WARM_UP]:
        parts.finder.find(each)
    seconds = [{"total": _seconds(parts, each)} for each in words]
    return latencies(seconds)[-1]


def _seconds(parts: Parts, words: str) -> float:
    began = time.perf_counter()
    parts.finder.find(words)
    return time.perf_counter() - began


def _searches(parts: Parts, cases: Sequence[Case], count: int) -> dict[str, Latency]:
    held = phrases(parts.library, count)
    asked = {
        "words": [case.question for case in cases],
        "phrases that stand in it": [f"“{phrase}”" for phrase in held],
        "phrases that do not": [f"“{phrase} {_NOWHERE}”" for phrase in held],
    }
    return {name: search_all(parts, words) for name, words in asked.items() if words}


def measure(parts: Parts, count: int, sets: Sequence[str] = SETS) -> tuple[list[Asking], dict[str, Latency]]:
    """The questions of the sets by stage, and the searches, of at most so many each.

    Raises:
        EvalError: no question is known of the contracts that stand there.
    """
    known = {contract.name for contract in parts.library.contracts()}
    cases = questions(parts.settings.corpus, sets, known, count)
    if not cases:
        raise EvalError("expected contracts that questions are known of, found none; ingest them first")
    asked = [ask_all(Product(parts.assistant), parts.library, cases, scope, lambda _: None) for scope in Scope]
    return asked, _searches(parts, cases, count)


def show(parts: Parts, asked: Sequence[Asking], searches: dict[str, Latency], console: Console) -> None:
    """Print the size of the library, and the tables."""
    contracts = parts.library.contracts()
    documents, passages = sum(len(each.documents) for each in contracts), sum(parts.index.sizes().values())
    console.print(f"Contracts: {len(contracts)}, documents: {documents}, passages: {passages:,}")
    for each in asking_tables(asked):
        console.print(each)
    rows = [(name, s.n, *milliseconds(s)) for name, s in searches.items()]
    console.print(table("clausier find, over all contracts", ("searched for", "searches", "p50 ms", "p95 ms"), rows))


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, and print; 1 when there is nothing to ask."""
    parser = argparse.ArgumentParser(
        prog="python -m evals.bench.waits", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--home", type=Path, help="the library that is asked (default: that of CLAUSIER_HOME)")
    parser.add_argument("--questions", type=int, default=QUESTIONS, help="questions of each kind (default %(default)s)")
    given = parser.parse_args(arguments)
    settings = Settings.from_environment()
    console = Console(highlight=False, soft_wrap=True)
    try:
        with Parts(replace(settings, home=given.home or settings.home, model="")) as parts:
            asked, searches = measure(parts, given.questions)
            show(parts, asked, searches, console)
    except (IngestError, AssistantError, EvalError) as error:
        console.print(f"waits: {error}", markup=False)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
