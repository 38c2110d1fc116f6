from __future__ import annotations

from evals.family_text import family_markdown
from evals.training.rows import FamilyClause


def clause(heading: str, text: str) -> FamilyClause:
    return FamilyClause(family="X-1", lang="en", heading=heading, text=text, answers=(("en", "?"),))


def test_a_heading_that_two_clauses_share_stands_once_and_rows_become_a_table() -> None:
    text = family_markdown(
        [
            clause("5 Levels > 5.1 Response", "Within one hour."),
            clause("5 Levels > 5.2 Grid", "Level | Time\nP1 | 4 hours"),
            clause("6 Law", "Malta."),
        ]
    )
    assert text.split("\n\n") == [
        "# AGREEMENT",
        "## 5 Levels",
        "### 5.1 Response",
        "Within one hour.",
        "### 5.2 Grid",
        "| Level | Time |\n| --- | --- |\n| P1 | 4 hours |",
        "## 6 Law",
        "Malta.\n",
    ]
