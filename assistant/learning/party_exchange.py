"""A sentence with the two parties exchanged: the false half of "true or false". Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

_BOUND = r"\s+(?:shall|must|doit|doivent|devra|s['’]engage)\b"
_JOINED = {
    ("au", "la"): "à la *",
    ("au", "le"): "au *",
    ("à la", "le"): "au *",
    ("à la", "la"): "à la *",
    ("du", "la"): "de la *",
    ("du", "le"): "du *",
    ("de la", "le"): "du *",
    ("de la", "la"): "de la *",
    ("the", ""): "*",
    ("le", ""): "*",
    ("la", ""): "*",
}
"""French articles with their prepositions: what stood before the one party, and the article of the other."""


class PartyExchange:
    """Puts one party in the place of the other, each with the article that it bears in the texts.

    Args:
        parties: the short names of the two.
        texts: the contract's, which tell the articles and what the contract says already.
    """

    def __init__(self, parties: tuple[str, str], texts: Sequence[str]) -> None:
        self._whole = [" ".join(text.split()).casefold() for text in dict.fromkeys(texts)]
        self._articles = {name: self._article(name) for name in parties}
        self._other = dict(zip(parties, reversed(parties), strict=True))
        names = "|".join(re.escape(name) for name in parties)
        self._named = re.compile(
            rf"(?P<article>\b(?:the|le|la|au|du|à la|de la)\s+|\b[lL]['’])?\b(?P<name>{names})\b", re.IGNORECASE
        )
        self._bound = re.compile(rf"(?:(?:The|Le|La)\s+|L['’])?(?:{names}){_BOUND}")

    def binds_one(self, said: str) -> bool:
        """Whether a sentence says what one of the two must do."""
        return self._bound.match(said) is not None

    def exchanged(self, said: str) -> str:
        """The sentence with the parties exchanged."""
        made = self._named.sub(self._put, said)
        return made[:1].upper() + made[1:]

    def stands(self, said: str) -> bool:
        """Whether the contract says that as well."""
        return any(said.casefold() in whole for whole in self._whole)

    def _put(self, match: re.Match[str]) -> str:
        name = next(each for each in self._other if each.casefold() == match["name"].casefold())
        other = self._other[name]
        article = (match["article"] or "").strip().casefold()
        if not article:
            return other
        return _JOINED.get((article, self._articles[other]), f"{self._articles[other]} {other}").replace("*", other)

    def _article(self, name: str) -> str:
        """The article that a name bears most often: "the", "le", "la", or none."""
        pattern = re.compile(rf"\b(the|le|la|au|du)\s+{re.escape(name.casefold())}\b")
        found = [{"au": "le", "du": "le"}.get(each, each) for whole in self._whole for each in pattern.findall(whole)]
        return max(sorted(set(found)), key=found.count) if found else ""
