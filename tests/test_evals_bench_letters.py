import shutil
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from evals.bench.letters import scanned
from tests import fake_pdf


def scan(path: Path, original: Path, turned: int) -> Path:
    """The first page of a PDF as a picture, turned clockwise by so many degrees."""
    picture = pdfium.PdfDocument(original)[0].render(scale=200 / 72).to_pil().convert("L")
    picture.rotate(-turned, expand=True).save(path, "PDF", resolution=200)
    return path


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("tesseract") is None, reason="NO TESSERACT: the letters of a scan were not looked for")
@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_letters_of_a_scan_stand_where_they_are_seen_whichever_way_up_it_lies(tmp_path: Path, turned: int) -> None:
    lines = [f"The supplier answers every call of the customer within {n} hours." for n in range(20, 40)]
    original = fake_pdf.pdf(tmp_path / "page.pdf", [fake_pdf.words("Zebra", *lines)])
    path = scan(tmp_path / "scan.pdf", original, turned)
    width, height = pdfium.PdfDocument(path)[0].get_size()
    (z,) = [letter for letter in scanned(path, 1) if letter.text == "Z"]
    down = 842 - 745
    at = {0: (76, down), 90: (width - down, 76), 180: (width - 76, height - down), 270: (down, height - 76)}[turned]
    assert abs(z.x - at[0]) < 12
    assert abs(z.y - at[1]) < 12
