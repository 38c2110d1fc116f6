from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from assistant.answer import Citation
from assistant.learning.guide import guide
from assistant.learning.sayings import Sayings
from assistant.learning.topics import Topic, topics_of
from assistant.learning.tour import Stop, Tour
from assistant.values.quantity import quantities
from ingest.document import Span
from tests.fake_contracts import Contracts
from tests.fake_course import add_course

DAY = date(2026, 3, 1)


@pytest.fixture
def contracts(tmp_path: Path) -> Iterator[Contracts]:
    with Contracts(tmp_path) as contracts:
        add_course(contracts)
        yield contracts


def quotes(stop: Stop) -> list[str]:
    return [" ".join(citation.quote.split()) for citation in stop.quotes]


def test_every_stop_quotes_the_contract_letter_for_letter(contracts: Contracts) -> None:
    stops = Tour(contracts.library).stops("Acme")
    assert [stop.topic for stop in stops] == list(Topic)
    shown = [citation for stop in stops for citation in stop.quotes]
    assert len(shown) >= 8
    for citation in shown:
        assert contracts.library.document(citation.document_id).text[citation.start : citation.end] == citation.quote


def test_stops_hold_what_belongs_to_their_topic(contracts: Contracts) -> None:
    stops = {stop.topic: quotes(stop) for stop in Tour(contracts.library).stops("Acme")}
    assert any("Acme Limited" in quote for quote in stops[Topic.WHO])
    assert stops[Topic.LEVELS][0].startswith("Priority Answer Repair")
    assert any("ninety (90) days" in quote for quote in stops[Topic.EXIT])
    assert not any("invoice" in quote for quote in stops[Topic.EXIT])
    assert stops[Topic.GOVERNANCE] == []


def test_an_amended_quote_is_marked_and_its_amendment_comes_before_it(contracts: Contracts) -> None:
    stop = Tour(contracts.library).stop("Acme", Topic.MONEY)
    marked = {citation.document: citation.in_force for citation in stop.quotes if "30" in citation.quote}
    assert marked == {"amendment-1": True, "agreement": False}
    assert [c.document for c in stop.quotes].index("amendment-1") < [c.in_force for c in stop.quotes].index(False)


def test_sayings_stand_alone_and_leave_amendments_out(contracts: Contracts) -> None:
    said = Sayings(contracts.library).of("Acme")
    assert {saying.record.name for saying in said} == {"agreement", "levels"}
    for saying in said:
        words = saying.words.of(contracts.library.document(saying.record.id).text)
        assert words[0].isupper()
        assert "\t" not in words


@pytest.mark.parametrize(
    ("lead", "item", "alone"),
    [
        (
            "The client may terminate this Agreement by notice if:",
            "The supplier loses its certificate and does not regain it.",
            False,
        ),
        ("Le prestataire n’est pas tenu de réparer :", "Les dommages que le client a causés de sa propre main.", False),
        ("To the extent that open source is used:", "The supplier shall name each part of it to the client.", False),
        (
            "The supplier shall comply with these obligations:",
            "The supplier shall insure the vehicles against fire.",
            True,
        ),
        ("In this Agreement:", "“Term” means the five years from the day of signature.", True),
        (
            "The parties have agreed on the following terms.",
            "The supplier keeps a copy of each report for ten years.",
            True,
        ),
    ],
)
def test_a_piece_of_a_list_needs_the_words_that_announce_it(tmp_path: Path, lead: str, item: str, alone: bool) -> None:
    with Contracts(tmp_path) as made:
        made.add(
            "Acme", "1. Service", "", f"1.1 {lead}", f"(a) {item}", "(b) The parties shall meet in each year once."
        )
        said = {
            saying.words.of(made.library.document(saying.record.id).text) for saying in Sayings(made.library).of("Acme")
        }
    assert (item in said) is alone


def test_a_sentence_below_a_heading_of_several_topics_is_on_that_of_which_it_speaks(tmp_path: Path) -> None:
    with Contracts(tmp_path) as made:
        made.add(
            "Acme",
            "1. Fees, taxes and term",
            "",
            "1.1 The client shall make an initial payment of 35,000 euros.",
            "1.2 The client may ask for a renewal ninety days before the end.",
            "1.3 The client shall name a person who decides within two days.",
        )
        headed = [sorted(saying.headed) for saying in Sayings(made.library).of("Acme")]
    assert headed == [["money"], ["exit"], ["exit", "money"]]


