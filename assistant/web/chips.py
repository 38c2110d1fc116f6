"""Buttons that open the original at a place, as every page draws them."""

from __future__ import annotations

import re
from collections.abc import Sequence

import streamlit as st

from assistant.citing.pin_cite import page_told
from assistant.web import markup, session

_CUT_WORD = re.compile(r"^[^\s_.-]*[\s_.-]+")
_LONGEST = 44  # characters of a document's name; files are called all manner of things


def draw(places: Sequence[session.Place], key: str, names: Sequence[str] = ()) -> None:
    """A button a place, in a row.

    Args:
        places: what the buttons open.
        key: tells these buttons from all others of the page.
        names: what they are called; by clause, page and document when left out.
    """
    with st.container(horizontal=True, key=f"chips-{key}"):
        for number, place in enumerate(places):
            st.button(
                markup.label(names[number] if names else name(place)),
                key=f"chip-{key}-{number}",
                icon=":material/article:",
                wrap=True,
                on_click=session.open_original,
                args=(place,),
            )


def name(place: session.Place) -> str:
    """A place by its clause, page and document: ``8.2 Liability · p. 14 · framework-agreement``."""
    parts = (place.clause, page_told(place.page, place.paged), short(place.document))
    return " · ".join(part for part in parts if part)


def short(document: str) -> str:
    """A document's name; of a long one both ends, since those of a family often differ in the last word alone."""
    if len(document) <= _LONGEST:
        return document
    end = document[-_LONGEST // 2 :]
    return f"{document[: _LONGEST // 2 - 1].rstrip()}…{_CUT_WORD.sub('', end) or end}"
