"""Which words of a sentence its source holds, in themselves, as a relative or in the other language. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from assistant.asked.terms import content_stems
from assistant.proof.synonyms import Synonyms
from assistant.values.dates import moments
from assistant.values.figures import UNIT_WORDS
from assistant.values.number_words import written_numbers
from assistant.wording.lexicon import Lexicon
from ingest.language import detect
from ingest.words import fold, tokens

COMMON_BEGINNING = (
    5  # letters that two words share when they are of one family ("receipt", "received"; "notify", "notifier")
)

UNKNOWN_WEIGHT = 0.2  # of a word that cannot be translated, beside one that can
_CACHE = 256  # texts; the same quotes are compared with each sentence of an answer


@lru_cache(maxsize=_CACHE)
def language_of(text: str) -> str:
    """ "fr" or "en". Where function words do not tell, as in the head of a table, words that one language alone has do; English if none."""
    found = detect(text)
    if found == "und":
        words = {language: len(_own_words()[language] & set(tokens(text))) for language in ("en", "fr")}
        return "fr" if words["fr"] > words["en"] else "en"
    return "fr" if found == "fr" else "en"


@cache
def _own_words() -> dict[str, frozenset[str]]:
    """For each language the folded words of the lexicon that the other has not."""
    concepts = Lexicon.load().concepts
    english = {word for concept in concepts for term in concept.english for word in tokens(term)}
    french = {word for concept in concepts for term in concept.french for word in tokens(term)}
    return {"en": frozenset(english - french), "fr": frozenset(french - english)}


@lru_cache(maxsize=_CACHE)
def relatives(sentence: str, source: str, lexicon: Lexicon) -> Mapping[str, frozenset[str]]:
    """For each content stem of a sentence, the stems of the source that stand for it; empty where there are none.

    Args:
        sentence: one sentence; its numbers, dates and units are left out, since figures are checked by themselves, and
            so are the words that the lexicon cannot translate, when the source is in the other language.
        source: the words that it rests on, in the same language or the other.
        lexicon: tells which words of one language stand for which of the other, and which mean the same.
    """
    language, other = language_of(sentence), language_of(source)
    held, families = _vocabulary(source, frozenset((language, other)))
    groups = _groups(source, other)
    alike: dict[str, set[str]] = {}
    for group, words in _groups(sentence, language).items():
        for stem in words:
            alike.setdefault(stem, set()).update(groups.get(group, ()))
    found = {}
    for stem in plain_content(sentence, language):
        known = lexicon.counterparts(stem, language, other) | lexicon.counterparts(stem, language, language) | {stem}
        family = families.get(stem[:COMMON_BEGINNING], frozenset()) if len(stem) >= COMMON_BEGINNING else frozenset()
        standing = (known & held) | family | alike.get(stem, set())
        if standing or language == other or len(known) > 1 or stem in alike:
            found[stem] = standing  # of a word that nothing translates nothing is known
    return MappingProxyType(found)


def akin(one: str, other: str) -> bool:
    """Whether two stems, in whatever language each, begin alike: "mutuell" and "mutuel", "notifi" and "notif"."""
    return one == other or (len(one) >= COMMON_BEGINNING and one[:COMMON_BEGINNING] == other[:COMMON_BEGINNING])


def coverage(sentence: str, source: str, lexicon: Lexicon) -> float:
    """Share of the sentence's content words that the source holds, as `relatives` tells; 0 to 1, and 1 when it has none.

    A word that cannot be translated counts little, but a sentence of such words alone is not borne out.
    """
    found = relatives(sentence, source, lexicon)
    weight = len(found) + UNKNOWN_WEIGHT * (len(plain_content(sentence, language_of(sentence))) - len(found))
    return sum(map(bool, found.values())) / weight if weight else 1.0


def share_taken(sentence: str, source: str) -> float:
    """Share of the sentence's content words, figures left out, that the source has in the same form; 0 when it has none."""
    language = language_of(sentence)
    words = plain_content(sentence, language)
    held = frozenset(content_stems(source, language))
    return sum(word in held for word in words) / len(words) if words else 0.0


@lru_cache(maxsize=_CACHE)
def _vocabulary(source: str, languages: frozenset[str]) -> tuple[frozenset[str], dict[str, frozenset[str]]]:
    """The content stems of a source, as words of each of the languages, and the same by their beginnings."""
    held = frozenset(stem for language in languages for stem in content_stems(source, language))
    families: dict[str, set[str]] = {}
    for stem in held:
        families.setdefault(stem[:COMMON_BEGINNING], set()).add(stem)
    return held, {beginning: frozenset(family) for beginning, family in families.items()}


@lru_cache(maxsize=_CACHE)
def _groups(text: str, language: str) -> dict[int, frozenset[str]]:
    """The groups of synonyms that a text uses, with its stems."""
    return Synonyms.load().used(content_stems(text, language), language)


@lru_cache(maxsize=_CACHE)
def plain_content(sentence: str, language: str) -> tuple[str, ...]:
    """The content stems of a sentence without its figures."""
    return tuple(s for s in content_stems(_uncounted(sentence), language) if not any(c.isdigit() for c in s))


def _uncounted(sentence: str) -> str:
    """The folded sentence without its numbers in words, units, dates and times."""
    folded = fold(sentence)
    spans = [(m.start, m.end) for m in moments(folded)]
    spans += [(n.start, n.end) for n in written_numbers(folded) if n.value != 1]
    for start, end in spans:
        folded = folded[:start] + " " * (end - start) + folded[end:]
    return " ".join(word for word in folded.split() if word.strip(".,;:()") not in UNIT_WORDS)
