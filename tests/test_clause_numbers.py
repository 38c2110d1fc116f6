"""Which numbers and letters begin clauses, in which order, and which only stand in a sentence."""

from ingest.clauses import find_clauses
from tests.plain_reading import FILLER, OPEN, canonical, tree


def test_a_figure_at_the_start_of_a_wrapped_line_is_no_clause():
    lines = (
        "1. Notice",
        OPEN + " and gives notice of at least",
        "30 days before the end of the month concerned, failing which it renews.",
        "2. Term",
    )
    assert [number for _, number, _ in tree(*lines)] == ["1", "2"]


def test_the_letter_i_after_h_is_a_letter():
    items = [f"({letter}) {OPEN};" for letter in "abcdefghij"]
    found = tree("1. List", OPEN + ":", *items)
    assert [(level, number) for level, number, _ in found[1:]] == [(2, f"({letter})") for letter in "abcdefghij"]


def test_roman_items_within_letters():
    found = tree("1. List", f"(a) {OPEN}:", f"(i) {OPEN};", f"(ii) {OPEN};", f"(b) {OPEN}.")
    assert [(level, number) for level, number, _ in found] == [
        (1, "1"),
        (2, "(a)"),
        (3, "(i)"),
        (3, "(ii)"),
        (2, "(b)"),
    ]


def test_the_first_numbers_do_not_hang_on_the_words_that_introduce_them():
    found = tree(
        "BACKGROUND",
        f"(a) {OPEN};",
        f"(b) {FILLER}",
        "",
        "THE PARTIES AGREE AS FOLLOWS",
        "1. Services",
        FILLER,
        "2. Term",
        FILLER,
    )
    assert [(level, number) for level, number, _ in found if number in ("1", "2")] == [(1, "1"), (1, "2")]


def test_a_gap_in_the_numbers_is_reported():
    found = find_clauses(canonical("1. Services", FILLER, "3. Term", FILLER))
    assert found.warnings == ("The numbering goes from 1 to 3: a clause may be missing.",)


def test_a_page_number_before_a_clause_is_not_its_number():
    assert tree("1. Term", FILLER, "2 2. LAW", FILLER, "3. Notices") == [
        (1, "1", "Term"),
        (1, "2", "LAW"),
        (1, "3", "Notices"),
    ]


def test_a_list_goes_on_after_a_lost_item():
    items = tree("1. List", OPEN + ":", f"(a) {FILLER}", f"(b) {FILLER}", f"(d) {FILLER}", f"(e) {FILLER}", "2. Term")
    assert [number for _, number, _ in items] == ["1", "(a)", "(b)", "(d)", "(e)", "2"]


def test_items_of_a_list_need_no_full_stop_before_them():
    lines = [
        f"{number}. Photo {number} is edited by the Provider for each of the orders placed under this contract in the"
        for number in range(1, 5)
    ]
    assert [number for _, number, _ in tree(*lines)] == ["1", "2", "3", "4"]


def test_a_slip_in_a_roman_number_is_read():
    found = tree("ARTICLE I", "TERMS", FILLER, "ARTICLE I1", "PRICE", FILLER, "ARTICLE III", "LAW", FILLER)
    assert found == [(1, "ARTICLE I", "TERMS"), (1, "ARTICLE I1", "PRICE"), (1, "ARTICLE III", "LAW")]


def test_numbers_whose_first_ran_on_in_another_line_are_numbers_all_the_same():
    clauses = tree(
        "The parties agree: 1. SCOPE The parties acknowledge the scope of this alliance.",
        "",
        "2. INVESTMENT",
        "The Investor invests.",
        "",
        "3. DISTRIBUTION",
        "The Distributor distributes.",
        "",
        "4. TERM",
        "Two years.",
    )
    assert [number for _, number, _ in clauses if number] == ["2", "3", "4"]


def test_two_titled_numbers_alone_are_no_numbering():
    clauses = tree("Words.", "", "2. INVESTMENT", "The Investor invests.", "", "3. DISTRIBUTION", "Words.")
    assert not any(number for _, number, _ in clauses)


