"""``clausier report``: what each document of a contract is, and what is in force."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from functools import partial
from typing import Annotated, Any

import typer
from rich.padding import Padding
from rich.text import Text

from assistant.citing.pin_cite import place_told
from assistant.citing.signing import NONE_FOUND, facts
from assistant.commands.desk import Desk, desk_of
from assistant.commands.options import AsJson
from assistant.family.amended_fact import AmendedFacts
from assistant.family.cross_references import CrossReferences, State, link_json
from assistant.family.entry import told_once
from assistant.family.family import DATES, Fact, Family, Report, fact_json
from assistant.family.in_force import today
from assistant.family.opinions import Opinion, Opinions, Verdict
from assistant.terminal import plain
from ingest.document import Signature
from ingest.library import Library
from ingest.record import DocumentRecord
from ingest.written_day import written_stamp

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
        reports, precedence = family.particulars(record.name), family.precedence(record.name)
        opinions = parts.confirmer.opinions(reports) if parts.confirmer is not None else Opinions({})
        ledger = told_once(family.ledger(record.name))
        references = CrossReferences(parts.library)
        faults = references.faults(record.name)
        doubts = sum(not each.certain for each in ledger)
        if as_json:
            document_json = partial(_document_json, parts.library, references, faults, opinions)
            desk.print_json(
                {
                    "contract": record.name,
                    "documents": [document_json(each) for each in reports],
                    "precedence": fact_json(precedence) if precedence else None,
                    "changes": len(ledger),
                    "uncertain_changes": doubts,
                    "model_trouble": opinions.trouble,
                }
            )
            return
        for each in reports:
            _show_document(desk, parts.library, references, faults, opinions, each)
        if precedence is not None:
            desk.print(Text("Order of precedence", style="bold"))
            _show_facts(desk, (precedence,))
        if opinions.trouble:
            desk.print(Text(plain(f"warning: {opinions.trouble}"), style="yellow"))
        doubtful = f", {doubts} of them not applied with certainty" if doubts else ""
        desk.print(Text(f"{len(ledger)} changes by amendments{doubtful}; `clausier history` lists them"))


def _document_json(
    library: Library, references: CrossReferences, faults: Mapping[str, Sequence[str]], opinions: Opinions, told: Report
) -> dict[str, Any]:
    record = told.document
    return {
        "name": record.name,
        "id": record.id,
        "pages": record.page_count,
        "clauses": record.clause_count,
        "signatures": [asdict(one) for one in library.document(record.id).signatures],
        "warnings": [*record.warnings, *faults.get(record.id, ())],
        "replaced": [{"id": one.id, "name": one.name, "added": one.added} for one in library.older(record.id)],
        "references": _links(library, references, record),
        "particulars": [{**fact_json(fact), **_opinion_json(opinions.on(record.id, fact))} for fact in told.facts],
    }


def _show_document(
    desk: Desk,
    library: Library,
    references: CrossReferences,
    faults: Mapping[str, Sequence[str]],
    opinions: Opinions,
    told: Report,
) -> None:
    record = told.document
    pages = f"{record.page_count} pages, {record.clause_count} clauses"
    desk.print(Text(plain(record.name), style="bold").append(f"  {pages}", style="dim"))
    _show_facts(desk, told.facts, AmendedFacts(library))
    lines = _asked(opinions, record)
    lines += _signatures(library.document(record.id).signatures, record.suffix)
    lines += [
        f"replaced the version added on {written_stamp(one.added[:10], 'en')}; `clausier compare` shows what changed"
        for one in library.older(record.id)
    ]
    for line in (*lines, _counted(references, record)):
        desk.print(Padding(Text(plain(line)), (0, 0, 0, 2)))
    for warning in (*record.warnings, *faults.get(record.id, ()), *_doubts(opinions, record)):
        desk.print(Text(plain(f"  warning: {warning}"), style="yellow"))


def _opinion_json(opinion: Opinion | None) -> dict[str, Any]:
    """What a model said of a particular, where one was asked."""
    return {} if opinion is None else {"opinion": opinion.verdict, "opinion_reason": opinion.reason}


def _asked(opinions: Opinions, record: DocumentRecord) -> list[str]:
    """How many of the particulars a model confirmed, where it was asked."""
    told = opinions.of.get(record.id, ())
    confirmed = sum(each.verdict is Verdict.CONFIRMED for each in told)
    return [f"the model confirms {confirmed} of {len(told)} particulars"] if told else []


def _doubts(opinions: Opinions, record: DocumentRecord) -> list[str]:
    doubted = [each for each in opinions.of.get(record.id, ()) if each.verdict is Verdict.DOUBTED]
    return [
        f"the model doubts {each.key} “{_cut(each.value)}”{f': {each.reason}' if each.reason else ''}; the words of the contract decide"
        for each in doubted
    ]


def _cut(value: str) -> str:
    words = " ".join(plain(value).split())
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"


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


def _show_facts(desk: Desk, facts: tuple[Fact, ...], amended: AmendedFacts | None = None) -> None:
    for fact in facts:
        written = partial(written_stamp, language="en") if fact.key in DATES else str
        for line in fact.value.split("\n"):
            desk.print(Padding(Text(f"{fact.key}: {_cut(written(line))}"), (0, 0, 0, 2)))
        if fact.by_user:
            read = (
                f"; the text says: {' '.join(plain('; '.join(map(written, fact.read))).split())}" if fact.read else ""
            )
            desk.print(Padding(Text(f"set by a user{read}", style="yellow"), (0, 0, 0, 4)))
        elif fact.citations:
            place = place_told(fact.citations[0], " › ")
            desk.print(Padding(Text(plain(place), style="cyan"), (0, 0, 0, 4)))
        for line in _changes(fact, amended) if amended else ():
            desk.print(Padding(Text(plain(line), style="yellow"), (0, 0, 0, 4)))


def _changes(fact: Fact, amended: AmendedFacts) -> list[str]:
    """What of amendments changed the words in which a particular was read, or may have."""
    return [
        f"{'changed' if entry.certain else 'perhaps changed'} by {place_told(amended.amending(entry), ' › ')}"
        for entry in amended.changes(fact, today())
    ]
