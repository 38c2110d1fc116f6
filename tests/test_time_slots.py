from __future__ import annotations

import pytest

from assistant.values.time_slots import columns_for
from assistant.values.week import asked_half_hours

ENGLISH = ("Priority", "Working Hours", "Evening Hours", "Night and Weekend Hours")
FRENCH = ("Priorité", "Heures Ouvrées", "Plage Étendue", "Heures Non Ouvrées")
DEFINED = {
    "Working Hours": "Working Hours means 07:30 to 18:30 on a Business Day.",
    "Evening Hours": "Evening Hours means 18:30 to 22:30 on a Business Day.",
    "Night and Weekend Hours": "all hours that are neither Working Hours nor Evening Hours",
    "Heures Ouvrées": "« Heures Ouvrées » : de 7 h 30 à 19 h 00 les Jours Ouvrés.",
    "Plage Étendue": "de 19 h 00 à 22 h 00 les Jours Ouvrés et de 8 h 00 à 18 h 00 le samedi",
    "Heures Non Ouvrées": "toute heure qui n'appartient ni aux Heures Ouvrées ni à la Plage Étendue",
}


@pytest.mark.parametrize(
    ("asked", "heads", "columns"),
    [
        ("at 2 am", ENGLISH, (3,)),
        ("on a Tuesday at 10 am", ENGLISH, (1,)),
        ("on Sunday", ENGLISH, (3,)),
        ("in the evening", ENGLISH, (2, 3)),  # of a business day, or of another
        ("la nuit", FRENCH, (3,)),
        ("samedi à 10 h 00", FRENCH, (2,)),
        ("le week-end", FRENCH, (2, 3)),
        ("at 2 am", ("Priority", "24/7", "Business hours"), (1,)),
        ("at 2 am", ("Priority", "Monday to Friday, 08:00 to 18:00", "Other hours"), (2,)),
    ],
)
def test_the_columns_for_the_hours_asked_about_are_chosen(
    asked: str, heads: tuple[str, ...], columns: tuple[int, ...]
) -> None:
    assert columns_for(asked_half_hours(asked), heads, DEFINED.get) == columns


@pytest.mark.parametrize(
    ("asked", "heads"),
    [
        ("at 2 am", ("Priority", "Business hours", "Out of hours")),
        ("on Sunday", ("Priorité", "Heures ouvrées", "Hors heures ouvrées")),
    ],
)
def test_what_nobody_takes_for_working_hours_is_for_the_other_column(asked: str, heads: tuple[str, ...]) -> None:
    assert columns_for(asked_half_hours(asked), heads) == (2,)


@pytest.mark.parametrize(
    ("asked", "heads"),
    [
        ("at 14:00", ("Priority", "Business hours", "Out of hours")),  # of a Saturday, perhaps
        ("at 2 am", ("Priority", "Business hours", "Extended hours", "Other hours")),  # until when are hours extended?
        ("at 2 am", ("Priority", "Night", "Weekend")),
        ("at 2 am", ("Priority", "Response", "Resolution")),
        ("at 2 am", ("Priority", "Business hours")),
        ("within 4 hours", ENGLISH),
    ],
)
def test_where_a_column_is_in_doubt_none_is_chosen(asked: str, heads: tuple[str, ...]) -> None:
    assert columns_for(asked_half_hours(asked), heads) == ()
