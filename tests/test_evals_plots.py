import re
from xml.etree import ElementTree

from evals import plots
from evals.abstention import CurvePoint
from evals.figure import Figure
from evals.plots import growth, histogram, rates, silence_curve


def test_a_rate_stands_where_its_value_is() -> None:
    half = Figure(name="hit@5", part="kind=<b>", value=0.5, low=0.25, high=1.0, n=8)
    text = rates("hit@5", [half, Figure(name="hit@5", value=None)])
    assert text.count("<circle") == 1
    assert 'cx="400.0"' in text  # 190 + 420 / 2
    assert re.search(r'x1="295\.0" x2="610\.0" y1="14" y2="14" class="interval"', text)
    assert "<b>" not in text


def test_the_histogram_counts_every_answer() -> None:
    text = histogram("seconds", [0.0, 0.1, 0.1, 2.0])
    assert sum(int(n) for n in re.findall(r"<title>(\d+)</title>", text)) == 4
    assert "2.00 s" in text


def test_no_answers_make_no_histogram_and_instant_ones_do() -> None:
    assert histogram("seconds", []) == ""
    assert "<rect" in histogram("seconds", [0.0])


def test_the_curve_has_a_dot_a_threshold_and_rings_the_one_in_use() -> None:
    points = [CurvePoint(threshold=t / 4, rejection=t / 4, coverage=1 - t / 4) for t in range(5)]
    text = silence_curve("<silence>", points, used=0.45)
    assert text.count('class="dot"') == 5
    assert "in use: 0.50" in text
    assert 'cx="400.0" cy="120.0" r="8"' in text  # half way on both scales
    assert "<silence>" not in text


def test_no_curve_without_both_kinds_of_question() -> None:
    assert silence_curve("silence", [CurvePoint(threshold=0.1, rejection=None, coverage=1.0)] * 3, None) == ""
    assert "in use" not in silence_curve("s", [CurvePoint(threshold=t, rejection=t, coverage=1) for t in (0, 1)], None)


def test_a_plot_alone_is_an_image_that_a_browser_reads() -> None:
    svg = plots.standalone(plots.histogram("Seconds <an> answer", [0.1, 0.2, 0.9]))
    root = ElementTree.fromstring(svg)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root.attrib["aria-label"] == "Seconds <an> answer"
    assert root[0].tag.endswith("style")


def test_growth_is_drawn_over_a_logarithmic_scale_and_escaped() -> None:
    drawn = growth("a <b>", {"fast": [(1000, 0.1), (100000, 0.2)], "slow": [(1000, 0.1), (100000, 0.4)]})
    assert "&lt;b&gt;" in drawn
    assert drawn.count("<polyline") == 2
    assert drawn.count("<circle") == 4
    assert all(label in drawn for label in ("1,000", "10,000", "100,000", "0.40 s"))
    assert growth("one size alone is no growth", {"fast": [(1000, 0.1)]}) == ""
