"""Word -> lines: automatic numbering, tables, pages, tracked changes, notes, headers."""

from __future__ import annotations

import zipfile
from pathlib import Path

import docx
import pytest

from ingest.document import FurnitureKind
from ingest.read import read
from ingest.read.numerals import numeral
from ingest.reading import Line
from tests.fake_docx import abstract, item, level, paragraph, repacked, word

LEGAL = abstract(
    level(0, "upperRoman", "Article %1"),
    level(1, "decimal", "%1.%2", more="<w:isLgl/>"),
    level(2, "lowerLetter", "(%3)"),
    level(3, "lowerRoman", "(%4)"),
)
BREAK = '<w:r><w:br w:type="page"/></w:r>'
RENDERED = "<w:r><w:lastRenderedPageBreak/></w:r>"


def lines(path: Path) -> list[Line]:
    return list(read(path).lines)


def texts(path: Path) -> list[str]:
    return [line.text for line in lines(path)]


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def test_multilevel_numbering(tmp_path: Path) -> None:
    body = (
        item("Term")
        + item("It lasts.", 1)
        + item("one", 2)
        + item("two", 2)
        + item("deep", 3)
        + item("It ends.", 1)
        + item("first again", 2)
        + item("Price")
        + item("It is due.", 1)
    )
    found = lines(word(tmp_path / "a.docx", body, LEGAL))
    assert [line.text for line in found] == [
        "Article I Term",
        "1.1 It lasts.",
        "(a) one",
        "(b) two",
        "(i) deep",
        "1.2 It ends.",
        "(a) first again",
        "Article II Price",
        "2.1 It is due.",
    ]
    assert [line.number for line in found][:3] == ["Article I", "1.1", "(a)"]


