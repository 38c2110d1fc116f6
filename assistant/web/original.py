"""The original beside the answer: its page as a picture, or its section as text, the cited words marked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import streamlit as st

from assistant.citing import highlight
from assistant.citing.cite import clause_passage
from assistant.citing.pin_cite import pin_cite
from assistant.naming.clause_lookup import breadcrumb, clause_name
from assistant.web import links, locale, markup, session
from assistant.web.copying import draw_copy_button
from assistant.web.words import Words
from ingest.document import Boxes, Clause, Document, Span
from ingest.library import DocumentRecord, Library

_PIXELS_A_POINT = 2.0  # sharp at the width of half a screen, and on a phone
_PICTURES_KEPT = 64  # of about 300 kB each
_AROUND = 12  # clauses before and behind the cited ones that are shown of a format without pages

# On a slow machine the page may be there only after the moment in which the style sheet has it open on the cited line, and the words that
# were found may stand far down in a long clause, on whose beginning it opens. The place is told so that another one runs the script again,
# and the same one does not. Who moves the page themselves is left alone.
_ARRIVE = """<script>
/* {place} */
(() => {{
  let tries = 0;
  const timer = setInterval(() => {{
    const here = document.querySelector(".cl-here, .st-key-original .cl-excerpt mark, .st-key-reader .cl-open mark");
    const box = here?.closest(".st-key-original, .st-key-reader");
    const down = box ? here.getBoundingClientRect().top - box.getBoundingClientRect().top : 0;
    if (down > 0.8 * box?.clientHeight) box.scrollTop += down - box.clientHeight / 2;
    if (++tries > 20) clearInterval(timer);
  }}, 250);
  for (const move of ["wheel", "touchmove", "keydown", "pointerdown"])
    addEventListener(move, () => clearInterval(timer), {{ once: true, passive: true }});
}})();
</script>"""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page as a picture: PNG, its pixels across and down, and how far down its marks begin (0 to 1), if it has any."""

    png: bytes
    width: int
    height: int
    marked: float | None


def draw(library: Library, place: session.Place) -> None:
    """Draw the document that holds the place, opened on its page, with a button that closes it.

    Raises:
        UnknownContract: when the document is not in the library any more.
        UnreadableFile: when its page cannot be drawn.
    """
    words = locale.words()
    with st.container(key="original"):
        record = library.record(place.document_id)
        document = library.document(place.document_id)
        clause = links.clause_of(document, place)
        draw_head(record, document, clause, place, session.close_original)
        with st.container(horizontal=True, key="original-actions"):
            draw_actions(library, document, clause, place)
        if record.suffix == ".pdf":
            draw_page(library, record, place, words)
            with st.expander(words.clause_as_text):
                st.html(excerpt(document, Span(place.start, place.end)))
        else:
            st.caption(words.no_picture)
            st.html(excerpt(document, Span(place.start, place.end), _AROUND))
            draw_arrival(place)
        draw_neighbours(record, document, clause, words, session.open_original)


def draw_head(
    record: DocumentRecord, document: Document, clause: Clause, place: session.Place, close: Callable[[], None]
) -> None:
    """Where the clause stands, and a button that closes it."""
    words = locale.words()
    with st.container(horizontal=True, wrap=False, vertical_alignment="top"):
        st.html(_heading(record, document, clause, place, words))
        st.button(words.close, key="close-original", icon=":material/close:", type="tertiary", on_click=close)


def excerpt(document: Document, cited: Span, around: int = 0) -> str:
    """The clauses that the cited words stand in, as HTML with these words marked.

    Args:
        document: that holds the words.
        cited: where they stand.
        around: so many clauses before and behind these as well.
    """
    touched = [n for n, clause in enumerate(document.clauses) if clause.span.overlaps(cited)]
    if not touched:
        return f'<section class="cl-excerpt">{markup.flow(cited.of(document.text))}</section>'
    shown = document.clauses[max(0, touched[0] - around) : touched[-1] + 1 + around]
    return f'<section class="cl-excerpt">{markup.reading(document, shown, [cited])}</section>'


def _heading(record: DocumentRecord, document: Document, clause: Clause, place: session.Place, words: Words) -> str:
    way = [record.contract, record.name, *breadcrumb(document, clause)[:-1]]
    items = "".join(f"<li>{markup.escape(part)}</li>" for part in way)
    name = markup.escape(place.clause)
    return f'<header class="cl-way"><nav aria-label="{markup.escape(words.breadcrumb)}"><ol>{items}</ol></nav><h2>{name}</h2></header>'


