"""What an amendment quotes is no clause of the amendment."""

from __future__ import annotations

import pytest

from ingest.quoted_lines import quoted_lines
from ingest.reading import Line
from tests.test_clauses import tree


def quoted(*words: str) -> list[str]:
    """The lines within a quotation; an empty one is a gap."""
    lines: list[Line] = []
    for at, word in enumerate(words):
        if word:
            lines.append(Line(word, 1, gap=at > 0 and not words[at - 1]))
    return [lines[index].text for index in sorted(quoted_lines(lines))]


@pytest.mark.parametrize(
    ("lead", "marks"),
    [
        ("1. Exhibit A is supplemented with the following:", "“”"),
        ("1. L’article 3 est remplacé par ce qui suit :", "«»"),
        ("1. Section 3 is amended to read as follows", '""'),
    ],
)
def test_quoted_clauses_are_not_those_of_the_amendment(lead: str, marks: str) -> None:
    lines = (
        lead, f"{marks[0]}3. Trading. The desks place orders.", "4. Analysis. The analysts advise.",
        f"5. Models. The models are kept.{marks[1]}", "2. Miscellaneous. This holds from today.",
    )  # fmt: skip
    assert quoted(*lines) == list(lines[1:4])
    assert [number for _, number, _ in tree(*lines)] == ["1", "2"]


def test_a_heading_within_the_quotation_is_none_of_the_amendment() -> None:
    lines = (
        "1. The following is added:",
        "",
        "“9. AUDIT",
        "",
        "RIGHTS OF AUDIT",
        "",
        "The Customer may audit.”",
        "",
        "2. Law",
    )
    assert quoted(*lines) == ["“9. AUDIT", "RIGHTS OF AUDIT", "The Customer may audit.”"]
    assert [heading for _, _, heading in tree(*lines)] == [None, "Law"]


@pytest.mark.parametrize(
    "lines",
    [
        ("1. The “Fee” and", "2. the “Costs” are due."),  # each closes on its line
        ("1. It is called “the Fee", "2. Costs”", "3. Term"),  # nothing leads in to a quotation
        ("1. It reads as follows: “The Fee", "2. Costs” and more of it", "3. Term"),  # it does not end with its line
        ("1. It reads: “The Fee", "2. Costs"),  # nothing closes it
        ("A. It is added: “Fees rise.", "", "B. It is added:", "", "“Costs rise.”"),  # what closes it is of another
    ],
)
def test_what_is_no_quotation_of_clauses_is_left_as_it_is(lines: tuple[str, ...]) -> None:
    assert quoted(*lines) == []


def test_a_mark_that_nothing_closes_swallows_no_contract() -> None:
    lines = (
        "1. It reads as follows: “The Fee",
        *(f"{n}. Clause {n} says a good deal of many things." for n in range(2, 600)),
        "It ends”",
    )
    assert quoted(*lines) == []
