from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.naming.mention import asks_for_place_alone, find_mentions


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
        ("what does 9.2 say?", ("9.2",)),
        ("what does B3 say?", ("B3",)),
        ("que dit le 9.2 ?", ("9.2",)),
        ("que prévoit B3 ?", ("B3",)),
        ("show me 4.2(a)", ("4.2(a)",)),
        ("B3 ?", ()),
        ("what does clause A.2 say?", ("A.2",)),
        ("what does 9.2% mean?", ()),
        ("what does P1 mean?", ()),
        ("what does 20 hours cost?", ()),
        ("que dit le 9 mars ?", ()),
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
        ("clause 4–6", ("4", "5", "6")),
        ("article 4 à 6 ?", ("4", "5", "6")),
        ("clauses 4—6", ("4", "5", "6")),
        ("clause 4, 6 and 9 of the contract", ("4", "6", "9")),
        ("clauses 4; 6 + 9", ("4", "6", "9")),
        ("clauses between 4 and 6", ("4", "5", "6")),
        ("les articles de 4 à 6", ("4", "5", "6")),
        ("4.1 vs 7.2", ("4.1", "7.2")),
        ("clause 8, 9 and 30 days", ("8",)),
        ("clause 4 and 1,000 euros", ("4",)),
        ("clause 4 to 6 weeks", ("4",)),
        ("24/7", ()),
        ("art. 4 et suivants", ("4",)),
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
    ("text", "numbers"),
    [
        ("recital B", ("recital B",)),
        ("Recitals A and (c)", ("recital A", "recital c")),
        ("recitals A–C", ("recital A", "recital B", "recital C")),
        ("considérants n° 3 et 4", ("recital 3", "recital 4")),
        ("le troisième considérant", ("recital 3",)),
        ("the preamble", ("recital",)),
        ("préambule du contrat", ("recital",)),
        ("last clause", ("last",)),
        ("le dernier article du contrat", ("last",)),
        ("l'article final", ("last",)),
    ],
)
def test_recitals_and_the_last_clause_are_places(text: str, numbers: tuple[str, ...]) -> None:
    found = find_mentions(text)
    assert (found.numbers, found.annexes, found.alone) == (numbers, (), True)


@pytest.mark.parametrize(
    "text",
    [
        "Is the preamble binding?",
        "whereas a party pays",
        "considérant à tort",
        "the recital a lawyer wrote",
        "when was the last section 8 days late?",
        "the last clause we signed",
    ],
)
def test_words_beside_recitals_and_clauses_name_none(text: str) -> None:
    assert not {"last", "recital", "recital a"}.intersection(find_mentions(text).numbers)


