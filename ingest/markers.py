"""Clause numbers at the start of a line: "8.2.1", "ARTICLE IV –", "Annexe B", "(a)", "iii.", "1°".

`find_marker` only says what a line could begin with; whether it does begin a clause is decided by its neighbours in
`ingest.clauses` ("Section 4.2 above" at the start of a wrapped line is a reference, not a heading).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum

from ingest.inserted import SUFFIX, number_value, rank


class Kind(Enum):
    """Families of numbers; only numbers of one family count on from each other."""

    ANNEX = "annex"  # Annexe B, Schedule 1, EXHIBIT A: starts a numbering of its own
    ARTICLE = "article"  # Article 4, Section 2.3, Clause 7, Titre II
    DECIMAL = "decimal"  # 4. 4.2 4.2.1
    UPPER_ROMAN = "I."
    UPPER_LETTER = "A."
    LOWER_LETTER = "a."
    LOWER_ROMAN = "i."
    PAREN_LETTER = "(a)"
    PAREN_ROMAN = "(i)"
    PAREN_UPPER = "(A)"
    PAREN_NUMBER = "(1)"

    @property
    def is_item(self) -> bool:
        """Whether the number is one of a list, which counts from its first value and hangs on what stands above."""
        return self not in (Kind.ANNEX, Kind.ARTICLE, Kind.DECIMAL)


@dataclass(frozen=True, slots=True)
class Marker:
    """A possible clause number.

    ``printed`` is the number as printed, without closing punctuation ("Article 12", "8.2.1", "(a)"); ``path`` its value, outermost
    first ((8, 2, 1); that of "7A" is told by `ingest.inserted`); ``rest`` the index in the line at which the words after the number begin.
    ``punctuated`` says that a full stop, bracket, colon or dash closes the number, or the letter of one that was put in ("7A").
    """

    kind: Kind
    printed: str
    path: tuple[int, ...]
    rest: int
    punctuated: bool


_BULLET = r"(?:[•●▪■◦‣·*–—-]\s+)?"
_ROMAN = r"[IVXLC]+"
_ANNEX_WORDS = r"annex(?:e)?|appendix|appendice|schedule|exhibit|attachment|addendum|pi[èe]ce\s+jointe"
_ARTICLE_WORDS = r"article|art\.|section|sect\.|clause|chapter|chapitre|titre|title|part|partie|§"
_KEYWORD = re.compile(
    rf"^{_BULLET}(?P<printed>(?P<word>{_ANNEX_WORDS}|{_ARTICLE_WORDS})\s*(?:n\s*[°ºo]\s*)?"
    rf"(?P<value>\d{{1,6}}{SUFFIX}?(?:\.\d{{1,6}}{SUFFIX}?)*(?:\s*(?:er|ère)\b)?|{_ROMAN}\b|"
    rf"[A-Z](?:[.-]?\d{{1,6}}(?:\.\d{{1,6}})*)?\b|[IVX]+1+\b))(?![\w])"
    rf"(?P<close>\s*(?:[.:)–—-]+))?(?=\s|$|[A-ZÀ-Þ“\"«])",
    re.IGNORECASE,
)
_DECIMAL = re.compile(
    rf"^{_BULLET}(?P<printed>\d{{1,3}}{SUFFIX}?(?:\.\d{{1,3}}{SUFFIX}?){{0,5}})(?P<close>\s*[.:)°–—-]+|/)?"
    # "22.1.2comprehensive": a number of three parts is no quantity
    r"(?=\s|$|[A-ZÀ-Þ“\"«(]|(?:(?<=\.\d\.\d)|(?<=\.\d\d\.\d)|(?<=\.\d\.\d\d)|(?<=\.\d\d\.\d\d))[a-zà-ÿ]{3})"
)
_LETTER_DECIMAL = re.compile(r"^(?P<printed>[A-Z]\.?\d{1,2}(?:\.\d{1,3}){0,4})(?P<close>[.:)]+)?(?=\s|$)")
_LETTERED = re.compile(
    r"^(?P<printed>(?P<chapter>\d{1,2})\.(?P<letter>[A-Z]))(?P<close>[.:)]+)(?=\s|$)"
)  # 2.A. GRANT OF RIGHTS
_PAREN = re.compile(
    r"^(?P<printed>\((?P<value>[A-Za-z]{1,5}|\d{1,2})\)|(?P<bare>[a-z]{1,5}|\d{1,2})\))(?=\s|$|[A-Za-zÀ-ÿ“\"«])"
)
_DOTTED = re.compile(r"^(?P<printed>[A-Z]|[a-z]|[IVXLC]{2,6}|[ivxlc]{2,6})(?:\.|\s+[–—-])(?=\s|$)")
_SLIP = re.compile(r"\b[IVX]+[1l][IVX1l]*$")  # a roman number in which 1 or l was typed, or recognised, for I
_BARE = re.compile(r"^\d{1,3}\s+(?=\S)")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def find_marker(text: str) -> Marker | None:
    """The number that a line begins with, if it begins with one.

    Args:
        text: a line without surrounding spaces.
    """
    return _after_page_number(text) or _keyword(text) or _decimal(text) or _paren(text) or _dotted(text)


def _after_page_number(text: str) -> Marker | None:
    """The number that follows a bare one: a page's number before the clause that begins the page ("2 2. TERM", "1 EXHIBIT A")."""
    match = _BARE.match(text)
    if match is None:
        return None
    inner = _keyword(text[match.end() :]) or _decimal(text[match.end() :])
    if inner is None or not (inner.punctuated or inner.kind is Kind.ANNEX) or inner.kind is Kind.PAREN_NUMBER:
        return None
    return replace(inner, rest=inner.rest + match.end())


