"""The language of questions and documents."""

from __future__ import annotations

import pytest

from ingest.language import detect


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("What is the notice period?", "en"),
        ("how fast must they call us back on a P1?", "en"),
        ("Can we terminate for convenience", "en"),
        ("Penalty for late delivery?", "en"),
        ("Quel est le délai de préavis ?", "fr"),
        ("pénalités de retard ?", "fr"),
        ("Combien de temps pour un incident P1", "fr"),
        ("Qui paie l'hébergement ?", "fr"),
        ("Est-ce que le contrat est reconduit tacitement?", "fr"),
        ("delai de retablissement d un service", "fr"),
        ("SLA P1?", "und"),
        ("", "und"),
        ("12.3 – 99,9 %", "und"),
        (
            "Der Auftragnehmer haftet nicht für mittelbare Schäden und entgangenen Gewinn bei leichter Fahrlässigkeit",
            "und",
        ),
    ],
)
def test_detect(text: str, language: str) -> None:
    assert detect(text) == language


def test_a_quoted_foreign_term_does_not_decide() -> None:
    assert detect("Does the clause « mise en demeure préalable » apply to the termination of the agreement?") == "en"
    assert detect("Que veut dire « service level agreement » dans l'annexe ?") == "fr"


def test_long_text_is_judged_by_its_parts() -> None:
    cover = "ANNEX A – " * 1_000
    assert (
        detect(cover + "Le Prestataire doit informer le Client de tout incident dans les meilleurs délais. " * 500)
        == "fr"
    )
