from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from assistant.asked.question import read_question
from assistant.asked.sought import read_sought
from assistant.retrieval.signals import NAMES
from evals import calibrate
from evals.calibrate import HERE, Gatherer, Row, Topic, _families, _take_in, area, fit, main
from evals.case import Case, Evidence, Kind
from evals.goldset import read_rows
from evals.training.examples import held_out
from evals.training.rows import FamilyClause, read_families
from tests.fake_contracts import HOSTING, Contracts


def rows(count: int = 240) -> list[Row]:
    """Rows whose first signal alone tells the answered from the others."""
    chance = random.Random(7)
    made = []
    for number in range(count):
        answered = number % 2 == 0
        signals = [chance.gauss(1.0 if answered else 0.0, 0.4), *(chance.random() for _ in NAMES[1:])]
        label = "answered" if answered else "near"
        made.append(Row(contract=f"c{number % 12}", question="?", label=label, signals=tuple(signals)))
    return made


def test_the_fit_finds_the_signal_that_tells(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calibrate, "RIDGE", 30.0)  # as strong for these few rows as what is set is for the many
    weights, constant = fit(rows())
    assert weights[0] > 3 * max(abs(weight) for weight in weights[1:])
    assert -weights[0] < constant < 0.0


def test_the_area_under_the_curve_of_hand_made_scores() -> None:
    assert area([0.9, 0.8, 0.2, 0.1], [True, True, False, False]) == 1.0
    assert area([0.5, 0.5], [True, False]) == 0.5
    assert area([0.1, 0.9], [True, False]) == 0.0


def test_the_command_writes_weights_that_the_assistant_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    given, written = tmp_path / "rows.jsonl", tmp_path / "weights.json"
    given.write_text("".join(row.model_dump_json() + "\n" for row in rows()), encoding="utf-8")
    monkeypatch.setattr(calibrate, "WEIGHTS", written)
    assert main(["fit", str(given)]) == 0
    assert set(json.loads(written.read_text(encoding="utf-8"))["weights"]) == set(NAMES)
    assert "area under the curve" in capsys.readouterr().out
    assert main(["fit"]) == 2


def test_what_is_withheld_is_asked_for_again_without_its_passage(tmp_path: Path) -> None:
    with Contracts(tmp_path) as contracts:
        record = contracts.add("Acme", *HOSTING)
        text = contracts.library.document(record.id).text
        quote = "Invoices are due within thirty (30) days."
        evidence = Evidence(
            document="agreement", start=text.index(quote), end=text.index(quote) + len(quote), quote=quote
        )
        case = Case(
            id="Acme/Payment", contract="Acme", question="?", lang="en", doc_lang="en", persona="lawyer",
            kind=Kind.LOOKUP, evidence=(evidence,),
        )  # fmt: skip
        topic = Topic(category="Payment", value="time", question="Within how many days are invoices due?")
        money = Topic(category="Payment", value="money", question="How much is the fee for late invoices?")
        gatherer = Gatherer(contracts)  # type: ignore[arg-type]  # library, index and embedder are all it takes
        made = list(gatherer.rows([case], [topic, money]))
    assert [row.label for row in made] == ["marked", "withheld", "valueless"]
    assert made[0].signals[0] > made[1].signals[0]


def test_a_contract_that_we_wrote_is_asked_what_it_answers_and_what_only_comes_near(tmp_path: Path) -> None:
    fees = FamilyClause(
        family="X-1",
        lang="en",
        heading="3 Fees",
        text="Invoices are due within thirty (30) days of receipt by the Customer.",
        answers=(("en", "Within how many days are invoices due?"),),
        near=(("en", "Who may raise the fees next year?"),),
    )
    law = fees.model_copy(update={"heading": "4 Law", "text": "The law of Malta governs.", "answers": (), "near": ()})
    with Contracts(tmp_path) as contracts:
        for _ in range(2):  # taken in once
            _take_in({"X-1": [fees, law]}, contracts)  # type: ignore[arg-type]  # library, index and embedder are all it takes
        [contract] = contracts.library.contracts()
        assert [record.name for record in contract.documents] == ["X-1"]
        gatherer = Gatherer(contracts)  # type: ignore[arg-type]
        answered, near = gatherer.family_rows({"X-1": [fees, law]})
    assert (answered.label, near.label) == ("answered", "near")
    assert answered.answered
    assert answered.written
    assert not near.answered
    assert answered.signals[0] > near.signals[0]


def test_every_question_with_a_value_asks_for_one() -> None:
    topics = read_rows(HERE / "calibration" / "questions.jsonl", Topic)
    kinds = {read_sought(read_question(topic.question)).value for topic in topics if topic.value}
    assert len(topics) > 100
    assert None not in kinds


def test_no_contract_that_the_embedder_was_trained_on_is_asked() -> None:
    trained = {name for name in read_families() if not held_out(name)}
    asked = set(_families())
    assert len(asked) > 30
    assert not asked & trained
