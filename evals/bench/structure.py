"""``python -m evals.bench.structure``: how well clauses are found, and how often what a lawyer marked lies in one of them.

Boundaries, and (number, level) of each, are held against the samples' sources and against six real contracts annotated by hand; the
spans of CUAD against clauses and passages.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from evals.bench.structure_gold import UNSEEN, Boundary, Gold, annotated, checked, of_source, sources
from evals.bench.structure_spans import SpanShares, span_shares
from ingest.canonical import Canonical, assemble
from ingest.clauses import find_clauses
from ingest.clean import mark_furniture
from ingest.document import Clause
from ingest.read import read


@dataclass(frozen=True, slots=True)
class StructureFigures:
    """Boundaries in truth, found, and right; and how many of the right ones have number and level right."""

    name: str
    true: int
    found: int
    right: int
    named: int

    def shares(self, right: int) -> tuple[float, float, float]:
        """Precision, recall and F1 when so many are right, each 1 where there is nothing to find."""
        precision = right / self.found if self.found else 1.0
        recall = right / self.true if self.true else 1.0
        return precision, recall, 2 * right / (self.found + self.true) if self.found + self.true else 1.0


@dataclass(frozen=True, slots=True)
class Fault:
    """A boundary that is missing, too many, or has another number or level than it should."""

    name: str
    kind: str
    offset: int
    told: str


def read_canonical(path: Path) -> Canonical:
    """The canonical text of a file, as ingestion makes it."""
    return assemble(mark_furniture(read(path)))


def boundaries_of(canonical: Canonical, clauses: Iterable[Clause]) -> tuple[list[Boundary], str]:
    """The boundaries as found, and the letters and digits of the body; clauses with neither number nor heading are none."""
    offsets: dict[int, int] = {}
    parts: list[str] = []
    count = 0
    for placed in canonical.lines:
        offsets[placed.span.start] = count
        letters = "".join(c for c in placed.line.text if c.isalnum())
        parts.append(letters)
        count += len(letters)
    found = [
        Boundary(offsets[clause.span.start], clause.number, (clause.level,))
        for clause in clauses
        if (clause.number or clause.heading) and clause.span.start in offsets
    ]
    return found, "".join(parts)


def score(gold: Gold, found: Sequence[Boundary]) -> tuple[StructureFigures, list[Fault]]:
    """Hold boundaries as found against those of the gold."""
    true = {each.offset: each for each in gold.boundaries}
    judged = [each for each in found if each.offset in true or each.offset not in gold.optional]
    faults: list[Fault] = []
    right = named = 0
    for each in judged:
        wanted = true.get(each.offset)
        if wanted is None:
            faults.append(Fault(gold.name, "too many", each.offset, f"{each.number} level {each.levels[0]}"))
            continue
        right += 1
        if _plain(each.number) == _plain(wanted.number) and each.levels[0] in wanted.levels:
            named += 1
        else:
            told = f"{each.number} level {each.levels[0]} for {wanted.number} level {wanted.levels}"
            faults.append(Fault(gold.name, "misnamed", each.offset, told))
    seen = {each.offset for each in judged}
    faults += [Fault(gold.name, "missing", o, f"{b.number} level {b.levels}") for o, b in true.items() if o not in seen]
    return StructureFigures(gold.name, len(true), len(judged), right, named), faults


def _plain(number: str | None) -> str:
    """A number without punctuation and case: "Article 4 :" and "ARTICLE 4" are one."""
    return re.sub(r"[^a-z0-9.]+", " ", (number or "").lower()).strip(" .")


def figures(corpus: Path | None) -> tuple[list[StructureFigures], list[Fault]]:
    """The figures of all documents: the samples', and those of real contracts where their folder is at hand."""
    rows: list[StructureFigures] = []
    faults: list[Fault] = []
    for source, path in sources():
        canonical = read_canonical(path)
        found, body = boundaries_of(canonical, find_clauses(canonical).clauses)
        row, wrong = score(of_source(source, path, body), found)
        rows.append(row)
        faults += wrong
    for gold, letters in annotated(corpus) if corpus else ():
        canonical = read_canonical(gold.path)
        found, body = boundaries_of(canonical, find_clauses(canonical).clauses)
        row, wrong = score(checked(gold, letters, len(body)), found)
        rows.append(row)
        faults += wrong
    return rows, faults


def together(name: str, rows: Sequence[StructureFigures]) -> StructureFigures:
    """The sums of several documents."""
    sums = (sum(getattr(row, key) for row in rows) for key in ("true", "found", "right", "named"))
    return StructureFigures(name, *sums)


def summed(rows: Sequence[StructureFigures], corpus: Path | None) -> list[StructureFigures]:
    """The sums of the samples, of the real contracts that the rules were mended on, and of those that they were not."""
    real = [gold.name for gold, _ in annotated(corpus)] if corpus else []
    groups = {
        "samples": [row for row in rows if row.name not in real],
        "real contracts": [row for row in rows if row.name in real and not row.name.startswith(UNSEEN)],
        "real contracts, rules not mended on them": [row for row in rows if row.name.startswith(UNSEEN)],
    }
    return [together(name, group) for name, group in groups.items() if group]


def table(rows: Sequence[StructureFigures]) -> str:
    """The figures as Markdown, in percent."""
    head = "| document | clauses | precision | recall | F1 | number and level, F1 |"
    lines = [head, "|" + " --- |" * 6]
    for row in rows:
        precision, recall, f1 = (100 * share for share in row.shares(row.right))
        named = 100 * row.shares(row.named)[2]
        lines.append(f"| {row.name} | {row.true} | {precision:.1f} | {recall:.1f} | {f1:.1f} | {named:.1f} |")
    return "\n".join(lines)


def span_table(shares: SpanShares) -> str:
    """The shares of expert spans as Markdown, in percent."""
    return "\n".join(
        [
            "| spans of lawyers | inside one clause | inside one clause with its sub-clauses | inside one passage |",
            "| --- | --- | --- | --- |",
            f"| {shares.spans:,} of {shares.contracts} contracts | {100 * shares.in_clause:.1f} | {100 * shares.in_subtree:.1f} | "
            f"{100 * shares.in_passage:.1f} |",
        ]
    )


def main(arguments: Sequence[str]) -> int:
    """Print the tables; ``--faults`` prints each boundary that is wrong as well, ``--no-spans`` leaves the spans out."""
    from assistant.parts import Parts
    from assistant.settings import Settings

    settings = Settings.from_environment()
    console = Console(markup=False, emoji=False, highlight=False)
    corpus = settings.corpus if settings.corpus.is_dir() else None
    rows, faults = figures(corpus)
    console.print(table([*rows, *summed(rows, corpus)]), soft_wrap=True)
    if "--faults" in arguments:
        for fault in faults:
            console.print(f"{fault.name}: {fault.kind} at {fault.offset}: {fault.told}", soft_wrap=True)
    if corpus and "--no-spans" not in arguments:
        with Parts(settings) as built:
            console.print(span_table(span_shares(corpus, built.embedder)), soft_wrap=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
