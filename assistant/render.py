"""Answers, clauses and contracts as they look on a terminal.

Everything becomes `rich.text.Text`, never a string with markup, and passes through `assistant.terminal.plain`: contract text can
neither style nor command the terminal.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from assistant.answer import Answer, Citation, FoundPassage, Statement, Verdict
from assistant.answering.translation_words import translation_told
from assistant.asked.read_as import names_too, read_as
from assistant.citing.force_words import force_notes
from assistant.citing.hidden import hidden_notes
from assistant.citing.pin_cite import page_told, place_told
from assistant.citing.signing import facts as signature_facts
from assistant.citing.signing import signing_notes
from assistant.family.cross_references import faults_alone
from assistant.terminal import plain
from ingest.definitions import definitions_of
from ingest.document import Document
from ingest.ocr import percent
from ingest.outcome import Outcome
from ingest.record import ContractRecord
from ingest.references import references_of
from ingest.written_day import written_stamp

if TYPE_CHECKING:
    from assistant.across import Row
    from assistant.conversation.conversations import Summary
    from assistant.doctor import Check
    from assistant.find import Match

_NEAREST = 3  # passages shown with an abstention: enough to look further, few enough to read
_EXCERPT = 300  # characters of a found passage
_LEAD = 60  # characters shown before the first matching word
_OPENING = 60  # characters that stand for a clause without number and heading
_COUNTS = {"Number", "Questions", "Pages", "Clauses", "Seconds", "Warnings"}
LANGUAGES = {"en": "English", "fr": "French", "und": "undetermined"}
_SAID = {
    "en": {
        "withheld": "A sentence was withheld: its quotes do not bear it out.",
        "words": "The nearest words, for you to judge:",
        "clauses": "The nearest clauses:",
        "none": "no one contract",
        "as of": "as of",
    },
    "fr": {
        "withheld": "Une phrase a été retenue : ses citations ne la confirment pas.",
        "words": "Les mots les plus proches, à vous d’en juger :",
        "clauses": "Les clauses les plus proches :",
        "none": "aucun contrat en particulier",
        "as of": "au",
    },
}  # what is said around an answer, in its own language


def question(text: str) -> RenderableType:
    """A question above its answer, in a list of several."""
    return Group(Text(), Rule(style="dim"), Text(_words(text), style="bold"))


def answer(given: Answer) -> RenderableType:
    """A whole answer: its statements with their citations, or why there is none and the nearest clauses."""
    if given.apart:
        return rest_of_answer(given, 0)
    shown = [statement(number, each, given.language) for number, each in enumerate(given.statements, start=1)]
    return Group(*shown, rest_of_answer(given, len(shown)))


def statement(number: int, given: Statement, language: str = "en") -> RenderableType:
    """A statement with its quotes, where each stands and, in a language, whether it holds; a quoted statement is its own quote."""
    lines: list[RenderableType] = [Text()]
    if given.verdict is Verdict.WITHHELD:
        lines.append(Text(f"{number}. {_SAID[language]['withheld']}", style="yellow"))
    elif given.verdict is Verdict.VERIFIED:
        lines.append(Text(f"{number}. {_words(given.text)}"))
    else:
        said = Text(f"“{quoted(_quotes(given))}”")
        lead = [Text(f"{number}. {_words(given.lead)}", style="bold")] if given.lead else []
        lines += [*lead, Padding(said, (0, 0, 0, 3))] if lead else [Text(f"{number}. ").append_text(said)]
    if given.verdict is Verdict.QUOTED:
        return Group(*lines, *_places(given.citations, language))
    return Group(*lines, *(_citation(citation, language) for citation in given.citations))


def _quotes(given: Statement) -> str:
    """The words of a quoted statement: of a table those of its citations, whose rows are lines."""
    cited = [citation.quote for citation in given.citations]
    return "\n".join(cited) if any("\t" in quote for quote in cited) else given.text


def _places(cited: Sequence[Citation], language: str) -> list[RenderableType]:
    """Each place once, with all that there is to say of it: the header of a table and its row stand at one."""
    by_place: dict[str, list[Citation]] = {}
    for citation in cited:
        by_place.setdefault(place_told(citation), []).append(citation)
    return [Padding(Group(*_placed(here, language)), (0, 0, 0, 3)) for here in by_place.values()]


def rest_of_answer(given: Answer, shown: int) -> RenderableType:
    """What an answer still has to say after its first ``shown`` statements were printed one by one; of several contracts each by itself."""
    if given.apart:
        parts = [
            (Rule(Text(_words(each.contract or "")), style="dim", align="left"), answer(each)) for each in given.apart
        ]
        return Group(*(part for both in parts for part in both))
    said = _SAID[given.language]
    lines = [
        statement(number, each, given.language)
        for number, each in enumerate(given.statements, start=1)
        if number > shown
    ]
    searched = given.trace.get("searched", given.question)
    if searched != given.question:
        lines.append(Text(read_as(_words(searched), given.language), style="dim"))
    if named := given.trace.get("names_too"):
        lines.append(Text(_words(names_too(named, given.contract or "", given.language)), style="yellow"))
    if given.abstained or not given.statements:
        # of two clauses that disagree the statements stand above it already
        why = given.text.partition("\n\n")[0] if given.statements else given.text
        lines += [Text(), Text(_words(why), style="yellow")]
        if given.nearest:
            lines.append(Text(said["words"], style="dim"))
            lines += [statement(number, each, given.language) for number, each in enumerate(given.nearest, start=1)]
        elif given.passages and not given.statements:
            lines.append(Text(said["clauses"], style="dim"))
            lines += [Padding(_place(each), (0, 0, 0, 3)) for each in given.passages[:_NEAREST]]
    asked_of = given.trace.get("as_of")
    day = f" · {said['as of']} {written_stamp(asked_of, given.language)}" if asked_of else ""
    lines.append(Text(f"{given.contract or said['none']}{day} · {given.seconds:.2f} s", style="dim"))
    return Group(*lines)


def _citation(given: Citation, language: str) -> RenderableType:
    quote = Text(f"“{_words(given.quote)}”", style="italic")
    return Padding(Group(quote, *_placed([given], language)), (0, 0, 0, 3))


def _placed(cited: Sequence[Citation], language: str) -> list[Text]:
    """The place at which quotes stand, below their translations and above what goes with them."""
    told = [translation_told(_words(each.translation), "en") for each in cited if each.translation]
    return [*(Text(each, style="dim") for each in told), _place(cited[0]), *_notes(cited, language)]


def _notes(cited: Sequence[Citation], language: str) -> list[Text]:
    """What goes with quotes: how surely they were read, whether they are in force, whether their document was signed; each once."""
    told: list[str] = []
    for given in cited:
        told += [_recognised(given)] if given.confidence is not None else []
        told += [_words(note) for note in force_notes(given, language)]
        told += [*signing_notes(given, language), *map(_words, hidden_notes(given, language))]
    return [Text(note, style="yellow") for note in dict.fromkeys(told)]


def _recognised(given: Citation) -> str:
    """The warning that goes with a quote from a picture of a page."""
    check = f"; hold against the original: {', '.join(map(_words, given.doubtful))}" if given.doubtful else ""
    return f"read from a picture, {percent(given.confidence or 0.0)} sure{check}"


def _place(given: Citation | FoundPassage, with_contract: bool = True) -> Text:
    contract = given.contract if with_contract and given.contract != given.document else ""
    parts = (contract, place_told(given, " › "))
    return Text(" › ".join(_words(part) for part in parts if part), style="cyan")


def found(matches: Sequence[Match]) -> RenderableType:
    """What was searched for, contract by contract: each passage with its place, and its words around those that match."""
    if not matches:
        return Text("Nothing was found.", style="yellow")
    blocks: list[RenderableType] = []
    for contract in dict.fromkeys(match.passage.contract for match in matches):
        blocks.append(Text(plain(contract), style="bold"))
        for match in (each for each in matches if each.passage.contract == contract):
            where = _place(match.passage, with_contract=False).append(f"  ({match.why})", style="dim")
            blocks += [Padding(where, (0, 0, 0, 2)), Padding(_marked_excerpt(match), (0, 0, 1, 4))]
    return Group(*blocks)


def _marked_excerpt(match: Match) -> Text:
    """At most `_EXCERPT` characters of a passage: from its start, or from where most of the matching words stand together."""
    text, start = match.passage.text, match.passage.start
    marks = [(mark.start - start, mark.end - start) for mark in match.marks]
    part = match.excerpt(_EXCERPT, _LEAD)
    begin, end = part.start, part.end
    shown, at = Text("… " if begin else ""), begin
    for first, last in marks:
        if at <= first and last <= end:
            shown.append(_spaced(text[at:first])).append(_spaced(text[first:last]), style="bold underline")
            at = last
    return shown.append(_spaced(text[at:end])).append(" …" if end < len(text) else "")


def _spaced(text: str) -> str:
    """A part of a contract's text on one line, with its outer spaces."""
    return re.sub(r"\s+", " ", plain(text).replace("\t", " | "))


