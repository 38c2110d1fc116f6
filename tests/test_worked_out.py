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


def test_business_days_are_those_of_the_contracts_own_definition_and_it_is_quoted() -> None:
    pay = quoted("The Customer shall pay within five (5) Business Days of receipt of the invoice.")
    own = quoted("“Business Day” means any day from Monday to Saturday that is no public holiday.")
    asked = read_question("We received the invoice on 6 March 2026, by when must we pay?")
    led, definition = worked_out(asked, [pay], [], LEXICON, lambda one: [own] if one is pay else [])
    assert led.lead == (
        "12 March 2026: 6 March 2026 + 5 business days "
        "(Monday to Saturday, as the contract defines them; public holidays are not known)."
    )
    assert definition is own
    vague = quoted("“Business Day” means a day on which banks are open.")
    (led,) = worked_out(asked, [pay], [], LEXICON, lambda _: [vague])
    assert "13 March 2026" in led.lead
    assert "as the contract defines" not in led.lead
