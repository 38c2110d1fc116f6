from __future__ import annotations

from array import array
from itertools import pairwise
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from assistant.answer import Citation
from assistant.citing import highlight
from assistant.citing.highlight import MarkedLine
from ingest.document import Boxes, Document, Span, WordBox
from ingest.errors import DamagedFile, FileMissing
from ingest.library import Library
from ingest.pipeline import read_document
from tests import fake_pdf

LINES = (
    "1. Response times",
    "The supplier shall answer every critical incident within",
    "fifteen minutes of the call and shall resolve it within four",
    "hours, at any time of the day.",
    "2. Reports",
    "The supplier shall report each month.",
)
QUOTE = "critical incident within\nfifteen minutes of the call"


@pytest.fixture
def original(tmp_path: Path) -> Path:
    return fake_pdf.pdf(tmp_path / "levels.pdf", [fake_pdf.words(*LINES), fake_pdf.words("3. Audit", "Once a year.")])


def cite(library: Library, original: Path, document: Document, quote: str) -> Citation:
    start = document.text.index(quote)
    with library.writing():
        record = library.add("Acme", document, (), original)
    page = document.page_at(start)
    return Citation("Acme", record.name, "1", page, start, start + len(quote), quote, record.id)


def words_under(path: Path, page: int, mark: MarkedLine) -> str:
    sheet = pdfium.PdfDocument(path)[page - 1]
    height = sheet.get_height()
    text = sheet.get_textpage().get_text_bounded(mark.x0, height - mark.y1, mark.x1, height - mark.y0)
    return str(text)


def test_the_boxes_cover_the_words_of_the_quote_and_no_others(tmp_path: Path, original: Path) -> None:
    library = Library(tmp_path / "home")
    citation = cite(library, original, read_document(original), QUOTE)
    marks = highlight.marked_lines(highlight.boxes(library, citation))
    assert [words_under(original, 1, mark).strip() for mark in marks] == QUOTE.split("\n")
    assert {mark.page for mark in marks} == {1}


def test_the_picture_is_yellow_where_the_words_stand_and_nowhere_else(tmp_path: Path, original: Path) -> None:
    library = Library(tmp_path / "home")
    citation = cite(library, original, read_document(original), QUOTE)
    marks = highlight.marked_lines(highlight.boxes(library, citation))
    plain = highlight.page_image(original, 1, 2.0)
    marked = highlight.highlighted_page(original, 1, marks, 2.0)
    changed = [
        (x / 2, y / 2)
        for y in range(0, marked.height, 4)
        for x in range(0, marked.width, 4)
        if marked.getpixel((x, y)) != plain.getpixel((x, y))
    ]
    slack = 3.0  # points: the margin of the pen, and its rounding
    assert changed
    assert all(
        any(m.x0 - slack <= x <= m.x1 + slack and m.y0 - slack <= y <= m.y1 + slack for m in marks) for x, y in changed
    )


def test_marks_of_other_pages_are_left_out(original: Path) -> None:
    marks = [MarkedLine(2, 72, 80, 200, 110)]
    assert highlight.highlighted_page(original, 1, marks, 1.0) == highlight.page_image(original, 1, 1.0)
    assert highlight.highlighted_page(original, 2, marks, 1.0) != highlight.page_image(original, 2, 1.0)


def test_a_turned_page_is_marked_as_displayed(tmp_path: Path, original: Path) -> None:
    path = fake_pdf.changed(original, tmp_path / "turned.pdf", lambda writer: writer.pages[0].rotate(90))
    library = Library(tmp_path / "home")
    citation = cite(library, path, read_document(path), "every critical incident")
    words = highlight.boxes(library, citation)
    width, height = highlight.page_image(path, 1, 1.0).size
    assert (width, height) == (fake_pdf.HEIGHT, fake_pdf.WIDTH)
    # turned clockwise, a line runs down the page, as far from its left side as it was up from the bottom
    baseline = 740 - 13
    assert [word.span.of(read_document(path).text) for word in words] == ["every", "critical", "incident"]
    assert all(baseline - 4 < word.x0 < baseline < word.x1 < baseline + 12 for word in words)
    assert [word.y0 for word in words] == sorted(word.y0 for word in words)
    assert words[0].y0 > 72


