"""What the visitor does, entered into the audit log."""

from __future__ import annotations

import streamlit as st

from assistant.answer import Answer
from assistant.audit import Audit
from assistant.web import visitor
from assistant.web.settling import Settling, Told

SEARCHES = "searches"
"""The key under which a session keeps the search that is being typed."""
_PAUSE = 1.5  # seconds after which words are not being typed any more


def enter(what: str, **told: object) -> None:
    """Enter an act; ``told`` is what there is to say of it, as values of JSON.

    Raises:
        AssistantError: the log cannot be written.
    """
    if SEARCHES in st.session_state:
        _searches().settle()
    Audit(visitor.home()).enter(visitor.user_name() or "", what, **told)


def enter_search(**told: object) -> None:
    """Enter a search, which is made anew with each letter, once its ``words`` stand.

    Raises:
        AssistantError: the log cannot be written.
    """
    _searches().put(told)


def _searches() -> Settling:
    audit, who = Audit(visitor.home()), visitor.user_name() or ""

    def enter_found(told: Told) -> None:
        audit.enter(who, "find", **told)

    held: Settling = st.session_state.setdefault(SEARCHES, Settling(enter_found, _PAUSE))
    return held


def enter_once(what: str, **told: object) -> None:
    """As `enter`, unless the same was entered last of its kind: a page is drawn again with every press of a button.

    Raises:
        AssistantError: the log cannot be written.
    """
    key = f"audited-{what}"
    if st.session_state.get(key) != told:
        enter(what, **told)
        st.session_state[key] = told


def enter_answer(answer: Answer) -> None:
    """Enter an answer by what it cited, or by its silence; its words are in the contracts.

    Raises:
        AssistantError: the log cannot be written.
    """
    cited = [citation for statement in answer.statements for citation in statement.citations]
    places = [[each.contract, each.document, each.start, each.end] for each in cited]
    enter("answer", question=answer.question, contract=answer.contract or "", abstained=answer.abstained, cited=places)
