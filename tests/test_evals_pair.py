import json
from pathlib import Path

import pytest

from evals.errors import GoldError
from evals.pair import Corruption, read_pairs

TRUE = {
    "id": "p1",
    "statement": "Calls are answered within 4 hours.",
    "quotes": ["The hotline answers within 4 hours."],
    "lang": "en",
    "quote_lang": "en",
    "label": "supported",
    "kind": None,
}
FALSE = TRUE | {"id": "p2", "statement": "Calls are answered within 9 hours.", "label": "corrupted", "kind": "figure"}


def write(folder: Path, *rows: dict[str, object]) -> Path:
    path = folder / "pairs.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows))
    return path


def test_pairs_are_read(tmp_path: Path) -> None:
    pairs = read_pairs(write(tmp_path, TRUE, FALSE))
    assert [pair.kind for pair in pairs] == [None, Corruption.FIGURE]


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (FALSE | {"kind": None}, "line 2: the line: Value error, expected a kind for a corrupted pair"),
        (FALSE | {"kind": "spelling"}, "line 2: kind"),
        (FALSE | {"quotes": []}, "expected quotes, or the place of one"),
        (FALSE | {"quotes": [], "place": {"file": "a.txt", "start": 3, "end": 3}}, "line 2: place"),
        (FALSE | {"quotes": [" "]}, "an empty one"),
        (FALSE | {"more": 1}, "line 2: more"),
        (FALSE | {"id": "p1"}, "several of p1"),
        (TRUE | {"id": "p2"}, "without one of the two"),
    ],
)
def test_what_is_no_pair_is_named(tmp_path: Path, row: dict[str, object], fault: str) -> None:
    with pytest.raises(GoldError) as caught:
        read_pairs(write(tmp_path, TRUE, row))
    assert fault in str(caught.value)
