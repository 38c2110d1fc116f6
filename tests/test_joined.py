from __future__ import annotations

import pytest

from assistant.wording.joined import other_forms

TEXT = "the sub-processor, a subcontractor, sous-traitant and a sourcing firm; out of it"


@pytest.mark.parametrize(
    ("typed", "forms"),
    [
        ("Subprocessor list", ["sub-processor"]),
        ("sub-contractor", ["subcontractor"]),
        ("soustraitant", ["sous-traitant"]),
        ("outsourcing", []),
        ("sub-processor", []),
        ("the firm", []),
        ("", []),
    ],
)
def test_a_word_is_known_in_the_other_form_that_a_text_has(typed: str, forms: list[str]) -> None:
    words = set(TEXT.replace("-", " ").replace(",", "").split())
    assert other_forms(typed, words.__contains__, TEXT.__contains__) == forms


def test_no_word_of_thousands_of_letters_is_looked_up_piece_by_piece() -> None:
    looked_up: list[str] = []

    def is_known(word: str) -> bool:
        looked_up.append(word)
        return False

    assert not other_forms("ab" * 2_000, is_known, bool)
    assert not looked_up
