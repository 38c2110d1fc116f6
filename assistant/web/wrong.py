"""Below an answer: “this is wrong”, and the form that keeps its question for the next evaluation."""

from __future__ import annotations

import streamlit as st

from assistant.answer import Answer
from assistant.chat import Turn
from assistant.web import locale, markup, session, visitor
from assistant.web.conversation_words import LANGUAGES
from evals.case import Turn as SaidBefore
from evals.reported import Wrong, report

_HEIGHT = 110  # pixels of the field for words of the contract
_LEAD = """<script>
(() => {{
  let tries = 0;
  const timer = setInterval(() => {{
    const field = document.querySelector("{field} input");
    field?.focus();
    if (field || ++tries > 50) clearInterval(timer);
  }}, 100);
}})();
</script>"""


def draw_button(number: int) -> None:
    """The button that says so, or the word that it has been said."""
    words = LANGUAGES[locale.language()]
    if number in session.reported():
        st.html(f'<p class="cl-kept cl-told">{markup.escape(words.wrong_kept)}</p>')
        return
    st.button(
        words.wrong,
        key=f"wrong-{number}",
        type="tertiary",
        icon=":material/flag:",
        on_click=session.doubt,
        args=(number,),
    )


def draw_form(answer: Answer, number: int) -> None:
    """The form for what would have been right, if the button of this answer was pressed.

    Args:
        answer: the answer that is said to be wrong.
        number: its place in the conversation.
    """
    if session.doubted() != number:
        return
    words = LANGUAGES[locale.language()]
    with st.form(f"wrong-form-{number}"):
        st.html(f'<h2 class="cl-title">{markup.escape(words.wrong_title)}</h2>')
        wrong = _fields(answer, number)
        with st.container(horizontal=True):
            sent = st.form_submit_button(words.wrong_send, type="primary", key=f"wrong-send-{number}")
            st.form_submit_button(
                words.wrong_cancel, type="tertiary", key=f"wrong-cancel-{number}", on_click=session.doubt, args=(None,)
            )
        _lead_to(f".st-key-wrong-answer-{number}")
        if sent:
            with session.sentences_for_errors():
                _keep(wrong, number)


def _lead_to(field: str) -> None:
    """Bring the form into the window, where the answer is long, with the focus in its first field; once, when it is opened."""
    st.html(_LEAD.format(field=field), unsafe_allow_javascript=True)


def _fields(answer: Answer, number: int) -> Wrong:
    words = LANGUAGES[locale.language()]
    contracts = {contract.name: contract for contract in visitor.parts().library.contracts()}
    contract = answer.contract
    if contract not in contracts:
        contract = st.selectbox(words.wrong_contract, list(contracts), key=f"wrong-contract-{number}")
    right = st.text_input(words.wrong_answer, help=words.wrong_answer_help, key=f"wrong-answer-{number}")
    evidence = st.text_area(
        words.wrong_evidence, help=words.wrong_evidence_help, height=_HEIGHT, key=f"wrong-evidence-{number}"
    )
    document = st.selectbox(
        words.wrong_document,
        ["", *(document.name for document in contracts[contract].documents)],
        format_func=lambda name: name or words.wrong_anywhere,
        key=f"wrong-document-{number}",
    )
    must = st.text_input(words.wrong_must, help=words.wrong_must_help, key=f"wrong-must-{number}")
    before = session.turns()[: 2 * _answered_before(number)]
    return Wrong(contract, answer.question, right, evidence, document or None, must, tuple(map(_said, before)))


def _keep(wrong: Wrong, number: int) -> None:
    parts = visitor.parts()
    report(parts.settings.home, wrong, parts.library)
    session.reported().add(number)
    session.doubt(None)
    st.rerun()


def _answered_before(number: int) -> int:
    """How many of the exchanges before this one have an answer, and so two turns in the history."""
    return sum(exchange.answer is not None for exchange in session.exchanges()[:number])


def _said(turn: Turn) -> SaidBefore:
    return SaidBefore(role=turn.role, content=turn.content)
