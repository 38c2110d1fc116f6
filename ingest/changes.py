"""What an amendment says that it changes: "Article 8.2 is deleted and replaced by the following". Pure.

Each change keeps the words that state it, what they name, and the words that are new. Whether the words named are where
they are said to be is for the ledger of the whole family to find out (`assistant.family.ledger`). What holds for a time alone is told from
what lasts by `ingest.passing`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from ingest.change_words import (
    ATTACHED,
    DEFINED_AT,
    DOCUMENT_EFFECT,
    DOCUMENT_MADE,
    EFFECT,
    EVERYWHERE,
    FURTHER_ACT,
    HOWEVER,
    KEPT,
    PART,
    PLACE_OF_NEW,
    RECITAL,
    RECITAL_WITHIN,
    ROW,
    THIS_CASE,
    Operation,
    first_act,
)
from ingest.days import days
from ingest.document import Document, Span
from ingest.figure_words import MOVED_FROM
from ingest.new_words import annex_attached, end_of_family, shared_out, words_brought
from ingest.passing import passing_of, suspended
from ingest.sentences import sentences
from ingest.statements import LONGEST, READ_BEFORE, READS_NOW, statements
from ingest.targets import Target, blanked, targets
from ingest.whole_periods import month_begun
from ingest.word_changes import word_changes


@dataclass(frozen=True, slots=True)
class Change:
    """One change. All spans are of the amending document.

    ``quote`` is the sentence that states it, ``old`` the words that it says it takes away (beside which it puts others, where it inserts),
    ``new`` the words that it puts in their place; None where it names none. ``everywhere`` says that it means all places where the old
    words stand. ``row`` is the row of a table that is meant. ``effective`` is when it takes effect, None when
    the document does not say, and ``until`` the last day on which it holds, None when it lasts, and where a clause is suspended for a time
    without days.
    """

    operation: Operation
    target: Target
    quote: Span
    clause: str
    old: Span | None = None
    new: Span | None = None
    row: str | None = None
    effective: date | None = None
    until: date | None = None
    everywhere: bool = False


def find_changes(document: Document, effective: date | None = None) -> list[Change]:
    """The changes that an amending document makes, in the order of its text, none of them twice.

    Args:
        document: the amending document.
        effective: when it takes effect, for changes that say nothing else; what the document says when None.
    """
    default = effective or effect_of(document)
    found: list[Change] = []
    since: dict[str, date | None] = {}  # of each section the day of its last change, of which "this case" is
    taken = 0  # words that an earlier change brings in are not themselves read for changes
    for position, clause in enumerate(document.clauses):
        before: list[Target] = []  # what the sentence before names, which one with "however" departs from
        section = clause.parent or clause.id
        for sentence in statements(document.text, clause.span):
            if sentence.start < taken or len(sentence) > LONGEST:
                continue
            bare = blanked(sentence.of(document.text))
            named = targets(bare) or (before if HOWEVER.search(bare) else [])
            before = targets(bare)
            day = since.get(section, default) if THIS_CASE.search(bare) else default
            for change in _of_sentence(document, position, sentence, named, day):
                found.append(change)
                since[section] = change.effective
                if change.new is not None and change.new.start >= sentence.start:
                    taken = max(taken, change.new.end if change.operation is not Operation.FIGURE else sentence.start)
    return _of_own_changes(document, found)


def is_passing(change: Change) -> bool:
    """Whether it holds for a time or for one case alone."""
    return change.until is not None or change.operation is Operation.EXCEPTION


def effect_of(document: Document) -> date | None:
    """When the document as a whole says that it takes effect; failing that, when it says that it was made; else None.

    The day of the agreement that it amends stands in its beginning too, and is not taken for its own.
    """
    made: date | None = None
    for clause in document.clauses:
        for sentence in sentences(document.text, clause.span):
            for day in days(document.text, sentence):
                before = " ".join(document.text[sentence.start : day.span.start].split()) + " "
                if DOCUMENT_EFFECT.search(before):
                    return day.day
                if made is None and DOCUMENT_MADE.search(before):
                    made = day.day
    return made


@dataclass(frozen=True, slots=True)
class _Statement:
    """A sentence that changes something: where it stands, what it names, and what holds for all that it changes.

    ``position`` is the place of its clause among the document's; ``bare`` are its words, those that it quotes blanked.
    """

    document: Document
    position: int
    sentence: Span
    bare: str
    named: list[Target]
    effective: date | None
    until: date | None

    @property
    def said(self) -> str:
        return self.sentence.of(self.document.text)

    def change(
        self,
        operation: Operation,
        target: Target,
        *,
        old: Span | None = None,
        new: Span | None = None,
        row: str | None = None,
        everywhere: bool = False,
    ) -> Change:
        clause = self.document.clauses[self.position].id
        return Change(operation, target, self.sentence, clause, old, new, row, self.effective, self.until, everywhere)


def _of_sentence(
    document: Document, position: int, sentence: Span, named: list[Target], default: date | None
) -> Iterator[Change]:
    bare = blanked(sentence.of(document.text))
    if (RECITAL.search(bare[:200]) or RECITAL_WITHIN.search(bare)) and not re.search(r"hereby", bare, re.IGNORECASE):
        return
    passing = passing_of(document.text, sentence, named, default) if named else None
    until = passing.last if passing else None
    told = (passing.first if passing else None, _effective(document, sentence), default)
    effective = next((day for day in told if day is not None and (until is None or day <= until)), None)
    statement = _Statement(document, position, sentence, bare, named, effective, until)
    if worded := list(_of_words(statement)):
        yield from worded
    elif passing is not None and passing.operation is not None:
        yield from (statement.change(passing.operation, target) for target in passing.targets)
    else:
        yield from _of_clauses(statement)


def _of_words(statement: _Statement) -> Iterator[Change]:
    """What a sentence changes word by word."""
    said, sentence, bare = statement.said, statement.sentence, statement.bare
    for operation, old, new in word_changes(said):
        everywhere = operation is Operation.WORDS and EVERYWHERE.search(bare) is not None
        meant = [target for target in statement.named if DEFINED_AT.search(bare[: target.start]) is None]
        for target in (meant or [Target(None, None, 0)]) if everywhere else _nearest(statement.named, old.start):
            yield statement.change(
                operation,
                target,
                old=_at(old, sentence),
                new=_at(new, sentence) if new else None,
                row=_row(said),
                everywhere=everywhere,
            )


def _of_clauses(statement: _Statement) -> Iterator[Change]:
    """What a sentence does to clauses as a whole, or in a way that it does not tell word by word."""
    document, sentence, bare = statement.document, statement.sentence, statement.bare
    act = first_act(bare)
    if act is None:
        for target in suspended(bare, statement.named):
            yield statement.change(Operation.SUSPENDED, target)
    if act is None or not statement.named or (act[0] is Operation.CHANGED and KEPT.search(bare)):
        return
    operation, match = act
    row = _row(statement.said)
    only_before = (
        READ_BEFORE.search(bare) is not None and READS_NOW.search(bare) is None
    )  # it quotes what is replaced alone
    brought = (
        None
        if only_before
        else words_brought(document, statement.position, sentence, sentence.start + match.end(), operation)
    )
    own, further = _within_act(bare, statement.named, match)
    subjects = list({target.label: target for target in _subjects(bare, own, match, operation)}.values())
    if brought is not None and brought.end <= sentence.end and _names_an_annex(brought.of(document.text)):
        brought = annex_attached(document, subjects)
    for target, words in zip(subjects, shared_out(document.text, brought, subjects, operation), strict=True):
        done = Operation.CHANGED if operation is Operation.REPLACED and words is None else operation
        yield statement.change(done, target, new=words, row=row)
    if further:
        yield _of_further_act(statement, further[0], row)


def _of_further_act(statement: _Statement, target: Target, row: str | None) -> Change:
    """What a sentence does besides; its new words are only told where they follow it."""
    document, sentence = statement.document, statement.sentence
    after = sentence.start + target.start
    words = words_brought(document, statement.position, sentence, after, Operation.REPLACED)
    if words is None or words.start < sentence.end:
        return statement.change(Operation.CHANGED, target, row=row)
    return statement.change(Operation.REPLACED, target, new=words, row=row)


def _names_an_annex(words: str) -> bool:
    """Whether what comes in is not written out but attached: "the annex attached hereto"."""
    return ATTACHED.search(" ".join(words[:200].split())) is not None


def _within_act(bare: str, named: list[Target], match: re.Match[str]) -> tuple[list[Target], list[Target]]:
    """What the first act of a sentence is about, its part where the act names one ("subsection (b) thereof"), and what a further act is."""
    further = FURTHER_ACT.search(bare, match.end())
    own = [target for target in named if further is None or target.start < further.start()]
    later = [target for target in named if further is not None and target.start > further.start()]
    part = PART.match(bare, match.end())
    if part is not None and own and own[-1].clause:
        own[-1] = replace(own[-1], clause=f"{own[-1].clause}{part['part']}")
    return own or named, later


def _of_own_changes(document: Document, found: list[Change]) -> list[Change]:
    """The changes, with an exception from articles of the amendment itself made one from what these change.

    An amendment that names the document wherever it changes one means its own "articles 3 and 4".
    """
    others = [change for change in found if change.operation is not Operation.EXCEPTION]
    if not others or any(change.target.document is None for change in others):
        return found
    made: list[Change] = []
    for change in found:
        own = [] if change.target.document else _beneath(document, change.target.clause, others)
        named = list(dict.fromkeys((each.target.document, each.target.clause) for each in own))
        if change.operation is not Operation.EXCEPTION or not named:
            made.append(change)
        else:
            made += [replace(change, target=Target(*each, change.target.start)) for each in named]
    return made


def _beneath(document: Document, number: str | None, changes: list[Change]) -> list[Change]:
    """The changes that stand in the clause of that number of the amendment, or beneath it."""
    positions = [
        at
        for at, each in enumerate(document.clauses)
        if number and (each.number or "").rstrip(".").split()[-1:] == [number]
    ]
    if len(positions) != 1:
        return []
    start, end = document.clauses[positions[0]].span.start, end_of_family(document, positions[0])
    return [change for change in changes if start <= change.quote.start < end]


def _subjects(bare: str, named: list[Target], match: re.Match[str], operation: Operation) -> list[Target]:
    """What the act is done to: what is named before the verb, or the first that is named after it; of what is added not its place."""
    before = [target for target in named if target.start < match.start()]
    if operation is Operation.REPLACED or operation is Operation.DELETED:
        return before or named[:1]
    if operation is Operation.ADDED:
        own = [target for target in named if PLACE_OF_NEW.search(bare, 0, target.start) is None]
        before, named = [target for target in own if target in before], own or named
    return before[-1:] or named[:1]


def _at(span: Span, sentence: Span) -> Span:
    return Span(sentence.start + span.start, sentence.start + span.end)


def _nearest(named: list[Target], at: int) -> list[Target]:
    """The target named last before a place, failing that the first one, with those of its list ("clauses 1.1 and 5.1")."""
    before = [target for target in named if target.start < at]
    nearest = before[-1] if before else named[0] if named else Target(None, None, 0)
    return [target for target in named if target.start == nearest.start] or [nearest]


def _row(said: str) -> str | None:
    match = ROW.search(said)
    return (match[1] or match[2]) if match else None


def _effective(document: Document, sentence: Span) -> date | None:
    """The day from which the sentence itself says that it holds."""
    for day in days(document.text, sentence):
        before = " ".join(document.text[sentence.start : day.span.start].split()) + " "
        if EFFECT.search(before) and not MOVED_FROM.search(before):
            return day.day
    said = blanked(sentence.of(document.text))
    return month_begun(said, Span(0, len(said)))
