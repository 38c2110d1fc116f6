"""Answers and contract text as HTML. All text goes through `escape` (HTML) or `label` (a widget's Markdown)."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from assistant.answer import Abstention, Citation, Statement, Verdict
from assistant.answering.translation_words import TRANSLATED
from assistant.citing.force_words import force_notes
from assistant.citing.hidden import hidden_notes
from assistant.citing.signing import signing_notes
from assistant.web.words import Words
from ingest.document import Clause, Document, Span
from ingest.ocr import percent
from ingest.sentences import body_start

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_WORD_JOINER = "\u2060"  # invisible and without width
_ICONS = {
    Abstention.ABSENT: "○",
    Abstention.AMBIGUOUS: "?",
    Abstention.LEGAL_ADVICE: "§",
    Abstention.OUT_OF_SCOPE: "—",
    Abstention.SMALL_TALK: "—",
}


def escape(text: str) -> str:
    """Text as HTML that shows it as it is."""
    return html.escape(text, quote=True)


def label(text: str) -> str:
    """Text as the Markdown of a widget's label that shows it as it is.

    A backslash disarms every mark of punctuation (CommonMark 2.4). Emoji codes and arrows are replaced after the
    backslashes are gone, so an invisible word joiner parts them as well.
    """
    parted = re.sub(r"(?<=[:<>-])(?=[\w<>+=-])", _WORD_JOINER, " ".join(text.split()))
    return _PUNCTUATION.sub(r"\\\1", parted)


def flow(text: str, marks: Sequence[Span] = (), notes: Sequence[Note] = ()) -> str:
    """Contract text as paragraphs and tables, the marked spans in ``<mark>``.

    Lines are joined to paragraphs, an empty line parts them, and lines with tabs become the rows of a table.

    Args:
        text: a piece of canonical text.
        marks: disjoint spans of ``text``, in order.
        notes: what opens in place, their spans of ``text``, disjoint and in order.
    """
    lines: list[Span] = []
    start = 0
    for line in text.split("\n"):
        lines.append(Span(start, start + len(line)))
        start += len(line) + 1
    blocks = []
    for kind, group in groupby(lines, key=lambda line: _kind(line.of(text))):
        if kind == "table":
            blocks.append(f'<table class="cl-rows">{"".join(_row(text, line, marks, notes) for line in group)}</table>')
        elif kind == "paragraph":
            group_lines = list(group)
            words = _noted(text, Span(group_lines[0].start, group_lines[-1].end), marks, notes)
            blocks.append(f'<div class="cl-p">{words}</div>' if notes else f"<p>{words}</p>")  # a note stands in no <p>
    return "".join(blocks)


@dataclass(frozen=True, slots=True)
class Note:
    """What words of a text open in place: the span of the words, where the note comes from, and its own text."""

    span: Span
    source: str
    text: str


def line(text: str, marks: Sequence[Span] = ()) -> str:
    """Contract text as one line, the cells of a table parted by bars, the marked spans in ``<mark>``."""
    return _marked(text, Span(0, len(text)), marks).replace("\t", " | ")


def reading(
    document: Document,
    clauses: Iterable[Clause],
    marks: Sequence[Span] = (),
    notes: Sequence[Note] = (),
    opened: Span | None = None,
) -> str:
    """Clauses as a page to read: their headings as headings, their text as paragraphs and tables, the marked spans in ``<mark>``.

    Args:
        document: that holds the clauses.
        clauses: in order.
        marks: disjoint spans of the document's text, in order.
        notes: what opens in place, disjoint and in order; in headings nothing does.
        opened: the part that is read; its clauses are set off.
    """
    shown = []
    for clause in clauses:
        is_open = opened is not None and opened.overlaps(clause.span)
        shown.append(_clause(document.text, clause, marks, notes, " cl-open" if is_open else ""))
    return "".join(shown)


def question(text: str, heading: bool = False) -> str:
    """A question; that of the reader is the heading of its answer."""
    tag = "h2" if heading else "div"
    return f'<{tag} class="cl-question">{escape(text)}</{tag}>'


def told(text: str) -> str:
    """What has come, in a line that is not seen: a screen reader tells it, and finds it as a heading."""
    return f'<h3 class="cl-hidden cl-told">{escape(text)}</h3>'


def near_badge(words: Words) -> str:
    """The pill of words that come near a question and do not answer it."""
    return _pill("near", words.near, words.near_help)


def badge(verdict: Verdict, words: Words) -> str:
    """The pill that says how a statement stands to its quotes; its title explains."""
    names = {
        Verdict.QUOTED: (words.quoted, words.quoted_help),
        Verdict.VERIFIED: (words.verified, words.verified_help),
        Verdict.WITHHELD: (words.withheld, words.withheld_help),
    }
    name, explanation = names[verdict]
    return _pill(verdict.value, name, explanation)


def _pill(kind: str, name: str, explanation: str) -> str:
    return f'<span class="cl-badge cl-badge-{kind}" title="{escape(explanation)}">{escape(name)}</span>'


def statement(shown: Statement, words: Words, near: bool = False) -> str:
    """A statement with its badge and quotes. Of a withheld one only the quotes are shown, with a word of why.

    Args:
        shown: the statement.
        words: of the page's language.
        near: whether its quotes only come near the question: they then look like no answer.
    """
    quotes = "".join(
        quote("\n".join(citation.quote for citation in group))
        + translated(group, words)
        + "".join(recognised(citation, words) + changed(citation, words) for citation in group[-1:])
        for group in one_table(shown.citations)
    )
    if shown.verdict is Verdict.QUOTED:
        lead = f'<p class="cl-sentence">{escape(shown.lead)}</p>' if shown.lead else ""
        body = lead + (quotes or quote(shown.text))
    elif shown.verdict is Verdict.VERIFIED:
        body = f'<p class="cl-sentence">{escape(shown.text)}</p>{quotes}'
    else:
        body = f'<p class="cl-why">{escape(words.withheld_help)}</p>{quotes}'
    held = standing(shown)
    kinds = [
        "cl-statement",
        f"cl-{shown.verdict.value}",
        *([f"cl-{held}"] if held else []),
        *([f"cl-{shown.stance.value}"] if shown.stance else []),
        *(["cl-near"] if near else []),
    ]
    return f'<div class="{" ".join(kinds)}">{badges(shown, words, near)}{body}</div>'


def one_table(citations: Iterable[Citation]) -> list[list[Citation]]:
    """The citations in groups: a table's header and a row of it, cited one after the other, are one; any other is alone."""
    groups: list[list[Citation]] = []
    for citation in citations:
        if groups and _are_rows(groups[-1][-1], citation):
            groups[-1].append(citation)
        else:
            groups.append([citation])
    return groups


