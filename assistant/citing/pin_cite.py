"""A pin-cite: words of a contract with document, clause and page, as a lawyer writes it down; and places told in a line. Pure."""

from __future__ import annotations

import re
from typing import Protocol

from assistant.naming.clause_lookup import annex_around, clause_number
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


class Placed(Protocol):
    """What stands at a place of a document: a citation, a passage, the other side of a change."""

    @property
    def document(self) -> str:
        """The document's name."""
        ...

    @property
    def clause(self) -> str:
        """The clause as a reader knows it."""
        ...

    @property
    def page(self) -> int:
        """1-based."""
        ...

    @property
    def paged(self) -> bool:
        """Whether the document has pages to name."""
        ...


def page_told(page: int, paged: bool) -> str:
    """``p. 14``, in both languages; empty for a document without pages to name, which is cited by clause alone."""
    return f"p. {page}" if paged else ""


def place_told(cited: Placed, parting: str = ", ") -> str:
    """A place by its document, clause and page: ``framework-agreement, 8.2, p. 14``; what there is none of is left out."""
    parts = (cited.document, cited.clause, page_told(cited.page, cited.paged))
    return parting.join(part for part in parts if part)


def pin_cite(document: Document, clause: Clause, page: int, quote: str, language: str) -> str:
    """The words with their place: ``Framework Agreement, cl. 8.2, p. 14: “…”``.

    Args:
        document: that holds the words; the first line of its title names it.
        clause: in which they begin.
        page: 1-based; not told of a document without pages.
        quote: the words; line breaks become spaces, and nothing else is changed.
        language: of the form, "en" or "fr" ("art. 8.2, p. 14 : « … »").
    """
    form = _FORMS.get(language, _FORMS["en"])
    parts = (short_title(document), _clause(document, clause, form["clause"]), page_told(page, document.paged))
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
    told = form.format(number) if _BARE.match(number) else number
    annex = annex_around(document, clause)
    return f"{annex}, {told}" if annex else told
