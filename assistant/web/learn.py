"""The page of learning: a tour of a contract, a quiz, and a class that takes a quiz together."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from assistant.web import exam, lesson, locale, markup, nothing_yet, original, room, session, visitor
from assistant.web.learn_words import LANGUAGES, LearnWords

SECTION = "learn-section"
"""The key of the choice between tour, quiz and class."""
_CONTRACT = "learn-contract"
_SECTIONS: dict[str, Callable[[Callable[[], str]], None]] = {
    "tour": lambda choose: lesson.draw(choose()),
    "quiz": lambda choose: exam.draw(choose()),
    "class": room.draw,
}
"""Each is given what draws the choice of the contract and says which is chosen."""


def title() -> str:
    """What the page is called."""
    return LANGUAGES[locale.language()].title


def draw() -> None:
    """Draw the page."""
    words = LANGUAGES[locale.language()]
    with session.sentences_for_errors():
        names = [contract.name for contract in visitor.parts().library.contracts()]
        place = session.opened()
        page, beside = st.columns([1, 1], gap="large") if place else (st.container(key="learn"), None)
        with page:
            st.html(
                f'<h1 class="cl-title">{markup.escape(words.title)}</h1>'
                f'<p class="cl-lead">{markup.escape(words.lead)}</p>'
            )
            if names:
                _draw_sections(names, words)
            else:
                nothing_yet.draw()
        if place and beside:
            with beside, session.sentences_for_errors():
                original.draw(visitor.parts().library, place)


def _draw_sections(names: Sequence[str], words: LearnWords) -> None:
    section = st.segmented_control(
        words.title,
        list(_SECTIONS),
        default="class" if room.is_named() else "tour",
        format_func=lambda name: words.sections[str(name)],
        key=SECTION,
        label_visibility="collapsed",
        required=True,
    )
    with session.sentences_for_errors():
        _SECTIONS[str(section)](lambda: _chosen(names))


def _chosen(names: Sequence[str]) -> str:
    """The contract that is learnt: the one chosen here, at first the one that is being asked about."""
    if st.session_state.get(_CONTRACT) not in names:
        st.session_state[_CONTRACT] = session.contract() if session.contract() in names else names[0]
    words = locale.words()
    return st.selectbox(words.contract, names, key=_CONTRACT, persist_state="session", icon=":material/contract:")
