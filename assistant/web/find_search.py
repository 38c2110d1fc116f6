"""Searching: one field over all contracts, filters, and the passages found, contract by contract, with the words marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

import streamlit as st

from assistant.answer import FoundPassage
from assistant.citing.cite import clause_passage
from assistant.find import Match
from assistant.naming.clause_lookup import clause_at
from assistant.web import acts, chips, locale, markup, session, visitor
from assistant.web.find_words import FindWords
from ingest.document import Role, Span
from ingest.library import Library

SOUGHT = "sought"
"""The key of the search field."""
_MOST = 30  # passages shown
_AT_ONCE = 10  # of these before more are asked for: what a window holds, drawn before the next key
_PAUSE = "100ms"  # after the last key, before it is looked for
_MORE = "find-more"
_EXCERPT = 320  # characters of a passage
_LEAD = 70  # of these before the first marked word


def draw(names: Sequence[str], own: FindWords) -> None:
    """Draw the field, the filters and what is found.

    Raises:
        BadQuestion: the words are too long.
        AssistantError: the audit log cannot be written.
    """
    sought = st.text_input(
        own.sought,
        key=SOUGHT,
        type="search",
        live=_PAUSE,
        icon=":material/search:",
        placeholder=own.sought_help,
        persist_state="session",
    )
    contract, role, language, in_force = _draw_filters(names, own)
    if not sought.strip():
        st.html(_hints(own))
        return
    day = session.as_of() if in_force else None
    matches = visitor.parts().finder.find(sought, contract, _MOST, role, language, day)
    acts.enter_search(words=sought, contract=contract or "", found=len(matches))
    _draw_found(matches, (sought, contract, role, language, day), own)


def _draw_found(matches: Sequence[Match], wanted: tuple[object, ...], own: FindWords) -> None:
    """The first of the passages, and a button that shows the rest; ``wanted`` tells one search from another."""
    if not matches:
        st.html(f'<p class="cl-lead cl-told">{markup.escape(own.nothing_found)}</p>')
        return
    st.html(f'<p class="cl-nearest cl-told">{markup.escape(own.found.format(count=len(matches)))}</p>')
    shown = len(matches) if st.session_state.get(_MORE) == wanted else _AT_ONCE
    _draw_matches(matches[:shown], own)
    if len(matches) > shown:
        st.button(
            own.more.format(count=len(matches) - shown),
            key="more",
            icon=":material/expand_more:",
            on_click=st.session_state.__setitem__,
            args=(_MORE, wanted),
        )


def _draw_filters(names: Sequence[str], own: FindWords) -> tuple[str | None, Role | None, str | None, bool]:
    words = locale.words()
    with (
        st.expander(own.filters, icon=":material/tune:", key="filters"),
        st.container(horizontal=True, key="filter-row"),
    ):
        contract = st.selectbox(
            words.contract,
            ["", *names],
            format_func=lambda name: name or words.any_contract,
            key="find-contract",
            persist_state="session",
        )
        role = st.selectbox(
            own.role,
            ["", *(role.value for role in Role)],
            format_func=lambda value: words.role_names[value] if value else own.any_role,
            key="find-role",
            persist_state="session",
        )
        language = st.selectbox(
            own.language,
            ["", *own.languages],
            format_func=lambda code: own.languages[code] if code else own.any_language,
            key="find-language",
            persist_state="session",
        )
        in_force = st.checkbox(own.in_force, key="find-in-force", help=own.in_force_help, persist_state="session")
    return contract or None, Role(role) if role else None, language or None, in_force


def _hints(own: FindWords) -> str:
    lines = "".join(
        f"<dt>{markup.escape(said)}</dt><dd>{markup.escape(why)}</dd>" for said, why in own.nothing_yet_hints
    )
    return f'<section class="cl-hints"><h2>{markup.escape(own.nothing_yet)}</h2><dl>{lines}</dl></section>'


def _draw_matches(matches: Sequence[Match], own: FindWords) -> None:
    """The passages, contract by contract in the order of the best of each."""
    order = {name: at for at, name in enumerate(dict.fromkeys(match.passage.contract for match in matches))}
    grouped = groupby(
        sorted(matches, key=lambda each: order[each.passage.contract]), key=lambda each: each.passage.contract
    )
    for contract, held in grouped:
        st.html(f'<h2 class="cl-group">{markup.escape(contract)}</h2>')
        for match in held:
            _draw_match(match, own)


def home(library: Library, match: Match) -> FoundPassage:
    """The clause in which most of the marked words of a passage stand; that in which it begins where none are marked."""
    passage = match.passage
    document = library.document(passage.document_id)
    at = Counter(clause_at(document, mark.start) for mark in match.marks)
    clause = max(at, key=lambda each: (at[each], -each.span.start)) if at else clause_at(document, passage.start)
    return clause_passage(library.record(passage.document_id), document, clause)


def _draw_match(match: Match, own: FindWords) -> None:
    passage = home(visitor.parts().library, match)
    key = f"{passage.document_id}-{match.passage.start}"
    with st.container(key=f"match-{key}"):
        st.button(
            markup.label(chips.name(passage)),
            key=f"read-{key}",
            type="tertiary",
            wrap=True,
            on_click=session.read,
            args=(passage, match.marks),
        )
        st.html(_excerpt(match, own))


def _excerpt(match: Match, own: FindWords) -> str:
    part = match.excerpt(_EXCERPT, _LEAD)
    text = match.passage.text
    marks = [
        Span(
            max(mark.start - match.passage.start, part.start) - part.start, mark.end - match.passage.start - part.start
        )
        for mark in match.marks
        if part.start <= mark.start - match.passage.start and mark.end - match.passage.start <= part.end
    ]
    shown = markup.line(part.of(text), marks)
    before, behind = "… " if part.start else "", " …" if part.end < len(text) else ""
    why = f'<span class="cl-why-found">{markup.escape(own.why[match.why])}</span>'
    return f'<p class="cl-found">{before}{shown}{behind} {why}</p>'
