"""PDF -> lines: words with boxes on the page as displayed, tables, paragraphs, odd characters."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pypdfium2 as pdfium
import pytest
from reportlab.pdfgen.canvas import Canvas

from evals.samples import families
from ingest.assembly import read_document
from ingest.read import read
from ingest.read.pdf import page_ranges
from ingest.reading import Line
from tests.fake_pdf import HEIGHT, WIDTH, Draw, both, changed, pdf, words


def lines(path: Path) -> list[Line]:
    return list(read(path).lines)


def texts(path: Path) -> list[str]:
    return [line.text for line in lines(path)]


def ruled(rows: list[list[list[str]]], columns: list[float], top: float = 600.0, row: float = 40.0) -> Draw:
    """A grid with a cell a list of printed lines, drawn column by column as some programs do."""

    def draw(canvas: Canvas) -> None:
        for i in range(len(rows) + 1):
            canvas.line(columns[0], top - i * row, columns[-1], top - i * row)
        for x in columns:
            canvas.line(x, top, x, top - len(rows) * row)
        for j in range(len(columns) - 1):
            for i, cells in enumerate(rows):
                for k, text in enumerate(cells[j]):
                    canvas.drawString(columns[j] + 3, top - i * row - 12 - 12 * k, text)

    return draw


def test_title_pages_and_heights(tmp_path: Path) -> None:
    reading = read(pdf(tmp_path / "a.pdf", [words("One"), words("Two")], title="Master Services Agreement"))
    assert (reading.title, reading.page_count, reading.page_heights) == (
        "Master Services Agreement",
        2,
        (HEIGHT, HEIGHT),
    )
    assert [(line.text, line.page) for line in reading.lines] == [("One", 1), ("Two", 2)]


@pytest.mark.parametrize("title", ["", "Microsoft Word - draft7.docx", "untitled", "contract_final.PDF"])
def test_titles_that_name_nothing(tmp_path: Path, title: str) -> None:
    assert read(pdf(tmp_path / "a.pdf", [words("One")], title=title)).title is None


def test_word_boxes_lie_on_their_words(tmp_path: Path) -> None:
    (line,) = lines(pdf(tmp_path / "a.pdf", [words("Fees are due", top=700, left=100)]))
    assert [line.text[w.start : w.end] for w in line.words] == ["Fees", "are", "due"]
    first, second, _ = line.words
    assert first.x0 == pytest.approx(100, abs=1.5)
    assert first.x1 < second.x0
    assert first.y0 < HEIGHT - 700 < first.y1
    assert first.y1 - first.y0 == pytest.approx(10, abs=2)
    assert line.size == 10


def test_paragraph_gaps(tmp_path: Path) -> None:
    page = words("First line of it", "and the second", "and the third", "", "A new paragraph", "which goes on")
    assert [line.gap for line in lines(pdf(tmp_path / "a.pdf", [page]))] == [False, False, False, True, False]


def test_bold_and_size(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 14)
        canvas.drawString(72, 700, "SERVICE LEVELS")
        canvas.setFont("Helvetica", 9)
        canvas.drawString(72, 680, "Plain words")

    heading, plain = lines(pdf(tmp_path / "a.pdf", [draw]))
    assert (heading.bold, heading.size) == (True, 14)
    assert (plain.bold, plain.size) == (False, 9)


def test_fragments_of_a_line_become_one(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for x, fragment in ((72, "The Pro"), (107, "vider"), (135, "shall")):
            canvas.drawString(x, 700, fragment)
        canvas.drawString(72, 687, "answer.")

    assert texts(pdf(tmp_path / "a.pdf", [draw])) == ["The Provider shall", "answer."]


def test_two_columns_of_running_text_are_not_mixed(tmp_path: Path) -> None:
    left = words("Left one goes", "left two goes", "left three", left=60)
    right = words("Right one goes", "right two goes", "right three", left=320)
    expected = ["Left one goes", "left two goes", "left three", "Right one goes", "right two goes", "right three"]
    assert texts(pdf(tmp_path / "a.pdf", [both(left, right)])) == expected


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_rotated_page_is_read_as_displayed(tmp_path: Path, rotation: int) -> None:
    def draw(canvas: Canvas) -> None:
        width, height = (HEIGHT, WIDTH) if rotation != 180 else (WIDTH, HEIGHT)
        canvas.translate(*{90: (WIDTH, 0), 180: (WIDTH, HEIGHT), 270: (0, HEIGHT)}[rotation])
        canvas.rotate({90: 90, 180: 180, 270: 270}[rotation])
        canvas.drawString(100, height - 50, "Upright first line")
        canvas.drawString(100, height - 63, "and the second")
        canvas.drawString(width - 200, 20, "At the foot")

    plain = pdf(tmp_path / "plain.pdf", [draw])
    path = changed(plain, tmp_path / "turned.pdf", lambda writer: writer.pages[0].rotate(rotation))
    reading = read(path)
    assert [line.text for line in reading.lines] == ["Upright first line", "and the second", "At the foot"]
    assert reading.page_heights[0] == pytest.approx(HEIGHT if rotation == 180 else WIDTH)
    first, second, foot = reading.lines
    assert (first.x0, first.words[0].y0) == pytest.approx((100, 42), abs=2)
    assert second.y0 == pytest.approx(first.y0 + 13, abs=0.5)
    assert foot.y0 == pytest.approx(reading.page_heights[0] - 28, abs=2)


def test_boxes_agree_with_the_page_as_rendered(tmp_path: Path) -> None:
    """Ink on the rendered page lies within the word's box: also on a turned page with a crop box off the origin."""

    def crop(writer: pypdf.PdfWriter) -> None:
        page = writer.pages[0]
        page.cropbox = pypdf.generic.RectangleObject((50, 100, 500, 800))
        page.rotate(90)

    path = changed(pdf(tmp_path / "a.pdf", [words("Liability", top=500, left=200)]), tmp_path / "b.pdf", crop)
    (line,) = lines(path)
    (word,) = line.words
    with pdfium.PdfDocument(path) as document:
        image = document[0].render(scale=1).to_numpy()
    ink = (image.min(axis=2) < 128).nonzero()
    assert image.shape[:2] == (450, 700)
    assert word.x0 - 2 <= ink[1].min() <= ink[1].max() <= word.x1 + 2
    assert word.y0 - 2 <= ink[0].min() <= ink[0].max() <= word.y1 + 2


