"""A class that takes a quiz together: the trainer's view with the results as they come in, and the learner's seat."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit, urlunsplit

import streamlit as st

from assistant.learning.classroom import CODE_LENGTH, LONGEST_NAME, Classroom, ClassroomError, Room, Tally
from assistant.learning.topics import Topic
from assistant.web import acts, exam, locale, markup, qr, session, visitor
from assistant.web.learn_words import LANGUAGES, LearnWords

_LOOK_EVERY = 2.0  # seconds
_QR_WIDTH = 168  # pixels: a phone reads it from a few steps away on a wall
_CODE, _TRAINER, _LEARNER, _SEAT = "class", "trainer", "learner", "seat"
"""What the address names: the room, and the key of its trainer, or the name and key of a learner; so a reload changes nothing."""


def is_named() -> bool:
    """Whether the address names a room."""
    return _CODE in st.query_params


def is_seated() -> bool:
    """Whether the visitor leads a room or sits in one."""
    return is_named() and (_TRAINER in st.query_params or _SEAT in st.query_params)


def draw(choose: Callable[[], str]) -> None:
    """Draw the room that the address names; else the ways to join one and to open one.

    Args:
        choose: draws the choice of the contract that a room is opened on; whoever joins has no need of it.
    """
    words = LANGUAGES[locale.language()]
    if not is_seated():
        _draw_doors(choose, words)
        return
    try:
        held = _room(st.query_params[_CODE])
    except ClassroomError:
        _leave()
        raise
    if _TRAINER in st.query_params:
        _draw_trainer(held, words)
    else:
        _draw_seat(held, words)


def _room(code: str) -> Room:
    """The room, when its contract may be seen.

    Raises:
        ClassroomError: there is no such room; whether there is one on a contract that may not be seen is not told.
    """
    classroom = _classroom()
    held = classroom.room(code)
    if held.contract not in {contract.name for contract in visitor.parts().library.contracts()}:
        raise ClassroomError(f"expected the code of a session, got {code.strip()[:20]!r}; ask the trainer for it")
    return held


def _draw_doors(choose: Callable[[], str], words: LearnWords) -> None:
    join, lead = st.columns(2, gap="medium")
    with join, st.container(border=True, key="join"):
        st.html(_door(words.join_title, words.join_lead))
        with st.form("join-form", border=False):
            code = st.text_input(words.code, st.query_params.get(_CODE, ""), key="join-code", max_chars=CODE_LENGTH + 3)
            name = st.text_input(words.own_name, visitor.user_name() or "", key="join-name", max_chars=LONGEST_NAME)
            joined = st.form_submit_button(words.join, type="primary")
        if joined:
            with session.sentences_for_errors():
                _join(code, name)
    with lead, st.container(border=True, key="lead"):
        st.html(_door(words.open_title, words.open_lead))
        contract = choose()
        wanted = exam.draw_form("class", words.open, words)
        if wanted:
            with session.sentences_for_errors():
                _open(contract, wanted)


def _join(code: str, name: str) -> None:
    if not code.strip():
        raise ClassroomError(
            "expected the code of a session, got an empty field; type the letters that the trainer shows"
        )
    held = _room(code)
    called = " ".join(name.split())
    key = _classroom().join(held.code, called)
    st.query_params.from_dict({_CODE: held.code, _LEARNER: called, _SEAT: key})
    st.rerun()


def _open(contract: str, wanted: tuple[Topic | None, int]) -> None:
    questions = exam.new_quiz(contract, *wanted)
    held, key = _classroom().open_room(contract, questions, locale.language())
    acts.enter("class", contract=contract, code=held.code)
    st.query_params.from_dict({_CODE: held.code, _TRAINER: key})
    st.rerun()


# --- the trainer


def _draw_trainer(held: Room, words: LearnWords) -> None:
    key = st.query_params[_TRAINER]
    _classroom().results(held.code, key)  # not the trainer: nothing is drawn
    base = urlsplit(str(st.context.url or ""))
    link = urlunsplit((base.scheme, base.netloc, base.path, f"{_CODE}={held.code}", ""))
    with st.container(key="room-code"):
        st.html(
            f'<div class="cl-code"><span>{markup.escape(words.share)}</span><strong>{markup.escape(held.code)}</strong>'
            f"<span>{markup.escape(words.share_link.format(link=link))}</span></div>"
        )
        st.image(qr.picture(link), width=_QR_WIDTH, alt=words.qr)
    # the room sees this page on the wall, and shall not read the answers from it
    reveal = not held.open or st.toggle(words.reveal, key="reveal")
    st.fragment(_draw_results, run_every=_LOOK_EVERY if held.open else None)(held, key, reveal, words)
    with st.container(horizontal=True):
        if held.open:
            st.button(words.close, key="close-room", on_click=_classroom().close_room, args=(held.code, key))
        else:
            st.html(f'<p class="cl-from">{markup.escape(words.closed)}</p>')
        st.button(words.leave, key="leave-room", type="tertiary", on_click=_leave)


def _draw_results(held: Room, key: str, reveal: bool, words: LearnWords) -> None:
    names, tallies = _classroom().results(held.code, key)
    present = words.present.format(names=", ".join(names)) if names else words.nobody
    items = "".join(_tally(held, tally, len(names), reveal, words) for tally in tallies)
    st.html(
        f'<p class="cl-present">{markup.escape(present)}</p><h2 class="cl-title">{markup.escape(words.results)}</h2>'
        f'<ol class="cl-tallies">{items}</ol>'
    )


def _tally(held: Room, tally: Tally, learners: int, reveal: bool, words: LearnWords) -> str:
    question = held.questions[tally.number]
    told = words.answered.format(count=tally.answered, all=learners)
    told += words.of_them_right.format(right=tally.right) if reveal else ""
    options = exam.options_of(question, words)
    bars = "".join(
        _bar(option, tally.chosen[number], learners, reveal and number == question.right)
        for number, option in enumerate(options)
    )
    return (
        f"<li><p>{markup.escape(words.asks[question.kind.value])}</p>{markup.quote(question.stem)}{bars}"
        f"<small>{markup.escape(told)}</small></li>"
    )


def _bar(option: str, count: int, learners: int, right: bool) -> str:
    share = 100 * count / max(1, learners)
    mark = "✓ " if right else ""
    return (
        f'<div class="cl-bar{" cl-bar-right" if right else ""}"><i style="width: {share:.0f}%"></i>'
        f"<span>{mark}{markup.escape(option)}</span><b>{count}</b></div>"
    )


# --- the learner


def _draw_seat(held: Room, words: LearnWords) -> None:
    name, key = st.query_params.get(_LEARNER, ""), st.query_params[_SEAT]
    given = _classroom().given(held.code, name, key)
    number = _at(held, given)
    with st.container(key="seat"):
        if number is None:
            right = sum(held.questions[at].right == choice for at, choice in given.items())
            st.html(
                f'<div class="cl-score"><strong>{markup.escape(words.all_done.format(right=right, count=len(held.questions)))}'
                "</strong></div>"
            )
        elif not held.open and number not in given:
            st.html(f'<p class="cl-lead">{markup.escape(words.closed)}</p>')
        else:
            _draw_question(held, number, given, words)
    st.button(words.leave, key="leave-room", type="tertiary", on_click=_leave)


def _at(held: Room, given: dict[int, int]) -> int | None:
    """The question that is shown: the one just answered until the learner goes on, then the first without an answer."""
    shown = st.session_state.get(f"shown-{held.code}")
    if shown is not None:
        return int(shown)
    return next((number for number in range(len(held.questions)) if number not in given), None)


def _draw_question(held: Room, number: int, given: dict[int, int], words: LearnWords) -> None:
    question = held.questions[number]
    st.html(f'<p class="cl-from">{markup.escape(words.at.format(number=number + 1, count=len(held.questions)))}</p>')

    def choose(choice: int) -> None:
        with session.sentences_for_errors():
            _classroom().give(held.code, st.query_params.get(_LEARNER, ""), st.query_params[_SEAT], number, choice)
            st.session_state[f"shown-{held.code}"] = number

    exam.draw_question(question, f"{held.code}-{number}", given.get(number), choose, words)
    if number in given:
        label = words.finish if number + 1 == len(held.questions) else words.next_question
        st.button(label, key=f"seat-on-{number}", type="primary", on_click=_go_on, args=(held.code,))


def _go_on(code: str) -> None:
    st.session_state.pop(f"shown-{code}", None)
    session.close_original()


def _leave() -> None:
    st.query_params.clear()


def _door(title: str, lead: str) -> str:
    return f'<h2 class="cl-title">{markup.escape(title)}</h2><p class="cl-lead">{markup.escape(lead)}</p>'


def _classroom() -> Classroom:
    return Classroom(visitor.parts().settings.home)
