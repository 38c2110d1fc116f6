"""Small files of formats that the corpus has none of, made of files that it has."""

from __future__ import annotations

import html
import subprocess
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pypdfium2 as pdfium
from aspose.email_foss import msg

_ROWS = 40  # lines of the text that are taken
_LETTERS = 4_000
_SCALE = 2  # dots a point: coarser type is not recognised


def html_of(folder: Path, text: Path) -> Path:
    """A page of HTML with headings, a list, a table and the lines of a text."""
    rows = text.read_text(encoding="utf-8", errors="replace").splitlines()[:_ROWS]
    body = "".join(f"<p style='font-weight:bold'>{html.escape(row)}</p>" for row in rows if row.strip())
    table = "<table><tr><th>P</th><th colspan=2>h</th></tr><tr><td rowspan=2>P1</td><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>"
    path = folder / "page.html"
    path.write_text(
        f"<!DOCTYPE html><html><head><meta charset=utf-8><title>Annex</title></head><body><h1>Annex</h1><ol type=a start=2>"
        f"<li>one<ul><li>two</li></ul></li></ol>{table}{body}</body></html>",
        encoding="utf-8",
    )
    return path


def mail_of(folder: Path, text: Path, attached: Path) -> Path:
    """A message with a text and an attachment."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@example.org", "b@example.org", "Avenant signé"
    mail.set_content("\n".join(text.read_text(encoding="utf-8", errors="replace").splitlines()[:_ROWS]))
    mail.add_attachment(attached.read_bytes()[:20_000], maintype="application", subtype="pdf", filename="annexe é.pdf")
    path = folder / "message.eml"
    path.write_bytes(mail.as_bytes())
    return path


def outlook_of(folder: Path, text: Path, attached: Path) -> Path:
    """A message as Outlook saves it, with a text and an attachment."""
    message = msg.MapiMessage.create("Avenant signé", text.read_text(encoding="utf-8", errors="replace")[:_LETTERS])
    message.set_property(msg.PropertyId.SENDER_EMAIL_ADDRESS, "a@example.org")
    message.add_recipient("b@example.org", display_name="B")
    message.add_attachment("annexe é.pdf", attached.read_bytes()[:20_000], mime_type="application/pdf")
    path = folder / "message.msg"
    message.save(str(path))
    return path


def office_of(folder: Path, source: Path, program: str) -> list[Path]:
    """An OpenDocument text, an RTF and an old Word file of the lines of a text, as LibreOffice writes them.

    Raises:
        subprocess.CalledProcessError: it cannot.
    """
    page = html_of(folder, source)
    options = (f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore", "--writer")
    formats = {".odt": "odt", ".rtf": "rtf", ".doc": "doc:MS Word 97"}
    for form in formats.values():
        subprocess.run(
            [program, *options, "--convert-to", form, "--outdir", str(folder), str(page)],
            check=True,
            capture_output=True,
        )
    return [page.with_suffix(suffix) for suffix in formats]


def scan_of(folder: Path, source: Path) -> Path:
    """A PDF of one page that is but a picture: the first page of another, as a scanner would leave it."""
    document = pdfium.PdfDocument(source)
    picture = document[0].render(scale=_SCALE, grayscale=True).to_pil()
    document.close()
    path = folder / "scan.pdf"
    picture.save(path, "PDF", resolution=72 * _SCALE)
    return path


def zip_of(folder: Path, *members: Path) -> Path:
    """An archive of some files."""
    path = folder / "family.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, member in enumerate(members):
            archive.write(member, f"fr/{number}/{member.name}")
    return path
