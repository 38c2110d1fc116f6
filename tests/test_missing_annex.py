from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer import Statement, Verdict
from assistant.answering.missing_annex import MissingAnnexes
from assistant.citing.cite import cite
from ingest.document import Role, Span
from tests.fake_contracts import Contracts, read_lines

RULE = "Response times for reported incidents are as set forth in Attachment 1."


def told(folder: Path, rule: str, language: str = "en", lead: str = "", annex: bool = False) -> str:
    with Contracts(folder) as contracts:
        record = contracts.add(
            "Acme", "1 Support", "", rule, "", "2 Fees", "", "Fees are due.", "", "3 Law", "", "None."
        )
        if annex:
            read = replace(read_lines("Attachment 1", "", "P1: one hour.", title="Attachment 1"), role=Role.OTHER)
            contracts.add_document("Acme", read, "attachment-1")
        document = contracts.library.document(record.id)
        start = document.text.index(rule)
        citations = cite(record, document, Span(start, start + len(rule)))
        (noted,) = MissingAnnexes(contracts.library).noted(
            (Statement(rule, Verdict.QUOTED, citations, lead),), language
        )
        return noted.lead


def test_an_annex_that_states_what_is_asked_and_is_not_there_is_told(tmp_path: Path) -> None:
    assert (
        told(tmp_path, RULE)
        == "“Attachment 1”, to which this refers, was not found among the documents of the contract:"
    )


def test_it_is_told_in_french(tmp_path: Path) -> None:
    rule = "Les délais de prise en charge sont fixés à l'Annexe 4."
    assert told(tmp_path, rule, "fr").startswith("« Annexe 4 », auquel ceci renvoie, n'a pas été trouvé")


@pytest.mark.parametrize(
    "rule",
    [
        "Response times are as set forth in clause 2.",
        "The Provider may propose changes to Attachment 1.",
        "Fees are due.",
    ],
)
def test_nothing_is_told_where_nothing_is_left_to_an_annex(tmp_path: Path, rule: str) -> None:
    assert told(tmp_path, rule) == ""


def test_an_annex_that_is_there_and_plain_words_that_are_told_stay(tmp_path: Path) -> None:
    assert told(tmp_path / "there", RULE, annex=True) == ""
    assert told(tmp_path / "led", RULE, lead="One hour.") == "One hour."