def test_the_first_item_of_a_list_may_stand_on_the_line_of_its_clause():
    assert tree(
        "1. TERM AND RENEWAL: (a) First period. " + FILLER, "(b) Second period. " + FILLER, "(c) " + FILLER, "2. Fees", FILLER,
    ) == [
        (1, "1", "TERM AND RENEWAL"), (2, "(a)", "First period"), (2, "(b)", "Second period"), (2, "(c)", None), (1, "2", "Fees"),
    ]  # fmt: skip
    found = find_clauses(canonical("1. Notice. (a) " + FILLER, "(b) " + FILLER, "2. Fees", FILLER))
    assert [clause.span.start for clause in found.clauses[:2]] == [0, len("1. Notice. ")]


def test_a_first_item_may_follow_what_leads_in_to_it_on_a_later_line():
    lines = (
        "1. Duties",
        OPEN,
        "and in every case the Provider shall: (a) keep a record;",
        "(b) give notice;",
        "(c) pay.",
        "2. Term",
    )
    assert [(level, number) for level, number, _ in tree(*lines)] == [
        (1, "1"), (2, "(a)"), (2, "(b)"), (2, "(c)"), (1, "2"),
    ]  # fmt: skip


def test_the_first_number_may_stand_on_the_line_of_its_chapter():
    lines = (
        "1.0 LICENCE. 1.1 " + FILLER,
        "1.2 " + FILLER,
        "2.0 ORDERS 2.1 " + FILLER,
        "2.2 " + FILLER,
        "2.3 " + FILLER,
    )
    assert [(level, number) for level, number, _ in tree(*lines)] == [
        (1, "1.0"), (2, "1.1"), (2, "1.2"), (1, "2.0"), (2, "2.1"), (2, "2.2"), (2, "2.3"),
    ]  # fmt: skip


def test_items_that_a_sentence_only_mentions_are_no_clauses():
    sentence = (
        "1. Default. Where the Customer fails under (a) the Order or (b) the Plan, the Provider may end this contract."
    )
    assert [number for _, number, _ in tree(sentence, "(b) is met only in part.", "2. Term", FILLER)] == ["1", "2"]
    wrapped = (
        "1. Default. Where: (a) the Customer fails to pay the fees that are due under this contract or",
        "(b) ends its trade",
    )
    assert [number for _, number, _ in tree(*wrapped, "2. Term", FILLER)] == ["1", "2"]


def test_page_numbers_on_lines_of_their_own_are_no_clauses():
    lines = (
        "1. Services",
        OPEN,
        "1.",
        "and by its own staff.",
        "2. Term",
        FILLER,
        "3.",
        "3. Fees",
        FILLER,
        "4.",
        "4.1 Basis",
        FILLER,
    )
    assert [(level, number) for level, number, _ in tree(*lines)] == [
        (1, "1"), (1, "2"), (1, "3"), (1, "4"), (2, "4.1"),
    ]  # fmt: skip
    listed = ("1. Rights", "The Customer may:", "1.", "make copies;", "2.", "keep them.", "2. Term")
    assert [(level, number) for level, number, _ in tree(*listed)] == [(1, "1"), (2, "1"), (2, "2"), (1, "2")]


def test_numbered_parts_of_a_sentence_are_clauses_though_they_begin_small():
    found = tree(
        "4. Maintenance", "4.1 The Provider shall:", "4.1.1 keep each server in good order, as clause 4.2 says;",
        "4.1.2 replace what fails; and",
        "4.1.3 a) report monthly.", "4.2 Limits", FILLER,
    )  # fmt: skip
    assert [(level, number) for level, number, _ in found] == [
        (1, "4"), (2, "4.1"), (3, "4.1.1"), (3, "4.1.2"), (3, "4.1.3"), (2, "4.2"),
    ]  # fmt: skip


def test_a_number_before_a_small_word_that_a_sentence_names_is_no_clause():
    for above in (
        f"{OPEN} within the meaning of clause",
        f"{OPEN}, as agreed in",
        f"{OPEN} and to the sums in 9.1 and",
    ):
        lines = (
            "9. Insurance",
            "9.1 Cover",
            FILLER,
            "9.2 Premium",
            FILLER,
            "9.3 Duty",
            above,
            "9.2 is to pay the premium.",
            "9.4 End",
        )
        assert [number for _, number, _ in tree(*lines)] == ["9", "9.1", "9.2", "9.3", "9.4"]


