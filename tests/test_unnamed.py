from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.answer import Abstention
from assistant.asked.question import read_question
from assistant.retrieval.unnamed import Unnamed
from assistant.wording.lexicon import Lexicon
from tests.fake_contracts import Contracts

ENGLISH = (
    "1. Services", "", "1.1 The portal shall be available for 99% of a month.", "", "1.2 The mail relay is available for 98% of it.", "",
    "2. Approval", "", "2.1 The Chief Information Officer approves each licence. P1 incidents are logged.", "",
    "3. Change and release management", "", "3.1 Personally identifiable information is kept apart. The cap stands outside of clause 2.",
)  # fmt: skip
FRENCH = (
    "1. Services",
    "",
    "1.1 La messagerie est disponible 99 % du mois.",
    "",
    "1.2 Les sauvegardes sont gardées un an au Royaume-Uni.",
)


@pytest.fixture
def contracts(tmp_path: Path) -> Iterator[Contracts]:
    with Contracts(tmp_path) as made:
        made.add("Acme", *ENGLISH)
        made.add("Zénith", *FRENCH)
        yield made


def told(contracts: Contracts, question: str, contract: str) -> str:
    unnamed = Unnamed(contracts.library, contracts.index, Lexicon.load())
    return unnamed.told(read_question(question), contracts.ids(contract))


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("What is the availability of the CRM?", "CRM"),
        ("what is the availability of the intranet?", "intranet"),
        ("How often is SharePoint available in a month?", "SharePoint"),
        ("Is the BCDW covered?", "BCDW"),
        ("Must Mr Quillfeather approve each licence?", "Quillfeather"),
        ("the portal is under New York law, right?", "New York"),
    ],
)
def test_what_an_english_contract_does_not_name_is_told(contracts: Contracts, question: str, word: str) -> None:
    assert told(contracts, question, "Acme") == f"“{word}” does not stand in this contract."


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("Quelle est la disponibilité de l'intranet ?", "intranet"),
        ("quelle est la disponibilité du CRM ?", "CRM"),
        ("Le logiciel Salesforce est-il couvert ?", "Salesforce"),
    ],
)
def test_what_a_french_contract_does_not_name_is_told(contracts: Contracts, question: str, word: str) -> None:
    assert told(contracts, question, "Zénith") == f"« {word} » ne figure pas dans ce contrat."


@pytest.mark.parametrize(
    ("question", "contract"),
    [
        ("What is the availability of the portal?", "Acme"),
        ("what is the availability of the portals?", "Acme"),
        ("What must the CIO approve?", "Acme"),
        ("How fast are the P2s fixed?", "Acme"),
        ("How fast are they fixed on a Tuesday of October?", "Acme"),
        ("What is the notice for terminating?", "Acme"),
        ("Who pays?", "Acme"),
        ("What must be kept apart of the PII?", "Acme"),
        ("Is the portal available at Christmas, at 9 am GMT?", "Acme"),
        ("Are the German holidays those of the portal?", "Acme"),
        ("Is the licence paid in Euros or in US Dollars?", "Acme"),
        ("What is the availability for everybody?", "Acme"),
        ("Are Twenty incidents too many?", "Acme"),
        ("What is approved for example?", "Acme"),
        ("What Is The Guaranteed Availability Of The Portal?", "Acme"),
        ("WHO APPROVES A NEW LICENCE QUICKLY?", "Acme"),
        ("la messagerie est-elle disponible à Noël ?", "Zénith"),
        ("est-ce que les SLA sont dépassés ?", "Zénith"),
        ("les sauvegardes sont gardées pour rien ?", "Zénith"),
        ("what is the uptime of our email?", "Acme"),
        ("Quelle est la disponibilité de l'intranet ?", "Acme"),
        ("quel préavis pour résilier ?", "Zénith"),
        ("les sauvegardes sont gardées combien de temps ?", "Zénith"),
        ("Les sauvegardes sont-elles au Royaume-Uni ?", "Zénith"),
        ("Are the backups kept in Germany?", "Zénith"),
    ],
)
def test_what_stands_there_or_may_by_another_name_is_not_told(
    contracts: Contracts, question: str, contract: str
) -> None:
    assert told(contracts, question, contract) == ""


@pytest.mark.parametrize(
    ("question", "contract", "lacks"),
    [
        ("Is there a portal escrow?", "Acme", True),
        ("Does the contract provide for any escrow of the portal?", "Acme", True),
        ("Is an escrow required?", "Acme", True),
        ("Is there a portal in it?", "Acme", False),
        ("Is there a Chief Information Officer?", "Acme", False),
        ("How is the escrow kept?", "Acme", False),
        ("Y a-t-il une cagnotte des sauvegardes ?", "Zénith", True),
        ("le contrat prévoit-il une cagnotte ?", "Zénith", True),
        ("Y a-t-il une messagerie ?", "Zénith", False),
        ("Is there a kitty?", "Zénith", False),
        # known by other names, none of which stands there
        ("Is there a source code escrow?", "Zénith", True),
        ("Y a-t-il un séquestre du code source ?", "Acme", True),
        ("Faut-il une garantie bancaire ?", "Acme", True),
        ("are there backups?", "Acme", True),
        ("are there backups?", "Zénith", False),
        ("Y a-t-il une personne responsable de l'information ?", "Acme", False),
        # a rule may be told in verbs
        ("Is there a cap?", "Zénith", False),
        ("Is there an availability commitment?", "Acme", False),
        ("Is there anything on the portal?", "Acme", False),
    ],
)
def test_a_thing_of_which_no_document_says_the_name_is_lacking(
    contracts: Contracts, question: str, contract: str, lacks: bool
) -> None:
    unnamed = Unnamed(contracts.library, contracts.index, Lexicon.load())
    assert unnamed.is_lacking(read_question(question), contracts.ids(contract)) is lacks


def test_of_a_thing_that_is_lacking_nothing_is_answered(contracts: Contracts) -> None:
    answer = contracts.assistant(absent_below=0.0).ask("Is there a portal escrow?", "Acme")
    assert answer.abstained is Abstention.ABSENT
    assert "“escrow” does not stand in this contract." in answer.text


def test_an_answer_says_first_that_its_quotes_are_of_another_thing(contracts: Contracts) -> None:
    assistant = contracts.assistant(absent_below=0.0)
    answer = assistant.ask("What is the availability of the CRM?", "Acme")
    assert answer.statements[0].lead == "“CRM” does not stand in this contract."
    assert (
        assistant.ask("What is the availability of the portal?", "Acme").statements[0].lead != answer.statements[0].lead
    )
    assert "stand in this" not in assistant.ask("What of clause 1.1 and the CRM?", "Acme").statements[0].lead


def test_a_silence_says_so_too(contracts: Contracts) -> None:
    answer = contracts.assistant(absent_below=1.1).ask("What is the availability of the CRM?", "Acme")
    assert answer.abstained is Abstention.ABSENT
    assert "“CRM” does not stand in this contract." in answer.text
