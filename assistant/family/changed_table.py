"""The table that an amendment replaces as a whole: "the table in section 1 of Annex 1 is replaced by the following". Pure."""

from __future__ import annotations

import re

from ingest.document import Document, Span
from ingest.tables import tables_of

_PLACE = r"(?:(?:in|within|dans|à|au)\s(?:[^,;:.]|\.(?=\d)){1,80},\s*)?"  # "In Annex 1, ", "À l'article 1.2, "
_PARTS = r"(?:rows?|columns?|lines?|cells?|headers?|heading|lignes?|colonnes?|cellules?)"
_TABLE = re.compile(
    rf"[\W\d]*{_PLACE}(?:the|le|la)\s+(?:(?:price|pricing|fees?|charges|rates?|credits?|service[ -]levels?|whole|entire|existing|current)"
    rf"\s+){{0,2}}(?:table|grid|tableau|grille|barème)(?![^;:]{{0,200}}\b{_PARTS}\b)\b",
    re.IGNORECASE,
)


def table_replaced(document: Document, within: Span, said: str, new: str) -> Span | None:
    """The table of the part of a document that a sentence replaces; None where it is not the table as a whole that it replaces, where
    that part has none or several, and where what comes in is no table.

    Args:
        document: that is changed.
        within: the part of it that is named.
        said: what states the change, up to the words that it brings in.
        new: these words.
    """
    first = new.strip().partition("\n")[0]
    if "\t" not in first or _TABLE.match(said.lstrip()) is None:
        return None
    tables = [table.span for table in tables_of(document) if within.contains(table.span)]
    return tables[0] if len(tables) == 1 else None
