"""What an amendment says that it changes: "Article 8.2 is deleted and replaced by the following". Pure.

Each change keeps the words that state it, what they name, and the words that are new. Whether the words named are where
they are said to be is for the ledger of the whole family to find out (`assistant.ledger`). What holds for a time alone is told from
what lasts by `ingest.passing`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from ingest.change_words import (
    ACTS,
    ATTACHED,
    DOCUMENT_EFFECT,
    DOCUMENT_MADE,
    EFFECT,
    FIGURE_TO,
    FOLLOWS,
    FROM_TO,
    FURTHER_ACT,
    HOWEVER,
    KEPT,
    PART,
    PERSON_FOR_PERSON,
    RECITAL,
    RECITAL_WITHIN,
    ROW,
    WORDS_BY_WORDS,
    WORDS_OUT,
    WORDS_WITH_WORDS,
    Operation,
)
from ingest.days import days
from ingest.document import Clause, Document, Span
from ingest.passing import passing_of
from ingest.sentences import sentences
from ingest.targets import Target, blanked, targets

_LONGEST_STATEMENT = 4_000  # characters of a sentence that is looked at


@dataclass(frozen=True, slots=True)
class Change:
    """One change. All spans are of the amending document.

    ``quote`` is the sentence that states it, ``old`` the words that it says it takes away, ``new`` the words that it puts in
    their place; None where it names none. ``row`` is the row of a table that is meant. ``effective`` is when it takes effect, None when
    the document does not say, and ``until`` the last day on which it holds, None when it lasts.
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


def find_changes(document: Document, effective: date | None = None) -> list[Change]:
    """The changes that an amending document makes, in the order of its text, none of them twice.

    Args:
        document: the amending document.
        effective: when it takes effect, for changes that say nothing else; what the document says when None.
    """
    default = effective or effect_of(document)
    found: list[Change] = []
    taken = 0  # words that an earlier change brings in are not themselves read for changes
    for position, clause in enumerate(document.clauses):
        before: list[Target] = []  # what the sentence before names, which one with "however" departs from
        for sentence in sentences(document.text, clause.span):
            if sentence.start < taken or len(sentence) > _LONGEST_STATEMENT:
                continue
            bare = blanked(sentence.of(document.text))
            named = targets(bare) or (before if HOWEVER.search(bare) else [])
            before = targets(bare)
            for change in _of_sentence(document, position, clause, sentence, named, default):
                found.append(change)
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


def _of_sentence(
    document: Document, position: int, clause: Clause, sentence: Span, named: list[Target], default: date | None
) -> Iterator[Change]:
    text = document.text
    said = sentence.of(text)
    bare = blanked(said)
    if (RECITAL.search(bare[:200]) or RECITAL_WITHIN.search(bare)) and not re.search(r"hereby", bare, re.IGNORECASE):
        return
    passing = passing_of(document.text, sentence, named, default) if named else None
    until = passing.last if passing else None
    stated = (passing.first if passing else None, _effective(document, sentence), default)
    effective = next((day for day in stated if day is not None and (until is None or day <= until)), None)
    pairs = list(_pairs(said))
    for operation, old, new in pairs:
        target = _nearest(named, old.start)
        yield Change(
            operation,
            target,
            sentence,
            clause.id,
            _at(old, sentence),
            _at(new, sentence) if new else None,
            _row(said),
            effective,
            until,
        )
    if pairs:
        return
    if passing is not None and passing.operation is not None:
        for target in passing.targets:
            yield Change(passing.operation, target, sentence, clause.id, effective=effective, until=until)
        return
    act = _act(bare)
    if act is None or (not named and act[1].group().lower() not in bare.lower()):
        return
    operation, match = act
    if not named or (operation is Operation.CHANGED and KEPT.search(bare)):
        return
    new_words = _new_words(document, position, clause, sentence, match.end() + sentence.start, operation)
    row = _row(said)
    named, later = _within_act(bare, named, match)
    subjects = list({target.label: target for target in _subjects(named, match, operation)}.values())
    if (
        new_words is not None
        and ATTACHED.search(" ".join(new_words.of(document.text)[:200].split()))
        and new_words.end <= sentence.end
    ):
        new_words = _attached(document, subjects)
    for target, words in zip(subjects, _shared(document.text, new_words, subjects, operation), strict=True):
        done = Operation.CHANGED if operation is Operation.REPLACED and words is None else operation
        yield Change(done, target, sentence, clause.id, None, words, row, effective, until)
    if later:
        words = _new_words(document, position, clause, sentence, sentence.start + later[0].start, Operation.REPLACED)
        done = Operation.REPLACED if words is not None and words.start >= sentence.end else Operation.CHANGED
        yield Change(
            done,
            later[0],
            sentence,
            clause.id,
            None,
            words if done is Operation.REPLACED else None,
            row,
            effective,
            until,
        )


