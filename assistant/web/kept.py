"""Kept conversations: searched, resumed, and the one on the screen exported."""

from __future__ import annotations

from datetime import date

import streamlit as st

from assistant.conversations import Summary
from assistant.transcript import markdown, pdf
from assistant.web import locale, markup, session
from assistant.web.conversation_words import LANGUAGES

_SHOWN = 12  # of the latest; older ones are found by searching


def draw_list() -> None:
    """A menu of the kept conversations, with a search over what was asked and answered in them."""
    words = LANGUAGES[locale.language()]
    with (
        st.popover(words.conversations, icon=":material/history:", key="conversations"),
        session.sentences_for_errors(),
    ):
        sought = st.text_input(
            words.conversations_search, key="conversations-search", type="search", icon=":material/search:"
        )
        store = session.conversations()
        found = store.find(sought) if sought else store.all()
        if not found:
            st.html(f'<p class="cl-lead">{markup.escape(words.conversations_none)}</p>')
        for summary in found[:_SHOWN]:
            st.button(
                markup.label(words.conversation.format(title=summary.title, day=_day(summary))),
                key=f"resume-{summary.id}",
                width="stretch",
                wrap=True,
                disabled=summary.id == session.kept(),
                on_click=session.resume,
                args=(summary.id,),
            )


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


def _day(summary: Summary) -> str:
    return markup.day(date.fromisoformat(summary.spoken[:10]), locale.words())
