"""``clausier compare``: what differs between two versions of a document, two clauses, or two contracts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer
from rich.padding import Padding
from rich.text import Text

from assistant.citing.pin_cite import page_told
from assistant.commands.desk import Desk, desk_of
from assistant.commands.options import AsJson
from assistant.family.comparison import (
    ClauseChange,
    Comparison,
    compare_clauses,
    compare_contracts,
    compare_documents,
    comparison_json,
    document_named,
)
from assistant.family.differences import Kind, Row
from assistant.naming.clause_lookup import clause_name
from assistant.render import LANGUAGES
from assistant.terminal import plain
from ingest.alignment import Change
from ingest.library import Library

_EXAMPLES = """\
Examples:

  clausier compare Acme Bolt                              two contracts, document by document
  clausier compare Acme -d msa-2023 -D msa-2024           two documents of one contract
  clausier compare Acme Bolt --clause 8.2                 clause 8.2 of both framework agreements
  clausier compare Acme -d sla -D sla-2 -c 4.1 -C 4.2     two clauses
  clausier compare Acme -d msa                            a document and the version that it replaced

Words that are gone are shown [-so-], and words that are new {+so+}. Exit codes: 0 done, 1 failed, 2 wrong usage.
"""
_STYLES = {Kind.SAME: "", Kind.GONE: "red strike", Kind.NEW: "green"}
_MARKS = {Kind.SAME: ("", ""), Kind.GONE: ("[-", "-]"), Kind.NEW: ("{+", "+}")}


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("compare", epilog=_EXAMPLES)(compare)


def compare(
    context: typer.Context,
    left: Annotated[str, typer.Argument(metavar="CONTRACT", help="The contract on the left.", show_default=False)],
    right: Annotated[
        str | None,
        typer.Argument(metavar="[OTHER]", help="The one on the right; the same when left out.", show_default=False),
    ] = None,
    document: Annotated[
        str | None, typer.Option("--document", "-d", metavar="NAME", help="This document of the left contract.")
    ] = None,
    other_document: Annotated[
        str | None, typer.Option("--other-document", "-D", metavar="NAME", help="This document of the right contract.")
    ] = None,
    clause: Annotated[
        str | None, typer.Option("--clause", "-c", metavar="CLAUSE", help="Only this clause, by number or heading.")
    ] = None,
    other_clause: Annotated[
        str | None, typer.Option("--other-clause", "-C", metavar="CLAUSE", help="The clause on the right, if another.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show what differs between two contracts, two documents or two clauses: clause by clause, word by word."""
    desk = desk_of(context)
    with desk.working(as_json) as parts:
        sides = (left, document), (right or left, other_document)
        found = _compared(parts.library, sides, clause, other_clause or clause)
        if as_json:
            desk.print_json({"comparisons": [comparison_json(each) for each in found]})
            return
        for each in found:
            _show(desk, each)


def _compared(
    library: Library,
    sides: tuple[tuple[str, str | None], tuple[str, str | None]],
    clause: str | None,
    other: str | None,
) -> list[Comparison]:
    (left, document), (right, other_document) = sides
    if document is None and other_document is None and clause is None:
        if left == right:
            raise typer.BadParameter("expected two contracts, two documents or two clauses, got one contract")
        return list(compare_contracts(library, left, right))
    two = document_named(library, right, other_document or (document if right == left else None))
    if left == right and other_document is None and (older := library.older(two[0].id)):
        one = (older[0], library.document(older[0].id))  # a document beside the version that it replaced
    else:
        one = document_named(library, left, document)
    if clause is not None and other is not None:
        return [compare_clauses(one, clause, two, other)]
    if one[0].id == two[0].id:
        raise typer.BadParameter(f"expected two documents, or one that replaced another; {one[0].name} replaced none")
    return [compare_documents(one, two)]


def _show(desk: Desk, comparison: Comparison) -> None:
    names = [each.name if each else "–" for each in (comparison.left, comparison.right)]
    desk.print(Text(plain(f"{names[0]} → {names[1]}"), style="bold"))
    if comparison.left is None or comparison.right is None:
        desk.print(Text("  no counterpart", style="yellow"))
        return
    if comparison.languages:
        left, right = (LANGUAGES.get(each, each) for each in comparison.languages)
        desk.print(Text(f"  one is in {left} and the other in {right}: their words cannot be compared", style="yellow"))
        return
    desk.print(Text("  " + ", ".join(f"{comparison.count(change)} {change}" for change in Change), style="dim"))
    for each in comparison.changes:
        if each.pair.change is not Change.SAME:
            _show_change(desk, each)


def _show_change(desk: Desk, each: ClauseChange) -> None:
    places = [
        ", ".join(filter(None, (clause_name(named[1], clause), page_told(clause.page, named[1].paged))))
        for clause, named in ((each.pair.left, each.left), (each.pair.right, each.right))
        if clause is not None and named is not None
    ]
    desk.print(Padding(Text(plain(f"{each.pair.change}: {' → '.join(places)}"), style="cyan"), (0, 0, 0, 2)))
    for row in each.rows:
        if row.changed:
            desk.print(Padding(_words(row), (0, 0, 0, 4)))


def _words(row: Row) -> Text:
    """A row as one line: what is gone and what is new within what stands in both."""
    text = Text()
    for piece in _merged(row):
        before, after = _MARKS[piece[0]]
        words = piece[1].rstrip()
        space = piece[1][len(words) :]  # stands after the mark, as it stood after the words
        text.append(plain(f"{before}{words}{after}{space}").replace("\t", " | "), style=_STYLES[piece[0]])
    return text


def _merged(row: Row) -> Sequence[tuple[Kind, str]]:
    """The pieces of both sides in one order; what stands in both once."""
    left, right = list(row.left), list(row.right)
    made: list[tuple[Kind, str]] = []
    while left or right:
        if left and left[0].kind is Kind.GONE:
            made.append((Kind.GONE, left.pop(0).text))
        elif right and right[0].kind is Kind.NEW:
            made.append((Kind.NEW, right.pop(0).text))
        else:
            made += [(Kind.SAME, left.pop(0).text)] if left else []
            if right:
                right.pop(0)
    return made