def across(rows: Sequence[Row]) -> RenderableType:
    """One question over many contracts: what each answers, and where it says so."""
    if not rows:
        return Text("The library holds no contracts yet; add some with `clausier ingest PATH`.")
    table = grid("Contract", "Answer", "Quote", "Where")
    for row in rows:
        contract, said, quote, document, clause, page, held, silent = (_words(cell) for cell in row.cells())
        where = ", ".join(part for part in (document, clause, page and f"p. {page}") if part)
        state = "" if held in ("", "yes") else f" [{'not in force' if held == 'no' else 'uncertain'}]"
        table.add_row(Text(contract), Text(said or silent), Text(quote), Text(where + state, style="cyan"))
    return table


def conversations(found: Sequence[Summary]) -> RenderableType:
    """Conversations that were kept: number, first question, contract, how many questions, when last."""
    if not found:
        return Text("No conversation was found; `clausier chat` begins one.")
    table = grid("Number", "First question", "Contract", "Questions", "Last")
    for each in found:
        last = written_stamp(each.spoken, "en")
        table.add_row(
            str(each.id), Text(_words(each.title)), Text(_words(each.contract or "")), str(each.exchanges), last
        )
    return table


def contracts(records: Sequence[ContractRecord]) -> RenderableType:
    """The contracts of a library with their documents."""
    if not records:
        return Text("The library holds no contracts yet; add some with `clausier ingest PATH`.")
    table = grid("Document", "Role", "Language", "Pages", "Clauses")
    for record in records:
        _begin_contract(table, record.name, [document.name for document in record.documents])
        for document in record.documents:
            table.add_row(
                Text("  " + plain(document.name)),
                Text(document.role),
                LANGUAGES.get(document.language, document.language),
                str(document.page_count),
                str(document.clause_count),
            )
    return table


