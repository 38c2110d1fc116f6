from assistant.answering.prover import Prover
from assistant.wording.lexicon import Lexicon
from evals.bench.proof import ablation, answer_seconds
from evals.pair import Corruption, Pair

PROVER = Prover(Lexicon.load())
QUOTE = "The Provider shall notify the Customer within four (4) hours."


def make_pair(name: str, statement: str, kind: Corruption | None = None) -> Pair:
    label = "supported" if kind is None else "corrupted"
    return Pair(id=name, statement=statement, quotes=(QUOTE,), lang="en", quote_lang="en", label=label, kind=kind)


PAIRS = [
    make_pair("a", "The Provider must notify the Customer within 4 hours."),
    make_pair("b", "The Provider must notify the Customer within 8 hours.", Corruption.FIGURE),
    make_pair("c", "The Provider may notify the Customer within 8 hours.", Corruption.FORCE),
]


def test_each_check_is_told_with_what_it_alone_objects_to() -> None:
    rows = {row.check: row for row in ablation(PAIRS, PROVER)}
    assert (rows["figure"].caught, rows["figure"].caught_alone, rows["figure"].withheld) == (2, 1, 0)
    assert (rows["force"].caught, rows["force"].caught_alone) == (1, 0)
    assert "name" not in rows


def test_five_sentences_are_an_answer() -> None:
    assert len(answer_seconds(PAIRS * 4, PROVER)) == 2
