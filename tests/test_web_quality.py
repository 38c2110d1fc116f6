from __future__ import annotations

import json
from html import unescape
from pathlib import Path

import pytest

from assistant.background import EVALUATE, RUNS
from assistant.web import phrases, visitor
from assistant.web.markup import escape
from assistant.web.quality_words import ENGLISH, FRENCH
from assistant.web.shelf_words import ENGLISH as SHELF
from evals.kept_runs import FILE, kept_runs
from evals.own_set import NewCase, add_cases, own_set
from evals.reported import Wrong, report
from ingest.job_table import State
from ingest.pipeline import ingest, plan
from tests.fake_bench import SilentSystem
from tests.fake_parts import FakeParts
from tests.fake_result import make_result
from tests.web_pages import own_main, press, shown, start

__all__ = ["own_main"]

PAGE = """
if __name__ == "__main__":
    from assistant.web import quality

    quality.draw()
"""


@pytest.fixture
def parts(tmp_path: Path) -> FakeParts:
    parts = FakeParts(tmp_path / "home")
    (tmp_path / "sla.md").write_text("# 1. Levels\n\nThe supplier shall answer within one hour.\n")
    ingest(plan([tmp_path / "sla.md"], "Acme"), parts.library, parts.index, parts.embedder)
    return parts


def keep(parts: FakeParts, name: str, silent: bool = False) -> None:
    folder = parts.settings.home / RUNS / name
    folder.mkdir(parents=True)
    make_result(SilentSystem() if silent else None).save(folder / FILE)


def test_without_a_run_the_page_says_how_to_make_one(parts: FakeParts) -> None:
    at = start(parts, PAGE)
    assert not at.exception
    assert ENGLISH.none_title in shown(at)
    assert ENGLISH.none_reported in shown(at)
    assert at.selectbox(key="quality-set").options == [ENGLISH.sets["samples"]]


def test_a_run_is_told_in_words_plots_and_worst_cases(parts: FakeParts) -> None:
    keep(parts, "20300101")
    keep(parts, "20300102", silent=True)
    at = start(parts, PAGE, locale="fr-FR")
    assert not at.exception
    result = kept_runs(parts.settings.home / RUNS)[0].load()
    covered = result.figure("coverage")
    assert covered
    assert f"<strong>{100 * covered.value:.0f} %</strong>" in shown(at)
    assert len(at.get("image")) >= 2
    wrong = next(case for case in result.cases if case.blame)
    assert wrong.question.replace("'", "&#x27;") in shown(at)
    assert FRENCH.blames["wrongly silent"] in shown(at)
    at.selectbox(key="quality-run").set_value(kept_runs(parts.settings.home / RUNS)[1]).run()
    assert FRENCH.none_wrong.replace("'", "&#x27;") in shown(at)


def test_while_a_set_runs_nothing_says_that_none_was_measured_and_one_that_was_stopped_goes_on(
    parts: FakeParts,
) -> None:
    table = visitor.background_of(str(parts.settings.home), parts).runner.table
    number = table.add(EVALUATE, "Samples", {"sets": ["samples"], "limit": 1, "folder": ""})
    at = start(parts, PAGE)
    assert ENGLISH.none_title not in shown(at)
    assert SHELF.waiting in shown(at)
    table.end(number, State.CANCELLED)
    at.run()
    assert ENGLISH.none_title in shown(at)
    assert SHELF.left["cancelled"] in shown(at)
    assert at.button(key=f"again-{number}").label == SHELF.again


def test_what_went_wrong_with_a_case_is_told_in_the_readers_language(parts: FakeParts) -> None:
    keep(parts, "20300101", silent=True)
    (run,) = kept_runs(parts.settings.home / RUNS)
    result = json.loads(run.path.read_text())
    case = next(case for case in result["cases"] if case["blame"])
    sentence = "Expected a question in words, got none; type what you want to know about the contract."
    case["failure"] = f"BadQuestion: {sentence}"
    run.path.write_text(json.dumps(result))
    page = shown(start(parts, PAGE, locale="fr-FR"))
    assert sentence not in page
    assert escape(phrases.told(sentence, "fr")) in page


def test_reported_answers_are_shown_and_asked_again_as_a_job(parts: FakeParts) -> None:
    wrong = Wrong("Acme", "How fast <must> they answer?", "Within an hour", "answer within one hour")
    report(parts.settings.home, wrong, parts.library)
    at = start(parts, PAGE)
    assert "How fast &lt;must&gt; they answer?" in shown(at)
    at.selectbox(key="quality-set").set_value("reported")
    press(at, ENGLISH.run)
    background = visitor.background_of(str(parts.settings.home), parts)
    background.runner.close(60)
    assert FRENCH.sets["reported"] in unescape(shown(start(parts, PAGE, locale="fr-FR")))  # what the job is called
    at.run()
    assert not at.exception
    (run,) = kept_runs(parts.settings.home / RUNS)
    assert [case.question for case in run.load().cases] == [wrong.question]
    assert f"{ENGLISH.values['reported']}, questions: 1" in shown(at)
    assert json.loads(run.path.read_text())["cases"][0]["contract"] == "Acme"


def test_a_set_of_the_home_can_be_run_by_its_name(parts: FakeParts) -> None:
    case = NewCase("Acme", "How fast must they answer?", evidence=(("sla", "answer within one hour"),))
    add_cases(own_set(parts.settings.home, "team"), [case], parts.library)
    at = start(parts, PAGE)
    assert at.selectbox(key="quality-set").options == [ENGLISH.sets["samples"], "team"]
    at.selectbox(key="quality-set").set_value("team")
    press(at, ENGLISH.run)
    visitor.background_of(str(parts.settings.home), parts).runner.close(60)
    at.run()
    assert not at.exception
    (run,) = kept_runs(parts.settings.home / RUNS)
    assert [each.question for each in run.load().cases] == [case.question]
    assert "team, questions: 1" in shown(at)
