"""The half-hours of a week that words stand for: "at 2 am", "un dimanche à 3 h du matin", "from 07:30 to 18:30 on a Business Day". Pure.

A half-hour is counted from Monday, 00:00, on; a week has 336. Words that leave a doubt (two o'clock of which half of the day?, a public
holiday) stand for none. The words are those of everyday and of contract English and French, matched folded.
"""

from __future__ import annotations

import re

from ingest.words import fold

HalfHours = frozenset[int]
"""Half-hours of a week, 0 to 335."""

A_DAY = 48
WHOLE_WEEK: HalfHours = frozenset(range(7 * A_DAY))
NIGHT = (46, 10)
"""From 23:00 to 05:00: what is night to everybody, as half-hours of a day; it runs over midnight."""
EVENING = (38, 43)
"""From 19:00 to 21:30, likewise."""
SURELY_OUT_OF_HOURS: HalfHours = WHOLE_WEEK - {day * A_DAY + half for day in range(6) for half in range(12, 44)}
"""What nobody takes for working hours, where no clause tells them: from 22:00 to 06:00, and Sunday."""
_WORKED, _TO_SATURDAY, _REST = frozenset(range(5)), frozenset(range(6)), frozenset((5, 6))

_DAY_NAMES = (
    "mondays? lundis?|tuesdays? mardis?|wednesdays? mercredis?|thursdays? jeudis?|fridays? vendredis?|saturdays? samedis?|"
    "sundays? dimanches?"
).split("|")
_NAMED_DAYS = [re.compile(rf"\b(?:{names.replace(' ', '|')})\b") for names in _DAY_NAMES]
_ANY_DAY = "|".join(_DAY_NAMES).replace(" ", "|")
_DAYS_FROM_TO = re.compile(
    rf"\b(?P<first>{_ANY_DAY})\s?(?:to|through|thru|until|au|a|-|–)\s?(?:and including\s)?(?P<last>{_ANY_DAY})\b"
)
_WEEK_END = re.compile(r"\bweek-? ?ends?\b")
_BUSINESS_DAYS = re.compile(r"\b(?:business|working|week) ?days?\b|\bjours? ouvres?\b")
_DAYS_TO_SATURDAY = re.compile(r"\bjours? ouvrables?\b")
_EVERY_DAY = re.compile(
    r"\b(?:every day|each day|daily|seven days a week|7 days a week|tous les jours|chaque jour|7 ?j(?:ours)? ?(?:/|sur) ?7)\b"
)
_HOLIDAY = re.compile(r"\bholidays?\b|\bferies?\b")
_NIGHT_WORDS = re.compile(r"\b(?:nights?|night ?time|overnight|nuits?|nocturne)\b")
_EVENING_WORDS = re.compile(r"\b(?:evenings?|soirs?|soiree)\b")

_CLOCK = (
    r"(?:(?P<noon{0}>noon|midday|midi)|(?P<midnight{0}>midnight|minuit)|"
    r"(?P<hour{0}>[012]?\d)(?:\s?[:h.]\s?(?P<minute{0}>[0-5]\d)\b|\s?h(?:eures?|rs?)?\b|\s?o'clock\b)?"
    r"(?:\s?(?P<half{0}>a\.?m\b\.?|p\.?m\b\.?|in the morning\b|in the evening\b|at night\b|in the afternoon\b|du matin\b|du soir\b|"
    r"de l'apres-midi\b))?)"
)
_MOMENT = re.compile(
    rf"(?<![\w.,:])(?P<lasting>(?:within|in|under|sous|en|pendant|de)\s)?(?P<at>(?:at|a|vers|around|@)\s)?{_CLOCK.format('')}"
)
_BETWEEN = r"(?:\s?\.?,?\s?[a-z]{2,9} (?:standard )?time,?)?\.?\s?(?:to|and|until|till|through|a|et|jusqu'a|-|–)\s?"
_FROM_TO = re.compile(rf"(?<![\w.,:]){_CLOCK.format('1')}{_BETWEEN}{_CLOCK.format('2')}(?![\d%])")
_PM = ("p", "in the evening", "in the afternoon", "at night", "du soir", "de l'apres")


def names_day(word: str) -> bool:
    """Whether a word is the name of a day of the week."""
    return any(name.fullmatch(fold(word)) for name in _NAMED_DAYS)


def asked_half_hours(text: str) -> HalfHours:
    """The half-hours that a question asks about; empty where it tells none, or leaves a doubt.

    Args:
        text: as typed.

    An evening without a day may be that of any day, and so may an hour.
    """
    folded = fold(text)
    if _HOLIDAY.search(folded):
        return frozenset()
    days, clock = _days_in(_BUSINESS_DAYS.sub(" ", folded)), _moment(folded)  # "in 3 business days" asks about none
    if clock is None:
        return frozenset()  # an hour of which half of the day is not said
    if not clock and days is None:
        return frozenset()
    return _at(days or frozenset(range(7)), clock or frozenset(range(A_DAY)))


