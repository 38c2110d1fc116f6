from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ingest.clauses import find_clauses, is_covered
from ingest.document import FurnitureKind
from ingest.reading import Line
from tests.plain_reading import canonical

FILLER = "The Provider shall perform the Services with reasonable skill and care throughout the Term of this contract."
OPEN = FILLER[:-1]


def tree(*lines):
    """(level, number, heading) of each clause that has a number or a heading."""
    found = find_clauses(canonical(*lines)).clauses
    return [(c.level, c.number, c.heading) for c in found if c.number or c.heading]


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


def test_a_cross_reference_at_the_start_of_a_wrapped_line_is_no_heading():
    lines = (
        "1. Fees",
        OPEN + " in accordance with",
        "Section 4.2 of the framework and with",
        "Article 8 above, which both apply to every order that is placed under this framework agreement.",
        "2. Term",
    )
    assert [number for _, number, _ in tree(*lines)] == ["1", "2"]


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


def test_a_list_of_annexes_is_no_row_of_headings():
    found = tree(
        "1. Documents",
        OPEN + ":",
        "Annexe 1 – Prix",
        "Annexe 2 – Niveaux de service",
        "Annexe 3 – Sécurité",
        "2. Term",
        FILLER,
        FILLER,
    )
    assert [number for _, number, _ in found] == ["1", "2"]


def test_recitals_do_not_hold_the_clauses():
    found = tree(f"A. {FILLER}", f"B. {OPEN}.", "1. Services", FILLER, "2. Term", FILLER)
    assert [(level, number) for level, number, _ in found] == [(1, "A"), (1, "B"), (1, "1"), (1, "2")]


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


def test_a_numbered_list_hangs_on_its_article():
    found = tree("ARTICLE 1 – Suspension", OPEN + " :", f"1. {FILLER}", f"2. {FILLER}", "ARTICLE 2 – Durée", FILLER)
    assert [(level, number) for level, number, _ in found] == [(1, "ARTICLE 1"), (2, "1"), (2, "2"), (1, "ARTICLE 2")]


def test_capital_headings_without_numbers():
    found = tree(FILLER, "", "LIMITATION OF LIABILITY", FILLER, "", "GOVERNING LAW", FILLER)
    assert found == [(1, None, "LIMITATION OF LIABILITY"), (1, None, "GOVERNING LAW")]


def test_a_paragraph_in_capitals_is_no_heading():
    shout = [
        "IN NO EVENT SHALL EITHER PARTY BE LIABLE FOR ANY LOSS OF PROFIT OR",
        "REVENUE ARISING OUT OF THIS AGREEMENT WHATEVER THE CAUSE.",
    ]
    assert tree("1. Liability", *shout, "2. Term", FILLER) == [(1, "1", "Liability"), (1, "2", "Term")]


def test_declared_levels_hold():
    lines = [
        Line("Contract", 1, level=1),
        Line("Charges", 1, level=2),
        Line(FILLER, 1),
        Line("Term", 1, level=2),
        Line(FILLER, 1),
    ]
    assert tree(*lines) == [(1, None, "Contract"), (2, None, "Charges"), (2, None, "Term")]


def test_a_number_alone_on_its_line_takes_the_heading_below():
    assert tree("1.", "Definitions", FILLER, "2.", "Term", FILLER) == [
        (1, "1", "Definitions"),
        (1, "2", "Term"),
    ]


def test_a_gap_in_the_numbers_is_reported():
    found = find_clauses(canonical("1. Services", FILLER, "3. Term", FILLER))
    assert found.warnings == ("The numbering goes from 1 to 3: a clause may be missing.",)


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


def test_names_in_a_signature_block_are_no_headings():
    lines = (
        "1. Term",
        FILLER,
        "2. Law",
        FILLER,
        "Signed for and on behalf of",
        "BRACKEN FREIGHT",
        "Name: I. Rastrick",
        "ANNEX 1",
        "PRICES",
        FILLER,
    )
    assert tree(*lines) == [(1, "1", "Term"), (1, "2", "Law"), (1, "ANNEX 1", "PRICES")]


def test_parties_and_their_addresses_are_no_headings():
    lines = (
        "HOSTING AGREEMENT",
        FILLER,
        "BETWEEN",
        "ACME HOSTING LIMITED",
        "12 HIGH STREET, HULL",
        FILLER,
        "1. Term",
        FILLER,
        "2. Law",
    )
    assert [heading for _, _, heading in tree(*lines)] == ["HOSTING AGREEMENT", "Term", "Law"]


