"""The page of quality: the last evaluation in words and plots, its worst cases, what readers reported, and a new run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from assistant.background import EVALUATE, RUNS
from assistant.web import jobs, locale, markup, phrases, session, visitor
from assistant.web.quality_words import LANGUAGES, QualityWords
from evals import plots
from evals.abstention import SILENT_BELOW
from evals.case import Case
from evals.figure import Figure
from evals.goldset import read_cases
from evals.kept_runs import KeptRun, kept_runs
from evals.own_set import own_set, own_sets
from evals.record import CaseRecord
from evals.report import worst_cases
from evals.reported import reported_set
from evals.result import Result
from ingest.written_day import written_stamp

_LIMITS = (20, 50, 100, 500)
_WORST_SHOWN = 12
_PARTS = ("all", "answerable", "unanswerable", "language", "persona", "kind", "set")  # in this order


def title() -> str:
    """What the page is called."""
    return LANGUAGES[locale.language()].title


def draw() -> None:
    """Draw the page."""
    words = LANGUAGES[locale.language()]
    with session.sentences_for_errors(), st.container(key="quality"):
        if not visitor.sees_everything():
            raise visitor.NotAdmitted(words.not_all_seen)
        st.html(
            f'<h1 class="cl-title">{markup.escape(words.title)}</h1><p class="cl-lead">{markup.escape(words.lead)}</p>'
        )
        home = visitor.parts().settings.home
        reported = _reported()
        runs, running = kept_runs(home / RUNS), jobs.draw(EVALUATE, lambda _: None)
        if not runs and not running:
            st.html(
                f'<div class="cl-empty cl-empty-low"><h2>{markup.escape(words.none_title)}</h2>'
                f"<p>{markup.escape(words.none_text if visitor.may_change() else words.none_read_only)}</p></div>"
            )
        _draw_form(_sets_to_ask(bool(reported), words), words, open_at_first=not runs and not running)
        if runs:
            _draw_result(_chosen(runs, words).load(), words)
        _draw_reported(reported, words)


def _reported() -> list[Case]:
    path = reported_set(visitor.parts().settings.home)
    return read_cases(path) if path.exists() else []


def _sets_to_ask(any_reported: bool, words: QualityWords) -> dict[str, str]:
    """The sets that can be run from here, each with what it is called: those of the program, and the home's own."""
    known = {name: title for name, title in words.sets.items() if name != "reported" or any_reported}
    own = {path.stem: path.stem for path in own_sets(visitor.parts().settings.home)}
    return known | {name: title for name, title in own.items() if name not in words.sets}


def _draw_form(sets: Mapping[str, str], words: QualityWords, open_at_first: bool) -> None:
    if not visitor.may_change():
        return
    with (
        st.expander(words.run_title, expanded=open_at_first, icon=":material/play_arrow:"),
        st.form("measure", border=False),
    ):
        first, second = st.columns([2, 1])
        name = first.selectbox(words.which, list(sets), format_func=sets.__getitem__, key="quality-set")
        limit = second.selectbox(words.limit, _LIMITS, index=1, key="quality-limit", help=words.limit_help)
        asked = st.form_submit_button(words.run, type="primary")
    if asked:
        visitor.background().evaluate([_file(name, words)], limit, visitor.user_name() or "", sets[name])
        st.rerun()


def _file(name: str, words: QualityWords) -> str:
    """What `evals.sets.open_set` takes for a set."""
    home = visitor.parts().settings.home
    if name == "reported":
        return str(reported_set(home))
    return name if name in words.sets else str(own_set(home, name))


def _chosen(runs: Sequence[KeptRun], words: QualityWords) -> KeptRun:
    if len(runs) == 1:
        return runs[0]
    language = locale.language()
    return st.selectbox(words.kept, runs, format_func=lambda run: _told(run.load(), language), key="quality-run")


def _told(result: Result, language: str) -> str:
    return f"{written_stamp(result.origin.created, language)} · {_sets(result, LANGUAGES[language])}"


def _sets(result: Result, words: QualityWords) -> str:
    return ", ".join(words.values.get(each.name, each.name) for each in result.sets)


def _draw_result(result: Result, words: QualityWords) -> None:
    named = [(name, result.figure(name)) for name in words.figures]
    cards = "".join(_card(name, figure, words) for name, figure in named if figure and figure.value is not None)
    model = result.origin.settings.get("model", "none")
    measured = words.measured.format(
        count=sum(each.asked for each in result.sets),
        sets=_sets(result, words),
        revision=result.origin.revision[:10],
        model="" if model == "none" else model,
    )
    day = written_stamp(result.origin.created, locale.language())
    st.html(f'<p class="cl-from">{markup.escape(f"{day} · {measured}")}</p><div class="cl-figures">{cards}</div>')
    _draw_parts(result, words)
    _draw_worst(result, words)


