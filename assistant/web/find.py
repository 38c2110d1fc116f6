"""The page on which clauses are found, read, compared, and asked about in many contracts at once."""

from __future__ import annotations

import streamlit as st

from assistant.web import (
    find_across,
    find_compare,
    find_reading,
    find_search,
    locale,
    markup,
    nothing_yet,
    session,
    visitor,
)
from assistant.web.find_words import find_words

VIEW = "find-view"
"""The key of the choice between the page's three views."""
_VIEWS = ("search", "compare", "across")


def draw() -> None:
    """Draw the page."""
    with session.sentences_for_errors():
        own = find_words(locale.words())
        names = [contract.name for contract in visitor.parts().library.contracts()]
        if not names:
            nothing_yet.draw()
            return
        with st.container(key="find"):
            st.html(f'<h1 class="cl-title cl-hidden">{markup.escape(own.title)}</h1>')
            titles = {"search": own.search, "compare": own.compare, "across": own.across}
            view = st.segmented_control(
                own.view,
                _VIEWS,
                format_func=lambda name: titles[str(name)],
                default=None if VIEW in st.session_state else _VIEWS[0],
                key=VIEW,
                label_visibility="collapsed",
                required=True,
            )
            if view == "compare":
                find_compare.draw(names, own)
            elif view == "across":
                find_across.draw(names, own)
            else:
                _draw_search(names)


def _draw_search(names: list[str]) -> None:
    own, place = find_words(locale.words()), session.reading()
    found, beside = st.columns([2, 3], gap="large") if place else (st.container(key="found-alone"), None)
    with found:
        find_search.draw(names, own)
    if place and beside:
        with beside, session.sentences_for_errors():
            find_reading.draw(visitor.parts().library, place, own)
