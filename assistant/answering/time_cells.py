"""The cell that answers at the hours asked about: "P1 at 2 am" is the row of P1 and the column for the night. It is told before its row.

Told only where the row is the one that the question names, and each column is known to be for these hours or not to be
(`assistant.values.time_slots`). What is told are the contract's own words: caption, row, column, cell.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from assistant.answer import Citation, Statement, Verdict
from assistant.answering.definition import definition
from assistant.asked.question import Asked, Question
from assistant.asked.terms import content_stems, find_terms
from assistant.citing.surroundings import is_header
from assistant.naming.clause_lookup import clause_at
from assistant.values.hours import with_night
from assistant.values.time_slots import columns_for
from assistant.values.week import asked_half_hours
from assistant.wording.aside import read_aside
from assistant.wording.lexicon import Lexicon
from assistant.wording.near_miss import neighbours, only_near
from assistant.wording.redaction import redacted_units
from ingest.document import Document, Span
from ingest.library import Library
from ingest.tables import Cell, Table, table_at
from ingest.words import fold, stem_language

LONGEST_CELL = 80  # characters; a longer one is read in its row
_CODE = re.compile(
    r"\b(?:p|s|sev|prio|priority|priorite|severity|gravite|severite|level|niveau|class|classe|urgence)(?: level)?[ -]?(\d)\b"
)
_BARE_CODE = re.compile(r"\W*(\d)\W*")
_UNASKED = frozenset((Asked.PARTY, Asked.DEFINITION))
_TIMES = frozenset((Asked.PERIOD, Asked.FACT))
_BEFORE = {"en": ": ", "fr": " : "}


class TimeCells:
    """Tells the cells of quoted rows that hold at the hours asked about.

    Args:
        library: gives the documents.
        lexicon: knows the question's words by other names.
    """

    def __init__(self, library: Library, lexicon: Lexicon) -> None:
        self._library = library
        self._lexicon = lexicon

    def told(
        self,
        question: Question,
        statements: Sequence[Statement],
        others: Sequence[Statement],
        document_ids: Collection[str],
    ) -> tuple[Statement, ...]:
        """The statements, those first of which a cell answers, with that cell before them.

        Where one does, rows that give but a neighbour of what is asked (a response time for a time to fix) are left out, and no other
        plain words are said.

        Args:
            question: as it is searched.
            statements: of an answer, in order, marked with what amendments did to them.
            others: what else was found, likewise; a row among it may answer where the question asks for no sum, party or permission.
            document_ids: the documents of the contract, which may define what a column is for.
        """
        asked = asked_half_hours(question.text)
        if not asked or question.asked in _UNASKED:
            return tuple(statements)
        near = neighbours(with_night(question.text))
        pool = (*statements, *others) if question.asked in _TIMES else statements
        rows = ((one, row) for one in pool if (row := self._row(one)) is not None)
        leads = {
            one: lead
            for one, row in rows
            if not only_near(near, f"{_caption(*row)} {one.text}")
            and (lead := self._lead(question, one, row, document_ids))
        }
        if not leads:
            return tuple(statements)
        first = (_led(one, lead) for one, lead in leads.items())
        rest = (one for one in statements if one not in leads and not only_near(near, self._of_table(one)))
        return (*first, *(_led(one, "") for one in rest))

    def _of_table(self, statement: Statement) -> str:
        """A row with what heads it; empty for a statement that is none."""
        row = self._row(statement)
        return "" if row is None else f"{_caption(*row)} {statement.text}"

    def _row(self, statement: Statement) -> tuple[Document, Table, tuple[Cell, ...]] | None:
        """The row of a table that a statement quotes last, with where it stands; None for a statement that is none."""
        if statement.verdict is not Verdict.QUOTED or not statement.citations or "\t" not in _words(statement):
            return None
        last = statement.citations[-1]
        document = self._library.document(last.document_id)
        table = table_at(document, Span(last.start, last.end))
        if table is None or not table.header_rows:
            return None
        found = (row for row in table.rows if row[0].span.start <= last.start <= row[-1].span.end)
        row = next(found, None)
        return None if row is None or row[0].row < table.header_rows else (document, table, row)

    def _lead(
        self,
        question: Question,
        statement: Statement,
        row: tuple[Document, Table, tuple[Cell, ...]],
        document_ids: Collection[str],
    ) -> str:
        document, table, cells = row
        label = table.words(cells[0])
        if not label or not self._names(question, label, stem_language(document.language)):
            return ""
        heads = [" ".join(table.words(head) for head in table.column_headers(cell)) for cell in cells[1:]]
        values = [table.words(cell) for cell in cells[1:]]

        def defined(head: str) -> str | None:
            return self._defined(head, document_ids)

        places = columns_for(asked_half_hours(question.text), heads, defined)
        if not places or any(not _tells(values[n], statement.citations) for n in places):
            return ""
        return _said(question.language, _caption(*row), label, [(heads[n], values[n]) for n in places])

    def _names(self, question: Question, label: str, language: str) -> bool:
        """Whether a question names a row: by its code ("P1", "priority 1"), or by every word of its label."""
        codes = set(_CODE.findall(fold(question.text)))
        own = set(_CODE.findall(fold(label))) or set(_BARE_CODE.findall(label) if _BARE_CODE.fullmatch(label) else ())
        if codes or own:
            return len(codes) == 1 and codes == own
        words = content_stems(label, language)
        return bool(words) and set(words) <= set(find_terms(question, language, self._lexicon).searched)

    def _defined(self, head: str, document_ids: Collection[str]) -> str | None:
        for document_id in document_ids:
            document = self._library.document(document_id)
            span = definition(document, head) if head.strip() else None
            if span is not None and not is_header(document, span):
                return span.of(document.text)
        return None


def _led(statement: Statement, lead: str) -> Statement:
    """The statement with its cell told, and with the word that it, or a part of its row, is but an aim, where there is one."""
    aside = statement.lead if read_aside(statement.text) is not None else ""
    return replace(statement, lead=" ".join(filter(None, (lead, aside))))


def _words(statement: Statement) -> str:
    return statement.citations[-1].quote if statement.citations else ""


def _caption(document: Document, table: Table, row: Sequence[Cell]) -> str:
    """What heads a row: the line above its part of the table, or the heading of its clause; empty where that is of no usual length."""
    sections = [cell for cell in table.row_headers(row[-1]) if len(table.rows[cell.row]) == 1]
    heading = table.words(sections[0]) if sections else clause_at(document, row[0].span.start).heading or ""
    return " ".join(heading.split()) if len(heading) <= LONGEST_CELL else ""


def _tells(cell: str, citations: Sequence[Citation]) -> bool:
    """Whether a cell says something that no amendment changed, or may have changed."""
    if not cell or len(cell) > LONGEST_CELL or redacted_units(cell):
        return False
    touched = [citation for citation in citations if citation.in_force is not True]
    changed = [amended.words for citation in touched for amended in citation.superseded_by]
    if any(not words for words in changed) or bool(touched) != bool(changed):
        return False
    return not any(fold(words) in fold(cell) or fold(cell) in fold(words) for words in changed)


def _said(language: str, caption: str, label: str, cells: Sequence[tuple[str, str]]) -> str:
    """One line of the contract's own words: "Response Time, P1, Night Hours: 30 minutes."; cells that say the same are told once."""
    before = ", ".join(filter(None, (caption, label)))
    heads_of: dict[str, list[str]] = {}
    for head, cell in cells:
        heads_of.setdefault(cell, []).append(head)
    told = "; ".join(f"{', '.join(heads)}{_BEFORE[language]}{cell}" for cell, heads in heads_of.items())
    return f"{before}, {told}" + ("" if told.endswith(".") else ".")
