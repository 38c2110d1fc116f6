"""The page on which a question is asked: the contract, the conversation, and the original beside it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assistant.answer import Answer, Statement
from assistant.errors import AssistantError
from assistant.question import LONGEST_QUESTION
from assistant.web import adding, first, heading, kept, links, markup, original, reply, session, wrong
from ingest.errors import IngestError


def draw() -> None:
    """Draw the page."""
    with session.sentences_for_errors():
        names = [contract.name for contract in session.parts().library.contracts()]
        if not names:
            _draw_nothing_yet()
            return
        words = session.words()
        with session.sentences_for_errors():
            _follow_link(names)
        place = session.opened()
        conversation, beside = st.columns([1, 1], gap="large") if place else (st.container(key="alone"), None)
        with conversation:
            said = st.container(key="said")
            with st.container(key="asking"):
                typed = st.chat_input(words.ask_placeholder, key="question", max_chars=LONGEST_QUESTION)
            with said:
                heading.draw(names)
                _draw_conversation(typed or session.take())
        if place and beside:
            with beside, session.sentences_for_errors():
                original.draw(session.parts().library, place)
        _tell_address(place)


def _follow_link(names: Sequence[str]) -> None:
    """Open what the address names when the session begins; choose the only contract where there is but one.

    Raises:
        UnknownContract: the address names a contract or a clause that is not there.
    """
    if session.followed_link():
        return
    if len(names) == 1:
        st.session_state.setdefault(session.CONTRACT, names[0])
    given = {name: st.query_params[name] for name in links.PARAMETERS if name in st.query_params}
    place = links.place_at(session.parts().library, given)
    if place is not None:
        st.session_state[session.CONTRACT] = place.contract
        session.open_original(place)
    elif given.get(links.CONTRACT) in names:
        st.session_state[session.CONTRACT] = given[links.CONTRACT]


def _tell_address(place: session.Place | None) -> None:
    """Have the address name what is open, so that it can be kept and shared as it stands."""
    known = place is not None and place.document_id in session.parts().library.document_ids()
    wanted = links.parameters(session.parts().library, place) if place is not None and known else {}
    if {name: st.query_params[name] for name in links.PARAMETERS if name in st.query_params} != wanted:
        st.query_params.from_dict(wanted)


def _draw_nothing_yet() -> None:
    words = session.words()
    with st.container(key="nothing-yet", horizontal_alignment="center"):
        st.html(
            f'<div class="cl-empty"><h1>{markup.escape(words.empty_title)}</h1><p>{markup.escape(words.empty_text)}</p></div>'
        )
        adding.draw_samples_button()
        if st.button(words.go_to_contracts, key="go-to-contracts", type="tertiary", icon=":material/upload_file:"):
            session.go_to_contracts()


def _draw_conversation(asked: str | None) -> None:
    """What was asked and answered, and the answer to what is asked now."""
    held = session.exchanges()
    if not held and not asked:
        first.draw()
    for number, exchange in enumerate(held):
        with st.container(key=f"asked-{number}"):
            st.html(markup.question(exchange.question))
        if exchange.answer:
            reply.draw(exchange.answer, f"{number}")
            wrong.draw_button(number)
            wrong.draw_form(exchange.answer, number)
        else:
            st.html(markup.fault(exchange.fault))
    if asked:
        _ask(asked)
    if held:
        _draw_ends()
    if session.answered_just_now():
        _show_question(len(held) - 1)


def _show_question(number: int) -> None:
    """Bring a question to the top of the window, its answer below it."""
    where = f'document.querySelector(".st-key-asked-{number}")'
    st.html(
        f'<script>setTimeout(() => {where}?.scrollIntoView({{ block: "start" }}), 150)</script>',
        unsafe_allow_javascript=True,
    )


def _draw_ends() -> None:
    """What can be done with the conversation."""
    with st.container(horizontal=True, key="ends"):
        st.button(
            session.words().start_again,
            key="start-again",
            type="tertiary",
            icon=":material/refresh:",
            on_click=session.start_again,
        )
        kept.draw_exports()


def _ask(question: str) -> None:
    """Show the statements as they are proven, then keep the answer and draw the page anew with its buttons."""
    words = session.words()
    st.html(markup.question(question))
    proven: list[Statement] = []
    answer: Answer | None = None
    fault = ""
    with st.spinner(words.thinking):
        slot = st.empty()
        try:
            session.audit("ask", question=question, contract=session.contract() or "")
            assistant = session.parts().assistant
            for part in assistant.stream(question, session.contract(), session.turns(), session.as_of()):
                if isinstance(part, Answer):
                    answer = part
                    session.keep(part)
                    session.audit_answer(part)
                else:
                    proven.append(part)
                    slot.html("".join(markup.statement(shown, words) for shown in proven))
        except (AssistantError, IngestError) as error:
            fault = str(error)
    session.add(session.Exchange(question, answer, fault))
    st.rerun()
