"""What is in force of a contract: the changes that its amendments make, and which document prevails."""

from __future__ import annotations

from datetime import date

import streamlit as st

from assistant.answer import Citation
from assistant.citing.cite import cite
from assistant.family.entry import Entry, told_once
from assistant.family.family import Fact, Family
from assistant.family.in_force import today
from assistant.web import chips, glance, locale, markup, visitor
from assistant.web.shelf_words import LANGUAGES, ShelfWords
from ingest.document import Span
from ingest.library import ContractRecord
from ingest.record import DocumentRecord
from ingest.written_day import written_day


def draw(contract: ContractRecord) -> None:
    """Draw the ledger of changes, the earliest first, and the order of precedence."""
    own = LANGUAGES[locale.language()]
    family = Family(visitor.parts().library)
    entries = family.ledger(contract.name)
    st.html(f'<p class="cl-lead">{markup.escape(own.force_lead if entries else own.no_changes)}</p>')
    for number, entry in enumerate(told_once(entries)):
        with st.container(key=f"change-{number}"):
            _draw_entry(entry, number, own)
    _draw_precedence(contract.name, family.precedence(contract.name), own)


def _draw_entry(entry: Entry, number: int, own: ShelfWords) -> None:
    amending = _cited(entry.amendment, entry.change.quote)
    amended = _cited(entry.document, entry.old) if entry.document and entry.old else ()
    called = entry.amendment.title.split(" – ")[0]
    what = f"{called} {own.operations[entry.change.operation.value]} {entry.change.target.label}"
    quotes = "".join(markup.quote(citation.quote) for citation in amending)
    doubt = f'<p class="cl-why">{markup.escape(entry.doubt.said(locale.language()))}</p>' if entry.doubt else ""
    st.html(
        f'<div class="cl-change">{_badge(entry, own, today())}<p class="cl-sentence">{markup.escape(what)}</p>{quotes}{doubt}</div>'
    )
    places = [*amending[:1], *amended[:1]]
    chips.draw(places, f"change-{number}", [own.amending, own.amended][: len(places)])


def _badge(entry: Entry, own: ShelfWords, day: date) -> str:
    if not entry.certain:
        return f'<span class="cl-badge cl-badge-withheld">{markup.escape(own.uncertain)}</span>'
    if entry.until is not None:
        until = written_day(entry.until, locale.language())
        first = written_day(entry.effective, locale.language()) if entry.effective else ""
        said = own.from_to.format(first=first, last=until) if first else own.up_to.format(last=until)
    elif entry.effective is None:
        said = own.no_day
    else:
        said = (own.since if entry.holds(day) else own.from_day).format(
            day=written_day(entry.effective, locale.language())
        )
    kind = "verified" if entry.holds(day) else "quoted"
    return f'<span class="cl-badge cl-badge-{kind}">{markup.escape(said)}</span>'


def _draw_precedence(contract: str, fact: Fact | None, own: ShelfWords) -> None:
    st.html(f'<h3 class="cl-title">{markup.escape(own.precedence_title)}</h3>')
    if fact is None:
        hint = f" {own.precedence_edit}" if visitor.may_change(contract) else ""
        st.html(f'<p class="cl-lead">{markup.escape(own.no_precedence + hint)}</p>')
        return
    ranks = [rank for rank in fact.value.splitlines() if rank.strip()]
    items = "".join(f"<li>{markup.escape(rank)}</li>" for rank in ranks)
    lead = f'<p class="cl-lead">{markup.escape(own.precedence_lead)}</p>' if len(ranks) > 1 else ""
    st.html(f'{lead}<ol class="cl-ranks">{items}</ol>')
    if fact.by_user:
        said = own.said_by_user.format(read=glance.was_read(fact, locale.words(), own).replace("\n", "; "))
        st.html(f'<p class="cl-lead">{markup.escape(said)}</p>')
    chips.draw(fact.citations[:1], "precedence")


def _cited(record: DocumentRecord, span: Span) -> tuple[Citation, ...]:
    return cite(record, visitor.parts().library.document(record.id), span)