def test_words_that_two_documents_repeat_are_quoted_once(tmp_path: Path) -> None:
    words = ("1. Audit", "", "1.1 The client may audit the supplier once in each year.")
    with Contracts(tmp_path) as made:
        made.add("Acme", *words, name="agreement")
        made.add("Acme", "The second of two documents.", "", *words, name="annex")
        assert len(quotes(Tour(made.library).stop("Acme", Topic.GOVERNANCE))) == 1


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("8. Service credits", Topic.LEVELS),
        ("ARTICLE 9 – FACTURATION ET PAIEMENT", Topic.MONEY),
        ("Comité de pilotage", Topic.GOVERNANCE),
        ("Protection des données", Topic.DATA),
        ("Réversibilité", Topic.EXIT),
    ],
)
def test_topics_are_known_by_their_words(text: str, topic: Topic) -> None:
    assert topic in topics_of([text])


def test_taking_charge_of_an_incident_is_no_charge() -> None:
    assert Topic.MONEY not in topics_of(["Délais de prise en charge"])


@pytest.mark.parametrize(
    ("text", "written", "value", "unit"),
    [
        ("within thirty (30) days of receipt", "thirty (30) days", 30, "day"),
        ("one hundred and ten per cent (110%) of it", "one hundred and ten per cent (110%)", 110, "percent"),
        ("cinquante mille (50 000) euros au plus", "cinquante mille (50 000) euros", 50_000, "euro"),
        ("quinze (15) Jours Ouvrés", "quinze (15) Jours Ouvrés", 15, "business day"),
        ("a credit of £7,500, at most", "£7,500", 7_500, "pound"),
    ],
)
def test_quantities_are_found_as_they_are_written(text: str, written: str, value: float, unit: str) -> None:
    (found,) = quantities(text, Span(0, len(text)))
    assert (found.span.of(text), found.figure.value, found.figure.unit) == (written, value, unit)


def test_what_is_no_quantity_is_left_out() -> None:
    text = "clause 12 of the agreement of 30 June 2024, and paragraph 4.2"
    assert quantities(text, Span(0, len(text))) == []


def test_a_guide_is_one_page_of_quotes_with_their_places(contracts: Contracts, tmp_path: Path) -> None:
    stop = Tour(contracts.library).stop("Acme", Topic.MONEY)
    many = Stop(stop.topic, stop.quotes * 12)
    for number, made in enumerate((guide("Acme <b>", "Money", stop), guide("Acme", "Argent", many, "fr", DAY))):
        path = tmp_path / f"{number}.pdf"
        path.write_bytes(made)
        with pdfium.PdfDocument(path) as document:
            assert len(document) == 1
            text = " ".join(document[0].get_textpage().get_text_bounded().split())
        for citation in stop.quotes:
            assert " ".join(citation.quote.split()) in text
            assert f"{citation.document}, {citation.clause}" in text
    assert "plus en vigueur" in text
    assert "Cité mot à mot de Acme, en l'état au 1er mars 2026." in text
    assert f"«\u00a0{' '.join(stop.quotes[-1].quote.split())}\u00a0»".replace("\u00a0", " ") in text.replace(
        "\u00a0", " "
    )


def test_the_parts_of_a_sentence_that_crosses_a_page_stand_together() -> None:
    first = Citation("Acme", "msa", "4.2", 1, 0, 20, "The handover period in", document_id="d")
    second = replace(first, page=2, start=21, end=50, quote="Agreement ends early.")
    after = replace(second, page=3, start=51, end=60, quote="Then all is over.")
    stop = Stop(Topic.WHO, (first, second, after, replace(first, quote="Whole."), second))
    assert [[part.page for part in sight] for sight in stop.sights] == [[1, 2], [3], [1], [2]]
    with pdfium.PdfDocument(guide("Acme", "Who", stop)) as document:
        text = document[0].get_textpage().get_text_bounded()
    assert "“The handover period in Agreement ends early.” msa, 4.2, p. 1; msa, 4.2, p. 2" in " ".join(text.split())


def test_a_guide_with_a_table_holds_its_cells(contracts: Contracts, tmp_path: Path) -> None:
    path = tmp_path / "guide.pdf"
    path.write_bytes(guide("Acme", "Levels", Tour(contracts.library).stop("Acme", Topic.LEVELS)))
    with pdfium.PdfDocument(path) as document:
        text = document[0].get_textpage().get_text_bounded()
    assert "15 minutes" in text
    assert "Repair" in text
