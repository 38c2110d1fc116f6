"""Who does what: the party right before a verb, "the Provider notifies", "Brackenholt shall pay". Pure.

Only names and words for a party are told, and only in the active voice; where nothing is plain nothing is said, and nothing
can be held against a sentence.
"""

from __future__ import annotations

import re

from assistant.duty import PARTY_WORDS, PRONOUNS
from ingest.words import fold, stems

_PARTY_WORD = "|".join(sorted(PARTY_WORDS))
_HELPERS = (
    r"(?:(?:shall|must|will|may|can|cannot|could|should|has to|have to|is to|not|also|then|never|always|only|alone|freely|"
    r"does|do|did|in (?:each|every|any|no) \w+|doit|doivent|devra|peut|peuvent|pourra|seule?|aussi|toujours|ne|"
    r"is (?:entitled|required|obliged) to|undertakes to|agrees to|s.engage à|"
    r"est tenue? de)\s+|n['’]|se\s+|s['’]|l['’]|lui\s+|leur\s+|en\s+)*"
)
_DEED = re.compile(
    rf"(?:(?<=^)|(?<=[\s(«“\"]))(?P<party>(?!(?i:{'|'.join(sorted(PRONOUNS))})\b)[A-ZÀ-Þ][\w-]+|{_PARTY_WORD})\s+"
    rf"{_HELPERS}(?P<verb>[a-zà-ÿ]{{3,}})"
)
_DONE_BY = re.compile(
    r"\b(?:is|are|be|was|were|est|sont|être)\s+(?P<verb>[a-zà-ÿ]{3,})\s+(?:by|par)\s+(?:the\s+|la\s+|le\s+|l['’])?"
    rf"(?P<party>[A-ZÀ-Þ][\w-]+|{_PARTY_WORD})"
)
_NO_VERBS = frozenset(
    "and or of for with from under within the that which who this its their his are was were has had been pas plus "
    "dans pour avec par sur des les une aux que qui dont est sont ont été sous mais car afin before after until unless about "
    "avant après sans sauf lorsque".split()
)
_BEFORE_NO_SUBJECT = re.compile(
    r"\b(?:of|to|by|for|from|with|between|under|on|against|de|du|des|à|au|aux|par|pour|avec|entre|sur|contre)\s+(?:the\s+|la\s+|le\s+|l['’])?$",
    re.I,
)


def deeds(text: str, language: str) -> dict[str, frozenset[str]]:
    """For each verb stem, the stems of the parties that do it.

    Args:
        text: sentences in English or French.
        language: "en" or "fr", for the stems.
    """
    found: dict[str, set[str]] = {}
    for match in (*_DEED.finditer(text), *_DONE_BY.finditer(text)):
        if match["verb"] in _NO_VERBS or _BEFORE_NO_SUBJECT.search(text, max(0, match.start() - 20), match.start()):
            continue
        verb, party = stems(match["verb"], language)[:1], stems(fold(match["party"]), language)[-1:]
        if verb and party:
            found.setdefault(verb[0], set()).add(party[0])
    return {verb: frozenset(parties) for verb, parties in found.items()}
