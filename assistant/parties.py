"""Who is bound, who acts and who receives in a sentence, against the words that it rests on. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set

from assistant.actors import Deeds, read_deeds
from assistant.duty import PARTY_WORDS, bound
from assistant.lexicon import Lexicon
from assistant.overlap import akin
from assistant.reading import Reading
from ingest.words import stems

_PARTY_STEMS = frozenset(stem for word in PARTY_WORDS for language in ("en", "fr") for stem in stems(word, language))

_CONDITION = re.compile(
    r"\b(?:if|when|where|unless|once|si|lorsqu\w*|quand)\b[^,;.]*[,;.]?", re.IGNORECASE
)  # binds nobody by itself
_Roles = Mapping[str, Set[str]]  # for a word's stem, the stems of the parties in one role


def parties_held(reading: Reading, lexicon: Lexicon) -> bool:
    """Whether whoever the sentence binds, allows or has act is bound, allowed or acts in the source, as far as both say it plainly.

    Args:
        reading: the sentence beside its source.
        lexicon: tells which words mean the same.
    """
    said, done = read_deeds(reading.sentence, reading.language), read_deeds(reading.source, reading.other)
    held = bound(reading.nearest, reading.other) or bound(reading.source, reading.other)
    if held and not all(
        _named(party, held, reading, lexicon) or not _may_act(party, lexicon) or _acts_so(party, said, done, reading)
        for party in bound(_CONDITION.sub(" ", reading.sentence), reading.language)
    ):
        return False
    parties = frozenset(party for party in _acting(said, done) if _may_act(party, lexicon))
    if _crossed(said.done, done.suffered, done.done, reading, parties):
        return False  # who receives is told as who gives
    if _crossed(said.suffered, done.done, done.suffered, reading, parties):
        return False  # who gives is told as who receives
    return all(
        _alike(mine, theirs, reading, lexicon, parties)
        for mine, theirs in ((said.done, done.done), (said.owned, done.owned), (said.suffered, done.suffered))
    )


def _crossed(mine: _Roles, opposite: _Roles, like: _Roles, reading: Reading, parties: frozenset[str]) -> bool:
    """Whether a party of a word has, in the source, the opposite role of that word and not the same."""
    return any(
        who & parties & opposite.get(other, set()) - like.get(other, set())
        for word, who in mine.items()
        for other in reading.same.get(word) or {word}
    )


def _alike(mine: _Roles, theirs: _Roles, reading: Reading, lexicon: Lexicon, parties: frozenset[str]) -> bool:
    """Whether each word has the parties that it has in the source, wherever it has any there."""
    for word, who in mine.items():
        others = [theirs.get(other, set()) & parties for other in reading.same.get(word) or {word}]
        held = [frozenset(names) for names in others if names]
        if held and not all(any(_named(party, names, reading, lexicon) for names in held) for party in who & parties):
            return False
    return True


def _named(party: str, held: frozenset[str], reading: Reading, lexicon: Lexicon) -> bool:
    """Whether a party of the sentence is one of the source's, by its name, a form of it, or its word in the other language."""
    known = lexicon.counterparts(party, reading.language, reading.other) | reading.same.get(party, frozenset())
    return bool((known | {party}) & held) or any(akin(party, other) for other in held)


def _acts_so(party: str, said: Deeds, done: Deeds, reading: Reading) -> bool:
    """Whether the source has a party act, in whatever part, in each way in which the sentence does."""
    verbs = [verb for verb, who in (*said.done.items(), *said.denied.items()) if party in who]
    acts = {verb: who for deeds in (done.denied, done.done) for verb, who in deeds.items()}
    named = any(akin(party, other) for who in acts.values() for other in who)
    return named and any(
        any(akin(party, p) for p in acts.get(other, ())) for verb in verbs for other in reading.same.get(verb) or {verb}
    )


def _may_act(name: str, lexicon: Lexicon) -> bool:
    """Whether a name can be a party's: a word for one, or a word that no lexicon knows. "Month" and "Service Desk" are none."""
    known = any(lexicon.counterparts(name, language, language) for language in ("en", "fr"))
    return name in _PARTY_STEMS or not known


def _acting(*texts: Deeds) -> frozenset[str]:
    """Who acts in either text: words for a party, and names that do or owe something."""
    acting = frozenset(
        name
        for deeds in texts
        for who in (*deeds.done.values(), *deeds.denied.values(), *deeds.owned.values())
        for name in who
    )
    return acting | _PARTY_STEMS
