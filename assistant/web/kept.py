"""Kept conversations: searched, resumed, and the one on the screen exported."""

from __future__ import annotations

import streamlit as st

from assistant.conversation.transcript import markdown, pdf
from assistant.web import locale, markup, session
from assistant.web.conversation_words import LANGUAGES
from ingest.written_day import written_stamp

MENU = "conversations"
"""The key of the menu, whose value is whether it is open."""
_SHOWN = 12  # of the latest; older ones are found by searching


def draw_list() -> None:
    """A menu of the kept conversations, with a search over what was asked and answered in them."""
    words = LANGUAGES[locale.language()]
    menu = st.popover(words.conversations, icon=":material/history:", key=MENU, on_change="rerun")
    if not menu.open:  # what nobody sees need not be sent with every answer
        return
    with menu, session.sentences_for_errors():
        sought = st.text_input(
            words.conversations_search,
            label_visibility="collapsed",
            placeholder=words.conversations_search,
            key="conversations-search",
            type="search",
            icon=":material/search:",
            live=session.TYPED,
        )
        store = session.conversations()
        found = store.find(sought) if sought else store.all()
        if not found:
            st.html(f'<p class="cl-lead">{markup.escape(words.conversations_none)}</p>')
        for summary in found[:_SHOWN]:
            day = written_stamp(summary.spoken[:10], locale.language())
            st.button(
                f"{markup.label(summary.title)}  \n:small[{markup.label(day)}]",
                key=f"resume-{summary.id}",
                width="stretch",
                wrap=True,
                disabled=summary.id == session.kept(),
                on_click=_resume,
                args=(summary.id,),
            )


def _resume(number: int) -> None:
    with session.sentences_for_errors():
        session.resume(number)
        st.session_state[MENU] = False


def draw_exports() -> None:
    """Buttons that give the conversation on the screen as Markdown and as PDF; each file is made when it is asked for."""
    words, number, store = LANGUAGES[locale.language()], session.kept(), session.conversations()
    if number is None:
        return
    st.download_button(
        words.export_markdown,
        lambda: markdown(store.get(number)),
        f"clausier-{number}.md",
        "text/markdown",
        key="export-markdown",
        type="tertiary",
        icon=":material/download:",
        on_click="ignore",
    )
    st.download_button(
        words.export_pdf,
        lambda: pdf(store.get(number)),
        f"clausier-{number}.pdf",
        "application/pdf",
        key="export-pdf",
        type="tertiary",
        icon=":material/picture_as_pdf:",
        on_click="ignore",
    )