def test_a_number_that_heads_its_own_first_is_a_clause_though_the_ones_before_were_lost():
    lines = (
        "1.1 Appointment of the Consultant", FILLER, "", "2. FEES", "", "2.1 The Company pays the fees.", FILLER, "",
        "5. TERM.", "", "5.1 It lasts for a year.", FILLER, "",
    )  # fmt: skip
    assert [(level, number) for level, number, _ in tree(*lines)] == [
        (1, "1.1"),
        (1, "2"),
        (2, "2.1"),
        (1, "5"),
        (2, "5.1"),
    ]
    far = [line.replace("5.", "9.") for line in lines]  # clauses that an amendment brings in, not its own
    assert "9" not in [number for _, number, _ in tree(*far)]


def warned(*lines):
    return find_clauses(canonical(*lines)).warnings


def test_numbers_put_in_later_stand_in_their_sequence():
    lines = (
        "1. Fees", FILLER, "1A. Indexation", FILLER, "1A.1 Rate", FILLER, "1A.2 Date", FILLER, "1B. Rebates", FILLER,
        "2. Term", FILLER, "2.1 Start", FILLER, "2.1A Renewal", FILLER, "2.2 End", FILLER,
    )  # fmt: skip
    assert tree(*lines) == [
        (1, "1", "Fees"), (1, "1A", "Indexation"), (2, "1A.1", "Rate"), (2, "1A.2", "Date"), (1, "1B", "Rebates"),
        (1, "2", "Term"), (2, "2.1", "Start"), (2, "2.1A", "Renewal"), (2, "2.2", "End"),
    ]  # fmt: skip
    assert not warned(*lines)


def test_latin_ordinals_put_articles_in():
    lines = (
        "Article 1 – Durée", FILLER, "Article 1 bis – Renouvellement", FILLER, "Article 1 ter – Prorogation", FILLER,
        "Article 2 – Prix", FILLER, "2.1 Tarif", FILLER, "2.1bis Remise", FILLER, "2.2 Révision", FILLER,
    )  # fmt: skip
    assert [(level, number) for level, number, _ in tree(*lines)] == [
        (1, "Article 1"), (1, "Article 1 bis"), (1, "Article 1 ter"), (1, "Article 2"), (2, "2.1"), (2, "2.1bis"), (2, "2.2"),
    ]  # fmt: skip
    assert not warned(*lines)


def test_what_only_looks_put_in_begins_no_clause():
    lines = (
        "1. Delivery",
        OPEN + " and makes the drawings that are asked for in",
        "1A The Provider keeps them, and in that of an article that begins a sentence",
        "1A. Two of them",
        "2. Returns",
        FILLER,
        "2D. Models are kept, and nothing counts on to this number in the list",
        FILLER,
        "3. End",
    )
    assert [number for _, number, _ in tree(*lines)] == ["1", "2", "3"]


def test_the_letter_o_that_was_read_as_a_nought_goes_on_with_its_list():
    items = [f"{letter}. “Term {letter.upper()}” means what it says." for letter in "abcdefghijklmn0pq"]
    found = tree("1. Terms", FILLER, *items, "2. Fees", FILLER)
    assert [(level, number) for level, number, _ in found] == [
        (1, "1"),
        *((2, each) for each in "abcdefghijklmn0pq"),
        (1, "2"),
    ]
    assert [number for _, number, _ in tree("0. Preamble", FILLER, "1. Terms", FILLER)] == ["0", "1"]


def test_a_number_that_a_wrapped_line_refers_to_begins_no_clause():
    for above, below in (
        (f"{OPEN} under the terms of Section", "4.3(b) for the month exceed the fees, the rest is due."),
        (
            "OTHER THAN THE WARRANTIES THAT ARE SET OUT EXPRESSLY IN SECTION 6.1(A) OF THIS CONTRACT AND IN ITS",
            "4.3(B), NONE IS GIVEN.",
        ),
    ):
        assert [number for _, number, _ in tree("4.1 Fees", FILLER, f"4.2 {above}", below, "4.3 Term", FILLER)] == [
            "4.1",
            "4.2",
            "4.3",
        ]
