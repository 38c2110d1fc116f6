"""A link as a QR code, for the phones of a room."""

from __future__ import annotations

from io import BytesIO

from PIL import Image
from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

_QUIET = 4  # modules of white around it (ISO/IEC 18004)
_PIXELS = 8  # a module


def picture(text: str) -> bytes:
    """The text as a QR code: PNG, black on white, with its quiet zone; a seventh of it may be covered (level M)."""
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    count = code.getModuleCount()
    image = Image.new("1", (count + 2 * _QUIET, count + 2 * _QUIET), 1)
    for row in range(count):
        for column in range(count):
            if code.isDark(row, column):
                image.putpixel((column + _QUIET, row + _QUIET), 0)
    target = BytesIO()
    image.resize((image.width * _PIXELS, image.height * _PIXELS)).save(target, "PNG")
    return target.getvalue()
