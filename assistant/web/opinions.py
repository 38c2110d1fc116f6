"""What a model thinks of a contract's particulars: asked when somebody presses the button, and kept."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assistant.family.family import Report
from assistant.family.opinions import MOST_DOCUMENTS, Confirmer, Opinion, Opinions, Verdict
from assistant.web import glance, locale, markup, session, visitor
from assistant.web.shelf_words import LANGUAGES, ShelfWords
from ingest.library import ContractRecord


def draw(contract: ContractRecord) -> None:
    """Draw what the settings' model said of the particulars, and the button that asks it; nothing where no model is set."""
    confirmer, own = visitor.parts().confirmer, LANGUAGES[locale.language()]
    if confirmer is None:
        return
    st.html(f'<h3 class="cl-title">{markup.escape(own.opinions)}</h3><p>{markup.escape(own.opinions_lead)}</p>')
    reports = glance.reports_of(contract.name)
    with session.sentences_for_errors():
        _draw_opinions(confirmer.kept(reports), reports, own)
        if st.button(own.opinions_ask, key=f"opinions-{contract.name}", icon=":material/fact_check:"):
            _ask(confirmer, reports, own)


def _ask(confirmer: Confirmer, reports: Sequence[Report], own: ShelfWords) -> None:
    """Ask of the documents that were not asked about, and draw the page anew when all is said."""
    with st.spinner(own.opinions_asking):
        told = confirmer.opinions(reports)
    if not told.trouble:
        st.rerun()
    missing = sum(report.document.id not in told.of for report in reports)
    said = own.opinions_failed.format(count=missing, all=len(reports), most=MOST_DOCUMENTS)
    st.html(markup.fault(said))


def _draw_opinions(told: Opinions, reports: Sequence[Report], own: ShelfWords) -> None:
    items = "".join(_of_document(report, told.of.get(report.document.id, ()), own) for report in reports)
    if items:
        st.html(f'<ul class="cl-notes">{items}</ul>')


def _of_document(report: Report, opinions: Sequence[Opinion], own: ShelfWords) -> str:
    if not opinions:
        return ""
    confirmed = sum(each.verdict is Verdict.CONFIRMED for each in opinions)
    count = own.opinions_confirmed.format(document=report.document.title, confirmed=confirmed, count=len(opinions))
    doubted = [_doubt(report, each, own) for each in opinions if each.verdict is Verdict.DOUBTED]
    return "".join(f"<li>{markup.escape(said)}</li>" for said in (count, *doubted))


def _doubt(report: Report, opinion: Opinion, own: ShelfWords) -> str:
    words = locale.words()
    fact = next((f for f in report.facts if (f.key, f.value) == (opinion.key, opinion.value)), None)
    value = opinion.value if fact is None else glance.shown(fact, words, own)
    return own.opinions_doubted.format(key=own.keys[opinion.key], value=value, reason=opinion.reason or "–")
