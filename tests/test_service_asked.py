from __future__ import annotations

from assistant.answer import Citation, Statement, Verdict
from assistant.asked.question import read_question
from assistant.calculation.service_asked import scales_named
from assistant.calculation.worked_out import worked_out
from assistant.wording.lexicon import Lexicon

LEXICON = Lexicon.load()


def quoted(text: str) -> Statement:
    return Statement(text, Verdict.QUOTED, (Citation("Acme", "sla", "4", 1, 0, len(text), text, "sla", "4"),))


def test_a_scale_that_names_another_service_than_the_question_is_not_taken() -> None:
    text = "Availability of the Claims Desk\tCredit\nBelow 99.5% but at least 99.0%\t7%\nBelow 99.0%\t12%"
    desk = quoted(text)
    other = quoted("For each full 0.1 point by which the Data Bridge misses its target, the Service Credit is 2%.")
    assert worked_out(read_question("Data Bridge at 99.2%, what credit?"), [desk, other], [], LEXICON) == ()
    assert worked_out(read_question("The archive was at 99.2%, what credit?"), [desk], [], LEXICON) == ()
    (any_,) = worked_out(read_question("Availability fell to 99.2% last month, what credit?"), [desk], [], LEXICON)
    assert any_.lead == "7%: 99.2% is at least 99% and below 99.5%."
    typed = "on est tombé à 99,2 % ce mois-ci, on récupère combien ?"  # "ci" names no service
    (typed_,) = worked_out(read_question(typed), [desk], [], LEXICON)
    assert typed_.lead.startswith("7 %")
    (led,) = worked_out(read_question("Claims desk at 99.2%, what credit?"), [desk, other], [], LEXICON)
    assert led.lead == "7%: 99.2% is at least 99% and below 99.5%."


def test_a_scale_that_the_question_calls_by_its_code_is_taken() -> None:
    text = "Level\tFirst band\tSecond band\nSL4 Claims Desk Portal\tBelow 99.5% but at least 99.0%: 3%\tBelow 99.0%: 6%"
    asked = read_question("SL4 at 99.2%, charges of £500,000, what do we get back?")
    (led,) = worked_out(asked, [quoted(text)], [], LEXICON)
    assert led.lead == "3%: 99.2% is at least 99% and below 99.5%. 3% × £500,000 = £15,000."


def test_the_scales_of_what_is_named_in_capitals_alone_are_kept() -> None:
    crm, hr = "Below 99% for the CRM\t5%", "Below 99% for the HRIS\t8%"
    pool = [(crm, quoted(crm)), (hr, quoted(hr)), ("Note.", quoted("Note."))]
    assert scales_named(read_question("What credit for the CRM at 98%?"), pool) == [pool[0], pool[2]]
