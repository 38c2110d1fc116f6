from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.mention import find_mentions, outer


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("What does clause 8.2 say?", ("8.2",)),
        ("Que dit l'article 12 ?", ("12",)),
        ("Article IV and article IV again", ("IV",)),
        ("see § 3.1", ("3.1",)),
        ("clause 8.2(a)", ("8.2(a)",)),
        ("What is in 8.2.1?", ("8.2.1",)),
        ("8.2", ("8.2",)),
        ("12 ?", ("12",)),
        ("What limit does 14.14 of the hosting contract set?", ("14.14",)),
        ("que dit le 3.2 du contrat ?", ("3.2",)),
        ("Is it 99.95% or 4.5 hours?", ()),
        ("Is 99.9 in the contract, and 2.5 of what we pay?", ()),
    ],
)
def test_clause_numbers_are_taken_as_a_reader_says_them(text: str, numbers: tuple[str, ...]) -> None:
    assert find_mentions(text).numbers == numbers


@pytest.mark.parametrize(
    "said", ["art. 2.1 b)", "2.1(b)", "2.1 (b)", "Section 2.1, sub (b)", "clause 2.1.b", "cl. 2.1 lit. b", "§2.1(b)"]
)
def test_an_item_is_read_in_every_spelling(said: str) -> None:
    assert find_mentions(said).numbers == ("2.1(b)",)


@pytest.mark.parametrize(
    "said",
    [
        "cl 4.2",
        "cls. 4.2",
        "sect. 4.2",
        "Sec 4.2",
        "s. 4.2",
        "para 4.2",
        "Art 4.2",
        "item 4.2",
        "n° 4.2",
        "no. 4.2",
        "#4.2",
        "point 4.2",
    ],
)
def test_a_clause_is_read_after_every_word_for_one(said: str) -> None:
    assert find_mentions(said).numbers == ("4.2",)
    assert find_mentions(said).alone


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("paras 2.2 and 2.3", ("2.2", "2.3")),
        ("articles 9.1 et 9.2", ("9.1", "9.2")),
        ("l'article 9.1 et 9.2", ("9.1", "9.2")),
        ("clauses 2.1 to 2.4", ("2.1", "2.2", "2.3", "2.4")),
        ("§§ 3-5", ("3", "4", "5")),
        ("2.1, 2.2 and 2.4", ("2.1", "2.2", "2.4")),
        ("clause 8 and 30 days' notice", ("8",)),
        ("clause 4.2 and 1.5 times the fee", ("4.2",)),
        ("clause 12 if it is below 99.5%", ("12",)),
    ],
)
def test_lists_and_ranges_are_read_and_other_figures_are_not(text: str, numbers: tuple[str, ...]) -> None:
    assert find_mentions(text).numbers == numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Section Four", ("4",)),
        ("l'article premier", ("1",)),
        ("l'article quatre du contrat", ("4",)),
        ("article 1er", ("1",)),
        ("point one out to them", ()),
        ("article L. 441-10", ()),
        ("contract no. 12345", ()),
        ("clause 8 (SLA)", ("8",)),
    ],
)
def test_numbers_in_words_are_read_where_they_count_nothing_else(text: str, numbers: tuple[str, ...]) -> None:
    assert find_mentions(text).numbers == numbers


@pytest.mark.parametrize(
    ("text", "annexes"),
    [
        ("What is in Annex B?", ("B",)),
        ("annex b", ("b",)),
        ("l'annexe n° 3", ("3",)),
        ("Schedule A", ("A",)),
        ("sched. 3", ("3",)),
        ("Exhibit 10.1", ("10.1",)),
        ("annexe A-1", ("A-1",)),
        ("annexes 1 et 2", ("1", "2")),
        ("schedule three", ("3",)),
        ("May they schedule a call?", ()),
        ("the schedule two weeks ago", ()),
        ("l'annexe y renvoie", ()),
        ("l'annexe d'exploitation", ()),
    ],
)
def test_annexes_are_told_from_words_that_look_like_them(text: str, annexes: tuple[str, ...]) -> None:
    assert find_mentions(text).annexes == annexes


@pytest.mark.parametrize(
    "said",
    [
        "Schedule 3 para 2.1(b)",
        "schedule 3, 2.1(b)",
        "2.1(b) of Schedule 3",
        "Sch. 3 par 2.1 b)",
        "annexe 3, art. 2.1 b)",
    ],
)
def test_a_clause_of_an_annex_is_read_in_every_order(said: str) -> None:
    found = find_mentions(said)
    assert (found.numbers, found.annexes, found.alone) == (("2.1(b)",), ("3",), True)


@pytest.mark.parametrize("text", ["clause 8.2 on audits", "8.2 audits", "audits", ""])
def test_other_words_are_told(text: str) -> None:
    assert not find_mentions(text).alone


def test_the_clause_around_an_item_is_known() -> None:
    assert [outer(number) for number in ("8.2(b)(ii)", "8.2", "IV")] == ["8.2", "8.2", "IV"]


@given(st.text(alphabet="clauseartn°§.()0123 bIVX,andetoà-“", max_size=40))
def test_no_text_breaks_it(text: str) -> None:
    found = find_mentions(text)
    assert all(number[0].isalnum() for number in found.numbers)