def told_half_hours(text: str) -> HalfHours | None:
    """The half-hours that words of a contract give; None where they give none, or not plainly.

    Args:
        text: a definition ("07:30 to 18:30 on a Business Day"), or the head of a column.
    """
    folded = fold(text)
    found: set[int] = set()
    intervals = list(_FROM_TO.finditer(folded))
    for number, match in enumerate(intervals):
        stop = intervals[number + 1].start() if number + 1 < len(intervals) else len(folded)
        first, last = _half_hour(match, "1"), _half_hour(match, "2")
        before = folded[: match.start()] if number == 0 else ""
        days = _days_in(
            re.split(r"[.;]|\b(?:sauf|except|excluding|hors|a l'exception)\b", folded[match.end() : stop])[0]
        )
        days = days if days is not None else _days_in(before[-60:])
        if first is None or last is None or days is None or not (_is_marked(match, "1") or _is_marked(match, "2")):
            return None
        found |= _at(days, _run(first, last or A_DAY))
    return frozenset(found) or None


def _run(first: int, last: int) -> HalfHours:
    """From one half-hour of a day to before another; over midnight where the other comes first."""
    return frozenset(range(first, last)) if first < last else frozenset((*range(first, A_DAY), *range(last)))


def _at(days: frozenset[int], clock: HalfHours) -> HalfHours:
    return frozenset(day * A_DAY + half for day in days for half in clock)


def _days_in(folded: str) -> frozenset[int] | None:
    """The days of the week that words name, 0 for Monday; None where they name none."""
    run = _DAYS_FROM_TO.search(folded)
    if run:
        first, last = (
            next(n for n, name in enumerate(_NAMED_DAYS) if name.fullmatch(run[end])) for end in ("first", "last")
        )
        rest = folded[: run.start()] + folded[run.end() :]
        return frozenset(range(first, last + 1)) | (_days_in(rest) or frozenset()) if first <= last else None
    named = frozenset(number for number, name in enumerate(_NAMED_DAYS) if name.search(folded))
    for pattern, days in (
        (_WEEK_END, _REST),
        (_BUSINESS_DAYS, _WORKED),
        (_DAYS_TO_SATURDAY, _TO_SATURDAY),
        (_EVERY_DAY, frozenset(range(7))),
    ):
        named |= days if pattern.search(folded) else frozenset()
    return named or None


def _moment(folded: str) -> HalfHours | None:
    """The half-hours of a day that a question names; empty where it names none, None where they are in doubt."""
    found: set[int] = set()
    for match in _MOMENT.finditer(folded):
        if match["lasting"] or not _is_marked(match, ""):
            continue  # "4 hours" and "en 2 h 30" are periods, and "P1" a code
        half = _half_hour(match, "")
        if half is None:
            return None
        found.add(half)
    if found:
        return frozenset(found) if len(found) == 1 else None
    for pattern, (first, last) in ((_NIGHT_WORDS, NIGHT), (_EVENING_WORDS, EVENING)):
        if pattern.search(folded):
            return _run(first, last)
    return frozenset()


def _is_marked(match: re.Match[str], which: str) -> bool:
    """Whether a written number is a time of the day: "2 am", "14:00", "midi", "à 22 h"; "à 3 h" may be a period."""
    if any(match[f"{name}{which}"] for name in ("half", "minute", "noon", "midnight")):
        return True
    bare = match[f"hour{which}"]
    return match.group()[-1] not in "0123456789" and (
        int(bare) > 12 or bool(which) or match["at"] in ("vers ", "around ")
    )


def _half_hour(match: re.Match[str], which: str) -> int | None:
    """The half-hour of a day at which a written time falls; None where there is no such time or its half of the day is in doubt."""
    if match[f"noon{which}"] or match[f"midnight{which}"]:
        return 24 if match[f"noon{which}"] else 0
    hour, minute, half = int(match[f"hour{which}"]), int(match[f"minute{which}"] or 0), match[f"half{which}"] or ""
    if "o'clock" in match.group() and not half:
        return None
    if half:
        if not 1 <= hour <= 12 and not half.startswith(("du", "de")):
            return None
        late = half.startswith(_PM) and not (half == "at night" and (hour < 6 or hour == 12))
        hour = hour % 12 + (12 if late else 0)
    return None if hour > 24 else (hour % 24) * 2 + (minute >= 30)