@pytest.mark.parametrize(
    ("text", "annexes"),
    [
        ("annexes A–C", ("A", "B", "C")),
        ("annexe 2 et 3", ("2", "3")),
        ("Schedule 1 & 2", ("1", "2")),
        ("annex 2 and 3 days later", ("2",)),
        ("the second annex", ("2",)),
        ("la 2ème annexe", ("2",)),
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


@pytest.mark.parametrize(
    ("said", "numbers"),
    [
        ("chapitre 4", ("chapter 4",)),
        ("Chap. IV", ("chapter IV",)),
        ("titre II", ("title II",)),
        ("Part B", ("part B",)),
        ("chapter 4, article 2", ("chapter 4", "2")),
        ("article 5-2", ("5-2",)),
        ("articles 5-1 et 5-3", ("5-1", "5-3")),
        ("articles 5-1 à 5-3", ("5-1", "5.2", "5-3")),
        ("clauses 4-6", ("4", "5", "6")),
        ("arts 4, 5 and 6", ("4", "5", "6")),
        ("clause 10A", ("10A",)),
        ("art. 5 bis", ("5 bis",)),
        ("l'article 8bis", ("8bis",)),
        ("article 8 quinquies", ("8 quinquies",)),
        ("clause 7A.2(b)", ("7A.2(b)",)),
        ("7A.1", ("7A.1",)),
        ("§ 4.2.b.iii", ("4.2(b)(iii)",)),
        ("clauses 4(a) and (b)", ("4(a)", "4(b)")),
        ("clauses 4(a)-(c)", ("4(a)", "4(b)", "4(c)")),
        ("article 4, a) et b)", ("4(a)", "4(b)")),
        ("article 5, al. 2", ("5",)),
        ("the 7th clause", ("7",)),
        ("le septième article du contrat", ("7",)),
        ("la 7e clause", ("7",)),
        ("clause number 4", ("4",)),
        ("l'article numéro 4", ("4",)),
        ("paragraph (b) of clause 4.2", ("4.2(b)",)),
        ("le a) de l'article 4", ("4(a)",)),
        ("item b of 4.2", ("4.2(b)",)),
        ("article 4.2, point a)", ("4.2(a)",)),
        ("para. 4.2, sub-para. (b)", ("4.2(b)",)),
        ("4.2 b) ii)", ("4.2(b)(ii)",)),
        ("4.2a", ("4.2a",)),
        ("Article IV.2", ("IV.2",)),
        ("2ème alinéa de l'article 5.1", ("5.1",)),
    ],
)
def test_numbers_are_read_as_lawyers_type_them(said: str, numbers: tuple[str, ...]) -> None:
    found = find_mentions(said)
    assert (found.numbers, found.annexes, found.alone) == (numbers, (), True)


@pytest.mark.parametrize(
    ("said", "numbers", "annexes"),
    [
        ("Sched. 2 Part B para 4", ("4",), ("2",)),
        ("paragraph 3 of part B of schedule 2", ("3",), ("2",)),
        ("Annexe 1, chapitre 2", ("chapter 2",), ("1",)),
        ("Exhibit C-1", (), ("C-1",)),
        ("annexe 3-2", (), ("3-2",)),
        ("Schedules 1 to 3", (), ("1", "2", "3")),
        ("annexes 1-3", (), ("1", "2", "3")),
        ("Annex A and B", (), ("A", "B")),
        ("clause 4 of the second schedule", ("4",), ("2",)),
        ("last clause of annex 2", ("last",), ("2",)),
        ("dernière clause de l'annexe 2", ("last",), ("2",)),
    ],
)
def test_parts_of_annexes_and_lists_of_them_are_read(
    said: str, numbers: tuple[str, ...], annexes: tuple[str, ...]
) -> None:
    found = find_mentions(said)
    assert (found.numbers, found.annexes, found.alone) == (numbers, annexes, True)


@pytest.mark.parametrize(
    "text",
    [
        "l'art. L. 441-10",
        "art. L441-10 du Code de commerce",
        "article 28 of the GDPR",
        "art 28 rgpd",
        "articles 13 et 14 du RGPD",
        "Article 6(1)(f) GDPR",
        "article 1240 du code civil",
        "section 12 of the Sale of Goods Act",
        "Title 11 of the US Code",
        "recital 47 of the GDPR",
        "considérant 47 du RGPD",
        "la partie a le droit de partir",
        "which part is ours, and to what title?",
        "Annex A and I agree",
    ],
)
def test_what_is_of_a_law_or_a_word_is_no_clause(text: str) -> None:
    assert find_mentions(text).numbers == ()


def test_a_law_named_before_leaves_the_clause_its_own() -> None:
    assert find_mentions("Does the GDPR apply under clause 8?").numbers == ("8",)


@given(st.text(alphabet="clauseartn°§.()0123 bIVX,andetoà-“", max_size=40))
def test_no_text_breaks_it(text: str) -> None:
    found = find_mentions(text)
    assert all(number[0].isalnum() for number in found.numbers)


@pytest.mark.parametrize(
    "hostile",
    [
        "annexes A" + "1" * 60 + "x",
        "clause 1" + " " * 4_000 + "x",
        ("clause 1" + " " * 20) * 100,
        "article 1" + " (a)" * 60 + " x",
        "clause 1 " + "1.1 " * 60 + "x",
        "first " * 700,
        "(a) of " * 600,
        "recital A" + " and" * 900,
        "articles de 4 à " * 250,
        "clause number " * 280,
        "the last " * 400 + "clauses",
    ],
)
def test_no_text_takes_long_to_read(hostile: str) -> None:
    assert len(find_mentions(hostile).numbers) + len(find_mentions(hostile).annexes) <= 2


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("What does clause 22.1 say?", True),
        ("que dit l'article 3 de l'avenant 2 ?", True),
        ("show me clause 8.2(a)", True),
        ("clause 4 of the SLA", True),
        ("What does clause 22.1 say about insurance?", False),
        ("Can we end clause 4?", False),
        ("what does it say?", False),
    ],
)
def test_what_a_clause_says_is_asked_where_nothing_else_is(text: str, alone: bool) -> None:
    assert asks_for_place_alone(text) is alone
