"""The language that the app speaks with a visitor, and its strings."""

from __future__ import annotations

import streamlit as st

from assistant.web.words import LANGUAGES, Words

LANGUAGE = "language"
"""The key of the language switch."""


def language() -> str:
    """The language chosen with the switch; until then the browser's, if it is one of ours, or else English."""
    chosen = st.session_state.get(LANGUAGE) or (st.context.locale or "")[:2]
    return chosen if chosen in LANGUAGES else "en"


def words() -> Words:
    """The strings of the session's language."""
    return LANGUAGES[language()]