def _within_act(bare: str, named: list[Target], match: re.Match[str]) -> tuple[list[Target], list[Target]]:
    """What the first act of a sentence is about, its part where the act names one ("subsection (b) thereof"), and what a further act is."""
    further = FURTHER_ACT.search(bare, match.end())
    own = [target for target in named if further is None or target.start < further.start()]
    later = [target for target in named if further is not None and target.start > further.start()]
    part = PART.match(bare, match.end())
    if part is not None and own and own[-1].clause:
        own[-1] = replace(own[-1], clause=f"{own[-1].clause}{part['part']}")
    return own or named, later


def _shared(text: str, new: Span | None, subjects: list[Target], operation: Operation) -> list[Span | None]:
    """The new words of each clause: those under its own number where one block replaces several; none where they are not told apart."""
    if new is None or len(subjects) < 2 or operation is not Operation.REPLACED:
        return [new] * len(subjects)
    starts = []
    for target in subjects:
        number = re.escape(target.clause or target.document or "")
        found = re.compile(rf"^[^\w\n]*(?:\w+\s+)?{number}(?![\w.]*\d)", re.MULTILINE).search(text, new.start, new.end)
        starts.append(found.start() if found else -1)
    if starts != sorted(set(starts)) or starts[0] < 0:
        return [None] * len(subjects)
    return [
        Span(start, _stripped(text, start, stop)) for start, stop in zip(starts, [*starts[1:], new.end], strict=True)
    ]


def _attached(document: Document, subjects: list[Target]) -> Span | None:
    """The annex of the amendment itself that bears the number of the one that it replaces; None where there is none, or several."""
    label = (subjects[0].document or "").casefold()
    found = [at for at, clause in enumerate(document.clauses) if label and (clause.number or "").casefold() == label]
    if len(subjects) != 1 or subjects[0].clause or len(found) != 1:
        return None
    start = document.clauses[found[0]].span.start
    return Span(start, _stripped(document.text, start, _end_of_family(document, found[0])))


def _stripped(text: str, start: int, stop: int) -> int:
    return start + len(text[start:stop].rstrip())


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
    start, end = document.clauses[positions[0]].span.start, _end_of_family(document, positions[0])
    return [change for change in changes if start <= change.quote.start < end]


def _subjects(named: list[Target], match: re.Match[str], operation: Operation) -> list[Target]:
    """What the act is done to: what is named before the verb, or the first that is named after it."""
    before = [target for target in named if target.start < match.start()]
    if operation is Operation.REPLACED or operation is Operation.DELETED:
        return before or named[:1]
    return before[-1:] or named[:1]


def _pairs(said: str) -> Iterator[tuple[Operation, Span, Span | None]]:
    """Words for words, words for none, figure for figure, person for person."""
    for match in WORDS_BY_WORDS.finditer(said):
        yield Operation.WORDS, Span(*match.span("old")), Span(*match.span("new"))
    for match in WORDS_WITH_WORDS.finditer(said):
        yield Operation.WORDS, Span(*match.span("old")), Span(*match.span("new"))
    for match in WORDS_OUT.finditer(said):
        yield Operation.DELETED, Span(*match.span("old")), None
    stated = [*FROM_TO.finditer(said)]
    for match in stated or FIGURE_TO.finditer(said):
        old, new = ("old", "new") if match["old"] else ("old2", "new2")
        yield Operation.FIGURE, _trim(said, Span(*match.span(old))), _trim(said, Span(*match.span(new)))
    for form in PERSON_FOR_PERSON:
        for match in form.finditer(said):
            yield Operation.WORDS, Span(*match.span("old")), Span(*match.span("new"))


