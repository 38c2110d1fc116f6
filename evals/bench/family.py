"""``python -m evals.bench.family``: roles, particulars and amendments of the sample contracts, held against what their sources say.

The truth was written down from the sources, by hand (``evals/gold/family``). Of a change its clause and the day from which it holds count;
one that is not lasting is an exception for a time or a case.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter
from rich.console import Console

from assistant.family.ledger import Ledgers
from evals.samples import families
from ingest.assembly import read_document
from ingest.change import Change, is_passing
from ingest.changes import find_changes
from ingest.document import Document, Role
from ingest.library import Library
from ingest.particulars import find_particulars

_GOLD = Path(__file__).parents[1] / "gold" / "family" / "samples.json"
_KEYS = ("role", "parties", "signed", "effective", "expiry", "governing language", "governing law")

Finding = tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class _Change:
    amendment: str
    document: str
    clause: str | None
    effective: str
    lasting: bool


@dataclass(frozen=True, slots=True)
class _Family:
    documents: dict[str, dict[str, tuple[str, ...]]]
    changes: tuple[_Change, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """What was expected of one kind, what was found, and what of it is right."""

    kind: str
    expected: int
    found: int
    right: int


def compared(kind: str, expected: Iterable[Finding], found: Iterable[Finding]) -> Row:
    """The row of two lists of findings; each counts as often as it stands in them."""
    wanted, got = Counter(expected), Counter(found)
    return Row(kind, wanted.total(), got.total(), (wanted & got).total())


def measure() -> list[Row]:
    """Read the samples and compare: a row each for roles, particulars and changes, and one for the changes that were applied."""
    truth = TypeAdapter(dict[str, _Family]).validate_json(_GOLD.read_bytes())
    documents = {name: _read(folder) for name, folder in families().items()}
    expected = list(_expected(truth))
    found = [
        (name, each.key, each.value)
        for family in documents.values()
        for name, document in family.items()
        for each in find_particulars(document)
        if each.key in _KEYS
    ]
    roles = [each for each in expected if each[1] == "role"], [each for each in found if each[1] == "role"]
    others = [each for each in expected if each[1] != "role"], [each for each in found if each[1] != "role"]
    return [
        compared("roles of documents", *roles),
        compared("parties, dates, language and law", *others),
        *_changes(truth, documents),
    ]


def _read(folder: Path) -> dict[str, Document]:
    return {path.stem: read_document(path) for path in sorted(folder.iterdir())}


def _expected(truth: Mapping[str, _Family]) -> Iterable[Finding]:
    for family in truth.values():
        for name, particulars in family.documents.items():
            yield from ((name, key, value) for key, values in particulars.items() for value in values)


def _changes(truth: Mapping[str, _Family], documents: Mapping[str, Mapping[str, Document]]) -> list[Row]:
    told = [change for family in truth.values() for change in family.changes]
    found = [
        (name, change)
        for family in documents.values()
        for name, document in family.items()
        if document.role is Role.AMENDMENT
        for change in find_changes(document, None)
    ]
    kept, timed = (
        [_finding(name, change) for name, change in found if is_passing(change) is kind] for kind in (False, True)
    )
    lasting, passing = (
        [(each.amendment, each.document, each.clause, each.effective) for each in told if each.lasting is kind]
        for kind in (True, False)
    )
    applied = sum(_applied(family) for family in documents.values())
    return [
        compared("changes by amendments", lasting, kept),
        Row("of changes and exceptions found, applied with certainty", len(found), applied, applied),
        compared("exceptions for a time or a case", passing, timed),
    ]


def _finding(name: str, change: Change) -> Finding:
    effective = change.effective.isoformat() if change.effective else None
    return name, change.target.document, change.target.clause, effective


def _applied(family: Mapping[str, Document]) -> int:
    """How many of a family's changes found their words in it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with closing(Library(folder / "home")) as library:
            for stem, document in family.items():
                source = folder / f"{stem}.txt"
                source.write_text(document.text, encoding="utf-8")
                with library.writing():
                    library.add("family", document, (), source)
            return sum(entry.certain for entry in Ledgers(library).of("family"))


def table(rows: Iterable[Row]) -> str:
    """The rows as Markdown."""
    lines = ["| what | expected | found | right |", "| --- | --- | --- | --- |"]
    return "\n".join([*lines, *(f"| {row.kind} | {row.expected} | {row.found} | {row.right} |" for row in rows)])


def main() -> int:
    """Print the table."""
    Console(markup=False, emoji=False, highlight=False).print(table(measure()), soft_wrap=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
