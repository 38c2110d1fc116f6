"""Which language somebody types in, when a few words without accents or function words leave it open: "preavis ?", "late fees"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from assistant.wording.lexicon import LANGUAGES, Language, Lexicon, words_of_terms
from ingest.language import detect
from ingest.words import stems, tokens

_LOOKED_BACK = 4  # of what was said before
_WORD, _FORM = 3, 5  # letters of a word that tells as it is, and of one that tells by its stem


def spoken_language(text: str) -> Language:
    """The language of a question; where its function words do not tell, the one of which the lexicon knows more of its words.

    Args:
        text: as typed. English where nothing tells.
    """
    return language_told(text) or "en"


def language_in_talk(text: str, earlier: Sequence[str]) -> Language:
    """The language of a question in a conversation: where nothing in it tells ("P2 ?"), that of what was said last.

    Args:
        text: as typed.
        earlier: what its writer said before, oldest first. The last few of these are looked at.
    """
    told = map(language_told, (text, *earlier[: -1 - _LOOKED_BACK : -1]))
    return next((language for language in told if language is not None), "en")


def language_told(text: str) -> Language | None:
    """The language that the words of a text tell; None where they tell none."""
    found = detect(text)
    if found != "und":
        return found
    english, french = (_known(text, language) for language in LANGUAGES)
    return None if french == english else "fr" if french > english else "en"


def _known(text: str, language: Language) -> int:
    """How many words of a text a language has: two for a word that it has as it is typed, one for a form of it."""
    words, forms = words_of_terms(language), _stems_of_terms(language)
    pairs = zip(tokens(text), stems(text, language), strict=True)
    return sum((len(word) >= _WORD and word in words) + (len(word) >= _FORM and stem in forms) for word, stem in pairs)


@cache
def _stems_of_terms(language: Language) -> frozenset[str]:
    """The stems of the words of the lexicon's terms in a language."""
    concepts = Lexicon.load().concepts
    return frozenset(s for concept in concepts for term in concept.terms(language) for s in stems(term, language))
