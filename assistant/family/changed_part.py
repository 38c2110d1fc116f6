"""The part of a clause that a change names without quoting it: its first sentence, its last paragraph, the definition of a term. Pure."""

from __future__ import annotations

import re

from ingest.definitions import definitions_of
from ingest.document import Clause, Document, Span
from ingest.markers import find_marker
from ingest.sentences import body_start, sentences, trim
from ingest.words import fold

_DEFINITION = re.compile(
    r"\b(?:definitions?\s+(?:of|for)|définition\s+(?:de|du|des|d['’])|défini(?:e|s)?\s+comme)\s*(?:the\s+)?(?:terms?\s+|l[ea]s?\s+)?(?:termes?\s+)?"
    r"[“\"«]\s{0,3}(?P<term>[^“”\"«»\n]{1,60}?)\s{0,3}[”\"»]|"
    r"[“\"]\s{0,3}(?P<before>[^“”\"\n]{1,60}?)\s{0,3}[”\"]\s+definition\b",
    re.IGNORECASE,
)
_PLACES = {
    "first": 0, "second": 1, "third": 2, "last": -1, "final": -1, "premier": 0, "premiere": 0, "deuxieme": 1, "seconde": 1,
    "troisieme": 2, "dernier": -1, "derniere": -1, "penultimate": -2, "avant-dernier": -2, "avant-derniere": -2,
}  # fmt: skip
_ORDINAL = re.compile(
    rf"\b(?P<place>{'|'.join(sorted(_PLACES, key=len, reverse=True))})\s+(?:full\s+|complete\s+)?"
    r"(?P<kind>sentence|phrase|paragraph|alinea)\b"
)
_SENTENCES = frozenset({"sentence", "phrase"})


def part_named(document: Document, clause: Clause | None, within: Span, said: str) -> Span | None:
    """The part of a clause that a change is said of; None where it names none, or the clause has it twice or not at all.

    Args:
        document: the document changed.
        clause: the one that is named; None for the document as a whole.
        within: that clause with all beneath it.
        said: what states the change, up to the words that it brings in.
    """
    if (named := _DEFINITION.search(said)) is not None:
        term = fold(named["term"] or named["before"]).strip()
        found = [
            each.span for each in definitions_of(document) if fold(each.term) == term and within.contains(each.span)
        ]
        return found[0] if len(found) == 1 else None
    ordinals = list(_ORDINAL.finditer(fold(said)))
    if len(ordinals) != 1 or clause is None or clause.span.end < within.end:
        return None  # of a clause with others beneath it a reader would count otherwise
    body = Span(_behind_number(document, clause), clause.span.end)
    kind = ordinals[0]["kind"]
    parts = sentences(document.text, body) if kind in _SENTENCES else _paragraphs(document.text, body)
    if kind in _SENTENCES and parts and parts[0].of(document.text).strip(" .") == (clause.heading or "").strip(" ."):
        parts = parts[1:]  # a heading that runs into its clause
    place = _PLACES[ordinals[0]["place"]]
    return parts[place] if -len(parts) <= place < len(parts) else None


def _behind_number(document: Document, clause: Clause) -> int:
    """Where the words of a clause begin behind its heading, or behind its number alone."""
    start = body_start(document.text, clause)
    marker = find_marker(document.text[start : clause.span.end].split("\n", 1)[0])
    return start + marker.rest if marker is not None and start == clause.span.start else start


def _paragraphs(text: str, body: Span) -> list[Span]:
    """The paragraphs of a clause in order."""
    found, at = [], body.start
    for gap in re.finditer(r"\n[ \t]*\n\s*", body.of(text)):
        found.append(Span(at, body.start + gap.start()))
        at = body.start + gap.end()
    trimmed = [trim(text, each) for each in (*found, Span(at, body.end))]
    return [each for each in trimmed if len(each)]
