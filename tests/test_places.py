from __future__ import annotations

import pytest

from assistant.naming.places import ordinals, places_held


@pytest.mark.parametrize(
    ("sentence", "source", "held"),
    [
        ("Under clause 9.1 it is due.", "9.1 It is due.", True),
        ("Under clause 9 it is due.", "9.1 It is due.", True),
        ("Under clauses 9.1 and 9.2 it is due.", "9.1 It is due.", False),
        ("Selon l'article 4, elle est due.", "Elle est due.", False),
        ("It is due in 4 days.", "It is due.", True),
    ],
)
def test_a_clause_that_a_sentence_names_is_one_that_its_source_names(sentence: str, source: str, held: bool) -> None:
    assert places_held(sentence, source) is held


def test_ordinals_count_periods_only() -> None:
    assert ordinals("le cinquième jour ouvré, the second Business Day") == {5, 2}
    assert ordinals("a third party") == set()
