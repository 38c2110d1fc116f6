"""Links to a clause: a place as the parameters of an address, and back."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode, urlsplit

from assistant.answer import Citation
from assistant.citing.cite import cite, clause_passage
from assistant.naming.clause_lookup import clause_number, clauses_named, clauses_numbered
from assistant.web.session import Place
from ingest.document import Clause, Document, Span
from ingest.errors import UnknownContract
from ingest.library import Library

CONTRACT, DOCUMENT, CLAUSE, WORDS = "contract", "document", "clause", "words"
PARAMETERS = (CONTRACT, DOCUMENT, CLAUSE, WORDS)


def parameters(library: Library, place: Place) -> dict[str, str]:
    """What an address says of a place: contract, document, clause by its number, and where the words stand in the text.

    Raises:
        UnknownContract: when the document is not in the library any more.
    """
    document = library.document(place.document_id)
    clause = clause_of(document, place)
    return {
        CONTRACT: place.contract,
        DOCUMENT: place.document,
        CLAUSE: _short_name(document, clause),
        WORDS: f"{place.start}-{place.end}",
    }


def address(page: str, given: Mapping[str, str]) -> str:
    """The address that opens a place, on the server whose page is at the address ``page``."""
    parts = urlsplit(page)
    folder = parts.path.rpartition("/")[0]
    return f"{parts.scheme}://{parts.netloc}{folder}/?{urlencode(given)}"


def place_at(library: Library, given: Mapping[str, str]) -> Place | None:
    """The place that an address names, None when it names no clause; its words are those of the clause unless it says which.

    Without a document, the first one of the contract that has such a clause is taken.

    Raises:
        UnknownContract: no such contract, or no such clause in it.
    """
    if not given.get(CONTRACT) or not given.get(CLAUSE):
        return None
    contract = library.contract(given[CONTRACT])
    for record in contract.documents:
        if given.get(DOCUMENT) in (None, record.name):
            document = library.document(record.id)
            for clause in clauses_named(document, given[CLAUSE]):
                words = _span(given.get(WORDS, ""), len(document.text))
                if words is not None and (cited := cite(record, document, words)):
                    return cited[0]
                return clause_passage(record, document, clause)
    raise UnknownContract(
        f"expected a link to a clause of “{contract.name}”, found no clause {given[CLAUSE]!r} in it; the document may have been removed"
    )


def clause_of(document: Document, place: Place) -> Clause:
    """The clause in which the words of a place begin."""
    by_id = next((clause for clause in document.clauses if clause.id == place.clause_id), None)
    if by_id is not None:
        return by_id
    return next((c for c in reversed(document.clauses) if c.span.start <= place.start), document.clauses[0])


def is_citation(place: Place) -> bool:
    """Whether the place is a quote, and not a clause as found."""
    return isinstance(place, Citation)


def _short_name(document: Document, clause: Clause) -> str:
    """The number of the clause where that is enough to find it again, else its id."""
    number = clause_number(document, clause)
    return number if number and clauses_numbered(document, number) == [clause] else clause.id


def _span(text: str, length: int) -> Span | None:
    start, dash, end = text.partition("-")
    if not (dash and start.isdecimal() and end.isdecimal()):
        return None
    return Span(int(start), int(end)) if int(start) < int(end) <= length else None
