import pytest

from ingest.errors import NoTextLayer, RecognitionError
from ingest.reading import Line, Reading, ScannedPage
from ingest.scans import filled

READING = Reading((Line("1. Term", 1), Line("7", 2), Line("2. Price", 4)), 4, (0.0,) * 4, pictures=(2, 3))


def scanned(number: int, *texts: str, confidence: float = 0.97, turned: int = 0) -> ScannedPage:
    return ScannedPage(tuple(Line(text, number) for text in texts), number, confidence, turned)


def test_recognised_lines_stand_in_their_pages_place() -> None:
    reading = filled(READING, {3: scanned(3, "c"), 2: scanned(2, "a", "b", turned=90)}, "scan.pdf")
    assert [line.text for line in reading.lines] == ["1. Term", "a", "b", "c", "2. Price"]
    assert reading.confidences == ((2, 0.97), (3, 0.97))
    assert reading.pictures == ()
    assert reading.warnings == (
        "pages 2-3: a picture, read by text recognition with a confidence of 97%",
        "page 2: turned upright to be read",
    )


def test_one_bad_page_does_not_lose_the_others() -> None:
    failure = RecognitionError("out of time")
    reading = filled(READING, {2: failure, 3: scanned(3, "c", confidence=0.6)}, "scan.pdf")
    assert [line.text for line in reading.lines] == ["1. Term", "7", "c", "2. Price"]
    assert "page 2: a picture that could not be recognised (out of time)" in reading.warnings
    assert any(warning.startswith("page 3: recognised with little confidence") for warning in reading.warnings)


def test_a_file_without_any_words_is_refused() -> None:
    empty = Reading((), 2, (0.0, 0.0), pictures=(1, 2))
    with pytest.raises(NoTextLayer, match="found none on pages 1-2"):
        filled(empty, {1: scanned(1), 2: scanned(2)}, "scan.pdf")
    with pytest.raises(RecognitionError, match="no engine"):
        filled(empty, {1: RecognitionError("no engine"), 2: scanned(2)}, "scan.pdf")
