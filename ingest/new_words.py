"""The words that an amendment brings in: where they begin and end, and which belong to which clause. Pure."""

from __future__ import annotations

import re

from ingest.change_words import FOLLOWS, SUSPENDED, Operation, first_act
from ingest.document import Document, Span
from ingest.markers import Marker, find_marker
from ingest.quotations import inner, quotations
from ingest.targets import Target, blanked, targets

_GOES_ON = re.compile(r"\s*+(?:[a-zà-ÿ(:=/]|[–—-]\s)")
_DEFINES = re.compile(
    r"\s*+(?:(?:shall\s+)?means?|ha(?:s|ve)\s+the\s+meaning|désigne(?:nt)?|signifie(?:nt)?|s['’]entend(?:ent)?)\b",
    re.IGNORECASE,
)
_LINE = re.compile(r"^[^\n]+", re.MULTILINE)
_OPENS = tuple("“\"«‘'")
_SUBJECT = 60  # characters between the clause that is changed and what is done to it
_STATED = 400  # characters in which a line says what it changes


def words_brought(document: Document, position: int, sentence: Span, after: int, operation: Operation) -> Span | None:
    """The words that come in: those in quotation marks after the act, or what follows "the following" to the end of the clause.

    Args:
        document: the amending document.
        position: the place, among its clauses, of the one in which the sentence stands.
        sentence: that says what is done.
        after: where the act that it names ends, in the document.
        operation: what is done.
    """
    if operation in {Operation.DELETED, Operation.RENUMBERED}:
        return None
    text = document.text
    end = end_of_family(document, position)
    follows = FOLLOWS.search(text, min(after - 12, sentence.end) if after > 12 else after, sentence.end)
    if follows is None:
        if quoted := quotations(text, Span(after, sentence.end)):
            defines = _DEFINES.match(text, quoted[0].end, sentence.end)
            return Span(quoted[0].start, sentence.end) if defines else inner(text, quoted[0])
        by = re.compile(r"\b(?:by|with|par)\s+", re.IGNORECASE).search(text, after, sentence.end)
        return Span(by.end(), sentence.end) if by else None
    start = follows.end()
    again = FOLLOWS.match(
        text, start + len(text[start:end]) - len(text[start:end].lstrip()), end
    )  # "in its entirety as follows"
    start = again.end() if again else _after_its_name(text, start, end)
    if (whole := _quoted_whole(text, start, end)) is not None:
        return whole
    while start < end and text[start] in " :\n\t-–“\"«'‘":
        start += 1
    stop = _next_of_own(document, position, start, end)
    while stop > start and text[stop - 1] in ' \n\t”"»':
        stop -= 1
    return Span(start, stop) if stop > start else None


def _quoted_whole(text: str, start: int, end: int) -> Span | None:
    """The words from ``start`` on that stand in quotation marks, of several paragraphs where each is quoted; None where the first
    quotation is not all that comes in (“Fee” means …).
    """
    quoted = quotations(text, Span(start, end))
    if not quoted or text[start : quoted[0].start].strip(" :\n\t-–"):
        return None
    last = quoted[0]
    for each in quoted[1:]:
        if text[last.end : each.start].strip():
            break
        last = each
    return inner(text, Span(quoted[0].start, last.end)) if _is_whole(text, last.end, end) else None


def _is_whole(text: str, closed: int, end: int) -> bool:
    """Whether a quotation that ends at ``closed`` is all that comes in: the sentence does not go on from it (“Fee” means …)."""
    return _GOES_ON.match(text, closed, end) is None


def _next_of_own(document: Document, position: int, start: int, end: int) -> int:
    """Where the amendment's own next number stands at the beginning of a line and states a further change: what is brought in, without
    quotation marks around it, ends there.
    """
    text, clause = document.text, document.clauses[position]
    first = _LINE.match(text, clause.span.start, start)
    own = find_marker(first[0]) if first else None
    if own is None:
        return end
    for line in _LINE.finditer(text, start, end):
        marker = find_marker(line[0])
        if marker is None or not _counts_on(own, marker):
            continue
        gap = text.find("\n\n", line.start(), end)
        bare = blanked(text[line.start() : min(line.start() + _STATED, gap if gap >= 0 else end)])
        if targets(bare) and (first_act(bare) or SUSPENDED.search(bare)):
            return line.start()
    return end


def _counts_on(own: Marker, marker: Marker) -> bool:
    """Whether a number is the one after another; "D." after "C.", which might be a hundred as well."""
    letters = own.printed.strip("()"), marker.printed.strip("()")
    if all(len(each) == 1 and each.isalpha() for each in letters):
        return ord(letters[1]) == ord(letters[0]) + 1
    return (marker.kind, marker.path) == (own.kind, (*own.path[:-1], own.path[-1] + 1))


def lists_changes(text: str, brought: Span) -> bool:
    """Whether what seems to come in are changes of their own, which the sentence before introduces: "Section 1 is amended as follows: a.
    Section 1(a) is deleted". Words in quotation marks come in, whatever they say.
    """
    if text[: brought.start].rstrip()[-1:] in _OPENS:
        return False
    bare = blanked(text[brought.start : min(brought.end, brought.start + _STATED)])
    act = first_act(bare)
    return (
        act is not None
        and act[0] is not Operation.CHANGED
        and any(each.clause and 0 < act[1].start() - each.start <= _SUBJECT for each in targets(bare))
    )


def shared_out(text: str, new: Span | None, subjects: list[Target], operation: Operation) -> list[Span | None]:
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


def annex_attached(document: Document, subjects: list[Target]) -> Span | None:
    """The annex of the amendment itself that bears the number of the one that it replaces; None where there is none, or several."""
    label = (subjects[0].document or "").casefold()
    found = [at for at, clause in enumerate(document.clauses) if label and (clause.number or "").casefold() == label]
    if len(subjects) != 1 or subjects[0].clause or len(found) != 1:
        return None
    start = document.clauses[found[0]].span.start
    return Span(start, _stripped(document.text, start, end_of_family(document, found[0])))


def end_of_family(document: Document, position: int) -> int:
    """Where the clauses beneath a clause end; the next clause's end when it has none beneath and ends in "the following:"."""
    clause = document.clauses[position]
    end, at = clause.span.end, position + 1
    while at < len(document.clauses) and document.clauses[at].level > clause.level:
        end, at = document.clauses[at].span.end, at + 1
    tail = clause.span.of(document.text).rstrip()
    if at == position + 1 and at < len(document.clauses) and tail.endswith(":"):
        end = end_of_family(document, at)
    return end


def _after_its_name(text: str, start: int, end: int) -> int:
    """Where the words begin after "the following sentence at the end of clause 13.1:"."""
    named = re.compile(r"\s+[a-zà-ÿ][^:;“”\"«»\n]{0,100}(?:\n[^:;“”\"«»\n]{0,60})?:").match(text, start, end)
    return named.end() if named else start


def _stripped(text: str, start: int, stop: int) -> int:
    return start + len(text[start:stop].rstrip())
