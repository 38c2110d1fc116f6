"""A day as it is written in the reader's language: 1 October 2024, 1er octobre 2024. Pure."""

from __future__ import annotations

from datetime import date, datetime

_MONTHS = {
    "en": "January February March April May June July August September October November December".split(),
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
}
_TIMED = {"en": "{day}, {time:%H:%M}", "fr": "{day} à {time:%H:%M}"}


def written_day(day: date, language: str) -> str:
    """The day in words; in English where the language is not ours."""
    months = _MONTHS.get(language, _MONTHS["en"])
    number = "1er" if language == "fr" and day.day == 1 else str(day.day)
    return f"{number} {months[day.month - 1]} {day.year}"


def written_stamp(stamp: str, language: str) -> str:
    """What is stored as ISO 8601, as it is written: a day, with its time and what clock that is by; anything else as it is."""
    try:
        moment = datetime.fromisoformat(stamp)
    except ValueError:
        return stamp
    day = written_day(moment, language)
    if "T" not in stamp:
        return day
    return " ".join((_TIMED.get(language, _TIMED["en"]).format(day=day, time=moment), moment.tzname() or "")).strip()
