"""Putting right what was read of a contract: roles, dates and other particulars, its other names, its order of precedence."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import streamlit as st

from assistant.family.family import DATES, Fact, Family, checked
from assistant.web import acts, glance, locale, markup, removal, session, visitor
from assistant.web.locale import FIRST_DAY, LAST_DAY
from assistant.web.shelf_words import LANGUAGES, ShelfWords
from ingest.document import Role
from ingest.library import ContractRecord
from ingest.particulars import KEYS
from ingest.said import Said

_OF_A_DOCUMENT = [key for key in KEYS if key != "precedence"]


def draw(contract: ContractRecord) -> None:
    """Draw the forms."""
    own = LANGUAGES[locale.language()]
    st.html(f'<p class="cl-lead">{markup.escape(own.edit_lead)}</p>')
    _draw_particular(contract, own)
    left, right = st.columns(2, gap="medium")
    with left:
        _draw_precedence(contract, own)
    with right:
        _draw_aliases(contract, own)
    removal.draw(contract)


def _draw_particular(contract: ContractRecord, own: ShelfWords) -> None:
    """A particular of a document: what was read, and the field that sets another value."""
    words = locale.words()
    with st.container(border=True, key="edit-particular"):
        first, second = st.columns(2)
        names = [document.name for document in contract.documents]
        document = first.selectbox(own.edit_document, names, key=f"edit-document-{contract.name}")
        key = second.selectbox(own.edit_key, _OF_A_DOCUMENT, format_func=own.keys.__getitem__, key="edit-key")
        report = next(r for r in glance.reports_of(contract.name) if r.document.name == document)
        facts = [fact for fact in report.facts if fact.key == key]
        known = ", ".join(glance.shown(fact, words, own) for fact in facts) or "–"
        field = f"edit-value-{contract.name}-{document}-{key}"
        value = _draw_value(key, facts, field, own)
        st.caption(markup.label(_noted(facts, known, own)))
        with st.container(horizontal=True):
            if st.button(own.save, key="edit-save", type="primary", disabled=not value.strip()):
                _say(contract.name, checked(key, value.strip(), document))
            if any(fact.by_user for fact in facts) and st.button(
                own.forget, key="edit-forget", on_click=_put_back, args=(field, key, facts[0])
            ):
                _say(contract.name, Said(document, key, ""), forget=True)


def _draw_value(key: str, facts: list[Fact], name: str, own: ShelfWords) -> str:
    current = facts[0].value if facts else ""
    if key == "role":
        names = locale.words().role_names
        roles = [role.value for role in Role]
        at = roles.index(current) if current in roles else 0
        return st.selectbox(own.edit_value, roles, index=at, format_func=names.__getitem__, key=name)
    if key in DATES:
        day = st.date_input(own.edit_value, _day(current), FIRST_DAY, LAST_DAY, key=name, format=locale.day_format())
        return day.isoformat() if day else ""
    return st.text_input(own.edit_value, current, key=name, max_chars=2_000, live=session.TYPED)


def _put_back(field: str, key: str, fact: Fact) -> None:
    """Have the field show what was read, and no longer what was set by hand."""
    read = fact.read[0] if fact.read else ""
    st.session_state[field] = _day(read) if key in DATES else read


def _day(value: str) -> date | None:
    """The day that was read, None where none was, or none that can be chosen."""
    with suppress(ValueError):
        day = date.fromisoformat(value)
        return day if FIRST_DAY <= day <= LAST_DAY else None
    return None


def _noted(facts: list[Fact], known: str, own: ShelfWords) -> str:
    if facts and facts[0].by_user:
        return own.said_by_user.format(read=glance.was_read(facts[0], locale.words(), own))
    return own.was_read.format(value=known)


def _draw_precedence(contract: ContractRecord, own: ShelfWords) -> None:
    fact = Family(visitor.parts().library).precedence(contract.name)
    with st.form(f"precedence-{contract.name}"):
        ranks = st.text_area(
            own.precedence_title,
            fact.value if fact else "",
            help=own.precedence_help,
            height=180,
            key=f"ranks-{contract.name}",
        )
        saved = st.form_submit_button(own.save, key=f"save-precedence-{contract.name}")
        forgotten = (
            fact is not None
            and fact.by_user
            and st.form_submit_button(
                own.forget, on_click=_put_back, args=(f"ranks-{contract.name}", "precedence", fact)
            )
        )
    if saved and ranks.strip():
        _say(contract.name, checked("precedence", ranks.strip(), None))
    if forgotten:
        _say(contract.name, Said(None, "precedence", ""), forget=True)


def _draw_aliases(contract: ContractRecord, own: ShelfWords) -> None:
    with st.form(f"aliases-{contract.name}"):
        names = st.text_area(
            own.aliases.format(names="").strip(),
            "\n".join(contract.aliases),
            help=own.aliases_help,
            height=180,
            key=f"names-{contract.name}",
        )
        saved = st.form_submit_button(own.save, key=f"save-aliases-{contract.name}")
    if saved:
        library = visitor.parts().library
        with library.writing():
            library.set_aliases(contract.name, names.splitlines())
        acts.enter("edit", contract=contract.name, key="aliases")
        _done()


def _say(contract: str, said: Said, forget: bool = False) -> None:
    library = visitor.parts().library
    with library.writing():
        library.say(contract, said, forget)
    acts.enter("edit", contract=contract, document=said.document or "", key=said.key)
    _done()


def _done() -> None:
    st.toast(LANGUAGES[locale.language()].saved, icon=":material/check:")
    st.rerun()
