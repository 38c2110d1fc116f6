"""A contract at a glance: its parties, dates, term and law with where each is said, and its documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from assistant.answer import Citation
from assistant.citing.pin_cite import page_told
from assistant.family.amended_fact import AmendedFacts
from assistant.family.entry import Entry
from assistant.family.family import DATES, Fact, Family, Report
from assistant.family.in_force import today
from assistant.web import chips, locale, markup, phrases, visitor
from assistant.web.shelf_words import LANGUAGES, ShelfWords
from assistant.web.words import Words
from ingest.document import Role
from ingest.library import ContractRecord, DocumentRecord
from ingest.written_day import written_stamp

_SHOWN = ("parties", "signed", "effective", "term", "expiry", "renewal", "governing language", "governing law")
_ROLE_ORDER = list(Role)


def draw(contract: ContractRecord) -> None:
    """Draw what the contract's main document says of itself, and the table of its documents."""
    words, own = locale.words(), LANGUAGES[locale.language()]
    reports = reports_of(contract.name)
    main = min(reports, key=lambda report: _ROLE_ORDER.index(report.document.role))
    facts = [fact for fact in main.facts if fact.key in _SHOWN]
    if facts:
        st.html(f'<h3 class="cl-title">{markup.escape(own.glance)}</h3>')
        amended = AmendedFacts(visitor.parts().library)
        with st.container(key="glance"):
            for number, fact in enumerate(facts):
                _draw_fact(fact, amended, number, own, goes_on=number > 0 and facts[number - 1].key == fact.key)
    st.html(_table(reports, words, own))


def reports_of(contract: str) -> list[Report]:
    """What each document of a contract says of itself, read once for each state of the library."""
    library = visitor.parts().library
    return _reports(str(library.home), contract, library.generation)


@st.cache_data(max_entries=64, show_spinner=False)
def _reports(home: str, contract: str, generation: int) -> list[Report]:
    """Home and generation tell one state of a library from another."""
    return Family(visitor.parts().library).particulars(contract)


def shown(fact: Fact, words: Words, own: ShelfWords) -> str:
    """The value of a fact in the reader's language."""
    return _shown(fact.key, fact.value, words, own)


def was_read(fact: Fact, words: Words, own: ShelfWords) -> str:
    """What was read where somebody set another value, in the reader's language."""
    return ", ".join(_shown(fact.key, value, words, own) for value in fact.read) or "–"


def _shown(key: str, value: str, words: Words, own: ShelfWords) -> str:
    if key == "role":
        return words.role_names.get(value, value)
    if key == "language":
        return own.languages.get(value, value)
    return written_stamp(value, words.language) if key in DATES else value


def _draw_fact(fact: Fact, amended: AmendedFacts, number: int, own: ShelfWords, goes_on: bool) -> None:
    """A fact beside its name, which is seen once where several facts bear it, and what amendments made of it."""
    words, changes = locale.words(), amended.changes(fact, today())
    amending = [amended.amending(entry) for entry in changes]
    notes = [own.said_by_user.format(read=was_read(fact, words, own))] if fact.by_user else []
    notes += [_changed(entry, place, own) for entry, place in zip(changes, amending, strict=True)]
    now = amended.day(fact, today()) if fact.key in DATES and changes else None
    value = shown(replace(fact, value=now.isoformat()) if now else fact, words, own)
    small = "".join(f"<small>{markup.escape(note)}</small>" for note in notes)
    # the places of several documents go below the words where a window is narrow; a page alone stays beside them
    with st.container(key=f"fact-{number}", horizontal=True, vertical_alignment="top", wrap=bool(changes)):
        st.html(
            f'<dl class="cl-fact{" cl-goes-on" if goes_on else ""}"><dt>{markup.escape(own.keys[fact.key])}</dt>'
            f"<dd>{markup.escape(value)}{small}</dd></dl>"
        )
        places = [*fact.citations[:1], *amending]
        chips.draw(places, f"fact-{number}", [_place(each, told=bool(changes)) for each in places])


def _changed(entry: Entry, place: Citation, own: ShelfWords) -> str:
    """That an amendment changed the words in which a fact was read, or may have."""
    said = own.fact_changed if entry.certain else own.fact_may_have_changed
    return said.format(title=entry.amendment.title.split(" – ")[0], clause=place.clause)


def _place(place: Citation, told: bool) -> str:
    """A place by its page; of several by the document too."""
    page = page_told(place.page, place.paged) or place.clause
    return f"{page} · {chips.short(place.document)}" if told else page


def _table(reports: Sequence[Report], words: Words, own: ShelfWords) -> str:
    """The documents, the framework agreement first."""
    ordered = sorted(reports, key=lambda report: (_ROLE_ORDER.index(report.document.role), report.document.name))
    titles = (words.document, words.role, own.signed, own.effective, words.pages, words.clauses)
    head = "".join(f'<th scope="col">{markup.escape(title)}</th>' for title in titles)
    body = "".join(_row(report, words, own) for report in ordered)
    return (
        f'<section class="cl-card cl-documents"><div class="cl-scroll"><table><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div></section>"
    )


def _row(report: Report, words: Words, own: ShelfWords) -> str:
    document = report.document
    days = {fact.key: fact.value for fact in report.facts if fact.key in DATES}
    cells = (
        (own.keys["role"], words.role_names[document.role.value]),
        (own.signed, written_stamp(days.get("signed", ""), words.language)),
        (own.effective, written_stamp(days.get("effective", ""), words.language)),
        (words.pages, str(document.page_count)),
        (words.clauses, str(document.clause_count)),
    )
    return (
        f'<tr><th scope="row">{markup.escape(document.title)}'
        f"<small>{markup.escape(document.name + document.suffix)}</small>{_notes(document, words)}</th>"
        + "".join(
            f'<td data-label="{markup.escape(title)}">{markup.escape(value) or "–"}</td>' for title, value in cells
        )
        + "</tr>"
    )


def _notes(document: DocumentRecord, words: Words) -> str:
    notes = "".join(f"<li>{markup.escape(phrases.told(warning, words.language))}</li>" for warning in document.warnings)
    title = markup.escape(words.reading_notes)
    return f"<details><summary>{title}</summary><ul>{notes}</ul></details>" if notes else ""
