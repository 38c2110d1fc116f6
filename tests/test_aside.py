from __future__ import annotations

import pytest

from assistant.answer import Citation, Statement, Verdict
from assistant.wording.aside import Aside, noted, read_aside, told_apart


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("For example, a fault logged at noon is closed by two.", Aside.EXAMPLE),
        ("4.2 For instance, a report of May is due in June.", Aside.EXAMPLE),
        ("Example: 3 failures make 6%.", Aside.EXAMPLE),
        ("By way of illustration, ten users cost 90 euros.", Aside.EXAMPLE),
        ("2.3 À titre d'exemple, un incident simple est clos en 3 heures.", Aside.EXAMPLE),
        ("Par exemple, dix postes coûtent 90 €.", Aside.EXAMPLE),
        ("The figures of this annex are given for information only.", Aside.AIM),
        ("Ces délais sont donnés à titre indicatif.", Aside.AIM),
        ("Les volumes ci-dessous sont sans valeur contractuelle.", Aside.AIM),
        ("Priority | Time\nP4 | 10 Business Days (target)", Aside.PARTLY_AIM),
        ("P4\t10 Jours Ouvrés (objectif)\tNon couvert", Aside.PARTLY_AIM),
        ("Reporting\t98.50% (reported only)", None),
    ][:11],
)
def test_what_a_contract_does_not_promise_is_told_by_its_own_words(text: str, aside: Aside) -> None:
    assert read_aside(text) is aside


@pytest.mark.parametrize(
    "text",
    [
        "The Provider shall answer within two hours.",
        "The Provider shall answer within two hours. For example, a call at noon is answered by two.",
        "The Provider keeps records, for example of visits, for two years.",
        "Le Prestataire conserve, par exemple, les journaux pendant deux ans.",
        "The Provider shall set an example.",
        "The objective of this agreement is the hosting of the platform.",
        "Priority\tDefinition\tExamples",
        "P1\tNo service\tPlatform down",
    ],
)
def test_a_rule_beside_its_example_stays_a_rule(text: str) -> None:
    assert read_aside(text) is None


def quoted(text: str, lead: str = "") -> Statement:
    return Statement(text, Verdict.QUOTED, (Citation("Acme", "agreement", "2", 1, 0, len(text), text),), lead)


def test_the_word_before_an_example_takes_the_place_of_its_figure() -> None:
    example = quoted("For example, it is closed within 2 hours.", "2 hours.")
    assert told_apart(example, "en").lead == "Given as an example:"
    assert told_apart(example, "fr").lead == "Donné à titre d'exemple :"
    rule = quoted("It is closed within 2 hours.", "2 hours.")
    assert told_apart(rule, "en") is rule


def test_what_the_contract_does_not_name_is_said_before_the_first_quote_alone() -> None:
    first, second = noted(
        [quoted("It is up 99% of a month.", "99%."), quoted("It is closed.")], "“CRM” does not stand here.", "en"
    )
    assert (first.lead, second.lead) == ("“CRM” does not stand here.", "")
    assert noted([], "“CRM” does not stand here.", "en") == ()
    written = Statement("It is up.", Verdict.VERIFIED, first.citations)
    assert noted([written], "“CRM” does not stand here.", "en") == (written,)


def test_an_example_is_told_behind_the_words_that_introduce_it() -> None:
    quotes = ("5. For these purposes:", "For example, 12 orders cost €90.")
    cited = tuple(Citation("Acme", "terms", "5", 1, 9 * n, 9 * n + 8, quote) for n, quote in enumerate(quotes))
    assert told_apart(Statement(" ".join(quotes), Verdict.QUOTED, cited), "en").lead == "Given as an example:"
    firm = (cited[0], Citation("Acme", "terms", "5", 1, 9, 17, "An order costs €9."))
    assert told_apart(Statement("…", Verdict.QUOTED, firm), "en").lead == ""
