"""Defined terms: each with the words that define it. Pure.

Found are terms that begin a line (“Business Day” means …; « Incident » désigne …; Affiliate means …), and terms that a bracket gives a
name to (the “Services”; ci-après le « Client »).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from ingest.document import Document, Span
from ingest.headings import is_title_case
from ingest.markers import find_marker
from ingest.sentences import body_start, sentences, trim

_TERM = r"[A-ZÀ-Þ][^“”\"«»\n\t:;.()]{1,60}?"
_VERB = (
    r"means?|shall mean|(?:has|have|shall have) the (?:same )?meanings?|is defined|"
    r"désigne(?:nt)?|signifie(?:nt)?|s['’]entend(?:ent)?|(?:a|ont) le sens"
)
_LEADING = re.compile(
    rf"^[ \t]*(?:[•●▪*–—-]\s*|\(?[a-z0-9]{{1,4}}[.)]\s*|\d+(?:\.\d+)*\.?\s+)?"
    rf"(?:[“\"«]\s*(?P<quoted>{_TERM})\s*[”\"»](?:[^\n“\"«]{{0,40}}[“\"«][^”\"»\n]{{1,60}}[”\"»])*\s*(?:\([^)\n]{{1,60}}\)\s*)?(?:,\s*[^,\n]{{1,60}},\s*)?(?::|{_VERB})"
    rf"|(?P<bare>{_TERM})\s+(?:\([^)\n]{{1,60}}\)\s*)?(?:{_VERB})\b)",
    re.MULTILINE,
)
_BRACKETED = re.compile(r"\((?:[^()“\"«]{0,60}?)[“\"«]\s*(?P<term>[A-ZÀ-Þ][^“”\"«»\n]{1,60}?)\s*[”\"»][^()]{0,40}\)")
_LONGEST = 2_000  # characters of a definition
_MOST_WORDS = 8
_ARTICLE = re.compile(r"^(?:(?:in this \w+,?|the|le|la|les)\s+|l['’]\s*)+", re.IGNORECASE)
_ITEM = re.compile(rf"^[ \t]*(?:[•●▪*–—-]\s*|\(?[a-z0-9]{{1,4}}[.)]\s*)?(?P<bare>{_TERM})\s*:\s", re.MULTILINE)
_DEFINITIONS = re.compile(r"\bd[ée]finitions?\b", re.IGNORECASE)
_NO_TERMS = frozenset("this it if each any where when in ce cela si tout toute chaque terms termes".split())


@dataclass(frozen=True, slots=True)
class Definition:
    """A defined term, the words that define it, and the id of the clause in which they stand."""

    term: str
    span: Span
    clause: str


def definitions_of(document: Document) -> tuple[Definition, ...]:
    """The defined terms of a document in order; of a term that is defined twice both."""
    body = max((clause.span.end for clause in document.clauses), default=0)
    leading = _leading(document, body)
    found = leading + _bracketed(document, body, {term for term, _ in leading})
    starts = [clause.span.start for clause in document.clauses]
    return tuple(
        Definition(term, span, document.clauses[max(0, bisect_right(starts, span.start) - 1)].id)
        for term, span in sorted(found, key=lambda each: each[1])
    )


def _leading(document: Document, body: int) -> list[tuple[str, Span]]:
    matches = [match for match in _LEADING.finditer(document.text, 0, body) if _is_term(match)]
    known = {_start(match) for match in matches}
    for clause in document.clauses:
        if _DEFINITIONS.search(clause.heading or ""):
            items = _ITEM.finditer(document.text, clause.span.start, clause.span.end)
            matches += [match for match in items if match.start("bare") not in known and _is_term(match)]
    stops = sorted({*(_start(match) for match in matches), *(c.span.start for c in document.clauses), body})
    found = []
    for match in matches:
        begin = _start(match)
        stop = next((stop for stop in stops if stop > begin), body)
        span = trim(document.text, Span(begin, min(_paragraph_end(document.text, match.end(), stop), begin + _LONGEST)))
        found.append((_plain(_said(match)), span))
    return found


def _said(match: re.Match[str]) -> str:
    groups = match.groupdict()
    return groups.get("quoted") or groups["bare"] or ""


def _start(match: re.Match[str]) -> int:
    """Where the definition begins: at its opening quotation mark, which in French a space parts from the term."""
    if not match.groupdict().get("quoted"):
        return match.start("bare")
    return max(match.string.rfind(mark, match.start(), match.start("quoted")) for mark in '“"«')


def _is_term(match: re.Match[str]) -> bool:
    term = _plain(_said(match)).rstrip(",")
    words = term.split()
    if not words or len(words) > _MOST_WORDS or words[0].lower() in _NO_TERMS or find_marker(term) is not None:
        return False
    return bool(match.groupdict().get("quoted")) or (term[0].isupper() and is_title_case(term))


def _paragraph_end(text: str, begin: int, stop: int) -> int:
    """Where the paragraph ends, and what it introduces with a colon or goes on with as a list."""
    end = text.find("\n\n", begin, stop)
    while end >= 0 and text[:end].rstrip().endswith((":", ";", ",")):
        end = text.find("\n\n", end + 2, stop)
    return stop if end < 0 else end


def _bracketed(document: Document, body: int, known: set[str]) -> list[tuple[str, Span]]:
    """Terms in brackets, each with its sentence; one that is defined at the beginning of a line is not named again."""
    matches = list(_BRACKETED.finditer(document.text, 0, body))
    if not matches:
        return []
    found = []
    clauses = list(document.clauses)
    starts = [clause.span.start for clause in clauses]
    for match in matches:
        term = _plain(match["term"])
        clause = clauses[max(0, bisect_right(starts, match.start()) - 1)]
        sentence = next(
            (
                s
                for s in sentences(document.text, Span(body_start(document.text, clause), clause.span.end))
                if s.start <= match.start() < s.end
            ),
            None,
        )
        if term not in known and sentence is not None and len(term.split()) <= _MOST_WORDS:
            known.add(term)
            found.append((term, sentence))
    return found


def _plain(term: str) -> str:
    return _ARTICLE.sub("", " ".join(term.split())).strip(" ,")
