"""A clause read beside the search: the outline of its document, its section as text with its references, or its page."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from assistant.citing.cite import clause_passage
from assistant.citing.pin_cite import place_told
from assistant.naming.clause_lookup import subtree
from assistant.web import find_compare, links, locale, markup, original, outline, session, visitor
from assistant.web.find_words import FindWords
from ingest.document import Clause, Document, Span
from ingest.library import Library
from ingest.record import DocumentRecord

_LONGEST_SECTION = 40_000  # characters; of a longer one the part around the open clause is shown
_AROUND = 20  # clauses before and behind in that case


def draw(library: Library, place: session.Place, own: FindWords) -> None:
    """Draw the reader, opened on the place.

    Raises:
        UnknownContract: when the document is not in the library any more.
        UnreadableFile: when its page cannot be drawn.
    """
    words = locale.words()
    record, document = library.record(place.document_id), library.document(place.document_id)
    clause = links.clause_of(document, place)
    with st.container(key="reader"):
        as_page = _draw_head(library, record, document, clause, place, own)
        tree, text = st.columns([1, 2], gap="medium")
        with tree, st.container(key="outline"):
            label = own.outline.format(document=record.name)
            outline.draw(document, clause, label, f"outline-{record.id}", opener(library, record.id))
        with text:
            if as_page:
                original.draw_page(library, record, place, words, session.reading_marks())
            else:
                _draw_text(library, record, document, clause, place, own)
            original.draw_neighbours(record, document, clause, words, session.read)


def _draw_head(
    library: Library, record: DocumentRecord, document: Document, clause: Clause, place: session.Place, own: FindWords
) -> bool:
    """Where the clause stands and what can be done with it; whether its page is to be shown, and not its text."""
    with st.container(key="reader-head"):
        original.draw_head(record, document, clause, place, lambda: session.read(None))
        with st.container(horizontal=True, vertical_alignment="center", key="reader-actions"):
            original.draw_actions(library, document, clause, place)
            st.button(
                own.to_compare,
                key="to-compare",
                type="tertiary",
                icon=":material/compare_arrows:",
                on_click=find_compare.add,
                args=(record, clause, own),
            )
            return record.suffix == ".pdf" and _draw_choice(own)


def opener(library: Library, document_id: str) -> Callable[[str], None]:
    """What opens a clause of the document by its id."""

    def open_clause(clause_id: str) -> None:
        document = library.document(document_id)
        clause = next((each for each in document.clauses if each.id == clause_id), None)
        if clause is not None:
            session.read(clause_passage(library.record(document_id), document, clause))

    return open_clause


def section(document: Document, clause: Clause) -> list[Clause]:
    """The clauses to read around an open one: its uppermost clause with all below it, as far as that can be read at once."""
    by_id = {each.id: each for each in document.clauses}
    top = clause
    while top.parent is not None:
        top = by_id[top.parent]
    whole = subtree(document, top)
    found = [each for each in document.clauses if whole.contains(each.span)]
    if len(whole) <= _LONGEST_SECTION:
        return found
    at = found.index(clause)
    return found[max(0, at - _AROUND) : at + _AROUND + 1]


def _draw_choice(own: FindWords) -> bool:
    """Whether the page is to be shown, and not the text."""
    titles = {"text": own.as_text, "page": own.as_page}
    chosen = st.segmented_control(
        own.show,
        list(titles),
        format_func=lambda name: titles[str(name)],
        default=None if "reading-as" in st.session_state else "text",
        key="reading-as",
        label_visibility="collapsed",
        required=True,
    )
    return chosen == "page"


def _draw_text(
    library: Library, record: DocumentRecord, document: Document, clause: Clause, place: session.Place, own: FindWords
) -> None:
    clauses = section(document, clause)
    whole = Span(clauses[0].span.start, clauses[-1].span.end)
    notes = _notes(record, whole, own)
    opened = Span(place.start, place.end)
    shown = markup.reading(document, clauses, session.reading_marks(), notes, opened)
    st.html(f'<article class="cl-excerpt cl-reading">{shown}</article>')
    original.draw_arrival(place)
    if notes:
        st.html(f'<p class="cl-nearest">{markup.escape(own.references_help)}</p>')


def _notes(record: DocumentRecord, whole: Span, own: FindWords) -> list[markup.Note]:
    """The terms and clauses that a part of a document leans on, each opening what it leads to."""
    return [
        markup.Note(
            each.span,
            place_told(each.place),
            each.words,
        )
        for each in visitor.parts().references.within(record, whole)
    ]
