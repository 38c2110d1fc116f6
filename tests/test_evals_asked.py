from collections.abc import Iterator
from pathlib import Path

import pytest

from evals.asked import asked_of
from evals.case import Turn
from evals.reported import Wrong, report
from tests.fake_contracts import Contracts
from tests.fake_course import add_course


@pytest.fixture
def contracts(tmp_path: Path) -> Iterator[Contracts]:
    with Contracts(tmp_path) as contracts:
        add_course(contracts)
        yield contracts


def a_quote(contracts: Contracts) -> tuple[str, str]:
    """The name of a document and words that stand in it once."""
    record = contracts.library.contract("Acme").documents[0]
    text = contracts.library.document(record.id).text
    line = next(line for line in text.splitlines() if len(line) > 40 and text.count(line) == 1)
    return record.name, line


def test_what_was_put_right_is_asked_with_its_words_and_the_rest_is_not(contracts: Contracts, tmp_path: Path) -> None:
    library, (document, quote) = contracts.library, a_quote(contracts)
    assert asked_of(tmp_path, "Acme", library) == []
    report(tmp_path, Wrong("Acme", "What is it?", "This.", quote, document), library)
    report(
        tmp_path,
        Wrong("Acme", "And then?", "This.", quote, document, history=(Turn(role="user", content="Hm?"),)),
        library,
    )
    report(tmp_path, Wrong("Acme", "Who wins the cup?"), library)
    (asked,) = asked_of(tmp_path, "Acme", library)
    assert asked.question == "What is it?"
    assert asked.citation.quote == quote
    assert asked.citation.document == document


def test_words_that_are_gone_and_other_contracts_ask_nothing(contracts: Contracts, tmp_path: Path) -> None:
    library, (document, quote) = contracts.library, a_quote(contracts)
    report(tmp_path, Wrong("Acme", "What is it?", "This.", quote, document), library)
    file = tmp_path / "reported.jsonl"
    file.write_text(file.read_text().replace(quote[:20], "Words that are not there"))
    assert asked_of(tmp_path, "Acme", library) == []
    add_course(contracts, "Initech")
    file.write_text(file.read_text().replace("Words that are not there", quote[:20]))
    assert len(asked_of(tmp_path, "Acme", library)) == 1
    assert asked_of(tmp_path, "Initech", library) == []
