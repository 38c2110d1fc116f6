"""``clausier history``: a clause through time."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

import typer
from rich.text import Text

from assistant import render
from assistant.citing.cite import cite
from assistant.citing.pin_cite import page_told, place_told
from assistant.commands.desk import Desk, desk_of
from assistant.commands.options import AsJson
from assistant.family.entry import Entry, told_once
from assistant.family.ledger import Ledgers
from assistant.family.versions import History, Version, histories
from assistant.terminal import plain
from ingest.library import Library
from ingest.written_day import written_day

_FEW = 80  # characters of words that are shown beside those that replace them
_EXAMPLES = """\
Examples:

  clausier history Acme 8.2
  clausier history Acme "Annexe B" --document framework-agreement
  clausier history Acme 4.2 --json

Without a clause, all the changes that the contract's amendments make are listed.
"""


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("history", epilog=_EXAMPLES)(history)


def history(
    context: typer.Context,
    contract: Annotated[str, typer.Argument(help="The contract.", show_default=False)],
    clause: Annotated[
        str | None,
        typer.Argument(help="The clause's number or heading; all changes when left out.", show_default=False),
    ] = None,
    document: Annotated[
        str | None, typer.Option("--document", "-d", metavar="NAME", help="Only in this document of the contract.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show what a clause said from which day on, and the amendments that changed it."""
    desk = desk_of(context)
    with desk.working(as_json) as parts:
        record = parts.library.contract(contract)
        ledger = Ledgers(parts.library).of(record.name)
        if clause is None:
            _show_ledger(desk, parts.library, record.name, ledger, as_json)
            return
        found = histories(parts.library, ledger, record, clause, document)
        if as_json:
            clauses = [_history_json(parts.library, each) for each in found]
            desk.print_json({"contract": record.name, "clauses": clauses})
            return
        for each in found:
            _show_history(desk, parts.library, record.name, each)


def entry_json(library: Library, entry: Entry) -> dict[str, Any]:
    """A change as JSON: what it does to which words, since when, and the sentence that states it."""
    quoted = cite(entry.amendment, library.document(entry.amendment.id), entry.change.quote)[0]
    old, new = entry.old, entry.change.new
    return {
        "operation": entry.change.operation,
        "target": entry.change.target.label,
        "document": entry.document.name if entry.document else None,
        "clause": entry.clause.number if entry.clause else None,
        "old": {"start": old.start, "end": old.end, "text": old.of(library.document(entry.document.id).text)}
        if old and entry.document
        else None,
        "new": {"start": new.start, "end": new.end, "text": new.of(library.document(entry.amendment.id).text)}
        if new
        else None,
        "effective": entry.effective.isoformat() if entry.effective else None,
        "until": entry.until.isoformat() if entry.until else None,
        "certain": entry.certain,
        "doubt": entry.doubt.said("en") if entry.doubt else "",
        "amendment": {key: getattr(quoted, key) for key in ("document", "clause", "page", "paged", "quote")},
    }


def _time(entry: Entry) -> str:
    """From when, and until when where it is for a time."""
    first = written_day(entry.effective, "en") if entry.effective else ""
    if entry.until is not None:
        last = written_day(entry.until, "en")
        return f"from {first} to {last}" if first else f"until {last}"
    return f"from {first or 'a day not stated'}{' (for one case)' if entry.is_exception else ''}"


def _show_ledger(desk: Desk, library: Library, name: str, ledger: tuple[Entry, ...], as_json: bool) -> None:
    if as_json:
        desk.print_json({"contract": name, "changes": [entry_json(library, each) for each in ledger]})
        return
    if not ledger:
        desk.print(Text("No amendment of this contract changes a clause, as far as these rules see."))
    for entry in told_once(ledger):
        _show_entry(desk, library, entry)


def _history_json(library: Library, found: History) -> dict[str, Any]:
    return {
        "document": found.document.name,
        "clause": found.name,
        "page": found.page,
        "paged": found.paged,
        "versions": [
            {
                "since": each.since.isoformat() if each.since not in {None, date.min} else None,
                "text": each.text,
                "changes": [entry_json(library, entry) for entry in each.entries],
                "ended": [entry_json(library, entry) for entry in each.ended],
            }
            for each in found.versions
        ],
    }


def _show_history(desk: Desk, library: Library, contract: str, found: History) -> None:
    parts = (contract, found.document.name, found.name, page_told(found.page, found.paged))
    place = " › ".join(part for part in parts if part)
    desk.print(Text(plain(place), style="cyan"))
    for version in found.versions:
        _show_version(desk, library, version)
    desk.print(Text())


def _show_version(desk: Desk, library: Library, version: Version) -> None:
    desk.print(Text(_since(version), style="bold"))
    for entry in told_once(version.entries):
        _show_entry(desk, library, entry)
    for entry in version.ended:
        until = written_day(entry.until, "en") if entry.until else "a day not stated"
        place = cite(entry.amendment, library.document(entry.amendment.id), entry.change.quote)[0]
        desk.print(Text(plain(f"{place.document}, {place.clause}, applied until {until}"), style="cyan"))
    if version.text is None:
        desk.print(Text("The text from that day on cannot be told with certainty; read the amendment.", style="yellow"))
    else:
        desk.print(render.clause_text(version.text))


def _since(version: Version) -> str:
    if version.since is None:
        return "as first agreed" if version.text != "" else "not there as first agreed"
    return "from a day not stated" if version.since == date.min else f"from {written_day(version.since, 'en')}"


def _show_entry(desk: Desk, library: Library, entry: Entry) -> None:
    quoted = cite(entry.amendment, library.document(entry.amendment.id), entry.change.quote)[0]
    words = " ".join(plain(quoted.quote).split())
    where = f"{place_told(quoted)}; {_time(entry)}"
    desk.print(Text(f"“{words}”", style="italic"), Text(plain(where), style="cyan"))
    if (changed := _words_changed(library, entry)) is not None:
        desk.print(Text(plain(changed)))
    if entry.doubt:
        desk.print(Text(plain(f"not applied with certainty: {entry.doubt.said('en')}"), style="yellow"))


def _words_changed(library: Library, entry: Entry) -> str | None:
    """The few words that go and those that come; None where these are many, or nothing is put in the place of anything."""
    old, new = entry.old, entry.change.new
    if old is None or new is None or entry.document is None or entry.is_insertion:
        return None
    before, after = old.of(library.document(entry.document.id).text), new.of(library.document(entry.amendment.id).text)
    if max(len(before), len(after)) > _FEW:
        return None
    return f"“{' '.join(before.split())}” → “{' '.join(after.split())}”"
