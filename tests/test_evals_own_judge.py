from assistant.lexicon import Lexicon
from evals.own_judge import OwnJudge

QUOTE = "The Supplier shall restore the service within 4 hours."


def test_a_statement_in_the_words_of_its_quote_is_supported():
    assert OwnJudge(Lexicon.load()).supports("The Supplier shall restore the service within 4 hours.", [QUOTE]) is True


def test_a_statement_with_another_figure_is_not_supported():
    assert (
        OwnJudge(Lexicon.load()).supports("The Supplier shall restore the service within 24 hours.", [QUOTE]) is False
    )