def _are_rows(first: Citation, second: Citation) -> bool:
    cells = first.quote.count("\t")
    same = (first.document_id, first.clause_id, first.page) == (second.document_id, second.clause_id, second.page)
    return same and cells > 0 and second.quote.count("\t") == cells and "\n" not in second.quote


def standing(shown: Statement) -> str:
    """How a statement stands on the day asked about: "superseded", "uncertain", or empty where its quotes hold."""
    holds = {citation.in_force for citation in shown.citations}
    if False in holds:
        return "superseded"
    return "uncertain" if None in holds else ""


def badges(shown: Statement, words: Words, near: bool = False) -> str:
    """The pill of a statement; words that do not hold, that only come near, or that were read from a picture, bear another one."""
    named = {
        "superseded": (words.superseded, words.superseded_help),
        "uncertain": (words.uncertain, words.uncertain_help),
    }
    held = standing(shown)
    holding = near_badge(words) if near else badge(shown.verdict, words)
    first = _pill(held, *named[held]) if held else holding
    if shown.stance:
        first = _pill(shown.stance.value, getattr(words, shown.stance.value), shown.lead) + first
    scanned = any(citation.confidence is not None for citation in shown.citations)
    return first + (f'<span class="cl-badge cl-badge-scan">{escape(words.from_scan)}</span>' if scanned else "")


def changed(citation: Citation, words: Words) -> str:
    """What amendments did to a quote, a sentence each; nothing for a quote that none concerns."""
    return "".join(f'<p class="cl-force">{escape(_begun(note))}</p>' for note in force_notes(citation, words.language))


def quote(text: str) -> str:
    """The contract's own words, word for word; a table, which may be wider than the page, can be scrolled from the keyboard."""
    shown = flow(text)
    scrolled = ' tabindex="0"' if "<table" in shown else ""
    return f'<blockquote class="cl-quote"{scrolled}>{shown}</blockquote>'


def translated(citations: Sequence[Citation], words: Words) -> str:
    """A model's translation of a quote, or of the rows of one table, said to be one; nothing where there is none."""
    said = "\n".join(citation.translation for citation in citations if citation.translation)
    if not said:
        return ""
    told = flow(said.replace(" | ", "\t"))
    return f'<div class="cl-translation"><p class="cl-translated">{escape(TRANSLATED[words.language])}</p>{told}</div>'


def recognised(citation: Citation, words: Words) -> str:
    """The warnings under a quote: a flaw of the document's signatures, words blacked out, a page that may be misread; else nothing."""
    notes = (*signing_notes(citation, words.language), *hidden_notes(citation, words.language))
    said = [f"{_begun(note)}." for note in notes]
    if citation.confidence is not None:
        said.append(words.from_picture.format(confidence=percent(citation.confidence)))
    if citation.doubtful:
        said.append(words.doubtful.format(words=", ".join(citation.doubtful)))
    if not said:
        return ""
    return f'<p class="cl-picture">{escape(" ".join(said))}</p>'


