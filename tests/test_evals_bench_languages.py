from dataclasses import replace

from assistant.answer import Answer
from evals.bench.languages import Twice, ask_twice, report
from evals.case import Case
from evals.draft import Draft
from evals.sets import GoldSet
from tests.fake_bench import PerfectSystem, make_bench, make_case

ASKED = {1: "en", 2: "fr", 3: "en"}  # of en-003 there is no translation
GOLD = GoldSet("ours", tuple(Draft(make_case(n, id=f"en-00{n}", lang=lang)) for n, lang in ASKED.items()), ())


class DeafToFrench(PerfectSystem):
    def ask(self, case: Case) -> Answer:
        answer = super().ask(case)
        return answer if case.lang == "en" else replace(answer, passages=())


def test_each_question_with_a_translation_is_asked_in_both_languages() -> None:
    system = DeafToFrench()
    asked = list(ask_twice(GOLD, replace(make_bench(), system=system)))
    assert asked == [Twice("en", (True, True), (False, False))] * 2
    assert system.asked == ["en-001", "en-001", "en-002", "en-002"]


def test_the_table_has_a_row_for_each_language_of_contracts_and_tells_in_what_they_differ() -> None:
    missed, found = (False, False), (True, True)
    rows = [Twice("en", found, missed)] * 3 + [Twice("en", missed, found)] + [Twice("fr", (False, True), found)]
    _, _, english, french = report(rows)
    assert english.startswith("| en | 4 | 75.0 (30–95) | 25.0 (5–70) |")
    assert english.endswith("| 3, 1, 0.62 |")
    assert "| fr | 1 | 0.0" in french
    assert "100.0" in french
