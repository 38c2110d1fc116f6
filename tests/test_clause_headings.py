"""What begins a clause without a number, and what only looks like a heading."""

from ingest.reading import Line
from tests.plain_reading import FILLER, OPEN, tree


def test_a_cross_reference_at_the_start_of_a_wrapped_line_is_no_heading():
    lines = (
        "1. Fees",
        OPEN + " in accordance with",
        "Section 4.2 of the framework and with",
        "Article 8 above, which both apply to every order that is placed under this framework agreement.",
        "2. Term",
    )
    assert [number for _, number, _ in tree(*lines)] == ["1", "2"]


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


def test_capital_headings_without_numbers():
    found = tree(FILLER, "", "LIMITATION OF LIABILITY", FILLER, "", "GOVERNING LAW", FILLER)
    assert found == [(1, None, "LIMITATION OF LIABILITY"), (1, None, "GOVERNING LAW")]


def test_a_paragraph_in_capitals_is_no_heading():
    shout = [
        "IN NO EVENT SHALL EITHER PARTY BE LIABLE FOR ANY LOSS OF PROFIT OR",
        "REVENUE ARISING OUT OF THIS AGREEMENT WHATEVER THE CAUSE.",
    ]
    assert tree("1. Liability", *shout, "2. Term", FILLER) == [(1, "1", "Liability"), (1, "2", "Term")]


def test_a_number_alone_on_its_line_takes_the_heading_below():
    assert tree("1.", "Definitions", FILLER, "2.", "Term", FILLER) == [
        (1, "1", "Definitions"),
        (1, "2", "Term"),
    ]


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


def test_a_line_that_ends_as_no_title_does_is_none():
    lines = (
        "1. Terms",
        "",
        "1.1 In the Table of Response Times of the Annex the Time for P2 in",
        "Working Hours is six hours.",
    )
    assert ("1.1", None) in [(number, heading) for _, number, heading in tree(*lines)]
    assert tree("1. Terms", "1.1 Response Times are unchanged.", FILLER)[-1] == (2, "1.1", None)


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


def test_a_heading_that_is_set_again_over_the_page_has_its_words_once():
    bold = [Line("Other Disclaimers", page, bold=True) for page in (1, 2)]
    assert tree("1. Warranties", FILLER, "", *bold, FILLER)[1:] == [(2, None, "Other Disclaimers")]


def test_a_sentence_in_capitals_is_no_heading():
    lines = (
        "4. RELEASES", "", "4.1 Some words.", "", "4.2 THE TERMS OF THE LICENCE THAT PERTAIN TO LIMITED WARRANTY AND TO ALL RELEASES,",
        "DISCLAIMERS AND LIMITS SHALL APPLY TO THE RELEASES.", "", "5. LIABILITY AND INDEMNITY", "EACH PARTY SHALL BE LIABLE.",
    )  # fmt: skip
    assert [(number, heading) for _, number, heading in tree(*lines)][2:] == [
        ("4.2", None),
        ("5", "LIABILITY AND INDEMNITY"),
    ]


def test_an_exhibit_may_name_at_length_the_agreement_that_it_belongs_to():
    named = "EXHIBIT A TO TRANSPORT SERVICE AGREEMENT DATED MAY 20, 1992 BETWEEN CORWIN GAS COMPANY AND BOLT WESTERN PIPELINE COMPANY"
    said = "EXHIBIT A SHALL APPLY TO EVERY ORDER THAT IS PLACED UNDER THE TRANSPORT SERVICE AGREEMENT BETWEEN CORWIN AND BOLT UNLESS AGREED"
    assert [number for _, number, _ in tree("1. Fees", "", FILLER, "", named, "", FILLER)] == ["1", "EXHIBIT A"]
    assert [number for _, number, _ in tree("1. Fees", "", FILLER, "", said, "", FILLER)] == ["1"]
