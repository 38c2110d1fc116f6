"""Whether a question asks for all of something ("what must it contain?", "quelles sont les exclusions ?"), and what gives all. Pure.

An answer to such a question is the whole list or table, and not its first items.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.asked.question import Question
from ingest.document import Document, Span
from ingest.tables import table_at
from ingest.words import fold

LONGEST_WHOLE = 3_000  # characters of a list or table that is quoted whole: a page

_CONTAINS = r"(?:contain|include|cover|report|provide|deliver|support|consist of|comprise|list|state|show|bring|do)"
_ALL = re.compile(
    r"\bwhat (?:are|were) (?!they\b|we\b|you\b)|\bwhat (?:happens|follows)\b|\bwhat (?:is|are)(?:n't| not)? (?:\w+ )?"
    r"(?:covered|excluded|included|exempt|confidential|prohibited|forbidden)\b|"
    rf"\b(?:what|which \w+)\b.{{0,60}}\b(?:must|should|shall|does|do|can|will|obliged to|have to)\b.{{0,60}}\b{_CONTAINS}\b|"
    r"\bwhat must be (?:in|part of)\b|\bwhat (?!is\b|was\b|does\b|has\b|happens\b|us\b)\w{3,}s (?:are|do|does|must|can|may|shall)\b|"
    r"\bwhich (?:other )?(?!this\b|is\b|was\b|has\b|does\b|us\b)\w{3,}s\b|\bin (?:which|what) (?:cases|circumstances|events)\b|"
    r"\b(?:list|name|give me) (?:all|the|every)\b|\bwho (?:are|were) (?!they\b|we\b|you\b)|\bqui sont (?!ils\b|elles\b)|"
    r"\bquel(?:le)?s (?:sont|seront|etaient)\b|\bquel(?:le)?s \w+[sx]\b|\b(?:dans|pour) quel(?:le)?s \w+\b|"
    r"\b(?:que|qu'est-ce que?) .{0,40}\b(?:contien\w+|contenir|compren\w+|comport\w+|inclu\w+|couvr\w+|fourni\w*|remett\w+)\b|"
    r"\b(?:que|qu'est-ce que?) (?:doit|doivent)\b|\bque se passe-t-il\b|\b(?:liste\w*|enumere\w*) (?:tous|toutes|les|de)\b"
)


def asks_for_all(question: Question) -> bool:
    """Whether a question asks for all of something, and for no single value.

    Args:
        question: as read.
    """
    return not question.units and bool(_ALL.search(fold(question.text)))


def table_with(document: Document, span: Span, others: Sequence[Span]) -> Span | None:
    """The whole of a table of which several rows answer; None where but one does, outside of tables, and for a long one.

    Args:
        document: in which they stand.
        span: a row.
        others: what else answers in the same document.
    """
    table = table_at(document, span)
    if table is None or table.header is None or len(table.span) > LONGEST_WHOLE:
        return None
    return table.span if any(other != span and table.span.contains(other) for other in others) else None
