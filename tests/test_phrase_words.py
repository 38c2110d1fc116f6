from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ingest.phrase_words import PhraseWords
from ingest.words import flat, stems, tokens


def test_what_stands_between_two_words_is_whole_and_the_last_word_may_be_begun() -> None:
    words = PhraseWords.of("The “Service Credits”\ndue")
    assert words.whole == tuple(
        frozenset(stem for each in ("en", "fr") for stem in stems(word, each)) for word in ("service", "credits")
    )
    assert words.begun == "due"


@pytest.mark.parametrize("phrase", ["liability", "12 500", "a b", "…", "30 %"])
def test_a_word_alone_and_numbers_tell_nothing(phrase: str) -> None:
    assert not PhraseWords.of(phrase)


@pytest.mark.parametrize(
    ("begun", "word", "language"),
    [
        ("hour", "hours", "en"),
        ("compatibil", "compatibility", "en"),
        ("applica", "application", "en"),
        ("industri", "industries", "en"),
        ("hopin", "hoping", "en"),
        ("constam", "constamment", "fr"),
        ("heureu", "heureuse", "fr"),
        ("genera", "généraux", "fr"),
        ("concurrenc", "concurrence", "fr"),
        ("aujourd", "aujourd'hui", "fr"),
    ],
)
def test_a_word_that_begins_so_is_let_through(begun: str, word: str, language: str) -> None:
    words = PhraseWords((), begun)
    assert all(words.may_begin(stem) for stem in stems(word, language))


@pytest.mark.parametrize("stem", ["host", "minut", "offic"])
def test_a_word_that_begins_otherwise_is_not(stem: str) -> None:
    assert not PhraseWords((), "working").may_begin(stem)


_VOCABULARY = (
    "obligations résiliation immédiatement constamment fréquemment généraux heureuse applicatrice possibilities termination parties "
    "provides providing being dues l'accord d'exploitation aujourd'hui subcontractor's travaux niveaux créer sous-traitance nations logies"
).split()


@given(st.lists(st.sampled_from(_VOCABULARY), min_size=2, max_size=6), st.data())
def test_no_text_that_holds_a_phrase_lacks_its_words(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    start = data.draw(st.integers(0, len(text) - 3))
    phrase = text[start : data.draw(st.integers(start + 3, len(text)))]
    assume(re.search(r"\w", flat(phrase)))
    needed = PhraseWords.of(phrase)
    for language in ("en", "fr"):
        held = set(stems(text, language))
        assert all(held & group for group in needed.whole)
        assert not needed.begun or any(map(needed.may_begin, held)), tokens(text)
