from __future__ import annotations

import re

import pytest

from assistant.naming.place_patterns import ALL_RECITALS, ANNEX_TOO, JOINT, LAST_CLAUSE, ONE_RECITAL, STOP


@pytest.mark.parametrize("joint", ["and", ", and", "à", "–", " — ", "/", "vs.", ";", " + ", "au"])
def test_what_joins_two_numbers_is_known(joint: str) -> None:
    assert re.fullmatch(JOINT, f" {joint} ")


@pytest.mark.parametrize(
    ("behind", "stops"),
    [
        ("", True),
        (" ?", True),
        (" of the contract", True),
        (" dit", True),
        (" days", False),
        (",000", False),
        (" %", False),
    ],
)
def test_a_list_stops_where_nothing_is_counted(behind: str, stops: bool) -> None:
    assert bool(STOP.match(behind)) is stops


def test_a_further_annex_is_none_where_it_counts_something() -> None:
    assert ANNEX_TOO.match(" and 3 of the contract")
    assert not ANNEX_TOO.match(" and 3 days")
    assert not ANNEX_TOO.match(" and 3.1")


def test_recitals_and_last_clauses_are_known_in_both_languages() -> None:
    assert all(ONE_RECITAL.fullmatch(said) for said in ("recital (b)", "whereas B", "considérant n° 3", "Attendu 2"))
    assert all(ALL_RECITALS.fullmatch(said) for said in ("the recitals", "Préambule", "exposé préalable"))
    assert all(LAST_CLAUSE.match(said) for said in ("the very last clause", "le dernier article du contrat"))
    assert not LAST_CLAUSE.match("the last clause we read")
