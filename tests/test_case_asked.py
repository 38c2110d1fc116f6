from __future__ import annotations

import pytest

from assistant.retrieval.case_asked import case_asked, tells_case
from assistant.wording.lexicon import Lexicon


@pytest.mark.parametrize(
    ("question", "case"),
    [
        ("What happens if the client does not pay?", "the client does not pay"),
        ("que se passe-t-il si le client ne paie pas ?", "le client ne paie pas"),
        ("And what if they can't deliver?", "they can't deliver"),
        ("Que peut-on faire en cas de panne ?", "panne"),
        ("How long do we have if the goods are defective?", ""),
        ("What happens to our data?", ""),
    ],
)
def test_the_case_of_which_it_is_asked_what_follows(question: str, case: str) -> None:
    assert case_asked(question) == case


def test_a_condition_tells_the_case_in_other_words_and_in_the_other_language() -> None:
    lexicon = Lexicon.load()
    assert tells_case("the client does not pay", "In the event of late payment, the service is suspended.", lexicon)
    assert tells_case(
        "le client ne paie pas", "En cas de retard de paiement du Client, le service est suspendu.", lexicon
    )
    assert tells_case(
        "the client does not pay", "En cas de défaut de paiement du Client, le service est suspendu.", lexicon
    )
    assert not tells_case("the client does not pay", "The Client pays each invoice in May.", lexicon)
    assert not tells_case("the client does not pay", "If the service is down, a credit is due.", lexicon)
