from assistant.lexicon import Lexicon
from assistant.prover import Prover
from evals.own_judge import OwnJudge

JUDGE = OwnJudge(Prover(Lexicon.load()))
QUOTE = "The Supplier shall restore the service within 4 hours."


def test_a_statement_in_the_words_of_its_quote_is_supported():
    assert JUDGE.supports("The Supplier shall restore the service within 4 hours.", [QUOTE]) is True


def test_a_statement_with_another_figure_is_not_supported():
    assert JUDGE.supports("The Supplier shall restore the service within 24 hours.", [QUOTE]) is False
