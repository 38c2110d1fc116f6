from __future__ import annotations

import hashlib
import importlib.resources

import pytest

from assistant.answering.second_reader import BORNE_OUT_FROM, REFUSED_BELOW, BuiltInSecondReader, load_second_reader
from assistant.retrieval import cross_encoder
from assistant.retrieval.cross_encoder import WINDOW, CrossEncoder
from assistant.settings import DEFAULT_READER, NO_READER
from ingest.errors import ModelMismatch

NOTICE = "Either party may terminate this Agreement by giving the other at least ninety (90) days' written notice."
CAP = (
    "The Supplier's total liability in each contract year shall not exceed the charges paid in that year, "
    "except for death or personal injury."
)
BACKUP = "Le Prestataire sauvegarde les données du Client chaque nuit et conserve chaque sauvegarde pendant trente (30) jours."


@pytest.fixture(scope="module")
def encoder() -> CrossEncoder:
    return cross_encoder.load(threads=2)


def test_the_file_that_is_shipped_has_its_hash() -> None:
    name, expected = cross_encoder.MODEL
    content = importlib.resources.files(cross_encoder.PACKAGE).joinpath(name).read_bytes()
    assert hashlib.sha256(content).hexdigest() == expected
    assert len(content) < 50_000_000


def test_a_file_that_was_tampered_with_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cross_encoder, "MODEL", (cross_encoder.MODEL[0], "0" * 64))
    with pytest.raises(ModelMismatch, match=r"model\.onnx: expected a file with SHA-256 0000.*install clausier again"):
        cross_encoder.load()


JUDGED = [
    (NOTICE, "Both sides can end the contract with 90 days' notice.", "Only the Customer can end the contract."),
    (NOTICE, "Notice to terminate has to be in writing.", "Notice to terminate need not be in writing."),
    (CAP, "Liability for personal injury is not capped.", "The cap also covers personal injury."),
    (CAP, "Le fournisseur ne doit pas plus que l'année payée.", "Le client ne doit pas plus que l'année payée."),
    (BACKUP, "Backups are made every night.", "Backups are made only if the customer asks."),
    (BACKUP, "A backup is kept for 30 days.", "The provider may delete a backup after one week."),
]


def test_true_statements_lead_false_ones_in_both_languages(encoder: CrossEncoder) -> None:
    scored = [(encoder.bears_out(words, true), encoder.bears_out(words, false)) for words, true, false in JUDGED]
    led = [more is not None and less is not None and more > less for more, less in scored]
    assert sum(led) >= len(JUDGED) - 1  # it errs, so that much rests on the checks beside it


ASKED = [
    (NOTICE, "how many days notice to leave", "what does it cost to leave early"),
    (CAP, "what is the most they would owe us in a year", "by when must they pay us damages"),
    (BACKUP, "combien de temps gardent-ils les sauvegardes ?", "combien de temps pour restaurer une sauvegarde ?"),
    (BACKUP, "how often is our data backed up", "in which country are the backups kept"),
]


def test_words_answer_a_question_better_than_one_that_only_comes_near(encoder: CrossEncoder) -> None:
    scored = [[encoder.answering(question, words) for question in asked] for words, *asked in ASKED]
    assert sum(answered > near for answered, near in scored) >= len(ASKED) - 1


def test_of_words_beyond_what_is_read_the_beginning_tells(encoder: CrossEncoder) -> None:
    first, longer = [encoder.answering("how many days notice", f"{NOTICE} " * times) for times in (20, 40)]
    assert first == longer


def test_a_statement_with_words_beyond_the_window_is_left_open(encoder: CrossEncoder) -> None:
    assert encoder.bears_out("word " * WINDOW, "The fee is due.") is None
    assert BuiltInSecondReader(encoder).entails("word " * WINDOW, "The fee is due.") is None


@pytest.mark.parametrize(
    ("score", "entailed"),
    [
        (REFUSED_BELOW - 0.1, False),
        (REFUSED_BELOW, None),
        (BORNE_OUT_FROM - 0.1, None),
        (BORNE_OUT_FROM, True),
    ],
)
def test_between_the_thresholds_nothing_is_said(score: float, entailed: bool | None) -> None:
    class Scored:
        name = "scored"

        def bears_out(self, words: str, statement: str) -> float:
            return score

    assert BuiltInSecondReader(Scored()).entails("words", "sentence") is entailed  # type: ignore[arg-type]


def test_rows_of_tables_are_left_to_the_checks(encoder: CrossEncoder) -> None:
    reader = BuiltInSecondReader(encoder)
    assert reader.entails(NOTICE, "Only the Customer can end the contract.") is False
    assert (
        reader.entails(f"Priority\tResponse\nP1\t4 hours\n{NOTICE}", "Only the Customer can end the contract.") is None
    )


def test_the_second_reader_goes_by_its_models_name(encoder: CrossEncoder) -> None:
    assert BuiltInSecondReader(encoder).name.startswith(DEFAULT_READER)


def test_the_settings_choose_the_second_reader() -> None:
    assert isinstance(load_second_reader(DEFAULT_READER), BuiltInSecondReader)
    assert load_second_reader(NO_READER) is None
