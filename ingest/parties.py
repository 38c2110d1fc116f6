"""The parties that a document names in its beginning, with the short names that it gives them. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.document import Document, FurnitureKind, Span

_REACH = 6_000  # characters of the text in which the parties stand
_FORMS = (
    r"Inc\.?|Incorporated|Corp\.?|Corporation|LLC|L\.L\.C\.?|LLP|L\.P\.|LP|Ltd\.?|Limited|plc|PLC|Co\.|Company|"
    r"GmbH|AG|N\.V\.|B\.V\.|"
    r"S\.A\.S?\.?|SAS|SA|SARL|S\.A\.R\.L\.|S\.r\.l\.|S\.p\.A\.|Pty\.? Ltd\.?|Trust|Bank|Foundation|University|L\.P|"
    r"INC\.?|CORP\.?|CORPORATION|LTD\.?|LIMITED|CO\.|COMPANY"
)
_WORD = r"(?:[A-ZÀ-Þ0-9][\w&.’'/-]*|&|of|de|du|des|and|the)"
_CORPORATE = re.compile(rf"(?:{_WORD},?[ \n]){{1,8}}?(?:{_FORMS})(?![\w])")
_SHORT = re.compile(
    r"\(\s*(?:(?:together|collectively|hereinafter|herein|each|the|each an?|ci-après|le|la|l’|«|individually|as|"
    r"called|"
    r"referred to|and|dénommée?|"
    r"with its [^()]{0,60}?)[\s,:]*)*[“\"«‘']\s*(?P<quoted>[^”\"»’]{2,40}?)\s*[”\"»’'][^()]{0,80}\)|"
    r"\((?P<bare>(?-i:[A-ZÀ-Þ])[\w&. -]{1,30})\)|"
    r"ci-après\s*(?:dénommée?s?)?\s*,?\s*(?:le|la|l’|les)?\s*«\s*(?P<fr>[^»]{2,40}?)\s*»",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"\b(?:between|by and among|among|BETWEEN|entre(?: les soussign[ée]+s?)?|"
    r"parties)\b",
    re.IGNORECASE,
)
_BLOCK_FR = re.compile(
    r"(?:^|\n\n)(?P<name>[A-ZÀ-Þ][^,\n]{2,70}),\s+(?:mutuelle|soci[ée]t[ée]|association|[ée]tablissement|"
    r"S\.?A\.?S?|SARL|une soci[ée]t[ée])\b"
)
_GENERIC = re.compile(
    r"^(?:the |le |la |l’)?(?:agreement|contract|parties|party|effective date|amendment|contrat|avenant.*|"
    r"securities.*|commission|dpa|rgpd|gdpr|sla|nda|msa|sow|as .*|authori[sz]ed .*|signature|.*\bdate|l\.?s\.?|seal)$",
    re.IGNORECASE,
)
_OWNED_BY = re.compile(  # who owns a party is none
    r"\b(?:subsidiar(?:y|ies)|affiliate|division|parent|member|successor(?: in interest)?|filiale|"
    r"société du groupe)\s+(?:of|to|de|d.)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_ACTS = re.compile(
    r"\b(?:shall|will|may|agrees?|grants?|appoints?|acknowledges?|desires?|wish(?:es)?|s.engage|doit|souhaite|confie)\b"
)
_SHORT_REACH = 700  # characters after a name within which its short name stands, up to the next party


@dataclass(frozen=True, slots=True)
class Party:
    """A party: its name as written, the short name that it is given (None when none is), and the spans of both."""

    name: str
    short: str | None
    span: Span
    short_span: Span | None = None


def find_parties(document: Document) -> list[Party]:
    """The parties in the order in which they are named, none twice."""
    text = document.text
    contents = max((f.span.end for f in document.furniture if f.kind is FurnitureKind.CONTENTS), default=0)
    begin = contents if contents < len(text) // 2 else 0
    stop = min(len(text), begin + _REACH)
    opening = _OPENS.search(text, begin, stop)
    found = _after(text, opening.start() if opening else begin, stop)
    return found or (_after(text, 0, stop) if begin else [])


def _after(text: str, begin: int, stop: int) -> list[Party]:
    named = list(_names(text, begin, stop))
    parties: dict[str, Party] = {}
    for position, span in enumerate(named):
        name = " ".join(span.of(text).split())
        limit = named[position + 1].start if position + 1 < len(named) else stop
        short = _short_name(text, span.end, min(limit, span.end + _SHORT_REACH))
        if short is None and parties and position > 0 and span.start - named[0].start > _SHORT_REACH * 2:
            continue  # a company named in passing, further on
        if short is not None or not parties or len(parties) < 2:
            parties.setdefault(name.casefold().rstrip("."), Party(name, short.of(text) if short else None, span, short))
    return [party for party in parties.values() if party.short or not any(p.short for p in parties.values())]


def _names(text: str, begin: int, stop: int) -> Iterator[Span]:
    spans = [Span(*m.span("name")) for m in _BLOCK_FR.finditer(text, begin, stop)]
    spans += [_lead_cut(text, Span(*m.span())) for m in _CORPORATE.finditer(text, begin, stop)]
    last = -1
    for span in sorted(spans):
        if span.start >= last and len(span) > 3:
            if not _OWNED_BY.search(text[max(begin, span.start - 40) : span.start]):
                yield span
            last = span.end


def _lead_cut(text: str, span: Span) -> Span:
    """A name without its number in a list and the small words that stand before it."""
    match = re.match(
        r"(?:(?:WHEREAS,?|Whereas,?|and|of|the|de|du|des|by|between|BETWEEN|AND|Between|\d{1,2}\.)\s+)+", span.of(text)
    )
    return Span(span.start + match.end(), span.end) if match else span


def _short_name(text: str, start: int, stop: int) -> Span | None:
    for match in _SHORT.finditer(text, start, stop):
        group = next(name for name in ("quoted", "bare", "fr") if match[name])
        if _ACTS.search(text, start, match.start()):
            return None  # a sentence has begun that defines other things
        if not _GENERIC.match(" ".join(match[group].split())):
            return Span(*match.span(group))
    return None