def begins_with_item(words: str) -> bool:
    """Whether words begin with the number of an item in brackets: the "a)" of "3.7 a) The Director …"."""
    return _paren(words) is not None


def readings(marker: Marker) -> list[Marker]:
    """The marker in each family that it could belong to: "(i)" is a roman one, or the letter after "(h)"."""
    twins = {
        Kind.PAREN_ROMAN: Kind.PAREN_LETTER,
        Kind.LOWER_ROMAN: Kind.LOWER_LETTER,
        Kind.UPPER_ROMAN: Kind.UPPER_LETTER,
    }
    if marker.kind is Kind.ARTICLE and (slip := _SLIP.search(marker.printed)):
        value = roman_value(re.sub("[1l]", "I", slip.group()))
        return [marker, replace(marker, path=(value,))] if value else [marker]
    if marker.kind is Kind.DECIMAL and marker.printed == "0":  # the letter "o.", as it was recognised
        return [replace(marker, kind=Kind.LOWER_LETTER, path=(_letter_value("o"),)), marker]
    letters = re.sub(r"[^A-Za-z]", "", marker.printed)
    twin = twins.get(marker.kind)
    if twin is None or len(letters) != 1:
        return [marker]
    return [marker, replace(marker, kind=twin, path=(ord(letters.lower()) - 96,))]


def roman_value(text: str) -> int | None:
    """The value of a roman number in either case, None when the letters are not one in its usual form."""
    values = [_ROMAN_VALUES.get(letter) for letter in text.lower()]
    if not values or None in values:
        return None
    numbers = [v for v in values if v is not None]
    total = sum(-v if any(w > v for w in numbers[i + 1 : i + 2]) else v for i, v in enumerate(numbers))
    return total if to_roman(total) == text.lower() else None


def to_roman(number: int) -> str:
    """A number from 1 on in small roman letters."""
    pairs = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
    letters = []
    for value, sign in pairs:
        while number >= value:
            letters.append(sign)
            number -= value
    return "".join(letters)


def _after(match: re.Match[str], text: str) -> int:
    rest = match.end()
    while rest < len(text) and text[rest] in " \t":
        rest += 1
    return rest


