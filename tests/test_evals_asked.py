from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.parts import Parts
from assistant.settings import Settings
from evals import samples
from evals.asked import asked_of
from evals.case import Turn
from evals.own_set import NewCase, add_cases, own_set
from evals.reported import Wrong, report
from ingest.pipeline import ingest, plan
from tests.fake_contracts import Contracts
from tests.fake_course import add_course
from tests.fake_embedder import FakeEmbedder


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


def test_gold_sets_of_the_home_ask_what_one_clause_answers_in_the_language_of_the_contract(
    contracts: Contracts, tmp_path: Path
) -> None:
    library, (document, quote) = contracts.library, a_quote(contracts)
    other = next(
        line
        for record in library.contract("Acme").documents
        for line in library.document(record.id).text.splitlines()
        if len(line) > 40 and line != quote and record.name == document
    )
    cases = [
        NewCase("Acme", "What is it?", evidence=((document, quote),)),
        NewCase("Acme", "Qu’est-ce que c’est que cela ?", evidence=((document, quote),)),
        NewCase("Acme", "Where is it?", evidence=((document, quote),), kind="lookup"),
        NewCase("Acme", "Which two?", evidence=((document, quote), (document, other))),
        NewCase("Acme", "Who wins the cup?"),
    ]
    add_cases(own_set(tmp_path, "team"), cases, library)
    assert [asked.question for asked in asked_of(tmp_path, "Acme", library)] == ["What is it?"]


def test_the_set_on_the_sample_contracts_asks_of_them(tmp_path: Path) -> None:
    file = Path(samples.__file__).parent / "families" / "Brackenholt-Torrovane" / "annex-1-service-levels.pdf"
    with Parts(Settings(home=tmp_path)) as parts:
        ingest(plan([file], "Brackenholt-Torrovane"), parts.library, parts.index, FakeEmbedder())
        asked = asked_of(tmp_path, "Brackenholt-Torrovane", parts.library)
    questions = {each.question: each.citation.clause for each in asked}
    assert questions["P1 is over. when do we get the full root cause writeup?"].startswith("4.9")
