"""Adding documents from a page: the work with its progress, what became of each file, and the sample contracts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from assistant.web import markup, session
from assistant.web.words import Words
from evals.samples import families
from ingest.pipeline import Job, Outcome, Progress, ingest, plan

_OUTCOMES = "outcomes"
_ROUNDS = "rounds"


def add(jobs: Sequence[Job]) -> None:
    """Ingest with a bar that shows how far it has got; then draw the page anew, where `draw_outcomes` tells the rest.

    Raises:
        IndexMismatch: the index was built with another embedder.
        LibraryBusy: another process is writing.
    """
    words = session.words()
    parts = session.parts()
    bar = st.progress(0.0, markup.label(words.preparing))

    def report(progress: Progress) -> None:
        stage = words.stages[progress.stage]
        text = words.adding.format(name=Path(progress.current).name, stage=stage)
        bar.progress(progress.done / max(1, progress.total), markup.label(text))

    st.session_state[_OUTCOMES] = ingest(
        jobs, parts.library, parts.index, parts.embedder, report=report, ocr=parts.settings.ocr
    )
    st.session_state[_ROUNDS] = rounds() + 1
    st.rerun()


def rounds() -> int:
    """How many times this session has added files."""
    done: int = st.session_state.get(_ROUNDS, 0)
    return done


def draw_samples_button() -> None:
    """A button that adds the sample families."""
    words = session.words()
    if st.button(words.load_samples, key="load-samples", type="primary", icon=":material/auto_stories:"):
        add(plan(list(families().values())))
    st.caption(words.samples_help, width="content")


def draw_outcomes() -> None:
    """What became of the files that were added last, until other files are added."""
    outcomes: list[Outcome] = st.session_state.get(_OUTCOMES, [])
    if outcomes:
        words = session.words()
        st.html(f'<ul class="cl-outcomes">{"".join(_outcome(outcome, words) for outcome in outcomes)}</ul>')


def _outcome(outcome: Outcome, words: Words) -> str:
    status = {"added": words.status_added, "unchanged": words.status_unchanged, "failed": words.status_failed}
    told = outcome.message.removeprefix(f"{outcome.path.name}: ") or words.counts.format(
        pages=outcome.pages, clauses=outcome.clauses
    )
    return (
        f'<li class="cl-{outcome.status}"><span class="cl-badge">{markup.escape(status[outcome.status])}</span>'
        f"<strong>{markup.escape(outcome.document or outcome.path.name)}</strong> <span>{markup.escape(told)}</span></li>"
    )
