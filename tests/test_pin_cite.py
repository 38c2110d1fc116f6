from dataclasses import replace

import pytest

from assistant.answer import FoundPassage
from assistant.citing.pin_cite import pin_cite, place_told, short_title
from ingest.document import Clause, Document, Page, Role, Span

TEXT = "8. Credits\n8.2 The credit\nis “5%”.\n(a) per month\nBackground"


def document(title: str = "Framework Agreement – for IT Services", language: str = "en") -> Document:
    cuts = [0, 11, 35, 49, len(TEXT)]
    named = [("8", "Credits", None), ("8.2", None, "c1"), ("(a)", None, "c2"), (None, "Background", None)]
    clauses = tuple(
        Clause(f"c{n + 1}", number, heading, 1, parent, Span(cuts[n], cuts[n + 1]), 14)
        for n, (number, heading, parent) in enumerate(named)
    )
    return Document(TEXT, (Page(14, Span(0, len(TEXT))),), clauses, (), title, Role.FRAMEWORK, language)


@pytest.mark.parametrize(
    ("clause", "language", "cited"),
    [
        (1, "en", "Framework Agreement, cl. 8.2, p. 14: “is “5%”.”"),
        (1, "fr", "Framework Agreement, art. 8.2, p. 14 : « is “5%”. »"),
        (2, "en", "Framework Agreement, cl. 8.2(a), p. 14: “is “5%”.”"),
        (3, "en", "Framework Agreement, “Background”, p. 14: “is “5%”.”"),
        (1, "und", "Framework Agreement, cl. 8.2, p. 14: “is “5%”.”"),
    ],
)
def test_words_are_cited_with_document_clause_and_page(clause: int, language: str, cited: str) -> None:
    made = document()
    assert pin_cite(made, made.clauses[clause], 14, "is\n“5%”.", language) == cited


def test_a_number_that_has_its_noun_keeps_it() -> None:
    made = document("Contrat-cadre")
    article = replace(made.clauses[0], number="Article 12")
    made = replace(made, clauses=(article, *made.clauses[1:]))
    assert pin_cite(made, article, 3, "Durée.", "fr") == "Contrat-cadre, Article 12, p. 3 : « Durée. »"


def test_a_clause_of_a_part_of_the_document_is_told_with_it() -> None:
    made = document()
    part = replace(made.clauses[0], number="Exhibit A", span=Span(4, 11))
    body = replace(made.clauses[3], number="1", span=Span(0, 4), id="c0")
    made = replace(made, clauses=(body, part, *made.clauses[1:3]))
    cited = pin_cite(made, made.clauses[2], 14, "is\n“5%”.", "en")
    assert cited == "Framework Agreement, Exhibit A, cl. 8.2, p. 14: “is “5%”.”"


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Service Levels – Annex 1 to the Framework Agreement", "Service Levels"),
        ("Annexe 1 – Niveaux de service – Convention au Contrat-cadre", "Annexe 1 – Niveaux de service"),
        ("Notes", "Notes"),
    ],
)
def test_a_title_is_cut_to_its_name(title: str, short: str) -> None:
    assert short_title(document(title)) == short


def test_an_annex_is_not_named_twice() -> None:
    made = document("Annexe 1 – Niveaux de service")
    annex = replace(made.clauses[0], number="Annexe 1")
    made = replace(made, clauses=(annex, *made.clauses[1:]))
    assert pin_cite(made, annex, 2, "Objet.", "fr") == "Annexe 1 – Niveaux de service, p. 2 : « Objet. »"


def test_the_one_page_of_a_format_without_pages_is_not_cited() -> None:
    made = document()
    made = replace(made, pages=(replace(made.pages[0], number=1),))
    assert pin_cite(made, made.clauses[1], 1, "is", "en") == "Framework Agreement, cl. 8.2: “is”"


def test_a_place_is_told_in_a_line_without_what_there_is_none_of() -> None:
    place = FoundPassage("Acme", "levels", "8.2 Liability", 1, 0, 1, 0.0)
    assert place_told(place) == "levels, 8.2 Liability, p. 1"
    assert place_told(replace(place, paged=False), " › ") == "levels › 8.2 Liability"
    assert place_told(replace(place, clause="")) == "levels, p. 1"
