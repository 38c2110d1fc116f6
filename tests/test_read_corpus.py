"""On real contracts: words, boxes, pages and furniture agree (a sample of files, since all take minutes)."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from assistant.settings import Settings
from ingest.canonical import assemble
from ingest.clean import mark_furniture
from ingest.document import FurnitureKind, page_at
from ingest.read import read
from ingest.read.limits import Limits

CORPUS = Settings.from_environment().corpus
SAMPLE = 8


def files(*patterns: str) -> list[Path]:
    found = sorted(path for pattern in patterns for path in CORPUS.glob(pattern))
    return random.Random(7).sample(found, min(SAMPLE, len(found)))


needs_corpus = pytest.mark.skipif(not CORPUS.is_dir(), reason=f"no folder of real contracts at {CORPUS}")
pytestmark = [pytest.mark.corpus, needs_corpus]


@pytest.mark.parametrize(
    "path",
    [*files("cuad/pdf/*.pdf"), *files("cloud-temple/**/*.*d*"), *files("templates/**/*.docx", "templates/**/*.pdf")],
    ids=lambda path: path.name[:40],
)
def test_words_boxes_and_pages_agree(path: Path) -> None:
    reading = mark_furniture(read(path))
    canonical = assemble(reading)
    text, body_end = canonical.text, canonical.pages[-1].span.end
    running = sum(len(f.span) for f in canonical.furniture if f.kind is not FurnitureKind.CONTENTS)
    assert body_end + running == len(text)
    assert sorted(text.split()) == sorted(word for line in reading.lines for word in line.text.split())
    for i in range(len(canonical.boxes)):
        box = canonical.boxes[i]
        assert box.span.of(text).split() == [box.span.of(text)]
        assert box.x0 <= box.x1
        assert box.y0 <= box.y1
        if box.span.end <= body_end:
            assert page_at(canonical.pages, box.span.start) == box.page
    for placed in canonical.lines:
        assert placed.span.of(text) == placed.line.text
        assert not set(placed.line.text) & set("\n\r\u00a0\u00ad\u200b\ufeff")


@pytest.mark.parametrize("path", files("scans/*.pdf"), ids=lambda path: path.name[:40])
def test_the_pages_of_scans_are_pictures(path: Path) -> None:
    reading = read(path, Limits())
    assert reading.lines == ()
    assert reading.pictures == tuple(range(1, reading.page_count + 1))
