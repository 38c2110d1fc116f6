"""Who it is that a quote says does what a question asks about: "who pays for the test?" under "at Torrovane's cost". Pure.

Told only where one sentence of the quote tells of the deed, names one party as its doer, and makes it depend on nothing.
"""

from __future__ import annotations

import re

from assistant.asked.question import Question
from assistant.proof.overlap import language_of
from assistant.retrieval.asked_deed import asked_deed, is_paying, tells_deed, words_for
from assistant.wording.actors import Deeds, read_deeds
from assistant.wording.duty import PARTY_WORDS, party_stem
from assistant.wording.expense import payers
from assistant.wording.lexicon import Lexicon
from ingest.document import Span
from ingest.sentences import sentences
from ingest.words import fold, stems

_CONDITION = re.compile(
    r"\b(?:if|where|when(?:ever)?|provided|only|until|in the event|in case|upon|(?:either|each|both|neither|any|no|the) part(?:y|ies)|"
    r"(?:either|each|both|neither) of|jointly|equally|half|si|lorsqu\w*|quand|à condition|en cas|jusqu\w*|(?:chaque|aucune|les) parties?|"
    r"chacune?|seulement|moitié|conjointement)\b|\bs['’]ils?\b",
    re.IGNORECASE,
)
_OWNING = ("own", "belong", "appart", "possed", "proprietair", "detient", "deten")
_BELONGING = ("belong", "vest", "appartien", "appart", "revien")
_PAYS = ("pay", "bear", "reimburs", "meet", "pai", "support", "rembours", "prend")
_MORE = re.compile(r"\s+(?:of|de|du|des|d['’])(?:\s|\b)")  # "le responsable de production" is no "responsable"
_ARTICLE = re.compile(r"\b(?:the|le|la|l['’])\s*$", re.IGNORECASE)


def actor(question: Question, quote: str, lexicon: Lexicon) -> str:
    """The party that does what a question asks about, as a quote writes it; empty where that is not certain.

    Args:
        question: as read; it asks for a party.
        quote: the contract's words.
        lexicon: knows the deed by other names.
    """
    deed = asked_deed(question.text)
    if not deed or "\t" in quote:
        return ""
    language = language_of(quote)
    parts = [span.of(quote) for span in sentences(quote, Span(0, len(quote)))]
    telling = [part for part in parts if tells_deed(question, deed, part, language, lexicon)]
    if len(telling) != 1 or _CONDITION.search(telling[0]):
        return ""
    found = _doers(question, deed, telling[0], language, lexicon)
    return _written(found.pop(), telling[0], question.language == language, language) if len(found) == 1 else ""


def _doers(question: Question, deed: str, part: str, language: str, lexicon: Lexicon) -> set[str]:
    deeds = read_deeds(part, language)
    if is_paying(question, deed):
        done = {party for verb, found in deeds.done.items() if verb.startswith(_PAYS) for party in found}
        return done | payers(part, language)
    if fold(deed).startswith(_OWNING):
        return {party for verb, found in deeds.suffered.items() if verb.startswith(_BELONGING) for party in found}
    return _of_verbs(deeds, words_for(question, deed, part, lexicon))


def _of_verbs(deeds: Deeds, verbs: frozenset[str]) -> set[str]:
    if any(verb in deeds.denied for verb in verbs):
        return set()
    return {party for verb in verbs for party in deeds.done.get(verb, ())}


def _written(stem: str, part: str, same_language: bool, language: str) -> str:
    """A party as it is written, with its article where it is a word for one; empty where it is not found."""
    for match in re.finditer(r"[A-ZÀ-Þ][\w&-]*|\b[a-zà-ÿ]{4,}\b", part):
        word = match.group()
        if party_stem(word, language) != stem:
            continue
        if _MORE.match(part, match.end()):
            return ""
        article = _ARTICLE.search(part[: match.start()])
        if fold(word).rstrip("s") not in PARTY_WORDS and stems(word, language)[0] not in PARTY_WORDS:
            return word
        return f"{article.group().strip().capitalize()} {word}" if article and same_language else word.capitalize()
    return ""
