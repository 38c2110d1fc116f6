"""The page of contracts: what the library holds, and the way to add to it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assistant.web import adding, markup, session, uploads
from assistant.web.words import Words
from ingest.document import Role
from ingest.library import ContractRecord, DocumentRecord

_TYPES = ["pdf", "docx", "md", "markdown", "txt"]
_ROLE_ORDER = list(Role)


def draw() -> None:
    """Draw the page."""
    words = session.words()
    with session.sentences_for_errors(), st.container(key="shelf"):
        contracts = session.parts().library.contracts()
        st.html(f'<h1 class="cl-title">{markup.escape(words.contracts)}</h1>')
        if not contracts:
            st.html(f'<p class="cl-lead">{markup.escape(words.empty_text)}</p>')
            adding.draw_samples_button()
        for contract in contracts:
            st.html(_card(contract, words))
        _draw_form([contract.name for contract in contracts])
        if contracts:
            adding.draw_jobs()


def _draw_form(names: Sequence[str]) -> None:
    """Files, the contract that they belong to, and the button that adds them."""
    words = session.words()
    with st.form("add"):
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
    if submitted and files:
        _add(files, (family or "").strip(), words)


def _add(files: Sequence[uploads.Upload], family: str, words: Words) -> None:
    refused = uploads.refusal(files, words) if family else words.need_family
    if refused:
        st.html(markup.fault(refused))
        return
    adding.add_uploads(files, family)


def _card(contract: ContractRecord, words: Words) -> str:
    """A contract with its documents, the framework agreement first."""
    documents = sorted(contract.documents, key=lambda document: (_ROLE_ORDER.index(document.role), document.name))
    titles = (words.document, words.role, words.pages, words.clauses)
    head = "".join(f'<th scope="col">{markup.escape(title)}</th>' for title in titles)
    body = "".join(_row(document, words) for document in documents)
    return (
        f'<section class="cl-card"><h2>{markup.escape(contract.name)}</h2>'
        f"<p>{markup.escape(words.documents.format(count=len(documents)))}</p>"
        f'<div class="cl-scroll"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div></section>'
    )


def _row(document: DocumentRecord, words: Words) -> str:
    notes = "".join(f"<li>{markup.escape(warning)}</li>" for warning in document.warnings)
    unsure = (
        f"<details><summary>{markup.escape(words.reading_notes)}</summary><ul>{notes}</ul></details>" if notes else ""
    )
    role = words.role_names[document.role.value]
    file = document.name + document.suffix
    return (
        f'<tr><th scope="row">{markup.escape(document.title)}<small>{markup.escape(file)}</small>{unsure}</th>'
        f"<td>{markup.escape(role)}</td>"
        f'<td data-label="{markup.escape(words.pages)}">{document.page_count}</td>'
        f'<td data-label="{markup.escape(words.clauses)}">{document.clause_count}</td></tr>'
    )
