"""A guide to one topic of a contract: one printed page of the contract's own words, each with its place."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from assistant.answer import Citation
from assistant.citing.pin_cite import place_told
from assistant.learning.tour import Stop

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

_MARGIN = 54  # points
_FOOT = 40  # points kept free above the margin for the line at the foot
_NARROWEST, _WIDEST = 9, 45  # characters of a cell by which the room of a table is shared out
_SUPERSEDED = {
    "en": "Amended: these words are no longer in force as they stand here.",
    "fr": "Modifié : ces mots ne sont plus en vigueur tels qu'ils figurent ici.",
}
_FOOTER = {
    "en": "Quoted word for word from {contract}. Not legal advice.",
    "fr": "Cité mot à mot de {contract}. Ne constitue pas un conseil juridique.",
}


def guide(contract: str, title: str, stop: Stop, language: str = "en") -> bytes:
    """The guide as a PDF of one A4 page; quotes that find no room on it are left out, the last first.

    Args:
        contract: the contract's name.
        title: what the topic is called.
        stop: the topic with its quotes.
        language: of the notes around the quotes, "en" or "fr".
    """
    from reportlab.lib.pagesizes import A4  # here for start-up speed, as is all of reportlab
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Paragraph

    styles = _styles()
    made = BytesIO()
    canvas = Canvas(made, pagesize=A4, invariant=1)
    canvas.setTitle(f"{contract} – {title}")
    width, room = A4[0] - 2 * _MARGIN, A4[1] - 2 * _MARGIN
    top = room + _MARGIN
    for words, style in ((contract, "contract"), (title, "title")):
        top = _drawn(canvas, Paragraph(escape(words), styles[style]), width, top)
    for sight in stop.sights:
        block = _block(sight, styles, width, language)
        height = sum(each.wrap(width, room)[1] + 6 for each in block) + 8
        if top - height < _MARGIN + _FOOT:
            break
        for each in block:
            top = _drawn(canvas, each, width, top)
        top -= 8
    foot = Paragraph(escape(_FOOTER[language].format(contract=contract)), styles["place"])
    _drawn(canvas, foot, width, _MARGIN + 14)
    canvas.save()
    return made.getvalue()


def _drawn(canvas: Any, flowable: Flowable, width: float, top: float) -> float:
    """Draw a block below a height; the height below it."""
    height: float = flowable.wrap(width, top)[1]
    flowable.drawOn(canvas, _MARGIN, top - height)
    return top - height - 6


def _block(sight: Sequence[Citation], styles: dict[str, Any], width: float, language: str) -> list[Flowable]:
    """A quote, as a table where it is one, its places, and a word when it was amended."""
    from reportlab.platypus import Paragraph

    quote, places = "\n".join(part.quote for part in sight), "; ".join(map(place_told, sight))
    told = f"“{escape(' '.join(quote.split()))}”"
    body: Flowable = _table(quote, styles, width) if "\t" in quote else Paragraph(told, styles["quote"])
    notes = [Paragraph(escape(_SUPERSEDED[language]), styles["note"])] if sight[0].in_force is False else []
    return [*notes, body, Paragraph(escape(places), styles["place"])]


def _table(quote: str, styles: dict[str, Any], width: float) -> Flowable:
    from reportlab.lib.colors import HexColor
    from reportlab.platypus import Paragraph, Table, TableStyle

    rows = [line.split("\t") for line in quote.splitlines() if line.strip()]
    columns = max(len(row) for row in rows)
    cells = [
        [Paragraph(escape(cell.strip()), styles["cell"]) for cell in [*row, *[""] * (columns - len(row))]]
        for row in rows
    ]
    ruled = TableStyle([("GRID", (0, 0), (-1, -1), 0.4, HexColor("#c9c4b8")), ("VALIGN", (0, 0), (-1, -1), "TOP")])
    longest = [max(len(row[at]) if at < len(row) else 0 for row in rows) for at in range(columns)]
    shares = [min(max(length, _NARROWEST), _WIDEST) for length in longest]
    return Table(cells, colWidths=[width * share / sum(shares) for share in shares], style=ruled)


def _styles() -> dict[str, Any]:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    for name, file in (("Vera", "Vera.ttf"), ("VeraBd", "VeraBd.ttf"), ("VeraIt", "VeraIt.ttf")):
        pdfmetrics.registerFont(TTFont(name, file))
    body = ParagraphStyle("body", fontName="Vera", fontSize=9.5, leading=14)
    return {
        "contract": ParagraphStyle("contract", body, textColor="#5b6568"),
        "title": ParagraphStyle("title", body, fontName="VeraBd", fontSize=18, leading=26, textColor="#0f5e59"),
        "quote": ParagraphStyle("quote", body, leftIndent=10),
        "cell": ParagraphStyle("cell", body, fontSize=8, leading=10.5),
        "place": ParagraphStyle("place", body, fontSize=8, leading=11, leftIndent=10, textColor="#5b6568"),
        "note": ParagraphStyle("note", body, fontName="VeraIt", fontSize=8, leading=11, textColor="#8a5200"),
    }
