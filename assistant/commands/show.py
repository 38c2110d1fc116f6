"""``clausier show``: a clause, word for word."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.text import Text

from assistant import render
from assistant.citing.pin_cite import page_told
from assistant.commands.desk import desk_of
from assistant.commands.history import entry_json
from assistant.commands.options import AsJson
from assistant.family.cross_references import CrossReferences, link_json
from assistant.family.entry import told_once
from assistant.family.ledger import Ledgers
from assistant.family.versions import added_clauses, added_history, history_of
from assistant.naming.clause_lookup import breadcrumb, clauses_named, subtree
from assistant.terminal import plain
from ingest.definitions import definitions_of
from ingest.errors import UnknownContract
from ingest.words import fold
from ingest.written_day import written_day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.family.entry import Entry
    from assistant.family.versions import History
    from ingest.document import Span
    from ingest.library import Library
    from ingest.record import ContractRecord, DocumentRecord

_EXAMPLES = """\
Examples:

  clausier show Acme 8.2
  clausier show Acme "Article 12"
  clausier show Acme "8.2(a)" --document framework-agreement
  clausier show Acme Confidentiality --json
  clausier show Acme "Business Day"              what defines the term, when no clause is called so

The clauses beneath the one named are shown with it. Where several documents have such a clause, each is shown, and so is one that
an amendment adds. The words are those first agreed; what changed them is named below.
"""


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("show", epilog=_EXAMPLES)(show)


def show(
    context: typer.Context,
    contract: Annotated[str, typer.Argument(help="The contract.", show_default=False)],
    clause: Annotated[
        str, typer.Argument(help="The clause's number or heading, or a defined term.", show_default=False)
    ],
    document: Annotated[
        str | None, typer.Option("--document", "-d", metavar="NAME", help="Only in this document of the contract.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show a clause of a contract, word for word, with its page."""
    desk = desk_of(context)
    with desk.working(as_json) as parts:
        record = parts.library.contract(contract)
        links, ledger = CrossReferences(parts.library), Ledgers(parts.library).of(record.name)
        documents = _documents(record, document)
        shown = [each for one in documents for each in _clauses(parts.library, links, ledger, one, clause)]
        shown += _added(parts.library, links, ledger, clause, document)
        if not shown:
            shown = [each for one in documents for each in _definitions(parts.library, one, clause)]
        if not shown:
            raise UnknownContract(
                f"expected the number or the heading of a clause, or a defined term, of “{record.name}”, got {clause!r}; "
                f"`clausier find` searches for words"
            )
        if as_json:
            desk.print_json({"contract": record.name, "clauses": shown})
            return
        for each in shown:
            named = (record.name, each["document"], *each["breadcrumb"], page_told(each["page"], each["paged"]))
            place = " › ".join(part for part in named if part)
            desk.print(Text(plain(place), style="cyan"), render.clause_text(each["text"]))
            for change in each["changes"]:
                desk.print(Text(plain(_told(change)), style="yellow"))
            for link in each["refers_to"]:
                where = ", ".join(part for part in (link["document"], link["clause"]) if part)
                desk.print(Text(plain(f"“{link['said']}”: {where or link['state']}"), style="dim"))
            desk.print(Text())


def _documents(record: ContractRecord, wanted: str | None) -> list[DocumentRecord]:
    found = [each for each in record.documents if wanted is None or wanted in {each.name, each.id}]
    if found:
        return found
    names = ", ".join(f"“{each.name}”" for each in record.documents)
    raise UnknownContract(f"expected a document of “{record.name}”, got {wanted!r}; it has: {names}")


def _definitions(library: Library, record: DocumentRecord, term: str) -> list[dict[str, Any]]:
    """What defines a term, whatever its case and accents."""
    document = library.document(record.id)
    found = [each for each in definitions_of(document) if fold(each.term) == fold(term.strip(' “”«»"'))]
    by_id = {clause.id: clause for clause in document.clauses}
    return [
        {
            "document": record.name,
            "id": each.clause,
            "number": by_id[each.clause].number,
            "heading": each.term,
            "breadcrumb": (*breadcrumb(document, by_id[each.clause]), each.term),
            "page": document.page_at(each.span.start),
            "paged": document.paged,
            "start": each.span.start,
            "end": each.span.end,
            "text": each.span.of(document.text),
            "refers_to": [],
            "changes": [],
        }
        for each in found
    ]


def _added(
    library: Library, links: CrossReferences, ledger: Sequence[Entry], wanted: str, document: str | None
) -> list[dict[str, Any]]:
    """The clauses of a number that amendments add, each where it stands in its amendment."""
    shown = []
    for history in (added_history(library, ledger, *each) for each in added_clauses(library, ledger, wanted, document)):
        text = library.document(history.document.id)
        shown.append(
            {
                "document": history.document.name,
                "id": history.clause.id,
                "number": wanted,
                "heading": None,
                "breadcrumb": breadcrumb(text, history.clause),
                "page": history.page,
                "paged": history.paged,
                "start": history.span.start,
                "end": history.span.end,
                "text": history.span.of(text.text),
                "refers_to": _links(library, links, history.document, history.span),
                "changes": _changes(library, history, skip=1),
            }
        )
    return shown


def _changes(library: Library, history: History, skip: int = 0) -> list[dict[str, Any]]:
    """The changes of a clause by amendments, the earliest first; ``skip`` those of its first versions that brought it in."""
    entries = [entry for version in history.versions[1 + skip :] for entry in version.entries]
    return [entry_json(library, entry) for entry in told_once(entries)]


def _told(change: dict[str, Any]) -> str:
    amendment = change["amendment"]
    place = ", ".join(part for part in (amendment["document"], amendment["clause"]) if part)
    since = f" from {written_day(date.fromisoformat(change['effective']), 'en')}" if change["effective"] else ""
    return f"changed by {place}{since}; `clausier history` shows how"


def _links(library: Library, links: CrossReferences, record: DocumentRecord, span: Span) -> list[dict[str, Any]]:
    text = library.document(record.id).text
    within = [
        link for link in links.of(record.contract) if link.source.id == record.id and span.contains(link.reference.span)
    ]
    return [link_json(each, text, library.document(each.document.id) if each.document else None) for each in within]


def _clauses(
    library: Library, links: CrossReferences, ledger: Sequence[Entry], record: DocumentRecord, wanted: str
) -> list[dict[str, Any]]:
    document = library.document(record.id)
    shown = []
    for clause in clauses_named(document, wanted):
        span = subtree(document, clause)
        shown.append(
            {
                "document": record.name,
                "id": clause.id,
                "number": clause.number,
                "heading": clause.heading,
                "breadcrumb": breadcrumb(document, clause),
                "page": clause.page,
                "paged": document.paged,
                "start": span.start,
                "end": span.end,
                "text": span.of(document.text),
                "refers_to": _links(library, links, record, span),
                "changes": _changes(library, history_of(library, ledger, record, document, clause)) if ledger else [],
            }
        )
    return shown
