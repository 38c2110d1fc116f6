"""A quiz taken alone, and how a question is drawn: its words, its answers, and the clause that explains it."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field

import streamlit as st

from assistant.learning.classroom import LONGEST_NAME, Classroom
from assistant.learning.quiz import Kind, QuizMaker, QuizQuestion
from assistant.learning.topics import Topic
from assistant.web import chips, locale, markup, session, visitor
from assistant.web.learn_words import LANGUAGES, LearnWords
from evals.asked import asked_of

COUNTS = (5, 10, 20)
_EXAM = "exam"
_NAME = "learner-name"


@dataclass(slots=True)
class _Exam:
    """A quiz that is being taken: which question is at hand, and what was chosen for those before."""

    contract: str
    questions: list[QuizQuestion]
    at: int = 0
    chosen: dict[int, int] = field(default_factory=dict)

    @property
    def right(self) -> int:
        return sum(self.questions[number].right == choice for number, choice in self.chosen.items())


def draw(contract: str) -> None:
    """Draw the quiz at hand; else the form that begins one, and what was mastered so far."""
    words = LANGUAGES[locale.language()]
    exam: _Exam | None = st.session_state.get(_EXAM)
    if exam is None or exam.contract != contract:
        _draw_form(contract, words)
    elif exam.at >= len(exam.questions):
        _draw_score(exam, words)
    else:
        _draw_at(exam, words)


def draw_question(
    question: QuizQuestion, key: str, chosen: int | None, choose: Callable[[int], None], words: LearnWords
) -> None:
    """A question with its answers; once one is chosen, whether it is right, and the clause that says so.

    Args:
        question: what is asked.
        key: tells its widgets from those of other questions.
        chosen: the answer that was given; None while there is none.
        choose: takes the answer.
        words: the strings.
    """
    asked = f'<h2 class="cl-ask">{markup.escape(words.asks[question.kind.value])}</h2>'
    stem = markup.question(question.stem) if question.kind is Kind.ASKED else markup.quote(question.stem)
    st.html(asked + stem)
    options = options_of(question, words)
    if chosen is None:
        picked = st.radio(
            words.answer,
            range(len(options)),
            index=None,
            format_func=lambda number: markup.label(options[number]),
            key=f"options-{key}",
            label_visibility="collapsed",
        )
        st.button(
            words.answer,
            key=f"answer-{key}",
            type="primary",
            disabled=picked is None,
            on_click=choose,
            args=(picked,),
        )
        return
    good = chosen == question.right
    verdict = words.right if good else words.wrong.format(answer=options[question.right])
    st.html(
        f'<div class="cl-verdict cl-{"right" if good else "wrong"} cl-told"><strong>{markup.escape(verdict)}</strong>'
        f"<p>{markup.escape(words.because)}</p>{markup.quote(question.citation.quote)}</div>"
    )
    chips.draw([question.citation], key)


def options_of(question: QuizQuestion, words: LearnWords) -> list[str]:
    """The answers to choose from, in the order of their numbers."""
    return list(question.options) or [words.false, words.true]


def draw_form(key: str, label: str, words: LearnWords) -> tuple[Topic | None, int] | None:
    """The choice of topic and length, and the button that begins; what was chosen when it was pressed."""
    with st.form(key, border=False):
        first, second = st.columns(2)
        topics = [None, *Topic]
        topic = first.selectbox(
            words.topic,
            topics,
            format_func=lambda each: words.topics[each.value] if each else words.any_topic,
            key=f"{key}-topic",
        )
        count = second.selectbox(words.count, COUNTS, index=1, key=f"{key}-count")
        begun = st.form_submit_button(label, type="primary")
    return (topic, int(count)) if begun else None


def new_quiz(contract: str, topic: Topic | None, count: int) -> list[QuizQuestion]:
    """A quiz that nobody has had before; what readers asked and put right is asked too.

    Raises:
        TooLittle: not one question can be made.
        GoldError: the set of what was put right cannot be read.
    """
    parts = visitor.parts()
    known = asked_of(parts.settings.home, contract, parts.library)
    return QuizMaker(parts.library).quiz(contract, count, secrets.randbits(32), topic, known)


def _draw_form(contract: str, words: LearnWords) -> None:
    if visitor.user_name() is None:
        st.text_input(
            words.name,
            key=_NAME,
            help=words.name_help,
            max_chars=LONGEST_NAME,
            persist_state="session",
            live=session.TYPED,
        )
    wanted = draw_form("quiz", words.start, words)
    if wanted:
        st.session_state[_EXAM] = _Exam(contract, new_quiz(contract, *wanted))
        st.rerun()
    _draw_progress(words)


def _draw_at(exam: _Exam, words: LearnWords) -> None:
    number = exam.at
    question = exam.questions[number]
    last = number + 1 == len(exam.questions)

    def choose(choice: int) -> None:
        exam.chosen[number] = choice
        if _learner():
            topic = question.topic or "other"
            _classroom().record(_learner(), exam.contract, topic, choice == question.right)

    with st.container(key="exam"):
        st.html(
            f'<p class="cl-from">{markup.escape(words.at.format(number=number + 1, count=len(exam.questions)))}</p>'
        )
        draw_question(question, f"exam-{number}", exam.chosen.get(number), choose, words)
        if number in exam.chosen:
            label = words.finish if last else words.next_question
            st.button(label, key=f"on-{number}", type="primary", on_click=_go_on, args=(exam,))


def _go_on(exam: _Exam) -> None:
    exam.at += 1
    session.close_original()


def _draw_score(exam: _Exam, words: LearnWords) -> None:
    score = words.score.format(right=exam.right, count=len(exam.questions))
    st.html(f'<div class="cl-score"><strong>{markup.escape(score)}</strong></div>')
    st.button(words.again, key="exam-again", type="primary", on_click=st.session_state.pop, args=(_EXAM,))
    _draw_progress(words)


def _draw_progress(words: LearnWords) -> None:
    """What the learner has mastered of the contracts that may be seen, by topic."""
    seen = {contract.name for contract in visitor.parts().library.contracts()}
    progress = [each for each in _classroom().progress(_learner()) if each.contract in seen] if _learner() else []
    if progress:
        rows = "".join(
            f'<tr><th scope="row">{markup.escape(words.topics.get(each.topic, words.any_topic))}'
            f"<small>{markup.escape(each.contract)}</small></th>"
            f"<td>{markup.escape(words.mastered.format(right=each.right, asked=each.asked))}</td></tr>"
            for each in progress
        )
        heading = f'<h3 class="cl-title">{markup.escape(words.progress)}</h3>'
        st.html(f'{heading}<section class="cl-card"><table><tbody>{rows}</tbody></table></section>')


def _learner() -> str:
    return visitor.user_name() or str(st.session_state.get(_NAME) or "").strip()


def _classroom() -> Classroom:
    return Classroom(visitor.parts().settings.home)