def _trim(said: str, span: Span) -> Span:
    start, end = span.start, span.end
    if small := re.match(r"(?:is|are|be|of|to|at|est|sont|de|à)\s+", said[start:end]):
        start += small.end()
    while end > start and said[end - 1] in " ,.\n ":
        end -= 1
    return Span(start, end)


def _at(span: Span, sentence: Span) -> Span:
    return Span(sentence.start + span.start, sentence.start + span.end)


def _nearest(named: list[Target], at: int) -> Target:
    """The target named last before a place; failing that, the first one."""
    before = [target for target in named if target.start < at]
    return before[-1] if before else named[0] if named else Target(None, None, 0)


def _act(bare: str) -> tuple[Operation, re.Match[str]] | None:
    return next(((operation, match) for operation, pattern in ACTS if (match := pattern.search(bare))), None)


def _row(said: str) -> str | None:
    match = ROW.search(said)
    return (match[1] or match[2]) if match else None


def _new_words(
    document: Document, position: int, clause: Clause, sentence: Span, after: int, operation: Operation
) -> Span | None:
    """The words that come in: those in quotation marks after the act, or what follows "the following" to the end of the clause."""
    if operation in {Operation.DELETED, Operation.RENUMBERED}:
        return None
    text = document.text
    end = _end_of_family(document, position)
    follows = FOLLOWS.search(text, min(after - 12, sentence.end) if after > 12 else after, sentence.end)
    if follows is None:
        quoted = re.compile(r"[“\"«]\s*(.{1,4000}?)\s*[”\"»]", re.DOTALL).search(text, after, sentence.end)
        if quoted:
            return Span(*quoted.span(1))
        by = re.compile(r"\b(?:by|with|par)\s+", re.IGNORECASE).search(text, after, sentence.end)
        return Span(by.end(), sentence.end) if by else None
    start = follows.end()
    again = FOLLOWS.match(
        text, start + len(text[start:end]) - len(text[start:end].lstrip()), end
    )  # "in its entirety as follows"
    start = again.end() if again else _after_its_name(text, start, end)
    while start < end and text[start] in " :\n\t-–“\"«'‘":
        start += 1
    stop = end
    while stop > start and text[stop - 1] in ' \n\t”"»':
        stop -= 1
    return Span(start, stop) if stop > start else None


def _after_its_name(text: str, start: int, end: int) -> int:
    """Where the words begin after "the following sentence at the end of clause 13.1:"."""
    named = re.compile(r"\s+[a-zà-ÿ][^:;“”\"«»\n]{0,100}(?:\n[^:;“”\"«»\n]{0,60})?:").match(text, start, end)
    return named.end() if named else start


def _end_of_family(document: Document, position: int) -> int:
    """Where the clauses beneath a clause end; the next clause's end when it has none beneath and ends in "the following:"."""
    clause = document.clauses[position]
    end, at = clause.span.end, position + 1
    while at < len(document.clauses) and document.clauses[at].level > clause.level:
        end, at = document.clauses[at].span.end, at + 1
    tail = clause.span.of(document.text).rstrip()
    if at == position + 1 and at < len(document.clauses) and tail.endswith(":"):
        end = _end_of_family(document, at)
    return end


def _effective(document: Document, sentence: Span) -> date | None:
    """The day from which the sentence itself says that it holds."""
    for day in days(document.text, sentence):
        if EFFECT.search(" ".join(document.text[sentence.start : day.span.start].split()) + " "):
            return day.day
    return None
