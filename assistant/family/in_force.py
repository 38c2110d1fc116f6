"""What of an answer holds on a day: quotes that an amendment changed are marked, and the amending words set before them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime

from assistant.answer import Amended, Citation, FoundPassage, Statement, Verdict
from assistant.citing.cite import cite
from assistant.citing.surroundings import header_row, is_row, quotable
from assistant.family.entry import Entry, told_once
from assistant.family.ledger import Ledgers
from assistant.family.versions import reading
from assistant.naming.clause_lookup import subtree
from ingest.document import Role, Span
from ingest.library import Library
from ingest.record import DocumentRecord

FEW = 0.1  # of a quote's characters; a change that takes no more leaves it where it stands
_LONGEST_NEW = 1_500  # characters of new wording that are quoted with the sentence that brings it in


def today() -> date:
    """The day that it is on this machine."""
    return datetime.now().astimezone().date()


class InForce:
    """Marks statements with what the amendments of their contract did to their quotes.

    Args:
        library: gives the documents.
        ledgers: gives the changes of each contract.
    """

    def __init__(self, library: Library, ledgers: Ledgers | None = None) -> None:
        self._library = library
        self._ledgers = ledgers or Ledgers(library)

    def marked(self, statements: Iterable[Statement], as_of: date | None = None) -> tuple[Statement, ...]:
        """The statements as they hold on a day: each amending statement before what it changes, and what holds before what does not.

        Args:
            statements: as quoted, in order.
            as_of: the day; today when None.
        """
        day = as_of or today()
        own = [self._marked(each, day) for each in statements]
        if day != today():  # of today it is worth knowing what will be excepted; of a day that is named it is not
            own = [_without_later_exceptions(each, day) for each in own]
        idle = [each for each in own if self._is_idle(each, day)]
        kept = [each for each in own if each not in idle]
        own = [*(old for each in idle for old in self._as_it_still_is(each, day, kept)), *(kept or own)]
        made: list[Statement] = []
        for statement in own:
            made += self._led_to(statement, day, [*own, *made])
            made.append(statement)
        return tuple(sorted(dict.fromkeys(made), key=_is_gone))

    def current(self, statements: Iterable[Statement], as_of: date | None = None) -> tuple[Statement, ...]:
        """The statements of which no quote is superseded on that day: what a model may write from."""
        return tuple(s for s in self.marked(statements, as_of) if not _is_superseded(s))

    def holds(self, passage: FoundPassage, span: Span, day: date) -> bool:
        """Whether words of a passage are in force on a day; words that an amendment concerns without certainty are."""
        words = Citation(
            contract=passage.contract,
            document=passage.document,
            clause=passage.clause,
            page=passage.page,
            start=span.start,
            end=span.end,
            quote="",
            document_id=passage.document_id,
        )
        gone = (
            e
            for e in self.changes_of(words)
            if e.certain and e.holds(day) and not e.is_insertion and e.old and e.old.contains(span)
        )
        made = self._made_by(words)
        return next(gone, None) is None and (not made or any(entry.holds(day) for entry in made))

    def still_holds(self, citation: Citation, as_of: date | None = None) -> bool:
        """Whether quoted words are in force on a day, today when None; words that an amendment concerns without certainty are."""
        return self._mark(citation, as_of or today()).in_force is not False

    def days(self, contract: str) -> list[tuple[date, int | None]]:
        """The day from which each amendment of a contract changes something, with its number where it counts."""
        return self._ledgers.days(contract)

    def _marked(self, statement: Statement, day: date) -> Statement:
        """The statement with its citations marked; plain words that lead it are not drawn from what may hold no more."""
        citations = tuple(self._mark(citation, day) for citation in statement.citations)
        held = all(citation.in_force for citation in citations)
        return replace(statement, citations=citations, lead=statement.lead if held else "")

    def wording(self, citation: Citation, as_of: date | None = None) -> tuple[str, tuple[Statement, ...]] | None:
        """A quote as it reads on a day, with the statements that amend it; None where that is not certain.

        Args:
            citation: words of a contract.
            as_of: the day; today when None.
        """
        day, record = as_of or today(), self._library.record(citation.document_id)
        span = Span(citation.start, citation.end)
        read = reading(self._library, self._ledgers.of(citation.contract), record, span, day)
        if read is None:
            return None
        made = [self._statement(entry, day) for entry in told_once(read[1])]
        return read[0], tuple(statement for statement in made if statement is not None)

    def changes_of(self, citation: Citation) -> list[Entry]:
        """The changes to the words of a citation, or to the clause around them where the words changed are not known."""
        span = Span(citation.start, citation.end)
        return [e for e in self._ledgers.of(citation.contract) if self._concerns(e, citation.document_id, span)]

    def _concerns(self, entry: Entry, document_id: str, span: Span) -> bool:
        if entry.document is None or entry.document.id != document_id:
            return False
        if entry.old is not None:
            return entry.old.overlaps(span)
        if entry.is_exception and entry.change.target.clause is None:
            return False  # from a whole document: beside each of its clauses it would be noise
        if entry.clause is None or (entry.certain and not entry.is_exception):  # what is only added takes no words away
            return False
        return subtree(self._library.document(document_id), entry.clause).overlaps(span)

    def _mark(self, citation: Citation, day: date) -> Citation:
        changes = [entry for entry in self.changes_of(citation) if not entry.is_over(day)]
        held = [entry for entry in changes if entry.holds(day) and not (entry.is_exception and entry.certain)]
        in_force: bool | None = True
        if any(entry.certain for entry in held):
            in_force = False
        elif held:
            in_force = None
        own = self._made_by(citation)
        if own and not any(entry.holds(day) for entry in own):
            in_force = False
        return replace(
            citation,
            in_force=in_force,
            superseded_by=tuple(
                replace(self._amending(entry, citation), begun=entry.has_begun(day)) for entry in told_once(changes)
            ),
            replaces=tuple(
                replace(old, begun=entry.has_begun(day))
                for entry in told_once(own)
                if (old := self._amended(entry)) is not None
            ),
        )

    def _made_by(self, citation: Citation) -> list[Entry]:
        """The changes that the words of a citation make."""
        if not citation.contract or self._library.record(citation.document_id).role is not Role.AMENDMENT:
            return []
        span = Span(citation.start, citation.end)
        return [
            entry
            for entry in self._ledgers.of(citation.contract)
            if entry.amendment.id == citation.document_id
            and (
                entry.change.quote.overlaps(span) or (entry.change.new is not None and entry.change.new.overlaps(span))
            )
        ]

    def _is_idle(self, statement: Statement, day: date) -> bool:
        """Whether a statement makes but changes that have ended by a day, or, of a day that is named, that begin after it."""
        made = [entry for citation in statement.citations for entry in self._made_by(citation)]
        of_amendments = {entry.amendment.id for entry in made}
        if not made or any(citation.document_id not in of_amendments for citation in statement.citations):
            return False
        return all(entry.is_over(day) or (day != today() and not entry.holds(day)) for entry in made)

    def _as_it_still_is(self, idle: Statement, day: date, others: Sequence[Statement]) -> list[Statement]:
        """What holds on a day of what an amending statement replaces later: the sentences and rows of the words that it takes away, where
        other statements do not quote these.
        """
        made = []
        for entry in {e for c in idle.citations for e in self._made_by(c) if not e.has_begun(day) and e.certain}:
            if entry.document is None or entry.old is None or entry.is_insertion or _holds(others, entry):
                continue
            document = self._library.document(entry.document.id)
            for span in quotable(document, entry.old):
                spans = [header] if is_row(document, span) and (header := header_row(document, span)) else []
                cited = (each for part in (*spans, span) for each in cite(entry.document, document, part))
                if citations := tuple(self._mark(each, day) for each in cited):
                    words = " ".join(" ".join(each.quote.split()) for each in citations)
                    made.append(Statement(words, Verdict.QUOTED, citations))
        return sorted(made, key=lambda each: (each.citations[0].document, each.citations[0].start))

    def _led_to(self, marked: Statement, day: date, others: Sequence[Statement]) -> list[Statement]:
        """The amending statements of what a statement quotes, each behind those of what it brought in itself: the last word first."""
        made: list[Statement] = []
        for each in self._beside(marked, day):
            if not _cited(each, [*others, *made]):
                made += [*self._led_to(each, day, [*others, *made, each]), each]
        return made

    def _beside(self, marked: Statement, day: date) -> list[Statement]:
        """The statements that the amending sentences make, for the quotes of a statement that they change."""
        entries = {
            (e.amendment.id, e.change.quote): e for c in marked.citations for e in self.changes_of(c) if e.holds(day)
        }
        made = (self._statement(entry, day) for entry in entries.values())
        return [statement for statement in made if statement is not None]

    def _statement(self, entry: Entry, day: date) -> Statement | None:
        document = self._library.document(entry.amendment.id)
        spans = [entry.change.quote]
        new = entry.change.new
        if new is not None and new.start >= entry.change.quote.end and len(new) <= _LONGEST_NEW:
            spans.append(new)
        citations = tuple(self._mark(c, day) for span in spans for c in cite(entry.amendment, document, span))
        if not citations:
            return None
        return Statement(" ".join(" ".join(c.quote.split()) for c in citations), Verdict.QUOTED, citations)

    def _amending(self, entry: Entry, citation: Citation) -> Amended:
        made = self._side(entry, entry.amendment, entry.change.quote)
        quoted = Span(citation.start, citation.end)
        if entry.document is None or entry.old is None or not quoted.contains(entry.old) or entry.old == quoted:
            return made
        words = " ".join(entry.old.of(self._library.document(entry.document.id).text).split())
        return replace(made, words=words if words != " ".join(citation.quote.split()) else "")

    def _amended(self, entry: Entry) -> Amended | None:
        old = entry.old or (entry.clause.span if entry.is_exception and entry.clause else None)
        if entry.document is None or old is None:
            return None
        return self._side(entry, entry.document, old)

    def _side(self, entry: Entry, record: DocumentRecord, span: Span) -> Amended:
        first = cite(record, self._library.document(record.id), span)[0]
        effective = entry.effective.isoformat() if entry.effective else None
        return Amended(
            record.name,
            first.clause,
            first.page,
            first.start,
            first.end,
            first.quote,
            record.id,
            effective,
            entry.doubt.said("en") if entry.doubt else "",
            entry.until.isoformat() if entry.until else None,
            entry.is_exception,
            paged=first.paged,
        )


def _without_later_exceptions(statement: Statement, day: date) -> Statement:
    """The statement without the exceptions to its quotes that begin after a day."""
    citations = tuple(
        replace(c, superseded_by=tuple(each for each in c.superseded_by if not _is_later_exception(each, day)))
        for c in statement.citations
    )
    return replace(statement, citations=citations)


def _is_later_exception(amended: Amended, day: date) -> bool:
    begins = amended.effective
    return amended.exception and not amended.note and begins is not None and date.fromisoformat(begins) > day


def _is_superseded(statement: Statement) -> bool:
    return any(citation.in_force is False for citation in statement.citations)


def _is_gone(statement: Statement) -> bool:
    """Whether a quote holds no more, or not yet; a list or table of which a change took but a few words stays where it stands."""
    return any(citation.in_force is False and not _keeps_most(citation) for citation in statement.citations)


def _keeps_most(citation: Citation) -> bool:
    taken = sum(len(amended.words) or len(citation.quote) for amended in citation.superseded_by)
    return bool(citation.superseded_by) and taken <= FEW * len(citation.quote)


def _holds(statements: Sequence[Statement], entry: Entry) -> bool:
    """Whether one of the statements quotes the words that a change takes away."""
    home, old = entry.document, entry.old
    return any(
        home is not None and old is not None and c.document_id == home.id and Span(c.start, c.end).contains(old)
        for each in statements
        for c in each.citations
    )


def _cited(statement: Statement, others: Sequence[Statement]) -> bool:
    """Whether other statements quote all that this one quotes."""
    return all(
        any(
            c.document_id == o.document_id and o.start <= c.start and c.end <= o.end
            for other in others
            for o in other.citations
        )
        for c in statement.citations
    )
