"""What a file becomes: the promises that hold for every document we own."""

from pathlib import Path

import pytest

from assistant.settings import Settings
from evals.samples import families
from ingest.assembly import read_document
from ingest.clauses import is_covered
from ingest.document import Document, Role

CORPUS = Settings.from_environment().corpus
SAMPLES = sorted(path for folder in families().values() for path in folder.iterdir())
REAL = sorted(
    p for s in ("*.pdf", "*.docx", "*.md") for p in CORPUS.rglob(s) if CORPUS in p.parents and "scans" not in p.parts
)


def check(document: Document) -> None:
    """Clauses and furniture cover the text once, pages tile the body, the tree is whole, boxes hold words."""
    assert is_covered(document.clauses, [f.span for f in document.furniture], len(document.text))
    assert [p.number for p in document.pages] == list(range(1, len(document.pages) + 1))
    assert document.pages[0].span.start == 0
    assert all(a.span.end == b.span.start for a, b in zip(document.pages, document.pages[1:], strict=False))
    levels: dict[str, int] = {}
    for clause in document.clauses:
        assert clause.level == (1 if clause.parent is None else levels[clause.parent] + 1)
        assert clause.page == document.page_at(clause.span.start)
        levels[clause.id] = clause.level
    for position in range(0, len(document.boxes), 97):
        assert not any(c.isspace() for c in document.boxes[position].span.of(document.text))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_the_samples_keep_the_promises(path):
    check(read_document(path))


@pytest.mark.corpus
@pytest.mark.skipif(not REAL, reason=f"no real contracts at {CORPUS} (CLAUSIER_CORPUS)")
@pytest.mark.parametrize("path", REAL, ids=lambda path: path.name[:40])
def test_real_contracts_keep_the_promises(path: Path):
    check(read_document(path))


def test_roles_languages_and_titles_of_the_samples():
    read = {path.stem: read_document(path) for path in SAMPLES}
    roles = {stem: document.role for stem, document in read.items()}
    assert roles["framework-agreement"] is roles["contrat-cadre"] is Role.FRAMEWORK
    assert roles["annex-1-service-levels"] is roles["annexe-1-niveaux-de-service"] is Role.SERVICE_LEVELS
    assert roles["amendment-1"] is roles["avenant-1"] is Role.AMENDMENT
    assert read["contrat-cadre"].language == "fr"
    assert read["framework-agreement"].language == "en"
    assert "Service Levels" in read["annex-1-service-levels"].title


@pytest.mark.parametrize(
    ("stem", "number", "heading", "level"),
    [
        ("framework-agreement", "7", "Charges, invoicing and payment", 1),
        ("framework-agreement", "7.3", None, 2),
        ("annex-1-service-levels", "7.6", None, 2),
        ("annex-3-quality-plan", "1.1", None, 2),
        ("contrat-cadre", "ARTICLE 9", "PRIX ET FACTURATION", 1),
        ("contrat-cadre", "9.3", None, 2),
        ("annexe-5-annexe-financiere", "6", "FACTURATION ET REMISE", 1),
    ],
)
def test_clauses_of_the_samples_are_found_with_their_place_in_the_tree(stem, number, heading, level):
    (path,) = [p for p in SAMPLES if p.stem == stem]
    found = [c for c in read_document(path).clauses if c.number == number and c.level == level]
    assert heading in [c.heading for c in found]
