"""Adding documents from a page: jobs that read files, what became of each file, and the sample contracts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from assistant.background import INGEST
from assistant.web import acts, adding_words, jobs, locale, markup, phrases, uploads, visitor
from assistant.web.adding_words import AddingWords
from assistant.web.shelf_words import LANGUAGES
from evals.samples import families
from ingest.job_table import JobRecord
from ingest.pipeline import plan

_ROUNDS = "rounds"


def add_uploads(files: Sequence[uploads.Upload], contract: str) -> None:
    """Have the files read as a job, and draw the page anew, which then shows how far it is."""
    background = visitor.background()
    folder = background.upload_folder()
    paths = uploads.save(files, folder)
    words = LANGUAGES[locale.language()]
    title = words.upload_title.format(count=len(paths), contract=contract)
    background.add(plan(paths, contract), title, folder, visitor.user_name() or "")
    acts.enter("upload", contract=contract, files=[path.name for path in paths])
    st.session_state[_ROUNDS] = rounds() + 1
    st.rerun()


def rounds() -> int:
    """How many times this session has added files."""
    done: int = st.session_state.get(_ROUNDS, 0)
    return done


def draw_samples_button() -> None:
    """A button that has the sample families added, and beneath it the reading that goes on."""
    words = adding_words.LANGUAGES[locale.language()]
    if not all(visitor.may_change(name) for name in families()):
        draw_jobs()
        return
    if st.button(words.load_samples, key="load-samples", type="primary", icon=":material/auto_stories:"):
        title = LANGUAGES[locale.language()].samples
        visitor.background().add(plan(list(families().values())), title, asked_by=visitor.user_name() or "")
        st.rerun()
    st.caption(words.samples_help, width="content")
    draw_jobs()


def draw_jobs() -> None:
    """The reading of files that goes on, and what became of each file of the one that ended last."""
    jobs.draw(INGEST, draw_outcomes)


def draw_outcomes(job: JobRecord) -> None:
    """What became of each file of a job so far."""
    outcomes = job.result.get("outcomes", [])
    if not outcomes:
        return
    words, own = adding_words.LANGUAGES[locale.language()], LANGUAGES[locale.language()]
    counts = {status: sum(o["status"] == status for o in outcomes) for status in ("added", "unchanged", "failed")}
    if not job.open:
        st.html(f'<p class="cl-from">{markup.escape(own.summary.format(**counts))}</p>')
    st.html(f'<ul class="cl-outcomes">{"".join(_outcome(outcome, words) for outcome in outcomes)}</ul>')


def _why(outcome: Mapping[str, Any]) -> str:
    """Why a file was not added, without its name, which stands before it."""
    name, message = outcome["path"], outcome["message"]
    whole = phrases.told(f"{name}: {message}", locale.language()) if message else ""
    if whole != f"{name}: {message}":
        return whole.removeprefix(f"{name} : ")
    return phrases.told(message, locale.language())


def _outcome(outcome: Mapping[str, Any], words: AddingWords) -> str:
    status = {"added": words.status_added, "unchanged": words.status_unchanged, "failed": words.status_failed}
    counts = words.counts.format(pages=outcome["pages"], clauses=outcome["clauses"])
    replaces = phrases.told(outcome.get("replaces", ""), locale.language())
    told = _why(outcome) or " · ".join(part for part in (counts, replaces) if part)
    return (
        f'<li class="cl-{outcome["status"]}"><span class="cl-badge">{markup.escape(status[outcome["status"]])}</span>'
        f"<strong>{markup.escape(outcome['document'] or outcome['path'])}</strong> <span>{markup.escape(told)}</span></li>"
    )
