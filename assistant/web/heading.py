"""The head of the page on which questions are asked: which contract, as of which day, and how it stands on that day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from assistant.family.in_force import today
from assistant.family.standing import Dated, Standing, standing
from assistant.web import kept, locale, markup, session, visitor
from assistant.web.words import Words
from ingest.library import Library
from ingest.written_day import written_day

_KEPT = 256  # standings that are remembered


def draw(names: Sequence[str]) -> None:
    """Draw the choices of contract and day, and the menu of conversations."""
    words = locale.words()
    session.choose(names)
    with st.container(key="heading"), st.container(horizontal=True, vertical_alignment="bottom", key="choices"):
        st.selectbox(
            words.contract,
            ["", *names],
            format_func=lambda name: name or words.any_contract,
            key=session.CONTRACT,
            persist_state="session",
            icon=":material/contract:",
        )
        st.date_input(
            words.as_of,
            today(),
            min_value=locale.FIRST_DAY,
            max_value=locale.LAST_DAY,
            key=session.AS_OF,
            persist_state="session",
            help=words.as_of_help,
            format=locale.day_format(),
        )
        kept.draw_list()
    contract = session.contract()
    if contract:
        library = visitor.parts().library
        st.html(_told(_standing(library, contract, session.as_of(), str(library.home), library.generation), words))


@st.cache_data(max_entries=_KEPT, show_spinner=False)
def _standing(_library: Library, contract: str, day: date, home: str, generation: int) -> Standing:
    """Remembered for each state of each library; the library itself does not tell entries apart."""
    return standing(_library, contract, day)


def _told(found: Standing, words: Words) -> str:
    """How the contract stands, in a line; what looks like no signed original, in another."""
    said = []
    if found.agreement:
        day = found.agreement.day
        named = found.agreement.title
        said.append(words.stands.format(title=named, day=written_day(day, words.language)) if day else named)
    if found.amended_by:
        said.append(words.amended_by.format(titles="; ".join(_dated(each, words) for each in found.amended_by)))
    if found.expiry:
        said.append(words.until.format(day=written_day(found.expiry, words.language)))
    said += [
        words.to_come.format(title=e.title, day=written_day(e.day, words.language)) for e in found.to_come if e.day
    ]
    unsigned = [each.title for each in (found.agreement, *found.amended_by) if each is not None and not each.signed]
    warning = words.unsigned.format(titles="; ".join(unsigned)) if unsigned else ""
    lines = [f'<p class="cl-stands">{markup.escape(" · ".join(said))}</p>'] if said else []
    lines += [f'<p class="cl-stands cl-unsigned">{markup.escape(warning)}</p>'] if warning else []
    return f'<div class="cl-standing cl-told">{"".join(lines)}</div>'


def _dated(document: Dated, words: Words) -> str:
    return f"{document.title} ({written_day(document.day, words.language)})" if document.day else document.title
