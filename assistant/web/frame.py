"""What frames every page: the style, the language switch, the way from page to page."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import streamlit as st

from assistant.errors import AssistantError
from assistant.parts import Parts
from assistant.settings import Settings
from assistant.web import ask, contracts, find, learn, locale, quality, session, signing, visitor
from assistant.web.find_words import find_words
from assistant.web.words import LANGUAGES, Words
from ingest.errors import IngestError

_ICON = Path(__file__).with_name("icon.svg")
"""Ours: the sign of the browser's tab is else fetched from another server, for one of Streamlit's symbols."""
_PATHS = ("ask", "find", "learn", "contracts", "quality")


@st.cache_resource(show_spinner=False)
def open_parts() -> Parts:
    """The library, index, embedder and assistant of the settings' home, opened once for all sessions, and warmed behind the page.

    Raises:
        SettingsError: when a setting cannot be used.
    """
    parts = Parts(Settings.from_environment())
    threading.Thread(target=_warm, args=(parts,), name="warming", daemon=True).start()
    return parts


def _warm(parts: Parts) -> None:
    with suppress(AssistantError, IngestError):  # whoever asks meets the same error, and is told
        parts.warm()


def main(parts: Callable[[], Parts] = open_parts) -> None:
    """Draw the page that the address names.

    Args:
        parts: gives the parts that the pages work with.
    """
    st.set_page_config("Clausier", _ICON, layout="wide")
    with session.sentences_for_errors():
        visitor.begin(parts)
        _draw_language_switch()
        words = locale.words()
        _tell_language(words.language)
        if signing.admitted():
            with visitor.steady():
                st.navigation(_pages(words), position="top").run()
        else:
            st.navigation(_doors(), position="hidden").run()


def _pages(words: Words) -> list[st.Page]:
    asking = st.Page(ask.draw, title=words.ask, icon=":material/forum:", url_path=_PATHS[0], default=True)
    finding = st.Page(find.draw, title=find_words(words).title, icon=":material/search:", url_path=_PATHS[1])
    learning = st.Page(learn.draw, title=learn.title(), icon=":material/school:", url_path=_PATHS[2])
    shelf = st.Page(contracts.draw, title=words.contracts, icon=":material/folder_open:", url_path=_PATHS[3])
    measured = st.Page(
        quality.draw,
        title=quality.title(),
        icon=":material/monitoring:",
        url_path=_PATHS[4],
        visibility="visible" if visitor.sees_everything() else "hidden",  # who comes by its address is told why
    )
    session.offer_pages(contracts=shelf)
    return [asking, finding, learning, shelf, measured]


def _doors() -> list[st.Page]:
    """The door at every address, so that whoever signs in is let in where they came to."""
    return [st.Page(signing.draw_door, title="Clausier", url_path=path, default=path == _PATHS[0]) for path in _PATHS]


def _tell_language(code: str) -> None:
    """Tell screen readers in which language to speak; ``code`` is one of ours, never a visitor's words."""
    with st.container(key="language-told"):
        st.html(f'<script>document.documentElement.lang = "{code}"</script>', unsafe_allow_javascript=True)


def _draw_language_switch() -> None:
    with st.container(key="language-switch"):
        st.segmented_control(
            "Language · Langue",
            list(LANGUAGES),
            format_func=lambda code: str(code).upper(),
            default=locale.language() if locale.LANGUAGE not in st.session_state else None,
            key=locale.LANGUAGE,
            label_visibility="collapsed",
            required=True,
        )
