"""The pieces that lead for a question, as the product ranks them, and which of them stand in words that answer it.

    python -m evals.training.leading OUT.jsonl [--corpus FOLDER] [--contracts N]

What the cross-encoder is for is to tell these apart, so it learns from them. The questions are ours: on single clauses of real
contracts, on words of these, and on contracts that we wrote, with those that come near and that nothing of their contract answers.
The file holds words of contracts, and is not kept here.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.asked.question import read_question
from assistant.parts import Parts
from assistant.retrieval.answer_reader import below_headings
from assistant.retrieval.candidate import Candidate
from assistant.retrieval.nearness import Nearness
from assistant.retrieval.ranking import Ranking
from assistant.retrieve import Search
from assistant.settings import Settings
from assistant.wording.lexicon import Lexicon
from evals.case import Strict
from evals.corpus import read_source
from evals.family_text import family_markdown
from evals.locate import LocatableText
from evals.taken_in import all_taken_in
from evals.training.rows import clause_rows, read_families, stated_rows
from ingest.document import Span
from ingest.pipeline import ingest, plan

LED = 8
"""Pieces that are kept for a question; what stands behind them is not read again."""
_FOUND = 10  # passages
_SEED = 3


class Piece(Strict):
    """A piece as the cross-encoder reads it, its score before, and whether it stands in words that answer."""

    words: str
    score: float
    right: bool


class Led(Strict):
    """A question on a contract, and the pieces that lead for it, best first; ``near`` when nothing of the contract answers it."""

    contract: str
    question: str
    near: bool
    pieces: tuple[Piece, ...]


@dataclass(slots=True)
class _Sheet:
    """What is asked of one contract: questions, each with the words that answer it, none for one that only comes near."""

    asked: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)


class Leads:
    """Asks questions of the contracts of a library.

    Args:
        parts: the library, index and embedder.
    """

    def __init__(self, parts: Parts) -> None:
        lexicon = Lexicon.load()
        self._library = parts.library
        self._search = Search(parts.library, parts.index, parts.embedder, lexicon)
        self._ranking = Ranking(parts.library, lexicon, Nearness(parts.embedder))

    def of(self, contract: str, sheet: _Sheet) -> Iterator[Led]:
        """A row for each question whose words were found in the contract, or that has none."""
        records = self._library.contract(contract).documents
        texts = {r.id: LocatableText(self._library.document(r.id).text) for r in records}
        for asked, answering in sheet.asked:
            places = [(id_, span) for id_, text in texts.items() for words in answering for span in text.places(words)]
            if bool(places) == bool(answering):
                pieces = self._pieces(asked, [r.id for r in records], places)
                yield Led(contract=contract, question=asked, near=not answering, pieces=tuple(pieces))

    def _pieces(self, asked: str, ids: Sequence[str], places: Sequence[tuple[str, Span]]) -> Iterator[Piece]:
        question = read_question(asked)
        found = self._search.passages(question, ids, _FOUND)
        for candidate in self._ranking.candidates(question, found)[:LED]:
            right = any(candidate.passage.document_id == id_ and candidate.span.overlaps(span) for id_, span in places)
            yield Piece(words=self._words(candidate), score=round(candidate.score, 3), right=right)

    def _words(self, candidate: Candidate) -> str:
        return below_headings(candidate, self._library)


def sheets(corpus: Path, contracts: int) -> dict[str, _Sheet]:
    """What is asked of each contract: those that we wrote, those with questions on clauses, and so many more of real ones.

    Raises:
        GoldError: when something of the material is missing or malformed.
    """
    chance = random.Random(_SEED)  # noqa: S311 - not for secrets
    asked: dict[str, _Sheet] = defaultdict(_Sheet)
    for name, clauses in read_families().items():
        for clause in clauses:
            answering = (clause.text, *(clauses[n].text for n in clause.also))
            asked[name].asked += [(q, answering) for _, q in chance.sample(clause.answers, min(2, len(clause.answers)))]
            asked[name].asked += [(q, ()) for _, q in chance.sample(clause.near, min(1, len(clause.near)))]
    for row in clause_rows():
        words = read_source(corpus / "cuad-more" / "txt" / f"{row.contract_id}.txt")[row.start : row.end]
        asked[row.contract_id].asked += [(chance.choice(qs), (words,)) for qs in (row.q_en, row.q_fr) if qs]
    real = [row for row in stated_rows() if row.clause is None and row.questions]
    others = sorted({row.contract for row in real})
    chance.shuffle(others)
    taken = set(others[:contracts])
    for stated in real:
        if stated.contract in taken:
            words = read_source(corpus / "cuad-more" / "txt" / f"{stated.contract}.txt")[stated.start : stated.end]
            answered = [q for _, kind, q in stated.questions if kind == "answered"]
            asked[stated.contract].asked += [(q, (words,)) for q in answered]
    return asked


def gather(out: Path, corpus: Path, contracts: int) -> None:
    """Take the contracts in, ask, and write the rows."""
    asked = sheets(corpus, contracts)
    written = read_families()
    with TemporaryDirectory() as folder, Parts(Settings.from_environment()) as parts:
        known = {contract.name for contract in parts.library.contracts()}
        files = []
        for name in asked:
            if name in written:
                (file := Path(folder) / f"{name}.md").write_text(family_markdown(written[name]), encoding="utf-8")
            else:
                file = corpus / "cuad-more" / "txt" / f"{name}.txt"
            files += [] if name in known else [file]
        all_taken_in(ingest(plan(files, each=True), parts.library, parts.index, parts.embedder), "every contract")
        leads = Leads(parts)
        with out.open("w", encoding="utf-8") as stream:
            for n, (name, sheet) in enumerate(asked.items(), start=1):
                for row in leads.of(name, sheet):
                    stream.write(row.model_dump_json() + "\n")
                print(f"{n} of {len(asked)}: {name}, {len(sheet.asked)} questions", file=sys.stderr, flush=True)


def main() -> None:
    """Ask and write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--corpus", type=Path, default=Path("../shared/corpus"))
    parser.add_argument("--contracts", type=int, default=150, help="real ones with questions on their words")
    given = parser.parse_args()
    gather(given.out, given.corpus, given.contracts)


if __name__ == "__main__":
    main()
