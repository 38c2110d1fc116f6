"""The questions of the gold sets asked in the other language, so that languages can be compared on the same questions.

Each was written by hand as people type it, from the question alone (``gold/translations.jsonl``).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from evals.case import Language, Strict
from evals.draft import Draft
from evals.goldset import read_rows

GOLD = Path(__file__).parent / "gold" / "translations.jsonl"


class Translation(Strict):
    """The question of the case of that id, in the language in which the set does not ask it."""

    id: str
    lang: Language
    question: str


def translated(drafts: Iterable[Draft], path: Path = GOLD) -> tuple[Draft, ...]:
    """The drafts whose question was put into the other language, with that question; everything else of them is as it was.

    Args:
        drafts: of any set.
        path: the rows of the questions.

    Raises:
        GoldError: when a row is malformed.
    """
    rows = {row.id: row for row in read_rows(path, Translation)}
    return tuple(_asked_as(draft, rows[draft.case.id]) for draft in drafts if draft.case.id in rows)


def _asked_as(draft: Draft, row: Translation) -> Draft:
    return replace(draft, case=draft.case.model_copy(update={"question": row.question, "lang": row.lang}))
