"""A pin-cite: words of a contract with document, clause and page, as a lawyer writes it down. Pure."""

from __future__ import annotations

import re

from assistant.clause_lookup import clause_number
from ingest.document import Clause, Document

_FORMS = {
    "en": {"clause": "cl. {}", "form": "{place}: “{quote}”"},
    "fr": {"clause": "art. {}", "form": "{place} : « {quote} »"},
}
_BARE = re.compile(
    r"[\d(]|[ivxlc]+\b", re.IGNORECASE
)  # a number without its noun ("8.2", "(a)", "IV"), unlike "Article 12"
_NUMBERED = re.compile(r"(?:annexe?|schedule|exhibit|appendix|appendice)\s+\w{1,4}", re.IGNORECASE)
_SPACE = re.compile(r"\s+")


def pin_cite(document: Document, clause: Clause, page: int, quote: str, language: str) -> str:
    """The words with their place: ``Framework Agreement, cl. 8.2, p. 14: “…”``.

    Args:
        document: that holds the words; the first line of its title names it.
        clause: in which they begin.
        page: 1-based; not told of a document that has but one.
        quote: the words; line breaks become spaces, and nothing else is changed.
        language: of the form, "en" or "fr" ("art. 8.2, p. 14 : « … »").
    """
    form = _FORMS.get(language, _FORMS["en"])
    paged = len(document.pages) > 1 or page > 1  # formats without pages have one, which is none of the original's
    parts = (short_title(document), _clause(document, clause, form["clause"]), f"p. {page}" if paged else "")
    place = ", ".join(part for part in parts if part)
    return form["form"].format(place=place, quote=_SPACE.sub(" ", quote).strip())


def short_title(document: Document) -> str:
    """What the document calls itself, without the lines below its name ("… – Annex 1 to the Framework Agreement").

    An annex that begins with its number keeps its name: "Annexe 1 – Niveaux de service".
    """
    parts = [part.strip() for part in document.title.split(" – ")]
    return " – ".join(parts[:2] if _NUMBERED.fullmatch(parts[0]) else parts[:1])


def _clause(document: Document, clause: Clause, form: str) -> str:
    number, title = clause_number(document, clause), short_title(document)
    if not number:
        return "" if clause.label in ("", title) else f"“{clause.label}”"
    if title.startswith(number):  # the annex itself
        return ""
    return form.format(number) if _BARE.match(number) else number
