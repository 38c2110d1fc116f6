import json
from pathlib import Path

import pytest

from evals.draft import Draft
from evals.errors import GoldError
from evals.sets import open_set
from evals.translations import GOLD, Translation, read_rows, translated
from tests.fake_bench import make_case

CORPUS = Path("nowhere")


def test_a_question_is_asked_in_the_other_language_and_all_else_of_it_stays(tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text(json.dumps({"id": "q1", "lang": "fr", "question": "Et la hotline ?"}))
    case = make_case(1)
    (draft,) = translated([Draft(case), Draft(make_case(2))], rows)
    assert draft.case == case.model_copy(update={"question": "Et la hotline ?", "lang": "fr"})


def test_a_malformed_row_is_named(tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"id": "q1", "lang": "de", "question": "?"}')
    with pytest.raises(GoldError, match="line 1"):
        translated([], rows)


def test_each_row_is_of_another_question_and_in_the_other_language_than_the_samples_ask_it() -> None:
    rows = read_rows(GOLD, Translation)
    assert len({row.id for row in rows}) == len(rows)
    cases = {draft.case.id: draft.case for draft in open_set("samples", CORPUS).drafts}
    of_samples = [row for row in rows if row.id in cases]
    assert len(of_samples) > 100
    assert all(row.lang != cases[row.id].lang and row.question != cases[row.id].question for row in of_samples)
    assert all(cases[row.id].answerable and not cases[row.id].history for row in of_samples)
