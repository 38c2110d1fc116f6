import pytest
from pydantic import ValidationError

from evals.case import Case, Evidence, Kind
from ingest.document import Span
from tests.fake_bench import make_case, make_silent_case


def test_answerable_follows_from_the_kind() -> None:
    assert make_case().answerable
    assert make_case(kind=Kind.FALSE_PREMISE).answerable
    assert not make_silent_case(1).answerable


def test_an_unknown_field_is_refused() -> None:
    with pytest.raises(ValidationError, match="difficulty"):
        Case.model_validate(make_case().model_dump() | {"difficulty": 3})


def test_json_round_trip() -> None:
    case = make_case()
    assert Case.model_validate_json(case.model_dump_json()) == case


@pytest.mark.parametrize("offsets", [{"start": 3}, {"end": 3}, {"start": 5, "end": 5}])
def test_evidence_needs_both_offsets_in_order(offsets: dict[str, int]) -> None:
    with pytest.raises(ValidationError):
        Evidence.model_validate({"document": "msa", "quote": "x"} | offsets)


def test_evidence_that_was_not_located_has_no_span() -> None:
    assert Evidence(document="msa", quote="x").span is None
    assert Evidence(document="msa", quote="x", start=2, end=3).span == Span(2, 3)


def test_an_empty_literal_is_refused() -> None:
    with pytest.raises(ValidationError, match="empty"):
        make_case(must=("4 hours|",))
