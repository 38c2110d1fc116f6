"""Where a term is defined: "“Business Day” means …". Pure."""

from __future__ import annotations

import re

from ingest.document import Document, Span
from ingest.sentences import sentences

_MEANS = r"[”\"»]?\s*(?:\([^)\n]{1,60}\)\s*)?(?:means|shall mean|is defined as|désigne(?:nt)?|signifie(?:nt)?|s.entend(?:ent)?|:|\t)"


def definition(document: Document, term: str) -> Span | None:
    """The sentence that defines a term, None where the document does not.

    Args:
        document: as read.
        term: as it is used, in the singular or the plural.
    """
    singular = (word if word.endswith("ss") else word.removesuffix("s") for word in term.split())
    forms = r"\s+".join(re.escape(word) + "s?" for word in singular)
    pattern = re.compile(rf"(?m)(?:^\s*(?:\d[\d.]*\s+|[-•]\s*)?|(?P<mark>[“\"«])\s*)(?P<term>{forms})\s*{_MEANS}")
    match = pattern.search(document.text)
    if match is None:
        return None
    home = next((c for c in document.clauses if c.span.start <= match.start("term") < c.span.end), None)
    if home is None:
        return None  # a heading of a contents page, say
    start = match.start("mark" if match["mark"] else "term")
    found = sentences(document.text, Span(start, home.span.end))
    return found[0] if found else None
