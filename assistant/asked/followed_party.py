"""A follow-up that names nothing but another party: "and the client?" after "what must the provider insure?". Pure.

The party takes the place of the one that the question asks about, and does not stand beside it: else what the one owes would be
read as owed by the other. Parties are told by the words of `assistant.wording.duty`; in English the one may also be "we" or "they".
"""

from __future__ import annotations

import re

from assistant.wording.duty import PARTY_WORDS
from ingest.words import fold

_HEAD = r"[^\W\d_][\w-]{0,40}"
_PARTY = re.compile(
    rf"(?P<before>\b(?:the|our|le|la|du|au|(?:de|à) la|notre)\s{{1,3}}|\b(?:(?:de|à) )?l['’]\s?)(?P<other>other |autre )?(?P<head>{_HEAD})",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"^\W*(?:(?:for|by|pour|par)\s{{1,3}})?(?P<party>{_PARTY.pattern})[\s?.!]*$", re.IGNORECASE)
_MODAL = r"(?:must|may|can|will|should|could|does|did|shall)"
_WE = re.compile(rf"(?P<modal>\b{_MODAL}\s)(?:we|they|you)\b|\b(?:we|they|you)\b(?=\s{_MODAL}\b)", re.IGNORECASE)
_JOINED = {
    "du": ("de", "le"),
    "de la": ("de", "la"),
    "de l'": ("de", "l'"),
    "au": ("à", "le"),
    "à la": ("à", "la"),
    "à l'": ("à", "l'"),
}
"""The preposition and the article of what stands before a party in French."""
_CONTRACTED = {("de", "le"): "du", ("à", "le"): "au"}
_HE = re.compile(r"(?<=-)(?:il|elle)\b", re.IGNORECASE)


def party_alone(said: str) -> str:
    """The party, with its article, where something said names nothing else ("the client", "pour la banque"); empty else.

    Args:
        said: a follow-up without what opens it.
    """
    named = _ALONE.match(said)
    return named["party"].strip() if named and _is_party(named["head"]) else ""


def with_party(question: str, party: str) -> str | None:
    """The question asked of another party; None where it names none, or names that one already.

    Args:
        question: "what must the provider insure?"
        party: as `party_alone` gives it.
    """
    named = _PARTY.match(party)
    if named is None:
        return None
    held = [match for match in _PARTY.finditer(question) if _is_party(match["head"])]
    if any(fold(match["head"]) == fold(named["head"]) for match in held):
        return None
    if held:
        return _put(question, held[0], named)
    if _article(named)[0]:
        return None
    made = _WE.sub(lambda match: f"{match['modal'] or ''}{party}", question, count=1)
    return made if made != question else None


def _is_party(head: str) -> bool:
    word = fold(head)
    return word in PARTY_WORDS or word.removesuffix("s") in PARTY_WORDS


def _put(question: str, held: re.Match[str], named: re.Match[str]) -> str | None:
    """The question with one party in the place of the other, its article joined to what stood before that, and "-il" as "-elle"."""
    before, article = _article(named)
    if before not in ("", _article(held)[0]):
        return None
    before = _article(held)[0]
    joined = _CONTRACTED.get((before, article), f"{before} {article}".strip())
    gap = "" if joined.endswith("'") else " "
    rest = question[held.end() :]
    if article in ("le", "la"):
        rest = _HE.sub("il" if article == "le" else "elle", rest, count=1)
    return f"{question[: held.start()]}{joined}{gap}{named['other'] or ''}{named['head']}{rest}"


def _article(match: re.Match[str]) -> tuple[str, str]:
    """The preposition and the article before a party."""
    before = " ".join(match["before"].replace("’", "'").split()).casefold()
    return _JOINED.get(before, ("", before))