def test_a_note_in_brackets_is_no_heading():
    assert tree("[LETTERHEAD OF THE PROVIDER]", "1. Term", FILLER, "2. Law") == [(1, "1", "Term"), (1, "2", "Law")]


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


def test_numbers_without_a_full_stop_may_have_a_title_that_runs_into_their_sentence():
    lines = ("2 Notices. " + FILLER, "3 Liability. " + FILLER, "4 Force Majeure. 4.1 " + FILLER, "4.2 " + FILLER)
    assert [(level, number) for level, number, _ in tree("1 Fees", FILLER, *lines)] == [
        (1, "1"), (1, "2"), (1, "3"), (1, "4"), (2, "4.1"), (2, "4.2"),
    ]  # fmt: skip


def test_the_name_of_an_exhibit_on_page_after_page_begins_no_part_of_it():
    pages = [text for number in range(4) for text in ("EXHIBIT 10.7", f"{number + 1}. Matter", FILLER)]
    assert [(level, number) for level, number, _ in tree(*pages)] == [
        (1, "EXHIBIT 10.7"), (1, "1"), (1, "2"), (1, "3"), (1, "4"),
    ]  # fmt: skip


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


def test_a_line_that_ends_as_no_title_does_is_none():
    lines = (
        "1. Terms",
        "",
        "1.1 In the Table of Response Times of the Annex the Time for P2 in",
        "Working Hours is six hours.",
    )
    assert ("1.1", None) in [(number, heading) for _, number, heading in tree(*lines)]
    assert tree("1. Terms", "1.1 Response Times are unchanged.", FILLER)[-1] == (2, "1.1", None)


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


def test_a_title_stands_before_a_name_that_acts_in_the_document():
    acts = "Corwin shall deliver the Services with skill. Corwin may invoice them. Corwin will keep records of them."
    found = tree(
        "1. Start", FILLER, "2. Services", acts, "2.1 Approval Corwin shall approve each order within ten days, and say so in writing.",
        "2.2 Once Corwin has approved an order it shall not be changed by anybody without a new approval in writing.",
        "2.3 Corwin Group Corwin shall not answer for the orders of the Corwin Group, as it is told in another place.",
        "2.4 Restitution des données Corwin doit restituer les données dans les dix jours de la fin du contrat, sans frais.",
        "2.5 Lorsque les données manquent Corwin doit les reconstituer dans les dix jours de la demande, sans aucun frais.",
    )  # fmt: skip
    assert found[2:] == [
        (2, "2.1", "Approval"), (2, "2.2", None), (2, "2.3", "Corwin Group"), (2, "2.4", "Restitution des données"), (2, "2.5", None),
    ]  # fmt: skip


def test_the_letter_o_that_was_read_as_a_nought_goes_on_with_its_list():
    items = [f"{letter}. “Term {letter.upper()}” means what it says." for letter in "abcdefghijklmn0pq"]
    found = tree("1. Terms", FILLER, *items, "2. Fees", FILLER)
    assert [(level, number) for level, number, _ in found] == [
        (1, "1"),
        *((2, each) for each in "abcdefghijklmn0pq"),
        (1, "2"),
    ]
    assert [number for _, number, _ in tree("0. Preamble", FILLER, "1. Terms", FILLER)] == ["0", "1"]


def test_a_heading_that_is_set_again_over_the_page_has_its_words_once():
    bold = [Line("Other Disclaimers", page, bold=True) for page in (1, 2)]
    assert tree("1. Warranties", FILLER, "", *bold, FILLER)[1:] == [(2, None, "Other Disclaimers")]


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


def test_a_sentence_in_capitals_is_no_heading():
    lines = (
        "4. RELEASES", "", "4.1 Some words.", "", "4.2 THE TERMS OF THE LICENCE THAT PERTAIN TO LIMITED WARRANTY AND TO ALL RELEASES,",
        "DISCLAIMERS AND LIMITS SHALL APPLY TO THE RELEASES.", "", "5. LIABILITY AND INDEMNITY", "EACH PARTY SHALL BE LIABLE.",
    )  # fmt: skip
    assert [(number, heading) for _, number, heading in tree(*lines)][2:] == [
        ("4.2", None),
        ("5", "LIABILITY AND INDEMNITY"),
    ]


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