def test_words_far_apart_on_a_line_are_marked_apart() -> None:
    words = [
        WordBox(Span(0, 2), 1, 10, 100, 30, 110),
        WordBox(Span(3, 5), 1, 33, 100, 50, 110),
        WordBox(Span(6, 8), 1, 200, 100, 230, 110),
    ]
    assert highlight.marked_lines(words) == [MarkedLine(1, 10, 100, 50, 110), MarkedLine(1, 200, 100, 230, 110)]


def test_a_poster_is_drawn_small_enough_to_fit_in_memory(tmp_path: Path) -> None:
    path = fake_pdf.pdf(tmp_path / "poster.pdf", [fake_pdf.words("Large")], size=(14000.0, 7000.0))
    assert max(highlight.page_image(path, 1, 2.0).size) <= 4000


def test_what_cannot_be_drawn_is_told(tmp_path: Path, original: Path) -> None:
    with pytest.raises(FileMissing, match="add the document again"):
        highlight.page_image(tmp_path / "gone.pdf", 1, 1.0)
    damaged = tmp_path / "damaged.pdf"
    damaged.write_bytes(original.read_bytes()[:200])
    with pytest.raises(DamagedFile, match=r"damaged\.pdf"):
        highlight.page_image(damaged, 1, 1.0)
    with pytest.raises(ValueError, match="from 1 to 2"):
        highlight.page_image(original, 3, 1.0)


def test_a_line_that_runs_downhill_is_marked_in_steps_without_gaps() -> None:
    words = [WordBox(Span(n, n + 1), 1, 40.0 * n, 100.0 + 0.6 * n, 40.0 * n + 36, 110.0 + 0.6 * n) for n in range(6)]
    marks = highlight.marked_lines(words)
    assert len(marks) > 1
    assert all(mark.y1 - mark.y0 <= 11.0 for mark in marks), "none reaches into the line below"
    assert all(mark.x0 <= before.x1 for before, mark in pairwise(marks))
    assert (marks[0].x0, marks[-1].x1) == (0.0, 236.0)


def test_a_tall_word_does_not_break_a_line() -> None:
    words = [WordBox(Span(n, n + 1), 1, 40.0 * n, 100.0 - 4 * (n == 1), 40.0 * n + 36, 110.0) for n in range(3)]
    assert len(highlight.marked_lines(words)) == 1


@pytest.mark.parametrize(("rotated", "turn"), [(0, 0), (90, 270), (270, 90)])
def test_a_page_that_stands_on_its_side_is_turned_upright_with_its_marks(
    tmp_path: Path, rotated: int, turn: int
) -> None:
    lines = [f"The supplier shall report each month in writing, number {n}." for n in range(6)]
    plain = fake_pdf.pdf(tmp_path / "plain.pdf", [fake_pdf.words(*lines)])
    path = fake_pdf.changed(plain, tmp_path / "sideways.pdf", lambda writer: writer.pages[0].rotate(rotated))
    library = Library(tmp_path / "home")
    citation = cite(library, path, read_document(path), "number 3")
    words = library.boxes(citation.document_id)
    assert highlight.turn_of(words, 1) == turn
    marks = highlight.marked_lines(highlight.boxes(library, citation))
    image = highlight.highlighted_page(path, 1, marks, 1.0, turn)
    assert image.size == (fake_pdf.WIDTH, fake_pdf.HEIGHT)
    yellow = [
        (x, y) for y in range(image.height) for x in range(image.width) if image.getpixel((x, y)) == (255, 226, 110)
    ]
    top = fake_pdf.HEIGHT - 740 + 3 * 13
    assert yellow
    assert all(top - 14 < y < top + 6 and x > 72 for x, y in yellow)


def test_few_words_and_short_ones_say_nothing_of_how_a_page_stands() -> None:
    narrow = Boxes(array("I", range(20)), array("I", range(1, 21)), array("I", [1] * 20), array("f", [0, 0, 2, 9] * 20))
    assert highlight.turn_of(narrow, 1) == 0
    assert highlight.turn_of(Boxes(), 1) == 0
