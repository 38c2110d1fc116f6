"""Before the first question: a few to begin with, drawn from the clauses of the chosen contract."""

from __future__ import annotations

import streamlit as st

from assistant.learning.starters import Starter, starters
from assistant.parts import Parts
from assistant.web import locale, markup, session, visitor

MOST = 6
_PASSAGES = 3  # in which the clause that a question is drawn from has to be
_KEPT = 256  # contracts whose questions are remembered


def draw() -> None:
    """Draw the greeting and the questions; those of any contract where none is chosen, or its clauses suggest none."""
    words, contract, parts = locale.words(), session.contract(), visitor.parts()
    drawn = (
        _drawn(parts, contract, words.language, str(parts.library.home), parts.library.generation) if contract else []
    )
    st.html(
        f'<div class="cl-hello"><h1>{markup.escape(words.tagline)}</h1><p>{markup.escape(words.first_questions_title)}</p></div>'
    )
    offered = [(each.question, each.place.clause) for each in drawn] or [(q, "") for q in words.first_questions]
    with st.container(key="first-questions"):
        for number, (question, clause) in enumerate(offered):
            source = f"  \n:small[{markup.label(words.from_clause.format(clause=clause))}]" if clause else ""
            st.button(
                markup.label(question) + source,
                key=f"first-{number}",
                icon=":material/arrow_forward:",
                width="stretch",
                wrap=True,
                on_click=session.put,
                args=(question,),
            )


@st.cache_data(max_entries=_KEPT, show_spinner=False)
def _drawn(_parts: Parts, contract: str, language: str, home: str, generation: int) -> list[Starter]:
    """Remembered for each state of each library. A question stays when searching for it leads to its clause."""
    library = _parts.library
    family = [(record, library.document(record.id)) for record in library.contract(contract).documents]
    found: list[Starter] = []
    for starter in starters(family, language):
        matches = _parts.finder.find(starter.question, contract, _PASSAGES)
        if starter.leads_home(match.passage for match in matches):
            found.append(starter)
        if len(found) == MOST:
            break
    return found
