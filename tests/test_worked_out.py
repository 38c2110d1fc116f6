from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from assistant.answer import Citation, Statement, Verdict
from assistant.asked.question import read_question
from assistant.calculation.worked_out import worked_out
from assistant.wording.lexicon import Lexicon
from ingest.document import Role
from tests.fake_contracts import Contracts, read_lines

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


def test_what_holds_from_a_later_day_on_than_the_one_asked_about_is_not_counted_with() -> None:
    raised = quoted(
        "La pénalité est portée de 1 500 € à 1 800 € par heure entamée de retard, à compter du 1er avril 2026."
    )
    (led,) = worked_out(read_question("3 heures de retard en mai 2026, combien ?"), [raised], [], LEXICON)
    assert led.lead == "5 400 € : 3 × 1 800 €."
    assert worked_out(read_question("3 heures de retard en mai 2025, combien ?"), [raised], [], LEXICON) == ()
    assert worked_out(read_question("3 heures de retard le 31 mars 2026, combien ?"), [raised], [], LEXICON) == ()


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


def scale(document: str, *rows: str) -> Statement:
    text = "\n".join(("Availability\tCredit", *rows))
    return Statement(text, Verdict.QUOTED, (Citation("Acme", document, "5", 1, 0, len(text), text, document, "5"),))


def test_the_scale_of_another_service_must_come_to_the_same() -> None:
    servers = scale("sla_servers", "Between 99.00% and 99.94%\t10%", "Below 99.00%\t25%")
    network = scale("sla_network (en)", "Between 99.00% and 99.98%\t10%", "Below 99.00%\t25%")
    (led,) = worked_out(read_question("What credit at 98.5% availability?"), [servers, network], [], LEXICON)
    assert led.lead == "25%: 98.5% is below 99%."
    assert worked_out(read_question("What credit at 99.96% availability?"), [servers, network], [], LEXICON) == ()
    named = read_question("What credit at 99.96% availability of the network?")
    (led,) = worked_out(named, [servers, network], [], LEXICON)
    assert led.lead == "10%: 99.96% is at least 99% and at most 99.98%."
    other = read_question("What credit at 99.96% availability of the servers?")
    assert worked_out(other, [servers, network], [], LEXICON) == ()


def test_nothing_is_worked_out_from_what_holds_no_more() -> None:
    old = replace(RATE, citations=(replace(RATE.citations[0], in_force=False),))
    assert worked_out(read_question("What interest is due on $2,000 paid 2 months late?"), [old], [], LEXICON) == ()
    gone = replace(PAY, citations=(replace(PAY.citations[0], in_force=False),))
    asked = read_question("Invoice received on 3 March 2026, by when must we pay?")
    assert worked_out(asked, [gone], [], LEXICON) == ()


def test_a_service_in_capitals_is_named_by_the_scale_that_is_taken() -> None:
    vpc = scale("sla_vpc", "Between 95.00% and 98.99%\t25%", "Below 95.00%\t100%")
    assert worked_out(read_question("What credit for a VM at 98%?"), [vpc], [], LEXICON) == ()
    (led,) = worked_out(read_question("What credit for the VPC at 98%?"), [vpc], [], LEXICON)
    assert led.lead == "25%: 98% is at least 95% and at most 98.99%."


def test_words_that_break_over_lines_are_read() -> None:
    broken = quoted("A late\nfee of 1.5% per\nmonth is due.")
    (led,) = worked_out(read_question("What late fee on $2,000 paid 2 months late?"), [broken], [], LEXICON)
    assert led.lead == "$60: $2,000 × 1.5% × 2 months."


def test_the_scale_is_that_of_the_service_in_capitals_though_another_leads() -> None:
    network = scale("sla_network", "Entre 99,00 % et 99,98 %\t10 %", "Entre 95,00 % et 98,99 %\t25 %")
    servers = scale("sla_vm", "Entre 99,00 % et 99,94 %\t5 %", "Entre 95,00 % et 98,99 %\t20 %")
    asked = read_question("disponibilité VM 98,7 %, facture 3 000 € : quel crédit ?")
    (led,) = worked_out(asked, [network, servers], [], LEXICON)
    assert led.citations == servers.citations
    assert led.lead.endswith("20 % × 3 000 € = 600 €.")
    assert worked_out(asked, [network], [], LEXICON) == ()


def test_what_comes_back_is_a_credit() -> None:
    servers = scale("sla_vm", "Between 99.00% and 99.94%\t10%", "Below 99.00%\t25%")
    (led,) = worked_out(
        read_question("The VM was at 99.5%, the bill is €800: what do we get back?"), [servers], [], LEXICON
    )
    assert led.lead.endswith("10% × €800 = €80.")


SCALE = (
    "1. Level",
    "1.1 The service is available for 99.9% of each month.",
    "2. Credits",
    "2.1 The Customer is given these credits, in percent of the monthly fee.",
    "Availability\tCredit",
    "Between 99.00% and 99.89%\t5%",
    "Between 97.00% and 98.99%\t20%",
    "3. Visits",
    "3.1 Visits are announced.",
)


def test_what_can_be_worked_out_is_an_answer_however_the_signs_stand(tmp_path: Path) -> None:
    with Contracts(tmp_path) as contracts:
        contracts.add("Acme", *SCALE)
        asked = "The service was available at 98.5%, what credit?"
        sure = contracts.assistant(absent_below=0.0).ask(asked, "Acme").trace["confidence"]
        assistant = contracts.assistant(absent_below=sure + 0.01)  # type: ignore[operator]
        answer = assistant.ask(asked, "Acme")
        assert answer.abstained is None
        assert answer.statements[0].lead.startswith("20%: 98.5% is at least 97%")
        assert assistant.ask("The service was available, what credit?", "Acme").abstained is not None


def test_a_day_is_counted_by_the_words_that_amendments_put_in_place(tmp_path: Path) -> None:
    terms = (
        "1. Payment",
        "",
        "1.1 The Customer shall pay each invoice within fifty (50) days of its receipt.",
        "",
        "2. Visits",
    )
    change = ("1. Changes", "", "1.1 This Amendment takes effect on 1 May 2024.", "",
              "1.2 In clause 1.1 of the Agreement, “fifty (50) days” is replaced by “twenty (20) days”.")  # fmt: skip
    with Contracts(tmp_path) as contracts:
        contracts.add("Acme", *terms)
        contracts.add_document(
            "Acme", replace(read_lines(*change, title="Amendment"), role=Role.AMENDMENT), "amendment"
        )
        assistant = contracts.assistant(absent_below=0.0)
        amending, clause = assistant.ask("Invoice received on 3 March 2026, by when must we pay?", "Acme").statements[
            :2
        ]
        assert amending.lead == "23 March 2026: 3 March 2026 + 20 days."
        assert "twenty (20) days" in amending.text
        assert ("fifty (50) days" in clause.text, clause.lead) == (True, "")
