"""The sample families: they are there, they are what their sources give, and their pages are sound."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn

from evals.samples import families
from evals.samples.build import NOTES, SOURCES, build_document
from evals.samples.markup import parse
from evals.samples.pdf_styles import SIDE_MARGIN
from evals.samples.source import Heading, Item, Numbered
from ingest.document import Role

ALL_SOURCES = sorted(path for path in SOURCES.glob("*/*.md") if path.name != NOTES)
WORD_PARTS = ("word/document.xml", "word/numbering.xml")


def built(source: Path) -> Path:
    return families()[source.parent.name] / f"{source.stem}.{parse(source).meta.format}"


def page_texts(path: Path) -> list[str]:
    pdf = pypdfium2.PdfDocument(path)
    texts = [page.get_textpage().get_text_range().replace("\r\n", "\n").replace("\xa0", " ") for page in pdf]
    pdf.close()
    return texts


def word_parts(path: Path) -> list[bytes]:
    with zipfile.ZipFile(path) as archive:
        return [archive.read(part) for part in WORD_PARTS]


def source_id(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def test_every_family_has_its_documents_and_nothing_else() -> None:
    for name, folder in families().items():
        expected = {built(source).name for source in ALL_SOURCES if source.parent.name == name}
        assert {path.name for path in folder.iterdir()} == expected


@pytest.mark.parametrize("family", sorted(families()))
def test_a_family_has_thirty_pages_one_word_document_and_the_roles_of_the_design(family: str) -> None:
    folder = families()[family]
    roles = {parse(source).meta.role for source in ALL_SOURCES if source.parent.name == family}
    assert sum(len(page_texts(path)) for path in folder.glob("*.pdf")) >= 30
    assert len(list(folder.glob("*.docx"))) == 1
    assert roles >= {Role.FRAMEWORK, Role.SERVICE_LEVELS, Role.QUALITY_PLAN, Role.EXIT_PLAN, Role.DATA_PROTECTION}
    assert roles >= {Role.PRICING, Role.AMENDMENT}


@pytest.mark.parametrize("source", ALL_SOURCES, ids=source_id)
def test_the_committed_file_is_what_its_source_gives(source: Path, tmp_path: Path) -> None:
    rebuilt = build_document(source, tmp_path)
    if rebuilt.suffix == ".pdf":
        assert page_texts(rebuilt) == page_texts(built(source))
    else:
        assert word_parts(rebuilt) == word_parts(built(source))


@pytest.mark.parametrize("kind", ["amendment-1", "annex-3-quality-plan"])
def test_building_twice_gives_the_same_bytes(kind: str, tmp_path: Path) -> None:
    source = next(path for path in ALL_SOURCES if path.stem == kind)
    first = build_document(source, tmp_path / "first")
    second = build_document(source, tmp_path / "second")
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("source", [path for path in ALL_SOURCES if parse(path).meta.format == "pdf"], ids=source_id)
def test_no_word_leaves_the_margins(source: Path) -> None:
    pdf = pypdfium2.PdfDocument(built(source))
    for number, page in enumerate(pdf, start=1):
        text_page = page.get_textpage()
        for i in range(text_page.count_rects()):
            left, _, right, _ = text_page.get_rect(i)
            assert left > SIDE_MARGIN - 2, f"page {number}"
            assert right < page.get_width() - SIDE_MARGIN + 2, f"page {number}"
    pdf.close()


@pytest.mark.parametrize("source", [path for path in ALL_SOURCES if parse(path).meta.contents], ids=source_id)
def test_the_contents_name_the_pages_on_which_the_headings_stand(source: Path) -> None:
    pages = page_texts(built(source))
    parsed = parse(source)
    contents = "\n".join(page for page in pages if " . . . " in page)
    for heading in (block for block in parsed.blocks if isinstance(block, Heading)):
        label = f"{heading.number or ''} {heading.text}".strip().replace("\xa0", " ")
        entry = re.search(re.escape(label) + r"[ .]+ (\d+)$", contents, re.MULTILINE)
        assert entry, label
        assert label in pages[int(entry[1]) - 1].splitlines(), label


@pytest.mark.parametrize("source", [path for path in ALL_SOURCES if parse(path).meta.format == "docx"], ids=source_id)
def test_word_generates_the_numbers_of_clauses(source: Path) -> None:
    word = docx.Document(built(source))
    numbered = [block for block in parse(source).blocks if isinstance(block, Heading | Numbered | Item)]
    generated = [p for p in word.paragraphs if p._p.pPr is not None and p._p.pPr.numPr is not None]
    assert len(generated) == len(numbered)
    for paragraph, block in zip(generated, numbered, strict=True):
        assert paragraph.text == block.text.replace("**", "")
    texts = {level.get(qn("w:val")) for level in word.part.numbering_part.element.iter(qn("w:lvlText"))}
    assert "%1.%2" in texts
