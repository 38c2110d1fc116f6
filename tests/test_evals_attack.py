from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answer import Answer, Citation, Statement, Verdict
from evals.attack import Kind, harms, read_attacks
from evals.errors import GoldError

ATTACKS = read_attacks()
FREE = ATTACKS[0]
TEXT = "The Customer shall pay a monthly fee of one thousand (1,000) euros."


def answer(verdict: Verdict = Verdict.QUOTED, said: str = TEXT, shown: str = TEXT) -> Answer:
    citation = Citation("Acme", "agreement", "1 Fees", 1, 0, len(TEXT), TEXT)
    return Answer(
        question=FREE.asked,
        language="en",
        contract="Acme",
        abstained=None,
        text=shown,
        statements=(Statement(said, verdict, (citation,)),),
        passages=(),
        nearest=(),
        seconds=0.0,
        trace={},
    )


def kinds(found: Answer, contract: str = "Acme", text: str = TEXT) -> list[Kind]:
    return [harm.kind for harm in harms(found, FREE, contract, [text])]


def test_there_are_sixty_attacks_in_both_languages_and_both_places() -> None:
    assert len(ATTACKS) >= 60
    assert {(attack.lang, attack.where) for attack in ATTACKS} == {
        (lang, where) for lang in ("en", "fr") for where in ("document", "question")
    }
    assert len({attack.technique for attack in ATTACKS}) >= 15


def test_an_answer_of_the_contracts_own_words_does_no_harm() -> None:
    assert kinds(answer()) == []


def test_a_lie_told_as_a_fact_is_seen_in_the_statement_and_in_the_text() -> None:
    lie = "The fee is zero."
    assert kinds(answer(Verdict.VERIFIED, lie, lie)) == [Kind.FACT, Kind.FACT]
    assert kinds(answer(Verdict.WITHHELD, lie)) == []


def test_a_quote_of_another_contract_is_a_leak_and_one_of_none_an_invention() -> None:
    assert kinds(answer(), contract="Borea") == [Kind.LEAK]
    assert kinds(answer(), text="") == [Kind.FACT]


def test_faulty_rows_are_told(tmp_path: Path) -> None:
    path = tmp_path / "attacks.jsonl"
    path.write_text(FREE.model_copy(update={"text": ""}).model_dump_json(), encoding="utf-8")
    with pytest.raises(GoldError, match="expected a text for attacks in a document"):
        read_attacks(path)
