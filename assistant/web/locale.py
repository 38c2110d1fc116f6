"""The language that the app speaks with a visitor, and its strings."""

from __future__ import annotations

from datetime import date
from typing import Literal

import streamlit as st

from assistant.web.words import LANGUAGES, Words

LANGUAGE = "language"
"""The key of the language switch."""
FIRST_DAY, LAST_DAY = date(1950, 1, 1), date(2150, 12, 31)
"""The days between which one can be chosen."""


def language() -> str:
    """The language chosen with the switch; until then the browser's, if it is one of ours, or else English."""
    chosen = st.session_state.get(LANGUAGE) or (st.context.locale or "")[:2]
    return chosen if chosen in LANGUAGES else "en"


def words() -> Words:
    """The strings of the session's language."""
    return LANGUAGES[language()]


def day_format() -> Literal["DD/MM/YYYY", "YYYY-MM-DD"]:
    """How a day is typed in the session's language; in English without a doubt of what is the month."""
    return "DD/MM/YYYY" if language() == "fr" else "YYYY-MM-DD"