def _card(name: str, figure: Figure, words: QualityWords) -> str:
    title, said = words.figures[name]
    value, low, high = (100 * (part or 0.0) for part in (figure.value, figure.low, figure.high))
    percent = words.percent.format(value=f"{value:.0f}")
    interval = words.interval.format(low=f"{low:.0f}", high=f"{high:.0f}", n=f"{figure.n:g}")
    return (
        f'<div class="cl-figure"><h3>{markup.escape(title)}</h3><strong>{percent}</strong>'
        f"<p>{markup.escape(said)}</p><small>{markup.escape(interval)}</small></div>"
    )


def _draw_parts(result: Result, words: QualityWords) -> None:
    """A figure by part, the curve of silence, and how long answers took."""
    st.html(f'<h2 class="cl-title">{markup.escape(words.by_part)}</h2>')
    measured = [name for name in words.figures if _by_part(result, name)]
    name = st.segmented_control(
        words.measure,
        measured,
        default="correct" if "correct" in measured else measured[0],
        format_func=lambda each: words.figures[str(each)][0],
        key="quality-measure",
        label_visibility="collapsed",
        required=True,
    )
    figures = [figure.model_copy(update={"part": _part(figure.part, words)}) for figure in _by_part(result, str(name))]
    used = result.origin.settings.get(SILENT_BELOW)
    seconds = [case.seconds["total"] for case in result.cases if case.failure is None]
    _draw_plot(words.figures[str(name)][0], plots.rates(words.figures[str(name)][0], figures))
    _draw_plot(
        words.silence, plots.silence_curve(words.silence, result.curve, float(used) if used else None, words.axes)
    )
    _draw_plot(words.seconds, plots.histogram(words.seconds, seconds))


def _draw_plot(title: str, plot: str) -> None:
    """A plot as an image, since the page lets no drawing through as markup."""
    if plot:
        with st.container(key=f"plot-{title}"):
            st.html(f'<h3 class="cl-title">{markup.escape(title)}</h3>')
            st.image(plots.standalone(plot), width="content", alt=title)


def _by_part(result: Result, name: str) -> list[Figure]:
    """The figure over all, then over each part, like parts together."""
    found = [figure for figure in result.figures if figure.name == name and figure.value is not None]
    return sorted(found, key=lambda figure: _PARTS.index(figure.part.partition("=")[0]))


def _part(part: str, words: QualityWords) -> str:
    kind, _, value = part.partition("=")
    named = words.parts.get(kind, kind)
    return f"{named}: {words.values.get(value, value)}" if value else named


def _draw_worst(result: Result, words: QualityWords) -> None:
    cases = worst_cases(result, _WORST_SHOWN)
    lead = words.wrong_lead if cases else words.none_wrong
    st.html(
        f'<h2 class="cl-title">{markup.escape(words.wrong_title)}</h2><p class="cl-lead">{markup.escape(lead)}</p>'
        + "".join(_case(case, words) for case in cases)
    )


def _case(case: CaseRecord, words: QualityWords) -> str:
    blame = words.blames[case.blame.value] if case.blame else ""
    expected = "".join(markup.quote(quote) for quote in case.gold_quotes) or f"<p>{markup.escape(words.silent)}</p>"
    quoted = "".join(markup.quote(quote.quote) for quote in case.quotes[:2])
    answered = markup.escape(_failure(case) or (words.silent if case.abstained else ""))
    return (
        f'<details class="cl-case"><summary><span class="cl-badge cl-badge-withheld">{markup.escape(blame)}</span> '
        f"{markup.escape(case.question or case.key)}</summary><div class='cl-sides'>"
        f"<div><h4>{markup.escape(words.expected)}</h4><p>{markup.escape(case.gold_answer)}</p>{expected}</div>"
        f"<div><h4>{markup.escape(words.answered)}</h4><p>{answered}</p>{quoted}</div></div></details>"
    )


def _failure(case: CaseRecord) -> str:
    """The error that a case met, without its kind before it, in the language of the page as far as it is known in that."""
    return phrases.told((case.failure or "").partition(": ")[2], locale.language())


def _draw_reported(reported: Sequence[Case], words: QualityWords) -> None:
    items = "".join(
        f"<li><strong>{markup.escape(case.question)}</strong> <small>{markup.escape(case.contract)}</small>"
        f"<p>{markup.escape(case.answer)}</p></li>"
        for case in reported
    )
    lead = words.reported_lead if reported else words.none_reported
    st.html(
        f'<h2 class="cl-title">{markup.escape(words.reported_title)}</h2><p class="cl-lead">{markup.escape(lead)}</p>'
        f'<ul class="cl-reported">{items}</ul>'
    )
