"""The page on which a question is asked: the contract, the conversation, and the original beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assistant.answer import Answer, Statement, Verdict
from assistant.asked.question import LONGEST_QUESTION
from assistant.errors import AssistantError
from assistant.web import (
    acts,
    faults,
    first,
    heading,
    kept,
    links,
    locale,
    markup,
    nothing_yet,
    original,
    reply,
    session,
    visitor,
    wrong,
)
from ingest.errors import IngestError


def draw() -> None:
    """Draw the page."""
    with session.sentences_for_errors():
        names = [contract.name for contract in visitor.parts().library.contracts()]
        if not names:
            nothing_yet.draw()
            return
        words = locale.words()
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
                original.draw(visitor.parts().library, place)
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
    if given.get(links.CONTRACT) in names:
        st.session_state[session.CONTRACT] = given[links.CONTRACT]
    place = links.place_at(visitor.parts().library, given)
    if place is not None:
        session.open_original(place)


def _tell_address(place: session.Place | None) -> None:
    """Have the address name what is open, so that it can be kept and shared as it stands."""
    known = place is not None and place.document_id in visitor.parts().library.document_ids()
    wanted = links.parameters(visitor.parts().library, place) if place is not None and known else {}
    if {name: st.query_params[name] for name in links.PARAMETERS if name in st.query_params} != wanted:
        st.query_params.from_dict(wanted)


def _draw_conversation(asked: str | None) -> None:
    """What was asked and answered, and the answer to what is asked now."""
    held = session.exchanges()
    if not held and not asked:
        first.draw()
    else:
        st.html(f'<h1 class="cl-title cl-hidden">{markup.escape(locale.words().ask)}</h1>')
    for number, exchange in enumerate(held):
        with _place(number, exchange.question), st.container():
            _draw_reply(exchange, number)
    if asked:
        _ask(asked, len(held))
    if held:
        _draw_ends()
    if asked:
        _show_question(len(held) - 1)


@contextmanager
def _place(number: int, question: str) -> Iterator[None]:
    """The place of an exchange, its question drawn; what the block draws stands below that."""
    with st.container(key=f"exchange-{number}"):
        with st.container(key=f"asked-{number}"):
            st.html(markup.question(question, heading=True))
        yield


def _draw_reply(exchange: session.Exchange, number: int) -> None:
    """The answer and what can be done with it; the sentence that says why there is none, or why it was not kept."""
    if exchange.fault:
        st.html(faults.told(exchange.fault, locale.language()))
    if exchange.answer:
        reply.draw(exchange.answer, f"{number}")
        wrong.draw_button(number)
        wrong.draw_form(exchange.answer, number)


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
            locale.words().start_again,
            key="start-again",
            type="tertiary",
            icon=":material/refresh:",
            on_click=session.start_again,
        )
        kept.draw_exports()


def _ask(question: str, number: int) -> None:
    """Show the statements as they are proven, then the whole answer in their place, as every later run draws it."""
    with _place(number, question):
        shown = st.empty()
        with st.spinner(locale.words().thinking):
            exchange = _exchange(question, shown)
        session.add(exchange)
        with shown.container():
            _draw_reply(exchange, number)


def _exchange(question: str, shown: DeltaGenerator) -> session.Exchange:
    """The question answered, kept and entered into the audit log; meanwhile what is proven of it is drawn where ``shown`` is."""
    ahead: list[Statement] = []
    answer: Answer | None = None
    fault: AssistantError | IngestError | None = None
    try:
        acts.enter("ask", question=question, contract=session.contract() or "")
        assistant = visitor.parts().assistant
        for part in assistant.stream(question, session.contract(), session.turns(), session.as_of()):
            if isinstance(part, Answer):
                acts.enter_answer(part)
                answer = part
                session.keep(part)
            else:
                if not ahead or part.verdict is not Verdict.QUOTED:  # quotes come all at once, and the answer with them
                    ahead.append(part)
                    shown.html("".join(markup.statement(each, locale.words()) for each in ahead))
    except (AssistantError, IngestError) as error:
        fault = error
    return session.Exchange(question, answer, fault, session.contract())