def _begun(note: str) -> str:
    """A note as a sentence begins: it stands by itself here, where a terminal puts it behind a place."""
    return note[:1].upper() + note[1:]


def silence_title(kind: Abstention, words: Words, conflict: bool = False) -> str:
    """Why there is no answer, in a word or two; ``conflict`` is whether two clauses disagree."""
    if conflict:
        return words.conflict
    titles = {
        Abstention.ABSENT: words.absent,
        Abstention.AMBIGUOUS: words.ambiguous,
        Abstention.LEGAL_ADVICE: words.legal_advice,
        Abstention.OUT_OF_SCOPE: words.out_of_scope,
        Abstention.SMALL_TALK: words.out_of_scope,
    }
    return titles[kind]


def silence(kind: Abstention, text: str, words: Words, conflict: bool = False) -> str:
    """An abstention: why there is no answer, and the text that says so; takes what `silence_title` takes."""
    return (
        f'<div class="cl-silence cl-{kind.value}"><span class="cl-silence-icon" aria-hidden="true">{_ICONS[kind]}</span>'
        f"<div><strong>{escape(silence_title(kind, words, conflict))}</strong>{_paragraphs(text)}</div></div>"
    )


def small_talk(text: str) -> str:
    """What is said to somebody who is polite, or asks what this is: no answer, and no silence either."""
    return f'<div class="cl-talk">{_paragraphs(text)}</div>'


def fault(text: str, detail: str = "", language: str = "en") -> str:
    """What went wrong, in a sentence; ``detail`` is the sentence that says it more closely, in its language."""
    more = f'<p lang="{language}"><small>{escape(detail)}</small></p>' if detail else ""
    return f'<div class="cl-fault" role="alert">{escape(text)}{more}</div>'


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{escape(part)}</p>" for part in text.splitlines() if part.strip())


def _clause(text: str, clause: Clause, marks: Sequence[Span], notes: Sequence[Note], kind: str) -> str:
    start = body_start(text, clause)
    own = [mark for mark in marks if mark.overlaps(clause.span)]
    heading = ""
    if start > clause.span.start:
        level = min(max(clause.level, 1) + 2, 6)
        words = _marked(text, Span(clause.span.start, start), own).strip()
        heading = f'<h{level} id="cl-{escape(clause.id)}">{words}</h{level}>'
    inner = [
        Span(max(mark.start, start) - start, min(mark.end, clause.span.end) - start) for mark in own if mark.end > start
    ]
    rest = Span(start, clause.span.end)
    noted = [replace(n, span=Span(n.span.start - start, n.span.end - start)) for n in notes if rest.contains(n.span)]
    body = flow(rest.of(text), inner, noted)
    return f'<section class="cl-clause cl-level-{min(clause.level, 6)}{kind}" data-clause="{escape(clause.id)}">{heading}{body}</section>'


def _kind(line: str) -> str:
    if not line.strip():
        return "gap"
    return "table" if "\t" in line else "paragraph"


def _row(text: str, line: Span, marks: Sequence[Span], notes: Sequence[Note]) -> str:
    cells = []
    start = line.start
    for cell in line.of(text).split("\t"):
        cells.append(f"<td>{_noted(text, Span(start, start + len(cell)), marks, notes)}</td>")
        start += len(cell) + 1
    return f"<tr>{''.join(cells)}</tr>"


def _noted(text: str, span: Span, marks: Sequence[Span], notes: Sequence[Note]) -> str:
    """The escaped and marked text of the span, in which the words of each note open it."""
    pieces = []
    at = span.start
    for note in notes:
        if not span.contains(note.span):
            continue
        words = _marked(text, note.span, marks)
        shown = f'<div class="cl-note">{flow(note.text)}<small>{escape(note.source)}</small></div>'
        pieces += [_marked(text, Span(at, note.span.start), marks)]
        pieces += [f'<details class="cl-ref"><summary>{words}</summary>{shown}</details>']
        at = note.span.end
    return "".join([*pieces, _marked(text, Span(at, span.end), marks)])


def _marked(text: str, span: Span, marks: Sequence[Span]) -> str:
    """The escaped text of the span, with the part of each mark that lies in it in ``<mark>``."""
    pieces = []
    at = span.start
    for mark in marks:
        start, end = max(mark.start, span.start), min(mark.end, span.end)
        if start < end:
            pieces += [escape(text[at:start]), "<mark>", escape(text[start:end]), "</mark>"]
            at = end
    return "".join([*pieces, escape(text[at : span.end])])
