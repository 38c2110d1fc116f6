"""The tree of clauses: what holds what, and that it covers the text once."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ingest.clauses import find_clauses, is_covered
from ingest.document import FurnitureKind
from ingest.reading import Line
from tests.plain_reading import FILLER, OPEN, canonical, tree


def test_decimal_numbers_nest_by_depth():
    assert tree("1. Services", FILLER, "1.1 Scope", FILLER, "1.1.1 Detail", FILLER, "1.2 Limits", FILLER, "2. Term", FILLER) == [
        (1, "1", "Services"), (2, "1.1", "Scope"), (3, "1.1.1", "Detail"), (2, "1.2", "Limits"), (1, "2", "Term"),
    ]  # fmt: skip


def test_articles_hold_decimals_and_lists():
    assert tree(
        "ARTICLE 4 – PRIX", "4.1 Tarifs", OPEN + " :", "a) le premier cas ;", "b) le second cas.", "4.2 Révision", FILLER,
        "ARTICLE 5 – DURÉE", FILLER,
    ) == [
        (1, "ARTICLE 4", "PRIX"), (2, "4.1", "Tarifs"), (3, "a)", None), (3, "b)", None), (2, "4.2", "Révision"),
        (1, "ARTICLE 5", "DURÉE"),
    ]  # fmt: skip


def test_a_schedule_starts_its_own_numbering():
    found = tree(
        "1. Services",
        FILLER,
        "2. Term",
        FILLER,
        "",
        "SCHEDULE 1",
        "",
        "1. Levels",
        FILLER,
        "2. Credits",
        FILLER,
    )
    assert [(level, number) for level, number, _ in found] == [
        (1, "1"),
        (1, "2"),
        (1, "SCHEDULE 1"),
        (2, "1"),
        (2, "2"),
    ]


def test_recitals_do_not_hold_the_clauses():
    found = tree(f"A. {FILLER}", f"B. {OPEN}.", "1. Services", FILLER, "2. Term", FILLER)
    assert [(level, number) for level, number, _ in found] == [(1, "A"), (1, "B"), (1, "1"), (1, "2")]


def test_a_numbered_list_hangs_on_its_article():
    found = tree("ARTICLE 1 – Suspension", OPEN + " :", f"1. {FILLER}", f"2. {FILLER}", "ARTICLE 2 – Durée", FILLER)
    assert [(level, number) for level, number, _ in found] == [(1, "ARTICLE 1"), (2, "1"), (2, "2"), (1, "ARTICLE 2")]


def test_declared_levels_hold():
    lines = [
        Line("Contract", 1, level=1),
        Line("Charges", 1, level=2),
        Line(FILLER, 1),
        Line("Term", 1, level=2),
        Line(FILLER, 1),
    ]
    assert tree(*lines) == [(1, None, "Contract"), (2, None, "Charges"), (2, None, "Term")]


def test_contents_pages_are_furniture_and_what_follows_is_a_clause():
    contents = [Line(f"{i}. Heading ........ {i}", 1, furniture=FurnitureKind.CONTENTS) for i in (1, 2)]
    made = canonical(
        "Framework Agreement", *contents, "This agreement is made between two parties.", "1. Services", FILLER
    )
    clauses = find_clauses(made).clauses
    assert is_covered(clauses, [f.span for f in made.furniture], len(made.text))
    assert [made.text[c.span.start : c.span.end].split("\n")[0] for c in clauses] == [
        "Framework Agreement", "This agreement is made between two parties.", "1. Services",
    ]  # fmt: skip


WORDS = st.sampled_from(
    [
        "1.",
        "1.1",
        "2.",
        "(a)",
        "(b)",
        "(i)",
        "ARTICLE 2",
        "Annexe B",
        "SCHEDULE 1",
        "HEADING",
        "Term",
        "the fee;",
        "shall pay.",
        "30 days",
        "I.",
        "A.",
        "",
    ]
)


@settings(deadline=None)  # a busy machine
@given(st.lists(st.lists(WORDS, min_size=1, max_size=5).map(" ".join).map(str.strip), max_size=30))
def test_clauses_cover_any_text_once_and_parents_come_first(lines):
    assume(any(lines))
    made = canonical(*lines)
    clauses = find_clauses(made).clauses
    assert is_covered(clauses, [f.span for f in made.furniture], len(made.text))
    seen: dict[str, int] = {}
    for clause in clauses:
        assert clause.level == (seen[clause.parent] + 1 if clause.parent else 1)
        seen[clause.id] = clause.level


def test_a_lone_lettered_part_holds_its_clauses():
    found = tree(
        "Schedule 1: Law", FILLER, "Schedule 2: Regions", "A. CALIFORNIA", "1. Definitions", FILLER, "2. Duties", FILLER
    )
    assert found[1:] == [
        (1, "Schedule 2", "Regions"),
        (2, "A", "CALIFORNIA"),
        (3, "1", "Definitions"),
        (3, "2", "Duties"),
    ]


def test_clauses_do_not_hang_on_the_words_that_agree_on_them():
    for words in ("NOW, THEREFORE, IT IS AGREED AS FOLLOWS:", "IL A ÉTÉ CONVENU CE QUI SUIT"):
        lines = (
            "1. " + FILLER,
            "2. " + FILLER,
            "WHEREAS:",
            "A. " + FILLER,
            "B. " + FILLER,
            words,
            "1. Fees",
            FILLER,
            "2. Term",
            FILLER,
        )
        assert [(level, number) for level, number, _ in tree(*lines)][-3:] == [(1, None), (1, "1"), (1, "2")]
    parts = ("1. Services", FILLER, "2. Term", FILLER, "PART TWO", "1. Fees", FILLER, "2. Notice", FILLER)
    assert [level for level, _, _ in tree(*parts)] == [1, 1, 1, 2, 2]


def _declared(*pairs: tuple[str, int | None]) -> list[Line]:
    return [Line(text, 1, level=level, gap=True) for text, level in pairs]


def test_a_list_below_one_of_several_headings_without_numbers_hangs_on_it():
    rest = [("Scope", 2), ("It covers all.", None), ("Security", 2), ("It is kept safe.", None)]
    lines = _declared(*rest, ("Advice", 2), ("1. Plan ahead.", None), ("2. Ask us.", None), ("Contact", 2))
    found = {number or heading: level for level, number, heading in tree(*lines)}
    assert (found["1"], found["2"], found["Contact"]) == (2, 2, 1)


def test_numbers_that_run_through_the_headings_or_have_parts_stand_at_the_top():
    through = [
        ("Scope", 2),
        ("1. It covers all.", None),
        ("Term", 2),
        ("2. It lasts.", None),
        ("Law", 2),
        ("3. It is ours.", None),
    ]
    parts = [
        ("Parties", 2),
        ("Recitals", 2),
        ("Terms", 2),
        ("1. Term", None),
        ("1.1 It lasts.", None),
        ("2. Law", None),
    ]
    for pairs in (through, parts):
        assert [level for level, number, _ in tree(*_declared(*pairs)) if number in {"1", "2"}] == [1, 1]


def test_recitals_end_where_articles_begin_below_a_heading_of_their_own():
    found = tree(
        "BACKGROUND", "", f"A. {FILLER}", "", f"B. {FILLER}", "", "AGREEMENTS", "",
        "I. APPOINTMENT", "", f"A. {FILLER}", "", f"B. {FILLER}", "",
        f"C. {FILLER}", "", "II. TERM AND RENEWAL", "", f"A. {FILLER}", "", f"B. {FILLER}",
    )  # fmt: skip
    assert [(level, number) for level, number, _ in found if number] == [
        (1, "A"), (1, "B"), (2, "I"), (3, "A"), (3, "B"), (3, "C"), (2, "II"), (3, "A"), (3, "B"),
    ]  # fmt: skip


def test_an_annex_below_the_lines_of_its_cover_is_the_document_and_not_a_part_of_it():
    cover = ("CORVANE SYSTEMS", "", "ANNEXE 3", "", "PROTECTION DES DONNÉES", "")
    assert [(level, number) for level, number, _ in tree(*cover, "ARTICLE 1 – OBJET", FILLER, "ARTICLE 2 – DURÉE", FILLER) if number] == [
        (1, "ANNEXE 3"), (1, "ARTICLE 1"), (1, "ARTICLE 2"),
    ]  # fmt: skip
    within = (
        "CORVANE SYSTEMS",
        "",
        FILLER,
        "",
        FILLER,
        "",
        FILLER,
        "",
        FILLER,
        "",
        "ANNEXE 3",
        "",
        "ARTICLE 1 – OBJET",
        FILLER,
        "ARTICLE 2 – DURÉE",
        FILLER,
    )
    assert [(level, number) for level, number, _ in tree(*within) if number] == [
        (1, "ANNEXE 3"),
        (2, "ARTICLE 1"),
        (2, "ARTICLE 2"),
    ]


def test_clauses_begin_anew_behind_numbered_recitals():
    recitals = (
        "RECITALS",
        "1. The Trust issues shares to plans.",
        "2. The Plans buy shares of it.",
        "3. Both wish to go on so.",
    )
    terms = ("1. Fund Availability. " + FILLER, "2. Maintenance of Records. " + FILLER)
    found = tree(*recitals, "Accordingly, the parties hereto agree as follows:", *terms)
    assert [(level, number) for level, number, _ in found[-2:]] == [(1, "1"), (1, "2")]
    within = tree(
        "1. Fees. " + FILLER,
        "2. Term. " + FILLER,
        "The parties agree as follows:",
        "1. One thing is this.",
        "2. Another is that.",
    )
    assert [level for level, _, _ in within[-2:]] == [2, 2]
