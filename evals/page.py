"""A result as one self-contained HTML page: plots by part, seconds, and the worst cases side by side.

Everything that comes from a contract, a question or a model is escaped, and the page's own policy forbids scripts and
anything from elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from assistant.citing.pin_cite import place_told
from evals import plots
from evals.abstention import SILENT_BELOW
from evals.compare import Change
from evals.figure import Figure
from evals.record import CaseRecord
from evals.report import FAMILIES, KEY_FIGURES, spelt, worst_cases
from evals.result import Result

_STYLE = """
:root { color-scheme: light dark; --ink: #1c2430; --paper: #fbfaf7; --line: #d5d0c4; --accent: #1f5f8b; --bad:
#9c2f2f; } @media (prefers-color-scheme: dark) {
  :root { --ink: #e6e2d8; --paper: #171a1f; --line: #3a4049; --accent: #7db9e0; --bad: #e39a9a; }
}
body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); margin: 2rem auto;
  max-width: 72rem; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: .3rem .6rem;
  border-bottom: 1px solid var(--line); }
figure { display: inline-block; margin: 1rem 1rem 1rem 0; max-width: 100%; } svg { max-width: 100%; height: auto; }
figcaption { font-weight: 600; } text { font-size: 12px; fill: currentColor; } .grid { stroke: var(--line); }
.interval { stroke: var(--accent); stroke-width: 2; } .dot, .bar { fill: var(--accent); } .crossed { color:
var(--bad); } .case { border: 1px solid var(--line); border-radius: 6px; padding: .8rem; margin: 1rem 0; } .sides {
display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; } @media (max-width: 50rem) { .sides { display: block; } }
blockquote { margin: .4rem 0; padding-left: .8rem; border-left: 3px solid var(--accent); white-space: pre-wrap; }
small { opacity: .8; }
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def page(result: Result, changes: Sequence[Change] = (), crossed: Sequence[str] = ()) -> str:
    """The page of a result.

    Args:
        result: what was measured.
        changes: the comparison with another result, if any.
        crossed: the gates that were crossed.
    """
    body = [_head(result), _gates(crossed), _figures(result), _changes(changes), _plots(result), _worst(result)]
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Evaluation</title>'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<style>{_STYLE}</style></head><body>{''.join(body)}</body></html>\n"
    )


def _head(result: Result) -> str:
    origin = result.origin
    settings = ", ".join(f"{key} = {value}" for key, value in sorted(origin.settings.items()))
    sets = "; ".join(
        f"{s.name}: {s.asked} of {s.questions} questions, {len(s.unlocated)} of {s.evidence} gold quotes not located"
        for s in result.sets
    )
    lines = [
        f"{origin.created}, revision {origin.revision}",
        f"System {origin.system}; judge {origin.judge}; looked in the {origin.scope}",
        f"Settings: {settings or 'none recorded'}",
        sets,
    ]
    return "<h1>Evaluation</h1><p>" + "<br>".join(escape(line) for line in lines) + "</p>"


def _gates(crossed: Sequence[str]) -> str:
    items = "".join(f"<li>{escape(sentence)}</li>" for sentence in crossed)
    return f'<section class="crossed"><h2>Gates crossed</h2><ul>{items}</ul></section>' if crossed else ""


def _figures(result: Result) -> str:
    rows = "".join(
        f"<tr><th>{escape(f.name)}</th><td>{spelt(f)}</td><td>{f.n:g}</td><td>{f.unscored}</td></tr>"
        for f in result.figures
        if f.part == "all"
    )
    head = "<tr><th>measure</th><th>% (95% interval)</th><th>n</th><th>unscored</th></tr>"
    return f"<h2>Figures</h2><table>{head}{rows}</table>"


def _changes(changes: Sequence[Change]) -> str:
    if not changes:
        return ""
    rows = "".join(
        f"<tr><th>{escape(c.name)}</th><td>{c.n}</td><td>{100 * c.before:.1f}</td><td>{100 * c.after:.1f}</td>"
        f"<td>{len(c.better)}</td><td>{len(c.worse)}</td><td>{c.p:.3f}</td><td>{c.news}</td></tr>"
        for c in changes
    )
    names = ("measure", "cases", "before", "after", "better", "worse", "p (Holm)", "verdict")
    head = "".join(f"<th>{name}</th>" for name in names)
    return f"<h2>Against the other result</h2><table><tr>{head}</tr>{rows}</table>"


def _plots(result: Result) -> str:
    drawn = [plots.rates(name, _by_part(result, name)) for name in KEY_FIGURES if _by_part(result, name)]
    seconds = [case.seconds["total"] for case in result.cases if case.failure is None]
    explained = " ".join(FAMILIES.values())
    return (
        f"<h2>By part</h2><p><small>{escape(explained)}</small></p>{''.join(drawn)}"
        + plots.silence_curve("Silence as the threshold moves", result.curve, _threshold(result))
        + plots.histogram("Seconds an answer", seconds)
    )


def _threshold(result: Result) -> float | None:
    """The confidence below which the system was silent, as its settings record it."""
    try:
        return float(result.origin.settings[SILENT_BELOW])
    except (KeyError, ValueError):
        return None


def _by_part(result: Result, name: str) -> list[Figure]:
    return [f for f in result.figures if f.name == name and f.value is not None]


def _worst(result: Result) -> str:
    cases = worst_cases(result)
    return "<h2>Worst cases</h2>" + "".join(_case(case) for case in cases) if cases else ""


def _case(case: CaseRecord) -> str:
    gold = "".join(f"<blockquote>{escape(quote)}</blockquote>" for quote in case.gold_quotes)
    quotes = "".join(
        f"<blockquote>{escape(q.quote)}<br><small>{escape(place_told(q))}</small></blockquote>" for q in case.quotes
    )
    answer = case.failure or (f"(silent: {case.abstained}) {case.text}" if case.abstained else case.text)
    return (
        f'<div class="case"><small>{escape(f"{case.key} · {case.kind} · {case.blame} · {case.contract}")}</small>'
        f"<p><b>{escape(case.question or '(text not kept)')}</b></p><div class='sides'>"
        f"<div><small>gold</small><p>{escape(case.gold_answer or '–')}</p>{gold}</div>"
        f"<div><small>answer</small><p>{escape(answer)}</p>{quotes}</div></div></div>"
    )
