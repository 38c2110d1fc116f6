"""The clauses and annexes that a text names by number, as readers write them: "art. 8.2 b)", "paras 3 and 4", "Schedule 3 para 2.1".

Pure; English and French. What only looks like a number is left alone: 99.95%, 4.5 hours, "may they schedule a call?". So is what is of a
law: "article 28 GDPR", "l'article L. 441-10 du Code de commerce".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.naming.named_documents import BLANK, NamedDocument, document_alone, documents_beside, with_own_numbers
from assistant.naming.number_forms import (
    item_beside,
    items_between,
    parent_of,
    values_between,
    with_items,
    written_number,
)
from assistant.naming.place_patterns import (
    AFTER_ANNEX,
    ALINEA,
    ALL_RECITALS,
    ANNEX,
    ANNEX_TOO,
    DIVISION,
    DIVISIONS,
    FURTHER,
    FURTHER_ANNEX,
    FURTHER_HYPHENED,
    FURTHER_ITEM,
    FURTHER_PARTED,
    FURTHER_RECITAL,
    KEYED,
    LAST_CLAUSE,
    LAW_ASKED,
    LINKS,
    LONE,
    ONE_RECITAL,
    SLASHED,
    STOP,
    TO,
    UNKEYED,
)
from assistant.naming.spoken_place import as_printed
from ingest.references import is_of_law
from ingest.targets import between
from ingest.words import fold

LAST = "last"
"""The number of the last clause."""
RECITAL = "recital"
"""What the number of a recital begins with; by itself, all recitals."""


@dataclass(frozen=True, slots=True)
class Mentions:
    """What a text names: clause numbers ("8.2(a)", "IV"), values of annexes ("B", "2"), the documents in which these are looked up
    ("article 3 de l'avenant 2"), and whether it says nothing else.

    Among the numbers may be `LAST`, for the last clause, and "recital B", or `RECITAL` for all recitals.
    """

    numbers: tuple[str, ...] = ()
    annexes: tuple[str, ...] = ()
    documents: tuple[NamedDocument, ...] = ()
    alone: bool = False


_SAYING = re.compile(
    r"\b(?:what|does|do|did|say|says|state|states|provide|provides|read|reads|contain|contains|is|are|in|tell|me|show|us|give|cite|quote|"
    r"que|qu|est|ce|quoi|dit|disent|pr[ée]voit|pr[ée]voient|contient|contiennent|stipule|indique|montre|montrez|affiche|cite|lis|moi|c|dis)\b",
    re.IGNORECASE,
)


def asks_for_place_alone(text: str) -> bool:
    """Whether a text asks what a clause says and nothing else: "what does clause 8.2 say?", "que dit l'article 3 de l'avenant 2 ?"."""
    return find_mentions(_SAYING.sub(" ", text)).alone


def find_mentions(text: str) -> Mentions:
    """The clauses and annexes that a text names, in order and each once.

    Args:
        text: a question, or what is typed to find a clause.
    """
    found = _Found(as_printed(text))
    found.read_recitals()
    found.read_last()
    found.read_annexes()
    found.read_divisions()
    found.read_keyed()
    found.read_unkeyed()
    found.read_lone()
    found.read_documents()
    return found.mentions()


class _Found:
    """Collects what is named, and blanks it out, so that nothing is read twice."""

    def __init__(self, text: str) -> None:
        self._left = text
        self._numbers: list[tuple[int, str]] = []
        self._annexes: list[tuple[int, str]] = []
        self._documents: list[tuple[int, NamedDocument]] = []

    def mentions(self) -> Mentions:
        named = bool(self._numbers or self._annexes or self._documents)
        # numbers of clauses in annexes stand beside these, not beside the documents
        documents = with_own_numbers(() if self._annexes else self._numbers, self._documents)
        return Mentions(
            _in_order(self._numbers), _in_order(self._annexes), documents, named and self._says_no_more(self._left)
        )

    @staticmethod
    def _says_no_more(text: str) -> bool:
        return not LINKS.sub("", fold(text).replace(BLANK, " "))

    def read_annexes(self) -> None:
        for match in list(ANNEX.finditer(self._left)):
            value, end = self._told(match, "value")
            if value is None:
                continue
            end = self._read_further_annexes(match, value, end)
            after = AFTER_ANNEX.match(self._left, end)
            if after:
                self._add(after.start(), after["number"] or after["paragraph"])
                self._blank(end, after.end())
            self._blank(match.start(), end)

    def _read_further_annexes(self, match: re.Match[str], value: str, end: int) -> int:
        """Enter an annex, and those that follow it in a list or to the end of a range."""
        several = match["word"].lower().endswith("s")
        first, dash, last = value.partition("-") if several and re.fullmatch(r"\d+-\d+", value) else (value, "", "")
        named = [first, *between(first, last), last] if dash else [first]
        while further := (FURTHER_ANNEX if several else ANNEX_TOO).match(self._left, end):
            if further["joint"] in TO:
                named += values_between(named[-1], further["value"])
            named.append(further["value"])
            end = further.end()
        self._annexes += [(match.start(), each) for each in named]
        return end

    def read_recitals(self) -> None:
        """Recitals by their letter or number; all of them only where nothing else is said: "is the preamble binding?" asks for a clause."""
        for match in list(ONE_RECITAL.finditer(self._left)):
            named, end = [match["value"].strip("()")], match.end()
            while further := FURTHER_RECITAL.match(self._left, end):
                value = further["value"].strip("()")
                named += [*(values_between(named[-1], value) if further["joint"] in TO else ()), value]
                end = further.end()
            if not _is_law(self._left, match.start(), end):
                self._numbers += [(match.start(), f"{RECITAL} {each}") for each in named]
            self._blank(match.start(), end)
        whole = ALL_RECITALS.search(self._left)
        if whole and not LINKS.sub("", fold(self._left[: whole.start()] + self._left[whole.end() :])):
            self._numbers.append((whole.start(), RECITAL))
            self._blank(*whole.span())

    def read_last(self) -> None:
        """ "The last clause", of the contract or of an annex that is named."""
        for match in list(LAST_CLAUSE.finditer(self._left)):
            self._numbers.append((match.start(), LAST))
            self._blank(*match.span())

    def read_divisions(self) -> None:
        """Chapters, titles and parts; not the part of an annex that is named too ("Schedule 2, Part B, para 4"), which is found whole."""
        for match in list(DIVISION.finditer(self._left)):
            if _is_law(self._left, match.start(), match.end()):
                continue
            if not (match["part"] and self._annexes):
                kind = next(kind for kind in DIVISIONS if match[kind])
                self._numbers.append((match.start(), f"{kind} {match['value']}"))
            self._blank(*match.span())

    def read_keyed(self) -> None:
        # a clause is found whole: its paragraphs have no places of their own
        for match in ALINEA.finditer(self._left):
            self._blank(*match.span())
        for match in list(KEYED.finditer(self._left)):
            number, end = self._told(match, "number")
            if number is None:
                continue
            if match["plural"] and "-" in number and not FURTHER_HYPHENED.match(self._left, end):
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
        further_of = FURTHER if keyed["plural"] else FURTHER_PARTED
        if "-" in last:
            further_of = FURTHER_HYPHENED
        listed = 0 if "-" in last or keyed["plural"] else self._end_of_list(end)
        while further := (FURTHER if end < listed else further_of).match(self._left, end) or FURTHER_ITEM.match(
            self._left, end
        ):
            number = further.groupdict().get("number") or item_beside(last, further["item"])
            beside = keyed["plural"] or further.groupdict().get("item") or further.end() <= listed
            if not number or (not beside and parent_of(number) != parent_of(last)):
                break
            if further["joint"] in TO:
                for each in (
                    *between(last.replace("-", "."), number.replace("-", ".")),
                    *items_between(with_items(last), number),
                ):
                    self._add(further.start(), each)
            self._add(further.start(), number)
            last, end = number, further.end()
        return end

    def _end_of_list(self, start: int) -> int:
        """Where a list ends that follows one "clause" and counts nothing: "clause 4, 6 and 9?", not "clause 4 and 30 days"; 0 for none."""
        end, stops = start, 0
        while (further := FURTHER.match(self._left, end)) and further["number"][0].isdigit():
            end = further.end()
            stops = end if STOP.match(self._left, end) else stops
        return stops

    def read_unkeyed(self) -> None:
        for match in list(UNKEYED.finditer(self._left)):
            self._add(match.start(), match["signed"] or match["bare"] or match["held"])
            self._blank(*match.span())

    def read_lone(self) -> None:
        """A number, or a list of them, that is all there is."""
        match = LONE.match(self._left) if not (self._numbers or self._annexes) else None
        if match is None:
            return
        numbers, rest = [match["number"]], match["rest"]
        while (further := FURTHER.match(rest)) and further["joint"] not in SLASHED:
            if further["joint"] in TO:
                numbers += between(numbers[-1], further["number"])
            numbers.append(further["number"])
            rest = rest[further.end() :]
        if not re.sub(r"\W", "", rest):
            for place, number in enumerate(numbers):
                self._add(place, number)
            self._blank(0, len(self._left))

    def read_documents(self) -> None:
        """The documents beside the numbers; without a number, an amendment that is all there is ("avenant n° 2")."""
        if self._numbers or self._annexes:
            for start, end, document in list(documents_beside(self._left)):
                self._documents.append((start, document))
                self._blank(start, end)
        elif (alone := document_alone(self._left)) and self._says_no_more(self._left[alone[1] :]):
            self._documents.append((alone[0], alone[2]))
            self._blank(alone[0], alone[1])

    def _told(self, match: re.Match[str], group: str) -> tuple[str | None, int]:
        """What a match names, in figures or in words, and where that ends; None where its words are no number."""
        if match[group] is not None:
            return match[group], match.end()
        return written_number(self._left, match.start("written"))

    def _add(self, place: int, number: str) -> None:
        self._numbers.append((place, with_items(number)))

    def _blank(self, start: int, end: int) -> None:
        self._left = self._left[:start] + BLANK * (end - start) + self._left[end:]


def _is_law(text: str, start: int, end: int) -> bool:
    """Whether what is named between two places is of a law: "article 28 GDPR", "section 1542 of the Civil Code"."""
    return bool(LAW_ASKED.match(text, end)) or is_of_law(text[start:], 0, end - start, None)


def _in_order(found: list[tuple[int, str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for _, value in sorted(found, key=lambda each: each[0])))
