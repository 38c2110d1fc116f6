from __future__ import annotations

import pytest

from assistant.values.week import A_DAY, asked_half_hours, told_half_hours


def at(days: str, *hours: tuple[float, float]) -> frozenset[int]:
    """The half-hours of days ("01" is Monday and Tuesday) between hours of the day."""
    return frozenset(
        int(day) * A_DAY + half
        for day in days
        for first, last in hours
        for half in range(int(2 * first), int(2 * last))
    )


@pytest.mark.parametrize(
    ("text", "half_hours"),
    [
        ("P1 at 2 am, how long?", at("0123456", (2, 2.5))),
        ("on a Sunday?", at("6", (0, 24))),
        ("un P1 un dimanche à 3 h du matin", at("6", (3, 3.5))),
        ("samedi soir", at("5", (19, 21.5))),
        ("the weekend", at("56", (0, 24))),
        ("un ticket à 22 h 30 ?", at("0123456", (22.5, 23))),
        ("at 10 at night", at("0123456", (22, 22.5))),
        ("vers 3 h", at("0123456", (3, 3.5))),
        ("at noon on Monday", at("0", (12, 12.5))),
        ("à minuit", at("0123456", (0, 0.5))),
        ("la nuit", at("0123456", (0, 5), (23, 24))),
    ],
)
def test_words_of_a_question_stand_for_half_hours(text: str, half_hours: frozenset[int]) -> None:
    assert asked_half_hours(text) == half_hours


@pytest.mark.parametrize(
    "text",
    [
        "within 4 hours",
        "en 3 h ?",
        "sous 2 h 30",
        "le P1 est à 3 h, non ?",  # a period, as likely as an hour
        "2 o'clock",
        "on a public holiday at 2 am",
        "between 2 and 5 business days",
        "from 2 am, and from 4 am",
        "clause 8.2",
    ],
)
def test_a_period_or_a_doubt_stands_for_none(text: str) -> None:
    assert asked_half_hours(text) == frozenset()


@pytest.mark.parametrize(
    ("text", "half_hours"),
    [
        ("Working Hours means 07:30 to 18:30 on a Business Day.", at("01234", (7.5, 18.5))),
        (
            "« Plage Étendue » : de 19 h 00 à 22 h 00 les Jours Ouvrés et de 8 h 00 à 18 h 00 le samedi, sauf s'il est férié.",
            at("01234", (19, 22)) | at("5", (8, 18)),
        ),
        (
            "between the hours of 6:00 a.m to 6:00 p.m. Pacific time, Monday through Friday excluding holidays",
            at("01234", (6, 18)),
        ),
        ("Monday - Friday, 7 am to 7 pm", at("01234", (7, 19))),
        ("de 22 h à 6 h tous les jours", at("0123456", (0, 6), (22, 24))),
    ],
)
def test_words_of_a_contract_give_half_hours(text: str, half_hours: frozenset[int]) -> None:
    assert told_half_hours(text) == half_hours


@pytest.mark.parametrize(
    "text",
    ["2 to 5 business days", "8:00 a.m. to 5:00 p.m. on Support Days", "all hours that are neither", "P1 and P2"],
)
def test_where_days_or_hours_are_not_plain_none_are_given(text: str) -> None:
    assert told_half_hours(text) is None
