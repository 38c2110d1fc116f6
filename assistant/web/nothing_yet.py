"""What a page says where there is no contract yet: how to add one, or that the visitor sees none."""

from __future__ import annotations

import streamlit as st

from assistant.web import adding, locale, markup, session, visitor


def draw() -> None:
    """Draw it in the place of the page."""
    words, may_add = locale.words(), visitor.may_change()
    text = words.empty_text if may_add else words.nothing_seen
    with st.container(key="nothing-yet", horizontal_alignment="center"):
        st.html(f'<div class="cl-empty"><h1>{markup.escape(words.empty_title)}</h1><p>{markup.escape(text)}</p></div>')
        if may_add:
            adding.draw_samples_button()
            if st.button(words.go_to_contracts, key="go-to-contracts", type="tertiary", icon=":material/upload_file:"):
                session.go_to_contracts()
