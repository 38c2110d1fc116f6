from __future__ import annotations

import numpy as np
import pytest

from ingest.bm25 import Word, joined, postings, scores

PASSAGES = [
    (["fees"], ["the", "supplier", "invoices", "the", "fees"]),
    (["audit"], ["the", "customer", "audits", "the", "supplier"]),
    (["exit"], ["the", "supplier", "returns", "data"]),
]


def scored(weights: dict[str, float], passages: list[tuple[list[str], list[str]]]) -> list[float]:
    return scored_by_word({(stem,): weight for stem, weight in weights.items()}, passages)


def scored_by_word(weights: dict[Word, float], passages: list[tuple[list[str], list[str]]]) -> list[float]:
    entries, lengths = postings(passages)
    stems = {stem for word in weights for stem in word} & entries.keys()
    held = [(stem, entries[stem]["ordinal"].astype(np.int64), entries[stem]) for stem in sorted(stems)]
    return [float(score) for score in scores(lengths, joined(weights, held))]


def test_postings_count_a_stem_in_heading_and_body_and_keep_the_lengths() -> None:
    entries, lengths = postings(PASSAGES)
    assert entries["the"].tolist() == [(0, 0, 2), (1, 0, 2), (2, 0, 1)]
    assert entries["fees"].tolist() == [(0, 1, 1)]
    assert lengths.tolist() == [6, 6, 5]


def test_a_rare_word_is_worth_more_than_one_of_every_passage() -> None:
    of_rare, of_common = scored({"data": 1.0}, PASSAGES), scored({"supplier": 1.0}, PASSAGES)
    assert of_rare[2] > 3 * max(of_common)
    assert min(of_common) > 0


def test_what_a_word_counts_for_depends_on_the_passages_looked_at() -> None:
    elsewhere: list[tuple[list[str], list[str]]] = [([], ["data"])] * 20
    alone, among = scored({"data": 1.0}, PASSAGES)[2], scored({"data": 1.0}, PASSAGES + elsewhere)[2]
    assert among < alone / 3


def test_a_heading_counts_more_than_the_body_and_a_weight_multiplies() -> None:
    passages = [(["audit"], ["x", "y"]), (["x"], ["audit", "y"]), (["x"], ["y", "z"])]
    plain, halved = scored({"audit": 1.0}, passages), scored({"audit": 0.5}, passages)
    assert plain[0] > plain[1] > plain[2] == 0
    assert halved == pytest.approx([value / 2 for value in plain])


def test_a_long_passage_loses_against_a_short_one() -> None:
    found = scored({"audit": 1.0}, [([], ["audit"]), ([], ["audit", *["x"] * 50])])
    assert found[0] > found[1] > 0


def test_no_passages_have_no_scores() -> None:
    assert postings([])[0] == {}
    assert len(scores(np.zeros(0, np.uint32), [])) == 0


def test_stems_that_stand_for_one_word_are_counted_as_that_word() -> None:
    torn: list[tuple[list[str], list[str]]] = [
        ([], ["keep", "x"]),
        (["retain"], ["keep", "y"]),
        ([], ["retain"]),
        ([], ["z"]),
    ]
    whole: list[tuple[list[str], list[str]]] = [
        ([], ["keep", "x"]),
        (["keep"], ["keep", "y"]),
        ([], ["keep"]),
        ([], ["z"]),
    ]
    assert scored_by_word({("keep", "retain"): 0.5}, torn) == pytest.approx(scored({"keep": 0.5}, whole))


def test_a_rare_stem_of_a_common_word_weighs_as_that_word_does() -> None:
    passages: list[tuple[list[str], list[str]]] = [([], ["keep"])] * 20 + [([], ["hoard"]), ([], ["audit"])]
    found = scored_by_word({("hoard", "keep"): 1.0, ("audit",): 1.0}, passages)
    assert found[20] == pytest.approx(found[0])
    assert found[21] > 5 * found[20]


def test_a_stem_may_stand_for_several_words() -> None:
    found = scored_by_word(
        {("due", "owed"): 1.0, ("owed", "payable"): 1.0}, [([], ["owed"]), ([], ["due"]), ([], ["x"])]
    )
    assert found[0] > found[1] > found[2] == 0
