from __future__ import annotations

import pytest

from ingest.headings import (
    HeadingJudge,
    body_size,
    ends_sentence,
    is_capitals,
    is_larger,
    is_title_case,
    looks_like_heading,
    run_in_heading,
)
from ingest.reading import Line

BODY = "The Provider shall restore the platform and tell the Customer in writing what was done about it."


def judged(*lines: Line | str) -> list[str]:
    """The lines that are taken for headings."""
    made = [line if isinstance(line, Line) else Line(line, 1, size=10) for line in lines]
    judge = HeadingJudge(made)
    return [line.text for index, line in enumerate(made) if judge.is_heading(index)]


def test_capitals_bold_larger_and_declared_lines_are_headings() -> None:
    found = judged(
        *("LIABILITY AND INSURANCE", BODY, Line("Service credits", 1, size=10, bold=True), BODY),
        *(Line("Law and courts", 1, size=14), BODY, Line("whatever it says", 1, size=10, level=2), BODY),
    )
    assert found == ["LIABILITY AND INSURANCE", "Service credits", "Law and courts", "whatever it says"]


def test_plain_lines_rows_and_sentences_are_no_headings() -> None:
    row = Line("Priority\tTime", 1, size=14, table=True)
    sentence = Line("This is a sentence in bold.", 1, size=10, bold=True)
    assert judged(BODY, "Service credits", row, sentence, BODY) == []


def test_a_paragraph_in_capitals_is_no_heading() -> None:
    lines = ["THE PROVIDER SHALL NOT BE LIABLE FOR LOSS", "OF PROFIT OR OF DATA OR OF GOODWILL"] * 2
    assert judged(BODY, *lines, BODY) == []


def test_where_most_of_the_text_is_bold_bold_means_nothing() -> None:
    assert judged(*(Line(f"Words number {n} in bold", 1, size=10, bold=True) for n in range(8)), BODY) == []


def test_a_line_that_goes_on_with_the_one_above_is_no_heading() -> None:
    wrapped = Line("Service Level", 1, size=10, bold=True)
    assert judged(BODY, BODY.removesuffix(".") + " under the", wrapped, BODY) == []


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Late payment. The Customer shall pay interest.", "Late payment"),
        ("Audit Rights – The Customer may audit.", "Audit Rights"),
        ("Durée : Le contrat dure un an.", "Durée"),
        ("the fee is due. The rest is not.", None),
        ("", None),
        ("Late Payment If the Customer pays late, interest is due.", "Late Payment"),
        ("Transfer of Know-how Each Party shall transfer it.", "Transfer of Know-how"),
        ("FORCE MAJEURE Neither party will be liable.", "FORCE MAJEURE"),
        ("Effects of Termination This Agreement shall end.", "Effects of Termination"),
        ("Durée et résiliation Le présent contrat est conclu pour un an.", "Durée et résiliation"),
        ("Confidentialité Chaque partie doit garder le secret.", "Confidentialité"),
        ("Responsabilité L’éditeur est tenu de réparer.", "Responsabilité"),
        ("Regulatory Approval shall mean the approval of the authority.", None),
        ("Bank of America shall pay the fee.", None),
        ("Third Level Support is given by the Provider.", None),
        ("Obligations Upon Termination of the Lease", None),
        ("The Provider and The Customer shall meet.", None),
        ("Rights in The Software are kept.", None),
        ("Le prestataire de La Rochelle est tenu au secret.", None),
    ],
)
def test_a_heading_that_opens_its_paragraph_is_found(text: str, heading: str | None) -> None:
    assert run_in_heading(text) == heading


@pytest.mark.parametrize(
    "text",
    [
        "With effect from 1 March 2025, Ada Lovelace replaces Charles Babbage as Chief",
        "From the effective date, Acme Services Limited replaces Bolt Hosting Limited as Provider",
        "Dès le 1er mars, Madame Ada Lovelace remplace Monsieur Charles Babbage",
    ],
)
def test_a_sentence_that_opens_with_a_day_or_a_condition_is_no_heading(text: str) -> None:
    assert not looks_like_heading(text)
    assert run_in_heading(f"{text}. The rest stands.") is None


@pytest.mark.parametrize(
    "text", ["With Regard to Fees, Taxes and Expenses", "On Site Support", "For Cause, Without Notice"]
)
def test_a_title_that_begins_with_a_small_word_is_one(text: str) -> None:
    assert looks_like_heading(text)


def test_the_small_judgements() -> None:
    assert is_capitals("ANNEX A")
    assert not is_capitals("P1")
    assert is_title_case("Term and Termination of the Agreement")
    assert not is_title_case("Term and then some more words")
    assert ends_sentence("so be it.”")
    assert ends_sentence("the data, and")
    assert not ends_sentence("the data and the")


def test_the_body_is_what_most_characters_are_set_in() -> None:
    lines = [Line("Title", 1, size=20), Line(BODY, 1, size=10.02), Line(BODY, 1, size=10)]
    assert body_size(lines) == 10
    assert is_larger(lines[0], 10)
    assert not is_larger(lines[1], 10)
    assert not is_larger(lines[0], 0)
    assert body_size([]) == 0


@pytest.mark.parametrize("line", ["DATED 13 OCTOBER 2005", "DATED AS OF: MARCH 1, 2001", "FAIT LE 3 MAI 2021"])
def test_a_line_that_dates_the_document_is_no_heading(line: str) -> None:
    assert judged(line, BODY) == []
    assert judged(f"PHASE II: {line}", BODY) == [f"PHASE II: {line}"]
