"""Every cross-reference within the English sample family leads to a clause, a paragraph, a schedule or an annex that exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from evals.samples.build import NOTES, SOURCES
from evals.samples.markup import parse
from evals.samples.source import Heading, Item, Numbered

FAMILY = SOURCES / "Brackenholt-Torrovane"
FRAMEWORK = FAMILY / "framework-agreement.md"
DOCUMENTS = sorted(path for path in FAMILY.glob("*.md") if path.name != NOTES)
NUMBER = r"\d+(?:\.\d+)*(?:\([a-z]\))?"
REFERENCE = re.compile(
    rf"\b([Cc]lause|[Pp]aragraph)s?\s+({NUMBER}(?:(?:, | and | or | to ){NUMBER})*)(?: of Annex (\d))?"
)


def numbers(path: Path) -> set[str]:
    """The numbers that the document prints, lettered items as "18.2(a)"."""
    found: set[str] = set()
    last = ""
    for block in parse(path).blocks:
        if isinstance(block, Heading | Numbered) and block.number:
            last = block.number.rstrip(".")
            found.add(last)
        elif isinstance(block, Item):
            found.add(last + block.marker)
    return found


def annex(number: str) -> Path:
    return next(path for path in DOCUMENTS if path.name.startswith(f"annex-{number}-"))


def dangling(path: Path, text: str) -> list[str]:
    """The references in the text of a document that lead nowhere."""
    wrong = []
    for match in REFERENCE.finditer(text):
        kind, targets, annex_number = match.groups()
        target = FRAMEWORK if kind.lower() == "clause" else annex(annex_number) if annex_number else path
        known = numbers(target)
        wrong += [f"{match[0]!r}" for number in re.findall(NUMBER, targets) if number not in known]
    return wrong


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_references_resolve(path: Path) -> None:
    assert dangling(path, path.read_text(encoding="utf-8")) == []


def test_a_dangling_reference_is_found() -> None:
    assert dangling(FRAMEWORK, "clauses 7.6, 23.4 and 99.1, paragraph 4.77 of Annex 1 and clause 18.2(z)") == [
        "'clauses 7.6, 23.4 and 99.1'",
        "'paragraph 4.77 of Annex 1'",
        "'clause 18.2(z)'",
    ]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_annexes_and_schedules_named_exist(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert set(re.findall(r"Annex (\d)", text)) <= {"1", "2", "3", "4", "5"}
    assert set(re.findall(r"Schedule (\d)", text)) <= {"1", "2", "3"}