def test_text_outside_of_the_crop_box_is_left_out(tmp_path: Path) -> None:
    def crop(writer: pypdf.PdfWriter) -> None:
        writer.pages[0].cropbox = pypdf.generic.RectangleObject((50, 400, 500, 800))

    page = both(words("Visible", top=600), words("cut away", top=200))
    reading = read(changed(pdf(tmp_path / "a.pdf", [page]), tmp_path / "b.pdf", crop))
    assert [line.text for line in reading.lines] == ["Visible"]
    assert reading.warnings == ("page 1: characters outside of the visible page were left out",)


def test_sideways_text_on_an_upright_page_is_a_line_of_its_own(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "Running text")
        canvas.rotate(90)
        canvas.drawString(100, -30, "Sideways note")

    plain, sideways = lines(pdf(tmp_path / "a.pdf", [draw]))
    assert (plain.text, sideways.text) == ("Running text", "Sideways note")
    assert sideways.y1 - sideways.y0 > sideways.x1 - sideways.x0


def test_hyphens_at_the_end_of_a_line_stay_as_printed(tmp_path: Path) -> None:
    page = words("a sub-", "contractor of a third-", "party")
    assert texts(pdf(tmp_path / "a.pdf", [page])) == ["a sub-", "contractor of a third-", "party"]


