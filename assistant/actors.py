"""Who does what, and whose is what: "the Provider notifies", "decided by the Client", "Torrovane's delay", "notify Brackenholt". Pure.

Only names and words for a party are told, and only where their place says it; where nothing is plain nothing is said, and nothing
can be held against a sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from assistant.duty import FUNCTION_WORDS, PARTY_WORDS
from assistant.number_words import written_numbers
from ingest.words import fold, stems

_PARTY_WORD = "|".join(sorted(PARTY_WORDS))
_NO_PARTY = "|".join(sorted(word for word in FUNCTION_WORDS if word.isalpha()))
_NAME = rf"(?:(?!(?i:{_NO_PARTY})\b)[A-ZÀ-Þ]\w+(?:-[A-ZÀ-Þ]\w*)*(?!-)\b|(?i:{_PARTY_WORD}))"
_ARTICLE = r"(?:the\s+|la\s+|le\s+|l['’]\s?)?"
_HELPERS = (
    r"(?:(?:shall|must|will|may|can|cannot|could|should|has to|have to|is to|not|also|then|never|always|only|alone|freely|has|have|"
    r"does|do|did|in (?:each|every|any|no) \w+|doit|doivent|devra|peut|peuvent|pourra|seule?|aussi|toujours|ne|"
    r"is (?:entitled|required|obliged|free|allowed) to|undertakes to|agrees to|s.engage à|a le droit de|a la faculté de|"
    r"est (?:tenue?|libre) de)\s+|n['’]|se\s+|s['’]|l['’]|lui\s+|leur\s+|en\s+|le\s+(?=[a-z]+\s))*"
)
_DEED = re.compile(
    rf"(?:(?<=^)|(?<=[\s(«“\"’']))(?P<party>{_NAME})(?:,?\s+(?:who|which|that|qui))?\s+{_HELPERS}(?P<verb>[a-zà-ÿ]{{3,}})"
)
_ANY_PARTY = re.compile(rf"(?P<party>{_NAME})(?=['’]s\b|\s+{_HELPERS}[a-zà-ÿ]{{3,}})")
_PRONOUN = re.compile(
    r"(\b(?:it|he|she|elle|celui-ci|celle-ci|il)\b(?=\s+(?:shall|must|may|can|will|has|doit|peut|a\b|says?|[a-zà-ÿ]{4,})))"
)
_SENTENCE_END = re.compile(r"((?<=\.)\s+)")
_HAS_TO = re.compile(
    rf"(?P<party>{_NAME})\s+(?:has|have|a|dispose)\s[^,.;]{{0,50}}?\b(?:to|pour)\s+(?P<verb>[a-zà-ÿ]{{4,}})"
)
_DONE_BY = re.compile(
    rf"(?P<verb>[a-zà-ÿ]{{4,}})\s+(?:(?:only|exclusively|directly)\s+)?(?:by|par)\s+{_ARTICLE}(?P<party>{_NAME})"
)
_OWNED = re.compile(rf"(?P<party>{_NAME})(?:['’]s|s['’])\s+(?:\w+\s+)?(?P<noun>[a-zà-ÿ]{{4,}})\b")
_OWNED_BY = re.compile(
    rf"(?P<noun>[a-zà-ÿ]{{4,}})\s+(?:(?:écrite?s?|expresse?|préalable|written|prior)\s+)*(?:of|de|du|des)\s+{_ARTICLE}(?P<party>{_NAME})"
)
_DONE_TO = re.compile(
    rf"\b(?P<verb>[a-zà-ÿ]{{4,}})\s+(?:(?:to|à|au)\s+)?{_ARTICLE}(?P<party>{_NAME})(?!['’]s)(?!\s+(?:{_HELPERS}shall|must|may|doit|peut))"
)
_GIVEN_TO = re.compile(
    rf"\b(?P<verb>[a-zà-ÿ]{{4,}})\s+(?:[\w-]+\s+){{1,2}}(?:to|à|au)\s+{_ARTICLE}(?P<party>{_NAME})(?!['’]s)"
)
_NO_VERBS = frozenset(
    "and or of for with from under within the that which who this its their his are was were has had been pas plus to by "
    "pendant durant dans pour avec par sur des les une aux que qui dont est sont ont été sous mais car afin before after "
    "until unless about avant après sans sauf lorsque when where while during between against upon than if either both "
    "each only such other once twice time times fois period at least less most any all comme entre contre chez vers "
    "selon hors quand donc shall must may will can doit peut si a has have do does".split()
)
_BEFORE_NO_SUBJECT = re.compile(
    r"\b(?:of|to|by|for|from|with|between|under|on|against|de|du|des|à|au|aux|par|pour|avec|entre|sur|contre)\s+(?:the\s+|la\s+|le\s+|l['’])?$",
    re.I,
)
_DENIED = re.compile(r"\b(?:not|never|cannot|ne|jamais)\b|\bn['’]|n't\b", re.I)


@dataclass(frozen=True, slots=True)
class Deeds:
    """For each word's stem the stems of the parties that do it (or whose it is), and of those to whom it is done.

    Attributes:
        done: by verb, its doers; a deed that is denied ("may not set off") stands under ``denied`` instead.
        denied: by verb, those who do not do it.
        owned: by noun, whose it is.
        suffered: by verb, its objects.
    """

    done: dict[str, set[str]] = field(default_factory=dict)
    denied: dict[str, set[str]] = field(default_factory=dict)
    owned: dict[str, set[str]] = field(default_factory=dict)
    suffered: dict[str, set[str]] = field(default_factory=dict)


def read_deeds(text: str, language: str) -> Deeds:
    """The deeds of a text.

    Args:
        text: sentences in English or French.
        language: "en" or "fr", for the stems.
    """
    text = _spelt_out(text)
    found = Deeds()
    for match in _DEED.finditer(text):
        if not _BEFORE_NO_SUBJECT.search(text, max(0, match.start() - 20), match.start()):
            denied = _DENIED.search(text, match.end("party"), match.start("verb"))
            _add(found.denied if denied else found.done, match["verb"], match["party"], language)
    for match in (*_HAS_TO.finditer(text), *_DONE_BY.finditer(text)):
        _add(found.done, match["verb"], match["party"], language)
    for match in (*_OWNED.finditer(text), *_OWNED_BY.finditer(text)):
        _add(found.owned, match["noun"], match["party"], language)
    for match in (*_DONE_TO.finditer(text), *_GIVEN_TO.finditer(text)):
        _add(found.suffered, match["verb"], match["party"], language)
    return found


def _spelt_out(text: str) -> str:
    """The text with the party in place of an "it" that can stand for no other: the only one named before it in its sentence."""
    done = []
    for sentence in _SENTENCE_END.split(text):
        pieces = _PRONOUN.split(sentence)
        for at in range(1, len(pieces), 2):
            named = {fold(m["party"]) for m in _ANY_PARTY.finditer("".join(pieces[:at])) if _may_act(m["party"])}
            if len(named) == 1:
                names = [m["party"] for m in _ANY_PARTY.finditer("".join(pieces[:at])) if _may_act(m["party"])]
                pieces[at] = names[0]
        done.append("".join(pieces))
    return "".join(done)


def _may_act(name: str) -> bool:
    return fold(name) not in FUNCTION_WORDS


def _add(found: dict[str, set[str]], word: str, party: str, language: str) -> None:
    if word.lower() in _NO_VERBS or fold(party) in FUNCTION_WORDS or any(written_numbers(fold(word))):
        return
    stem, who = stems(word, language)[:1], stems(fold(party), language)[-1:]
    if stem and who:
        found.setdefault(stem[0], set()).add(who[0])
