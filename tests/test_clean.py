"""Furniture: running headers and footers, page numbers, contents pages; and what only looks like them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from ingest.clean import mark_furniture
from ingest.document import FurnitureKind
from ingest.pagenumbers import roman_value
from ingest.reading import Line, Reading
from ingest.running import wording

HEIGHT = 800.0
BODY_TOP, LEADING = 100.0, 14.0


def line(text: str, page: int, y: float, x: float = 72.0, table: bool = False) -> Line:
    return Line(text, page, x0=x, y0=y, x1=x + 5.0 * len(text), y1=y + 10, size=10, table=table)


def body(page: int, count: int = 30) -> list[Line]:
    return [line(f"{word(page, i)} and {word(i, page)} agree", page, BODY_TOP + LEADING * i) for i in range(count)]


def word(first: int, second: int) -> str:
    """A word of its own for two numbers."""
    return "".join(
        "bcdfghjkmnpqrstw"[(first * 31 + second * 7 + i * first) % 16] + "aeiou"[(first + second * i) % 5]
        for i in range(4)
    )


def reading(pages: Sequence[Sequence[Line]], height: float = HEIGHT) -> Reading:
    lines = tuple(one for page in pages for one in page)
    return Reading(lines, len(pages), (height,) * len(pages))


def marked(pages: Sequence[Sequence[Line]], height: float = HEIGHT) -> dict[str, str]:
    """The furniture found: text -> kind."""
    result = mark_furniture(reading(pages, height))
    return {f"{one.page}:{one.text}": one.furniture.value for one in result.lines if one.furniture}


def test_repeated_header_and_numbered_footer() -> None:
    pages = [
        [line("Master Agreement – Confidential", n, 30), *body(n), line(f"Acme / v2 / page {n} of 5", n, 770)]
        for n in range(1, 6)
    ]
    found = marked(pages)
    assert found == {
        **{f"{n}:Master Agreement – Confidential": "header" for n in range(1, 6)},
        **{f"{n}:Acme / v2 / page {n} of 5": "footer" for n in range(1, 6)},
    }


def test_a_footer_of_scanned_pages_is_one_despite_slips_of_recognition() -> None:
    feet = [
        "Acme / v2: page 1 of 5",
        "Acme /v2 page 2 of 5",
        "Acrne / v2: page 3 of 5",
        "Acme / v2. page.4of 5",
        "Acme / v2: page",
    ]
    pages = [[*body(n), line(foot, n, 770)] for n, foot in enumerate(feet, 1)]
    scanned = replace(reading(pages), confidences=tuple((n, 0.97) for n in range(1, 6)))
    found = [one.text for one in mark_furniture(scanned).lines if one.furniture is FurnitureKind.FOOTER]
    assert found == feet[:4]
    exactly = [one.text for one in mark_furniture(reading(pages)).lines if one.furniture]
    assert set(exactly) < set(feet[:4]), "where the file itself holds the words, they are held to be what they are"


def test_header_that_the_file_draws_last() -> None:
    pages = [[*body(n), line("Drawn last", n, 30)] for n in range(1, 5)]
    assert marked(pages) == {f"{n}:Drawn last": "header" for n in range(1, 5)}


def test_odd_and_even_headers() -> None:
    pages = [[line("Odd title" if n % 2 else "Even title", n, 30), *body(n)] for n in range(1, 9)]
    assert len(marked(pages)) == 8


def test_document_of_two_pages_needs_both_and_a_margin() -> None:
    header = [[line("Running", n, 30), *body(n)] for n in (1, 2)]
    assert marked(header) == {"1:Running": "header", "2:Running": "header"}
    signature = [[*body(n, 10), line("Signature:", n, 400)] for n in (1, 2)]
    assert marked(signature) == {}
    assert marked([[line("Running", 1, 30), *body(1)]]) == {}


@pytest.mark.parametrize(
    "form", ["{n}", "- {n} -", "Page {n}", "Page {n} of 9", "{n} / 9", "[{n}]", "Page | {n}", "A-{n}"]
)
def test_page_numbers_at_the_foot(form: str) -> None:
    pages = [[*body(n), line(form.format(n=n), n, 770, x=290)] for n in range(1, 5)]
    assert len(marked(pages)) == 4


def test_roman_page_numbers() -> None:
    pages = [[*body(n), line(numeral, n, 770)] for n, numeral in enumerate(("i", "ii", "iii", "iv"), 1)]
    assert len(marked(pages)) == 4


@pytest.mark.parametrize(("numeral", "value"), [("i", 1), ("iv", 4), ("ix", 9), ("xiv", 14), ("xlii", 42)])
def test_roman_value(numeral: str, value: int) -> None:
    assert roman_value(numeral) == value


def test_clause_number_alone_at_the_top_is_no_page_number() -> None:
    pages = [[line(number, n, 60), *body(n)] for n, number in enumerate(("7", "19", "4", "11"), 1)]
    assert marked(pages) == {}


def test_clause_numbers_on_lines_of_their_own_are_kept() -> None:
    lines = [one for n in range(1, 8) for one in (line(str(n), 1, 90 * n), *_section(n))]
    assert marked([lines], height=900) == {}


def _section(n: int) -> list[Line]:
    return [line(f"words {'abcdefghij'[i]} of section {n}", 1, 90 * n + 8 * (i + 1)) for i in range(10)]


def test_page_numbers_of_a_first_print_within_the_pages() -> None:
    pages = []
    for n in range(1, 5):
        lines = body(n)
        lines[12 + n] = line(str(n + 3), n, lines[12 + n].y0, x=290)
        pages.append(lines)
    assert marked(pages) == {f"{n}:{n + 3}": "footer" for n in range(1, 5)}


def test_running_lines_of_a_first_print_within_the_pages() -> None:
    pages = []
    for n in range(1, 6):
        lines = body(n)
        texts = ("Software Licence, second draft", str(n + 3), "Confidential")
        for k, text in enumerate(texts, 12 + n):
            lines[k] = line(text, n, lines[k].y0, x=290)
        pages.append(lines)
    expected = [
        f"{n}:{text}" for n in range(1, 6) for text in ("Software Licence, second draft", str(n + 3), "Confidential")
    ]
    assert list(marked(pages)) == expected


def test_footer_of_a_first_print_that_ends_in_its_page() -> None:
    pages = []
    for n in range(1, 5):
        lines = body(n)
        lines[15 + n] = line(f"Amendment 2\tPage {n} / 9", n, lines[15 + n].y0, table=True)
        pages.append(lines)
    assert len(marked(pages)) == 4


def test_contents_run_on_over_a_page_break() -> None:
    titles = [f"{word(i, 3).title()} {word(3, i)}" for i in range(12)]
    entries = [line(f"{t} {i + 4}", 1 + i // 6, 110 + 14 * (i % 6)) for i, t in enumerate(titles)]
    header = [line(text, n, 20 + 10 * k) for n in range(1, 5) for k, text in enumerate(("A", "Long", "Header", "Here"))]
    pages = [
        [*header[:4], line("CONTENTS", 1, 90), *entries[:6]],
        [*header[4:8], *entries[6:], line("The parties agree as follows, in full.", 2, 400)],
        [*header[8:12], *body(3)],
        [*header[12:], *body(4)],
    ]
    found = marked(pages)
    assert [text for text, kind in found.items() if kind == "contents"] == [
        "1:CONTENTS",
        *(f"{e.page}:{e.text}" for e in entries),
    ]


def test_numbered_headings_at_the_top_of_pages_are_no_header() -> None:
    numerals = ["I", "II", "III", "IV", "V", "VI"]
    assert marked([[line(f"ARTICLE {r}", n, 60), *body(n)] for n, r in enumerate(numerals, 1)]) == {}
    assert marked([[line(f"{n}. Obligations", n, 60), *body(n)] for n in range(1, 7)]) == {}


def test_header_that_names_its_exhibit_is_one() -> None:
    assert len(marked([[line("Exhibit 10.2", n, 30), *body(n)] for n in range(1, 6)])) == 5


def test_repeated_column_heads_of_a_table_are_kept() -> None:
    pages = []
    for n in range(1, 6):
        rows = [line(f"task {word(n, i)}\tR\tA", n, 80 + 14 * i, table=True) for i in range(10)]
        pages.append([line("Task\tProvider\tClient", n, 60, table=True), *rows])
    assert marked(pages) == {}


def test_header_set_as_a_table_is_found() -> None:
    pages = [[line("Quality Plan\tv3\tInternal", n, 30, table=True), *body(n)] for n in range(1, 6)]
    assert len(marked(pages)) == 5


def test_repeated_words_within_pages_are_kept() -> None:
    pages = [body(n) for n in range(1, 6)]
    for page in pages:
        page[14] = replace(page[14], text="Service credit: none")
    assert marked(pages) == {}


def test_same_table_row_at_the_foot_of_pages_is_kept_for_its_figures() -> None:
    pages = [[*body(n), line(f"Server class {11 * n % 7}\t{n * n} EUR", n, 600, table=True)] for n in range(1, 7)]
    assert marked(pages) == {}


def test_source_line_of_a_filing_on_a_single_page() -> None:
    found = marked([[*body(1), line("Source: ACME INC, 10-K, 3/1/2019", 1, 780)]])
    assert found == {"1:Source: ACME INC, 10-K, 3/1/2019": "footer"}


def test_source_lines_of_a_text_whose_pages_were_run_together_and_the_page_numbers_above_them() -> None:
    source = "Source: ACME INC, 10-K, 3/1/2019"
    texts = [text for n in (1, 2, 3) for text in (*(one.text for one in body(n, 8)), str(n), source)]
    found = mark_furniture(Reading(tuple(Line(text, 1) for text in texts), 1, (0.0,))).lines
    assert [one.text for one in found if one.furniture] == ["1", source, "2", source, "3", source]


def test_numbers_above_source_lines_that_do_not_count_the_pages_are_kept() -> None:
    source = "Source: ACME INC, 10-K, 3/1/2019"
    texts = [text for n in (1, 4, 6) for text in (*(one.text for one in body(n, 8)), str(n), source)]
    found = mark_furniture(Reading(tuple(Line(text, 1) for text in texts), 1, (0.0,))).lines
    assert [one.text for one in found if one.furniture] == [source] * 3


def test_contents_with_leaders() -> None:
    titles = ["Definitions", "Term", "Fees", "Liability", "Law"]
    contents = [line(f"{i}. {t} ........ {i + 1}", 1, 100 + 14 * i) for i, t in enumerate(titles, 1)]
    later = [line(f"{i}. {t}", 2, 100 + 14 * i) for i, t in enumerate(titles, 1)]
    found = marked([contents, later])
    assert set(found) == {f"1:{one.text}" for one in contents}
    assert set(found.values()) == {"contents"}


@pytest.mark.parametrize(
    "heading", ["TABLE OF CONTENTS", "Contents", "Table des matières", "SOMMAIRE", "TABLE DES MATIERES"]
)
def test_contents_by_their_heading_without_page_numbers(heading: str) -> None:
    titles = ["Scope of the services", "Service levels", "Penalties"]
    contents = [line(heading, 1, 100), *(line(t, 1, 120 + 14 * i) for i, t in enumerate(titles))]
    sections = [
        one
        for i, t in enumerate(titles)
        for one in (line(t, 1, 300 + 60 * i), line(f"About {i}, at length", 1, 320 + 60 * i))
    ]
    result = mark_furniture(reading([[*contents, *sections]]))
    assert [one.text for one in result.lines if one.furniture is FurnitureKind.CONTENTS] == [heading, *titles]


def test_contents_over_a_wrapped_entry() -> None:
    contents = [
        line("CONTENTS", 1, 100),
        line("Page", 1, 110),
        line("1 Term\t3", 1, 120),
        line("2 A title so long that it goes", 1, 134),
        line("on and on ..... 4", 1, 148),
        line("3 Law 12", 1, 162),
    ]
    result = mark_furniture(reading([[*contents, line("The parties agree on what follows here.", 1, 200)]]))
    assert [one.furniture is not None for one in result.lines] == [True] * 6 + [False]


def test_contents_whose_page_numbers_stand_on_lines_of_their_own() -> None:
    titles = ["1 Term", "The first year", "General", "1.3 Notice", "2 Fees", "General", "3 Law"]
    entries = [text for number, title in enumerate(titles) for text in (title, str(number + 3))]
    contents = [line(text, 1, 100 + 14 * at) for at, text in enumerate(["TABLE OF CONTENTS", *entries])]
    sections = [
        line(text, 1, 400 + 20 * at) for at, text in enumerate(["1 Term", "This contract lasts for two years."])
    ]
    result = mark_furniture(reading([[*contents, *sections]]))
    assert [one.furniture is not None for one in result.lines] == [True] * len(contents) + [False] * 2


@pytest.mark.parametrize(
    "entries",
    [
        ["1. TERM.......... 2 1.A. FIRST YEAR....... 2", "2. FEES...... 3 2.A. GENERAL ..... 3 2.B. INTEREST .... 4", "3. LAW ....... 5"],
        ["TABLE OF CONTENTS Section Title Page " + " ".join(f"{n} {'Whatever ' * 3}{n * 2}" for n in range(1, 9)) + " Exhibits A Plan"],
        ["TABLE OF CONTENTS " + " ".join(f"ARTICLE {n} - DEFINITIONS AND MORE {n // 2}" for n in range(1, 12))],
    ],
)  # fmt: skip
def test_contents_with_several_entries_on_a_line(entries: list[str]) -> None:
    contents = [line(text, 1, 100 + 14 * at) for at, text in enumerate(entries)]
    result = mark_furniture(reading([[*contents, line("The parties agree on what follows here.", 1, 400)]]))
    assert [one.furniture is not None for one in result.lines] == [True] * len(entries) + [False]


@pytest.mark.parametrize(
    "text",
    [
        "The contents of the plan "
        + "are kept for 5 years and then for 6 years, 7 months and 8 days, as long as is needed " * 2,
        "Severity 1 Every Two Hours Severity 2 Every 8 Hours Severity 3 Every 48 Hours Severity 4 Every 72 Hours " * 2,
    ],
)
def test_numbers_in_a_sentence_or_a_table_are_no_contents(text: str) -> None:
    assert mark_furniture(reading([[line(text, 1, 100)]])).lines[0].furniture is None


def test_table_of_figures_is_no_contents() -> None:
    rows = [line(f"Server {'abcdefgh'[i]}\t{100 - 7 * i}", 1, 100 + 14 * i, table=True) for i in range(8)]
    assert marked([rows]) == {}


def test_blanks_to_fill_in_are_no_contents() -> None:
    assert marked([[line("By: ...............", 1, 100 + 30 * i) for i in range(2)]]) == {}


def test_what_the_format_declares_is_kept() -> None:
    declared = replace(line("Anything", 1, 300), furniture=FurnitureKind.HEADER)
    assert marked([[*body(1, 5), declared]]) == {"1:Anything": "header"}


def test_nothing_but_furniture_is_changed() -> None:
    before = reading([[line("Running", n, 30), *body(n)] for n in range(1, 6)])
    after = mark_furniture(before)
    assert [replace(one, furniture=None) for one in after.lines] == list(before.lines)


def test_wording_sets_numbers_aside() -> None:
    assert wording("Page iv  of XII – 2024") == wording("page 7 of 9 – 1999")


NOTICE = (
    "Certain parts of this document were left out and filed apart, as a rule lets a company ask, and each is marked. "
    * 2
)
FIRST = [f"{number}. Title of part {word(number, 3)} {number + 1}" for number in range(1, 7)]
SECOND = [f"{number}. Title of part {word(number, 3)} {number + 1}" for number in range(7, 13)]


def contents_of(texts: Sequence[str]) -> list[bool]:
    """Of each text, a line of its own, whether it is taken for part of a contents page."""
    result = mark_furniture(reading([[line(text, 1, 100 + 14 * at) for at, text in enumerate(texts)]]))
    return [one.furniture is FurnitureKind.CONTENTS for one in result.lines]


def test_contents_that_a_long_notice_parts_go_on_where_their_pages_do() -> None:
    after = ["1. Title of the first", "The parties agree on what follows here."]
    texts = ["TABLE OF CONTENTS", *FIRST, "-i-", NOTICE, *SECOND, *after]
    assert contents_of(texts) == [True] * (len(texts) - 2) + [False] * 2
    few = ["TABLE OF CONTENTS", *FIRST, "-i-", NOTICE, *SECOND[:3], *after]
    assert contents_of(few)[7:] == [False] * (len(few) - 7)  # fewer than make a contents page
    earlier = ["TABLE OF CONTENTS", *SECOND, NOTICE, *FIRST, *after]
    assert contents_of(earlier)[7:] == [False] * (len(earlier) - 7)  # their pages do not go on


def test_contents_whose_first_entry_stands_on_the_line_of_their_heading() -> None:
    texts = ["Table of Contents Recitals 1", *FIRST, "The parties agree on what follows here, and on nothing else."]
    assert contents_of(texts) == [True] * 7 + [False]
    assert not any(contents_of(["Contents of the deposit of 12", *body_sentences()]))


def body_sentences() -> list[str]:
    return [
        f"{number}. The parties agree on {word(number, 2)}, each of them for itself and for nobody else."
        for number in range(1, 7)
    ]


def test_contents_whose_numbers_titles_and_pages_stand_on_lines_of_their_own() -> None:
    numbers = ["1.9", "1.10", "1.11", "10.9", "11", "11.1", "11.10", "11.11"]
    entries = [text for at, number in enumerate(numbers) for text in (number, f"Title {word(at, 5)}", str(20 + at))]
    after = ["WHEREAS, the first party of Harbour Street 65", "The parties agree on what follows here."]
    texts = ["TABLE OF CONTENTS", *entries, *after]
    assert contents_of(texts) == [True] * (len(texts) - 2) + [False] * 2


@pytest.mark.parametrize(
    "words", ["TABLE OF CONTENTS " + "a " * 20_000, "Terms " + "." * 9_000 + "x", "_" * 9_000 + "x!"]
)
def test_a_line_without_end_that_begins_as_a_contents_page_is_read_at_once(words: str) -> None:
    assert mark_furniture(reading([[line(words, 1, 100), *body(1)]])).lines[0].furniture is None


def test_an_entry_with_a_leader_of_whatever_length_is_one() -> None:
    entries = [line(f"{n}. {word(n, n)} {'.' * (40 * n)}{' .' * (n % 3)} {n}", 1, 100 + 14 * n) for n in range(1, 9)]
    marked = mark_furniture(reading([[*entries, *[replace(each, y0=each.y0 + 150) for each in body(1)]]]))
    assert {each.furniture for each in marked.lines[: len(entries)]} == {FurnitureKind.CONTENTS}


def test_a_page_number_that_stands_twice_on_its_line_is_one_anywhere() -> None:
    lines = [line(f"The first sentence of page {n} says enough.", n, 300) for n in (1, 2)]
    found = mark_furniture(reading([[lines[0], line("3 - 3 -", 1, 400)], [lines[1], line("3 - 4 -", 2, 400)]]))
    assert [one.text for one in found.lines if one.furniture] == ["3 - 3 -"]
