from __future__ import annotations

from assistant.answer import Citation, Statement, Verdict
from assistant.lexicon import Lexicon
from assistant.question import read_question
from assistant.worked_out import worked_out

LEXICON = Lexicon.load()


def quoted(text: str) -> Statement:
    return Statement(text, Verdict.QUOTED, (Citation("Acme", "terms", "1", 1, 0, len(text), text),))


PAY = quoted("The Customer shall pay each invoice within thirty (30) days of receipt.")
RATE = quoted("Fees not paid when due bear interest at 1.5% per month.")


def test_a_day_leads_the_best_quote() -> None:
    (led,) = worked_out(read_question("Invoice received on 3 March 2026, by when must we pay?"), [PAY], [RATE], LEXICON)
    assert (led.text, led.lead) == (PAY.text, "2 April 2026: 3 March 2026 + 30 days.")


def test_a_calculation_may_rest_on_a_quote_further_down() -> None:
    (led,) = worked_out(read_question("What interest is due on $2,000 paid 2 months late?"), [PAY], [RATE], LEXICON)
    assert (led.text, led.lead) == (RATE.text, "$60: $2,000 × 1.5% × 2 months.")


def test_nothing_is_worked_out_unasked() -> None:
    assert worked_out(read_question("When must we pay?"), [PAY], [RATE], LEXICON) == ()
    assert worked_out(read_question("When must we pay?"), [], [RATE], LEXICON) == ()
