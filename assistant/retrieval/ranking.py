"""The sentences that may answer, ranked.

A sentence is ranked by how well its passage fits, how many of the question's weighty words it holds, whether it holds the kind of
thing that is asked for, and, for those that lead by these, how near it is in meaning. The weights were chosen on development
questions (docs/retrieval.md).
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace

from assistant.answer import FoundPassage
from assistant.asked.clause_topics import CAP, rank_on, read_topic
from assistant.asked.evidence import holds
from assistant.asked.premise import without_asserted
from assistant.asked.question import Question
from assistant.asked.sought import Sought, holds_value, read_sought
from assistant.asked.terms import Terms, find_terms
from assistant.asked.topic import Topic
from assistant.citing.surroundings import columns, is_header, is_row, quotable
from assistant.naming.clause_lookup import clause_at, outermost
from assistant.naming.mention import asks_for_place_alone
from assistant.retrieval.added_lookup import AddedLookup
from assistant.retrieval.candidate import Candidate, words_of
from assistant.retrieval.cap_order import is_of_another
from assistant.retrieval.in_turns import in_turns
from assistant.retrieval.lookup import spans_named
from assistant.retrieval.nearness import Nearness
from assistant.retrieval.preference import Preference
from assistant.retrieval.preferring import BESIDE_IT
from assistant.retrieval.row_label import bears_another, labels
from assistant.retrieval.rule_first import rule_first
from assistant.values.hours import names_hours, tells_hours, with_night
from assistant.wording.abbreviations import in_full
from assistant.wording.aside import Aside, read_aside
from assistant.wording.lexicon import Lexicon
from assistant.wording.near_miss import Side, neighbours, only_near
from assistant.wording.redaction import redacted_units
from ingest.document import Document, Span
from ingest.library import Library
from ingest.words import stem_language, stem_set, stems

PASSAGES_READ = 6  # the best passages whose sentences compete
PASSAGE_WEIGHT, WORDS_WEIGHT, KIND_WEIGHT = 1.0, 2.0, 0.8
NEARNESS_WEIGHT = 1.5
LOOKED_AT = 16  # sentences whose meaning is compared; each costs a few milliseconds the first time
NAMED_BONUS = 2.0  # for a sentence of a clause that the question names by number
CODE_WEIGHT = 2.0  # a stem with a figure in it ("p1", "8.2") tells more than a word
NEAR_MISS = 0.85  # of the score of a neighbour of what is asked for, and of an example: they stand behind what answers
HOURS_WEIGHT = 0.5  # of telling at which hours something holds, where hours are asked about ("at night", "at 2 am")
_TOPIC_WEIGHTS = (BESIDE_IT, 0.75, 1.0, 1.0)  # of the score of what states a topic not, of a part, or as a whole
_ON_TOPIC = (0.0, 0.3, 1.0, 1.0)  # for stating the topic that alone is asked for
_OFF_TOPIC = 0.01  # of score by which what does not state the topic stands behind the best that does
_FRAGMENT, _USUAL_LENGTH = 25, 250  # characters
_WHATEVER = re.compile(  # says that something does not matter, or whose a thing is ("its own staff"): no word on the subject
    r"\b(?:its|their|his|her|our|your|\w+['’]s?) own\b|"
    r"\b(?:for|by) (?:any|whatever) (?:reason|cause|ground)s?(?: whatsoever)?|\bhowsoever\b|\bregardless of the \w+|"
    r"\bquel(?:le)?s? qu['’]en so(?:it|ient) l[ea]s? \w+|\bquel(?:le)?s? que so(?:it|ient) l[ea]s? \w+|"
    r"\bpour quelque \w+ que ce soit|\bpour toute \w+ que ce soit",
    re.IGNORECASE,
)
_CODE = re.compile(r"[a-z]{1,3}\d{1,2}")


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question, and what weighs in it among the passages found."""

    question: Question
    rarity: Mapping[str, float]
    codes: frozenset[str]
    labels: frozenset[tuple[str, str]]
    sought: Sought
    neighbours: tuple[tuple[Side, Side], ...]
    hours: bool


