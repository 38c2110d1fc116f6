"""An answer without a language model: the sentences that answer, word for word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from assistant.answer import Citation, Statement, Verdict
from assistant.answering.confirmation import Confirmations
from assistant.answering.contradiction import Contradiction
from assistant.answering.contradictions import Contradictions
from assistant.answering.lead import Leads
from assistant.answering.piece import Piece, StatementReader
from assistant.asked.halves import asks_for_two
from assistant.asked.question import Question
from assistant.asked.whole_list import LONGEST_WHOLE, table_with
from assistant.citing.cite import cite
from assistant.citing.surroundings import LONGEST_ITEMS, columns, row_heads, with_items
from assistant.naming.clause_lookup import clause_at
from assistant.proof.translated import are_translations
from assistant.retrieval.announced import announced_table
from assistant.retrieval.candidate import Candidate, words_of
from assistant.wording.lexicon import Lexicon
from assistant.wording.notice import asks_for_notice, gives_notice
from ingest.document import Document, Span
from ingest.library import Library
from ingest.record import DocumentRecord

MOST_STATEMENTS = 4
_BREAK = 4  # characters of blank between the parts of a sentence that runs over a page
WORTH_SHOWING = 0.55  # of the best sentence's score
CLOSE_IN_SCORE = 0.75  # of the best one's, for further quotes of a certain answer (docs/retrieval.md)
CLOSE_IN_MEANING = 0.04  # of cosine with the question by which such a quote may lie farther than the best
LEAD_MARGIN = 0.8  # of score by which a quote must stand before all others to be put in plain words (docs/silence.md)


class Quoter:
    """Makes quoted statements of candidates.

    Args:
        library: gives the documents that the candidates stand in.
        lexicon: knows the question's words by other names, for the leads.
        reader: reads what a question takes for granted together with a quote; without one only figures and days are contradicted.
    """

    def __init__(self, library: Library, lexicon: Lexicon | None = None, reader: StatementReader | None = None) -> None:
        self._library = library
        self._leads = Leads(lexicon or Lexicon.load())
        self._contradictions = Contradictions(lexicon or Lexicon.load(), reader)
        self._confirmations = Confirmations(lexicon or Lexicon.load(), reader)

    def statements(
        self,
        candidates: Sequence[Candidate],
        most: int = MOST_STATEMENTS,
        worth: float = WORTH_SHOWING,
        question: Question | None = None,
        whole: bool = False,
        asserting: Question | None = None,
    ) -> tuple[Statement, ...]:
        """The statements that the best candidates make, none of them within another one before it.

        Args:
            candidates: best first.
            most: how many at most.
            worth: share of the best one's score that each must reach.
            question: what is asked, where the answer is certain; a best statement that stands well before the others then leads
                with it in plain words, where the rules are certain, and others are shown only where they come close to it, unless
                two things are asked or a clause is named by its number.
            whole: whether a list or a table is wanted whole (`assistant.asked.whole_list`).
            asserting: what is asked, however certain the answer is: what contradicts or confirms what it asserts stands first.
        """
        asserting = question or asserting
        against = self._against(candidates, asserting) if asserting is not None else None
        first = [candidates[place] for place in against.places] if against is not None else []
        sure = question is not None and not (whole or question.numbers or asks_for_two(question.text))
        rest = [candidate for candidate in candidates if _is_worth(candidate, candidates[0], worth, sure)]
        worthy = [*first, *(candidate for candidate in rest if candidate not in first)]
        chosen: list[Candidate] = []
        made: list[Statement] = []
        for candidate in worthy:
            if len(chosen) == most:
                break
            if any(self._says_the_same(candidate, other) for other in chosen):
                continue
            statement = self._statement(candidate, worthy if whole else ())
            if statement is not None and not chosen and against is not None:
                statement = replace(statement, lead=against.told)
            elif statement is not None and not chosen and question is not None:
                statement = replace(statement, lead=self._lead(candidates, question))
            if statement is None or any(_within(statement, other) for other in made):
                continue
            narrower = next((n for n, other in enumerate(made) if _within(other, statement)), None)
            if narrower is None:
                chosen.append(candidate)
                made.append(statement)
            else:
                made[narrower] = replace(statement, lead=made[narrower].lead)
        return tuple(made)

    def _statement(self, candidate: Candidate, beside: Sequence[Candidate]) -> Statement | None:
        document = self._library.document(candidate.passage.document_id)
        record = self._library.record(candidate.passage.document_id)
        spans = self._spans(candidate, document, beside)
        citations = tuple(citation for span in spans for citation in cite(record, document, span))
        return Statement(_shown(citations), Verdict.QUOTED, citations) if citations else None

    def _against(self, candidates: Sequence[Candidate], question: Question) -> Contradiction | None:
        """What of the candidates contradicts a question, or else confirms it."""
        pieces = [self._piece(candidate) for candidate in candidates]
        return self._contradictions.of(question, pieces) or self._confirmations.of(question, pieces)

    def _piece(self, candidate: Candidate) -> Piece:
        document = self._library.document(candidate.passage.document_id)
        heading = clause_at(document, candidate.span.start).heading
        return Piece(candidate.span.of(document.text), f"{heading or ''}\n{columns(document, candidate.span)}".strip())

    def _lead(self, candidates: Sequence[Candidate], question: Question) -> str:
        """The plain words before the best candidate, where it stands out."""
        if not self._stands_out(self._rivals(candidates, question)):
            return ""
        document = self._library.document(candidates[0].passage.document_id)
        best = candidates[0].span
        return self._leads.of(question, best.of(document.text), columns(document, best))

    def _spans(self, candidate: Candidate, document: Document, beside: Sequence[Candidate]) -> list[Span]:
        """A candidate with what belongs to it; the whole of its list or table where all that answers is given with it."""
        here = [other.span for other in beside if other.passage.document_id == candidate.passage.document_id]
        table = table_with(document, candidate.span, here) if here else None
        if table is not None:
            return [table]
        announced = announced_table(document, candidate.span)
        if announced is not None and len(announced.span) <= (LONGEST_WHOLE if beside else LONGEST_ITEMS):
            return [candidate.span, announced.span]
        heads = row_heads(document, candidate.span)
        if heads:
            return [*heads, candidate.span]
        return with_items(document, candidate.span, LONGEST_WHOLE if beside else LONGEST_ITEMS)

    def _rivals(self, candidates: Sequence[Candidate], question: Question) -> Sequence[Candidate]:
        """The best candidate, and the others that may answer in its place: where notice is asked for, those that say how long it is."""
        if (
            not asks_for_notice(question.text)
            or not candidates
            or not gives_notice(words_of(candidates[0], self._library))
        ):
            return candidates
        return [candidate for candidate in candidates if gives_notice(words_of(candidate, self._library))]

    def _stands_out(self, candidates: Sequence[Candidate]) -> bool:
        """Whether the best is the nearest in meaning as well, and far before all that say something else."""
        if not candidates:
            return False
        best = candidates[0]
        rival = next((c.score for c in candidates[1:] if not self._says_the_same(c, best)), -LEAD_MARGIN)
        return best.near >= max(c.near for c in candidates) and best.score - rival >= LEAD_MARGIN

    def _says_the_same(self, one: Candidate, other: Candidate) -> bool:
        if one.passage.document_id == other.passage.document_id and one.span.overlaps(other.span):
            return True
        return self._folded(one) == self._folded(other) or are_translations(self._placed(one), self._placed(other))

    def _placed(self, candidate: Candidate) -> tuple[DocumentRecord, Document, Span]:
        document_id = candidate.passage.document_id
        return self._library.record(document_id), self._library.document(document_id), candidate.span

    def _folded(self, candidate: Candidate) -> str:
        return " ".join(words_of(candidate, self._library).split()).casefold()


def _is_worth(candidate: Candidate, best: Candidate, worth: float, sure: bool) -> bool:
    """Whether a candidate is worth showing beside the best: of a ``sure`` answer only what comes close in score or in meaning."""
    if candidate.score < worth * best.score:
        return False
    return not sure or candidate.score >= CLOSE_IN_SCORE * best.score or candidate.near >= best.near - CLOSE_IN_MEANING


def _within(one: Statement, other: Statement) -> bool:
    """Whether a statement quotes nothing that another does not."""
    held = [(c.document_id, Span(c.start, c.end)) for c in other.citations]
    return all(
        any(c.document_id == i and span.contains(Span(c.start, c.end)) for i, span in held) for c in one.citations
    )


def _shown(citations: Sequence[Citation]) -> str:
    """The quotes as one statement reads: line breaks are spaces, the rows of a table lines, their cells set apart.

    Where words of the contract stand between two quotes, an ellipsis stands for them.
    """
    if not any("\t" in citation.quote for citation in citations):
        before = [None, *citations[:-1]]
        told = zip(before, citations, strict=True)
        return "".join(_parted(one, other) + " ".join(other.quote.split()) for one, other in told)
    return "\n".join(line for citation in citations for line in _lines(citation.quote))


def _parted(one: Citation | None, other: Citation) -> str:
    """What stands between a quote and the one before it."""
    if one is None:
        return ""
    goes_on = one.document_id == other.document_id and 0 <= other.start - one.end <= _BREAK
    return " " if goes_on else " … "


def _lines(quote: str) -> list[str]:
    """The rows of a quote, and what stands between them as one line each."""
    blocks = groupby(quote.split("\n"), key=lambda line: "\t" in line)
    rows = [[*lines] if tabbed else [" ".join(lines)] for tabbed, lines in blocks]
    told = (" | ".join(" ".join(cell.split()) for cell in line.split("\t")) for lines in rows for line in lines)
    return [line for line in told if line.strip()]
