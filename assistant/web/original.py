"""The original beside the answer: its page as a picture, or its clause as text, the cited words marked."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import streamlit as st

from assistant import highlight
from assistant.web import markup, session
from assistant.web.words import Words
from ingest.document import Document, Span
from ingest.library import DocumentRecord, Library

_PIXELS_A_POINT = 2.0  # sharp at the width of half a screen, and on a phone
_PICTURES_KEPT = 64  # of about 300 kB each


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
    words = session.words()
    with st.container(key="original"):
        record = library.record(place.document_id)
        with st.container(horizontal=True, wrap=False, vertical_alignment="top"):
            st.html(_heading(record, place))
            st.button(
                words.close,
                key="close-original",
                icon=":material/close:",
                type="tertiary",
                on_click=session.close_original,
            )
        clause = excerpt(library.document(place.document_id), Span(place.start, place.end))
        if record.suffix == ".pdf":
            _draw_page(library, record, place, words)
            with st.expander(words.clause_as_text):
                st.html(clause)
        else:
            st.caption(words.no_picture)
            st.html(clause)


def excerpt(document: Document, cited: Span) -> str:
    """The clauses that the cited words stand in, as HTML with these words marked."""
    touched = [clause.span for clause in document.clauses if clause.span.overlaps(cited)]
    start = min([cited.start, *(span.start for span in touched)])
    end = max([cited.end, *(span.end for span in touched)])
    marked = markup.flow(document.text[start:end], [Span(cited.start - start, cited.end - start)])
    return f'<section class="cl-excerpt">{marked}</section>'


def _heading(record: DocumentRecord, place: session.Place) -> str:
    way = markup.escape(f"{record.contract} › {record.name}")
    return f'<header class="cl-way"><span>{way}</span><strong>{markup.escape(place.clause)}</strong></header>'


def _draw_page(library: Library, record: DocumentRecord, place: session.Place, words: Words) -> None:
    """The page as a picture, and the numbers that turn the pages; a place opens on its own page."""
    number = st.pagination(
        max(1, record.page_count),
        default=min(place.page, record.page_count),
        max_visible_pages=5,
        key=f"page-{place.document_id}-{place.start}-{place.end}",
    )
    marks = tuple(highlight.marked_lines(highlight.boxes(library, place)))
    sheet = _sheet(str(library.original(record.id)), number, marks)
    with st.container(key="sheet"):
        # its shape is told ahead, so that nothing jumps when the picture arrives and the page opens on the cited line
        st.html(f"<style>.st-key-sheet img {{ aspect-ratio: {sheet.width} / {sheet.height}; }}</style>")
        st.image(sheet.png, width="stretch", alt=words.page_picture.format(page=number, document=record.name))
        if sheet.marked is not None:
            st.html(f'<i class="cl-here" style="top: {sheet.marked:.1%}"></i>')


@st.cache_data(max_entries=_PICTURES_KEPT, show_spinner=False)
def _sheet(path: str, page: int, marks: tuple[highlight.MarkedLine, ...]) -> _Sheet:
    """The marked page; originals are named by their content, so that a picture never goes stale."""
    image = highlight.highlighted_page(Path(path), page, marks, _PIXELS_A_POINT)
    target = BytesIO()
    image.save(target, "PNG")
    tops = [mark.y0 for mark in marks if mark.page == page]
    marked = min(tops) * _PIXELS_A_POINT / image.height if tops else None
    return _Sheet(target.getvalue(), image.width, image.height, marked)
