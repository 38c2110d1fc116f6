"""A guide to one topic of a contract: one printed page of the contract's own words, each with its place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from assistant.answer import Citation
from assistant.citing.pin_cite import place_told
from assistant.family.in_force import today
from assistant.learning.tour import Stop
from ingest.written_day import written_day

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

_MARGIN = 54  # points
_GAP = 3  # points between a quote and its place
_FOOT = 40  # points kept free above the margin for the line at the foot
_NARROWEST, _WIDEST = 9, 45  # characters of a cell by which the room of a table is shared out
_SUPERSEDED = {
    "en": "Amended: these words are no longer in force as they stand here.",
    "fr": "Modifié : ces mots ne sont plus en vigueur tels qu'ils figurent ici.",
}
_FOOTER = {
    "en": "Quoted word for word from {contract}, as of {day}. Not legal advice.",
    "fr": "Cité mot à mot de {contract}, en l'état au {day}. Ne constitue pas un conseil juridique.",
}
_MARKS = {"en": "“{}”", "fr": "«\u00a0{}\u00a0»"}
_ACCENT, _AMBER, _SOFT, _LINE, _TINT = (
    "#0f5e59",
    "#8a5200",
    "#5b6568",
    "#c9c4b8",
    "#eaf3f1",
)  # the colours of the app by day
_INDENT = 10  # points between the line beside a quote and its words


def guide(contract: str, title: str, stop: Stop, language: str = "en", day: date | None = None) -> bytes:
    """The guide as a PDF of one A4 page; quotes that find no room on it are left out, the last first.

    Args:
        contract: the contract's name.
        title: what the topic is called.
        stop: the topic with its quotes.
        language: of the notes around the quotes, "en" or "fr".
        day: on which the quotes hold; today when None.
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
        top = _drawn(canvas, Paragraph(escape(words), styles[style]), _MARGIN, width, top)
    top -= 8
    for sight in stop.sights:
        block = _block(sight, styles, width - _INDENT, language)
        height = sum(each.wrap(width - _INDENT, room)[1] + _GAP for each in block)
        if top - height < _MARGIN + _FOOT:
            break
        _draw_rule(canvas, top, height, sight[0].in_force is False)
        for each in block:
            top = _drawn(canvas, each, _MARGIN + _INDENT, width - _INDENT, top)
        top -= 14
    told = _FOOTER[language].format(contract=contract, day=written_day(day or today(), language))
    _drawn(canvas, Paragraph(escape(told), styles["place"]), _MARGIN, width, _MARGIN + 14)
    canvas.save()
    return made.getvalue()


def _draw_rule(canvas: Any, top: float, height: float, amended: bool) -> None:
    """The line beside a quote, as the app draws it."""
    canvas.setStrokeColor(_AMBER if amended else _ACCENT)
    canvas.setLineWidth(1.5)
    canvas.line(_MARGIN + 1, top, _MARGIN + 1, top - height + _GAP)


def _drawn(canvas: Any, flowable: Flowable, left: float, width: float, top: float) -> float:
    """Draw a block below a height; the height below it."""
    height: float = flowable.wrap(width, top)[1]
    flowable.drawOn(canvas, left, top - height)
    return top - height - _GAP


def _block(sight: Sequence[Citation], styles: dict[str, Any], width: float, language: str) -> list[Flowable]:
    """A quote, as a table where it is one, its places, and a word when it was amended."""
    from reportlab.platypus import Paragraph

    quote, places = "\n".join(part.quote for part in sight), "; ".join(map(place_told, sight))
    told = escape(_MARKS[language].format(" ".join(quote.split())))
    body: Flowable = _table(quote, styles, width) if "\t" in quote else Paragraph(told, styles["quote"])
    notes = [Paragraph(escape(_SUPERSEDED[language]), styles["note"])] if sight[0].in_force is False else []
    return [*notes, body, Paragraph(escape(places), styles["place"])]


def _table(quote: str, styles: dict[str, Any], width: float) -> Flowable:
    from reportlab.lib.colors import HexColor
    from reportlab.platypus import Paragraph, Table, TableStyle

    rows = [line.split("\t") for line in quote.splitlines() if line.strip()]
    columns = max(len(row) for row in rows)
    cells = [
        [
            Paragraph(escape(cell.strip()), styles["cell" if number else "head"])
            for cell in [*row, *[""] * (columns - len(row))]
        ]
        for number, row in enumerate(rows)
    ]
    ruled = TableStyle(
        [
            ("GRID", (0, 0), (-1, -1), 0.4, HexColor(_LINE)),
            ("BACKGROUND", (0, 0), (-1, 0), HexColor(_TINT)),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ]
    )
    longest = [max(len(row[at]) if at < len(row) else 0 for row in rows) for at in range(columns)]
    shares = [min(max(length, _NARROWEST), _WIDEST) for length in longest]
    return Table(cells, colWidths=[width * share / sum(shares) for share in shares], style=ruled, hAlign="LEFT")


def _styles() -> dict[str, Any]:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    for name, file in (("Vera", "Vera.ttf"), ("VeraBd", "VeraBd.ttf"), ("VeraIt", "VeraIt.ttf")):
        pdfmetrics.registerFont(TTFont(name, file))
    body = ParagraphStyle("body", fontName="Vera", fontSize=9.5, leading=14)
    return {
        "contract": ParagraphStyle("contract", body, textColor=_SOFT),
        "title": ParagraphStyle("title", body, fontName="VeraBd", fontSize=20, leading=26, textColor=_ACCENT),
        "quote": body,
        "head": ParagraphStyle("head", body, fontName="VeraBd", fontSize=8, leading=10.5),
        "cell": ParagraphStyle("cell", body, fontSize=8, leading=10.5),
        "place": ParagraphStyle("place", body, fontSize=8, leading=11, textColor=_SOFT),
        "note": ParagraphStyle("note", body, fontName="VeraIt", fontSize=8, leading=11, textColor=_AMBER),
    }
