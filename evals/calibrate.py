"""Fits the weights by which the assistant judges whether a contract answers a question: ``python -m evals.calibrate``.

They are fitted on contracts that we wrote and that the embedder was not trained on (``calibration/families.jsonl``, and those that training
keeps apart), each with questions that it answers and others that only come near. How well they do is told on these, each left out of
the fit in its turn, and on real contracts: those of ``cuad-more``, which no gold set of questions touches, with questions of ours for each
topic that lawyers marked. A contract with words marked for the topic, which hold the value that the question is after, answers it; one
without does not. A third kind is made by taking away: of a contract that answers, the passages with the marked words are withheld, so
that the subject is still spoken of and the answer is gone.

    python -m evals.calibrate gather ROWS.jsonl     asks; needs the folder of real contracts
    python -m evals.calibrate fit ROWS.jsonl        fits, prints the curve, writes assistant/data/assurance.json
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

import numpy as np
import numpy.typing as npt

from assistant.asked.question import read_question
from assistant.asked.sought import any_holds, read_sought
from assistant.parts import Parts
from assistant.retrieval.nearness import Nearness
from assistant.retrieval.ranking import Ranking
from assistant.retrieval.rereading import Rereading
from assistant.retrieval.signals import NAMES, SignalReader
from assistant.retrieve import Search
from assistant.settings import Settings
from assistant.wording.lexicon import Lexicon
from evals.case import Case, Strict
from evals.corpus import read_expert_spans
from evals.draft import bind
from evals.family_text import family_markdown
from evals.goldset import read_rows
from evals.sets import thin
from evals.taken_in import all_taken_in
from evals.training.examples import contracts_taken, held_out
from evals.training.rows import FamilyClause, read_families
from ingest.document import Span
from ingest.pipeline import ingest, plan

HERE = Path(__file__).parent
WEIGHTS = HERE.parent / "assistant" / "data" / "assurance.json"
CONTRACTS = 36
LONGEST = 60_000  # bytes of a contract, so that a run stays short
PASSAGES, PASSAGES_ASKED = 10, 30
RIDGE = 1000.0  # on the squared weights, the signals in standard deviations; best on the real contracts

Label = Literal["answered", "near", "marked", "valueless", "absent", "withheld"]
"""Why a contract answers a question, or does not: the first two of contracts that we wrote, the others of real ones."""

Floats = npt.NDArray[np.float64]


class Topic(Strict):
    """A question on a CUAD topic; with a ``value``, only marked words that hold the value asked for answer it."""

    category: str
    value: str | None
    question: str


class Row(Strict):
    """One question of one contract: whether the contract answers it, how that is known, and the signals."""

    contract: str
    question: str
    label: Label
    signals: tuple[float, ...]

    @property
    def answered(self) -> bool:
        """Whether the contract answers it."""
        return self.label in ("answered", "marked")

    @property
    def written(self) -> bool:
        """Whether the contract is one that we wrote."""
        return self.label in ("answered", "near")


class Gatherer:
    """Asks the questions of the topics over a library.

    Args:
        parts: the library, index and embedder.
    """

    def __init__(self, parts: Parts) -> None:
        lexicon = Lexicon.load()
        self._library = parts.library
        self._lexicon = lexicon
        self._search = Search(parts.library, parts.index, parts.embedder, lexicon)
        self._ranking = Ranking(parts.library, lexicon, Nearness(parts.embedder))
        self._rereading = Rereading(parts.library, parts.answer_reader)
        self._signals = SignalReader(
            parts.library, parts.index, lexicon, parts.embedder.unrelated_below, parts.answer_reader
        )

    def rows(self, cases: Sequence[Case], topics: Sequence[Topic]) -> Iterator[Row]:
        """The rows of every topic for every contract; a case holds the words marked in one contract for one category."""
        for case in cases:
            for topic in topics:
                if case.id.endswith(f"/{topic.category}"):
                    yield from self._rows(case, topic)

    def family_rows(self, families: Mapping[str, Sequence[FamilyClause]]) -> Iterator[Row]:
        """The rows of contracts that we wrote, each in the library under the name of its family."""
        for family, clauses in families.items():
            for clause in clauses:
                yield from (self._row(family, question, "answered", []) for _, question in clause.answers)
                yield from (self._row(family, question, "near", []) for _, question in clause.near)

    def _rows(self, case: Case, topic: Topic) -> Iterator[Row]:
        marked = [e.span for e in case.evidence if e.span is not None]
        if len(marked) < len(case.evidence):
            return  # marked words that could not be placed: nothing is known for sure
        if not marked:
            yield self._row(case.contract, topic.question, "absent", [])
            return
        sought = read_sought(read_question(topic.question))
        if topic.value and not any_holds(sought, [e.quote for e in case.evidence], "en", self._lexicon, "en"):
            yield self._row(case.contract, topic.question, "valueless", [])
            return
        yield self._row(case.contract, topic.question, "marked", [])
        yield self._row(case.contract, topic.question, "withheld", marked)

    def _row(
        self,
        contract: str,
        text: str,
        label: Label,
        withheld: Sequence[Span],
    ) -> Row:
        question = read_question(text)
        ids = [d.id for d in self._library.contract(contract).documents]
        found = self._search.passages(question, ids, PASSAGES_ASKED)
        left = [p for p in found if not any(Span(p.start, p.end).overlaps(span) for span in withheld)][:PASSAGES]
        _, candidates = self._rereading.of(question, left, self._ranking.candidates(question, left))
        signals = self._signals.read(question, left, candidates, ids)
        return Row(contract=contract, question=text, label=label, signals=signals.vector())


def gather(out: Path, settings: Settings) -> None:
    """Ask the questions over a sample of the contracts and write their rows.

    The embedder knows the contracts that it was trained on better than those of its users, so these are left out.
    """
    topics = read_rows(HERE / "calibration" / "questions.jsonl", Topic)
    texts = sorted((settings.corpus / "cuad-more" / "txt").glob("*.txt"))
    better_known = set(contracts_taken(settings.corpus))
    chosen = thin([t for t in texts if t.stem not in better_known and t.stat().st_size <= LONGEST], CONTRACTS)
    names = {text.stem for text in chosen}
    with Parts(settings) as parts, out.open("w", encoding="utf-8") as stream:
        known = {d.name for contract in parts.library.contracts() for d in contract.documents}
        jobs = [job for job in plan(chosen, each=True) if job.path.stem not in known]
        ingest(jobs, parts.library, parts.index, parts.embedder)
        drafts = [d for d in read_expert_spans(settings.corpus, "cuad-more") if d.case.contract in names]
        cases, _ = bind(drafts, parts.library)
        gatherer = Gatherer(parts)
        families = _families()
        _take_in(families, parts)
        for row in chain(gatherer.rows(cases, topics), gatherer.family_rows(families)):
            stream.write(row.model_dump_json() + "\n")


def _families() -> dict[str, list[FamilyClause]]:
    """The contracts that we wrote and that the embedder was not trained on."""
    kept_apart = {name: rows for name, rows in read_families().items() if held_out(name)}
    return read_families(HERE / "calibration") | kept_apart


def _take_in(families: Mapping[str, Sequence[FamilyClause]], parts: Parts) -> None:
    """Ingest the contracts that we wrote and that the library does not hold yet."""
    known = {contract.name for contract in parts.library.contracts()}
    with TemporaryDirectory() as folder:
        files = [Path(folder) / f"{family}.md" for family in families if family not in known]
        for file in files:
            file.write_text(family_markdown(families[file.stem]), encoding="utf-8")
        outcomes = ingest(plan(files, each=True), parts.library, parts.index, parts.embedder)
    all_taken_in(outcomes, "every contract that we wrote")


def fit(rows: Sequence[Row]) -> tuple[tuple[float, ...], float]:
    """The weights of the signals and the constant: a ridge logistic regression, answered and unanswered rows weighing alike.

    Newton's method (iteratively reweighted least squares), as in C. Bishop, Pattern Recognition and Machine Learning, 4.3.3.
    """
    given = np.array([row.signals for row in rows])
    answered = np.array([float(row.answered) for row in rows])
    mean, deviation = given.mean(axis=0), given.std(axis=0)
    deviation[deviation < 1e-9] = 1.0
    scaled = np.column_stack([(given - mean) / deviation, np.ones(len(rows))])
    weight = np.where(answered == 1.0, 0.5 / answered.mean(), 0.5 / (1.0 - answered.mean()))
    found = _newton(scaled, answered, weight)
    weights = found[:-1] / deviation
    return tuple(float(w) for w in weights), float(found[-1] - (weights * mean).sum())


def _newton(scaled: Floats, answered: Floats, weight: Floats) -> Floats:
    found = np.zeros(scaled.shape[1])
    ridge = np.full(scaled.shape[1], RIDGE)
    ridge[-1] = 0.0
    for _ in range(50):
        likely = 1.0 / (1.0 + np.exp(-scaled @ found))
        slope = scaled.T @ (weight * (answered - likely)) - ridge * found
        curvature = (scaled.T * (weight * likely * (1.0 - likely))) @ scaled + np.diag(ridge)
        step = np.linalg.solve(curvature, slope)
        found = found + step
        if np.abs(step).max() < 1e-8:
            break
    return found


def area(scores: Sequence[float], answered: Sequence[bool]) -> float:
    """The area under the ROC curve: how often an answered question scores higher than an unanswered one."""
    yes = [s for s, a in zip(scores, answered, strict=True) if a]
    no = [s for s, a in zip(scores, answered, strict=True) if not a]
    won = sum((y > n) + 0.5 * (y == n) for y in yes for n in no)
    return won / (len(yes) * len(no)) if yes and no else float("nan")


def _cross_validated(rows: Sequence[Row], parts: int = 6) -> list[float]:
    """The score of each row under weights fitted on other contracts."""
    contracts = sorted({row.contract for row in rows})
    part_of = {contract: n % parts for n, contract in enumerate(contracts)}
    scores = [0.0] * len(rows)
    for part in range(parts):
        weights, constant = fit([row for row in rows if part_of[row.contract] != part])
        for n, row in enumerate(rows):
            if part_of[row.contract] == part:
                scores[n] = constant + float(np.dot(weights, row.signals))
    return scores


def _report(rows: Sequence[Row], weights: Sequence[float]) -> Iterator[str]:
    written, real = [row for row in rows if row.written], [row for row in rows if not row.written]
    answered = [row.answered for row in written]
    fair = area(_cross_validated(written), answered)
    yield f"{len(written)} rows of contracts that we wrote, {sum(answered)} answered; area under the curve {fair:.3f}"
    for name, column in zip(NAMES, zip(*(row.signals for row in written), strict=True), strict=True):
        yield f"  {name} alone: {area(column, answered):.3f}"
    scores = [float(np.dot(weights, row.signals)) for row in real]
    yield f"{len(real)} rows of real contracts; area under the curve {area(scores, [r.answered for r in real]):.3f}"
    for label in ("valueless", "absent", "withheld"):
        kept = [(s, r.answered) for s, r in zip(scores, real, strict=True) if r.label in ("marked", label)]
        part = area([s for s, _ in kept], [a for _, a in kept])
        yield f"  against {label} ({sum(not a for _, a in kept)}): {part:.3f}"


def main(arguments: Sequence[str]) -> int:
    """Run the command; its exit code."""
    if len(arguments) != 2 or arguments[0] not in ("gather", "fit"):
        print(__doc__)
        return 2
    path = Path(arguments[1])
    if arguments[0] == "gather":
        gather(path, Settings.from_environment())
        return 0
    rows = read_rows(path, Row)
    weights, constant = fit([row for row in rows if row.written])
    print("\n".join(_report(rows, weights)))
    shown = {name: round(weight, 4) for name, weight in zip(NAMES, weights, strict=True)}
    WEIGHTS.write_text(
        json.dumps({"constant": round(constant, 4), "weights": shown}, indent=1) + "\n", encoding="utf-8"
    )
    print(f"written to {WEIGHTS}: {shown}, constant {constant:.4f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
