"""What reading was unsure of, with the page of the original beside it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import streamlit as st

from assistant.citing import highlight
from assistant.family.unsure import UnsurePage, unsure_pages
from assistant.web import locale, markup, opinions, phrases, session, visitor
from assistant.web.shelf_words import LANGUAGES, ShelfWords
from ingest.library import ContractRecord
from ingest.ocr import percent

_PIXELS_A_POINT = 2.0
_PICTURES_KEPT = 16


def draw(contract: ContractRecord) -> None:
    """Draw the notes of the readers, a doubtful page with the words to check, and what a model thinks of the particulars."""
    _draw_reading(contract)
    opinions.draw(contract)


def _draw_reading(contract: ContractRecord) -> None:
    own = LANGUAGES[locale.language()]
    noted = [(document.title, document.warnings) for document in contract.documents if document.warnings]
    pages = unsure_pages(visitor.parts().library, contract.name)
    if noted:
        st.html(f'<h3 class="cl-title">{markup.escape(own.warnings)}</h3>' + "".join(_note(*note) for note in noted))
    if not pages:
        if not noted:
            st.html(f'<p class="cl-lead">{markup.escape(own.sure)}</p>')
        return
    st.html(f'<p class="cl-lead">{markup.escape(own.unsure_lead)}</p>')
    page = st.selectbox(
        own.sections["unsure"],
        pages,
        format_func=lambda each: _name(each, own),
        key=f"unsure-{contract.name}",
        label_visibility="collapsed",
    )
    words, picture = st.columns([1, 2], gap="medium")
    with words:
        items = "".join(f"<li>{markup.escape(' '.join(each.quote.split()))}</li>" for each in page.words)
        st.html(f'<h3 class="cl-title">{markup.escape(own.unsure_words)}</h3><ul class="cl-unsure">{items}</ul>')
    with picture, session.sentences_for_errors():
        _draw_picture(page, own)


def _note(title: str, warnings: tuple[str, ...]) -> str:
    items = "".join(f"<li>{markup.escape(phrases.told(warning, locale.language()))}</li>" for warning in warnings)
    return f'<p class="cl-from">{markup.escape(title)}</p><ul class="cl-notes">{items}</ul>'


def _name(page: UnsurePage, own: ShelfWords) -> str:
    return own.unsure_page.format(
        document=page.document.name, page=page.page, confidence=percent(page.confidence), count=len(page.words)
    )


def _draw_picture(page: UnsurePage, own: ShelfWords) -> None:
    library = visitor.parts().library
    wanted = {(word.start, word.end) for word in page.words}
    boxes = library.boxes(page.document.id)
    places = zip(boxes.starts, boxes.ends, strict=True)
    doubtful = [boxes[i] for i, place in enumerate(places) if place in wanted]
    marks = tuple(highlight.marked_lines(doubtful))
    png = _png(str(library.original(page.document.id)), page.page, marks, highlight.turn_of(boxes, page.page))
    st.image(png, width="stretch", alt=own.unsure_picture.format(page=page.page, document=page.document.name))


@st.cache_data(max_entries=_PICTURES_KEPT, show_spinner=False)
def _png(path: str, page: int, marks: tuple[highlight.MarkedLine, ...], turn: int) -> bytes:
    target = BytesIO()
    highlight.highlighted_page(Path(path), page, marks, _PIXELS_A_POINT, turn).save(target, "PNG")
    return target.getvalue()
