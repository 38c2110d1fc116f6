"""The clauses and annexes that a text names by number, as readers write them: "art. 8.2 b)", "paras 3 and 4", "Schedule 3 para 2.1".

Pure; English and French. What only looks like a number is left alone: 99.95%, 4.5 hours, "may they schedule a call?". So is what is of a
law: "article 28 GDPR", "l'article L. 441-10 du Code de commerce".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.number_words import written_numbers
from ingest.references import is_of_law
from ingest.targets import between
from ingest.words import fold

_SINGULAR = r"clause|cl\.?|article|art\.?|section|sect\.?|sec\.?|s\.|sub-?sections?|sub-?clauses?|paragraphe?|para\.?|par\.|point|item|§"
_PLURAL = r"clauses|cls\.|articles|arts\.?|sections|sects\.?|secs\.?|ss\.|paragraphe?s|paras\.?|points|items|§§"
_SIGN = r"n\s?[°º]|no\.|№|\#"  # of anything; taken for a clause's where the number has parts, or stands alone
_BRACKETED = r"\((?:[a-z]{1,2}|[ivx]{1,5}|\d{1,2})\)"
_ITEM = rf"\s?{_BRACKETED}|,?\s?[a-z]\)|\.(?:[a-z]|[ivx]{{2,5}})\b|,?\s?(?:sub|litt?|let)\.?\s?(?:\([a-z]\)|[a-z]\b)"
_LEVELS = r"\d{1,3}(?:\.\d{1,3})"
_SUFFIX = r"(?:[A-Z]\b|\s(?:bis|ter|quater)\b)"  # "10A", "5 bis"
_HYPHENED = rf"\d{{1,3}}(?:-\d{{1,3}})+(?:{_ITEM})*(?![\d%-])"
"""“Article 5-2”, of laws and of contracts written like them."""
_OF_CODE = r"(?![LRDA]\.?\s?\*?\d+-\d)"  # "article L. 441-10" is a law's
_NUMBER = rf"(?:{_LEVELS}*{_SUFFIX}?(?:{_ITEM})*(?![\d%])|[IVXLC]+\b(?!\.?\s?\d)|[A-Z]\.?\d{{1,2}}(?:\.\d{{1,3}})*\b)"
_PARTED = rf"{_LEVELS}+(?:{_ITEM})*(?![\d%€$£]|\s?[%€$£])"
_JOINT = (
    r"\s*+(?:(?:,\s*+)?(?P<joint>and|&|et|or|ou|to|through|à|-|–)|,)\s*+"  # its spaces can be read in one way alone
)

_ANNEX_WORD = r"annexe?s?|ann\.|appendi(?:x|ces?)|app\.|schedules?|scheds?\.?|sch\.?|exhibits?|exh\.|attachments?"
_AGREEMENTS = rf"contract|agreement|contrat|accord|terms|conditions|sla|dpa|{_ANNEX_WORD}"
# a small letter that is a word of its own is no number: "schedule a call", "l'annexe y renvoie", "annexe d'exploitation"
_ANNEX_VALUE = (
    r"\d{1,2}-?(?-i:[A-Z])\b|\d{1,3}(?:[.-]\d{1,3})*|[IVX]+\b|(?!(?-i:[ay])\b)[A-Z](?:[-.]?\d{1,2}+)*\b(?!['’])"
)
_ANNEX = re.compile(
    rf"\b(?P<word>{_ANNEX_WORD})(?!\w)\s*(?:n\s*[°ºo]\.?\s*|no\.\s*)?(?:(?P<value>{_ANNEX_VALUE})|(?P<written>[a-zà-ÿ]{{2,}}))",
    re.I,
)
_AFTER_ANNEX = re.compile(
    rf"\s*+(?:[,;:–-]\s*+)?(?:(?P<number>{_PARTED}|\d{{1,3}}(?:{_ITEM})+)|par\.?\s*(?P<paragraph>\d{{1,3}}(?:\.\d{{1,3}})*(?:{_ITEM})*))",
    re.I,
)
_FURTHER_ANNEX = re.compile(rf"{_JOINT}(?P<value>{_ANNEX_VALUE})", re.I)
_ANNEX_TOO = re.compile(r"\s*(?:and|et|&)\s*(?P<value>(?-i:[A-Z]))(?=\s*(?:$|[,;.?!)]|of\b|de\b|du\b))", re.I)
_KEYED = re.compile(
    rf"(?:(?<![\w.])(?:(?P<plural>{_PLURAL})|(?P<singular>{_SINGULAR})))\s*(?:(?:{_SIGN}|n\s*o)\s*)?"
    rf"(?:{_OF_CODE}(?P<number>{_HYPHENED}|{_NUMBER})(?:\s?(?:er|[eè]re)\b)?|(?P<written>[a-zà-ÿ]{{2,}}))",
    re.I,
)
_FURTHER = re.compile(rf"{_JOINT}(?:(?:{_SINGULAR})\s*)?(?P<number>{_NUMBER})", re.I)
_FURTHER_PARTED = re.compile(rf"{_JOINT}(?P<number>{_HYPHENED}|{_PARTED})", re.I)
_FURTHER_HYPHENED = re.compile(rf"{_JOINT}(?:(?:{_SINGULAR})\s*)?(?P<number>{_HYPHENED})", re.I)
_FURTHER_ITEM = re.compile(rf"{_JOINT}(?P<item>{_BRACKETED}|[a-z]\))", re.I)
_DIVISIONS = {"chapter": r"chapters?|chapitres?|chaps?\.?|ch\.", "title": r"title|titre", "part": r"part|partie"}
_DIVISION = re.compile(
    rf"(?<![\w.])(?:{'|'.join(f'(?P<{kind}>{words})' for kind, words in _DIVISIONS.items())})\s*(?:n\s*[°º]\s*)?"
    r"(?P<value>\d{1,2}\b(?![.,]\d|\s?[%€$£])|(?-i:[IVXL]+|[A-Z])\b(?!['’.&]))",
    re.I,
)
_ALINEA = re.compile(r",?\s*\b(?:al\.|alin[ée]as?)\s*\d{1,2}\b|\b\d{1,2}\s?(?:er|[eè](?:me)?)\s+alin[ée]a\b", re.I)
_LAW_ASKED = re.compile(  # laws as readers name them; with a capital letter, those that contracts name (`ingest.references`)
    r"[\s,]*(?:(?:of|under|in|du|de la|de l['’]|des)\s*)?(?:(?:the|le|la)\s+)?(?:eu\s+|uk\s+)?"
    r"(?:gdpr|rgpd|hipaa|ccpa|erisa|dora|code (?:civil|p[ée]nal|de commerce|du travail|de la consommation|mon[ée]taire|de proc[ée]dure))\b",
    re.I,
)
_UNKEYED = re.compile(
    rf"(?:{_SIGN})\s*(?P<signed>{_PARTED})|(?<![\d.,$€£])(?:(?P<bare>{_LEVELS}{{2,}}(?:{_ITEM})*|{_LEVELS}+(?:\s?{_BRACKETED})+)(?![\d%])|"
    rf"(?P<held>\d{{1,2}}\.\d{{1,2}}(?:{_ITEM})*)(?=\s+(?:of|du|de)\b[^.?!]{{0,40}}(?:\b(?:{_AGREEMENTS})(?!\w)|\x00)))",
    re.I,
)
_LONE = re.compile(rf"^\W*(?:(?:{_SIGN})\s*)?(?P<number>\d{{1,3}}(?:\.\d{{1,3}})*(?:{_ITEM})*)(?P<rest>.*)$", re.I)
_SPOKEN_LETTER = re.compile(
    r"\(([a-z0-9]{1,4})\)|([a-z])\)|\.([a-z]|[ivx]{2,5})\b|(?:sub|litt?|let)\.?\s?([a-z])\b", re.I
)
_TO = frozenset(("to", "through", "à", "-", "–"))
_FIRST = re.compile(r"premi(?:er|ere)\b|first\b")
_ENDS = re.compile(r"\s*(?:$|[,;:.?!)]|(?:of|de|du|des|says?|dit|in|dans|para|paragraphe?|article|clause|section)\b)")
_LINKS = re.compile(r"\b(?:of|the|de|du|des|la|le|les|l|in|dans|at|a|au|aux|and|et|or|ou|to|n|no)\b|['’°º\W_]")


@dataclass(frozen=True, slots=True)
class Mentions:
    """What a text names: clause numbers ("8.2(a)", "IV"), values of annexes ("B", "2"), and whether it says nothing else."""

    numbers: tuple[str, ...] = ()
    annexes: tuple[str, ...] = ()
    alone: bool = False


def find_mentions(text: str) -> Mentions:
    """The clauses and annexes that a text names, in order and each once.

    Args:
        text: a question, or what is typed to find a clause.
    """
    found = _Found(text)
    found.read_annexes()
    found.read_divisions()
    found.read_keyed()
    found.read_unkeyed()
    found.read_lone()
    return found.mentions()


class _Found:
    """Collects what is named, and blanks it out, so that nothing is read twice."""

    def __init__(self, text: str) -> None:
        self._left = text
        self._numbers: list[tuple[int, str]] = []
        self._annexes: list[tuple[int, str]] = []

    def mentions(self) -> Mentions:
        named = bool(self._numbers or self._annexes)
        alone = named and not _LINKS.sub("", fold(self._left).replace("\x00", " "))
        return Mentions(_in_order(self._numbers), _in_order(self._annexes), alone)

    def read_annexes(self) -> None:
        for match in list(_ANNEX.finditer(self._left)):
            value, end = self._told(match, "value")
            if value is None:
                continue
            end = self._read_further_annexes(match, value, end)
            after = _AFTER_ANNEX.match(self._left, end)
            if after:
                self._add(after.start(), after["number"] or after["paragraph"])
                self._blank(end, after.end())
            self._blank(match.start(), end)

    def _read_further_annexes(self, match: re.Match[str], value: str, end: int) -> int:
        """Enter an annex, and those that follow it in a list or to the end of a range."""
        several = match["word"].lower().endswith("s")
        first, dash, last = value.partition("-") if several and re.fullmatch(r"\d+-\d+", value) else (value, "", "")
        named = [first, *between(first, last), last] if dash else [first]
        while further := (_FURTHER_ANNEX if several else _ANNEX_TOO).match(self._left, end):
            if several and further["joint"] in _TO:
                named += between(named[-1], further["value"])
            named.append(further["value"])
            end = further.end()
        self._annexes += [(match.start(), each) for each in named]
        return end

    def read_divisions(self) -> None:
        """Chapters, titles and parts; not the part of an annex that is named too ("Schedule 2, Part B, para 4"), which is found whole."""
        for match in list(_DIVISION.finditer(self._left)):
            if _is_law(self._left, match.start(), match.end()):
                continue
            if not (match["part"] and self._annexes):
                kind = next(kind for kind in _DIVISIONS if match[kind])
                self._numbers.append((match.start(), f"{kind} {match['value']}"))
            self._blank(*match.span())

    def read_keyed(self) -> None:
        # a clause is found whole: its paragraphs have no places of their own
        for match in _ALINEA.finditer(self._left):
            self._blank(*match.span())
        for match in list(_KEYED.finditer(self._left)):
            number, end = self._told(match, "number")
            if number is None:
                continue
            if match["plural"] and "-" in number and not _FURTHER_HYPHENED.match(self._left, end):
                number = number.partition("-")[0]  # "clauses 4-6": a range
                end = match.start("number") + len(number)
            before, self._numbers = self._numbers, []
            self._add(match.start(), number)
            end = self._read_further(match, number, end)
            if _is_law(self._left, match.start(), end):
                self._numbers = []
            self._numbers = before + self._numbers
            self._blank(match.start(), end)

    def _read_further(self, keyed: re.Match[str], last: str, end: int) -> int:
        """The numbers that follow in a list or to the end of a range; after one "clause" those that differ in their last part alone."""
        further_of = _FURTHER if keyed["plural"] else _FURTHER_PARTED
        if "-" in last:
            further_of = _FURTHER_HYPHENED
        while further := further_of.match(self._left, end) or _FURTHER_ITEM.match(self._left, end):
            number = further.groupdict().get("number") or _beside(last, further["item"])
            if not number or (
                not keyed["plural"] and not further.groupdict().get("item") and _parent(number) != _parent(last)
            ):
                break
            if further["joint"] in _TO:
                for each in (
                    *between(last.replace("-", "."), number.replace("-", ".")),
                    *_letters(_plain(last), number),
                ):
                    self._add(further.start(), each)
            self._add(further.start(), number)
            last, end = number, further.end()
        return end

    def read_unkeyed(self) -> None:
        for match in list(_UNKEYED.finditer(self._left)):
            self._add(match.start(), match["signed"] or match["bare"] or match["held"])
            self._blank(*match.span())

    def read_lone(self) -> None:
        """A number, or a list of them, that is all there is."""
        match = _LONE.match(self._left) if not (self._numbers or self._annexes) else None
        if match is None:
            return
        numbers, rest = [match["number"]], match["rest"]
        while further := _FURTHER.match(rest):
            if further["joint"] in _TO:
                numbers += between(numbers[-1], further["number"])
            numbers.append(further["number"])
            rest = rest[further.end() :]
        if not re.sub(r"\W", "", rest):
            for place, number in enumerate(numbers):
                self._add(place, number)
            self._blank(0, len(self._left))

    def _told(self, match: re.Match[str], group: str) -> tuple[str | None, int]:
        """What a match names, in figures or in words, and where that ends; None where its words are no number."""
        if match[group] is not None:
            return match[group], match.end()
        return _written(self._left, match.start("written"))

    def _add(self, place: int, number: str) -> None:
        self._numbers.append((place, _plain(number)))

    def _blank(self, start: int, end: int) -> None:
        self._left = self._left[:start] + "\x00" * (end - start) + self._left[end:]


def outer(number: str) -> str:
    """The clause in which an item stands, or what it may have been cut from: "8.2" of "8.2(a)", "5" of "5-2" and "5 bis", "10" of "10A"."""
    value = number.partition(" ")[2] if number.startswith(tuple(_DIVISIONS)) else number
    stem = re.match(r"\d+(?:\.\d+)*", value)
    return stem.group() if stem else value.partition("(")[0]


def _parent(number: str) -> str:
    """What stands before the last part of a number, "8" of "8.2" and of "8-2"."""
    return number.replace("-", ".").rpartition(".")[0]


def _beside(last: str, item: str) -> str:
    """The item beside another one, "8.2(b)" of "8.2(a)" and "(b)"; empty where the other is none."""
    plain = _plain(last)
    return f"{plain[: plain.rindex('(')]}({item.strip('()')})" if "(" in plain else ""


def _letters(first: str, last: str) -> Iterator[str]:
    """The items between two that letters tell apart: "8.2(b)" of "8.2(a)" and "8.2(c)"."""
    if first[:-2] == last[:-2] and re.fullmatch(r".*\([a-z]\)", first) and re.fullmatch(r".*\([a-z]\)", last):
        yield from (f"{first[:-2]}{chr(code)})" for code in range(ord(first[-2]) + 1, ord(last[-2])))


def _is_law(text: str, start: int, end: int) -> bool:
    """Whether what is named between two places is of a law: "article 28 GDPR", "section 1542 of the Civil Code"."""
    return bool(_LAW_ASKED.match(text, end)) or is_of_law(text[start:], 0, end - start, None)


def _in_order(found: list[tuple[int, str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for _, value in sorted(found, key=lambda each: each[0])))


def _plain(number: str) -> str:
    """A number with its items in brackets: "8.2(b)" of "8.2 b)", "8.2.b" and "8.2, sub (b)"."""
    stem = re.match(rf"[A-Z]?\.?\d+(?:[.-]\d+)*{_SUFFIX}?|[IVXLC]+", number, re.I)
    assert stem is not None
    items = ("".join(groups) for groups in _SPOKEN_LETTER.findall(number[stem.end() :]))
    return stem.group() + "".join(f"({item})" for item in items)


def _written(text: str, start: int) -> tuple[str | None, int]:
    """A number in words where nothing follows that it would count ("section four", not "the schedule two weeks ago")."""
    folded = fold(text[start:])
    if len(folded) != len(text) - start:
        return None, start
    first = _FIRST.match(folded)
    if first:
        return "1", start + first.end()
    number = next(written_numbers(folded), None)
    if number is None or number.start or number.value % 1 or not _ENDS.match(folded, number.end):
        return None, start
    return str(int(number.value)), start + number.end
