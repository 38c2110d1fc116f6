"""Jobs on a page: how far they are, a button that stops them, and what has become of them; they go on when the page is closed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from assistant.background import EVALUATE, Background
from assistant.web import adding_words, job_titles, locale, markup, phrases, visitor
from assistant.web.shelf_words import LANGUAGES, ShelfWords
from ingest.job_table import JobRecord, State

DrawResult = Callable[[JobRecord], None]
_DISMISSED = "dismissed-jobs"
_LOOK_EVERY = 1.0  # seconds


def draw(kind: str, draw_result: DrawResult) -> bool:
    """Draw the open jobs of a kind, and the one that ended last until it is dismissed; looks again while one is open.

    Whether one is open, is what it returns.

    Args:
        kind: as in `assistant.background`.
        draw_result: draws what has come of a job.
    """
    waits = any(job.open for job in _jobs(kind))
    st.fragment(_draw, run_every=_LOOK_EVERY if waits else None)(kind, draw_result, waits)
    return waits


def _draw(kind: str, draw_result: DrawResult, waited: bool) -> None:
    shown = _shown(_jobs(kind))
    if waited and not any(job.open for job in shown):
        st.rerun()  # the rest of the page shows what has come of it
    words = LANGUAGES[locale.language()]
    for job in shown:
        with st.container(key=f"job-{job.id}"):
            _draw_job(job, words)
            draw_result(job)


def _jobs(kind: str) -> list[JobRecord]:
    return visitor.background().jobs(kind, visitor.user_name())


def _shown(jobs: Sequence[JobRecord]) -> list[JobRecord]:
    dismissed: set[int] = st.session_state.setdefault(_DISMISSED, set())
    ended = [job for job in jobs if not job.open][:1]
    return [job for job in jobs if job.open] + [job for job in ended if job.id not in dismissed]


def _draw_job(job: JobRecord, words: ShelfWords) -> None:
    background = visitor.background()
    with st.container(horizontal=True, vertical_alignment="center", wrap=False):
        st.html(_heading(job, words))
        if job.open:
            _button(job, "cancel", words.cancel, ":material/close:", background.runner.cancel)
        else:
            if _goes_on(job) and visitor.may_change():
                _button(job, "again", words.again, ":material/replay:", _again(background))
            _button(job, "dismiss", words.dismiss, ":material/close:", _dismiss)
    if job.open:
        st.progress(job.done / max(1, job.total), markup.label(_at_hand(job, words)))


def _goes_on(job: JobRecord) -> bool:
    """Whether doing it again takes up what is left of it: of a measurement that was stopped the questions asked are on disk."""
    stopped = job.kind == EVALUATE and job.state is State.CANCELLED
    return stopped or job.state in (State.INTERRUPTED, State.FAILED)


def _button(job: JobRecord, name: str, label: str, icon: str, action: Callable[[int], None]) -> None:
    st.button(
        label,
        key=f"{name}-{job.id}",
        icon=icon,
        type="tertiary",
        on_click=action,
        args=(job.id,),
        disabled=job.cancelling and job.open,
    )


def _heading(job: JobRecord, words: ShelfWords) -> str:
    state: str = getattr(words, job.state.value)
    if job.kind == EVALUATE and visitor.may_change():
        state = words.left.get(job.state.value, state)
    fault = markup.fault(phrases.told(job.message, locale.language())) if job.message else ""
    return (
        f'<div class="cl-job cl-job-{job.state.value} cl-told"><strong>{markup.escape(job_titles.title(job))}</strong>'
        f"<span>{markup.escape(state)}</span></div>{fault}"
    )


def _at_hand(job: JobRecord, words: ShelfWords) -> str:
    if job.cancelling:
        return words.cancelling
    if not job.total:
        return words.waiting if job.state is State.WAITING else adding_words.LANGUAGES[locale.language()].preparing
    stages = {**adding_words.LANGUAGES[locale.language()].stages, "asking": words.asking}
    told = [words.progress.format(done=job.done, total=job.total), job.current, stages.get(job.stage, job.stage)]
    return " · ".join(part for part in told if part)


def _again(background: Background) -> Callable[[int], None]:
    def again(number: int) -> None:
        _dismiss(number)
        background.runner.again(number)

    return again


def _dismiss(number: int) -> None:
    st.session_state.setdefault(_DISMISSED, set()).add(number)
