from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.learning.quiz import BLANK, Asked, Kind, QuizMaker, QuizQuestion, TooLittle
from assistant.learning.sayings import Sayings
from assistant.learning.topics import Topic
from ingest.errors import UnknownContract
from tests.fake_contracts import Contracts
from tests.fake_course import add_course


@pytest.fixture
def contracts(tmp_path: Path) -> Iterator[Contracts]:
    with Contracts(tmp_path) as contracts:
        add_course(contracts)
        yield contracts


def whole(contracts: Contracts) -> str:
    return " ".join(" ".join(contracts.library.document(each).text for each in contracts.ids("Acme")).split())


def every(contracts: Contracts, kind: Kind) -> list[QuizQuestion]:
    maker = QuizMaker(contracts.library)
    return [q for seed in range(30) for q in maker.quiz("Acme", 20, seed) if q.kind is kind]


def test_a_quiz_has_questions_of_all_kinds_and_the_same_seed_gives_the_same(contracts: Contracts) -> None:
    maker = QuizMaker(contracts.library)
    quiz = maker.quiz("Acme", 5, seed=3)
    assert {question.kind for question in quiz} == set(Kind) - {Kind.ASKED}
    assert maker.quiz("Acme", 5, seed=3) == quiz
    assert len({question.citation.clause_id + question.citation.document_id for question in quiz}) == len(quiz)


def test_figures_are_real_ones_of_the_same_unit_and_only_one_is_right(contracts: Contracts) -> None:
    text = whole(contracts)
    questions = every(contracts, Kind.FIGURE)
    assert questions
    for question in questions:
        assert question.stem.count(BLANK) == 1
        right = question.options[question.right]
        assert question.stem.replace(BLANK, right) in text
        assert right.split()[0] not in question.stem
        for option in question.options:
            assert option in text
            assert option.split()[-1].rstrip("s") == right.split()[-1].rstrip("s")
        assert len(set(question.options)) == len(question.options) >= 3


def test_a_sentence_stands_in_the_clause_that_is_right(contracts: Contracts) -> None:
    questions = every(contracts, Kind.CLAUSE)
    assert questions
    for question in questions:
        assert question.stem in whole(contracts)
        assert question.options[question.right].startswith(question.citation.clause)
        assert len(set(question.options)) == len(question.options)


def test_a_duty_is_false_only_with_the_parties_exchanged(contracts: Contracts) -> None:
    text = whole(contracts)
    questions = every(contracts, Kind.DUTY)
    assert {question.right for question in questions} == {0, 1}
    for question in questions:
        assert question.options == ()
        assert (question.stem in text) == bool(question.right)
        if not question.right:
            back = question.stem.replace("Acme", "@").replace("Bolt", "Acme").replace("@", "Bolt")
            assert back in text


def test_amended_sentences_are_not_asked_about(contracts: Contracts) -> None:
    maker = QuizMaker(contracts.library)
    asked = [question for seed in range(30) for question in maker.quiz("Acme", 20, seed)]
    assert not any("thirty (30) days of its receipt" in question.citation.quote for question in asked)


def test_a_quiz_keeps_to_its_topic(contracts: Contracts) -> None:
    quiz = QuizMaker(contracts.library).quiz("Acme", 10, 1, Topic.LEVELS)
    assert {question.citation.document for question in quiz} == {"levels"}


def test_french_articles_follow_their_party(tmp_path: Path) -> None:
    with Contracts(tmp_path) as contracts:
        contracts.add(
            "Bail",
            "Contrat",
            "ENTRE LES SOUSSIGNÉES",
            "",
            "Mutuelle Aube, société anonyme, ci-après dénommée la « Mutuelle »,",
            "",
            "Ostré, société anonyme, ci-après dénommée le « Prestataire »,",
            "",
            "1. Objet",
            "Le Prestataire doit remettre à la Mutuelle un rapport complet chaque trimestre.",
        )
        maker = QuizMaker(contracts.library)
        stems = {
            q.stem for seed in range(30) for q in maker.quiz("Bail", 5, seed) if q.kind is Kind.DUTY and not q.right
        }
    assert stems == {"La Mutuelle doit remettre au Prestataire un rapport complet chaque trimestre."}


def test_questions_survive_json(contracts: Contracts) -> None:
    for question in QuizMaker(contracts.library).quiz("Acme", 9, seed=1):
        assert QuizQuestion.from_json(json.loads(json.dumps(question.to_json()))) == question


def test_a_contract_that_says_too_little_is_told(contracts: Contracts) -> None:
    contracts.add("Bare", "1. Nothing", "No.")
    with pytest.raises(TooLittle, match="Bare"):
        QuizMaker(contracts.library).quiz("Bare", 5, 1)
    with pytest.raises(UnknownContract):
        QuizMaker(contracts.library).quiz("None", 5, 1)


def test_what_people_asked_is_asked_again_and_led_to_its_clause(contracts: Contracts) -> None:
    maker = QuizMaker(contracts.library)
    (sentence, *_) = (q for q in maker.quiz("Acme", 20, seed=1) if q.kind is Kind.CLAUSE)
    known = Asked("What did they want to know?", sentence.citation)
    quiz = maker.quiz("Acme", 20, 1, None, [known])
    (question,) = [each for each in quiz if each.kind is Kind.ASKED]
    assert question.stem == known.question
    assert question.options[question.right].startswith(sentence.citation.clause)
    assert len(set(question.options)) == len(question.options) >= 3
    assert QuizQuestion.from_json(json.loads(json.dumps(question.to_json()))) == question


def test_of_what_people_asked_a_topic_takes_only_what_concerns_it(contracts: Contracts) -> None:
    sayings = Sayings(contracts.library).of("Acme")
    known = [Asked(f"{number}?", saying.citation) for number, saying in enumerate(sayings)]
    maker = QuizMaker(contracts.library)
    quizzes = {
        topic: maker.quiz("Acme", 50, 1, topic, known) for topic in Topic if any(topic in s.headed for s in sayings)
    }
    stems = {topic: [q.stem for q in quiz if q.kind is Kind.ASKED] for topic, quiz in quizzes.items()}
    assert any(stems.values())
    for topic, asked in stems.items():
        assert all(topic in sayings[int(stem.rstrip("?"))].headed for stem in asked)
