from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ingest.sketch import may_hold, sequences, sketch
from ingest.words import flat

TEXT = "The Supplier shall repair every fault\nof the Réseau within four (4) working hours of the call."


def held(text: str, phrase: str) -> bool:
    return may_hold(sketch(text), sequences(phrase))


@given(st.text(max_size=60), st.text(max_size=12), st.text(max_size=60))
def test_what_a_text_holds_its_sketch_holds(before: str, phrase: str, after: str) -> None:
    text = before + phrase + after
    if flat(phrase) in flat(text):
        assert held(text, phrase)


def test_case_accents_and_line_breaks_do_not_matter() -> None:
    assert held(TEXT, "FAULT OF THE RESEAU")
    assert held(TEXT, "orking hou")


def test_what_is_not_there_is_not_held() -> None:
    absent = ("four business days", "termination", "hours of work", "l'exploitation", "résiliation")
    assert [phrase for phrase in absent if held(TEXT, phrase)] == []


def test_a_long_text_keeps_a_sketch_that_tells_apart() -> None:
    text = " ".join(f"{n} {n * n:x}" for n in range(20_000))
    assert not held(text, "the supplier")
    assert held(text, f"{19_999} {19_999 * 19_999:x}")


def test_two_letters_may_stand_anywhere() -> None:
    assert held(TEXT, "zz")
    assert held("", "")
