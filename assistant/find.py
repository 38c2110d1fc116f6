"""Clauses for someone who knows what they look for: by number, defined term, exact phrase, words or meaning.

Unlike an answer, a find looks over all contracts at once, and says of each passage why it was found and which words match.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache
from itertools import chain, islice
from typing import Any

from assistant.answer import FoundPassage
from assistant.asked.question import Question, read_question
from assistant.asked.terms import content_stems, find_terms
from assistant.family.in_force import InForce
from assistant.naming.clause_lookup import clause_at, clause_name
from assistant.naming.defined_term import DefinedTerm
from assistant.retrieval.lookup import ENOUGH
from assistant.retrieve import Search
from assistant.wording.joined import other_forms
from assistant.wording.lexicon import Lexicon
from ingest.document import Role, Span
from ingest.embed import Embedder
from ingest.index import Index
from ingest.library import Library
from ingest.record import DocumentRecord
from ingest.words import flat, fold, stem_language, stems

_WORDS_KEPT = 65_536  # words whose stems are remembered
_DEFINED_AMONG = 60  # passages that are looked through for a definition of the words
_LETTERED = re.compile(r"[A-Z]\.?\d{1,2}(?:\.\d{1,3}){0,4}")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


class Why(StrEnum):
    """Why a passage was found."""

    NUMBER = "number"
    DEFINITION = "definition"
    PHRASE = "phrase"
    WORDS = "words"
    MEANING = "meaning"


_MAY_DEFINE = frozenset((Why.PHRASE, Why.WORDS, Why.MEANING))


@dataclass(frozen=True, slots=True)
class Match:
    """A passage found, why, and the places of the matching words in its document's text (characters)."""

    passage: FoundPassage
    why: Why
    marks: tuple[Span, ...] = ()

    def excerpt(self, limit: int, lead: int) -> Span:
        """The part of the passage to show, in characters of its text: from its start, or from where most marks stand together.

        Args:
            limit: characters at most.
            lead: characters before the first mark shown.
        """
        text, start = self.passage.text, self.passage.start
        marks = [mark.start - start for mark in self.marks]
        held = {first: sum(first <= at < first + limit - lead for at in marks) for first in marks}
        best = max(held, key=lambda first: (held[first], -first), default=0)
        begin = 0 if best < limit - lead else text.find(" ", best - lead) + 1
        end = begin + limit
        if end >= len(text):
            return Span(begin, len(text))
        return Span(begin, max(text.rfind(" ", begin + limit // 2, end), begin + limit // 2))

    def to_json(self) -> dict[str, Any]:
        """The passage as JSON, with ``why`` and ``marks`` ([start, end] of each)."""
        return asdict(self.passage) | {"why": self.why, "marks": [[mark.start, mark.end] for mark in self.marks]}


class Finder:
    """Finds passages over a library.

    Args:
        library: contracts, documents and their texts.
        index: finds passages.
        embedder: the one that the index was built with.
    """

    def __init__(self, library: Library, index: Index, embedder: Embedder) -> None:
        self._library = library
        self._index = index
        self._lexicon = Lexicon.load()
        self._search = Search(library, index, embedder, self._lexicon)
        self._in_force = InForce(library)

    def find(
        self,
        words: str,
        contract: str | None = None,
        limit: int = 10,
        role: Role | None = None,
        language: str | None = None,
        held_on: date | None = None,
    ) -> list[Match]:
        """The passages, best first.

        A number alone ("8.2", "Annex B") finds the clauses that bear it and nothing else; a phrase in quotation marks only
        passages that hold it, whatever their case, accents and line breaks. Where the words are a defined term, its definitions come
        first.

        Args:
            words: what is looked for.
            contract: the one to look in; all when None.
            limit: how many at most.
            role: only documents that are this within their contract.
            language: only documents in this language ("en", "fr").
            held_on: only words that are in force on this day.

        Raises:
            BadQuestion: nothing to look for.
            UnknownContract: no contract goes by that name.
        """
        question = read_question(words)
        records = {record.id: record for record in self._records(contract, role, language)}
        numbered = self._numbered(question, records, limit if held_on is None else ENOUGH)
        first = next(numbered, None)
        matches = self._searched(question, records, limit) if first is None else chain([first], numbered)
        held = matches if held_on is None else (each for each in matches if self._holds(each, held_on))
        return list(islice(held, limit))

    def _numbered(self, question: Question, records: Mapping[str, DocumentRecord], enough: int) -> Iterator[Match]:
        """What bears the numbers, where nothing else is looked for, in so many documents."""
        if _LETTERED.fullmatch(question.text):  # a clause, where one bears it; "P1" is a priority as well
            question = replace(question, numbers=(question.text,), is_place=True)
        if question.is_place:
            yield from (Match(each, Why.NUMBER) for each in self._search.numbered(question, records.keys(), enough))

    def _searched(self, question: Question, records: Mapping[str, DocumentRecord], limit: int) -> list[Match]:
        languages = {record.id: stem_language(record.language) for record in records.values()}
        typed = self._search.spelled(question, records.keys())
        said = self._in_all_forms(question, records.keys())
        spelled = self._search.spelled(said, records.keys())
        asked = self._search.quoting if question.phrases else self._search.passages
        passages = asked(said, records.keys(), max(limit, _DEFINED_AMONG))
        wanted = {each: self._meant(spelled, each) for each in set(languages.values())}
        named = self._search.places(question, {passage.document_id for passage in passages})
        term = DefinedTerm.of(typed.text)
        matches = [
            (_match(question, each, languages[each.document_id], wanted[languages[each.document_id]], named), each.text)
            for each in passages
        ]
        defining = [
            term is not None and match.why in _MAY_DEFINE and term.is_defined_in(text) for match, text in matches
        ]
        found = [
            self._defining(match, term)
            if term and defines and match.why is not Why.PHRASE
            else self._named(match, named)
            for (match, _), defines in zip(matches, defining, strict=True)
        ]
        # who looks for one word wants to see it: what is only near in meaning stands behind
        is_one = len(set(content_stems(typed.text, typed.language))) == 1
        behind = [is_one and each.why is Why.MEANING for each in found]
        return [found[n] for n in sorted(range(len(found)), key=lambda n: (not defining[n], behind[n]))]

    def _defining(self, match: Match, term: DefinedTerm) -> Match:
        """The match as that of a definition, from where the definition begins on."""
        begin = term.definition_in(match.passage.text) or 0
        return replace(self._from(match, match.passage.start + begin), why=Why.DEFINITION)

    def _named(self, match: Match, named: Mapping[str, Sequence[Span]]) -> Match:
        """The match from where the clause begins that is named by number; any other as it is."""
        if match.why is not Why.NUMBER:
            return match
        whole = Span(match.passage.start, match.passage.end)
        begins = min(span.start for span in named[match.passage.document_id] if span.overlaps(whole))
        return self._from(match, begins)

    def _from(self, match: Match, begin: int) -> Match:
        """The match without what stands before a place in its document, cited by the clause there."""
        passage = match.passage
        if not passage.start < begin < passage.end:
            return match
        document = self._library.document(passage.document_id)
        clause = clause_at(document, begin)
        kept = replace(
            passage,
            clause=clause_name(document, clause),
            clause_id=clause.id,
            page=document.page_at(begin),
            start=begin,
            text=passage.text[begin - passage.start :],
        )
        return replace(match, passage=kept, marks=tuple(mark for mark in match.marks if mark.start >= begin))

    def _in_all_forms(self, question: Question, document_ids: Collection[str]) -> Question:
        """The question with its words also as the documents write them, together or with a hyphen; a phrase stays as it is."""
        if question.phrases:
            return question

        def is_known(word: str) -> bool:
            return self._search.knows(word, document_ids)

        forms = other_forms(question.text, is_known, lambda form: bool(self._index.may_hold([form], document_ids)))
        return replace(question, text=" ".join((question.text, *forms)))

    def _meant(self, question: Question, language: str) -> Collection[str]:
        """The stems that say the words looked for: in their own language those very words, in the other what they are there.

        Related words are searched for as well; what they find is found by its meaning.
        """
        terms = find_terms(question, language, self._lexicon)
        return terms.typed.keys() if language == question.language else terms.searched.keys()

    def _holds(self, match: Match, day: date) -> bool:
        """Whether the words that match (all of the passage where none do) are in force on a day, as far as can be told."""
        passage = match.passage
        spans = match.marks or (Span(passage.start, passage.end),)
        return any(self._in_force.holds(passage, span, day) for span in spans)

    def _records(self, contract: str | None, role: Role | None, language: str | None) -> Iterator[DocumentRecord]:
        for each in self._library.contracts() if contract is None else [self._library.contract(contract)]:
            for record in each.documents:
                if role in (None, record.role) and language in (None, record.language):
                    yield record


def _match(
    question: Question,
    passage: FoundPassage,
    language: str,
    wanted: Collection[str],
    named: Mapping[str, Sequence[Span]],
) -> Match:
    if question.phrases:
        phrases = [span for phrase in question.phrases for span in _places(passage.text, phrase)]
        return Match(passage, Why.PHRASE, _moved(phrases, passage.start))
    marks = _moved(matching_words(passage.text, wanted, language), passage.start)
    if any(map(Span(passage.start, passage.end).overlaps, named.get(passage.document_id, ()))):
        return Match(passage, Why.NUMBER, marks)
    return Match(passage, Why.WORDS if marks else Why.MEANING, marks)


def matching_words(text: str, wanted: Collection[str], language: str) -> list[Span]:
    """Where the words of a text stand whose stems are wanted; a word that says nothing of its own is never marked.

    Args:
        text: any text.
        wanted: stems as `ingest.words.stems` gives them.
        language: that of the text, "en" or "fr".
    """
    spans = []
    for word in _WORD.finditer(text):
        if any(stem in wanted for stem in _telling(word.group(), language)):
            spans.append(Span(*word.span()))
    return spans


@lru_cache(maxsize=_WORDS_KEPT)
def _telling(word: str, language: str) -> tuple[str, ...]:
    """The stems of a word, none for one that says nothing of its own; remembered, since contracts repeat their words."""
    return tuple(stems(word, language)) if content_stems(word, language) else ()


def _places(text: str, phrase: str) -> list[Span]:
    """Where a phrase stands in a text, whatever case, accents and line breaks."""
    if flat(phrase) not in flat(text):
        return []
    # letter by letter, so that the places are those of the text as it is
    letters = [(fold(c) if not c.isspace() else " ", at) for at, c in enumerate(text)]
    parts = [(part, at) for folded, at in letters for part in folded]
    kept = [pair for n, pair in enumerate(parts) if pair[0] != " " or n == 0 or parts[n - 1][0] != " "]
    plain, wanted = "".join(part for part, _ in kept), flat(phrase)
    spans, at = [], plain.find(wanted) if wanted else -1
    while at >= 0:
        spans.append(Span(kept[at][1], kept[at + len(wanted) - 1][1] + 1))
        at = plain.find(wanted, at + len(wanted))
    return spans


def _moved(spans: list[Span], by: int) -> tuple[Span, ...]:
    return tuple(Span(span.start + by, span.end + by) for span in spans)
