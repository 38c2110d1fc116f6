"""``clausier report``: what each document of a contract is, and what is in force."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Annotated, Any

import typer
from rich.padding import Padding
from rich.text import Text

from assistant.commands.desk import Desk, desk_of
from assistant.commands.options import AsJson
from assistant.cross_references import CrossReferences, State, link_json
from assistant.family import Fact, Family, fact_json
from assistant.signing import NONE_FOUND, facts
from assistant.terminal import plain
from ingest.document import Signature
from ingest.library import Library
from ingest.record import DocumentRecord

_EXAMPLES = """\
Examples:

  clausier report Acme
  clausier report Acme --json

What is wrong is put right with `clausier set`.
"""
_LONGEST = 200  # characters of a value that are shown


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("report", epilog=_EXAMPLES)(report)


def report(
    context: typer.Context,
    contract: Annotated[str, typer.Argument(help="The contract.", show_default=False)],
    as_json: AsJson = False,
) -> None:
    """Show the particulars of a contract: parties, dates, law, precedence, amendments; each with where it is said."""
    desk = desk_of(context)
    with desk.working(as_json) as parts:
        family = Family(parts.library)
        record = parts.library.contract(contract)
        reports, precedence, ledger = (
            family.particulars(record.name),
            family.precedence(record.name),
            family.ledger(record.name),
        )
        references = CrossReferences(parts.library)
        faults = references.faults(record.name)
        doubts = sum(not each.certain for each in ledger)
        if as_json:
            documents = [
                {
                    "name": each.document.name,
                    "id": each.document.id,
                    "pages": each.document.page_count,
                    "clauses": each.document.clause_count,
                    "signatures": [asdict(one) for one in parts.library.document(each.document.id).signatures],
                    "warnings": [*each.document.warnings, *faults.get(each.document.id, ())],
                    "replaced": [
                        {"id": one.id, "name": one.name, "added": one.added}
                        for one in parts.library.older(each.document.id)
                    ],
                    "references": _links(parts.library, references, each.document),
                    "particulars": [fact_json(fact) for fact in each.facts],
                }
                for each in reports
            ]
            desk.print_json(
                {
                    "contract": record.name,
                    "documents": documents,
                    "precedence": fact_json(precedence) if precedence else None,
                    "changes": len(ledger),
                    "uncertain_changes": doubts,
                }
            )
            return
        for each in reports:
            pages = f"{each.document.page_count} pages, {each.document.clause_count} clauses"
            desk.print(Text(plain(each.document.name), style="bold").append(f"  {pages}", style="dim"))
            _show_facts(desk, each.facts)
            for fact in _signatures(parts.library.document(each.document.id).signatures, each.document.suffix):
                desk.print(Padding(Text(plain(fact)), (0, 0, 0, 2)))
            for one in parts.library.older(each.document.id):
                told = f"replaced the version added on {one.added[:10]}; `clausier compare` shows what changed"
                desk.print(Padding(Text(told), (0, 0, 0, 2)))
            desk.print(Padding(Text(_counted(references, each.document)), (0, 0, 0, 2)))
            for warning in (*each.document.warnings, *faults.get(each.document.id, ())):
                desk.print(Text(plain(f"  warning: {warning}"), style="yellow"))
        if precedence is not None:
            desk.print(Text("Order of precedence", style="bold"))
            _show_facts(desk, (precedence,))
        doubtful = f", {doubts} of them not applied with certainty" if doubts else ""
        desk.print(Text(f"{len(ledger)} changes by amendments{doubtful}; `clausier history` lists them"))


def _links(library: Library, references: CrossReferences, record: DocumentRecord) -> list[dict[str, Any]]:
    text = library.document(record.id).text
    links = [link for link in references.of(record.contract) if link.source.id == record.id]
    return [link_json(each, text, library.document(each.document.id) if each.document else None) for each in links]


def _counted(references: CrossReferences, record: DocumentRecord) -> str:
    links = [link for link in references.of(record.contract) if link.source.id == record.id]
    found = sum(link.state is State.FOUND for link in links)
    return f"{len(links)} cross-references, {found} lead to a clause or an annex of the contract"


def _signatures(signatures: Sequence[Signature], suffix: str) -> list[str]:
    """What is known of the digital signatures of a document; only a PDF could hold any."""
    if suffix != ".pdf":
        return []
    return [f"signature: {fact}" for fact in facts(signatures) or [NONE_FOUND]]


def _show_facts(desk: Desk, facts: tuple[Fact, ...]) -> None:
    for fact in facts:
        for line in fact.value.split("\n"):
            words = " ".join(plain(line).split())
            shown = words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"
            desk.print(Padding(Text(f"{fact.key}: {shown}"), (0, 0, 0, 2)))
        if fact.by_user:
            read = f"; the text says: {' '.join(plain('; '.join(fact.read)).split())}" if fact.read else ""
            desk.print(Padding(Text(f"set by a user{read}", style="yellow"), (0, 0, 0, 4)))
        elif fact.citations:
            first = fact.citations[0]
            place = " › ".join((first.document, first.clause, f"p. {first.page}"))
            desk.print(Padding(Text(plain(place), style="cyan"), (0, 0, 0, 4)))
