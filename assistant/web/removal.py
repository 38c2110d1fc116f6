"""Removing a contract or a document: asked twice, put back for a while, and deleted for good only when that is asked twice, too."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assistant.background import RESTORE
from assistant.web import acts, adding, jobs, locale, markup, session, visitor
from assistant.web.removal_words import LANGUAGES, RemovalWords
from ingest.library import ContractRecord
from ingest.wastebasket import DAYS_KEPT, Removed
from ingest.written_day import written_stamp

_ASKED = "removal-asked"
_DONE = "removal-done"
_LAST_ASKED = "deletion-asked"
_SHOW = '<script>setTimeout(() => document.querySelector(".st-key-removed")?.scrollIntoView({ block: "center" }), 150)</script>'
"""Brings what can be put back into the window."""


def draw(contract: ContractRecord) -> None:
    """Draw the choice of what to remove, and the question whether that is meant."""
    own = LANGUAGES[locale.language()]
    with st.container(border=True, key="removal"):
        st.html(f'<h3 class="cl-title">{markup.escape(own.remove_title)}</h3>')
        names = ["", *(document.name for document in contract.documents)]
        document = st.selectbox(
            own.remove_what,
            names,
            format_func=lambda name: name or own.whole_contract,
            key=f"remove-{contract.name}",
        )
        asked = (contract.name, document)
        if st.session_state.get(_ASKED) != asked:
            if st.button(own.remove, key="remove-ask", icon=":material/delete:"):
                st.session_state[_ASKED] = asked
                st.rerun()
            return
        what = document or own.whole_contract
        _draw_sure(own.remove_sure.format(what=what, contract=contract.name, days=DAYS_KEPT))
        with st.container(horizontal=True):
            st.button(own.remove_yes, key="remove-yes", type="primary", on_click=_remove, args=asked)
            st.button(own.remove_no, key="remove-no", on_click=_ask_no_more)


def draw_removed() -> None:
    """Draw what can be put back, with the reading of what is being put back."""
    own = LANGUAGES[locale.language()]
    jobs.draw(RESTORE, adding.draw_outcomes)
    if not visitor.may_change():
        return
    background = visitor.background()
    waiting = {job.payload["removed"] for job in background.jobs(RESTORE) if job.open}
    entries = [
        entry
        for entry in background.wastebasket.all()
        if entry.id not in waiting and visitor.may_change(entry.contract)
    ]
    if entries:
        with (
            st.container(key="removed"),
            st.expander(own.removed_title, icon=":material/restore_from_trash:", expanded=True),
        ):
            _draw_entries(entries, own)
        if st.session_state.pop(_DONE, False):
            st.html(_SHOW, unsafe_allow_javascript=True)


def _draw_entries(entries: Sequence[Removed], own: RemovalWords) -> None:
    for entry in entries:
        what = own.whole_contract if entry.whole else ", ".join(entry.documents)
        with st.container(horizontal=True, vertical_alignment="center"):
            said = own.removed.format(
                what=what, contract=entry.contract, day=written_stamp(entry.day[:10], locale.language())
            )
            st.html(f"<p>{markup.escape(said)}</p>")
            st.button(own.undo, key=f"undo-{entry.id}", icon=":material/undo:", on_click=_restore, args=(entry,))
            st.button(own.forever, key=f"forever-{entry.id}", type="tertiary", on_click=_ask_last, args=(entry,))
        if st.session_state.get(_LAST_ASKED) == entry.id:
            _draw_sure(own.forever_sure.format(what=what, contract=entry.contract))
            with st.container(horizontal=True):
                st.button(own.forever_yes, key="forever-yes", type="primary", on_click=_drop, args=(entry,))
                st.button(own.remove_no, key="forever-no", on_click=_ask_no_more)


def _draw_sure(question: str) -> None:
    st.html(f'<p class="cl-why" role="alert">{markup.escape(question)}</p>')


def _remove(contract: str, document: str) -> None:
    """Remove, and go on with what was removed in view: not with the choice of what to remove next."""
    _ask_no_more()
    with session.sentences_for_errors():
        visitor.background().remove(contract, document or None)
        acts.enter("remove", contract=contract, document=document)
        session.close_original()
        st.session_state[session.SECTION] = "documents"
        st.session_state[_DONE] = True


def _ask_no_more() -> None:
    st.session_state.pop(_ASKED, None)
    st.session_state.pop(_LAST_ASKED, None)


def _ask_last(entry: Removed) -> None:
    st.session_state[_LAST_ASKED] = entry.id


def _restore(entry: Removed) -> None:
    visitor.background().restore(entry, visitor.user_name() or "")
    acts.enter("restore", contract=entry.contract)


def _drop(entry: Removed) -> None:
    _ask_no_more()
    visitor.background().wastebasket.drop(entry.id)
    acts.enter("delete", contract=entry.contract)
