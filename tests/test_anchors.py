from __future__ import annotations

import pytest

from assistant.asked.anchors import Anchor, Way, anchors, anchors_kept
from assistant.values.figures import Figure


@pytest.mark.parametrize(
    ("text", "language", "way", "event"),
    [
        ("within thirty (30) days of receipt", "en", Way.AFTER, {"receipt"}),
        ("30 days before expiry", "en", Way.BEFORE, {"expiri"}),
        ("trente (30) jours suivant la réception", "fr", Way.AFTER, {"recept"}),
        ("30 jours à l'avance", "fr", Way.BEFORE, set()),
        ("30 days' notice", "en", Way.BEFORE, set()),
    ],
)
def test_a_period_has_a_way_and_an_event(text: str, language: str, way: Way, event: set[str]) -> None:
    (anchor,) = anchors(text, language)
    assert anchor == Anchor(Figure(30.0, "day"), way, frozenset(event))


@pytest.mark.parametrize(
    ("sentence", "source", "kept"),
    [
        ("30 days of receipt", "30 days following receipt", True),
        ("30 days before receipt", "30 days of receipt", False),
        ("30 days of issue", "30 days of receipt", False),
        ("40 days of issue", "30 days of receipt", True),  # another figure: not for this check
        ("interest runs from issue", "interest runs from the due date", False),
        ("30 days of receipt", "30 days", True),
    ],
)
def test_a_period_is_counted_as_its_source_counts_it(sentence: str, source: str, kept: bool) -> None:
    same = {"receipt": frozenset({"receipt"}), "issu": frozenset[str]()}
    assert anchors_kept(anchors(sentence, "en"), anchors(source, "en"), same) is kept
