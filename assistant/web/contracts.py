"""The page of contracts: what the library holds, what is in force, what reading was unsure of, and the ways to change it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from assistant.background import INGEST
from assistant.web import (
    adding,
    adding_words,
    amendments,
    doubts,
    edits,
    glance,
    jobs,
    locale,
    markup,
    original,
    removal,
    session,
    uploads,
    visitor,
)
from assistant.web.adding_words import AddingWords
from assistant.web.shelf_words import LANGUAGES, ShelfWords
from assistant.web.words import Words
from ingest.job_table import JobRecord
from ingest.library import ContractRecord
from ingest.plan import SUFFIXES

CHOSEN = "shelf-contract"
"""The key of the choice of contract on this page."""
_WANTED = "shelf-wanted"
_TYPES = [suffix.removeprefix(".") for suffix in SUFFIXES]
_SECTIONS: dict[str, Callable[[ContractRecord], None]] = {
    "documents": glance.draw,
    "force": amendments.draw,
    "unsure": doubts.draw,
    "edit": edits.draw,
}


def draw() -> None:
    """Draw the page."""
    words, own = locale.words(), LANGUAGES[locale.language()]
    with session.sentences_for_errors():
        contracts = visitor.parts().library.contracts()
        place = session.opened()
        shelf, beside = st.columns([1, 1], gap="large") if place else (st.container(key="shelf"), None)
        with shelf:
            _draw_shelf(contracts, words, own)
        if place and beside:
            with beside, session.sentences_for_errors():
                original.draw(visitor.parts().library, place)


def _draw_shelf(contracts: Sequence[ContractRecord], words: Words, own: ShelfWords) -> None:
    st.html(f'<h1 class="cl-title">{markup.escape(words.contracts)}</h1>')
    names = [contract.name for contract in contracts if visitor.may_change(contract.name)]
    if not contracts:
        lead = words.empty_text if visitor.may_change() else words.nothing_seen
        st.html(f'<p class="cl-lead">{markup.escape(lead)}</p>')
        if visitor.may_change():
            adding.draw_samples_button()
            _draw_form(names)
    else:
        if visitor.may_change():
            with st.expander(adding_words.LANGUAGES[locale.language()].add_title, icon=":material/upload_file:"):
                _draw_form(names)
        _choose([contract.name for contract in contracts])
        jobs.draw(INGEST, _draw_added)
        _draw_contract(_chosen(contracts, own), own)
    removal.draw_removed()


def _chosen(contracts: Sequence[ContractRecord], own: ShelfWords) -> ContractRecord:
    """The contract that is shown."""
    names = [contract.name for contract in contracts]
    name = st.selectbox(own.choose, names, key=CHOSEN, persist_state="session", icon=":material/contract:")
    return next(contract for contract in contracts if contract.name == name)


def _choose(names: Sequence[str]) -> None:
    """Choose the contract that a button asked for; where none is chosen that there is, the one that is being asked about."""
    wanted = st.session_state.pop(_WANTED, st.session_state.get(CHOSEN))
    if wanted not in names:
        wanted = session.contract() if session.contract() in names else names[0]
    if wanted != st.session_state.get(CHOSEN):
        st.session_state[CHOSEN] = wanted


def _draw_added(job: JobRecord) -> None:
    """What became of each file, and the way to the contracts that they went to."""
    adding.draw_outcomes(job)
    outcomes = [] if job.open else job.result.get("outcomes", [])
    went = {outcome["contract"] for outcome in outcomes if outcome["document"]} - {st.session_state.get(CHOSEN)}
    for name in (contract.name for contract in visitor.parts().library.contracts() if contract.name in went):
        label = adding_words.LANGUAGES[locale.language()].open.format(contract=name)
        if st.button(markup.label(label), key=f"show-{job.id}-{name}"):
            st.session_state[_WANTED] = name
            st.rerun()  # not this list of jobs alone


def _draw_contract(contract: ContractRecord, own: ShelfWords) -> None:
    documents = contract.documents
    counted = own.counted.format(
        documents=len(documents),
        pages=sum(document.page_count for document in documents),
        clauses=sum(document.clause_count for document in documents),
    )
    known_as = own.aliases.format(names=", ".join(contract.aliases)) if contract.aliases else ""
    st.html(
        f'<header class="cl-contract"><h2>{markup.escape(contract.name)}</h2>'
        f"<p>{markup.escape(counted)}</p>{f'<p>{markup.escape(known_as)}</p>' if known_as else ''}</header>"
    )
    sections = [name for name in _SECTIONS if name != "edit" or visitor.may_change(contract.name)]
    if st.session_state.get(session.SECTION) not in sections:
        st.session_state[session.SECTION] = sections[0]
    section = st.segmented_control(
        own.choose,
        sections,
        format_func=lambda name: own.sections[str(name)],
        key=session.SECTION,
        label_visibility="collapsed",
        required=True,
    )
    _SECTIONS[str(section)](contract)


def _draw_form(names: Sequence[str]) -> None:
    """Files, the contract that they belong to, and the button that adds them."""
    words = adding_words.LANGUAGES[locale.language()]
    with st.form("add", border=False):
        if not names:
            st.html(f'<h2 class="cl-title">{markup.escape(words.add_title)}</h2>')
        files = st.file_uploader(
            words.files,
            type=_TYPES,
            accept_multiple_files=True,
            key=f"files-{adding.rounds()}",  # a new uploader, empty, once its files are in
            help=words.files_help.format(count=uploads.MOST_FILES, size=uploads.LARGEST),
            max_upload_size=uploads.LARGEST,
        )
        family = st.selectbox(
            words.family, names, index=None, placeholder=words.family_help, accept_new_options=True, key="family"
        )
        submitted = st.form_submit_button(words.add, type="primary", icon=":material/add:")
    if submitted:
        _add(files, (family or "").strip(), words)


def _add(files: Sequence[uploads.Upload], family: str, words: AddingWords) -> None:
    needed = words.need_files if not files else words.need_family if not family else ""
    refused = needed or uploads.refusal(files, words)
    if not refused and not visitor.may_change(family):
        refused = words.not_yours
    if refused:
        st.html(markup.fault(refused))
        return
    adding.add_uploads(files, family)
