"""The table that a sentence announces: "the following Subcontractors are approved", "dans les délais suivants :". Pure.

By itself such a sentence says little; what it announces is the answer.
"""

from __future__ import annotations

import re

from ingest.document import Document, Span
from ingest.sentences import sentences
from ingest.tables import Table, tables_of

_LONGEST_CAPTION = 160  # characters between the sentence and the table: another sentence, and the table's caption
_SIGN = re.compile(
    r"\b(?:the following|as follows|set out below|shown below|listed below|below|suivante?s?|ci-dessous|ci-après|comme suit)\b|:\s*$",
    re.IGNORECASE,
)


def announced_table(document: Document, span: Span) -> Table | None:
    """The table that follows a sentence which announces it; None where it announces none.

    Args:
        document: in which it stands.
        span: a sentence, or a short clause, that is no row.
    """
    if "\t" in span.of(document.text) or not _SIGN.search(span.of(document.text)):
        return None
    table = next((each for each in tables_of(document) if each.span.start >= span.end), None)
    if table is None or table.span.start - span.end > _LONGEST_CAPTION:
        return None
    between = sentences(document.text, Span(span.end, table.span.start))
    return table if len(between) <= 2 else None
