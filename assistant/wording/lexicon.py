"""What lay people and lawyers call the same thing, in English and French.

The words stand in ``assistant/data/lexicon.tsv``, whose head explains its form. A question is expanded with the other
terms of the concepts that it names, so that "how fast must they call us back" meets "response time" and "délai de prise
en compte". General words ("contract", "provider") never expand a question; they only translate.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal

from ingest.words import stems, tokens

Language = Literal["en", "fr"]

LANGUAGES: tuple[Language, Language] = ("en", "fr")

GENERAL_PREFIX = "word."
"""A concept so named is a general word: it serves `Lexicon.counterparts` and never expands a question."""

SHARED_MARK = "*"
"""Stands after a term that belongs to more than one concept by design."""

_COLUMNS = 5

# Articles, pronouns, auxiliaries and bare prepositions only: what may stand between the words of a term without
# changing it ("call us back"). Negations, question words and particles ("out", "sans") tell concepts apart.
_LINKING_WORDS: dict[Language, str] = {
    "en": "a an the this that these those of to in on at for by from with as and or is are be been was were do does "
    "did have has had can could will would may might must shall should i we us our you your they them their it "
    "its me my he she his her any some",
    "fr": "le la les l un une des de du d au aux a à en dans par pour sur et ou est sont être été avoir avons ai as "
    "ont je j tu il elle on nous vous ils elles leur leurs notre nos votre vos mon ma mes son sa ses ce cet "
    "cette ces se s y m t",
}

_Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Expansion:
    """A term to search for beside the question's own words: its language, and the concept that brought it."""

    term: str
    language: Language
    concept: str


@dataclass(frozen=True, slots=True)
class Concept:
    """One row of the lexicon: an id and its terms a language, the legal ones first, without marks."""

    id: str
    english: tuple[str, ...]
    french: tuple[str, ...]
    legal: frozenset[str] = frozenset()
    """Those of its terms, of either language, that contracts use and lay people do not."""

    @property
    def general(self) -> bool:
        """Whether it is a general word, which translates but does not expand."""
        return self.id.startswith(GENERAL_PREFIX)

    def terms(self, language: Language) -> tuple[str, ...]:
        """Its terms in a language."""
        return self.english if language == "en" else self.french


@dataclass(frozen=True, slots=True)
class _Found:
    """A term met in a question: where its words stand among the question's content stems, and its concepts."""

    start: int
    end: int
    concepts: tuple[Concept, ...]


class Lexicon:
    """The concepts, and the look-up of their terms in a question.

    Args:
        concepts: the rows, in the order in which their terms are to be returned.
    """

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self.concepts = tuple(concepts)
        self._triggers = {language: _Triggers(self.concepts, language) for language in LANGUAGES}
        self._translations = _translations(self.concepts)

    @classmethod
    def load(cls) -> Lexicon:
        """The lexicon that is shipped, read once a process.

        Raises:
            ValueError: when a row of the file has not the form that its head explains.
        """
        return _shipped()

    def expand(self, question: str, language: str) -> list[Expansion]:
        """The other terms, in both languages, of the concepts that a question names.

        Args:
            question: the question as asked.
            language: "en" or "fr"; for anything else ("und") the terms of both are looked for.

        Where terms overlap the longest wins ("response time" hides "response"). The result follows the order of the
        terms in the question, the question's language before the other and legal terms before lay ones; a term that
        the question already holds is left out. A question that names nothing known gives an empty list.
        """
        asked = tuple(known for known in LANGUAGES if known == language) or LANGUAGES
        words = {known: content_stems(question, known) for known in asked}
        expansions: dict[tuple[str, Language], Expansion] = {}
        others = tuple(known for known in LANGUAGES if known not in asked)
        held = {known: self._runs(words.get(known, words[asked[0]])) for known in LANGUAGES}
        for concept in self._named(words):
            for known in asked + others:
                for term in concept.terms(known):
                    if content_stems(term, known) not in held[known]:
                        expansions.setdefault((term, known), Expansion(term, known, concept.id))
        return list(expansions.values())

    def is_of_contracts(self, question: str, language: str) -> bool:
        """Whether a question uses a term of contracts ("on-call", « astreinte »); lay terms ("at night") are said of anything.

        Args:
            question: the question as asked.
            language: "en" or "fr"; for anything else ("und") the terms of both are looked for.
        """
        asked = tuple(known for known in LANGUAGES if known == language) or LANGUAGES
        return any(
            not _legal_terms(self, known).isdisjoint(self._runs(content_stems(question, known))) for known in asked
        )

    def _named(self, words: Mapping[Language, _Key]) -> list[Concept]:
        """The concepts that a question names, in the order in which it does, given its content stems a language."""
        found = [one for known in words for one in self._triggers[known].find(words[known])]
        found.sort(key=lambda one: one.start)
        return list(dict.fromkeys(concept for one in found for concept in one.concepts))

    def _runs(self, words: _Key) -> set[_Key]:
        """Every run of consecutive words that is not longer than the longest term."""
        longest = max(triggers.longest for triggers in self._triggers.values())
        starts = range(len(words))
        return {words[start:end] for start in starts for end in range(start + 1, start + 1 + longest)}

    def counterparts(self, stem: str, language: str, other: str) -> frozenset[str]:
        """The stems in another language that stand for the same thing as a stem, one word for one word.

        Args:
            stem: a stem as `ingest.words.stems` gives it.
            language: its language, "en" or "fr".
            other: the language wanted; the same one gives synonyms.

        Empty where the lexicon does not know the stem or the language.
        """
        return self._translations.get((language, other), {}).get(stem, frozenset())


