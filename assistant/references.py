"""What a clause leans on: the defined terms that it uses and the clauses that it refers to, each with the words it leads to.

Nothing is guessed: a reference to a clause that the named document does not have, or to a law, leads nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from assistant.answer import FoundPassage
from assistant.cite import clause_at, clause_passage
from assistant.clause_lookup import clause_name, clauses_numbered, subtree
from ingest.document import Document, Role, Span
from ingest.library import Library
from ingest.record import DocumentRecord
from ingest.sentences import sentences, trim
from ingest.words import fold

_KEPT = 64  # contracts whose defined terms are remembered
_LONGEST = 900  # characters of a definition or clause that are shown in place
_LONGEST_TERM = 60  # characters
_TERM = rf"[^”»\"\n]{{2,{_LONGEST_TERM}}}?"
_MEANS = r"(?:means?\b|shall mean|has the meaning|have the meaning|is defined as|désigne(?:nt)?\b|signifie(?:nt)?\b|s.entend(?:ent)?\b)"
_QUOTED = re.compile(rf"[“«\"]\s*(?P<term>{_TERM})\s*[”»\"]\s*(?:\([^)\n]{{1,60}}\)\s*)?(?:{_MEANS}|:)")
_BARE = re.compile(
    rf"(?m)(?:^|;\s|and\s|In this Annex,\s)(?P<term>[A-ZÀ-Þ][\w’'-]*(?:[ \n][\w’'-]+){{0,5}})\s+{_MEANS}"
)
_NAMED = re.compile(
    rf"\((?:the|each|collectively|together|le|la|les|l[’'])?[\s,a-zé]{{0,20}}[“«\"]\s*(?P<term>{_TERM})\s*[”»\"]\)"
)
_CLAUSE = re.compile(
    r"\b(?:clauses?|paragraphs?|paragraphes?|sections?|articles?)\s+(?P<number>\d+(?:\.\d+)*(?:\s?\([a-zivx]{1,4}\))*)"
    r"(?P<of>\s+(?:of|to|du|de\s+l.|de\s+la|des)\s*(?:the\s+|this\s+|présent\w*\s+)?(?P<where>[^\s,.;:)]+(?:\s+[^\s,.;:)]+)?))?",
    re.IGNORECASE,
)
_ANNEX = re.compile(
    r"\b(?:annexe?|schedule|exhibit|appendix|appendice)\s+(?:n\s?°\s?)?(?P<number>\d+|[A-Z]\b)", re.IGNORECASE
)
_OWN = re.compile(r"^(?:agreement|annex|annexe|contrat|article|clause|schedule|document|plan)$")
_FRAMEWORK = re.compile(r"^(?:framework|contrat.cadre|main|master)")


class Kind(StrEnum):
    """What a reference leads to."""

    TERM = "term"
    CLAUSE = "clause"


@dataclass(frozen=True, slots=True)
class Reference:
    """Words of a document (``span``) that lead to a place; ``words`` is what stands there, cut to what can be shown in place."""

    span: Span
    kind: Kind
    place: FoundPassage
    words: str


class References:
    """Finds what clauses lean on.

    Args:
        library: gives the documents.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._terms = lru_cache(maxsize=_KEPT)(self._find_terms)

    def within(self, record: DocumentRecord, span: Span) -> list[Reference]:
        """The references in a part of a document, in order and disjoint; a term only where a clause first uses it.

        Raises:
            UnknownContract: when the document is not in the library any more.
        """
        document = self._library.document(record.id)
        found = [*self._clauses(record, document, span), *self._used_terms(record, document, span)]
        kept: list[Reference] = []
        for reference in sorted(found, key=lambda each: (each.span.start, -len(each.span))):
            if not kept or kept[-1].span.end <= reference.span.start:
                kept.append(reference)
        return kept

    # --- clauses

    def _clauses(self, record: DocumentRecord, document: Document, span: Span) -> Iterator[Reference]:
        text = span.of(document.text)
        for match in _CLAUSE.finditer(text):
            target = self._document(record, match["where"])
            if target is None:
                continue
            home = self._library.document(target.id)
            clauses = clauses_numbered(home, " ".join(match["number"].split()))
            here = Span(span.start + match.start(), span.start + match.end("number"))
            if clauses and not (target.id == record.id and subtree(home, clauses[0]).contains(here)):
                whole = subtree(home, clauses[0])
                yield Reference(here, Kind.CLAUSE, clause_passage(target, home, clauses[0]), _cut(home.text, whole))

    def _document(self, record: DocumentRecord, where: str | None) -> DocumentRecord | None:
        """The document whose clause is meant: this one unless another is named; None for a law or an unknown document."""
        said = fold(where or "").strip()
        if not said or (_OWN.match(said.split()[0]) and not _ANNEX.match(said)):
            return record
        family = self._library.contract(record.contract).documents
        if _FRAMEWORK.match(said):
            return next((each for each in family if each.role is Role.FRAMEWORK), None)
        annex = _ANNEX.match(said)
        if annex is None:
            # "clause 4 or ...": words that name no document at all leave the clause in this one
            return (
                record
                if not re.match(r"(?:regulation|reglement|code|law|loi|act|gdpr|rgpd|directive|uk|decret|iso)\b", said)
                else None
            )
        return next((each for each in family if _numbered(each) == annex["number"].lower()), None)

    # --- terms

    def _used_terms(self, record: DocumentRecord, document: Document, span: Span) -> Iterator[Reference]:
        terms = self._terms(record.contract, self._library.generation)
        if not terms:
            return
        longest_first = sorted(terms, key=len, reverse=True)
        pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(_flexible, longest_first)) + r")s?(?!\w)")
        seen: set[tuple[str, str]] = set()
        for match in pattern.finditer(document.text, span.start, span.end):
            said = " ".join(match.group().split())
            term = said if said in terms else said.removesuffix("s")
            clause = clause_at(document, match.start())
            here = Span(*match.span())
            choice = min(terms[term], key=lambda each: each[0].id != record.id)
            if (clause.id, term) in seen or (choice[0].id == record.id and choice[1].overlaps(here)):
                continue
            seen.add((clause.id, term))
            home = self._library.document(choice[0].id)
            yield Reference(here, Kind.TERM, _place(choice[0], home, choice[1]), _cut(home.text, choice[1]))

    def _find_terms(self, contract: str, _generation: int) -> dict[str, list[tuple[DocumentRecord, Span]]]:
        """The defined terms of a contract, each with the documents that define it and where; the framework agreement first."""
        terms: dict[str, list[tuple[DocumentRecord, Span]]] = {}
        family = sorted(self._library.contract(contract).documents, key=lambda each: each.role is not Role.FRAMEWORK)
        for record in family:
            for term, span in _definitions(self._library.document(record.id)):
                terms.setdefault(term, []).append((record, span))
        return terms


