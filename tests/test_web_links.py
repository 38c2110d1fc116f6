from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest

from assistant.answer import Citation, FoundPassage
from assistant.citing.cite import clause_passage
from assistant.web import links
from ingest.errors import UnknownContract
from tests.fake_contracts import Contracts

LINES = ("1. Fee & <more>", "", "1.1 The fee is ten euros.", "", "2. Term", "", "Three years.", "", "Odd")


def test_a_link_opens_the_words_that_it_was_made_for(tmp_path: Path) -> None:
    with Contracts(tmp_path) as contracts:
        record = contracts.add("A & B/C", *LINES)
        document = contracts.library.document(record.id)
        for clause in document.clauses:
            place = clause_passage(record, document, clause)
            made = links.address("http://here.example:8501/base/find?x=1", links.parameters(contracts.library, place))
            assert made.startswith("http://here.example:8501/base/?contract=A+%26+B%2FC&document=agreement&clause=")
            found = links.place_at(contracts.library, dict(parse_qsl(urlsplit(made).query)))
            assert isinstance(found, Citation)
            assert (found.document_id, found.start, found.end) == (record.id, place.start, place.end)


def test_a_clause_alone_is_enough(tmp_path: Path) -> None:
    with Contracts(tmp_path) as contracts:
        contracts.add("Acme", *LINES)
        found = links.place_at(contracts.library, {"contract": "Acme", "clause": "1.1"})
        assert isinstance(found, FoundPassage)
        assert found.text == "1.1 The fee is ten euros."


@pytest.mark.parametrize("words", ["0-99999", "9-3", "x-y", "5", "-1-4"])
def test_words_that_are_not_there_open_the_clause(tmp_path: Path, words: str) -> None:
    with Contracts(tmp_path) as contracts:
        contracts.add("Acme", *LINES)
        found = links.place_at(contracts.library, {"contract": "Acme", "clause": "1.1", "words": words})
        assert isinstance(found, FoundPassage)


@pytest.mark.parametrize("given", [{}, {"contract": "Acme"}, {"clause": "1.1"}])
def test_an_address_without_a_clause_names_no_place(tmp_path: Path, given: dict[str, str]) -> None:
    with Contracts(tmp_path) as contracts:
        contracts.add("Acme", *LINES)
        assert links.place_at(contracts.library, given) is None


@pytest.mark.parametrize("given", [{"contract": "Acme", "clause": "77"}, {"contract": "Nobody", "clause": "1"}])
def test_a_link_to_what_is_not_there_is_an_error(tmp_path: Path, given: dict[str, str]) -> None:
    with Contracts(tmp_path) as contracts:
        contracts.add("Acme", *LINES)
        with pytest.raises(UnknownContract):
            links.place_at(contracts.library, given)
