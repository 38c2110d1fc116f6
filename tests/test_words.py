from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.words import INNER_MARKS, flat, fold, fold_in_place, holds, stems, tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Réversibilité", "reversibilite"),
        ("ﬁnal cœur Æquo", "final coeur aequo"),
        ("l’article ‘x’", "l'article 'x'"),
        ("co\u00adopérer", "cooperer"),
        ("150\u202f000\u00a0€", "150 000 €"),
        ("STRASSE Straße", "strasse strasse"),
    ],
)
def test_fold_leaves_plain_lower_case(text: str, expected: str) -> None:
    assert fold(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("99.95% uptime", ["99.95%", "uptime"]),
        ("99,95 % de disponibilité", ["99.95%", "de", "disponibilite"]),
        ("Clause 8.2.1.", ["clause", "8.2.1"]),
        ("a P1 incident, 24/7 (24x7)", ["a", "p1", "incident", "24/7", "24x7"]),
        ("EUR 150,000 ou 150 000 €", ["eur", "150000", "ou", "150000"]),
        ("l'offre d’un prestataire qu'il", ["l", "offre", "d", "un", "prestataire", "qu", "il"]),
        ("aujourd'hui", ["aujourd'hui"]),
        ("sub-contractors & agents", ["sub", "contractors", "agents"]),
        ("Articles 4, 5 and 6", ["articles", "4", "5", "and", "6"]),
        ("", []),
        ("— … §", []),
    ],
)
def test_tokens_are_words_and_numbers_as_written(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "penalties", "penalty"),
        ("en", "the Client's", "the clients"),
        ("fr", "pénalités", "penalite"),
        ("fr", "résiliation", "résilier"),
        ("und", "services", "service"),
    ],
)
def test_forms_of_a_word_share_their_stem(language: str, one: str, other: str) -> None:
    assert stems(one, language) == stems(other, language)


def test_stop_words_are_kept_and_numbers_are_not_stemmed() -> None:
    assert stems("the 8.2.1 of p1s", "en") == ["the", "8.2.1", "of", "p1s"]


def test_a_stem_holds_no_marks_but_the_known_ones() -> None:
    text = "L’offre @#€$%^&*()_+ 1.2:3/4% \"a\" b-c <d> {e} 'f' ½ ٣ 合同"
    assert all(c.isalnum() or c in INNER_MARKS for stem in stems(text, "fr") for c in stem)


@pytest.mark.parametrize("text", ["Œuvre d’été …", "½ jour, ﬁn", "Ça coûte 3 €", "", "plain words"])
def test_folded_in_place_every_letter_keeps_its_place(text: str) -> None:
    folded = fold_in_place(text)
    assert len(folded) == len(text)
    assert folded.isascii() or "€" in folded


@given(st.text(alphabet="ab `’\n\t\u2028\x1céœ\u00a0", max_size=30), st.text(alphabet="ab `’\n\t\u2028éœ", max_size=4))
def test_a_text_holds_a_phrase_when_its_flat_form_does(text: str, phrase: str) -> None:
    assert holds(text, flat(phrase)) == (flat(phrase) in flat(text))
