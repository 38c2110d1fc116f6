"""The clauses that cap what a quote gives, without its naming them: "the caps" of its own article, the cap on all credits."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from assistant.answer import Citation
from assistant.asked.question import Question
from assistant.citing.surroundings import quotable
from assistant.family.cross_references import Link, links_of
from assistant.family.governing import outside_caps
from assistant.naming.clause_lookup import clause_at, outermost, subtree
from assistant.proof.overlap import relatives
from assistant.values.figures import MONEY, figures
from assistant.wording.lexicon import Lexicon
from ingest.document import Document, Span
from ingest.library import Library

_CAPPED = re.compile(  # what a cap is on
    r"\b(?:liab\w+|credits?|penalt\w+|damages|compensat\w+|indemni\w+|refund\w*|responsabilité|pénalités?|avoirs?|dédommag\w+|"
    r"dommages-intérêts)\b",
    re.IGNORECASE,
)
_KINDS = (  # what one cap may be on; a penalty for lateness in paying is none of those for bad service
    re.compile(r"\bcredits?\b|\bavoirs?\b|\b(?:penalt\w+|pénalités?)\b", re.IGNORECASE),
    re.compile(
        r"\b(?:liab\w+|damages|compensat\w+|indemni\w+|responsabilité|dédommag\w+|dommages-intérêts)\b", re.IGNORECASE
    ),
    re.compile(r"\brefund\w*|\brembours\w+", re.IGNORECASE),
)
_LATE_PAYMENT = re.compile(
    r"\b(?:late|overdue|unpaid|outstanding) (?:payments?|invoices?|amounts?|sums?)\b|\binterest\b|\bfail\w* to pay\b|"
    r"\bintérêts? (?:de retard|moratoires?)\b|\b(?:retard|défaut)s? (?:dans le|de|du) paiements?\b|\bimpayée?s?\b|"
    r"\bdate d['’]échéance\b|\bnon[- ]paiement\b",
    re.IGNORECASE,
)
_MOST = re.compile(
    r"\b(?:max(?:imum)?|at most|the most|caps?|capped|limits?|plafon\w+|au plus|au maximum|limites?)\b", re.IGNORECASE
)
_PAID = re.compile(
    r"\b(?:pay\w*|paid|owe\w*|costs?|charge\w*|fees?|sums?|amounts?|money|pai\w+|pay\w+|doi(?:t|vent)|coûts?|frais|prix|montants?|"
    r"redevances?|sommes?)\b|[£€$]",
    re.IGNORECASE,
)
_REACHED = re.compile(  # asks what follows, or what has no cap, and not for the cap itself
    r"\b(?:(?:isn?['’]?t|aren?['’]?t|not|never|no|without) (?:be )?(?:any )?(?:cap|limit)\w*|(?:pas|non|sans) (?:de )?(?:plafon|limit)\w*|"
    r"uncapped|unlimited|illimité\w*|what (?:happens|if)|reach\w*|exceed\w*|beyond|que se passe|attein\w+|dépass\w+|au-delà)\b",
    re.IGNORECASE,
)
_PRICED = re.compile(
    r"\b(?:prices?|increases?|rises?|rais\w+|index\w*|fees?|rates?|prix|hausses?|augment\w+|révis\w+|tarifs?|taux|frais)\b",
    re.IGNORECASE,
)
_NAMES_CAPS = re.compile(r"\b(?:the|les|des|aux|ces|these|those) (?:caps|limits|plafonds|limites)\b", re.IGNORECASE)
_CAPS = re.compile(
    r"\b(?:not exceed|(?:is|are|be) (?:capped|limited)|(?:sera|seront|est|sont) (?:plafonné|limité)e?s?|"
    r"ne (?:\w+ )?(?:dépass|excéd|excèd)\w*|ne peu(?:t|vent) (?:dépasser|excéder))\b",
    re.IGNORECASE,
)
_BY_REFERENCE = re.compile(  # a cap that names no sum: "shall be limited to the fees paid in the year before"
    r"\b(?:exceed|excéd\w*|excèd\w*|dépass\w*|(?:capped|limited|plafonnée?s?|limitée?s?) "
    r"(?:(?:in the aggregate|in total|in all|globalement|au total) )?(?:to|at|à|au|aux))\b[^.;]{0,80}?"
    r"\b(?:fees?|charges?|amounts?|sums?|price|value|paid|payable|cover|cap|limit|plafond|redevances?|montants?|sommes?|prix|honoraires|versée?s?|payée?s?)\b",
    re.IGNORECASE,
)
_OF_ALL = re.compile(r"\b(?:total|aggregate|all|cumul\w*|ensemble|totale|globale?)\b", re.IGNORECASE)
_MONEY = MONEY | {"percent"}


def asks_for_cap(text: str) -> bool:
    """Whether a question asks for the most that has to be paid: "max they owe us", "quel est le plafond de responsabilité ?"."""
    sums = any(words.search(text) for words in (_PAID, _CAPPED, _PRICED))
    return bool(_MOST.search(text)) and sums and not _REACHED.search(text)


def gives_cap(question: str, text: str) -> bool:
    """Whether a text caps a sum or a share, by a figure or by what is paid.

    It caps what is owed for a fault, unless the question asks about a price.

    Args:
        question: that asks for a cap.
        text: a clause or a sentence.
    """
    return _caps(text) and bool(_CAPPED.search(text) or _PRICED.search(question))


def caps_beside(library: Library, question: Question, citation: Citation, lexicon: Lexicon) -> list[Span]:
    """The caps that belong to a quote, in its document: those of its article that have words of the question, or are for a clause
    whose heading has, and all of them where it says "the caps"; else those on a total of what the quote gives. The nearest to the
    question stand first.

    Args:
        library: the documents of the contract.
        question: as read.
        citation: the quote; one that caps by itself has none.
        lexicon: knows the question's words by other names.
    """
    named = _NAMES_CAPS.search(citation.quote) is not None
    things = " ".join(match.group() for match in _CAPPED.finditer(question.text))
    most = _MOST.search(question.text) and _PAID.search(question.text)
    if not (named or things or most) or _caps(citation.quote) or outside_caps(citation.quote):
        return []
    record, document = library.record(citation.document_id), library.document(citation.document_id)
    article = subtree(document, outermost(document, clause_at(document, citation.start)))
    family = [(each, library.document(each.id)) for each in library.contract(citation.contract).documents]
    pieces = _capping(document, article)
    told = [f"{piece.of(document.text)} {_for_what(links_of(record, document, family, piece))}" for piece in pieces]
    found = _ranked(question.text, pieces, told, lexicon)
    if found or named:
        return [*found, *(piece for piece in pieces if named and piece not in found)]
    of_all = [
        piece
        for piece in _capping(document, Span(0, len(document.text)))
        if _OF_ALL.search(piece.of(document.text)) and _kinds(citation.quote) & _kinds(piece.of(document.text))
    ]
    return _ranked(things, of_all, [piece.of(document.text) for piece in of_all], lexicon)


def _capping(document: Document, within: Span) -> list[Span]:
    """What caps a sum or a share in a part of a document, in order, each once."""
    found: dict[Span, None] = {}
    for match in _CAPS.finditer(document.text, within.start, within.end):
        clause = clause_at(document, match.start())
        pieces = (piece for piece in quotable(document, clause.span) if piece.start <= match.start() < piece.end)
        found.update((piece, None) for piece in pieces if _caps(piece.of(document.text)))
    return list(found)


def _caps(text: str) -> bool:
    text = " ".join(text.split())
    if not _CAPS.search(text):
        return False
    if _CAPPED.search(text) and _BY_REFERENCE.search(text):
        return True
    on = _CAPPED.search(text) or _PAID.search(text)
    return bool(on) and any(figure.unit in _MONEY for figure in figures(text))


def _kinds(text: str) -> set[int]:
    """The kinds of sums that a text is on, by their place in `_KINDS`; those for lateness in paying are kinds of their own."""
    found = {number for number, kind in enumerate(_KINDS) if kind.search(text)}
    return {-1 - number for number in found} if _LATE_PAYMENT.search(text) else found


def _for_what(links: Iterable[Link]) -> str:
    """The headings of what a cap names: it is for a breach of these."""
    named = (link.clause.heading if link.clause else link.document.name for link in links if link.document)
    return " ".join(heading.replace("-", " ") for heading in named if heading)


def _ranked(asked: str, pieces: Sequence[Span], told: Sequence[str], lexicon: Lexicon) -> list[Span]:
    """The pieces that have words of what is asked, those with the words that fewest have before others."""
    shared = [{word for word, held in relatives(asked, text, lexicon).items() if held} for text in told]
    bearers = Counter(word for words in shared for word in words)
    weights = [sum(1 / bearers[word] for word in words) for words in shared]
    order = sorted(range(len(pieces)), key=lambda n: -weights[n])
    return [pieces[n] for n in order if weights[n]]
