from evals.compare import compare
from evals.measures import MEASURES
from evals.report import markdown, spelt, worst_cases
from tests.fake_bench import LostSystem, LyingSystem, PerfectSystem, SilentSystem, make_case
from tests.fake_result import make_result


def test_every_measure_is_shown_and_defined() -> None:
    text = markdown(make_result())
    for measure in MEASURES:
        assert measure.name in ("judged correct", "model failed") or f"| {measure.name} |" in text  # they need a model
        assert f"- **{measure.name}**. {measure.definition}" in text
        assert len(measure.definition) > 40


def test_what_was_measured_is_said() -> None:
    text = markdown(make_result())
    assert "revision abc. System: perfect. Judge: words." in text
    assert "threshold = 0.5" in text
    assert "| ours | 9 | 20 | 6 | 1 | 0 |" in text


def test_figures_carry_their_interval_and_n() -> None:
    result = make_result(SilentSystem())
    assert spelt(result.figure("rejection")) == "100.0 (43.9–100.0)"
    assert spelt(result.figure("faithfulness")) == "–"
    assert "| rejection | 100.0 (43.9–100.0) | 3 | 3 | 0 | wilson |" in markdown(result)


def test_gates_and_comparison_are_shown_only_when_there_are_any() -> None:
    plain = markdown(make_result())
    assert "Gates crossed" not in plain
    assert "Against the other result" not in plain
    worse = make_result(LyingSystem())
    full = markdown(worse, compare(make_result(), worse), ["hit@5 fell"])
    assert "- hit@5 fell" in full
    assert "| correct | 9 | 100.0 | 33.3 | 0 | 6 |" in full


def test_wrong_answers_by_step() -> None:
    assert "| generation | 6 |" in markdown(make_result(LyingSystem()))
    assert "## Wrong answers\n\nNone." in markdown(make_result())


def test_the_pairs_of_languages_are_shown_with_what_lies_between_them() -> None:
    text = markdown(make_result(LostSystem(), [make_case(1), make_case(2, lang="fr")]))
    assert "| en→en | 0.0 (0.0–79.3) |" in text
    assert "Points between the pairs: 0 in hit@1 (en→en 0.0, en→en 0.0); 0 in hit@5" in text
    assert "## By language" not in markdown(make_result(PerfectSystem(), [make_case(1)]))


def test_what_came_first_in_place_of_the_evidence_is_counted() -> None:
    text = markdown(make_result(LostSystem(), [make_case(1), make_case(2), make_case(5)]))
    assert "| the passage before or after it | 2 | 0 |" in text
    assert "| another passage of its document | 1 | 0 |" in text
    assert "did not come first" not in markdown(make_result(PerfectSystem()))


def test_the_words_of_a_contract_cannot_break_a_table_or_the_page() -> None:
    evil = make_case(question="a|b\n<script>alert(1)</script> **bold** `x`")
    text = markdown(make_result(LyingSystem(), [evil]))
    assert "<script>" not in text
    assert "a\\|b &lt;script&gt;alert(1)&lt;/script&gt; \\*\\*bold\\*\\* \\`x\\`" in text


def test_the_worst_cases_are_those_that_state_something_wrong() -> None:
    lying, silent = make_result(LyingSystem()), make_result(SilentSystem())
    both = lying.model_copy(update={"cases": (*silent.cases, *lying.cases)})
    found = worst_cases(both, limit=7)
    assert [c.abstained for c in found] == [None] * 6 + ["absent"]
    assert worst_cases(make_result(PerfectSystem())) == []


def test_cost_is_told() -> None:
    assert "| passages read | 9 |" in markdown(make_result())
    assert "tokens read" not in markdown(make_result())
