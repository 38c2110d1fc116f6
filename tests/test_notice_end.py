from __future__ import annotations

import pytest

from assistant.asked.question import read_question
from assistant.calculation.notice_end import notice_end

NOTICE = "The Client may terminate this Agreement on not less than three (3) months' notice."
PREAVIS = "Le Client peut résilier le Contrat à tout moment, moyennant un préavis de deux (2) mois."


@pytest.mark.parametrize(
    ("question", "quotes", "told"),
    [
        (
            "We give notice on 10 April 2027, when does it end?",
            [NOTICE],
            "10 July 2027 at the earliest: 10 April 2027 + 3 months.",
        ),
        ("If we terminate on 30 November 2027 when are we out?", [NOTICE], "29 February 2028 at the earliest: "),
        (
            "On résilie le 10 janvier 2027, fin quand ?",
            [PREAVIS],
            "10 mars 2027 au plus tôt : 10 janvier 2027 + 2 mois.",
        ),
        (
            "Nous voulons partir le 30 juin 2027, quand faut-il donner le préavis ?",
            [PREAVIS],
            "30 avril 2027 au plus tard : 30 juin 2027 − 2 mois.",
        ),
        (
            "We want to leave on 30 June 2027, by what date must we give notice?",
            [NOTICE],
            "30 March 2027 at the latest: 30 June 2027 − 3 months.",
        ),
        (
            "Notice given on 10 April 2027, when does it end?",
            ["It may be terminated on thirty (30) days' notice expiring at the end of a calendar month."],
            "31 May 2027 at the earliest: 10 April 2027 + 30 days, to the end of the month.",
        ),
        (
            "Préavis donné le 10 avril 2027, quand est-ce fini ?",
            ["Chacun peut le résilier par un préavis de trois mois pour la fin d'un trimestre civil."],
            "30 septembre 2027 au plus tôt : 10 avril 2027 + 3 mois, jusqu",
        ),
        (
            "We give notice on 10 April 2027, when does it end?",
            ["From the second anniversary of the Start Date the Client may terminate on six (6) months' notice."],
            "10 October 2027 at the earliest: 10 April 2027 + 6 months. The clause makes it depend on an anniversary",
        ),
        (
            "We want to leave on 30 June 2027, by what date must we give notice?",
            ["It may be terminated on thirty (30) days' notice expiring at the end of a calendar month."],
            "31 May 2027 at the latest: 30 June 2027 − 30 days.",
        ),
        (
            "Nous voulons partir le 28 février 2027, quand faut-il donner le préavis ?",
            ["Le Client peut le résilier par un préavis de trois (3) mois, avec effet à la fin d'un mois civil."],
            "30 novembre 2026 au plus tard : 28 février 2027 − 3 mois.",
        ),
        # what is not certain
        ("We give notice on 10 April 2027, what do we pay?", [NOTICE], ""),
        ("When does it end?", [NOTICE], ""),
        ("The invoice is of 10 April 2027, when is it due?", [NOTICE], ""),
        ("We want to end on 30 June 2027, what happens then?", [NOTICE], ""),
        (
            "We give notice on 10 April 2027, when does it end?",
            [NOTICE, "The Supplier may terminate this Agreement on twelve (12) months' notice."],
            "",
        ),
        (
            "We give notice on 10 April 2027, when does it end?",
            ["Either party may terminate it on thirty days' notice if the other is in breach."],
            "",
        ),
        ("We give notice for breach on 10 April 2027, when does it end?", [NOTICE], ""),
        (
            "We want to leave on 20 June 2027, by what date must we give notice?",  # it ends with a month alone
            ["It may be terminated on thirty (30) days' notice expiring at the end of a calendar month."],
            "",
        ),
        ("We give notice on 10 April 9999, when does it end?", ["It is terminated on two years' notice."], ""),
    ],
)
def test_a_notice_runs_only_where_that_is_certain(question: str, quotes: list[str], told: str) -> None:
    found = notice_end(read_question(question), [(quote, "") for quote in quotes])
    assert (found.told if found else "").startswith(told)
    assert bool(found) == bool(told)


def test_a_heading_may_say_that_no_ground_is_needed() -> None:
    asked = read_question("On résilie le 10 janvier 2027, fin quand ?")
    bare = "Un préavis de deux (2) mois est requis."
    assert notice_end(asked, [(bare, "")]) is None
    found = notice_end(asked, [("Autre chose.", ""), (bare, "12.1 Résiliation par convenance")])
    assert found is not None
    assert found.quotes == (1,)
