from __future__ import annotations

from assistant.asked.terms import content_stems
from assistant.proof.synonyms import Synonyms

GROUPS = Synonyms([(("carry forward",), ("reporter",)), (("deliver",), ("livraison",))])


def used(text: str, language: str) -> dict[int, frozenset[str]]:
    return GROUPS.used(content_stems(text, language), language)


def test_a_phrase_is_used_by_its_stems() -> None:
    assert used("It is carried forward.", "en") == {0: frozenset({"carri", "forward"})}
    assert used("It is carried.", "en") == {}


def test_the_forms_of_a_word_are_one() -> None:
    assert set(used("deux livraisons", "fr")) == {1}
    assert set(used("the delivery", "en")) == {1}


def test_the_shipped_groups_join_the_two_languages() -> None:
    shipped = Synonyms.load()
    english = shipped.used(content_stems("It is carried forward.", "en"), "en")
    assert set(english) & set(shipped.used(content_stems("Elle est reportée.", "fr"), "fr"))