def _definitions(document: Document) -> Iterator[tuple[str, Span]]:
    body = max((page.span.end for page in document.pages), default=0)
    for pattern in (_QUOTED, _BARE, _NAMED):
        for match in pattern.finditer(document.text, 0, body):
            term = " ".join(match["term"].split())
            if not any(c.isupper() for c in term):
                continue
            home = clause_at(document, match.start("term"))
            start = match.start("term") if pattern is not _NAMED else home.span.start
            whole = sentences(document.text, Span(start, max(start, home.span.end)))
            sentence = next((each for each in whole if each.end > match.start("term")), None)
            if sentence is not None:
                yield term, sentence


def _place(record: DocumentRecord, document: Document, span: Span) -> FoundPassage:
    clause = clause_at(document, span.start)
    return FoundPassage(
        contract=record.contract,
        document=record.name,
        clause=clause_name(document, clause),
        page=document.page_at(span.start),
        start=span.start,
        end=span.end,
        score=0.0,
        document_id=record.id,
        clause_id=clause.id,
    )


def _cut(text: str, span: Span) -> str:
    words = trim(text, span).of(text)
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"


def _flexible(term: str) -> str:
    return r"\s+".join(re.escape(word) for word in term.split())


def _numbered(record: DocumentRecord) -> str | None:
    """The number that an annex gives itself in its title or its file's name."""
    for said in (record.title, record.name.replace("-", " ").replace("_", " ")):
        match = _ANNEX.search(said)
        if match is not None:
            return match["number"].lower()
    return None
