"""What comes along with an answer since it changes its meaning.

The definitions of a unit of time ("Business Day means …"), of a limit ("Enhanced Cap means …") and of the condition on which the quote
depends ("due to a Suspension Event"), and the clauses that govern the quote ("subject to clause 9", "up to the cap in clause 19.3");
before it, the clause to which its exception leads where that is what is asked about ("except that Project Charges are payable as stated in
Annex 2").
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import chain

from assistant.answer import Statement, Verdict
from assistant.answering.definition import definition
from assistant.answering.lead import Leads, cell_asked
from assistant.asked.evidence import holds
from assistant.asked.question import Asked, Question
from assistant.asked.sought import Sought, Value, read_sought
from assistant.calculation.surcharge import surcharged
from assistant.citing.cite import cite
from assistant.family.governing import Governs, governing
from assistant.proof.excepted import exception_asked, exception_held
from assistant.proof.overlap import relatives
from assistant.retrieval.caps_beside import asks_for_cap, caps_beside, gives_cap
from assistant.retrieval.liable_party import is_on_the_one_asked
from assistant.retrieval.surcharge_beside import asks_for_rate_at_hours, surcharge_beside
from assistant.values.figures import figures
from assistant.values.week import asked_half_hours
from assistant.wording.condition_terms import condition_terms
from assistant.wording.lexicon import Lexicon
from assistant.wording.limit_terms import limit_terms
from ingest.document import Span
from ingest.library import Library
from ingest.sentences import sentences
from ingest.words import stem_language

MOST = 2  # companions of one answer
LONGEST = 500  # characters; a longer one would drown the answer

_UNIT_TERM = re.compile(  # a defined unit of time: "Business Day", "Heures Non Ouvrées", "Plage Étendue"
    r"\b(?:(?:Business|Working|Calendar|Service|Support|Contract|Core)\s+(?:Days?|Hours?|Weeks?|Months?|Years?)|"
    r"(?:Night|Evening|Weekend|Extended|Normal)(?:\s+(?:and|or|&)\s+[A-Z][a-z]+)?(?:\s+[A-Z][a-z]+)?\s+Hours|"
    r"(?:Jours?|Heures?)\s+(?:Non\s+)?(?:Ouvr[ée]\w*|Ouvrables?)|Plages?\s+[A-ZÀ-Þ][\w-]+|Années?\s+Contractuelles?)\b"
)
_WHEN = re.compile(r"\b(?:when|quand)\b", re.IGNORECASE)
_COUNTS = re.compile(r"\d\W{0,3}$")  # stands before what is counted: "three (3) ", "15 "
_WORDS = {
    "en": {
        "defined": "“{}” is defined:",
        "caps": "A cap to read with it:",
        "most": "The cap on it:",
        "raised": "The surcharge to read with it:",
        "excepted": "The rule makes an exception for this, as follows:",
        Governs.SUBJECT: "The clause that it is subject to:",
        Governs.EXCEPTS: "The clause of its exception:",
        Governs.DEPARTS: "The clause from which it departs:",
        Governs.CAP: "The limit that it names:",
        Governs.STATED: "The clause that states it:",
    },
    "fr": {
        "defined": "« {} » est défini ainsi :",
        "caps": "Un plafond à lire avec cela :",
        "most": "Le plafond :",
        "raised": "La majoration à lire avec cela :",
        "excepted": "La règle fait une exception pour cela, comme suit :",
        Governs.SUBJECT: "La clause sous réserve de laquelle cela vaut :",
        Governs.EXCEPTS: "La clause de son exception :",
        Governs.DEPARTS: "La clause à laquelle il est dérogé :",
        Governs.CAP: "La limite dont il s’agit :",
        Governs.STATED: "La clause qui le fixe :",
    },
}


class Companions:
    """Finds what belongs beside an answer.

    Args:
        library: the documents of the contract.
        lexicon: knows a question's words by other names.
    """

    def __init__(self, library: Library, lexicon: Lexicon) -> None:
        self._library = library
        self._lexicon = lexicon
        self._leads = Leads(lexicon)

    def of(
        self, question: Question, statements: Sequence[Statement], document_ids: Collection[str]
    ) -> tuple[Statement, ...]:
        """The companions of an answer's first statement, none that the answer quotes already; at most `MOST`.

        Args:
            question: as read; it tells which part of a long clause matters.
            statements: the answer's.
            document_ids: the documents of the contract that answers.
        """
        if not statements:
            return ()
        held = [citation for statement in statements for citation in statement.citations]
        found: list[Statement] = []
        places = chain(
            self._limits(question, statements, document_ids), self._places(question, statements[0], document_ids)
        )
        for lead, document_id, span in places:
            overlapped = any(c.document_id == document_id and Span(c.start, c.end).overlaps(span) for c in held)
            if overlapped or len(span) > LONGEST or len(found) == MOST:
                continue
            found.append(self._quoted(lead, document_id, span))
            held += found[-1].citations
        return tuple(found)

    def excepting(
        self, question: Question, statements: Sequence[Statement], document_ids: Collection[str], certain: bool = True
    ) -> tuple[Statement, ...]:
        """The statements with the clause in front to which the exception of the first one leads, where the question is about that.

        Args:
            question: as read.
            statements: the answer's, best first.
            document_ids: the documents of the contract that answers.
            certain: whether the answer is certain enough for plain words.

        The clause must hold what is asked for, and the words of the exception that the question has.
        """
        for citation in statements[0].citations if statements else ():
            spot = exception_asked(question.text, citation.quote, self._lexicon)
            if spot is None:
                continue
            said = spot.of(citation.quote)
            for named in governing(self._library, citation, document_ids):
                if not spot.start <= named.at < spot.end:
                    continue
                text = self._library.document(named.document_id).text
                pieces = [piece for piece in named.pieces if holds(question, piece.of(text)) and len(piece) <= LONGEST]
                span = self._nearest(f"{said} {question.text}", pieces, text)
                if span is not None and exception_held(question.text, said, span.of(text), self._lexicon):
                    lead = self._told(question, span, text) if certain else ""
                    first = self._quoted(lead or _WORDS[question.language]["excepted"], named.document_id, span)
                    return (first, *(one for one in statements if not overlap(one, first)))
        return tuple(statements)

    def capping(
        self, question: Question, statements: Sequence[Statement], document_ids: Collection[str]
    ) -> tuple[Statement, ...]:
        """The statements with the caps in front that belong to the first one, where the most is asked for and it caps nothing.

        Args:
            question: as read.
            statements: the answer's, best first.
            document_ids: the documents of the contract that answers.
        """
        if not statements or not asks_for_cap(question.text) or gives_cap(question.text, statements[0].text):
            return tuple(statements)
        words = _WORDS[question.language]
        found = self._places(question, statements[0], document_ids)
        spans = dict.fromkeys(
            (id_, span)
            for lead, id_, span in found
            if lead in (words["caps"], words[Governs.CAP])
            and len(span) <= LONGEST
            and not self._is_of_another(question, id_, span)
        )
        caps = [self._quoted(words["most"], id_, span) for id_, span in spans][:MOST]
        return (*caps, *(one for one in statements if not any(overlap(one, cap) for cap in caps)))

    def _is_of_another(self, question: Question, document_id: str, span: Span) -> bool:
        """Whether a cap is on the liability of another party than the one asked about."""
        document = self._library.document(document_id)
        language = stem_language(document.language)
        return is_on_the_one_asked(question.text, span.of(document.text), language) is False

    def raising(
        self, question: Question, statements: Sequence[Statement], document_ids: Collection[str]
    ) -> Statement | None:
        """The surcharge on what the first statement gives, where a rate is asked for at hours at which a clause beside raises it.

        Args:
            question: as read.
            statements: the answer's, best first, marked with what amendments did to them.
            document_ids: the documents of the contract, which may define what hours go by a name.
        """
        if not statements or not statements[0].citations or not asks_for_rate_at_hours(question.text):
            return None
        citation = statements[0].citations[-1]
        span = surcharge_beside(self._library, citation)
        if span is None or len(span) > LONGEST:
            return None
        sentence = " ".join(span.of(self._library.document(citation.document_id).text).split())
        lead = self._surcharged(question, statements[0], sentence, document_ids)
        return self._quoted(lead or _WORDS[question.language]["raised"], citation.document_id, span)

    def _surcharged(self, question: Question, rated: Statement, sentence: str, document_ids: Collection[str]) -> str:
        """The rate of a row that is asked for, raised by the factor of a sentence for the hours asked about; empty where in doubt."""
        *heads, row = [citation.quote for citation in rated.citations]
        in_force = all(citation.in_force is True for citation in rated.citations)
        cell = cell_asked(question, row, heads[-1], self._lexicon) if in_force and heads and "\t" in row else None
        held = figures(cell or "")
        if len(held) != 1:
            return ""

        def defined(head: str) -> str | None:
            places = (
                (self._library.document(id_), definition(self._library.document(id_), head)) for id_ in document_ids
            )
            return next((span.of(document.text) for document, span in places if span is not None), None)

        return surcharged(held.pop(), sentence, asked_half_hours(question.text), defined, question.language)

    def _told(self, question: Question, span: Span, text: str) -> str:
        """What the one sentence that holds what is asked for says, in plain words; empty where there are several."""
        telling = [piece.of(text) for piece in sentences(text, span) if holds(question, piece.of(text))]
        return self._leads.of(question, telling[0]) if len(telling) == 1 else ""

    def _quoted(self, lead: str, document_id: str, span: Span) -> Statement:
        citations = cite(self._library.record(document_id), self._library.document(document_id), span)
        return Statement(" ".join(" ".join(c.quote.split()) for c in citations), Verdict.QUOTED, citations, lead)

    def _limits(
        self, question: Question, statements: Sequence[Statement], document_ids: Collection[str]
    ) -> Iterator[tuple[str, str, Span]]:
        """The definitions of the limits that an answer names, and of what they spare, where the most that is owed is asked for."""
        if asks_for_cap(question.text):
            quoted = "\n".join(citation.quote for statement in statements for citation in statement.citations)
            yield from self._defined(limit_terms(quoted), question.language, document_ids)

    def _defined(
        self, terms: Sequence[str], language: str, document_ids: Collection[str]
    ) -> Iterator[tuple[str, str, Span]]:
        """The definition of each term in the first document that has one."""
        for term in terms:
            for document_id in document_ids:
                span = definition(self._library.document(document_id), term)
                if span is not None:
                    yield _WORDS[language]["defined"].format(term), document_id, span
                    break

    def _places(
        self, question: Question, statement: Statement, document_ids: Collection[str]
    ) -> Iterator[tuple[str, str, Span]]:
        words = _WORDS[question.language]
        for citation in statement.citations:
            named_here = list(governing(self._library, citation, document_ids))
            for named in named_here:
                text = self._library.document(named.document_id).text
                span = self._nearest(question.text, named.pieces, text)
                if span is not None:
                    yield words[named.how], named.document_id, span
            if all(named.how is not Governs.CAP for named in named_here):
                for span in caps_beside(self._library, question, citation, self._lexicon):
                    yield words["caps"], citation.document_id, span
        terms = [*_terms(statement, read_sought(question)), *_conditions(question, statement)]
        yield from self._defined(terms, question.language, document_ids)

    def _nearest(self, wanted: str, pieces: Sequence[Span], text: str) -> Span | None:
        """Of the pieces of a clause the one that has most of the wanted words, the first of equals; None of none."""
        shared = [sum(map(bool, relatives(wanted, piece.of(text), self._lexicon).values())) for piece in pieces]
        return pieces[shared.index(max(shared))] if pieces else None


def overlap(one: Statement, other: Statement) -> bool:
    """Whether two statements quote some of the same words.

    Args:
        one: a statement.
        other: another one.
    """
    return any(
        c.document_id == d.document_id and Span(c.start, c.end).overlaps(Span(d.start, d.end))
        for c in one.citations
        for d in other.citations
    )


def _terms(statement: Statement, sought: Sought) -> list[str]:
    """The units of time that a statement's figures are in, where a time is asked for; of plain words before it those that they name."""
    if sought.value is not Value.TIME:
        return []
    quoted = "\n".join(citation.quote for citation in statement.citations)
    told = [m for m in _UNIT_TERM.finditer(statement.lead) if m.group() in quoted]
    counted = (m for m in _UNIT_TERM.finditer(quoted) if _COUNTS.search(quoted[: m.start()]))
    return list(dict.fromkeys(" ".join(m.group().split()) for m in told or counted))


def _conditions(question: Question, statement: Statement) -> list[str]:
    """The names of the conditions on which a statement depends, where it is asked whether, when or in which cases something may be."""
    if not (question.asked in (Asked.YES_NO, Asked.FACT) or _WHEN.search(question.text)):
        return []
    return condition_terms("\n".join(citation.quote for citation in statement.citations))