def test_numbering_that_starts_elsewhere_and_anew(tmp_path: Path) -> None:
    lists = abstract(level(0, "decimal", "%1.", start=5)) + (
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    body = item("five") + item("six") + item("one", number=2) + item("two", number=2) + item("three", number=1)
    assert texts(word(tmp_path / "a.docx", body, lists)) == ["5. five", "6. six", "1. one", "2. two", "3. three"]


def test_numbering_of_an_overridden_level_and_one_that_never_restarts(tmp_path: Path) -> None:
    lists = abstract(level(0, "decimal", "%1."), level(1, "decimal", "[%2]", more='<w:lvlRestart w:val="0"/>'))
    lists += (
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
        f"{level(0, 'upperLetter', 'Annex %1 –')}</w:lvlOverride></w:num>"
    )
    body = item("a") + item("x", 1) + item("b") + item("y", 1) + item("c", number=2)
    assert texts(word(tmp_path / "a.docx", body, lists)) == ["1. a", "[1] x", "2. b", "[2] y", "Annex C – c"]


def test_numbering_through_styles(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Clause1"><w:name w:val="Clause 1"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Clause2"><w:name w:val="Clause 2"/><w:basedOn w:val="Clause1"/><w:pPr>'
        '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="9"/></w:pPr>'
        '<w:rPr><w:b w:val="0"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Quiet"><w:name w:val="Quiet"/><w:basedOn w:val="Clause1"/><w:pPr>'
        '<w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>'
    )
    lists = abstract(
        level(0, "decimal", "%1.", more='<w:pStyle w:val="Clause1"/>'),
        level(1, "decimal", "%1.%2", more='<w:pStyle w:val="Clause2"/>'),
    )
    body = "".join(
        paragraph(text, f'<w:pStyle w:val="{style}"/>')
        for text, style in (("Term", "Clause1"), ("It lasts.", "Clause2"), ("Note", "Quiet"), ("Price", "Clause1"))
    )
    found = lines(word(tmp_path / "a.docx", body, lists, styles))
    assert [line.text for line in found] == ["1. Term", "1.1 It lasts.", "Note", "2. Price"]
    assert [(line.level, line.bold) for line in found] == [(1, True), (None, False), (1, True), (1, True)]


def test_bullets_are_no_numbers(tmp_path: Path) -> None:
    (line,) = lines(word(tmp_path / "a.docx", item("one"), abstract(level(0, "bullet", "\uf0b7"))))
    assert (line.text, line.number) == ("• one", None)


@pytest.mark.parametrize(
    ("value", "style", "expected"),
    [
        (4, "decimal", "4"),
        (27, "lowerLetter", "aa"),
        (3, "upperLetter", "C"),
        (49, "lowerRoman", "xlix"),
        (1994, "upperRoman", "MCMXCIV"),
        (7, "decimalZero", "07"),
        (112, "ordinal", "112th"),
        (22, "ordinal", "22nd"),
        (0, "lowerLetter", "0"),
    ],
)
def test_numerals(value: int, style: str, expected: str) -> None:
    assert numeral(value, style) == expected


def test_heading_levels_of_built_in_styles(tmp_path: Path) -> None:
    document = docx.Document()
    document.core_properties.title = "Quality Plan"
    document.add_heading("Scope", level=1)
    document.add_heading("Reviews", level=2)
    document.add_paragraph("Each month.")
    document.save(str(tmp_path / "a.docx"))
    reading = read(tmp_path / "a.docx")
    assert [(line.text, line.level) for line in reading.lines] == [("Scope", 1), ("Reviews", 2), ("Each month.", None)]
    assert reading.title == "Quality Plan"


def test_table_rows_and_merged_cells(tmp_path: Path) -> None:
    body = table(
        cell("Priority") + cell("Times", '<w:gridSpan w:val="2"/>'),
        cell("P1", '<w:vMerge w:val="restart"/>') + cell("Day") + cell("1 hour"),
        cell("", "<w:vMerge/>") + cell("Night") + cell("2 hours"),
    )
    found = lines(word(tmp_path / "a.docx", paragraph("Before") + body + paragraph("After")))
    assert [(line.text, line.table) for line in found] == [
        ("Before", False),
        ("Priority\tTimes", True),
        ("P1\tDay\t1 hour", True),
        ("\tNight\t2 hours", True),
        ("After", False),
    ]


def test_layout_table_with_running_text_gives_paragraphs(tmp_path: Path) -> None:
    long = " ".join(["word"] * 300)
    body = table(cell(long) + cell("right")) + table(cell("boxed"))
    assert [(line.text, line.table) for line in lines(word(tmp_path / "a.docx", body))] == [
        (long, False),
        ("right", False),
        ("boxed", False),
    ]


def test_pages(tmp_path: Path) -> None:
    body = (
        paragraph("one")
        + f"<w:p>{BREAK}</w:p>"
        + f"<w:p>{RENDERED}<w:r><w:t>two</w:t></w:r></w:p>"
        + f"<w:p><w:r><w:t>still two</w:t></w:r>{RENDERED}<w:r><w:t>now three</w:t></w:r></w:p>"
        + paragraph("four", "<w:pageBreakBefore/>")
        + paragraph("also four", "<w:sectPr/>")
        + paragraph("five")
    )
    reading = read(word(tmp_path / "a.docx", body))
    assert [(line.text, line.page) for line in reading.lines] == [
        ("one", 1),
        ("two", 2),
        ("still two", 2),
        ("now three", 3),
        ("four", 4),
        ("also four", 4),
        ("five", 5),
    ]
    assert (reading.page_count, reading.page_heights) == (5, (0.0,) * 5)


def test_page_break_within_a_row_counts_once(tmp_path: Path) -> None:
    broken = f"<w:tc><w:p><w:r><w:t>up</w:t></w:r>{RENDERED}<w:r><w:t>down</w:t></w:r></w:p></w:tc>"
    found = lines(word(tmp_path / "a.docx", table(broken * 2) + paragraph("after")))
    assert [(line.text, line.page) for line in found] == [("up down\tup down", 1), ("after", 2)]


def test_tracked_changes_are_read_as_accepted(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>within </w:t></w:r><w:del><w:r><w:delText>four</w:delText><w:t>four</w:t></w:r></w:del>"
        "<w:ins><w:r><w:t>two</w:t></w:r></w:ins><w:r><w:t> hours</w:t></w:r></w:p>"
        + item("kept")
        + "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr>"
        "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>" + item("next")
    )
    reading = read(word(tmp_path / "a.docx", body, LEGAL))
    assert [line.text for line in reading.lines] == ["within two hours", "Article I kept", "Article II next"]
    assert reading.warnings == ("tracked changes: read as if all were accepted",)


def test_hidden_text_is_left_out(tmp_path: Path) -> None:
    reading = read(word(tmp_path / "a.docx", paragraph("shown") + paragraph("secret", run="<w:vanish/>")))
    assert [line.text for line in reading.lines] == ["shown"]
    assert reading.warnings == ("hidden text was left out",)


def test_inline_elements(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>A</w:t><w:tab/><w:t>B</w:t><w:noBreakHyphen/><w:t>C</w:t><w:softHyphen/><w:t>D</w:t></w:r>"
        "<w:hyperlink><w:r><w:t> link</w:t></w:r></w:hyperlink>"
        "<w:sdt><w:sdtContent><w:r><w:t xml:space='preserve'> control</w:t></w:r></w:sdtContent></w:sdt>"
        "<w:r><w:fldChar w:fldCharType='begin'/><w:instrText> REF x </w:instrText></w:r><w:r><w:t> 8.2</w:t></w:r>"
        "<w:r><w:sym w:font='Symbol' w:char='F0B7'/><w:br/><w:t>next line</w:t></w:r></w:p>"
    )
    found = lines(word(tmp_path / "a.docx", body))
    assert [(line.text, line.gap) for line in found] == [("A B-CD link control 8.2•", True), ("next line", False)]


def test_text_box_is_read_once(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{paragraph('In a box')}</w:txbxContent>"
    alternate = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    assert texts(word(tmp_path / "a.docx", f"<w:p><w:r><w:t>Before</w:t></w:r><w:r>{alternate}</w:r></w:p>")) == [
        "Before",
        "In a box",
    ]


def test_footnotes_follow_their_paragraph(tmp_path: Path) -> None:
    body = '<w:p><w:r><w:t>Fees are due</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>' + paragraph("Next")
    plain = word(tmp_path / "plain.docx", body)
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    notes = (
        f'<w:footnotes {space}><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
        f'<w:footnote w:id="2">{paragraph("Without tax.")}</w:footnote></w:footnotes>'
    )
    with_rel = _part(plain, "word/_rels/document.xml.rels").replace(
        b"</Relationships>",
        b'<Relationship Id="rId99" Target="footnotes.xml" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/footnotes"/></Relationships>',
    )
    types = _part(plain, "[Content_Types].xml").replace(
        b"</Types>",
        b'<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        b'wordprocessingml.footnotes+xml"/></Types>',
    )
    path = repacked(
        plain,
        tmp_path / "a.docx",
        {"word/_rels/document.xml.rels": with_rel, "[Content_Types].xml": types, "word/footnotes.xml": notes.encode()},
    )
    assert texts(path) == ["Fees are due[2]", "[2] Without tax.", "Next"]


def _part(path: Path, name: str) -> bytes:
    with zipfile.ZipFile(path) as package:
        return package.read(name)


def test_headers_footers_and_contents_are_furniture(tmp_path: Path) -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Acme – Confidential"
    document.sections[0].footer.paragraphs[0].text = "Page 1"
    document.styles.add_style("toc 1", 1)
    document.add_paragraph("Scope\t3", style="toc 1")
    document.add_paragraph("The scope.")
    document.save(str(tmp_path / "a.docx"))
    assert [(line.text, line.furniture) for line in lines(tmp_path / "a.docx")] == [
        ("Scope 3", FurnitureKind.CONTENTS),
        ("The scope.", None),
        ("Acme – Confidential", FurnitureKind.HEADER),
        ("Page 1", FurnitureKind.FOOTER),
    ]
