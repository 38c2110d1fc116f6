"""Which words of a sentence its source holds, in themselves, as a relative or in the other language. Pure."""

from __future__ import annotations

from assistant.dates import moments
from assistant.figures import UNIT_WORDS
from assistant.lexicon import Lexicon
from assistant.number_words import written_numbers
from assistant.terms import content_stems
from ingest.language import detect
from ingest.words import fold

COMMON_BEGINNING = 5  # letters that two words share when they are of one family ("receipt", "received"; "notify", "notifier")


def language_of(text: str) -> str:
    """ "fr" or "en"; English where it cannot be told."""
    return "fr" if detect(text) == "fr" else "en"


def relatives(sentence: str, source: str, lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """For each content stem of a sentence, the stems of the source that stand for it; empty where there are none.

    Args:
        sentence: one sentence; its numbers, dates and units are left out, since figures are checked by themselves.
        source: the words that it rests on, in the same language or the other.
        lexicon: tells which words of one language stand for which of the other, and which mean the same.
    """
    language, other = language_of(sentence), language_of(source)
    held = frozenset(content_stems(source, other)) | frozenset(content_stems(source, language))
    families: dict[str, set[str]] = {}
    for stem in held:
        families.setdefault(stem[:COMMON_BEGINNING], set()).add(stem)
    found = {}
    for stem in content_stems(_uncounted(sentence), language):
        if any(c.isdigit() for c in stem):
            continue
        known = lexicon.counterparts(stem, language, other) | lexicon.counterparts(stem, language, language) | {stem}
        family = families.get(stem[:COMMON_BEGINNING], set()) if len(stem) >= COMMON_BEGINNING else set()
        found[stem] = (known & held) | family
    return found


def coverage(sentence: str, source: str, lexicon: Lexicon) -> float:
    """Share of the sentence's content words that the source holds, as `relatives` tells; 0 to 1, and 1 when it has none."""
    found = relatives(sentence, source, lexicon)
    return sum(map(bool, found.values())) / len(found) if found else 1.0


def _uncounted(sentence: str) -> str:
    """The folded sentence without its numbers in words, units, dates and times."""
    folded = fold(sentence)
    spans = [(m.start, m.end) for m in moments(folded)]
    spans += [(n.start, n.end) for n in written_numbers(folded) if n.value != 1]
    for start, end in spans:
        folded = folded[:start] + " " * (end - start) + folded[end:]
    return " ".join(word for word in folded.split() if word.strip(".,;:()") not in UNIT_WORDS)
