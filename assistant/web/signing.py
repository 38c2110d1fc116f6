"""Signing in with the identity provider, and out again."""

from __future__ import annotations

import streamlit as st

from assistant.web import locale, markup, visitor
from assistant.web.signing_words import LANGUAGES

# The identity provider sends everybody back to the root of the app: the address that they came to is kept in the tab meanwhile.
_KEEP_ADDRESS = """<script>
sessionStorage.setItem("clausier-came-to", location.pathname + location.search);
</script>"""
_GO_ON = """<script>
(() => {
  const cameTo = sessionStorage.getItem("clausier-came-to");
  sessionStorage.removeItem("clausier-came-to");
  const atRoot = location.pathname.endsWith("/") && !location.search;
  if (cameTo && atRoot && cameTo !== location.pathname) location.replace(cameTo);
})();
</script>"""


def admitted() -> bool:
    """Whether the visitor may go on; the page then goes to the address that was asked for before they signed in.

    Raises:
        SettingsError: the policy cannot be read.
    """
    if not visitor.has_policy():
        return True
    try:
        visitor.access()
    except visitor.NotAdmitted:
        return False
    _draw_sign_out()
    return True


def draw_door() -> None:
    """Ask to sign in."""
    words = LANGUAGES[locale.language()]
    with st.container(key="door", horizontal_alignment="center"):
        st.html(f'<div class="cl-empty"><h1>Clausier</h1><p>{markup.escape(words.sign_in_text)}</p></div>')
        if _is_configured():
            st.button(words.sign_in, key="sign-in", type="primary", icon=":material/login:", on_click=st.login)
        else:
            st.html(markup.fault(words.sign_in_unset))
        st.html(_KEEP_ADDRESS, unsafe_allow_javascript=True)


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
        st.html(_GO_ON, unsafe_allow_javascript=True)


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
