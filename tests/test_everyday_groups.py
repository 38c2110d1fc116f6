from __future__ import annotations

import pytest

from assistant.wording.everyday_groups import groups, read_groups, translations
from assistant.wording.lexicon import LANGUAGES
from ingest.words import stems


def test_a_row_has_a_column_for_each_language() -> None:
    assert read_groups("# head\n\npay|settle\tpayer\n") == [(("pay", "settle"), ("payer",))]
    with pytest.raises(ValueError, match="2 columns"):
        read_groups("pay\n")


@pytest.mark.parametrize(
    ("word", "language", "there"),
    [
        ("terminate", "en", "résilier"),
        ("restituer", "fr", "return"),
        ("kept", "en", "conserver"),
        ("redevable", "fr", "owed"),
    ],
)
def test_a_word_is_translated_by_the_words_of_its_groups(word: str, language: str, there: str) -> None:
    other = "fr" if language == "en" else "en"
    assert stems(there, other)[0] in translations(stems(word, language)[0], language, other)


def test_terms_of_several_words_translate_no_single_word() -> None:
    assert translations("forward", "en", "fr") == frozenset()
    assert translations("nowhere", "en", "fr") == frozenset()
    assert translations("pay", "en", "en") == frozenset()


def test_every_group_has_terms_of_both_languages() -> None:
    assert all(len(group) == len(LANGUAGES) and all(all(terms) for terms in group) for group in groups())
