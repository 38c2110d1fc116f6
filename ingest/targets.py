"""What a sentence of an amendment points at: "paragraph 7.2 of Annex 1", "l'article 4.2 de l'Annexe 1". Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.amendment_names import NUMBERED
from ingest.inserted import NUMBER_SAID
from ingest.quotations import quotations, without
from ingest.role_names import NAMED

_LETTERED = (
    r"(?:[A-Z]\d|(?![LRD]\.)[A-Z]\.\d)\d?(?:\.\d{1,3}){0,4}(?!-\d)"  # "B3", "A.2.1"; "article L.11-2" is a law’s
)
_NUMBER = rf"(?:{_LETTERED}\b|{NUMBER_SAID}|[IVXL]+\b|[A-Z]\b)(?:\s?\([a-zA-Z0-9]{{1,4}}\))*(?:-?\d*\b)?"
_CLAUSE = re.compile(
    rf"\b(?P<kind>articles?|sections?|clauses?|paragraphs?|subsections?|sub-clauses?|paragraphes?)\s+(?:n°\s*)?(?P<number>{_NUMBER})|§\s?(?P<sign>{_NUMBER})|"
    # "au 3.1, les mots …", "in 3.1, delete …": a number of two parts or more that no unit follows
    rf"(?:\b(?:au|du)\s+|(?:^|[;,]\s)\W*\d{{0,3}}(?:\.\d{{1,3}}){{0,3}}\s*(?:in|at)\s+)(?P<bare>\d{{1,2}}(?:\.\d{{1,2}}){{1,2}}(?![\d.])(?:\([a-z0-9]{{1,4}}\))*)"
    r"(?=\s*,|\s+(?:est|sont|is|are|delete|replace|insert|the|les|ci-dessus|above)\b)|"
    # "added after C4": where a new clause stands no half-year and no priority does
    rf"\b(?:after|following|before|après|avant)\s+(?P<beside>(?-i:{_LETTERED}))(?=\s*[:,.;]|\s+(?:is|are|est|sont)\b)",
    re.IGNORECASE,
)
_FURTHER = re.compile(
    r"\s*+(?:\([^)]{1,80}\)\s*+)?(?P<joint>,\s*and|,|and|et|&|to|through|à)\s+"
    rf"(?P<number>(?:{_LETTERED}\b|{NUMBER_SAID})(?:\s?\([a-zA-Z0-9]{{1,4}}\))*)"
)
_LAST_PART = re.compile(r"(?P<head>(?:[A-Z]?\.?(?:\d{1,6}\.)*)?)(?P<last>\d{1,6})")
_LONGEST_RANGE = 50  # clauses between the ends of "11.1 to 11.3"
_DOCUMENT = re.compile(
    rf"\b(?P<annex>(?:annexe?|schedule|exhibit|appendix|attachment)\s+(?:n°\s*)?{_NUMBER})|"
    r"\b(?P<base>framework\s+agreement|master\s+(?:services?\s+)?agreement|contrat[-\s]\s?cadre)",
    re.IGNORECASE,
)
_AMENDMENT = re.compile(
    rf"\b(?:(?:first|second|third|fourth|fifth|premier|deuxième|troisième)\s+(?:amendment|avenant)\b|{NUMBERED})",
    re.IGNORECASE,
)
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "premier": 1, "deuxième": 2, "troisième": 3
}  # fmt: skip
_OF = re.compile(
    r"^[\s,]*+(?:\([^)]{1,80}\)[\s,]*+)?(?:of|to|in|du|de|des|de la|de l['’]|à)?\s*+(?:the|l['’]|le|la)?\s*+(?:(?:main|existing)\s)?$",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"^\s*(?:of|to|de|du|à)\s+(?:this|the present|le présent|la présente|présente?|cet|cette)\s+(?:amendment|avenant|deed|letter|lettre)",
    re.IGNORECASE,
)
_THIS = re.compile(r"\b(?:this|the\s+present|(?:le|du|au)\s+présent|la\s+présente|cet|cette|ce)\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Target:
    """A clause or a document that is named: its document ("Annex 1", "framework agreement"), its clause number, and where in
    the sentence it is named, in characters.
    """

    document: str | None
    clause: str | None
    start: int

    @property
    def label(self) -> str:
        """How it is named to a reader."""
        return ", ".join(part for part in (self.document, self.clause) if part)


def blanked(said: str) -> str:
    """The sentence with the words in quotation marks blanked out: they are new or old words, not where these stand."""
    return without(said, quotations(said))


def amendment_number(name: str) -> int | None:
    """Which amendment a name means ("Second Amendment", "Avenant n° 2"), None when it means none or does not count."""
    match = _AMENDMENT.search(name)
    if match is None:
        return None
    digits = re.search(r"\d+$", match.group())
    return int(digits.group()) if digits else _ORDINALS[match.group().split()[0].lower()]


def targets(bare: str) -> list[Target]:
    """The clauses and documents that a sentence names, in order; a clause "of Annex 1" is one target."""
    named = [(m.start(), m.end(), " ".join(m.group().split())) for m in _DOCUMENT.finditer(bare)]
    amendments = [(m.start(), m.end(), " ".join(m.group().split())) for m in _AMENDMENT.finditer(bare)]
    # of what an annex holds its clauses are told, and not the annex as a whole: "the SLA" may be a document of others
    held = [(m.start(), m.end(), " ".join(m.group().split())) for m in NAMED.finditer(bare.replace("\n", " "))]
    used: set[int] = set()
    found = []
    for match in _CLAUSE.finditer(bare):
        if _OWN.match(bare[match.end() :]) or _THIS.search(bare, 0, match.start()):
            continue
        numbers, end = _numbers(bare, match)
        document = _document_of(bare, match.start(), end, sorted(named + amendments + held), used)
        found += [
            Target(document, number, max(match.start(), match.start("bare"), match.start("beside")))
            for number in numbers
        ]
    found += [Target(label, None, start) for start, _, label in named if start not in used]
    return sorted(found, key=lambda target: target.start)


def _numbers(bare: str, match: re.Match[str]) -> tuple[list[str], int]:
    """The numbers that one "Sections" stands before ("5.1 (Price) and 5.2", "11.1 to 11.3"), and where the last ends."""
    numbers, end = [_plain(match["number"] or match["sign"] or match["bare"] or match["beside"])], match.end()
    if not (match["kind"] or "s").lower().endswith("s"):
        return numbers, end
    while further := _FURTHER.match(bare, end):
        number = _plain(further["number"])
        numbers += between(numbers[-1], number) if further["joint"] in {"to", "through", "à"} else []
        numbers.append(number)
        end = further.end()
    return numbers, end


def _plain(number: str) -> str:
    return number.replace(" ", "").rstrip("-")


def between(first: str, last: str) -> list[str]:
    """The numbers between the ends of a range whose last parts alone differ ("11.1", "11.4": 11.2 and 11.3)."""
    ends = [_LAST_PART.fullmatch(number) for number in (first, last)]
    if ends[0] is None or ends[1] is None or ends[0]["head"] != ends[1]["head"]:
        return []
    low, high = (int(end["last"]) for end in ends if end is not None)
    return [f"{ends[0]['head']}{n}" for n in range(low + 1, high)] if high - low <= _LONGEST_RANGE else []


def _document_of(bare: str, begin: int, stop: int, named: list[tuple[int, int, str]], used: set[int]) -> str | None:
    for start, end, label in named:
        after, before = bare[stop:start], bare[end:begin]
        if (start >= stop and _OF.match(after)) or (end <= begin and re.fullmatch(r"\s*,?\s*", before)):
            used.add(start)
            return label
    return None
