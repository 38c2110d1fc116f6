"""The clauses that change what a quote means, as it names them: the one it is subject to, the cap it counts to, a sum set out there."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from assistant.answer import Citation
from assistant.citing.surroundings import quotable
from assistant.family.cross_references import links_of
from assistant.naming.clause_lookup import subtree
from assistant.values.figures import figures
from ingest.document import Span
from ingest.library import Library
from ingest.references import references_of


class Governs(StrEnum):
    """How a clause that a quote names bears on it."""

    SUBJECT = "subject"  # "subject to clause 9"
    EXCEPTS = "excepts"  # "except as stated in clause 9", "sauf les cas de l'article 9"
    DEPARTS = "departs"  # "notwithstanding clause 9", "par dérogation à l'article 9"
    CAP = "cap"  # "up to the cap in clause 19.3"
    STATED = "stated"  # "at the rate set out in clause 8"


_REACH = 90  # characters before a reference that say how it bears on the quote
_SAME_SENTENCE = r"(?:[^.;]|\.(?=\d))*$"
_SIGNS = (
    (
        Governs.DEPARTS,
        r"\b(?:notwithstanding|despite|in place of|instead of|in derogation (?:of|from)|par dérogation|nonobstant|par exception|"
        r"en lieu et place|au lieu)\b",
    ),
    (
        Governs.EXCEPTS,
        r"\b(?:except(?!ional)\w*|save|unless|other than|sauf|hormis|à l.exception|à l.exclusion|à moins)\b",
    ),
    (Governs.SUBJECT, r"\b(?:subject (?:always )?to|sous (?:la )?(?:seule )?réserve)\b"),
    (
        Governs.CAP,
        r"\b(?:up to|caps?|capped|ceilings?|limits?|limited|(?:not|never) exceed\w*|plafon\w+|dans (?:la|les) limites?|limites?|limitée?s?|"
        r"à concurrence)\b",
    ),
    (
        Governs.STATED,
        r"\b(?:stated|set out|set forth|specified|provided for|laid down|fixée?s?|prévue?s?|définie?s?|indiquée?s?|mentionnée?s?|"
        r"précisée?s?|stipulée?s?|figurant)\s+(?:in|at|by|under|à|aux?|par|dans|en)\b(?!.{25})",
    ),
)
_OUTSIDE = (  # what a quote gives is said to lie outside a cap: "n'entre pas dans les plafonds", "is outside the cap"
    r"(?:\bn['’]entre(?:nt|ra|ront)? pas dans|\bne (?:s['’]imput|compt|relèv)\w+ pas|\bne s['’]appliqu\w+ pas|\bs['’]ajout\w+ au|"
    r"\bn['’](?:est|sont|y est|y sont) pas (?:soumis|compris|inclus|compté|pris|imputé|limité|plafonné)\w*|"
    r"\b(?:hors|en dehors|(?:indépendant|distinct)e?s?) d(?:u|es?)\b|"
    r"\b(?:is|are|falls?|stands?|lies|remains?|be) outside|\b(?:excluded|independent|separate) (?:from|of)|\bdisregarded|"
    r"\bnot (?:be )?(?:count\w*|includ\w+|subject|limited|capped|part|taken into account|fall|apply|erode|reduce)\b|"
    r"\b(?:in addition to|over and above|regardless of|irrespective of))"
    r"[^.;]{0,50}?\b(?:caps?|ceilings?|limits?|plafonds?|limites?)\b"
)
_OUTSIDE_CAPS = re.compile(_OUTSIDE, re.IGNORECASE)
_CAP_LEFT = re.compile(_OUTSIDE + _SAME_SENTENCE, re.IGNORECASE)
_PATTERNS = tuple((how, re.compile(sign + _SAME_SENTENCE, re.IGNORECASE)) for how, sign in _SIGNS)


@dataclass(frozen=True, slots=True)
class Named:
    """A clause that a quote names: how it bears on the quote, where in the quote it is named, in characters, and what may be quoted of it,
    with its sub-clauses.
    """

    how: Governs
    at: int
    document_id: str
    pieces: tuple[Span, ...]


def governing(library: Library, citation: Citation, document_ids: Collection[str]) -> Iterator[Named]:
    """The clauses that a quote names and that change its meaning, in the order in which it does; across the documents of its contract.

    Args:
        library: the documents of the contract.
        citation: the quote.
        document_ids: the documents that may be quoted.

    A clause that but states what the quote names is one only where it holds a figure.
    """
    here = Span(citation.start, citation.end)
    record, document = library.record(citation.document_id), library.document(citation.document_id)
    if not references_of(document, here):
        return  # the other documents need not be read
    family = [(each, library.document(each.id)) for each in library.contract(citation.contract).documents]
    for link in links_of(record, document, family, here):
        if link.document is None or link.clause is None or link.document.id not in document_ids:
            continue
        at = link.reference.span.start - citation.start
        how = bearing(citation.quote[max(0, at - _REACH) : at])
        target = library.document(link.document.id)
        pieces = tuple(quotable(target, subtree(target, link.clause)))
        if how is Governs.STATED:
            pieces = tuple(piece for piece in pieces if _has_figure(piece.of(target.text)))
        if how is not None and pieces:
            yield Named(how, at, link.document.id, pieces)


def bearing(before: str) -> Governs | None:
    """How what is named after these words bears on them, None where it changes nothing ("in the report under clause 9").

    Args:
        before: the words of a quote before a reference.
    """
    found = next((how for how, pattern in _PATTERNS if pattern.search(before)), None)
    return None if found in (Governs.CAP, Governs.SUBJECT) and _CAP_LEFT.search(before) else found


def outside_caps(text: str) -> bool:
    """Whether a text says of what it gives that a cap does not hold for it."""
    return _OUTSIDE_CAPS.search(text) is not None


def _has_figure(text: str) -> bool:
    """Whether a text has a sum, a period or a percentage; a mere number, as a clause has, is none."""
    return any(figure.unit for figure in figures(text))