def draw_actions(library: Library, document: Document, clause: Clause, place: session.Place) -> None:
    """Copy the words with their place, or a link to them."""
    words = locale.words()
    quote = document.text[place.start : place.end]
    link = links.address(st.context.url or "", links.parameters(library, place))
    cited = pin_cite(document, clause, place.page, quote, document.language)
    draw_copy_button(words.copy_quote, cited, words.copied, "copy-quote")
    draw_copy_button(words.copy_link, link, words.copied, "copy-link")


def draw_neighbours(
    record: DocumentRecord,
    document: Document,
    clause: Clause,
    words: Words,
    open_place: Callable[[session.Place], None],
) -> None:
    """Buttons that open the clauses before and behind."""
    at = document.clauses.index(clause)
    before, behind = document.clauses[max(0, at - 1) : at], document.clauses[at + 1 : at + 2]
    st.html(f'<p class="cl-nearest">{markup.escape(words.neighbours)}</p>')
    with st.container(key="neighbours"):
        for side, icon, found in (("before", "arrow_upward", before), ("behind", "arrow_downward", behind)):
            for other in found:
                st.button(
                    markup.label(_told(document, other)),
                    key=f"neighbour-{side}",
                    icon=f":material/{icon}:",
                    width="stretch",
                    wrap=True,
                    on_click=open_place,
                    args=(clause_passage(record, document, other),),
                )


def _told(document: Document, clause: Clause) -> str:
    """A clause by its number and heading, or by its number and its first words."""
    if clause.heading:
        return clause_name(document, clause)
    first = " ".join(clause.span.of(document.text).split())
    return first if len(first) <= 90 else first[:90].rsplit(" ", 1)[0] + " …"


def draw_page(
    library: Library, record: DocumentRecord, place: session.Place, words: Words, spans: Sequence[Span] = ()
) -> None:
    """The page as a picture, and the numbers that turn the pages; a place opens on its own page.

    Marked are the words of the spans, those of the place when there are none.
    """
    number = st.pagination(
        max(1, record.page_count),
        default=min(place.page, record.page_count),
        max_visible_pages=5,
        key=f"page-{place.document_id}-{place.start}-{place.end}",
    )
    boxes = library.boxes(place.document_id)
    found = (box for span in spans or [Span(place.start, place.end)] for box in boxes.within(span))
    marks = tuple(highlight.marked_lines(found))
    turn = _turn(record.id, number, boxes)
    sheet = _sheet(str(library.original(record.id)), number, marks, turn)
    if turn:
        st.caption(words.turned)
    with st.container(key="sheet"):
        # its shape is told ahead, so that nothing jumps when the picture arrives and the page opens on the cited line
        st.html(f"<style>.st-key-sheet img {{ aspect-ratio: {sheet.width} / {sheet.height}; }}</style>")
        st.image(sheet.png, width="stretch", alt=words.page_picture.format(page=number, document=record.name))
        if sheet.marked is not None:
            st.html(f'<i class="cl-here" style="top: {sheet.marked:.1%}"></i>')
    if sheet.marked is not None:  # not within the sheet, whose height places the line
        draw_arrival(place, number)


def draw_arrival(place: session.Place, page: int = 0) -> None:
    """Have what is read open on its marked words, once for each place and page."""
    script = _ARRIVE.format(place=f"{place.document_id}-{place.start}-{place.end}-{page}")
    st.html(script, unsafe_allow_javascript=True)


@st.cache_data(max_entries=_PICTURES_KEPT, show_spinner=False)
def _sheet(path: str, page: int, marks: tuple[highlight.MarkedLine, ...], turn: int) -> _Sheet:
    """The marked page, turned by so many degrees; originals are named by their content, so that a picture never goes stale."""
    image = highlight.highlighted_page(Path(path), page, marks, _PIXELS_A_POINT, turn)
    target = BytesIO()
    image.save(target, "PNG")
    own = [mark for mark in marks if mark.page == page]
    high = image.height / _PIXELS_A_POINT
    shares = [_down(mark, turn, high) for mark in own]
    return _Sheet(target.getvalue(), image.width, image.height, min(shares) if shares else None)


def _down(mark: highlight.MarkedLine, turn: int, high: float) -> float:
    """How far down a page a mark begins, 0 to 1, once the page is turned clockwise and so many points high."""
    return {0: mark.y0 / high, 90: mark.x0 / high, 270: 1 - mark.x1 / high}[turn]


@st.cache_data(max_entries=_PICTURES_KEPT, show_spinner=False)
def _turn(document_id: str, page: int, _boxes: Boxes) -> int:
    """Remembered by document and page, whose words do not change."""
    return highlight.turn_of(_boxes, page)
