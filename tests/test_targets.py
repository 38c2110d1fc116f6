from __future__ import annotations

import pytest

from ingest.targets import blanked, targets


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("In paragraph 7.2 of Annex 1, the cap is", [("Annex 1", "7.2")]),
        ("À l’article 4.2 de l’Annexe 1, la ligne", [("Annexe 1", "4.2")]),
        ("Article 8.2 is deleted", [(None, "8.2")]),
        ("Section 12.2 (b) of the Existing Agreement", [(None, "12.2(b)")]),
        ("L’Annexe 3 est modifiée", [("Annexe 3", None)]),
        ("Sections 5.1 (Price) and 5.2 are", [(None, "5.1"), (None, "5.2")]),
        ("Sections 11.1 to 11.3 of", [(None, "11.1"), (None, "11.2"), (None, "11.3")]),
        ("Clause 7A.1 of Annex 2 is", [("Annex 2", "7A.1")]),
        ("clauses 7A and 7B.2 are", [(None, "7A"), (None, "7B.2")]),
        ("les articles 8 bis et 8ter sont", [(None, "8bis"), (None, "8ter")]),
        ("Paragraphs B3 to B5 are", [(None, "B3"), (None, "B4"), (None, "B5")]),
        ("L’article 4.4 de l’annexe SLA est abrogé", [("annexe SLA", "4.4")]),
        ("Section 3 of the Pricing Schedule is", [("Pricing Schedule", "3")]),
        ("the SLA is attached", []),
        ("added after C4:", [(None, "C4")]),
        ("after H1 2025 the fee", []),
        ("article R.11-2 du code", [(None, "R")]),
        ("clause 4 of this Amendment", []),
        ("Clause 4 of Variation 2 is", [("Variation 2", "4")]),
        ("l’article 4 de l’ordre de modification n° 2 est", [("ordre de modification n° 2", "4")]),
    ],
)
def test_what_is_named(said: str, named: list[tuple[str | None, str | None]]) -> None:
    assert [(target.document, target.clause) for target in targets(said)] == named


def test_what_stands_in_quotation_marks_names_nothing() -> None:
    assert targets(blanked("replaced by “see clause 9.9”, in clause 3")) == targets(
        "replaced by                 , in clause 3"
    )
