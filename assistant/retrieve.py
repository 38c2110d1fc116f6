"""The retriever: meaning and words together, and direct look-up of what a question names.

Scores of one question are put on one scale (`assistant.retrieval.one_scale`) and summed; the weights were chosen on development questions
(docs/retrieval.md). Clause numbers, annexes and quoted phrases are looked up as such and come first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from operator import itemgetter
from statistics import fmean, pstdev
from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document as LangChainDocument
from langchain_core.retrievers import BaseRetriever

from assistant.answer import FoundPassage
from assistant.asked.clause_topics import rank_on, read_topic
from assistant.asked.question import Question, read_question
from assistant.asked.terms import content_stems, find_terms
from assistant.naming.clause_lookup import clause_at, clause_name
from assistant.naming.contract_names import is_name, name_words
from assistant.naming.nameless import nameless
from assistant.naming.role_words import roles_named, roles_searched
from assistant.retrieval.lookup import ENOUGH, Lookup
from assistant.retrieval.one_scale import standardised
from assistant.retrieval.phrase_lookup import PhraseLookup
from assistant.retrieval.rerank import LOOKED_AT, Reranker
from assistant.wording.abbreviations import in_full
from assistant.wording.lexicon import LANGUAGES, Lexicon
from assistant.wording.spelling import mended
from ingest.document import Role, Span
from ingest.embed import Embedder
from ingest.index import Hit, Index, PassageKey
from ingest.library import Library
from ingest.record import DocumentRecord
from ingest.words import fold, stem_language, stems

MEANING_WEIGHT = 1.0
WORDS_WEIGHT = 0.6
NAME_WEIGHT = 0.3  # of a word of the contract's own name: it told which contract, and tells its clauses apart little
COMMON = 0.2  # share of the passages that hold a word which stands all over a contract
LOOKUP_BONUS = 6.0  # standard deviations: what the question names by number stands first
PHRASE_BONUS = 3.0
RERANKER_WEIGHT = 1.0  # as much as meaning; not measured, since no reranker comes with the program (docs/retrieval.md)
LANGUAGE_BONUS = 0.3  # for the question's own language: of two versions of one document the reader wants that one
ROLE_BONUS = 0.8  # for a document that the question names by what it is ("the SLA")
ROLE_SEARCHED = 2.0  # for one that it wants looked into ("in the SLA"): its passages are read before those of others
TOPIC_BONUS = 1.5  # for a passage that states the topic that alone is asked for
TOPIC_AMONG = 200  # passages that are looked at for it
POOL = 400  # passages scored by each leg: all of a usual contract


class ClauseRetriever(BaseRetriever):
    """A LangChain retriever over the library's passages.

    ``document_ids`` are the documents that may be looked at (None for all): the filter holds before the search. ``k`` is how many
    passages come back.

    >>> retriever = ClauseRetriever(library=library, index=index, embedder=embedder)  # doctest: +SKIP
    >>> retriever.invoke("How much notice must we give?")  # doctest: +SKIP
    """

    library: Any
    index: Any
    embedder: Any
    lexicon: Any = None
    document_ids: tuple[str, ...] | None = None
    k: int = 10

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[LangChainDocument]:
        search = Search(self.library, self.index, self.embedder, self.lexicon or Lexicon.load())
        found = search.passages(read_question(query), self.document_ids, self.k)
        return [LangChainDocument(page_content=p.text, metadata=_metadata(p)) for p in found]


def _metadata(passage: FoundPassage) -> dict[str, Any]:
    names = (
        "contract",
        "document",
        "clause",
        "page",
        "start",
        "end",
        "score",
        "breadcrumb",
        "document_id",
        "clause_id",
    )
    return {name: getattr(passage, name) for name in names}


class Search:
    """Finds passages for questions.

    Args:
        library: the truth.
        index: vectors and words.
        embedder: the one that the index was built with.
        lexicon: brings counterparts of the question's words.
        reranker: takes a second look at the best passages; none by default.
    """

    def __init__(
        self,
        library: Library,
        index: Index,
        embedder: Embedder,
        lexicon: Lexicon,
        reranker: Reranker | None = None,
    ) -> None:
        self._reranker = reranker
        self._library = library
        self._index = index
        self._embedder = embedder
        self._lexicon = lexicon
        self._lookup = Lookup(library)
        self._phrases = PhraseLookup(library, index)

    def passages(
        self, question: Question, document_ids: Collection[str] | None = None, limit: int = 10
    ) -> list[FoundPassage]:
        """The best passages, best first.

        Args:
            question: as read.
            document_ids: the documents that may be looked at; None for all that the library holds.
            limit: how many at most.
        """
        records = self._records(document_ids)
        return self._best(question, records, limit) if records else []

    def quoting(
        self, question: Question, document_ids: Collection[str] | None = None, limit: int = 10
    ) -> list[FoundPassage]:
        """The passages that hold a phrase that the question quotes, and no others, best first; at most ``limit``."""
        records = self._records(document_ids)
        return self._best(question, records, limit, quoting=True) if self._phrases.documents(question, records) else []

    def places(self, question: Question, document_ids: Collection[str]) -> dict[str, list[Span]]:
        """The clauses and annexes that the question names by number, by the id of their document (see `Lookup.places`)."""
        return self._lookup.places(question, self._records(document_ids))

    def numbered(
        self, question: Question, document_ids: Collection[str] | None = None, enough: int = ENOUGH
    ) -> Iterator[FoundPassage]:
        """The clauses and annexes that the question names by number, without a search, passage by passage: no word before or after them.

        First that with which each begins, then what follows it: contract by contract, the framework agreement before its annexes.

        Args:
            question: as read.
            document_ids: where to look; everywhere when None.
            enough: documents after which no more are opened.
        """
        found = self._records(document_ids).values()
        ordered = sorted(found, key=lambda each: (each.contract, each.role is not Role.FRAMEWORK, each.name))
        records = {record.id: record for record in ordered}
        pieces = [
            (before, id_, ordinal, piece)
            for id_, spans in self._lookup.places(question, records, enough).items()
            for before, (ordinal, piece) in enumerate(self._pieces(id_, spans))
        ]
        for _, id_, ordinal, piece in sorted(pieces, key=itemgetter(0)):
            yield self._found(records[id_], ordinal, LOOKUP_BONUS, 0.0, piece)

    def _best(
        self,
        question: Question,
        records: Mapping[str, DocumentRecord],
        limit: int,
        quoting: bool = False,
    ) -> list[FoundPassage]:
        """The best passages; only those that hold a quoted phrase when ``quoting``."""
        names = self._names(records)
        meant = self._embedder.embed_question(self._meant(in_full(question.text, question.language), names, records))
        nearest = self._index.nearest(meant, records.keys(), POOL)
        similarity = {hit.key: hit.score for hit in nearest}
        scores = self._scores(question, nearest, self._words(question, names, records), records)
        scores |= self._on_topic(question, scores)
        most = limit if self._reranker is None else max(limit, LOOKED_AT)
        ranked = _ranked(scores)
        held = self._phrases.passages(question, records, ranked, most)
        if held:
            scores |= {key: scores.get(key, 0.0) + PHRASE_BONUS for key in held}
            ranked = _ranked(scores)
        kept = [(key, scores[key]) for key in ranked if not quoting or key in held][:most]
        found = [self._found(records[key[0]], key[1], score, similarity.get(key, 0.0)) for key, score in kept]
        return self._looked_at_again(question, found)[:limit]

    def _on_topic(self, question: Question, scores: Mapping[PassageKey, float]) -> dict[PassageKey, float]:
        """The scores of passages that state the topic, where the question names one and nothing else: those that lead are looked at."""
        topic = read_topic(question.text)
        if topic is None:
            return {}
        leading = _ranked(scores)[:TOPIC_AMONG]
        texts = (
            (key, self._library.passages(key[0])[key[1]].span.of(self._library.document(key[0]).text))
            for key in leading
        )
        return {key: scores[key] + TOPIC_BONUS for key, text in texts if rank_on(topic, text)}

    def _looked_at_again(self, question: Question, found: list[FoundPassage]) -> list[FoundPassage]:
        """The passages in the order of their scores and the reranker's together, each in standard deviations."""
        if self._reranker is None or len(found) < 2:
            return found
        given = self._reranker.scores(question.text, [f"{p.breadcrumb}\n{p.text}" for p in found])
        mean, deviation = fmean(given), pstdev(given) or 1.0
        scored = [
            replace(passage, score=round(passage.score + RERANKER_WEIGHT * (score - mean) / deviation, 4))
            for passage, score in zip(found, given, strict=True)
        ]
        return sorted(scored, key=lambda passage: -passage.score)

    def _records(self, document_ids: Collection[str] | None) -> dict[str, DocumentRecord]:
        known = self._library.current()
        return dict(known) if document_ids is None else {i: known[i] for i in document_ids if i in known}

    def _scores(
        self,
        question: Question,
        nearest: Sequence[Hit],
        matching: Sequence[Hit],
        records: Mapping[str, DocumentRecord],
    ) -> dict[PassageKey, float]:
        languages = {record.id: stem_language(record.language) for record in records.values()}
        meaning, words = standardised(nearest, languages), standardised(matching, languages)
        lowest_meaning, lowest_words = min((0.0, *meaning.values())), min((0.0, *words.values()))
        scores = {
            key: MEANING_WEIGHT * meaning.get(key, lowest_meaning) + WORDS_WEIGHT * words.get(key, lowest_words)
            for key in meaning.keys() | words.keys()
        }
        roles, searched = roles_named(question.text), roles_searched(question.text)
        for key in scores:
            role = records[key[0]].role
            scores[key] += ROLE_SEARCHED if role in searched else ROLE_BONUS if role in roles else 0.0
            if languages[key[0]] == question.language:
                scores[key] += LANGUAGE_BONUS
        for key in self._named(question, records):
            scores[key] = scores.get(key, 0.0) + LOOKUP_BONUS
        return scores

    def spelled(self, question: Question, document_ids: Collection[str]) -> Question:
        """The question with mistyped words as they were meant: those that stand in none of the documents, in no form."""

        def is_known(word: str) -> bool:
            return self.knows(word, document_ids)

        parts = tuple(replace(part, text=mended(part.text, part.language, is_known)) for part in question.parts)
        return replace(question, text=mended(question.text, question.language, is_known), parts=parts)

    def knows(self, word: str, document_ids: Collection[str]) -> bool:
        """Whether a word stands in one of the documents, in any form of either language."""
        return any(self._index.document_frequency(s, document_ids) for each in LANGUAGES for s in stems(word, each))

    def _words(self, question: Question, names: Set[str], records: Mapping[str, DocumentRecord]) -> list[Hit]:
        """BM25 of the question's words and of what the lexicon brings, in each language of the documents."""
        by_language: dict[str, list[str]] = defaultdict(list)
        for record in records.values():
            by_language[stem_language(record.language)].append(record.id)
        stemmed = {stem for word in names for each in LANGUAGES for stem in stems(word, each)}
        spelled = self.spelled(question, records.keys())
        hits: list[Hit] = []
        for language, ids in by_language.items():
            words = find_terms(spelled, language, self._lexicon).words
            weights = {
                word: weight * (NAME_WEIGHT if any(is_name(stem, stemmed) for stem in word) else 1.0)
                for word, weight in words.items()
            }
            hits += self._index.matching(weights, ids, POOL)
        return hits

    def _names(self, records: Mapping[str, DocumentRecord]) -> set[str]:
        """The words that the one contract searched goes by; none when there are several, which they tell apart."""
        contracts = {record.contract for record in records.values()}
        return name_words(self._library.contract(*contracts)) if len(contracts) == 1 else set()

    def _meant(self, question: str, names: Set[str], records: Mapping[str, DocumentRecord]) -> str:
        """What is compared in meaning: within one contract the question without its parties' names."""
        return nameless(question, lambda word: self._names_party(word, names, records)) if names else question

    def _names_party(self, word: str, names: Collection[str], records: Mapping[str, DocumentRecord]) -> bool:
        """Whether a word of the question names a party, by two signs of three.

        It is written large, the contract goes by it, and it stands all over the contract. One alone says too little: a contract may go by
        what it is about ("servers"), and what is written large may be a product.
        """
        large, goes_by = word[0].isupper(), is_name(fold(word), names)
        return (large and goes_by) or ((large or goes_by) and self._is_common(word, records))

    def _is_common(self, word: str, records: Mapping[str, DocumentRecord]) -> bool:
        """Whether a word that says something stands in more than a fifth of the passages."""
        passages = sum(self._index.sizes().get(document, 0) for document in records)
        return any(
            all(sum(self._index.document_frequency(s, records.keys()).values()) > COMMON * passages for s in found)
            for language in LANGUAGES
            if (found := content_stems(word, language))
        )

    # --- direct look-up

    def _named(self, question: Question, records: Mapping[str, DocumentRecord]) -> set[PassageKey]:
        """Passages of the clauses and annexes that the question names."""
        places = self._lookup.places(question, records).items()
        return {(id_, ordinal) for id_, spans in places for ordinal, _ in self._pieces(id_, spans)}

    def _pieces(self, document_id: str, spans: Sequence[Span]) -> Iterator[tuple[int, Span]]:
        """The parts of a document's passages that lie within any of some spans, each with the place of its passage, in reading order."""
        outermost = [s for s in dict.fromkeys(spans) if not any(o != s and o.contains(s) for o in spans)]
        for ordinal, passage in enumerate(self._library.passages(document_id)):
            for span in filter(passage.span.overlaps, sorted(outermost, key=lambda each: each.start)):
                yield ordinal, Span(max(span.start, passage.span.start), min(span.end, passage.span.end))

    def _found(
        self, record: DocumentRecord, ordinal: int, score: float, similarity: float, piece: Span | None = None
    ) -> FoundPassage:
        """A passage, or a piece of it, with where it stands."""
        document = self._library.document(record.id)
        passage = self._library.passages(record.id)[ordinal]
        span = piece or passage.span
        clause = (
            clause_at(document, piece.start) if piece else next(c for c in document.clauses if c.id == passage.clause)
        )
        return FoundPassage(
            contract=record.contract,
            document=record.name,
            clause=clause_name(document, clause),
            page=document.page_at(span.start),
            start=span.start,
            end=span.end,
            score=round(score, 4),
            similarity=round(similarity, 4),
            text=span.of(document.text),
            breadcrumb=passage.breadcrumb,
            document_id=record.id,
            clause_id=clause.id,
            paged=document.paged,
        )


def _ranked(scores: Mapping[PassageKey, float]) -> list[PassageKey]:
    """The keys, best first."""
    return sorted(scores, key=lambda key: (-scores[key], key))
