"""The canonical text: body in order, furniture after it, pages and boxes that agree."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ingest.canonical import Canonical, assemble
from ingest.document import Furniture, FurnitureKind, Page, Span, page_at
from ingest.reading import Line, PlacedWord, Reading


def made(lines: list[Line], pages: int) -> Canonical:
    return assemble(Reading(tuple(lines), pages, (800.0,) * pages))


def line(text: str, page: int, gap: bool = False, furniture: FurnitureKind | None = None) -> Line:
    words, at = [], 0
    for word in text.split():
        at = text.index(word, at)
        words.append(PlacedWord(at, at + len(word), 1.0, 2.0, 3.0, 4.0))
        at += len(word)
    return Line(text, page, tuple(words), gap=gap, furniture=furniture)


def test_body_first_then_headers_and_footers() -> None:
    canonical = made(
        [
            line("HEAD", 1, furniture=FurnitureKind.HEADER),
            line("A sentence that", 1),
            line("1", 1, furniture=FurnitureKind.FOOTER),
            line("HEAD", 2, furniture=FurnitureKind.HEADER),
            line("crosses pages.", 2),
            line("Next", 2, gap=True),
            line("2", 2, furniture=FurnitureKind.FOOTER),
        ],
        2,
    )
    body = "A sentence that\ncrosses pages.\n\nNext\n"
    assert canonical.text == body + "HEAD\n1\nHEAD\n2\n"
    assert canonical.pages == (Page(1, Span(0, 16)), Page(2, Span(16, len(body))))
    assert [(f.kind.value, f.span.of(canonical.text), f.page) for f in canonical.furniture] == [
        ("header", "HEAD\n", 1),
        ("footer", "1\n", 1),
        ("header", "HEAD\n", 2),
        ("footer", "2\n", 2),
    ]
    assert [p.span.of(canonical.text) for p in canonical.lines] == ["A sentence that", "crosses pages.", "Next"]
    assert [canonical.boxes[i].span.of(canonical.text) for i in range(len(canonical.boxes))][-5:] == [
        "Next",
        "HEAD",
        "1",
        "HEAD",
        "2",
    ]


def test_contents_stay_where_they_stand_a_block_a_page() -> None:
    contents = FurnitureKind.CONTENTS
    canonical = made(
        [
            line("Title", 1),
            line("CONTENTS", 1, gap=True, furniture=contents),
            line("Term 3", 1, furniture=contents),
            line("Fees 4", 2, furniture=contents),
            line("1. Term", 2, gap=True),
        ],
        2,
    )
    assert canonical.text == "Title\n\nCONTENTS\nTerm 3\nFees 4\n\n1. Term\n"
    assert canonical.furniture == (Furniture(contents, Span(7, 23), 1), Furniture(contents, Span(23, 31), 2))
    assert canonical.text[31:] == "1. Term\n"


def test_blank_pages_have_empty_spans() -> None:
    canonical = made([line("one", 2), line("two", 4)], 5)
    assert canonical.pages == (
        Page(1, Span(0, 0)),
        Page(2, Span(0, 4)),
        Page(3, Span(4, 4)),
        Page(4, Span(4, 8)),
        Page(5, Span(8, 8)),
    )
    assert [page_at(canonical.pages, offset) for offset in (0, 3, 4)] == [2, 2, 4]


KINDS = st.sampled_from([None, None, None, *FurnitureKind])
LINES = st.lists(
    st.tuples(st.text("abc 1é", min_size=1).map(str.strip).filter(bool), st.integers(0, 2), st.booleans(), KINDS),
    max_size=30,
)


@given(LINES)
def test_nothing_is_lost_and_everything_agrees(drawn: list[tuple[str, int, bool, FurnitureKind | None]]) -> None:
    page, lines = 1, []
    for text, step, gap, kind in drawn:
        page += step
        lines.append(line(text, page, gap, kind))
    canonical = made(lines, page)
    text = canonical.text
    assert sorted(text.split()) == sorted(word for one in lines for word in one.text.split())
    body_end = canonical.pages[-1].span.end
    assert [p.span.start for p in canonical.pages] == [0, *(p.span.end for p in canonical.pages[:-1])]
    assert all(f.span.start >= body_end for f in canonical.furniture if f.kind is not FurnitureKind.CONTENTS)
    assert sum(len(f.span) for f in canonical.furniture if f.span.start >= body_end) == len(text) - body_end
    for placed in canonical.lines:
        assert placed.span.of(text) == placed.line.text
        assert (
            page_at(canonical.pages, placed.span.start) == page_at(canonical.pages, placed.span.end) == placed.line.page
        )
    for i in range(len(canonical.boxes)):
        box = canonical.boxes[i]
        assert box.span.of(text).split() == [box.span.of(text)]
        if box.span.end <= body_end:
            assert page_at(canonical.pages, box.span.start) == box.page
