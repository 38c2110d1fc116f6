"""PDF files for tests, drawn with reportlab or put together by hand."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path

import pypdf
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

Draw = Callable[[Canvas], None]
WIDTH, HEIGHT = 595.0, 842.0


def pdf(
    path: Path, pages: Sequence[Draw], title: str | None = None, size: tuple[float, float] = (WIDTH, HEIGHT)
) -> Path:
    """A PDF with one page a drawing; the origin is the bottom left corner."""
    canvas = Canvas(str(path), pagesize=size, initialFontName="Helvetica", initialFontSize=10)
    if title is not None:
        canvas.setTitle(title)
    for draw in pages:
        canvas.setFont("Helvetica", 10)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return path


def words(*lines: str, top: float = 740.0, left: float = 72.0, leading: float = 13.0) -> Draw:
    """Lines from the top down; an empty one leaves its room free."""

    def draw(canvas: Canvas) -> None:
        for i, line in enumerate(lines):
            if line:
                canvas.drawString(left, top - i * leading, line)

    return draw


def both(*drawings: Draw) -> Draw:
    """Several drawings on one page."""

    def draw(canvas: Canvas) -> None:
        for one in drawings:
            one(canvas)

    return draw


def picture(canvas: Canvas) -> None:
    """A page that is one grey picture."""
    canvas.drawImage(ImageReader(_grey_pixel()), 0, 0, WIDTH, HEIGHT)


def _grey_pixel() -> io.BytesIO:
    stream = io.BytesIO()
    Image.new("L", (8, 8), 128).save(stream, format="PNG")
    stream.seek(0)
    return stream


def changed(source: Path, target: Path, change: Callable[[pypdf.PdfWriter], object]) -> Path:
    """A copy of a PDF that pypdf has changed."""
    writer = pypdf.PdfWriter(clone_from=str(source))
    change(writer)
    with target.open("wb") as stream:
        writer.write(stream)
    return target


def objects(path: Path, *bodies: bytes) -> Path:
    """A PDF of the given objects, numbered from 1; the first is the catalog."""
    content = b"%PDF-1.7\n"
    offsets = []
    for number, body in enumerate(bodies, 1):
        offsets.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(content)
    content += b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    content += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    content += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(bodies) + 1, start)
    path.write_bytes(content)
    return path
