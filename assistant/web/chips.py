"""Buttons that open the original at a place, as every page draws them."""

from __future__ import annotations

import re
from collections.abc import Sequence

import streamlit as st

from assistant.web import locale, markup, session, visitor
from assistant.web.words import Words
from ingest.library import Library

_CUT_WORD = re.compile(r"^[^\s_.-]*[\s_.-]+")
_LONGEST = 44  # characters of a document's name; files are called all manner of things


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
            st.button(
                markup.label(names[number] if names else name_in(visitor.parts().library, place, words)),
                key=f"chip-{key}-{number}",
                icon=":material/article:",
                wrap=True,
                on_click=session.open_original,
                args=(place,),
            )


def name(place: session.Place, words: Words, paged: bool = True) -> str:
    """A place by its clause, page and document: ``8.2 Liability · p. 14 · framework-agreement``; by no page unless ``paged``."""
    page = words.page.format(page=place.page) if paged else ""
    return " · ".join(part for part in (place.clause, page, short(place.document)) if part)


def name_in(library: Library, place: session.Place, words: Words) -> str:
    """A place as `name` calls it; a format without pages has but one, which is none of the original's and not told."""
    return name(place, words, _has_pages(library, place))


def _has_pages(library: Library, place: session.Place) -> bool:
    if place.page > 1 or place.document_id not in library.document_ids():
        return True
    return library.record(place.document_id).page_count > 1


def short(document: str) -> str:
    """A document's name; of a long one both ends, since those of a family often differ in the last word alone."""
    if len(document) <= _LONGEST:
        return document
    end = document[-_LONGEST // 2 :]
    return f"{document[: _LONGEST // 2 - 1].rstrip()}…{_CUT_WORD.sub('', end) or end}"
