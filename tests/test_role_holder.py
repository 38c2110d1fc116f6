from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.answer import Citation, Statement, Verdict
from assistant.asked.question import read_question
from assistant.retrieval.role_holder import asked_role, holder_in_row, holder_told, with_holder
from assistant.wording.lexicon import Lexicon

HEADS = ["Role", "Name", "Place"]
ROW = ["Delivery Manager", "Orla Fennwick", "Hull"]


@pytest.mark.parametrize(
    ("question", "role"),
    [
        ("Who is the Service Delivery Manager?", "service delivery manager"),
        ("who's our account manager now", "account manager"),
        ("Qui est le directeur de compte ?", "directeur de compte"),
        ("c'est qui le responsable de la sécurité chez eux", "responsable de la securite"),
        ("what is the name of the security lead?", "security lead"),
        ("Who is liable for damage?", ""),
        ("Who pays?", ""),
        ("qui est responsable des sous-traitants ?", ""),
    ],
)
def test_the_role_that_is_asked_about(question: str, role: str) -> None:
    assert asked_role(question) == role


@pytest.mark.parametrize(
    ("role", "cells", "heads", "name"),
    [
        ("delivery manager", ROW, HEADS, "Orla Fennwick"),
        ("delivery manager", ["Delivery Manager (until May)", "Orla Fennwick", "Hull"], HEADS, "Orla Fennwick"),
        ("delivery director", ROW, HEADS, ""),
        ("manager", ROW, HEADS, ""),
        ("delivery manager", ROW, ["To", "P1", "P2"], ""),
        ("delivery manager", ROW[:2], HEADS, ""),
        ("directeur de compte", ["Directeur de compte", "Élodie Cavron"], ["Fonction", "Titulaire"], "Élodie Cavron"),
        ("security manager", ["Responsable de la sécurité", "Yann Kerb"], ["Fonction", "Titulaire"], "Yann Kerb"),
    ],
)
def test_a_row_names_the_holder_of_its_very_role(role: str, cells: list[str], heads: list[str], name: str) -> None:
    assert holder_in_row(role, cells, heads, Lexicon.load()) == name


@pytest.mark.parametrize(
    ("role", "text", "name"),
    [
        ("delivery manager", "From May, Sun Garth replaces Bert Askew as Delivery Manager in Schedule 2.", "Sun Garth"),
        ("delivery manager", "Bert Askew is replaced, as Delivery Manager, by Sun Garth.", "Sun Garth"),
        (
            "responsable du centre de services",
            "Madame Nad Fill est remplacée, dans la fonction de responsable du Centre de Services, par Monsieur Cor Abgra.",
            "Monsieur Cor Abgra",
        ),
        ("delivery manager", "The Provider appoints a Quality Manager independent of the Delivery Manager.", ""),
        ("account manager", "Sun Garth replaces Bert Askew as Delivery Manager.", ""),
    ],
)
def test_a_sentence_names_who_comes_into_a_role(role: str, text: str, name: str) -> None:
    assert holder_told(role, text, Lexicon.load()) == name


def row(cells: list[str], in_force: bool = True) -> Statement:
    head, own = "\t".join(HEADS), "\t".join(cells)
    cited = [Citation("C", "D", "Schedule 2", 1, 0, len(q), q, in_force=in_force) for q in (head, own)]
    return Statement(f"{head}\n{own}", Verdict.QUOTED, tuple(cited))


def test_the_holder_leads_and_nothing_but_who_held_the_role_before_stays() -> None:
    other = Statement("It meets weekly.", Verdict.QUOTED, (Citation("C", "D", "1", 1, 0, 5, "It meets weekly."),))
    before = row(["Delivery Manager", "Bert Askew", "Hull"], in_force=False)
    asked = read_question("Who is the Delivery Manager?")
    first, second = with_holder(asked, (other, before, row(ROW)), Lexicon.load())
    assert (first.lead, second) == ("Orla Fennwick.", before)


def test_where_two_are_named_or_nobody_nothing_is_told() -> None:
    two = (row(ROW), row(["Delivery Manager", "Bert Askew", "Leeds"]))
    lexicon = Lexicon.load()
    assert with_holder(read_question("Who is the Delivery Manager?"), two, lexicon) == two
    gone = (row(ROW, in_force=False),)
    assert with_holder(read_question("Who is the Delivery Manager?"), gone, lexicon) == gone
    assert with_holder(read_question("Where is the Delivery Manager?"), two[:1], lexicon) == two[:1]
    written = (replace(row(ROW), verdict=Verdict.VERIFIED),)
    assert with_holder(read_question("Who is the Delivery Manager?"), written, lexicon) == written
