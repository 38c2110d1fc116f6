from __future__ import annotations

from datetime import date

import pytest

from ingest.written_day import written_day, written_stamp


@pytest.mark.parametrize(
    ("day", "english", "french"),
    [
        (date(2024, 10, 1), "1 October 2024", "1er octobre 2024"),
        (date(2024, 8, 21), "21 August 2024", "21 août 2024"),
        (date(2024, 2, 11), "11 February 2024", "11 février 2024"),
    ],
)
def test_a_day_is_written_as_the_reader_writes_it(day: date, english: str, french: str) -> None:
    assert (written_day(day, "en"), written_day(day, "fr")) == (english, french)
    assert written_day(day, "und") == english
    assert written_stamp(day.isoformat(), "fr") == french


def test_a_stamp_keeps_its_hour_and_what_is_no_day_stays() -> None:
    assert written_stamp("2024-10-01T09:05:59+00:00", "en") == "1 October 2024, 09:05 UTC"
    assert written_stamp("2024-10-01T09:05:59+00:00", "fr") == "1er octobre 2024 à 09:05 UTC"
    assert written_stamp("2024-10-01T09:05:59+02:00", "en") == "1 October 2024, 09:05 UTC+02:00"
    assert written_stamp("England and Wales", "en") == "England and Wales"
    assert written_stamp("", "fr") == ""