def test_odd_spaces_and_controls(tmp_path: Path) -> None:
    page = words("Article\u00a04\u00a0:\u00a0 Prix", "100\u00a0000\u00a0€")
    assert texts(pdf(tmp_path / "a.pdf", [page])) == ["Article 4 : Prix", "100 000 €"]


def test_ruled_table_is_read_cell_by_cell(tmp_path: Path) -> None:
    rows = [
        [["Priority"], ["Response", "time"], ["Credit"]],
        [["P1", "(critical)"], ["15 minutes"], ["5% of the", "monthly fee"]],
        [["P2"], [], ["2%"]],
    ]
    page = both(words("Before it"), ruled(rows, [72, 180, 300, 420]), words("After it", top=450))
    found = lines(pdf(tmp_path / "a.pdf", [page]))
    assert [(line.text, line.table) for line in found] == [
        ("Before it", False),
        ("Priority\tResponse time\tCredit", True),
        ("P1 (critical)\t15 minutes\t5% of the monthly fee", True),
        ("P2\t\t2%", True),
        ("After it", False),
    ]
    for line in found:
        assert [line.text[w.start : w.end] for w in line.words] == line.text.split()


def test_merged_cells_of_a_ruled_table(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for y, x0, x1 in ((600, 72, 400), (570, 72, 400), (540, 172, 400), (510, 72, 400)):
            canvas.line(x0, y, x1, y)
        for x, y0, y1 in ((72, 600, 510), (172, 570, 510), (280, 570, 510), (400, 600, 510)):
            canvas.line(x, y0, x, y1)
        canvas.drawString(150, 580, "Over all columns")
        canvas.drawString(80, 535, "Two rows")
        for x, y, text in ((180, 550, "a"), (290, 550, "b"), (180, 520, "c"), (290, 520, "d")):
            canvas.drawString(x, y, text)

    assert texts(pdf(tmp_path / "a.pdf", [draw])) == ["Over all columns", "Two rows\ta\tb", "\tc\td"]


def test_a_head_over_two_columns_keeps_the_columns(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for y in (600, 570, 540, 510):
            canvas.line(72, y, 400, y)
        for x, y0 in ((72, 600), (172, 600), (280, 570), (400, 600)):
            canvas.line(x, y0, x, 510)
        canvas.drawString(180, 580, "Response")
        for i, row in enumerate((("", "Day", "Night"), ("P1", "1 h", "2 h"))):
            for x, text in zip((80, 180, 290), row, strict=True):
                canvas.drawString(x, 550 - 30 * i, text)

    assert texts(pdf(tmp_path / "a.pdf", [draw])) == ["\tResponse", "\tDay\tNight", "P1\t1 h\t2 h"]


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_table_set_sideways_has_its_rows(tmp_path: Path, degrees: int) -> None:
    table = ruled([[["Priority"], ["Time"]], [["P1"], ["1 hour"]]], [100.0, 200.0, 300.0], top=300.0)

    def draw(canvas: Canvas) -> None:
        canvas.translate(WIDTH / 2, HEIGHT / 2)
        canvas.rotate(degrees)
        canvas.translate(-250, -250)
        table(canvas)

    found = lines(pdf(tmp_path / "a.pdf", [draw]))
    assert [line.text for line in found] == ["Priority\tTime", "P1\t1 hour"]
    word = found[0].words[0]
    x, y = {90: (256.5, 553.0), 180: (429.5, 462.0), 270: (338.5, 289.0)}[degrees]
    assert word.x0 < x < word.x1
    assert word.y0 < y < word.y1
    assert (word.x1 - word.x0 > word.y1 - word.y0) == (degrees == 180)


def test_table_whose_borders_are_pieces_without_vertical_lines(tmp_path: Path) -> None:
    columns = [72.0, 200.0, 300.0]

    def draw(canvas: Canvas) -> None:
        for y in (600, 560, 520):
            for x0, x1 in ((72, 200), (200, 300)):
                canvas.line(x0, y, x1, y)
        for y, cells in ((580, ("Client", "EUR 100")), (540, ("Provider", "EUR 200"))):
            canvas.drawString(columns[0] + 3, y, cells[0])
            canvas.drawString(columns[0] + 3, y - 12, "(each)")
            canvas.drawString(columns[1] + 3, y, cells[1])

    assert texts(pdf(tmp_path / "a.pdf", [draw])) == ["Client (each)\tEUR 100", "Provider (each)\tEUR 200"]


def test_frame_around_running_text_is_no_table(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rect(50, 50, 500, 750)

    page = both(draw, words("Some words within", "a frame"))
    assert [(line.text, line.table) for line in lines(pdf(tmp_path / "a.pdf", [page]))] == [
        ("Some words within", False),
        ("a frame", False),
    ]


def test_columns_of_running_text_in_a_ruled_layout_stay_running_text(tmp_path: Path) -> None:
    english = [f"the English words of line {i} of the text" for i in range(40)]
    french = [f"les mots français de la ligne {i} du texte" for i in range(40)]
    page = ruled([[english, french]], [40, 300, 570], top=800, row=600)
    found = lines(pdf(tmp_path / "a.pdf", [page]))
    assert not any(line.table for line in found)
    assert [line.text for line in found] == english + french


def test_table_without_lines_is_told_by_its_columns(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        rows = (
            ("Severity", "Response", "Resolution"),
            ("Critical", "15 minutes", "4 hours"),
            ("Minor", "2 days", "none"),
        )
        for i, row in enumerate(rows):
            for x, text in zip((72, 200, 330), row, strict=True):
                canvas.drawString(x, 600 - 14 * i, text)

    found = lines(pdf(tmp_path / "a.pdf", [both(words("Some words before it"), draw)]))
    assert [(line.text, line.table) for line in found[1:]] == [
        ("Severity\tResponse\tResolution", True),
        ("Critical\t15 minutes\t4 hours", True),
        ("Minor\t2 days\tnone", True),
    ]


def test_labels_before_clauses_are_no_columns(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for i, (label, text) in enumerate(
            (("1.1", "One thing"), ("1.2", "Another"), ("(a)", "A third"), ("•", "More"))
        ):
            canvas.drawString(72, 600 - 14 * i, label)
            canvas.drawString(110, 600 - 14 * i, text)

    found = lines(pdf(tmp_path / "a.pdf", [draw]))
    assert [line.text for line in found] == ["1.1 One thing", "1.2 Another", "(a) A third", "• More"]
    assert not any(line.table for line in found)


def test_single_wide_gap_is_no_table(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 600, "By:")
        canvas.drawString(300, 600, "Date")
        canvas.drawString(72, 586, "Words that run over the whole line, as running text does everywhere")

    assert texts(pdf(tmp_path / "a.pdf", [draw]))[0] == "By: Date"


@pytest.mark.parametrize(
    ("numbers", "expected"), [([3], "3"), ([1, 2, 3], "1-3"), ([1, 3, 4, 9], "1, 3-4, 9"), ([], "")]
)
def test_page_ranges(numbers: list[int], expected: str) -> None:
    assert page_ranges(numbers) == expected


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_pages_that_are_shown_turned_are_read_as_upright_ones(tmp_path: Path, angle: int) -> None:
    source = families()["Brackenholt-Torrovane"] / "amendment-1.pdf"
    turned = pypdf.PdfWriter(clone_from=source)
    for page in turned.pages:
        page.rotate(angle)
    turned.write(tmp_path / "amendment-1.pdf")
    upright, read_turned = read_document(source), read_document(tmp_path / "amendment-1.pdf")
    assert read_turned.text == upright.text
    assert [clause.span for clause in read_turned.clauses] == [clause.span for clause in upright.clauses]
