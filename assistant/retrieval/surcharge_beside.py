"""The clause that raises a rate at the hours asked about: "work at night is charged at 1.5 times the day rate" beside the day rate.

A rate without it is wrong for a Saturday, though each of its words is right.
"""

from __future__ import annotations

import re

from assistant.answer import Citation
from assistant.citing.surroundings import quotable
from assistant.naming.clause_lookup import clause_at, outermost, subtree
from assistant.values.figures import MONEY, figures
from assistant.values.hours import names_hours, tells_hours
from ingest.document import Span
from ingest.library import Library
from ingest.words import fold

_RATED = re.compile(
    r"\b(?:rates?|pric\w+|costs?|charge[sd]?|fees?|pay\w*|how much|combien|prix|tarifs?|taux|cout\w*|factur\w+|pai\w+)\b"
)
_OUT_OF_HOURS = re.compile(
    r"\b(?:outside|out of|after|hors|en dehors d\w*)\s(?:of\s)?(?:the\s|les\s|des\s|d')?"
    r"(?:working|business|office|normal|heures|horaires)\b|"
    r"\b(?:saturdays?|sundays?|weekends?|week-ends?|nights?|evenings?|holidays?|samedis?|dimanches?|nuits?|soirs?|soirees?|"
    r"jours? feries?)\b"
)
_RAISED = re.compile(
    r"\b(?:times|multipli\w+|increased by|plus a|surcharges?|uplift|premium|supplement\w*|major(?:e|ee|es|ees|ation|ations)|fois)\b|"
    r"\d\s?[x×]|×\s?\d"
)


def asks_for_rate_at_hours(text: str) -> bool:
    """Whether a question asks what something costs at night, on a weekend or out of hours."""
    folded = fold(text)
    return bool(_RATED.search(folded)) and bool(_OUT_OF_HOURS.search(folded) or names_hours(text))


def surcharge_beside(library: Library, citation: Citation) -> Span | None:
    """The one sentence of a quote's article that raises what it gives at certain hours; None where there is none, or several.

    Args:
        library: the documents of the contract.
        citation: the quote; one that tells hours itself, or gives no sum, has none.
    """
    if raises(citation.quote) or not any(figure.unit in MONEY for figure in figures(citation.quote)):
        return None
    document = library.document(citation.document_id)
    article = subtree(document, outermost(document, clause_at(document, citation.start)))
    found = [piece for piece in quotable(document, article) if raises(piece.of(document.text))]
    return found[0] if len(found) == 1 else None


def raises(text: str) -> bool:
    """Whether a text raises a sum at certain hours: "1.5 times the day rate in Night Hours", "majoré de 50 % le dimanche"."""
    folded = fold(text)
    hours = tells_hours(text) or bool(_OUT_OF_HOURS.search(folded))
    return (
        "\t" not in text
        and hours
        and bool(_RAISED.search(folded))
        and any(not f.unit or f.unit == "percent" for f in figures(text))
    )
