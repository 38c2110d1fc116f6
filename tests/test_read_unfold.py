"""Text that lost its line breaks: what begins a clause is told from what only names one."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.assembly import read_document
from ingest.read.unfold import LONG, unfolded

FILLER = "The Supplier shall act with the care of a prudent merchant, as set out in Section 2.1 and within 30 Days. "
PAGE = (
    "HOSTING AGREEMENT This Agreement is made by the parties. "
    f'1. DEFINITIONS {FILLER * 8}1.1 "Fee" means the fee under Section 3.1. {FILLER * 6}1.2 "Term" means 2 Years. '
    f"2. SERVICES {FILLER * 6}2.1 Scope. {FILLER * 4}2.1.1 The Supplier shall host the data. {FILLER * 3}"
    f"2.2 Levels. Availability is 99.5 Percent, see clause 2.3 Below. {FILLER * 4}3. FEES {FILLER * 5}"
)


def beginnings(text: str) -> list[str]:
    return [line.split()[0] for line in text.splitlines() if line[:1].isdigit()]


def test_numbers_that_count_on_begin_lines_and_those_that_are_named_do_not() -> None:
    assert len(PAGE) > LONG
    assert beginnings(unfolded(PAGE)) == ["1.", "1.1", "1.2", "2.", "2.1", "2.1.1", "2.2", "3."]


def test_a_text_with_line_breaks_stays_as_it_is() -> None:
    text = "1. Term\n\nTwo years, see Section 2. Fees are due under 2.1 Below.\n\n3. Law\n" * 50
    assert unfolded(text) == text


def test_a_number_that_is_missing_does_not_end_the_run() -> None:
    assert beginnings(unfolded(PAGE.replace("2.1 Scope", "Scope"))) == ["1.", "1.1", "1.2", "2.", "2.2", "3."]


def test_a_schedule_that_begins_anew_has_its_clauses_too() -> None:
    schedule = "".join(f"{number}. Item {number}. {FILLER * 4}" for number in range(1, 6))
    assert beginnings(unfolded(f"{PAGE}SCHEDULE A {schedule}"))[-5:] == ["1.", "2.", "3.", "4.", "5."]


def test_wide_spaces_were_paragraphs() -> None:
    text = f"{FILLER * 15}    WHEREAS the parties agree.    NOW, THEREFORE, they sign. {FILLER * 10}"
    assert [line[:7] for line in unfolded(text).splitlines() if line] == ["The Sup", "WHEREAS", "NOW, TH"]


def test_a_contents_page_on_one_line_is_no_clause(tmp_path: Path) -> None:
    entries = " ".join(f"{n}. Title{n} {n + 2} {n}.1 Part{n} {n + 3}" for n in range(1, 6))
    body = "\n\n".join(f"{n}. Title{n}\n\n{n}.1 Part{n}. {FILLER}" for n in range(1, 6))
    path = tmp_path / "a.txt"
    path.write_text(f"HOSTING AGREEMENT\n\nTABLE OF CONTENTS {entries}\n\n{body}\n", encoding="utf-8")
    document = read_document(path)
    assert [clause.number for clause in document.clauses if clause.number] == [
        number for n in range(1, 6) for number in (str(n), f"{n}.1")
    ]


@pytest.mark.parametrize("text", [PAGE, f"{FILLER * 40}", "1.1 A " * 500])
def test_only_white_space_changes(text: str) -> None:
    assert unfolded(text).split() == text.split()


@given(
    st.lists(
        st.sampled_from(
            ["1.", "1.1", "2.", "ARTICLE II", "Section 3", "Words of it.", "TABLE OF CONTENTS", "7", "   "]
        ),
        max_size=60,
    )
)
def test_whatever_is_thrown_together_only_white_space_changes(parts: list[str]) -> None:
    text = " ".join(f"{part} Title" for part in parts) + " word" * 500
    assert unfolded(text).split() == text.split()


def test_numbers_that_are_missing_between_two_that_begin_lines_begin_lines_too() -> None:
    text = "3. Term\n\nIt lasts for a year. 4.   Law. It is ours.\n\n5. Fees\n"
    assert beginnings(unfolded(text)) == ["3.", "4.", "5."]
    text = f"2.6 Price. {FILLER}2.7 Reserved. 2.8 Reserved. 3. TAX. {FILLER}3.1 Net. {FILLER}\n\n3.2 Rate. {FILLER}\n"
    assert beginnings(unfolded(text)) == ["2.6", "2.7", "2.8", "3.", "3.1", "3.2"]
    text = f"ARTICLE 2\n\n2.4 Price. {FILLER}ARTICLE 3 TAX 3.1 Net. {FILLER}\n\n3.2 Rate. {FILLER}\n"
    assert beginnings(unfolded(text)) == ["2.4", "3.1", "3.2"]
    text = "3. Term\n\nIt lasts for the year 4. APPLICABLE LAW: Ours.\n\n5. Fees\n"  # a full stop was lost
    assert beginnings(unfolded(text)) == ["3.", "4.", "5."]
    text = f"9.4.2 Price. {FILLER}\n\nConfidential Draft 9.4.3 Damages. {FILLER}\n\n9.4.4 Rate. {FILLER}\n"
    assert beginnings(unfolded(text)) == ["9.4.2", "9.4.3", "9.4.4"]


@pytest.mark.parametrize(
    "text",
    [
        "3. Term\n\nIt lasts for a year. 4.   Law. It is ours.\n\n4. Fees\n",  # nothing is missing
        "3. Term\n\nIt lasts for a year. 7.   Law. It is ours.\n\n5. Fees\n",  # another number
        "3. Term\n\nIt lasts as said in 4. Law. It is ours.\n\n5. Fees\n",  # within a sentence
        f"3.1 Term. {FILLER}It ends under Section 3.2 Only.\n\n3.3 Fees\n",  # named
        f"3.1 Term. {FILLER}THIS ARTICLE IV APPLIES.\n\n5. Fees\n",
        "3. Term\n\nIt lasts as shown in Phase 4. APPLICABLE LAW: Ours.\n\n5. Fees\n",  # of a phase
        "1.1 Term\n\n1.2 Fees 1.3 Tax 1.4 Law 1.5 Place 1.6 Seat\n\n1.7 End\n",  # a list of titles
    ],
)
def test_what_leads_from_no_number_to_the_next_begins_no_line(text: str) -> None:
    assert unfolded(text) == text


def test_titles_in_capitals_that_wide_spaces_set_apart_begin_lines_where_they_count_on() -> None:
    text = (
        f"      3. RATE\n\n{FILLER}       4. LOAD AND DISCHARGE\n\n{FILLER}    5. CESSION ET ÉVICTION   {FILLER}\n\n"
        f"EXHIBIT A\n\n1. SUBLET. {FILLER}\n"
    )
    assert beginnings(unfolded(text)) == ["4.", "5.", "1."]
    assert unfolded(text).split() == text.split()


@pytest.mark.parametrize(
    "text",
    [
        f"3. RATE\n\n{FILLER}    6. LOAD\n\n{FILLER}\n",  # another number
        f"3. RATE\n\n{FILLER}    4. Load it\n\n{FILLER}\n",  # no title in capitals
        f"3. RATE\n\n{FILLER}see 4. LOAD\n\n{FILLER}\n",  # not set apart
        "1. RATE    2. LOAD    3. TITLE    4. LAW\n",  # the columns of a list
    ],
)
def test_what_is_not_set_apart_or_does_not_count_on_begins_no_line(text: str) -> None:
    assert unfolded(text) == text
