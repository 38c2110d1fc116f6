"""Signing in with the identity provider, and out again."""

from __future__ import annotations

import streamlit as st

from assistant.web import locale, markup, visitor
from assistant.web.signing_words import LANGUAGES


def admitted() -> bool:
    """Whether the visitor may go on; else the page asks to sign in, and draws nothing more.

    Raises:
        SettingsError: the policy cannot be read.
    """
    if not visitor.has_policy():
        return True
    try:
        visitor.access()
    except visitor.NotAdmitted:
        _draw_door()
        return False
    _draw_sign_out()
    return True


def _draw_door() -> None:
    words = LANGUAGES[locale.language()]
    with st.container(key="door", horizontal_alignment="center"):
        st.html(f'<div class="cl-empty"><h1>Clausier</h1><p>{markup.escape(words.sign_in_text)}</p></div>')
        if _is_configured():
            st.button(words.sign_in, key="sign-in", type="primary", icon=":material/login:", on_click=st.login)
        else:
            st.html(markup.fault(words.sign_in_unset))


def _draw_sign_out() -> None:
    with st.container(key="sign-out"):
        st.button(
            LANGUAGES[locale.language()].sign_out,
            key="sign-out-button",
            type="tertiary",
            icon=":material/logout:",
            help=visitor.user_name(),
            on_click=_leave,
        )


def _leave() -> None:
    """Forget what this session holds before the identity provider is told."""
    for key in list(st.session_state):
        if key not in (visitor.PARTS, locale.LANGUAGE):
            del st.session_state[key]
    st.logout()


def _is_configured() -> bool:
    """Whether Streamlit's secrets name an identity provider."""
    try:
        return "auth" in st.secrets
    except FileNotFoundError:
        return False
