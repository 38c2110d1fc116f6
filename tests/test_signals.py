from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.asked.question import read_question
from assistant.retrieval.answer_reader import AnswerReader
from assistant.retrieval.nearness import Nearness
from assistant.retrieval.ranking import Ranking
from assistant.retrieval.signals import NAMES, SignalReader, Signals
from assistant.wording.lexicon import Lexicon
from tests.fake_contracts import HOSTING, Contracts
from tests.fake_embedder import FakeEmbedder


@pytest.fixture
def contracts(tmp_path: Path) -> Iterator[Contracts]:
    with Contracts(tmp_path) as contracts:
        contracts.add("Acme", *HOSTING)
        yield contracts


def signals(contracts: Contracts, question: str, unrelated: float = 0.0, reader: AnswerReader | None = None) -> Signals:
    asked, lexicon = read_question(question), Lexicon.load()
    passages = contracts.search().passages(asked)
    candidates = Ranking(contracts.library, lexicon, Nearness(FakeEmbedder())).candidates(asked, passages)
    taken = SignalReader(contracts.library, contracts.index, lexicon, unrelated, reader)
    return taken.read(asked, passages, candidates, contracts.ids("Acme"))


def test_a_question_that_the_contract_answers_has_good_signs(contracts: Contracts) -> None:
    found = signals(contracts, "Within how many days are invoices due?")
    assert found.shared > 0.9
    assert found.valued > 0.5
    assert found.valueless == found.unheard == found.apart == 0.0


def test_a_value_that_no_clause_holds_is_a_bad_sign(contracts: Contracts) -> None:
    assert signals(contracts, "In which country are invoices issued?").valueless == 1.0


def test_a_value_in_another_clause_lies_apart(contracts: Contracts) -> None:
    contracts.add("Acme", "1. Notices are sent by post.", "2. Lunch lasts ninety (90) minutes.", name="second")
    found = signals(contracts, "How many minutes until notices are sent by post?")
    assert found.apart > 0.0
    assert found.valueless == 0.0


def test_words_that_the_contract_does_not_know_are_told(contracts: Contracts) -> None:
    assert signals(contracts, "Are penguins allergic to chocolate?").unheard == 1.0


def test_the_leading_piece_is_read_together_with_the_question(contracts: Contracts) -> None:
    class Reader:
        read = ("", "")

        def answering(self, question: str, words: str) -> float:
            self.read = (question, words)
            return 7.0

    reader = Reader()
    found = signals(contracts, "Within how many days are invoices due?", reader=reader)
    question, words = reader.read
    assert question == "Within how many days are invoices due?"
    assert "invoice" in words.lower()
    assert found.answering == 0.7
    assert signals(contracts, "Within how many days are invoices due?").answering == 0.0


def test_of_an_embedder_whose_cosines_are_not_known_words_tell_instead(contracts: Contracts) -> None:
    questions = ("Within how many days are invoices due?", "Are penguins allergic?")
    due, penguins = (signals(contracts, q, -1.0) for q in questions)
    assert due.similarity == pytest.approx(0.1 + 0.4 * max(due.shared, due.valued))
    assert penguins.similarity == pytest.approx(0.1)
    assert len({signals(contracts, q, 0.0).similarity for q in questions}) == 2


def test_nothing_found_stands_out_nowhere(contracts: Contracts) -> None:
    asked = read_question("invoices")
    reader = SignalReader(contracts.library, contracts.index, Lexicon.load(), 0.0)
    assert reader.read(asked, [], [], []).standing == 0.0


def test_the_vector_is_in_the_order_of_the_names(contracts: Contracts) -> None:
    found = signals(contracts, "Within how many days are invoices due?")
    assert found.vector() == tuple(getattr(found, name) for name in NAMES)