def _begin_contract(table: Table, name: str, documents: Sequence[str]) -> None:
    """A row with the contract's name, unless its one document says it already."""
    if documents != [name]:
        table.add_row(Text(plain(name), style="bold"))


def grid(*columns: str) -> Table:
    """An empty table; a column is set to the right when its name is that of a count."""
    table = Table(box=None, header_style="bold", pad_edge=False)
    for column in columns:
        table.add_column(column, justify="right" if column in _COUNTS else "left", overflow="fold")
    return table


def outcomes(given: Sequence[Outcome]) -> RenderableType:
    """What became of each file of an ingestion."""
    table = grid("Document", "Result", "Pages", "Clauses", "Seconds", "Warnings")
    for contract, group in groupby(given, key=lambda outcome: outcome.contract):
        files = list(group)
        _begin_contract(table, contract, [each.path.stem for each in files])
        for each in files:
            table.add_row(
                Text("  " + plain(each.document or each.path.name)),
                Text(each.status, style="red" if each.status == "failed" else ""),
                str(each.pages),
                str(each.clauses),
                f"{each.seconds:.1f}",
                str(len(each.warnings) or ""),
            )
    return table


def inspection(document: Document) -> RenderableType:
    """A document as read: what it is, its clause tree, and what went less than well."""
    facts = (
        f"{document.role}, {LANGUAGES.get(document.language, document.language)}: {len(document.pages)} pages, "
        f"{len(document.clauses)} clauses, {len(document.furniture)} headers, footers and contents pages"
    )
    lines = [Text(_words(document.title), style="bold"), Text(facts), Text()]
    for clause in document.clauses:
        label = _words(clause.label) or _excerpt(clause.span.of(document.text), _OPENING)
        page = page_told(clause.page, document.paged)
        lines.append(Text(f"{'  ' * (clause.level - 1)}{label}", end="").append(f"  {page}\n", style="dim"))
    terms, references = definitions_of(document), references_of(document)
    if terms or references:
        named = ", ".join(_words(each.term) for each in terms)
        lines.append(
            Text(
                f"{len(references)} cross-references; {len(terms)} defined terms{': ' if terms else ''}{named}",
                style="dim",
            )
        )
    lines += [Text(f"signature: {_words(fact)}") for fact in signature_facts(document.signatures)]
    lines += [
        Text(f"warning: {_words(warning)}", style="yellow") for warning in (*document.warnings, *faults_alone(document))
    ]
    return Group(*lines)


def checks(given: Sequence[Check]) -> RenderableType:
    """What the doctor saw: one line a check, failures marked."""
    table = grid("", "Check", "Found")
    for check in given:
        mark = Text("ok", style="green") if check.ok else Text("FAILED", style="bold red")
        table.add_row(mark, Text(check.name), Text(plain(check.found)))
    return table


def clause_text(text: str) -> Text:
    """The words of a clause, line for line, with the cells of table rows kept apart."""
    return Text(plain(text).replace("\t", " | ").rstrip())


def quoted(text: str) -> str:
    """Words of a contract to show: on one line, and a table row by row with its cells kept apart."""
    lines = [line for line in text.splitlines() if line.strip()]
    rows = sum("\t" in line for line in lines)
    return "\n".join(map(_words, lines)) if rows > 1 else _words(text)


def _words(text: str) -> str:
    """Text of a contract on one line: line breaks are the page's, not the sentence's."""
    return " ".join(plain(text).replace("\t", " | ").split())


def _excerpt(text: str, limit: int) -> str:
    """The first words of a text, at most ``limit`` characters of them."""
    words = _words(text)
    return words if len(words) <= limit else words[:limit].rsplit(" ", 1)[0] + " …"