def _keyword(text: str) -> Marker | None:
    match = _KEYWORD.match(text)
    if not match:
        return None
    word = match["word"]
    if word[0].islower():  # a heading is capitalised; "section 4" in lower case is a reference
        return None
    path = _value_path(match["value"])
    if path is None:
        return None
    kind = Kind.ANNEX if re.fullmatch(_ANNEX_WORDS, word, re.IGNORECASE) else Kind.ARTICLE
    printed = re.sub(r"\s+", " ", match["printed"])
    return Marker(kind, printed, path, _after(match, text), bool(match["close"]))


def _value_path(value: str) -> tuple[int, ...] | None:
    value = re.sub(r"(?<=\d)\s*(?:er|ère)$", "", value, flags=re.IGNORECASE)
    if value[0].isdigit():
        return _trim(_values(value))
    if (roman := roman_value(value)) is not None and value.isupper():
        return (roman,)
    letter, digits = value[0], re.findall(r"\d+", value)
    if len(value) > 1 and not digits:
        return None
    return (ord(letter.upper()) - 64, *(int(d) for d in digits))


def _values(printed: str) -> tuple[int, ...]:
    return tuple(number_value(part) for part in printed.split("."))


def _trim(path: tuple[int, ...]) -> tuple[int, ...]:
    """ "2.0" numbers the same clause as "2."."""
    return path[:-1] if len(path) == 2 and path[1] == 0 else path


def _decimal(text: str) -> Marker | None:
    if lettered := _LETTERED.match(text):
        beneath = (int(lettered["chapter"]), _letter_value(lettered["letter"]))
        return Marker(Kind.DECIMAL, lettered["printed"], beneath, _after(lettered, text), True)
    match = _DECIMAL.match(text)
    if match:
        close = match["close"] or ""
        if close.strip() == ")" and "." not in match["printed"]:
            return Marker(
                Kind.PAREN_NUMBER, match["printed"] + ")", _values(match["printed"]), _after(match, text), True
            )
        path = _trim(_values(match["printed"]))
        closed = bool(close) or path != _values(match["printed"]) or any(map(rank, path))  # "2.0" closes itself
        return Marker(Kind.DECIMAL, match["printed"], path, _after(match, text), closed)
    match = _LETTER_DECIMAL.match(text)
    if match is None:
        return None
    printed = match["printed"]
    path = (ord(printed[0]) - 64, *(int(d) for d in re.findall(r"\d+", printed)))
    return Marker(Kind.DECIMAL, printed, path, _after(match, text), True)


def _paren(text: str) -> Marker | None:
    match = _PAREN.match(text)
    if not match:
        return None
    value = match["value"] or match["bare"]
    rest = _after(match, text)
    if value.isdigit():
        return Marker(Kind.PAREN_NUMBER, match["printed"], (int(value),), rest, True)
    roman = roman_value(value)
    if roman is not None and value.islower():
        return Marker(Kind.PAREN_ROMAN, match["printed"], (roman,), rest, True)
    if len(set(value)) != 1 or not (value.islower() or value.isupper()):
        return None
    kind = Kind.PAREN_LETTER if value.islower() else Kind.PAREN_UPPER
    return Marker(kind, match["printed"], (_letter_value(value),), rest, True)


def _letter_value(letters: str) -> int:
    """a..z are 1..26, aa..zz go on from 27."""
    return ord(letters[0].lower()) - 96 + 26 * (len(letters) - 1)


def _dotted(text: str) -> Marker | None:
    match = _DOTTED.match(text)
    if not match:
        return None
    value, rest = match["printed"], _after(match, text)
    roman = roman_value(value)
    if roman is not None:
        kind = Kind.UPPER_ROMAN if value.isupper() else Kind.LOWER_ROMAN
        return Marker(kind, value, (roman,), rest, True)
    if len(value) > 1:
        return None
    kind = Kind.UPPER_LETTER if value.isupper() else Kind.LOWER_LETTER
    return Marker(kind, value, (_letter_value(value),), rest, True)
