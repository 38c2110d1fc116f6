from __future__ import annotations

import pytest

from assistant.proof.overlap import relatives
from assistant.proof.parties import parties_held
from assistant.proof.reading import Reading
from assistant.wording.lexicon import Lexicon

TOLD = "Torrance shall report progress to Brackwater. Brackwater may refuse Torrance's proposal."


def held(sentence: str, source: str = TOLD) -> bool:
    lexicon = Lexicon.load()
    return parties_held(Reading(sentence, source, source, relatives(sentence, source, lexicon), "en", "en"), lexicon)


@pytest.mark.parametrize(
    ("sentence", "true"),
    [
        ("Torrance must report progress to Brackwater.", True),
        ("Brackwater must report progress to Torrance.", False),
        ("Progress is reported to Torrance.", False),
        ("They refuse Brackwater's proposal.", False),
        ("They refuse Torrance's proposal.", True),
        ("Progress is due.", True),
    ],
)
def test_who_acts_owns_and_receives_is_as_in_the_source(sentence: str, true: bool) -> None:
    assert held(sentence) is true


ROLES = "The Printer shall deliver the proofs within six days. The Customer shall pay the Printer."
DEVICE = "A defective printer shall be replaced by the Provider within two days."


@pytest.mark.parametrize(
    ("sentence", "source", "true"),
    [
        ("The printer must deliver the proofs within six days.", ROLES, True),
        ("The customer must deliver the proofs within six days.", ROLES, False),
        ("The printer pays the customer.", ROLES, False),
        ("The printer must be replaced within two days.", DEVICE, True),
    ],
)
def test_a_word_of_the_lexicon_is_a_party_only_where_the_source_makes_it_a_role(
    sentence: str, source: str, true: bool
) -> None:
    assert held(sentence, source) is true
