from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assistant.learning.classroom import Classroom
from assistant.web.learn_words import ENGLISH, FRENCH
from tests.fake_contracts import Contracts
from tests.fake_course import add_course
from tests.fake_parts import FakeParts
from tests.web_pages import own_main, press, shown, start

__all__ = ["own_main"]

PAGE = """
if __name__ == "__main__":
    from assistant.web import learn

    learn.draw()
"""


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[FakeParts]:
    with Contracts(tmp_path) as contracts:
        add_course(contracts)
    with FakeParts(tmp_path / "home") as parts:
        yield parts


def to(at: AppTest, section: str) -> AppTest:
    return at.segmented_control(key="learn-section").set_value(section).run()


def answer(at: AppTest, key: str, choice: int) -> AppTest:
    at.radio(key=f"options-{key}").set_value(choice).run()
    return at.button(key=f"answer-{key}").click().run()


def test_the_tour_leads_from_topic_to_topic_and_opens_the_original(parts: FakeParts) -> None:
    at = start(parts, PAGE)
    assert not at.exception
    assert "Acme Limited" in shown(at)
    at.segmented_control(key="tour-topic").set_value("money").run()
    assert ENGLISH.amended in shown(at)
    at.button(key="tour-next").click().run()
    assert ENGLISH.nothing in shown(at)
    at.segmented_control(key="tour-topic").set_value("exit").run()
    at.button(key="chip-sight-0-0").click().run()
    assert "<mark>" in shown(at)


def test_an_empty_library_teaches_how_to_begin(tmp_path: Path) -> None:
    at = start(FakeParts(tmp_path), PAGE)
    assert not at.exception
    assert [button.key for button in at.button] == ["load-samples", "go-to-contracts"]


def test_a_quiz_explains_each_answer_with_its_clause_and_keeps_progress(parts: FakeParts) -> None:
    at = to(start(parts, PAGE), "quiz")
    at.text_input(key="learner-name").set_value("Ann").run()
    at.selectbox(key="quiz-count").set_value(5)
    press(at, ENGLISH.start)
    assert ENGLISH.at.format(number=1, count=5) in shown(at)
    exam = at.session_state["exam"]
    for number in range(5):
        question = exam.questions[number]
        answer(at, f"exam-{number}", question.right if number else 1 - min(question.right, 1))
        assert not at.exception
        assert (ENGLISH.right if number else ENGLISH.wrong[:7]) in shown(at)
        assert ENGLISH.because in shown(at)
        at.button(key=f"on-{number}").click().run()
    assert ENGLISH.score.format(right=4, count=5) in shown(at)
    assert sum(each.asked for each in Classroom(parts.settings.home).progress("Ann")) == 5
    assert ENGLISH.progress in shown(at)
    press(at, ENGLISH.again)
    assert at.selectbox(key="quiz-count")


def test_a_contract_that_says_too_little_for_a_topic_is_told(parts: FakeParts) -> None:
    at = to(start(parts, PAGE), "quiz")
    at.selectbox(key="quiz-topic").set_value(
        next(o for o in at.selectbox(key="quiz-topic").options if o == "Governance")
    )
    press(at, ENGLISH.start)
    assert not at.exception
    assert "that can be asked about" in shown(at)


def test_a_trainer_opens_a_session_and_sees_two_learners_answer(parts: FakeParts) -> None:
    trainer = to(start(parts, PAGE), "class")
    trainer.selectbox(key="class-count").set_value(5)
    press(trainer, ENGLISH.open)
    code = str(trainer.query_params["class"])
    assert f"<strong>{code}</strong>" in shown(trainer)
    assert ENGLISH.nobody in shown(trainer)

    for number, name in enumerate(("Ann", "Bob")):
        learner = to(start(parts, PAGE, locale="fr-FR"), "class")
        learner.text_input(key="join-code").set_value(code.lower())
        learner.text_input(key="join-name").set_value(name)
        press(learner, FRENCH.join)
        assert not learner.exception
        question = Classroom(parts.settings.home).room(code).questions[0]
        answer(learner, f"{code}-0", question.right if number == 0 else int(question.right == 0))
        assert FRENCH.because in shown(learner)
        learner.button(key="seat-on-0").click().run()
        assert FRENCH.at.format(number=2, count=5) in shown(learner)

    trainer.run()
    assert ENGLISH.present.format(names="Ann, Bob") in shown(trainer)
    assert ENGLISH.answered.format(count=2, all=2) in shown(trainer)
    assert "✓" not in shown(trainer)
    trainer.toggle(key="reveal").set_value(True).run()
    assert ENGLISH.answered.format(count=2, all=2) + ENGLISH.of_them_right.format(right=1) in shown(trainer)
    assert shown(trainer).count("✓") == 5
    trainer.button(key="close-room").click().run()
    assert ENGLISH.closed in shown(trainer)
    learner.run()
    assert FRENCH.closed in shown(learner)


def test_a_wrong_code_and_a_wrong_key_show_nothing(parts: FakeParts) -> None:
    at = to(start(parts, PAGE, locale="fr-FR"), "class")
    press(at, FRENCH.join)
    assert "tapez les lettres que montre le formateur" in shown(at)
    at = to(start(parts, PAGE), "class")
    at.text_input(key="join-code").set_value("NOSUCH")
    at.text_input(key="join-name").set_value("Ann")
    press(at, ENGLISH.join)
    assert "expected the code of a session" in shown(at)
    trainer = to(start(parts, PAGE), "class")
    press(trainer, ENGLISH.open)
    trainer.query_params["trainer"] = "guess"
    trainer.run()
    assert "cl-tallies" not in shown(trainer)
    assert "expected the key" in shown(trainer)
