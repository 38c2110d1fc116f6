"""HTML -> lines: what a browser shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.errors import DamagedFile, EmptyFile
from ingest.read import read
from ingest.reading import Reading


def page(path: Path, body: str, head: str = "", encoding: str = "utf-8") -> Reading:
    path.write_bytes(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode(encoding))
    return read(path)


def test_blocks_become_lines_and_inline_marks_do_not(tmp_path: Path) -> None:
    reading = page(
        tmp_path / "a.html",
        "<h2>Service&nbsp;levels</h2><p>The <b>Supplier</b>\n answers <i>at once</i>.<br>And tells.</p><p><strong>Term</strong></p>",
        "<title>Annex 1</title>",
    )
    assert [(line.text, line.level, line.bold, line.gap) for line in reading.lines] == [
        ("Service levels", 2, True, False),
        ("The Supplier answers at once.", None, False, True),
        ("And tells.", None, False, False),
        ("Term", None, True, True),
    ]
    assert reading.title == "Annex 1"


def test_what_a_browser_hides_is_left_out(tmp_path: Path) -> None:
    body = "<script>alert('no')</script><style>p{}</style><!-- secret --><p style='display:none'>hidden</p><p hidden>too</p><p>shown</p>"
    assert [line.text for line in page(tmp_path / "a.html", body).lines] == ["shown"]


def test_lists_have_the_numbers_that_a_browser_gives_them(tmp_path: Path) -> None:
    body = (
        "<ol start=3><li>three<ol type=a><li>first</li><li value=4>fourth</li></ol></li><li>four</li></ol><ul><li>bullet</li></ul>"
        "<ol style='list-style-type: upper-roman'><li>one</li></ol><ul style='list-style:none'><li>bare</li></ul>"
    )
    lines = page(tmp_path / "a.html", body).lines
    assert [line.text for line in lines] == [
        "3. three",
        "a. first",
        "d. fourth",
        "4. four",
        "• bullet",
        "I. one",
        "bare",
    ]
    assert [line.number for line in lines] == ["3.", "a.", "d.", "4.", None, "I.", None]


def test_tables_keep_rows_and_places_under_merged_cells(tmp_path: Path) -> None:
    body = (
        "<table><caption>Targets</caption><tr><th>Priority</th><th colspan=2>Hours</th></tr>"
        "<tr><td rowspan=2>P1</td><td>day</td><td>1</td></tr><tr><td>night</td><td>4</td></tr></table><p>after</p>"
    )
    lines = page(tmp_path / "a.html", body).lines
    assert [(line.text, line.table) for line in lines] == [
        ("Targets", False),
        ("Priority\tHours", True),
        ("P1\tday\t1", True),
        ("\tnight\t4", True),
        ("after", False),
    ]


def test_a_table_that_lays_out_a_list_is_no_table(tmp_path: Path) -> None:
    body = "<table><tr><td>(a)</td><td></td><td>pay the fees</td></tr><tr><td>(b)</td><td></td><td>keep secrets</td></tr></table>"
    lines = page(tmp_path / "a.html", body).lines
    assert [(line.text, line.table) for line in lines] == [("(a) pay the fees", False), ("(b) keep secrets", False)]


def test_a_table_that_lays_out_the_page_is_read_as_blocks(tmp_path: Path) -> None:
    body = f"<table><tr><td><p>menu</p></td><td><p>one</p><p>{'word ' * 300}</p></td></tr></table>"
    lines = page(tmp_path / "a.html", body).lines
    assert [line.text[:9] for line in lines] == ["menu", "one", "word word"]


def test_page_breaks_of_the_style_are_pages(tmp_path: Path) -> None:
    body = "<p>one</p><hr style='page-break-after: always'><p>two</p><p style='break-before:page'>three</p>"
    reading = page(tmp_path / "a.htm", body)
    assert [(line.text, line.page) for line in reading.lines] == [("one", 1), ("two", 2), ("three", 3)]
    assert reading.page_count == 3


@pytest.mark.parametrize(
    ("encoding", "head"), [("utf-8", ""), ("cp1252", "<meta charset=windows-1252>"), ("utf-16", "")]
)
def test_encodings(tmp_path: Path, encoding: str, head: str) -> None:
    reading = page(tmp_path / "a.html", "<p>Pénalités dues à l’été</p>", head, encoding)
    assert [line.text for line in reading.lines] == ["Pénalités dues à l’été"]


def test_a_text_that_begins_as_a_page_of_html_is_one(tmp_path: Path) -> None:
    assert [line.text for line in page(tmp_path / "a", "<p>one</p>").lines] == ["one"]
    assert [line.text for line in page(tmp_path / "a.txt", "<p>one</p>").lines] == ["one"]


def test_no_entity_of_the_page_s_own_is_expanded(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        '<!DOCTYPE html [<!ENTITY x SYSTEM "/etc/hostname"><!ENTITY y "boom">]><html><body><p>a &x; &y; b</p></body></html>',
        encoding="utf-8",
    )
    assert "boom" not in " ".join(line.text for line in read(path).lines)


def test_bad_pages_are_refused(tmp_path: Path) -> None:
    with pytest.raises(EmptyFile, match=r"a\.html.*words"):
        page(tmp_path / "a.html", "<p> </p>")
    with pytest.raises(DamagedFile, match=r"a\.html.*nested without end"):
        page(tmp_path / "a.html", "<div>" * 5000 + "deep" + "</div>" * 5000)
