"""The parties that a document names in its beginning, with the short names that it gives them. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.document import Document, FurnitureKind, Span

_REACH = 6_000  # characters of the text in which the parties stand
_FORMS = (
    r"Inc\.?|Incorporated|Corp\.?|Corporation|LLC|L\.L\.C\.?|LLP|L\.P\.|LP|Ltd\.?|Limited|plc|PLC|Co\.|Company|"
    r"GmbH|AG|N\.V\.|B\.V\.|"
    r"S\.A\.S?\.?|SAS|SA|SARL|S\.A\.R\.L\.|S\.r\.l\.|S\.p\.A\.|Pty\.? Ltd\.?|Trust|Bank|Foundation|University|L\.P|"
    r"INC\.?|CORP\.?|CORPORATION|LTD\.?|LIMITED|CO\.|COMPANY|inc\.?"
)
_WORD = r"(?:[A-ZÀ-Þ0-9][\w&.’'/-]{0,80}|[a-z][\w-]{0,80}\.com|e-[a-z]{1,40}|&|of|de|du|des|and|the)"
_CORPORATE = re.compile(
    rf"(?:{_WORD},?[ \n]{{1,3}}){{1,8}}?(?:{_FORMS})(?![\w])(?:,?[ \n]{{1,3}}(?:{_FORMS})(?![\w])){{0,3}}"
    r"(?!\s+(?:Act|ACT|Law|LAW|Code|Rules?|Regulations?)\b)"
)
_FORM_ALONE = re.compile(  # "Nevada Corporation", "OTS. The Company": what something is, or is called, not who
    rf"(?:^|.*[\s,](?:the|our|said|such|each)\s)(?:(?:the|this|our|said|each|such|holding|parent|public|private|joint|stock|limited|"
    rf"liability|investment|insurance|mutual|general|business|trust|bank|professional|national|savings|and|or|of|mhc)\s+)*(?:{_FORMS})$",
    re.IGNORECASE | re.DOTALL,
)
_FORMERLY = re.compile(r"(?:f/k/a|d/b/a|a/k/a|formerly|doing business as)\b", re.IGNORECASE)
_DESCRIBES = re.compile(r"\b(?:an?|une?)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)  # "a Nevada corporation"
_ADDRESS = re.compile(
    r"^.*?\d{3,}\s?[.,]\s+(?:(?:and|by|between)\s+)*|^.*?,.*?\d{4,}\s+(?:(?:and|et|by|between)\s+)+", re.DOTALL
)
"""A day or a postal code before a name."""
_FORMER = re.compile(  # what a party was called before is no further party
    r"\b(?:(?:formerly|previously)(?:\s+known\s+as)?|f/k/a|anciennement(?:\s+(?:dénommée?|connue?\s+sous\s+le\s+nom\s+de))?)"
    r"\s*,?\s*(?:the\s+)?[“\"«]?\s*$",
    re.IGNORECASE,
)
_BLANK = re.compile(
    r"(?:the\s+)?(?:full\s+)?(?:name|nom|raison sociale)\s+(?:of|de)\b", re.IGNORECASE
)  # to be filled in
_LEADS_IN = (
    r"(?:(?:together|collectively|hereinafter|herein|each|the|each an?|ci-après|le|la|l’|«|individually|as|called|referred to|and|"
    r"dénommée?)[\s,:]*+)*"
)
_SHORT = re.compile(
    rf"\(\s*{_LEADS_IN}(?:with its [^()]{{0,60}}?[\s,:]*{_LEADS_IN})?"
    r"[“\"«‘']\s{0,9}(?P<quoted>[^”\"»’]{2,40}?)\s{0,9}[”\"»’'][^()]{0,80}\)|"
    r"\((?P<bare>(?-i:[A-ZÀ-Þ])[\w&. -]{1,30})\)|"
    r"ci-après\s*+(?:dénommée?s?)?\s*+,?\s*+(?:le|la|l’|les)?\s*+«\s{0,9}(?P<fr>[^»]{2,40}?)\s{0,9}»",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"\b(?:between|by and among|among|BETWEEN|entre(?: les soussign[ée]+s?)?|"
    r"parties)\b",
    re.IGNORECASE,
)
_INTRODUCED = re.compile(  # "between Ingram Vale, of 4 High Street (“Distributor”)": without a company's form
    r"(?:\b(?:[Bb]etween|BETWEEN|[Aa]mong|AMONG|[Aa]nd|AND|[Ee]ntre|ENTRE|[Ee]t|ET)[\s:,]+|\(\d\)\s+)(?:(?:Mr|Mrs|Ms|Dr|Mme|M)\.?\s|Monsieur\s|Madame\s)?"
    r"(?P<name>[A-ZÀ-Þ][\w&.’'-]*(?:[ \n]{1,3}(?:[A-ZÀ-Þ][\w&.’'-]*|of|de|du|des|&)){1,5})(?<! of)(?<! de)(?<! du)(?<! des)(?<! &)"
    r"(?P<described>(?:,[^()“”\"«»;:]{0,200}?)?)[ \n]{0,3}(?=\()"
)
_NO_NAME = re.compile(
    r"\b(?:Agreements?|Contract|Section|Article|Act|Law|Schedule|Exhibit|Annex|Part(?:y|ies)|State|Date|Effective|Services?|Products?|Software|"
    r"Contrat|Accord|Annexe|Loi|Code|Date|Prestations?|Services?|This|The|These|Each|All|Any|Its|Whereas|January|February|March|April|May|June|"
    r"July|August|September|October|November|December)\b",
    re.IGNORECASE,
)
_INTRODUCTION = 1_500  # characters from "between" within which the parties are named where there are no recitals
_RECITALS = re.compile(  # after these the parties were named
    r"\b(?:WHEREAS|Whereas|RECITALS?|Recitals?|BACKGROUND|WITNESSETH|NOW,? THEREFORE|PRÉAMBULE|Préambule|PREAMBULE|EXPOSÉ|"
    r"[Ii]l a été (?:préalablement )?(?:exposé|rappelé|convenu))\b"
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
_FEWEST = 2  # parties that a contract has
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
    if opening is not None and len(introduced := _before_recitals(text, opening.start(), stop)) >= _FEWEST:
        return introduced
    found = _after(text, opening.start() if opening else begin, stop)
    return found or (_after(text, 0, stop) if begin else [])


def _before_recitals(text: str, begin: int, stop: int) -> list[Party]:
    """The parties that are named before the recitals, those without a company's form too."""
    recitals = _RECITALS.search(text, begin, stop)
    end = recitals.start() if recitals else min(stop, begin + _INTRODUCTION)
    found = _after(text, begin, end)
    if len(found) < _FEWEST:
        found += _introduced(text, begin, end, found)
    return sorted(found, key=lambda party: party.span)


