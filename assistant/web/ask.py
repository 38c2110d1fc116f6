"""The page on which a question is asked: the contract, the conversation, and the original beside it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assistant.answer import Abstention, Answer, Statement
from assistant.errors import AssistantError
from assistant.question import LONGEST_QUESTION
from assistant.web import adding, markup, original, session, wrong
from ingest.errors import IngestError

_NEAREST_SHOWN = 3


def draw() -> None:
    """Draw the page."""
    with session.sentences_for_errors():
        names = [contract.name for contract in session.parts().library.contracts()]
        if not names:
            _draw_nothing_yet()
            return
        words = session.words()
        asked = st.chat_input(words.ask_placeholder, key="question", max_chars=LONGEST_QUESTION) or session.take()
        place = session.opened()
        conversation, beside = st.columns([1, 1], gap="large") if place else (st.container(key="alone"), None)
        with conversation:
            _draw_conversation(names, asked)
        if place and beside:
            with beside, session.sentences_for_errors():
                original.draw(session.parts().library, place)


def _draw_nothing_yet() -> None:
    words = session.words()
    with st.container(key="nothing-yet", horizontal_alignment="center"):
        st.html(
            f'<div class="cl-empty"><h1>{markup.escape(words.empty_title)}</h1><p>{markup.escape(words.empty_text)}</p></div>'
        )
        adding.draw_samples_button()
        if st.button(words.go_to_contracts, key="go-to-contracts", type="tertiary", icon=":material/upload_file:"):
            session.go_to_contracts()


def _draw_conversation(names: Sequence[str], asked: str | None) -> None:
    """The choice of contract, what was asked and answered, and the answer to what is asked now."""
    words = session.words()
    session.choose(names)
    st.selectbox(
        words.contract,
        ["", *names],
        format_func=lambda name: name or words.any_contract,
        key=session.CONTRACT,
        persist_state="session",
        icon=":material/contract:",
    )
    held = session.exchanges()
    if not held and not asked:
        _draw_first_questions()
    for number, exchange in enumerate(held):
        st.html(markup.question(exchange.question))
        if exchange.answer:
            _draw_answer(exchange.answer, f"{number}")
            wrong.draw_button(number)
            wrong.draw_form(exchange.answer, number)
        else:
            st.html(markup.fault(exchange.fault))
    if asked:
        _ask(asked)
    if held:
        _draw_start_again()


def _draw_start_again() -> None:
    st.button(
        session.words().start_again,
        key="start-again",
        type="tertiary",
        icon=":material/refresh:",
        on_click=session.start_again,
    )


def _draw_first_questions() -> None:
    words = session.words()
    st.html(
        f'<div class="cl-hello"><h1>{markup.escape(words.tagline)}</h1><p>{markup.escape(words.first_questions_title)}</p></div>'
    )
    with st.container(key="first-questions"):
        for number, question in enumerate(words.first_questions):
            st.button(
                question,
                key=f"first-{number}",
                icon=":material/arrow_forward:",
                width="stretch",
                on_click=session.put,
                args=(question,),
            )


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
            assistant = session.parts().assistant
            for part in assistant.stream(question, session.contract(), session.turns()):
                if isinstance(part, Answer):
                    answer = part
                else:
                    proven.append(part)
                    slot.html("".join(markup.statement(shown, words) for shown in proven))
        except (AssistantError, IngestError) as error:
            fault = str(error)
    session.exchanges().append(session.Exchange(question, answer, fault))
    st.rerun()


def _draw_answer(answer: Answer, key: str) -> None:
    words = session.words()
    with st.container(key=f"answer-{key}"):
        if answer.contract:
            st.html(f'<p class="cl-from">{markup.escape(words.in_contract.format(contract=answer.contract))}</p>')
        if answer.abstained:
            st.html(markup.silence(answer.abstained, answer.text, words))
        for number, statement in enumerate(answer.statements):
            with st.container(key=f"statement-{key}-{number}"):
                st.html(markup.statement(statement, words))
                _draw_chips(statement.citations, f"{key}-{number}")
        if answer.abstained is Abstention.AMBIGUOUS:
            _draw_choices(answer, key)
        elif answer.abstained and answer.passages:
            st.html(f'<p class="cl-nearest">{markup.escape(words.nearest)}</p>')
            _draw_chips(answer.passages[:_NEAREST_SHOWN], f"{key}-near")


def _draw_choices(answer: Answer, key: str) -> None:
    """A button a contract that may have been meant, which asks the question of it."""
    words = session.words()
    with st.container(horizontal=True, key=f"choices-{key}"):
        for number, name in enumerate(dict.fromkeys(passage.contract for passage in answer.passages)):
            st.button(
                markup.label(words.ask_in.format(contract=name)),
                key=f"choice-{key}-{number}",
                on_click=session.put,
                args=(answer.question, name),
            )


def _draw_chips(places: Sequence[session.Place], key: str) -> None:
    """A button a place, named by its clause, page and document, that opens the original there."""
    words = session.words()
    with st.container(horizontal=True, key=f"chips-{key}"):
        for number, place in enumerate(places):
            st.button(
                markup.label(" · ".join(part for part in _name(place, words.page) if part)),
                key=f"chip-{key}-{number}",
                icon=":material/article:",
                wrap=True,
                on_click=session.open_original,
                args=(place,),
            )


def _name(place: session.Place, page: str) -> tuple[str, ...]:
    return place.clause, page.format(page=place.page), place.document
