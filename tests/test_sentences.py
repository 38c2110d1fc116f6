import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.document import Span
from ingest.sentences import sentences, trim


def split(text):
    return [s.of(text) for s in sentences(text, Span(0, len(text)))]


def test_a_sentence_runs_over_line_breaks_and_ends_before_a_capital():
    assert split("The fee is due\nin May. It bears interest.") == ["The fee is due\nin May.", "It bears interest."]


def test_abbreviations_numbers_and_initials_do_not_end_a_sentence():
    text = "Acme Inc. The buyer pays as set out in art. 4. The rate is 2.5 per cent. J. Smith signs."
    assert split(text) == [
        "Acme Inc. The buyer pays as set out in art. 4. The rate is 2.5 per cent.",
        "J. Smith signs.",
    ]


def test_paragraphs_and_table_rows_stand_alone():
    assert split("Service levels\n\nPriority\tResponse\nP1\t15 minutes\nNext line.") == [
        "Service levels", "Priority\tResponse", "P1\t15 minutes", "Next line.",
    ]  # fmt: skip


def test_definitions_line_below_line_stand_alone_though_they_end_without_a_full_stop() -> None:
    lines = [
        "“Liabilities” includes all costs whenever arising or brought",
        "“LGV” means a large goods vehicle",
        "under this Agreement of 28 March 1999.",
        "« Incident » : tout évènement",
        "« Site » désigne les locaux",
        "In this Agreement,",
        "“Site” means the premises.",
    ]
    assert split("\n".join(lines)) == [lines[0], "\n".join(lines[1:3]), lines[3], "\n".join(lines[4:])]


def test_a_sentence_runs_over_the_gap_that_a_page_break_left_in_its_midst():
    assert split("It covers all copyrights,\n\npatents and secrets. It ends.") == [
        "It covers all copyrights,\n\npatents and secrets.", "It ends.",
    ]  # fmt: skip


def test_a_name_that_a_page_break_parts_goes_on() -> None:
    parted = "The handover period of ten days that stands in clause 10.4 of the Framework\n\nAgreement is reduced to five days."
    assert len(sentences(parted, Span(0, len(parted)))) == 1
    for other in ("This Agreement is kept.", "Article 9 is kept.", "AGREEMENT IS KEPT."):
        apart = parted.replace("Agreement is reduced to five days.", other)
        assert len(sentences(apart, Span(0, len(apart)))) == 2


def test_a_gap_before_an_item_or_after_a_stop_ends_a_sentence():
    assert split("the following\n\na) fees") == ["the following", "a) fees"]
    assert split("the following:\n\nfees and costs") == ["the following:", "fees and costs"]
    assert split("Fees\t5\n\nand costs") == ["Fees\t5", "and costs"]


@pytest.mark.parametrize(
    "parts",
    [
        ("(b) if to the Servicer, to:", "Marlow LLC\n12 North Road\nLeeds, LS1\nAttention: Ann Hale"),
        ("If to the Buyer:", "Hale Ltd\n1 Mill Street\nE-Mail: ann@hale.example", "with a copy to:", "Holt LLP, 3 Park Avenue"),
        ("à l’adresse suivante :", "Ostra SAS\n12 rue du Port\n44000 Nantes", "copie à : Me Hale, 3 rue Haute"),
    ],
)  # fmt: skip
def test_an_address_belongs_to_the_words_that_lead_to_it(parts: tuple[str, ...]) -> None:
    *address, after = split("\n\n".join([*parts, "Any notice is in writing."]))
    assert after == "Any notice is in writing."
    assert address == ["\n\n".join(parts)]


@pytest.mark.parametrize(
    ("lead", "words"),
    [
        ("The fees are due to:", "the Provider and its agents"),  # no address
        ("Notices go to:", "12 North Road, Leeds, which is open all day."),  # a sentence
        ("Notices go to:", "(a) 12 North Road, Leeds"),  # an item
        ("The sites are:", "12 North Road, Leeds"),  # nothing is sent there
    ],
)
def test_what_is_no_address_stands_alone(lead: str, words: str) -> None:
    assert split(f"{lead}\n\n{words}") == [lead, words]


def test_guillemets_and_closing_quotes_belong_to_their_sentence():
    assert split("Il dit « oui. » Puis il signe.") == ["Il dit « oui. »", "Puis il signe."]


def test_trim_takes_white_space_off():
    assert trim("  a b \n", Span(0, 7)) == Span(2, 5)


@given(st.text(alphabet="aB1. \n\t(;:", max_size=200))
def test_sentences_are_ordered_disjoint_and_lose_no_letter(text):
    spans = sentences(text, Span(0, len(text)))
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    covered = {i for s in spans for i in range(s.start, s.end)}
    assert all(i in covered for i, c in enumerate(text) if c.isalnum())
