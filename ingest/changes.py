"""What an amendment says that it changes: "Article 8.2 is deleted and replaced by the following". Pure.

Each change keeps the words that state it, what they name, and the words that are new. Whether the words named are where
they are said to be is for the ledger of the whole family to find out (`assistant.family.ledger`). What holds for a time alone is told from
what lasts by `ingest.passing`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ingest.change import Change
from ingest.change_words import (
    HOWEVER,
    THIS_CASE,
    Operation,
)
from ingest.changing import changes_of_sentence
from ingest.document import Document
from ingest.effect import effect_of
from ingest.new_words import end_of_family
from ingest.own_numbers import without_own_number
from ingest.statements import LONGEST, statements
from ingest.targets import Target, blanked, targets


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
            bare = without_own_number(document, position, sentence, blanked(sentence.of(document.text)))
            named = targets(bare) or (before if HOWEVER.search(bare) else [])
            before = targets(bare)
            day = since.get(section, default) if THIS_CASE.search(bare) else default
            for change in changes_of_sentence(document, position, sentence, named, day):
                found.append(change)
                since[section] = change.effective
                if change.new is not None and change.new.start >= sentence.start:
                    taken = max(taken, change.new.end if change.operation is not Operation.FIGURE else sentence.start)
    return _of_own_changes(document, found)


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
