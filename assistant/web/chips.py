"""Buttons that open the original at a place, as every page draws them."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assistant.web import locale, markup, session


def draw(places: Sequence[session.Place], key: str, names: Sequence[str] = ()) -> None:
    """A button a place, in a row.

    Args:
        places: what the buttons open.
        key: tells these buttons from all others of the page.
        names: what they are called; by clause, page and document when left out.
    """
    words = locale.words()
    with st.container(horizontal=True, key=f"chips-{key}"):
        for number, place in enumerate(places):
            called = (place.clause, words.page.format(page=place.page), place.document)
            st.button(
                markup.label(names[number] if names else " · ".join(part for part in called if part)),
                key=f"chip-{key}-{number}",
                icon=":material/article:",
                wrap=True,
                on_click=session.open_original,
                args=(place,),
            )
