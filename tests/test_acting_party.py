from __future__ import annotations

import pytest

from assistant.answering.acting_party import binds_another


@pytest.mark.parametrize(
    ("question", "quote", "another"),
    [
        ("how long must the lessee wait?", "The lessor may give the lessee thirty days to leave.", True),
        ("Que doit la banque en dix jours ?", "Le garant doit payer la banque en dix jours.", True),
        ("how long must the lessor wait?", "The lessor may give the lessee thirty days to leave.", False),
        # who goes by another word, or acts in no word of the quote, is not told
        ("how long must the tenant wait?", "The lessor may give thirty days.", False),
        ("how long must the provider wait?", "The lessor may give thirty days.", False),
        ("how long must the lessee wait?", "Thirty days from what is told to the lessee.", False),
    ],
)
def test_a_quote_that_binds_another_party_is_told(question: str, quote: str, another: bool) -> None:
    assert binds_another(question, quote) is another
