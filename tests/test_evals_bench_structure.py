"""The scorer of clause boundaries, and that the samples' clauses are those of their sources."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evals.bench.structure import figures, read_canonical, score, span_table, summed, table, together
from evals.bench.structure_gold import FOLDER, Boundary, Gold, annotated, checked
from evals.bench.structure_spans import SpanShares, span_shares, subtrees
from evals.errors import GoldError
from ingest.assembly import read_document
from tests.fake_embedder import FakeEmbedder

TEXT = "1. Term\n\nTwo years.\n\n2. Fees\n\n(a) monthly;\n\n(b) in euro.\n\n3. Law\n\nFrench law.\n"


def test_boundaries_are_held_against_the_gold() -> None:
    gold = Gold(
        "a",
        Path("a"),
        (Boundary(0, "Article 1", (1,)), Boundary(9, "2", (1,)), Boundary(20, None, (1, 2))),
        frozenset({30}),
    )
    found = [
        Boundary(0, "ARTICLE 1 :", (1,)),
        Boundary(9, "2", (2,)),
        Boundary(15, "3", (1,)),
        Boundary(30, None, (1,)),
    ]
    row, faults = score(gold, found)
    assert (row.true, row.found, row.right, row.named) == (3, 3, 2, 1)
    assert [(fault.kind, fault.offset) for fault in faults] == [("misnamed", 9), ("too many", 15), ("missing", 20)]
    assert row.shares(row.right) == pytest.approx((2 / 3, 2 / 3, 2 / 3))
    assert "| a | 3 | 66.7 | 66.7 | 66.7 | 33.3 |" in table([row])
    assert together("both", [row, row]).true == 6


def test_the_samples_are_cut_as_their_sources_say() -> None:
    rows, faults = figures(None)
    assert len(rows) == 14
    assert faults == []
    assert [row.name for row in summed(rows, None)] == ["samples"]


def test_gold_holds_offsets_and_no_words() -> None:
    for path in FOLDER.glob("*.json"):
        row = json.loads(path.read_text(encoding="utf-8"))
        assert row.keys() == {"file", "letters", "optional", "clauses"}
        assert all(number is None or len(number) <= 12 for _, number, _ in row["clauses"])


def test_another_text_than_was_annotated_is_refused() -> None:
    gold = Gold("a", Path("a"), (), frozenset())
    assert checked(gold, 1000, 1009) is gold
    with pytest.raises(GoldError, match="annotate it anew"):
        checked(gold, 1000, 1011)


def test_spans_lie_in_clauses_or_not(tmp_path: Path) -> None:
    folder = tmp_path / "cuad"
    (folder / "txt").mkdir(parents=True)
    (folder / "txt" / "one.txt").write_text(TEXT, encoding="utf-8")
    shared = {"contract_id": "one", "type": "t", "category": "c", "question": "q"}
    spans = [
        {**shared, "start": TEXT.index(w), "end": TEXT.index(w) + len(w), "text": w}
        for w in ("Two years.", "monthly;\n\n(b) in", "euro.\n\n3. Law")
    ]
    (folder / "spans.jsonl").write_text("\n".join(map(json.dumps, spans)), encoding="utf-8")
    shares = span_shares(tmp_path, FakeEmbedder())
    assert (shares.contracts, shares.spans) == (1, 3)
    assert (shares.in_clause, shares.in_subtree) == pytest.approx((1 / 3, 2 / 3))
    assert "3 of 1 contracts" in span_table(shares)
    document = read_document(folder / "txt" / "one.txt")
    assert [span.of(document.text)[:1] for span in subtrees(document)] == ["1", "2", "(", "(", "3"]
    assert isinstance(shares, SpanShares)


@pytest.mark.corpus
def test_the_annotated_contracts_are_still_read_as_they_were(corpus: Path) -> None:
    rows = annotated(corpus)
    assert len(rows) >= 6
    for gold, letters in rows:
        body = sum(c.isalnum() for placed in read_canonical(gold.path).lines for c in placed.line.text)
        assert checked(gold, letters, body) is gold