def _introduced(text: str, begin: int, stop: int, known: Sequence[Party]) -> Iterator[Party]:
    """Parties that bear no company's form, each with the short name in brackets that the words on it end in."""
    for match in _INTRODUCED.finditer(text, begin, stop):
        span, short = Span(*match.span("name")), _SHORT.match(text, match.end())
        if (
            short is None
            or _NO_NAME.search(match["name"])
            or _BLANK.match(match["name"])
            or _ACTS.search(match["described"])
        ):
            continue
        given = _given(short)
        if given is not None and not any(each.span.overlaps(span) or each.short_span == given for each in known):
            yield Party(" ".join(match["name"].split()), given.of(text), span, given)


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
            if not _is_description(text, span, begin):
                yield span
            last = span.end


def _is_description(text: str, span: Span, begin: int) -> bool:
    """Whether words that end in a company's form name no party: who owns one, or what one is."""
    before = text[max(begin, span.start - 40) : span.start]
    return bool(
        _OWNED_BY.search(before)
        or _DESCRIBES.search(before)
        or _FORMER.search(before)
        or _BLANK.match(text, span.start)
        or _FORM_ALONE.match(" ".join(span.of(text).split()))
        or _FORMERLY.match(text, span.start)
    )


def _lead_cut(text: str, span: Span) -> Span:
    """A name without its number in a list and the small words that stand before it."""
    if address := _ADDRESS.match(span.of(text)):
        span = Span(span.start + address.end(), span.end)
    match = re.match(
        r"(?:(?:(?:RECITALS?\s+)?WHEREAS,?|Exhibit\s+\d[\d.]*|Whereas,?|and|of|the|de|du|des|by|By|BY|between|BETWEEN|AND|Between|\d{1,2}\.(?:\d{1,2})?)\s+)+",
        span.of(text),
    )
    return Span(span.start + match.end(), span.end) if match else span


def _short_name(text: str, start: int, stop: int) -> Span | None:
    for match in _SHORT.finditer(text, start, stop):
        if _ACTS.search(text, start, match.start()):
            return None  # a sentence has begun that defines other things
        if (given := _given(match)) is not None:
            return given
    return None


def _given(match: re.Match[str]) -> Span | None:
    """The short name that a bracket gives; None where it is one of the contract or of no party alone."""
    group = next(name for name in ("quoted", "bare", "fr") if match[name])
    return None if _GENERIC.match(" ".join(match[group].split())) else Span(*match.span(group))
