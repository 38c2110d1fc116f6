"""Pictures of pages: turned upright, put in rows, and placed back; one test asks a real engine."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from ingest.errors import RecognitionError
from ingest.ocr import Ocr
from ingest.read import recognise
from ingest.read.recognise import Picture, SeenWord, mean_confidence
from ingest.read.scan import read_scan, recognised
from ingest.reader_pool import ReaderPool
from tests.fake_pdf import HEIGHT, WIDTH

SHAPE = (400, 600, 3)  # rows and columns of a picture of 300 by 200 points at two pixels a point
BLANK: Picture = np.zeros(SHAPE, dtype=np.uint8)


def word(text: str, x: float, y: float, confidence: float = 0.99, slant: float = 0.0) -> SeenWord:
    """A word whose top left corner is there, ten pixels a letter and twenty high; it rises or falls by ``slant`` a pixel."""
    width = 10.0 * len(text)
    corners = ((x, y), (x + width, y + slant * width), (x + width, y + 20 + slant * width), (x, y + 20))
    return SeenWord(text, confidence, corners)


def lines_drawn(quarters: int = 0) -> Picture:
    """A page with lines of writing, the first at its top, turned by quarters of a turn against the clock."""
    picture = np.full(SHAPE, 255, dtype=np.uint8)
    widths = np.random.default_rng(7).integers(3, 9, size=10_000).tolist()
    for y in range(100, 340, 24):
        x = 20
        while x < 550:
            wide = widths.pop()
            picture[y : y + 12, x : x + wide] = 0
            x += wide + 4
    picture[:20, 20:40] = 0  # what tells the top from the foot
    return np.ascontiguousarray(np.rot90(picture, quarters))


class Reads:
    """Sees the words in a picture, or the part of one, whose ink lies as in `lines_drawn`; and dirt otherwise."""

    def __init__(self, *words: SeenWord) -> None:
        self.words_seen, self.calls = list(words), 0

    def words(self, picture: Picture) -> list[SeenWord]:
        self.calls += 1
        whole = picture.shape == SHAPE
        up = picture[:20, 20:40].max() == 0 if whole else picture[:, :20].min() == 255 > picture[:, 20:24].min()
        return self.words_seen if up else [SeenWord("dirt", 0.4, ((0, 0), (40, 0), (40, 20), (0, 20)))]


def test_words_are_put_in_rows_whatever_their_order() -> None:
    engine = Reads(word("answers", 300, 101), word("8.2", 20, 100), word("Supplier", 80, 99), word("within", 20, 130))
    page = recognised(BLANK, 2.0, 7, engine)
    assert [line.text for line in page.lines] == ["8.2 Supplier answers", "within"]
    assert (page.number, page.turned, engine.calls) == (7, 0, 1)
    assert page.confidence == pytest.approx(0.99)


def test_boxes_stand_on_the_page_in_points() -> None:
    (line,) = recognised(BLANK, 2.0, 1, Reads(word("Supplier", 80, 100, 0.6))).lines
    (placed,) = line.words
    assert (placed.x0, placed.y0, placed.x1, placed.y1, placed.confidence) == (40, 50, 80, 60, 0.6)


def test_rows_follow_the_slant_of_the_page() -> None:
    slant = 0.04  # the last word of a row stands lower than the first of the next one
    rows = [[word(f"row{i}", x, 100 + 24 * i + slant * x, slant=slant) for x in (0, 300, 560)] for i in range(3)]
    page = recognised(BLANK, 2.0, 1, Reads(*(w for row in rows for w in row)))
    assert [line.text.replace("\t", " ") for line in page.lines] == [f"row{i} row{i} row{i}" for i in range(3)]


@pytest.mark.parametrize(
    ("quarters", "turned", "box"),
    [
        # the word stands at (20, 100) with 80 by 20 pixels in the upright picture
        (2, 180, (250, 140, 290, 150)),
        (3, 90, (140, 10, 150, 50)),
        (1, 270, (50, 250, 60, 290)),
    ],
)
def test_a_turned_page_is_read_upright_and_its_boxes_turn_back(
    quarters: int, turned: int, box: tuple[float, ...]
) -> None:
    page = recognised(lines_drawn(quarters), 2.0, 1, Reads(word("Supplier", 20, 100)))
    assert (page.turned, page.height) == (turned, 200)
    (placed,) = page.lines[0].words
    assert (placed.x0, placed.y0, placed.x1, placed.y1) == box


def test_lines_set_solid_are_not_one_row() -> None:
    engine = Reads(
        word("Telephone:", 20, 100), word("935-3232", 140, 101), word("Fax:", 20, 109), word("842", 140, 110)
    )
    assert [line.text for line in recognised(BLANK, 2.0, 1, engine).lines] == ["Telephone: 935-3232", "Fax: 842"]


def test_words_run_together_are_parted_and_share_their_box() -> None:
    (line,) = recognised(BLANK, 2.0, 1, Reads(word("ARTICLEIV", 20, 100))).lines
    assert line.text == "ARTICLE IV"
    assert [(placed.x0, placed.x1) for placed in line.words] == [(10, 45), (45, 55)]


def test_a_ruled_table_has_cells_that_rows_of_words_do_not_show() -> None:
    picture = np.full(SHAPE, 255, dtype=np.uint8)
    picture[:20, 20:40] = 0
    for y in (40, 100, 160):
        picture[y : y + 2, 20:502] = 90
    for x in (20, 180, 500):
        picture[40:160, x : x + 2] = 90
    engine = Reads(word("Priority", 30, 60), word("Response", 190, 50), word("time", 190, 72), word("P2", 30, 120))
    engine.words_seen.append(word("hours", 190, 120))
    page = recognised(picture, 2.0, 1, engine)
    assert [line.text for line in page.lines] == ["Priority\tResponse time", "P2\thours"]


def test_dirt_is_no_word() -> None:
    assert recognised(BLANK, 2.0, 1, Reads(word(".", 5, 5), word("x", 50, 50, 0.1))).lines == ()


def test_confidence_counts_characters() -> None:
    assert mean_confidence([]) == 0
    assert mean_confidence([word("a", 0, 0, 0.5), word("abc", 0, 0, 0.9)]) == pytest.approx(0.8)


def scanned_pdf(path: Path, *pages: list[str], quarters: int = 0) -> Path:
    """A PDF whose pages are pictures of these lines, turned by quarters of a turn."""
    canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT))
    for lines in pages:
        picture = Image.new("L", (1240, 1754), 255)
        draw = ImageDraw.Draw(picture)
        for i, line in enumerate(lines):
            draw.text((140, 160 + 60 * i), line, font=ImageFont.load_default(34), fill=20)
        canvas.drawImage(ImageReader(picture.rotate(90 * quarters, expand=True)), 0, 0, WIDTH, HEIGHT)
        canvas.showPage()
    canvas.save()
    return path


def test_a_scan_is_read_by_the_engine_that_comes_with_the_program(tmp_path: Path) -> None:
    path = scanned_pdf(
        tmp_path / "scan.pdf",
        [
            "1. Service levels",
            "The Supplier answers within 45 minutes.",
            "2. Charges",
            "The fee is 12,500 euros a year.",
        ],
    )
    with ReaderPool(1) as pool:
        document = pool.read(path, None)
    assert "The Supplier answers within 45 minutes." in document.text
    assert [c.number for c in document.clauses] == ["1", "2"]
    assert document.pages[0].confidence is not None
    assert document.pages[0].confidence > 0.9
    assert any("read by text recognition" in warning for warning in document.warnings)
    assert len(document.boxes) >= 15


def test_pictures_are_refused_when_recognition_is_off(tmp_path: Path) -> None:
    path = scanned_pdf(tmp_path / "scan.pdf", ["words"], ["more"])
    with ReaderPool(1, Ocr.OFF) as pool, pytest.raises(Exception, match=r"got 2 image-only pages .* CLAUSIER_OCR"):
        pool.read(path, None)


def test_an_engine_that_is_not_installed_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    recognise._tesseract.cache_clear()
    with pytest.raises(RecognitionError, match="expected the program tesseract, found none"):
        read_scan(scanned_pdf(tmp_path / "scan.pdf", ["words"]), 1, Ocr.TESSERACT)
