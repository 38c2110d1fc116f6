"""Plots as inline SVG: rates with intervals, the curve of silence, a histogram of seconds, and growth. All text is escaped."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from html import escape

from evals.abstention import CurvePoint
from evals.figure import Figure

_ROW = 22  # pixels a row
_LABELS = 190  # pixels for the labels
_WIDTH = 420  # pixels for the scale from 0 to 1
_BINS = 24
_CURVE = 220  # pixels for rejection from 0 to 1
_FONT = "Source Sans Pro, system-ui, sans-serif"
_STYLE = (
    "text{font-size:12px;fill:#1d2426}.grid{stroke:#e0dcd2}.interval{stroke:#0f5e59;stroke-width:2}.dot,.bar{fill:#0f5e59}"
    "@media (prefers-color-scheme:dark){text{fill:#e8ebea}.grid{stroke:#323b40}.interval{stroke:#5cc4ba}.dot,.bar{fill:#5cc4ba}}"
)


def rates(title: str, figures: Sequence[Figure]) -> str:
    """One row a figure, labelled by its part: a dot at the value, a line over its interval, n beside it."""
    shown = [f for f in figures if f.value is not None]
    height = _ROW * (len(shown) + 1) + 8
    rows = "".join(_rate(figure, _ROW * i + 14) for i, figure in enumerate(shown))
    grid = "".join(_gridline(share / 4, height) for share in range(5))
    return _figure(title, _LABELS + _WIDTH + 90, height, grid + rows)


def silence_curve(
    title: str,
    points: Sequence[CurvePoint],
    used: float | None,
    words: tuple[str, str, str] = ("coverage, %", "rejection, %", "in use"),
) -> str:
    """Rejection (down) against coverage (across) as the threshold moves, a dot a threshold.

    Args:
        title: what stands above the plot.
        points: those of `evals.abstention.curve`.
        used: the threshold of the product, whose nearest point is ringed; None when it has none.
        words: what the axes across and down and the ring are called.
    """
    shown = [p for p in points if p.rejection is not None and p.coverage is not None]
    if len(shown) < 2:
        return ""
    places = [(_x(p.coverage or 0.0), _CURVE * (1 - (p.rejection or 0.0)) + 10, p) for p in shown]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y, _ in places)
    dots = "".join(_curve_dot(x, y, point) for x, y, point in places)
    ring = "" if used is None else _ring(min(places, key=lambda place: abs(place[2].threshold - used)), words[2])
    grid = "".join(_gridline(share / 4, _CURVE + 30) + _level(share / 4) for share in range(5))
    names = _text(_LABELS + _WIDTH / 2, _CURVE + 46, words[0], "middle") + _text(8, _CURVE / 2, words[1])
    curve = f'<polyline points="{line}" class="interval" fill="none"/>'
    return _figure(title, _LABELS + _WIDTH + 90, _CURVE + 54, grid + curve + dots + ring + names)


def histogram(title: str, seconds: Sequence[float]) -> str:
    """How many answers took how long: equal bins from nought to the longest, in seconds."""
    if not seconds:
        return ""
    longest = max(seconds) or 1.0
    counts = [0] * _BINS
    for value in seconds:
        counts[min(_BINS - 1, int(value / longest * _BINS))] += 1
    width, height, tallest = _WIDTH / _BINS, 120, max(counts)
    bars = "".join(
        f'<rect x="{20 + i * width:.1f}" y="{height - 100 * count / tallest:.1f}" width="{width - 1:.1f}" '
        f'height="{100 * count / tallest:.1f}" class="bar"><title>{count}</title></rect>'
        for i, count in enumerate(counts)
    )
    scale = _text(20, height + 16, "0 s") + _text(20 + _WIDTH, height + 16, f"{longest:.2f} s", "end")
    return _figure(title, _WIDTH + 60, height + 24, bars + scale)


def growth(title: str, lines: Mapping[str, Sequence[tuple[float, float]]]) -> str:
    """Seconds (upwards, from nought) against a count (across, on a logarithmic scale), one line a name.

    Args:
        title: what stands above the plot.
        lines: for each name its points, a count and the seconds; counts are at least 1.
    """
    points = [point for line in lines.values() for point in line]
    if len({count for count, _ in points}) < 2:
        return ""
    low, high = (math.log10(f(count for count, _ in points)) for f in (min, max))
    most = max(seconds for _, seconds in points) or 1.0

    def place(count: float, seconds: float) -> tuple[float, float]:
        return _x((math.log10(count) - low) / (high - low)), _CURVE * (1 - seconds / most) + 10

    body = "".join(_text(_x((n - low) / (high - low)), _CURVE + 28, f"{10**n:,}", "middle") for n in _powers(low, high))
    body += _text(_LABELS - 8, 14, f"{most:.2f} s", "end") + _text(_LABELS - 8, _CURVE + 14, "0", "end")
    for name, line in lines.items():
        places = [place(*point) for point in sorted(line)]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        body += f'<polyline points="{path}" class="interval" fill="none"/>'
        body += "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" class="dot"/>' for x, y in places)
        body += _text(places[-1][0] + 8, places[-1][1] + 4, name)
    return _figure(title, _LABELS + _WIDTH + 160, _CURVE + 40, body)


def _powers(low: float, high: float) -> range:
    """The whole powers of ten between two logarithms."""
    return range(math.ceil(low), math.floor(high) + 1)


def standalone(plot: str) -> str:
    """A plot's SVG as an image of its own: without its caption, with its colours for light and dark."""
    svg = plot[plot.index("<svg") : plot.index("</figure>")]
    return svg.replace("<svg ", f'<svg xmlns="http://www.w3.org/2000/svg" font-family="{_FONT}" ', 1).replace(
        ">", f"><style>{_STYLE}</style>", 1
    )