class Ranking:
    """Ranks the sentences of passages.

    Args:
        library: gives the documents that passages stand in.
        lexicon: brings counterparts of the question's words.
        nearness: compares meanings.
    """

    def __init__(self, library: Library, lexicon: Lexicon, nearness: Nearness) -> None:
        self._library = library
        self._lexicon = lexicon
        self._nearness = nearness
        self._added = AddedLookup(library)
        self._preference = Preference(library, lexicon)

    def candidates(self, question: Question, passages: Sequence[FoundPassage], case: str = "") -> list[Candidate]:
        """The sentences of the best passages, best first, each once.

        Args:
            question: as read.
            passages: as retrieved, best first.
            case: the question with the day of its case, where that was taken out for the search.
        """
        question = without_asserted(question)
        read = passages[:PASSAGES_READ]
        codes = frozenset(s for s in stems(question.text, question.language) if _CODE.fullmatch(s))
        said = question.parts[-1].text if question.parts else question.text  # what a follow-up says last
        asked = _Asked(
            question,
            self._rarity(passages),
            codes,
            labels(question.text),
            read_sought(question),
            neighbours(with_night(question.text)),
            names_hours(said),
        )
        best: dict[tuple[str, Span], Candidate] = {}
        for passage, fit in zip(read, _fits(read), strict=True):
            for candidate in self._of_passage(asked, passage, fit):
                key = (passage.document_id, candidate.span)
                if key not in best or best[key].score < candidate.score:
                    best[key] = candidate
        ranked = sorted(best.values(), key=_order)
        compared = [*self._compared(question, ranked[:LOOKED_AT]), *ranked[LOOKED_AT:]]
        preferred = self._preference.of(question, said, self._of_place(question, compared), case)
        topic = read_topic(question.text)
        if topic is None:
            return in_turns(question, sorted(rule_first(question.text, preferred, self._library), key=_order))
        return sorted(self._by_topic(question.text, topic, preferred), key=_order)

    def _of_place(self, question: Question, candidates: list[Candidate]) -> list[Candidate]:
        """The candidates of the clauses named by number alone, where it is only asked what these say; all where none is of them."""
        if not asks_for_place_alone(question.text):
            return candidates
        ids = {candidate.passage.document_id for candidate in candidates}
        named = {id_: self._named(question, self._library.document(id_), id_) for id_ in ids}
        within = [c for c in candidates if _named_bonus(c.span, named[c.passage.document_id])]
        return within or candidates

    def _by_topic(self, said: str, topic: Topic, candidates: Sequence[Candidate]) -> list[Candidate]:
        """The candidates, those that state the topic before those that state it of a part, and these before all others."""
        ranks = [self._rank(topic, candidate) for candidate in candidates]
        if topic is CAP:  # "our cap" is not theirs
            ranks = [
                min(rank, 1) if is_of_another(said, candidate, self._library) else rank
                for candidate, rank in zip(candidates, ranks, strict=True)
            ]
        scores = [_TOPIC_WEIGHTS[rank] * c.score + _ON_TOPIC[rank] for c, rank in zip(candidates, ranks, strict=True)]
        best = max((score for score, rank in zip(scores, ranks, strict=True) if rank), default=math.inf)
        ranked = [
            replace(c, score=score if rank else min(score, best - _OFF_TOPIC), on_topic=rank > 0)
            for c, score, rank in zip(candidates, scores, ranks, strict=True)
        ]
        whole = [candidate for candidate, rank in zip(ranked, ranks, strict=True) if rank > 1]
        return self._as_read(ranked, whole) if topic.in_order else ranked

    def _rank(self, topic: Topic, candidate: Candidate) -> int:
        """How well a candidate states a topic; a row does below its heading and the header of its table."""
        text, document = words_of(candidate, self._library), self._library.document(candidate.passage.document_id)
        rank = rank_on(topic, text)
        if rank or not is_row(document, candidate.span):
            return rank
        heading = clause_at(document, candidate.span.start).heading or ""
        return rank_on(topic, f"{heading}\n{columns(document, candidate.span)}\n{text}")

    def _as_read(self, candidates: Sequence[Candidate], alike: Sequence[Candidate]) -> list[Candidate]:
        """The candidates, those alike of one clause at the top in the order in which they are read: the rule before what follows it."""
        groups: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
        for candidate in alike:
            document = self._library.document(candidate.passage.document_id)
            top = outermost(document, clause_at(document, candidate.span.start))
            groups[candidate.passage.document_id, top.id].append(candidate)
        scores = {
            (each.passage.document_id, each.span): score
            for group in groups.values()
            for each, score in zip(
                sorted(group, key=lambda one: one.span), sorted((one.score for one in group), reverse=True), strict=True
            )
        }
        return [replace(c, score=scores.get((c.passage.document_id, c.span), c.score)) for c in candidates]

    def _compared(self, question: Question, leading: Sequence[Candidate]) -> list[Candidate]:
        """The leading candidates with how near they are; the nearest gains the whole weight, the farthest nothing."""
        asked = in_full(question.text, question.language)
        near = self._nearness.of(asked, [self._in_place(candidate) for candidate in leading])
        low, high = min(near, default=0.0), max(near, default=0.0)
        width = (high - low) or 1.0
        return [
            replace(candidate, near=cosine, score=candidate.score + NEARNESS_WEIGHT * (cosine - low) / width)
            for candidate, cosine in zip(leading, near, strict=True)
        ]

    def _in_place(self, candidate: Candidate) -> str:
        """The sentence below the headings of its passage, as the embedder knows passages."""
        return f"{candidate.passage.breadcrumb}\n{' '.join(words_of(candidate, self._library).split())}"

    def _of_passage(self, asked: _Asked, passage: FoundPassage, fit: float) -> list[Candidate]:
        document = self._library.document(passage.document_id)
        terms = find_terms(asked.question, stem_language(document.language), self._lexicon)
        named = self._named(asked.question, document, passage.document_id)
        return [
            _candidate(asked, passage, document, span, fit, terms, named, self._lexicon)
            for span in quotable(document, Span(passage.start, passage.end))
            if not _is_other_row(document, span, asked) and not is_header(document, span)
        ]

    def _named(self, question: Question, document: Document, document_id: str) -> list[Span]:
        if not (question.numbers or question.annexes or question.documents):
            return []
        record = self._library.record(document_id)
        family = self._library.contract(record.contract).documents
        records = {each.id: each for each in family}
        added = self._added.places(question, records)
        own = self._added.without_added(question, records, added)
        return [*added.get(document_id, []), *spans_named(own, document, record, family)]

    def _rarity(self, passages: Sequence[FoundPassage]) -> dict[str, float]:
        """For each stem of the passages, ln of how rare it is among them: what all hold tells nothing apart."""
        counts: Counter[str] = Counter()
        for passage in passages:
            language = stem_language(self._library.document(passage.document_id).language)
            counts.update(stem_set(passage.text, language))
        return {stem: math.log(1 + len(passages) / count) for stem, count in counts.items()}


