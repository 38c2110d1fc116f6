"""What one sentence of an amendment changes: words, rows of a table, whole clauses. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from ingest.change import Change
from ingest.change_words import (
    ATTACHED,
    DEFINED_AT,
    EVERYWHERE,
    FURTHER_ACT,
    KEPT,
    PART,
    PLACE_OF_NEW,
    RECITAL,
    RECITAL_WITHIN,
    ROW,
    Operation,
    first_act,
)
from ingest.document import Document, Span
from ingest.effect import effect_of_sentence
from ingest.new_words import annex_attached, lists_changes, shared_out, words_brought
from ingest.passing import passing_of, suspended
from ingest.row_figures import row_figures
from ingest.statements import READ_BEFORE, READS_NOW
from ingest.targets import Target, blanked
from ingest.word_changes import word_changes


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


def changes_of_sentence(
    document: Document, position: int, sentence: Span, named: list[Target], default: date | None
) -> Iterator[Change]:
    """The changes that a sentence makes, none for one that tells of the past or of what is wished.

    Args:
        document: the amending document.
        position: the place of the sentence's clause among its clauses.
        sentence: one of its statements.
        named: the clauses and documents that it names, or that the one before it names where it departs from that.
        default: the day on which it takes effect where it says nothing else.
    """
    bare = blanked(sentence.of(document.text))
    if (RECITAL.search(bare[:200]) or RECITAL_WITHIN.search(bare)) and not re.search(r"hereby", bare, re.IGNORECASE):
        return
    passing = passing_of(document.text, sentence, named, default) if named else None
    until = passing.last if passing else None
    told = (passing.first if passing else None, effect_of_sentence(document, sentence), default)
    effective = next((day for day in told if day is not None and (until is None or day <= until)), None)
    statement = _Statement(document, position, sentence, bare, named, effective, until)
    if worded := list(_of_words(statement)):
        yield from worded
    elif passing is None and (rows := list(_of_rows(statement))):
        yield from rows
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


def _of_rows(statement: _Statement) -> Iterator[Change]:
    """The new figures that a sentence gives rows of a table, whose names and old figures the table alone tells."""
    told = row_figures(statement.bare, anywhere=not statement.named)
    if told is None:
        return
    stop, figures = told
    target = _nearest(statement.named, stop)  # none named: a row of whichever document has it
    if len(target) == 1:
        yield from (
            statement.change(Operation.FIGURE, target[0], new=_at(each, statement.sentence)) for each in figures
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
    if brought is not None and lists_changes(document.text, brought):
        brought = None  # these are read by themselves where they are sentences of their own
    own, further = _within_act(bare, statement.named, match)
    subjects = list({target.label: target for target in _subjects(bare, own, match, operation)}.values())
    told = brought.of(document.text) if brought is not None else bare[match.end() :]
    if (brought is None or brought.end <= sentence.end) and operation is Operation.REPLACED and _names_an_annex(told):
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