class _Triggers:
    """The terms of one language that expand a question, by their first stem, longest first."""

    def __init__(self, concepts: Sequence[Concept], language: Language) -> None:
        bearers: dict[_Key, list[Concept]] = defaultdict(list)
        for concept in concepts:
            if not concept.general:
                for key in dict.fromkeys(content_stems(term, language) for term in concept.terms(language)):
                    bearers[key].append(concept)
        self.longest = max(map(len, bearers), default=0)
        self._by_first: dict[str, list[tuple[_Key, tuple[Concept, ...]]]] = defaultdict(list)
        for key in sorted(bearers, key=lambda k: (-len(k), k)):
            self._by_first[key[0]].append((key, tuple(bearers[key])))

    def find(self, words: _Key) -> list[_Found]:
        """The terms in a row of content stems, none overlapping another, the longest preferred, then the first."""
        taken: set[int] = set()
        kept: list[_Found] = []
        for one in sorted(self._all(words), key=lambda f: (f.start - f.end, f.start)):
            places = range(one.start, one.end)
            if taken.isdisjoint(places):
                taken.update(places)
                kept.append(one)
        return kept

    def _all(self, words: _Key) -> Iterator[_Found]:
        for start, first in enumerate(words):
            for key, concepts in self._by_first.get(first, ()):
                if words[start : start + len(key)] == key:
                    yield _Found(start, start + len(key), concepts)


def content_stems(text: str, language: Language) -> tuple[str, ...]:
    """The stems of a text without articles, pronouns, auxiliaries and bare prepositions: what terms are compared by."""
    linking = _linking_stems(language)
    return tuple(stem for stem in stems(text, language) if stem not in linking)


def read_concepts(text: str) -> list[Concept]:
    """The concepts of a lexicon's text, one a row; rows that start with "#" are comments.

    Raises:
        ValueError: for a row without five columns, or without a term in each language.
    """
    rows = enumerate(text.splitlines(), start=1)
    return [_concept(row, number) for number, row in rows if row and not row.startswith("#")]


def _concept(row: str, number: int) -> Concept:
    cells = row.split("\t")
    if len(cells) != _COLUMNS:
        raise ValueError(f"lexicon, line {number}: expected {_COLUMNS} columns parted by tabs, got {len(cells)}")
    name, english_lay, english_legal, french_lay, french_legal = cells
    legal = frozenset(_terms(english_legal, french_legal)) - set(_terms(english_lay, french_lay))
    concept = Concept(name, _terms(english_legal, english_lay), _terms(french_legal, french_lay), legal)
    if not (name and concept.english and concept.french):
        raise ValueError(f"lexicon, line {number}: expected a name and a term in each language, got {row!r}")
    return concept


@cache
def _legal_terms(lexicon: Lexicon, language: Language) -> frozenset[_Key]:
    """The content stems of each term of contracts; gathered when first asked for, since few questions need them."""
    terms = {
        term
        for concept in lexicon.concepts
        if not concept.general
        for term in concept.terms(language)
        if term in concept.legal
    }
    return frozenset(content_stems(term, language) for term in terms)


def _terms(*cells: str) -> tuple[str, ...]:
    return tuple(term.removesuffix(SHARED_MARK) for cell in cells for term in cell.split("|") if term)


def _translations(concepts: Sequence[Concept]) -> dict[tuple[str, str], dict[str, frozenset[str]]]:
    """For each pair of languages, the single stems that share a concept with a single stem, itself left out."""
    tables: dict[tuple[str, str], dict[str, set[str]]] = {}
    singles = {language: [_single_stems(c, language) for c in concepts] for language in LANGUAGES}
    for language in LANGUAGES:
        for other in LANGUAGES:
            table = tables.setdefault((language, other), defaultdict(set))
            for here, there in zip(singles[language], singles[other], strict=True):
                for stem in here:
                    table[stem] |= there - {stem} if language == other else there
    return {pair: {stem: frozenset(found) for stem, found in table.items()} for pair, table in tables.items()}


def _single_stems(concept: Concept, language: Language) -> set[str]:
    keys = (stems(term, language) for term in concept.terms(language))
    return {key[0] for key in keys if len(key) == 1}


@cache
def _linking_stems(language: Language) -> frozenset[str]:
    return frozenset(stems(_LINKING_WORDS[language], language))


@cache
def _shipped() -> Lexicon:
    file = resources.files("assistant") / "data" / "lexicon.tsv"
    return Lexicon(read_concepts(file.read_text(encoding="utf-8")))


@cache
def words_of_terms(language: Language) -> frozenset[str]:
    """The folded words of all terms of a language in the lexicon that is shipped."""
    return frozenset(
        word for concept in _shipped().concepts for term in concept.terms(language) for word in tokens(term)
    )
