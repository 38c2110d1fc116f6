"""An answer without a language model: the sentences that answer, word for word.

Sentences of the best passages are ranked by how well their passage fits, how many of the question's weighty words they hold, and
whether they hold the kind of thing that is asked for. What belongs to a sentence comes with it: the items that it introduces,
the header of a table row.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Citation, FoundPassage, Statement, Verdict
from assistant.cite import cite
from assistant.evidence import holds
from assistant.lexicon import Lexicon
from assistant.question import Question
from assistant.terms import Terms, find_terms
from ingest.document import Document, Span
from ingest.library import Library
from ingest.sentences import sentences
from ingest.words import stems

PASSAGES_READ = 6  # the best passages whose sentences compete
MOST_STATEMENTS = 3
WORTH_SHOWING = 0.72  # of the best sentence's score
LONGEST_ITEMS = 700  # characters of list items that come with the sentence introducing them
PASSAGE_WEIGHT, WORDS_WEIGHT, KIND_WEIGHT = 1.0, 1.2, 0.5


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may answer, and its score (about 0 to 2.7)."""

    passage: FoundPassage
    span: Span
    score: float
    coverage: float
    """Share of the question's weight of words that the sentence, its breadcrumb included, holds: 0 to 1."""


class Quoter:
    """Picks quotes from passages.

    Args:
        library: gives the documents that passages stand in.
        lexicon: brings counterparts of the question's words.
    """

    def __init__(self, library: Library, lexicon: Lexicon) -> None:
        self._library = library
        self._lexicon = lexicon

    def candidates(self, question: Question, passages: Sequence[FoundPassage]) -> list[Candidate]:
        """The sentences of the best passages, best first."""
        read = passages[:PASSAGES_READ]
        if not read:
            return []
        fits = _fits(read)
        rarity = _rarity(passages, self._library)
        found: dict[tuple[str, Span], Candidate] = {}
        for passage, fit in zip(read, fits, strict=True):
            document = self._library.document(passage.document_id)
            terms = find_terms(question, _language(document), self._lexicon)
            for span in sentences(document.text, Span(passage.start, passage.end)):
                candidate = _candidate(question, passage, document, span, fit, terms, rarity)
                known = found.get((passage.document_id, span))
                if known is None or known.score < candidate.score:
                    found[passage.document_id, span] = candidate
        return sorted(found.values(), key=lambda c: (-c.score, c.span))

    def statements(
        self, candidates: Sequence[Candidate], most: int = MOST_STATEMENTS, worth: float = WORTH_SHOWING
    ) -> tuple[Statement, ...]:
        """The statements that the best candidates make, none twice.

        Args:
            candidates: best first.
            most: how many at most.
            worth: share of the best one's score that each must reach.
        """
        chosen: list[Candidate] = []
        for candidate in candidates:
            if len(chosen) == most or candidate.score < worth * candidates[0].score:
                break
            if not any(_same_words(candidate, other, self._library) for other in chosen):
                chosen.append(candidate)
        return tuple(statement for c in chosen if (statement := self._statement(c)) is not None)

    def _statement(self, candidate: Candidate) -> Statement | None:
        document = self._library.document(candidate.passage.document_id)
        record = self._library.record(candidate.passage.document_id)
        citations: list[Citation] = []
        for span in (*_header(document, candidate.span), with_items(document, candidate.span)):
            citations += cite(record, document, span)
        if not citations:
            return None
        return Statement(_shown(citations), Verdict.QUOTED, tuple(citations))


def _candidate(
    question: Question,
    passage: FoundPassage,
    document: Document,
    span: Span,
    fit: float,
    terms: Terms,
    rarity: dict[str, float],
) -> Candidate:
    text = span.of(document.text)
    language = _language(document)
    coverage = _coverage(terms, rarity, stems(text, language), stems(passage.breadcrumb, language))
    kind = float(holds(question, text))
    score = PASSAGE_WEIGHT * fit + WORDS_WEIGHT * coverage + KIND_WEIGHT * kind
    return Candidate(passage, span, score * _length_factor(len(text)), coverage)


def _shown(citations: Sequence[Citation]) -> str:
    """The quotes as one statement reads: line breaks are spaces, table cells are set apart."""
    lines = [" | ".join(" ".join(cell.split()) for cell in c.quote.split("\t")) for c in citations]
    return "\n".join(lines) if any("\t" in c.quote for c in citations) else " ".join(lines)


def _language(document: Document) -> str:
    return "fr" if document.language == "fr" else "en"


def _fits(passages: Sequence[FoundPassage]) -> list[float]:
    """Passage scores on a scale from 0 (the last one read) to 1 (the best)."""
    low, high = passages[-1].score, passages[0].score
    return [(p.score - low) / (high - low) if high > low else 1.0 for p in passages]


def _rarity(passages: Sequence[FoundPassage], library: Library) -> dict[str, float]:
    """For each stem of the passages found, ln of how rare it is among them: what they all hold tells nothing apart."""
    counts: Counter[str] = Counter()
    for passage in passages:
        counts.update(set(stems(passage.text, _language(library.document(passage.document_id)))))
    return {stem: math.log(1 + len(passages) / count) for stem, count in counts.items()}


def _coverage(terms: Terms, rarity: dict[str, float], body: Sequence[str], heading: Sequence[str]) -> float:
    """Share of the weight of the question's terms that a sentence holds; a word of its headings counts half."""
    in_body, in_heading = set(body), set(heading)
    gained = total = 0.0
    for stem, weight in terms.all.items():
        value = weight * rarity.get(stem, math.log(1 + len(rarity) ** 0.5))
        if stem in terms.typed:
            total += value
        if stem in in_body:
            gained += value
        elif stem in in_heading:
            gained += 0.5 * value
    return min(1.0, gained / total) if total else 0.0


def _length_factor(length: int) -> float:
    """Fragments of a few characters say nothing by themselves; a whole page is no sentence."""
    if length < 25:
        return 0.7
    return 1.0 if length < 900 else 0.85


def _header(document: Document, span: Span) -> list[Span]:
    """The first row of the table in which a row stands, when it is not that row."""
    text = document.text
    if "\t" not in span.of(text):
        return []
    first = span.start
    while True:
        above_end = text.rfind("\n", 0, first)
        above_start = text.rfind("\n", 0, above_end) + 1 if above_end > 0 else 0
        if above_end <= 0 or "\t" not in text[above_start:above_end]:
            break
        first = above_start
    if first >= span.start:
        return []
    return [Span(first, text.index("\n", first))]


def with_items(document: Document, span: Span) -> Span:
    """A sentence that introduces a list, with the items that follow it in its clause (as far as LONGEST_ITEMS)."""
    text = document.text
    if not span.of(text).rstrip().endswith((":", "—", ":-")):
        return span
    end = span.end
    home = next((c for c in document.clauses if c.span.start <= span.start < c.span.end), None)
    if home is None:
        return span
    below = {home.id}
    for clause in document.clauses:
        if clause.id == home.id or clause.parent in below:
            below.add(clause.id)
            for piece in sentences(text, clause.span):
                if piece.start >= end and piece.end - span.start <= LONGEST_ITEMS:
                    end = piece.end
                elif piece.start >= end:
                    return Span(span.start, end)
    return Span(span.start, end)


def _same_words(one: Candidate, other: Candidate, library: Library) -> bool:
    if one.passage.document_id == other.passage.document_id and one.span.overlaps(other.span):
        return True
    texts = [" ".join(c.span.of(library.document(c.passage.document_id).text).split()).casefold() for c in (one, other)]
    return texts[0] == texts[1]
