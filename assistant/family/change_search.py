"""The search for what a change changes: the document, the clause and the words that it names.

A change is *certain* when the place that it names was found and, where it names words, these stand there once. Any other is
kept with the reason why it could not be applied: nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.family.added_clause import begins_with_number, numbered_part
from assistant.family.change_doubt import Doubt, Reason
from assistant.family.changed_part import part_named
from assistant.family.changed_rows import cell_of_figure
from assistant.family.changed_table import table_replaced
from assistant.family.changed_words import first_cell, lines_of, nearest, places_of
from assistant.family.entry import Entry
from assistant.naming.annexes import annex_key, annex_of
from assistant.naming.clause_lookup import clauses_numbered, is_same_number, subtree
from assistant.naming.document_lookup import amendment_numbers
from ingest.change import Change, is_passing
from ingest.change_words import Operation
from ingest.document import Clause, Document, Role, Span
from ingest.record import DocumentRecord
from ingest.role_names import annex_role
from ingest.targets import amendment_number, blanked
from ingest.words import fold

_LETTERS = (".eml", ".msg")
_PARTS = re.compile(
    r"\b(?:sentence|definition|words?|paragraph of|table|phrase|reference|mots?|tableau|alinea|first|second|last|premiere?)\b"
)
_WITHIN = re.compile(  # "the notice in", "le taux prévu à l'": before the number of a clause
    r"\b(?:in|of|under|within|dans|à|de|du|des|aux?|par)(?:\s+(?:the|said|la|le|les))?\s+$|\b(?:à|de|dans)\s+l['’]\s*$",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"\b(?:provisions?|text|wording|contents?|terms|whole|entirety|number|deletion|replacement|dispositions?|stipulations?|termes|texte|"
    r"contenu|rédaction|libellé|numéro|intégralité|totalité|suppression|remplacement)\s+(?:in|of|de|du|des|à|aux?|dans)\b[^,;]{0,12}$",
    re.IGNORECASE,
)
_SOME_ALONE = re.compile(  # before or after what is changed: it stands for all other matters
    r"\b(?:solely|only|exclusively)\s+(?:with\s+respect\s+to|with\s+regard\s+to|in\s+respect\s+of|in\s+relation\s+to|as\s+regards|"
    r"insofar\s+as|for)\b|\b(?:uniquement|seulement|exclusivement)\s+(?:pour|en\s+ce\s+qui\s+concerne|à\s+l['’]égard|s['’]agissant)\b|"
    r"\b(?:en\s+ce\s+qui\s+concerne|s['’]agissant)\s+(?:uniquement|seulement|exclusivement)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ChangeSearch:
    """The search for what one change changes."""

    family: Sequence[tuple[DocumentRecord, Document]]
    earlier: Sequence[Entry]
    amendment: DocumentRecord
    change: Change

    def entries(self) -> list[Entry]:
        """The change once; one that means all places of its words, once for each place in the document that it names."""
        if self.change.operation is Operation.FIGURE and self.change.old is None and not self.change.target.label:
            return self._row_anywhere()
        found, change = self._entry(), self.change
        once = found.certain or (found.doubt is not None and found.doubt.reason is Reason.WORDS_TWICE)
        if not change.everywhere or change.old is None or found.document is None or not once:
            return [found]
        if found.document.role is Role.AMENDMENT:
            return [found]
        document = next(text for record, text in self.family if record.id == found.document.id)
        within = subtree(document, found.clause) if found.clause else Span(0, len(document.text))
        new = change.new.of(self._amending.text) if change.new is not None else ""
        places = places_of(document.text, change.old.of(self._amending.text), within, exactly=True)
        # “Units” within “Tetra Units” is the new term already
        said = places_of(document.text, new, within) if new else []
        return [
            replace(found, old=place, doubt=None) for place in places if not any(each.contains(place) for each in said)
        ] or [found]

    def _row_anywhere(self) -> list[Entry]:
        """The change of a row of a table that no document or clause is named for: that of the one document that has it, else none."""
        new, quote = self.change.new, self.change.quote
        if new is None:
            return []
        figure, said = Span(new.start - quote.start, new.end - quote.start), quote.of(self._amending.text)
        cells = [
            (record, cell)
            for record, document in self.family
            if record.role is not Role.AMENDMENT
            and (cell := cell_of_figure(document.text, Span(0, len(document.text)), said, figure)) is not None
        ]
        return (
            [Entry(self.change, self.amendment, record, None, cell) for record, cell in cells]
            if len(cells) == 1
            else []
        )

    def _entry(self) -> Entry:
        found = self._found()
        if found.certain and not is_passing(self.change) and _SOME_ALONE.search(blanked(self._said())):
            return replace(found, doubt=Doubt(Reason.SOME_ALONE))
        return found

    def _said(self) -> str:
        """What states the change, up to the words that it brings in."""
        quote, new = self.change.quote, self.change.new
        stop = min(quote.end, new.start) if new is not None and new.start > quote.start else quote.end
        return self._amending.text[quote.start : stop]

    def _found(self) -> Entry:
        found = Entry(self.change, self.amendment)
        place = self._document()
        if place is None:
            target = self.change.target.label
            reason = Reason.NO_DOCUMENT if target else Reason.NO_TARGET
            return replace(found, doubt=Doubt(reason, {"target": target}))
        record, document, clause = place
        if self.change.target.clause is not None:
            around = subtree(document, clause) if clause is not None else Span(0, len(document.text))
            numbered = clauses_numbered(document, self.change.target.clause)
            clauses = [each for each in numbered if around.contains(each.span)]
            if len(clauses) != 1:
                if not clauses and (brought := self._brought_before(record.id, None)) is not None:
                    return self._with_words(replace(found, document=brought[0]), *brought[1:], None)
                if self._adds(clauses):
                    return replace(found, document=record)
                told = {"clause": self.change.target.clause, "document": record.name}
                reason = Reason.CLAUSE_TWICE if clauses else Reason.NO_CLAUSE
                return replace(found, document=record, doubt=Doubt(reason, told))
            clause = clauses[0]
        found = replace(found, document=record, clause=clause)
        within = subtree(document, clause) if clause else Span(0, len(document.text))
        if clause is not None and (later := self._brought_before(record.id, within)) is not None:
            return self._with_words(replace(found, document=later[0], clause=None), *later[1:], None)
        return self._with_words(found, document, within, clause)

    def _brought_before(self, home: str, within: Span | None) -> tuple[DocumentRecord, Document, Span] | None:
        """Where the clause that is named stands since earlier amendments: in the words that the last of them put in its place, or in those
        of a clause that it added.

        Args:
            home: the id of the document that is named.
            within: the clause in it; None where it has none of that number.
        """
        number, at = self.change.target.clause or "", None
        for entry in self.earlier:
            new, old = entry.change.new, entry.old
            if not entry.certain or is_passing(entry.change) or new is None or entry.document is None:
                continue
            record, document = next((r, d) for r, d in self.family if r.id == entry.amendment.id)
            if at is not None:
                follows = entry.document.id == at[0].id and old is not None and old.contains(at[2])
            elif within is not None:
                follows = entry.document.id == home and old is not None and old.contains(within)
            else:
                follows = entry.document.id == home and entry.change.operation in {Operation.ADDED, Operation.REPLACED}
            if not follows:
                continue
            if (part := numbered_part(document.text, new, number)) is not None:
                at = record, document, part
            elif is_same_number(entry.change.target.clause or "", number) and not begins_with_number(
                document.text, new
            ):
                at = record, document, new
        return at

    def _adds(self, clauses: Sequence[Clause]) -> bool:
        return self.change.operation is Operation.ADDED and not clauses

    def _with_words(self, found: Entry, document: Document, within: Span, clause: Clause | None) -> Entry:
        """The words that the change takes away, when it does, as a span of the document changed."""
        change = self.change
        if change.old is not None:
            return self._with_old_words(found, document, within, change.old)
        if change.row is not None:
            rows = [
                line for line in lines_of(document.text, within) if first_cell(document.text, line) == fold(change.row)
            ]
            return (
                replace(found, old=rows[0])
                if len(rows) == 1
                else _doubted(found, Reason.ROW_TWICE if rows else Reason.NO_ROW, change.row, len(rows))
            )
        if change.operation is Operation.FIGURE and change.new is not None:
            sentence = change.quote
            figure = Span(change.new.start - sentence.start, change.new.end - sentence.start)
            cell = cell_of_figure(document.text, within, sentence.of(self._amending.text), figure)
            return replace(found, old=cell) if cell else replace(found, doubt=Doubt(Reason.UNSAID))
        if change.operation is Operation.ADDED and change.new is None:
            return replace(found, doubt=Doubt(Reason.UNSAID))
        if change.operation in {Operation.ADDED, Operation.RENUMBERED, Operation.EXCEPTION}:
            return found
        if change.operation is Operation.CHANGED:
            return replace(found, doubt=Doubt(Reason.UNSAID))
        if change.operation is Operation.SUSPENDED and change.until is None:
            return replace(found, doubt=Doubt(Reason.NO_END))
        if change.operation is Operation.REPLACED and change.new is not None:
            table = table_replaced(document, within, self._said(), change.new.of(self._amending.text))
            if table is not None:
                return replace(found, old=table)
        if self._is_partial():
            part = part_named(document, clause, within, self._said())
            return replace(found, old=part) if part else replace(found, doubt=Doubt(Reason.PARTIAL))
        return replace(found, old=within)

    def _is_partial(self) -> bool:
        """Whether the act is said of something in the clause, such as a sentence, a table or the notice, rather than of the clause."""
        said = self.change.quote.of(self._amending.text)
        if _PARTS.search(fold(said[:300])):
            return True
        head = said[: self.change.target.start]
        whole = (
            self.change.operation is Operation.SUSPENDED or _WITHIN.search(head) is None
        )  # its application is suspended
        return not whole and _WHOLE.search(head) is None

    @property
    def _amending(self) -> Document:
        return next(document for record, document in self.family if record.id == self.amendment.id)

    def _with_old_words(self, found: Entry, document: Document, within: Span, old: Span) -> Entry:
        words = old.of(self._amending.text)
        places = places_of(document.text, words, within)
        if len(places) > 1:
            places = nearest(document.text, places, self.change.quote.of(self._amending.text), words)
        if len(places) == 1:
            return replace(found, old=places[0])
        if not places and (later := self._in_an_earlier_amendment(words)) is not None:
            return replace(found, document=later[0], clause=None, old=later[1])
        return _doubted(found, Reason.WORDS_TWICE if places else Reason.NO_WORDS, words, len(places))

    def _in_an_earlier_amendment(self, words: str) -> tuple[DocumentRecord, Span] | None:
        """Where an earlier amendment brought the words in that this one takes away."""
        for entry in reversed(self.earlier):
            if entry.change.new is not None and entry.change.target.clause == self.change.target.clause:
                text = next(document.text for record, document in self.family if record.id == entry.amendment.id)
                places = places_of(text, words, entry.change.new)
                if len(places) == 1:
                    return entry.amendment, places[0]
        return None

    def _document(self) -> tuple[DocumentRecord, Document, Clause | None] | None:
        """The document that is named, or the framework agreement when none is; a schedule within it is one of its clauses."""
        bases = [(r, d) for r, d in self.family if r.role is not Role.AMENDMENT and not _is_letter(r)]
        frameworks = [(r, d) for r, d in bases if r.role is Role.FRAMEWORK]
        main = frameworks[0] if len(frameworks) == 1 else bases[0] if len(bases) == 1 else None
        named = self.change.target.document
        if named is not None and (amended := amendment_number(named)) is not None:
            amendments = [
                (r, d) for r, d in self.family if r.role is Role.AMENDMENT and amended in amendment_numbers(r)
            ]
            return (*amendments[0], None) if len(amendments) == 1 else None
        number = annex_key(named or "")
        if number is None and (held := annex_role(named or "")) is not None:
            by_role = [(r, d) for r, d in bases if r.role is held]
            return (*by_role[0], None) if len(by_role) == 1 else None
        if number is None:
            return (*main, None) if main else None
        annexes = [(r, d) for r, d in bases if (r, d) not in frameworks and annex_of(r, d) == number]
        if len(annexes) == 1:
            return (*annexes[0], None)
        within = clauses_numbered(main[1], named or "") if main else []
        return (*main, within[0]) if main and len(within) == 1 and not annexes else None


def _is_letter(record: DocumentRecord) -> bool:
    """Whether it is a message that came along: no amendment means it."""
    return record.role is Role.OTHER and record.suffix in _LETTERS


def _doubted(found: Entry, reason: Reason, words: str, times: int) -> Entry:
    where = found.document.name if found.document else ""
    clause = f", {found.clause.number}" if found.clause and found.clause.number else ""
    told = {"words": " ".join(words.split()), "times": str(times), "document": f"{where}{clause}"}
    return replace(found, doubt=Doubt(reason, told))
