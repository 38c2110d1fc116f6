"""An answer without a language model: the sentences that answer, word for word."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import Citation, Statement, Verdict
from assistant.candidate import Candidate
from assistant.cite import cite
from assistant.lead import Leads
from assistant.lexicon import Lexicon
from assistant.question import Question
from assistant.surroundings import header_row, row_heads, with_items
from ingest.library import Library

MOST_STATEMENTS = 4
WORTH_SHOWING = 0.55  # of the best sentence's score
LEAD_MARGIN = 0.8  # of score by which a quote must stand before all others to be put in plain words (docs/silence.md)


class Quoter:
    """Makes quoted statements of candidates.

    Args:
        library: gives the documents that the candidates stand in.
        lexicon: knows the question's words by other names, for the leads.
    """

    def __init__(self, library: Library, lexicon: Lexicon | None = None) -> None:
        self._library = library
        self._leads = Leads(lexicon or Lexicon.load())

    def statements(
        self,
        candidates: Sequence[Candidate],
        most: int = MOST_STATEMENTS,
        worth: float = WORTH_SHOWING,
        question: Question | None = None,
    ) -> tuple[Statement, ...]:
        """The statements that the best candidates make, none twice.

        Args:
            candidates: best first.
            most: how many at most.
            worth: share of the best one's score that each must reach.
            question: what is asked; a best statement that stands well before the others then leads with it in plain words,
                where the rules are certain.
        """
        chosen: list[Candidate] = []
        for candidate in candidates:
            if len(chosen) == most or candidate.score < worth * candidates[0].score:
                break
            if not any(self._says_the_same(candidate, other) for other in chosen):
                chosen.append(candidate)
        led = question if self._stands_out(candidates) else None
        made = [self._statement(candidate, None if number else led) for number, candidate in enumerate(chosen)]
        return tuple(dict.fromkeys(statement for statement in made if statement is not None))

    def _statement(self, candidate: Candidate, question: Question | None) -> Statement | None:
        document = self._library.document(candidate.passage.document_id)
        record = self._library.record(candidate.passage.document_id)
        heads = row_heads(document, candidate.span)
        spans = [*heads, candidate.span] if heads else with_items(document, candidate.span)
        citations = tuple(citation for span in spans for citation in cite(record, document, span))
        if not citations:
            return None
        header = header_row(document, candidate.span)
        above = header.of(document.text) if header is not None else ""
        lead = self._leads.of(question, candidate.span.of(document.text), above) if question else ""
        return Statement(_shown(citations), Verdict.QUOTED, citations, lead)

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
        return self._folded(one) == self._folded(other)

    def _folded(self, candidate: Candidate) -> str:
        text = self._library.document(candidate.passage.document_id).text
        return " ".join(candidate.span.of(text).split()).casefold()


def _shown(citations: Sequence[Citation]) -> str:
    """The quotes as one statement reads: line breaks are spaces, table cells are set apart."""
    lines = [" | ".join(" ".join(cell.split()) for cell in c.quote.split("\t")) for c in citations]
    return "\n".join(lines) if any("\t" in c.quote for c in citations) else " ".join(lines)
