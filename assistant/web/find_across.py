"""One question over many contracts: a table of the answers, each opening its words, and the table as a file."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assistant.across import Row, across, as_csv, as_xlsx
from assistant.answer import Abstention
from assistant.asked.question import LONGEST_QUESTION
from assistant.web import acts, chips, find_reading, locale, markup, session, visitor
from assistant.web.find_words import FindWords

_ROWS = "across-rows"
_ASKED = "across-asked"


def draw(names: Sequence[str], own: FindWords) -> None:
    """Draw the form, and the table of the last question.

    Raises:
        BadQuestion: the question is empty or too long.
    """
    with st.form("across-form"):
        question = st.text_input(
            own.question, key="across-question", placeholder=own.question_help, max_chars=LONGEST_QUESTION
        )
        contracts = st.multiselect(own.contracts, names, key="across-contracts", placeholder=own.all_contracts)
        sent = st.form_submit_button(own.ask, type="primary", key="across-ask")
    place_of_table = st.empty()  # the bar and the table stand in it in turn, so that neither moves the other
    if sent and question.strip():
        _ask(question, contracts or names, own, place_of_table)
    rows = [row for row in st.session_state.get(_ROWS, ()) if row.contract in names]
    with place_of_table.container():
        _draw_table(rows, own)


def _draw_table(rows: Sequence[Row], own: FindWords) -> None:
    if not rows:
        st.html(f'<p class="cl-lead">{markup.escape(own.across_hint)}</p>')
        return
    place = session.reading()
    table, beside = st.columns([2, 3], gap="large") if place else (st.container(), None)
    with table:
        _draw_exports(rows, own)
        for number, row in enumerate(rows):
            _draw_row(row, number, own)
    if place and beside:
        with beside, session.sentences_for_errors():
            find_reading.draw(visitor.parts().library, place, own)


def _ask(question: str, contracts: Sequence[str], own: FindWords, shown: DeltaGenerator) -> None:
    """Ask contract by contract, telling how far it is."""
    session.read(None)
    bar = shown.progress(0.0)
    rows: list[Row] = []
    acts.enter("ask", question=question, contracts=list(contracts))
    for row in across(visitor.parts().assistant, question, contracts, session.as_of()):
        rows.append(row)
        cited = row.statement.citations if row.statement else ()
        places = [[each.contract, each.document, each.start, each.end] for each in cited]
        acts.enter("answer", question=question, contract=row.contract, abstained=row.abstained, cited=places)
        told = own.asking.format(done=len(rows), count=len(contracts), contract=row.contract)
        bar.progress(len(rows) / len(contracts), markup.label(told))
    st.session_state[_ROWS] = rows
    st.session_state[_ASKED] = question


def _draw_exports(rows: Sequence[Row], own: FindWords) -> None:
    question, language = str(st.session_state[_ASKED]), locale.language()
    with st.container(horizontal=True, key="across-exports"):
        st.html(f'<h2 class="cl-group">{markup.escape(question)}</h2>')
        st.download_button(
            own.export_csv,
            lambda: as_csv(rows, language),
            "clausier.csv",
            "text/csv",
            key="export-csv",
            icon=":material/download:",
            on_click="ignore",
        )
        st.download_button(
            own.export_xlsx,
            lambda: as_xlsx(rows, question, language),
            "clausier.xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            key="export-xlsx",
            icon=":material/table_view:",
            on_click="ignore",
        )


def _draw_row(row: Row, number: int, own: FindWords) -> None:
    words = locale.words()
    with st.container(key=f"row-{number}"):
        st.html(f'<h3 class="cl-row-name">{markup.escape(row.contract)}</h3>')
        if row.statement is None:
            reason = markup.silence_title(row.abstained or Abstention.ABSENT, words)
            st.html(f'<p class="cl-lead">{markup.escape(own.silent.format(reason=reason))}</p>')
            return
        st.html(markup.statement(row.statement, words))
        cited = row.statement.citations[0]
        st.button(
            markup.label(chips.name(cited)),
            key=f"chip-across-{number}",
            icon=":material/article:",
            wrap=True,
            on_click=session.read,
            args=(cited,),
        )
