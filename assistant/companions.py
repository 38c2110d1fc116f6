"""What comes along with an answer since it changes its meaning: the definition of a unit of time ("Business Day means …"), and the
clause to which the quote is made subject ("subject to clause 9").
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from assistant.answer import Statement, Verdict
from assistant.cite import cite
from assistant.clause_lookup import clauses_numbered
from assistant.surroundings import quotable
from ingest.document import Document, Span
from ingest.library import Library
from ingest.sentences import sentences

MOST = 2  # companions of one answer
LONGEST = 500  # characters; a longer one would drown the answer

_UNIT_TERM = re.compile(  # a defined unit of time: "Business Day", "Heures Non Ouvrées", "Plage Étendue"
    r"\b(?:(?:Business|Working|Calendar|Service|Support|Contract|Core)\s+(?:Days?|Hours?|Weeks?|Months?|Years?)|"
    r"(?:Night|Evening|Weekend|Extended|Normal)(?:\s+(?:and|or|&)\s+[A-Z][a-z]+)?(?:\s+[A-Z][a-z]+)?\s+Hours|"
    r"(?:Jours?|Heures?)\s+(?:Non\s+)?(?:Ouvr[ée]\w*|Ouvrables?)|Plages?\s+[A-ZÀ-Þ][\w-]+|Années?\s+Contractuelles?)\b"
)
_LIMITED_BY = re.compile(
    r"\b(?:subject to|except as (?:\w+ )*(?:in|under|by)|save as (?:\w+ )*(?:in|under|by)|unless (?:\w+ ){0,6}(?:in|under)|notwithstanding|"
    r"sous réserve (?:de|du|des)|par dérogation (?:à|au|aux)|sauf (?:\w+ ){0,5}(?:à|de|par))\s*(?:the provisions of\s+)?(?:l['’])?"
    r"(?P<clause>(?:clause|section|article|paragraph|paragraphe)s?\s+\d+(?:\.\d+)*)",
    re.IGNORECASE,
)
_MEANS = r"[”\"»]?\s*(?:\([^)\n]{1,60}\)\s*)?(?:means|shall mean|is defined as|désigne(?:nt)?|signifie(?:nt)?|s.entend(?:ent)?|:|\t)"
_WORDS = {
    "en": {"defined": "“{}” is defined:", "subject": "The clause that it is subject to:"},
    "fr": {"defined": "« {} » est défini ainsi :", "subject": "La clause sous réserve de laquelle cela vaut :"},
}


class Companions:
    """Finds what belongs beside an answer.

    Args:
        library: the documents of the contract.
    """

    def __init__(self, library: Library) -> None:
        self._library = library

    def of(
        self, statements: Sequence[Statement], language: str, document_ids: Collection[str]
    ) -> tuple[Statement, ...]:
        """The companions of an answer's first statement, none that the answer quotes already; at most `MOST`.

        Args:
            statements: the answer's.
            language: of the reader, "en" or "fr".
            document_ids: the documents of the contract that answers.
        """
        if not statements:
            return ()
        held = [citation for statement in statements for citation in statement.citations]
        found: list[Statement] = []
        for lead, document_id, span in self._places(statements[0], language, document_ids):
            overlapped = any(c.document_id == document_id and Span(c.start, c.end).overlaps(span) for c in held)
            if overlapped or len(span) > LONGEST or len(found) == MOST:
                continue
            citations = cite(self._library.record(document_id), self._library.document(document_id), span)
            quote = " ".join(" ".join(c.quote.split()) for c in citations)
            found.append(Statement(quote, Verdict.QUOTED, citations, lead))
            held += citations
        return tuple(found)

    def _places(
        self, statement: Statement, language: str, document_ids: Collection[str]
    ) -> Iterator[tuple[str, str, Span]]:
        words, citations = _WORDS[language], statement.citations
        for citation in citations:
            for match in _LIMITED_BY.finditer(citation.quote):
                document = self._library.document(citation.document_id)
                for clause in clauses_numbered(document, match["clause"])[:1]:
                    pieces = quotable(document, clause.span)
                    if pieces:
                        yield words["subject"], citation.document_id, pieces[0]
        for term in _terms(statement):
            for document_id in document_ids:
                span = definition(self._library.document(document_id), term)
                if span is not None:
                    yield words["defined"].format(term), document_id, span
                    break


def _terms(statement: Statement) -> list[str]:
    """The units of time that a statement's quotes name; only those of the plain words before it, where these name some."""
    texts = (statement.lead, "\n".join(citation.quote for citation in statement.citations))
    told, quoted = (dict.fromkeys(" ".join(m.group().split()) for m in _UNIT_TERM.finditer(text)) for text in texts)
    return [term for term in told if term in quoted] or list(quoted)


def definition(document: Document, term: str) -> Span | None:
    """The sentence that defines a term, None where the document does not.

    Args:
        document: as read.
        term: as it is used, in the singular or the plural.
    """
    singular = (word if word.endswith("ss") else word.removesuffix("s") for word in term.split())
    forms = r"\s+".join(re.escape(word) + "s?" for word in singular)
    pattern = re.compile(rf"(?m)(?:^\s*(?:\d[\d.]*\s+|[-•]\s*)?|(?P<mark>[“\"«])\s*)(?P<term>{forms})\s*{_MEANS}")
    match = pattern.search(document.text)
    if match is None:
        return None
    home = next((c for c in document.clauses if c.span.start <= match.start("term") < c.span.end), None)
    if home is None:
        return None  # a heading of a contents page, say
    start = match.start("mark" if match["mark"] else "term")
    found = sentences(document.text, Span(start, home.span.end))
    return found[0] if found else None
