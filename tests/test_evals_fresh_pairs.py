"""The batches of statements over clauses that no other set has, and what the checks make of them by words alone."""

from collections import Counter
from pathlib import Path

import pytest

from assistant.answering.prover import Prover
from assistant.wording.lexicon import Lexicon
from evals.errors import GoldError
from evals.judge_check import check_judge
from evals.pair import PAIRS, Corruption, Pair, read_pairs

FRESH, CORPUS = PAIRS.parent / "fresh-pairs.jsonl", PAIRS.parent / "corpus-pairs.jsonl"
CAUGHT, WITHHELD = 88.0, 15.0  # percent; the checks do better than this by words alone


def rates(pairs: list[Pair]) -> tuple[float, float]:
    check = check_judge(pairs, Prover(Lexicon.load()))
    caught, withheld = check.figure("caught"), check.figure("false alarm")
    assert caught is not None
    assert withheld is not None
    return 100 * (caught.value or 0), 100 * (withheld.value or 0)


def test_most_corruptions_are_caught_and_most_paraphrases_pass() -> None:
    caught, withheld = rates(read_pairs(FRESH))
    assert caught >= CAUGHT
    assert withheld <= WITHHELD


def test_the_same_on_clauses_of_real_contracts(corpus: Path) -> None:
    caught, withheld = rates(
        [pair for pair in read_pairs(CORPUS, corpus) if not pair.id.startswith(("fifth", "sixth", "seventh"))]
    )
    assert caught >= CAUGHT
    assert withheld <= WITHHELD


def test_a_batch_has_every_kind_and_no_words_of_a_real_contract(corpus: Path) -> None:
    pairs = read_pairs(CORPUS, corpus)
    for batch in ("third", "fourth", "fifth", "sixth", "seventh"):
        assert {pair.kind for pair in pairs if pair.id.startswith(batch)} == {None, *Corruption}
    copied = [
        pair.id for pair in pairs for quote in pair.quotes if pair.statement.rstrip(".") in " ".join(quote.split())
    ]
    assert copied == []
    kept = [
        pair for line in CORPUS.read_text(encoding="utf-8").splitlines() if (pair := Pair.model_validate_json(line))
    ]
    assert Counter(bool(pair.quotes) and pair.place is not None for pair in kept) == {False: len(kept)}


def test_pairs_of_real_contracts_ask_for_their_folder(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="CLAUSIER_CORPUS"):
        read_pairs(CORPUS, tmp_path)
