"""A result as Markdown, to be read and committed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from html import escape

from evals.compare import Change
from evals.figure import Figure
from evals.measures import MEASURES
from evals.record import LANGUAGE_PART, CaseRecord
from evals.result import Result
from evals.spread import pairs, spread

FAMILIES = {
    "retrieval": "Was the evidence found?",
    "citations": "Can the citations be trusted?",
    "answers": "Are the answers right?",
    "abstention": "Is silence kept where the contract is silent?",
}
KEY_FIGURES = ("hit@1", "hit@5", "hit@10", "correct", "coverage", "rejection", "faithfulness", "verbatim")
RETRIEVAL_FIGURES = ("hit@1", "hit@5", "hit@10")
WORST = 20  # cases shown
_MARKUP = "\\|`*_[]"


def markdown(result: Result, changes: Sequence[Change] = (), crossed: Sequence[str] = ()) -> str:
    """The report of a result.

    Args:
        result: what was measured.
        changes: the comparison with another result, if any.
        crossed: the gates that were crossed.
    """
    sections = [
        _head(result),
        _gates(crossed),
        _comparison(changes),
        *(_family(result, family, title) for family, title in FAMILIES.items()),
        _languages(result),
        _parts(result),
        _errors(result),
        _lost(result),
        _latency(result),
        _costs(result),
        _curve(result),
        _worst(result),
        _definitions(),
    ]
    return "\n\n".join(section for section in sections if section) + "\n"


def spelt(figure: Figure | None) -> str:
    """A figure with its interval, in percent: "71.4 (64.0–77.9)"; "–" when nothing was measured."""
    if figure is None or figure.value is None or figure.low is None or figure.high is None:
        return "–"
    return f"{100 * figure.value:.1f} ({100 * figure.low:.1f}–{100 * figure.high:.1f})"


def worst_cases(result: Result, limit: int = WORST) -> list[CaseRecord]:
    """The wrong answers that matter most, first those that state something wrong, then those that state nothing."""
    wrong = [case for case in result.cases if case.blame is not None]
    return sorted(wrong, key=lambda case: (case.abstained is not None, _badness(case), case.key))[:limit]


def _badness(case: CaseRecord) -> float:
    faithful = case.scores["faithfulness"].share if "faithfulness" in case.scores else None
    overlap = case.scores["token F1"].gained if "token F1" in case.scores else 0.0
    return (1.0 if faithful is None else faithful) + overlap


def _head(result: Result) -> str:
    origin = result.origin
    rows = [[s.name, s.asked, s.questions, s.evidence, len(s.unlocated), len(s.other_page)] for s in result.sets]
    settings = ", ".join(f"{key} = {value}" for key, value in sorted(origin.settings.items())) or "none recorded"
    versions = ", ".join(f"{key} {value}" for key, value in sorted(origin.versions.items()))
    facts = [
        "# Evaluation",
        f"Measured {origin.created}, revision {origin.revision}. System: {_cell(origin.system)}. "
        f"Judge: {_cell(origin.judge)}. Looked in: {origin.scope}.",
        f"Settings: {_cell(settings)}.",
        f"Versions: {versions}.",
        _table(["set", "asked", "questions", "gold quotes", "not located", "on another page"], rows),
    ]
    return "\n\n".join(facts)


def _gates(crossed: Sequence[str]) -> str:
    return "## Gates crossed\n\n" + "\n".join(f"- {sentence}" for sentence in crossed) if crossed else ""


def _comparison(changes: Sequence[Change]) -> str:
    if not changes:
        return ""
    rows = [
        [c.name, c.n, _percent(c.before), _percent(c.after), len(c.better), len(c.worse), f"{c.p:.3f}", c.test, c.news]
        for c in changes
    ]
    head = ["measure", "cases", "before", "after", "better", "worse", "p (Holm)", "test", "verdict"]
    lists = [
        f"- {c.name}: worse in {', '.join(c.worse[:10]) or 'none'}; better in {', '.join(c.better[:10]) or 'none'}"
        for c in changes
        if c.news != "noise"
    ]
    return "\n\n".join(["## Against the other result", _table(head, rows), "\n".join(lists)]).rstrip()


def _family(result: Result, family: str, title: str) -> str:
    names = [m.name for m in MEASURES if m.family == family]
    figures = [(name, result.figure(name)) for name in names]
    rows = [[name, spelt(f), f"{f.n:g}", f.cases, f.unscored, f.method] for name, f in figures if f is not None]
    table = _table(["measure", "% (95% interval)", "n", "cases", "unscored", "interval"], rows)
    return f"## {title}\n\n{table}" if rows else ""


def _parts(result: Result) -> str:
    parts = list(dict.fromkeys(f.part for f in result.figures))
    rows: list[list[object]] = []
    for part in parts:
        count = sum(part in case.parts for case in result.cases)
        rows.append([part, count, *(spelt(result.figure(name, part)) for name in KEY_FIGURES)])
    return "## By part\n\n" + _table(["part", "cases", *KEY_FIGURES], rows)


def _languages(result: Result) -> str:
    """Retrieval by the languages of question and document, and how far apart they lie."""
    found = {name: spread(result, name) for name in RETRIEVAL_FIGURES}
    apart = [
        f"{each.points:.0f} in {name} ({each.lowest} {_percent(each.least)}, {each.highest} {_percent(each.most)})"
        for name, each in found.items()
        if each is not None
    ]
    if not apart:
        return ""
    rows = [
        [pair, *(spelt(result.figure(name, LANGUAGE_PART + pair)) for name in RETRIEVAL_FIGURES)]
        for pair in pairs(result)
    ]
    table = _table(["question→document", *RETRIEVAL_FIGURES], rows)
    return f"## By language\n\n{table}\n\nPoints between the pairs: {'; '.join(apart)}."


def _lost(result: Result) -> str:
    """What came first in place of the evidence, and how often the evidence was among the five best nevertheless."""
    missed = [case for case in result.cases if case.lost is not None]
    rows = []
    for lost, count in Counter(case.lost for case in missed).most_common():
        among = sum(case.scores["hit@5"].gained for case in missed if case.lost is lost)
        rows.append([lost, count, f"{among:.0f}"])
    table = _table(["first came", "cases", "evidence in five"], rows)
    return f"## Evidence that did not come first\n\n{table}" if rows else ""


def _errors(result: Result) -> str:
    if not result.errors:
        return "## Wrong answers\n\nNone."
    rows = [[step, count] for step, count in sorted(result.errors.items(), key=lambda item: -item[1])]
    return "## Wrong answers, by the step they are put down to\n\n" + _table(["step", "cases"], rows)


def _latency(result: Result) -> str:
    rows = [[s.stage, s.n, f"{s.p50:.3f}", f"{s.p95:.3f}"] for s in result.latency]
    return "## Seconds\n\n" + _table(["stage", "answers", "median", "95th percentile"], rows) if rows else ""


def _costs(result: Result) -> str:
    rows = [[c.item, c.n, f"{c.p50:.0f}", f"{c.p95:.0f}", f"{c.total:.0f}"] for c in result.costs]
    return "## Cost\n\n" + _table(["of", "answers", "median", "95th percentile", "all"], rows) if rows else ""


def _curve(result: Result) -> str:
    rows = [[f"{p.threshold:.3f}", _percent(p.rejection), _percent(p.coverage)] for p in result.curve]
    table = _table(["silent below", "rejection", "coverage"], rows)
    return f"## Silence as the threshold moves\n\n{table}" if rows else ""


def _worst(result: Result) -> str:
    cases = worst_cases(result)
    rows = [
        [c.key, c.blame, c.question or "(text not kept)", c.gold_answer, c.abstained or c.text[:300]] for c in cases
    ]
    return "## Worst cases\n\n" + _table(["case", "step", "question", "gold", "answer"], rows) if rows else ""


def _definitions() -> str:
    return "## Definitions\n\n" + "\n".join(f"- **{m.name}**. {m.definition}" for m in MEASURES)


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:.1f}"


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [head, ["---"] * len(head), *([_cell(value) for value in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(value: object) -> str:
    """A value within a table cell: contract text may hold bars, breaks and markup, which is shown, not obeyed."""
    text = escape(" ".join(str(value).split()), quote=False)
    return "".join(f"\\{character}" if character in _MARKUP else character for character in text)
