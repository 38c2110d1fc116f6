"""The web app as Streamlit runs it, over an embedder that needs no model; the home comes from CLAUSIER_HOME."""

from __future__ import annotations

import streamlit as st

from assistant.settings import Settings
from assistant.web import frame
from tests.fake_parts import FakeParts


@st.cache_resource(show_spinner=False)
def open_parts() -> FakeParts:
    return FakeParts(Settings.from_environment().home)


if __name__ == "__main__":
    frame.main(open_parts)
