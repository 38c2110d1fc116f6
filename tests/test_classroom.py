from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answer import Citation
from assistant.learning.classroom import CODE_LENGTH, LONGEST_NAME, Classroom, ClassroomError, Tally
from assistant.learning.quiz import Kind, QuizQuestion

CITED = Citation("Acme", "agreement", "2.1", 1, 0, 5, "Words", "d", "c")
QUESTIONS = (
    QuizQuestion(Kind.FIGURE, "Within _____ .", ("1 day", "2 days", "3 days"), 1, CITED, "money"),
    QuizQuestion(Kind.DUTY, "Bolt shall pay.", (), 0, CITED, "money"),
)


def test_two_learners_answer_and_the_trainer_sees_how(tmp_path: Path) -> None:
    classroom = Classroom(tmp_path)
    room, trainer = classroom.open_room("Acme", QUESTIONS, "en")
    assert len(room.code) == CODE_LENGTH
    assert classroom.room(f" {room.code[:3].lower()}-{room.code[3:]} ") == room
    assert room.questions == QUESTIONS
    ann, bob = classroom.join(room.code, " Ann "), Classroom(tmp_path).join(room.code, "Bob")
    assert classroom.give(room.code, "Ann", ann, 0, 1)
    assert not classroom.give(room.code, "Bob", bob, 0, 2)
    assert classroom.give(room.code, "Bob", bob, 1, 0)
    names, tallies = classroom.results(room.code, trainer)
    assert names == ["Ann", "Bob"]
    assert tallies == [Tally(0, (0, 1, 1), 1), Tally(1, (1, 0), 1)]
    assert [tally.answered for tally in tallies] == [2, 1]
    assert classroom.given(room.code, "Bob", bob) == {0: 2, 1: 0}


def test_the_first_answer_counts(tmp_path: Path) -> None:
    classroom = Classroom(tmp_path)
    room, _ = classroom.open_room("Acme", QUESTIONS, "en")
    key = classroom.join(room.code, "Ann")
    assert not classroom.give(room.code, "Ann", key, 0, 0)
    assert not classroom.give(room.code, "Ann", key, 0, 1)


def test_only_the_trainer_sees_results_and_only_oneself_answers(tmp_path: Path) -> None:
    classroom = Classroom(tmp_path)
    room, trainer = classroom.open_room("Acme", QUESTIONS, "en")
    key = classroom.join(room.code, "Ann")
    for wrong in ("", "x", key):
        with pytest.raises(ClassroomError, match="trainer"):
            classroom.results(room.code, wrong)
    with pytest.raises(ClassroomError, match="learner"):
        classroom.give(room.code, "Ann", trainer, 0, 0)
    with pytest.raises(ClassroomError, match="learner"):
        classroom.given(room.code, "Bob", key)


@pytest.mark.parametrize("name", ["", "  ", "x" * (LONGEST_NAME + 1), "ann"])
def test_names_are_short_and_used_once(tmp_path: Path, name: str) -> None:
    classroom = Classroom(tmp_path)
    room, _ = classroom.open_room("Acme", QUESTIONS, "en")
    classroom.join(room.code, "Ann")
    with pytest.raises(ClassroomError, match="name"):
        classroom.join(room.code, name)


def test_a_closed_room_takes_nobody_and_nothing_more(tmp_path: Path) -> None:
    classroom = Classroom(tmp_path)
    room, trainer = classroom.open_room("Acme", QUESTIONS, "en")
    key = classroom.join(room.code, "Ann")
    with pytest.raises(ClassroomError, match="trainer"):
        classroom.close_room(room.code, "no")
    classroom.close_room(room.code, trainer)
    assert not classroom.room(room.code).open
    with pytest.raises(ClassroomError, match="closed"):
        classroom.join(room.code, "Bob")
    with pytest.raises(ClassroomError, match="closed"):
        classroom.give(room.code, "Ann", key, 0, 1)
    assert classroom.results(room.code, trainer)[0] == ["Ann"]


@pytest.mark.parametrize(("number", "choice"), [(2, 0), (-1, 0), (0, 3), (1, 2)])
def test_there_are_only_the_questions_and_options_that_there_are(tmp_path: Path, number: int, choice: int) -> None:
    classroom = Classroom(tmp_path)
    room, _ = classroom.open_room("Acme", QUESTIONS, "en")
    key = classroom.join(room.code, "Ann")
    with pytest.raises(ClassroomError, match="expected one of the answers"):
        classroom.give(room.code, "Ann", key, number, choice)


def test_an_unknown_code_is_told(tmp_path: Path) -> None:
    with pytest.raises(ClassroomError, match="expected the code of a session"):
        Classroom(tmp_path).room("'; drop table room")


def test_progress_is_counted_by_topic(tmp_path: Path) -> None:
    classroom = Classroom(tmp_path)
    for right in (True, False, True):
        classroom.record("ann", "Acme", "money", right)
    classroom.record("bob", "Acme", "money", False)
    (mastery,) = classroom.progress("ann")
    assert (mastery.contract, mastery.topic, mastery.asked, mastery.right) == ("Acme", "money", 3, 2)