def _order(candidate: Candidate) -> tuple[float, Span]:
    return -candidate.score, candidate.span


def _candidate(
    asked: _Asked,
    passage: FoundPassage,
    document: Document,
    span: Span,
    fit: float,
    terms: Terms,
    named: Sequence[Span],
    lexicon: Lexicon,
) -> Candidate:
    text, language = span.of(document.text), stem_language(document.language)
    named_columns = columns(document, span)
    above = f"{passage.breadcrumb} {named_columns}" if named_columns else passage.breadcrumb
    coverage = _coverage(terms, asked.rarity, stem_set(_WHATEVER.sub(" ", text), language), stem_set(above, language))
    kind = holds(asked.question, text)
    valued = (
        holds_value(asked.sought, text, above, language, lexicon, asked.question.language)
        if asked.sought.value
        else kind
    )
    score = PASSAGE_WEIGHT * fit + WORDS_WEIGHT * coverage + KIND_WEIGHT * valued
    score = score * _length_factor(len(text)) + _named_bonus(span, named)
    if read_aside(text) is Aside.EXAMPLE:
        score *= NEAR_MISS
    if asked.neighbours or asked.hours:
        told = f"{clause_at(document, span.start).heading} {named_columns} {text}"
        score *= NEAR_MISS if only_near(asked.neighbours, told) else 1.0
        score += HOURS_WEIGHT if asked.hours and tells_hours(told) else 0.0
    taken_out = bool(redacted_units(text) & asked.sought.units)
    return Candidate(passage, span, score, coverage, valued and not taken_out, taken_out)


def _named_bonus(span: Span, named: Sequence[Span]) -> float:
    """For a sentence of a clause that the question names by number; more for those that stand first in it."""
    for clause in named:
        if clause.contains(span):
            return NAMED_BONUS * (1.0 + 0.5 * (clause.end - span.start) / len(clause))
        if span.contains(clause):  # the sentence of an amendment that brings the clause in
            return 1.5 * NAMED_BONUS
    return 0.0


def _is_other_row(document: Document, span: Span, asked: _Asked) -> bool:
    """A table row for P3 when the question is about P1, or for year 5 when it is about year 3: it holds others, and not this one."""
    if not (asked.codes or asked.labels) or not is_row(document, span):
        return False
    if bears_another(asked.labels, span.of(document.text)):
        return True
    held = {s for s in stem_set(span.of(document.text), "en") if _CODE.fullmatch(s)}
    letters = {code.rstrip("0123456789") for code in asked.codes}
    return not held & asked.codes and any(code.rstrip("0123456789") in letters for code in held)


def _fits(passages: Sequence[FoundPassage]) -> list[float]:
    """Passage scores on a scale from 0 (the last one read) to 1 (the best)."""
    if not passages:
        return []
    low, high = passages[-1].score, passages[0].score
    return [(p.score - low) / (high - low) if high > low else 1.0 for p in passages]


def _coverage(terms: Terms, rarity: Mapping[str, float], body: Set[str], above: Set[str]) -> float:
    """Share of the weight of the question's terms that a sentence holds; a word of its headings counts half."""
    unseen = math.log(1 + len(rarity) ** 0.5)  # of a stem that no passage holds
    gained = total = 0.0
    for stem, weight in terms.all.items():
        value = weight * rarity.get(stem, unseen) * (CODE_WEIGHT if any(c.isdigit() for c in stem) else 1.0)
        total += value if stem in terms.typed else 0.0
        gained += value if stem in body else 0.5 * value if stem in above else 0.0
    return min(1.0, gained / total) if total else 0.0


def _length_factor(length: int) -> float:
    """A fragment says nothing by itself; a long sentence holds many words by its length alone (in characters)."""
    if length < _FRAGMENT:
        return 0.7
    return 1.0 / (1.0 + 0.1 * max(0.0, math.log2(length / _USUAL_LENGTH)))
