"""What an amendment states, sentence by sentence: what it quotes belongs whole to the sentence that quotes it. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.document import Span
from ingest.quotations import inner, quotations, without
from ingest.sentences import sentences

LONGEST = 4_000  # characters of a statement
_NOW = r"(?:now|hereafter|henceforth)"
_READ = r"(?:reads?|provide[sd]?|state[sd]?)"
_SINCE = r"(?:désormais|dorénavant)"
READ_BEFORE = re.compile(
    rf"\b(?:(?:previously|formerly|originally|currently|presently)\s+{_READ}|{_READ}\s+(?:previously|formerly|originally))\b|"
    r"\bse\s+lisai(?:t|ent)\b|\bétai(?:t|ent)\s+(?:(?:précédemment|initialement|auparavant)\s+)?(?:rédigée?s?|libellée?s?)\b|"
    r"\b(?:prévoyai|stipulai|disposai)(?:t|ent)\b",
    re.IGNORECASE,
)
READS_NOW = re.compile(
    rf"\b(?:(?:(?:shall|will)\s+)?{_NOW}\s+(?:be\s+)?{_READ}|{_READ}\s+{_NOW}|(?:shall|will)\s+(?:be\s+)?read)\b|"
    rf"\b(?:se\s+li(?:t|sent|ra|ront)|doi(?:t|vent)\s+(?:{_SINCE}\s+)?se\s+lire|"
    rf"(?:est|sont|sera|seront)\s+(?:{_SINCE}\s+)?(?:ainsi\s+)?(?:rédigée?s?|libellée?s?)|"
    rf"(?:prévoi|stipul|dispos)(?:t|ent|e)\s+{_SINCE})\b",
    re.IGNORECASE,
)
_PUTS_INSTEAD = re.compile(  # "Annex 2 is deleted. It is replaced by …"
    r"(?:(?:It|They)\s+(?:is|are|shall\s+be)\s+(?:hereby\s+)?(?:replaced|substituted)|"
    r"(?:Lui|Leur)\s+(?:est|sont)\s+substitu[ée]+s?|(?:Ils?|Elles?)\s+(?:est|sont)\s+remplac[ée]+s?)\b"
)
_LINK = 80  # characters at most between such words and the quotation that they announce, or before them in a sentence that goes on


def statements(text: str, span: Span) -> Iterator[Span]:
    """The statements of ``text[span]`` in order: its sentences, joined where one ends within a quotation, where one tells how a clause read
    before and the next how it reads now, and where the next puts something in the place of what is deleted.
    """
    quoted = quotations(text, span)
    at: Span | None = None
    for sentence in sentences(text, span):
        if at is not None and sentence.end - at.start <= LONGEST and _belongs(text, at, sentence, quoted):
            at = Span(at.start, sentence.end)
        else:
            if at is not None:
                yield at
            at = sentence
    if at is not None:
        yield at


def _belongs(text: str, before: Span, sentence: Span, quoted: Sequence[Span]) -> bool:
    """Whether the sentence goes on with the statement before it."""
    if any(each.start < before.end and each.end > sentence.start for each in quoted):
        return True
    if _PUTS_INSTEAD.match(text, sentence.start, sentence.end):
        return True
    if READ_BEFORE.search(text, before.start, before.end) is None:
        return False
    told = READS_NOW.search(text, sentence.start, min(sentence.end, sentence.start + _LINK))
    return told is not None or (text[before.end - 1] == ":" and any(each.start == sentence.start for each in quoted))


def read_before_and_now(said: str) -> tuple[Span, Span] | None:
    """What a statement quotes as a clause's words before, and as its words now; None where it does not tell both."""
    quoted = quotations(said)
    bare = without(said, quoted)
    before = READ_BEFORE.search(bare)
    now = READS_NOW.search(bare, before.end()) if before else None
    if before is None or now is None:
        return None
    old = next((each for each in quoted if before.end() <= each.start), None)
    new = next((each for each in quoted if now.end() <= each.start), None)
    if (
        old is None
        or new is None
        or old.end > now.start()
        or max(old.start - before.end(), new.start - now.end()) > _LINK
    ):
        return None
    return inner(said, old), inner(said, new)