def _rate(figure: Figure, y: int) -> str:
    value, low, high = figure.value or 0.0, figure.low or 0.0, figure.high or 0.0
    hover = f"{figure.name}, {figure.part}: {value:.3f} ({low:.3f}–{high:.3f}), n={figure.n:g}"
    return (
        f"<g><title>{escape(hover)}</title>"
        + _text(_LABELS - 8, y + 4, figure.part, "end")
        + f'<line x1="{_x(low):.1f}" x2="{_x(high):.1f}" y1="{y}" y2="{y}" class="interval"/>'
        + f'<circle cx="{_x(value):.1f}" cy="{y}" r="4" class="dot"/>'
        + _text(_LABELS + _WIDTH + 10, y + 4, f"{100 * value:.1f}  n={figure.n:g}")
        + "</g>"
    )


def _curve_dot(x: float, y: float, point: CurvePoint) -> str:
    hover = f"silent below {point.threshold:.3f}: rejection {point.rejection:.3f}, coverage {point.coverage:.3f}"
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" class="dot"><title>{escape(hover)}</title></circle>'


def _ring(place: tuple[float, float, CurvePoint], word: str) -> str:
    x, y, point = place
    ring = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="8" class="interval" fill="none"/>'
    return ring + _text(x + 12, y + 4, f"{word}: {point.threshold:.2f}")


def _level(share: float) -> str:
    y = _CURVE * (1 - share) + 10
    line = f'<line x1="{_LABELS}" x2="{_LABELS + _WIDTH}" y1="{y:.1f}" y2="{y:.1f}" class="grid"/>'
    return line + _text(_LABELS - 8, y + 4, f"{100 * share:.0f}", "end")


def _gridline(share: float, height: int) -> str:
    x = _x(share)
    line = f'<line x1="{x:.1f}" x2="{x:.1f}" y1="0" y2="{height - 18}" class="grid"/>'
    return line + _text(x, height - 4, f"{100 * share:.0f}", "middle")


def _x(share: float) -> float:
    return _LABELS + share * _WIDTH


def _text(x: float, y: float, words: str, anchor: str = "start") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(words)}</text>'


def _figure(title: str, width: float, height: float, body: str) -> str:
    return (
        f"<figure><figcaption>{escape(title)}</figcaption>"
        f'<svg role="img" aria-label="{escape(title)}" viewBox="0 0 {width:.0f} {height:.0f}" '
        f'width="{width:.0f}" height="{height:.0f}">{body}</svg></figure>'
    )
