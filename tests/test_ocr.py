import pytest

from ingest.ocr import percent


@pytest.mark.parametrize(
    ("confidence", "shown"), [(1.0, "99%"), (0.996, "99%"), (0.93, "93%"), (0.57, "57%"), (0, "0%")]
)
def test_no_recognition_is_sure(confidence: float, shown: str) -> None:
    assert percent(confidence) == shown
