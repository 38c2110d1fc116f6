"""The judge that needs no model: the product's own deterministic checks."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.ground import supports
from assistant.lexicon import Lexicon


class OwnJudge:
    """An `evals.judge.Judge` by the checks of `assistant.ground`.

    Args:
        lexicon: the words of the two languages that mean the same.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self.name = "clausier checks"

    def supports(self, statement: str, quotes: Sequence[str]) -> bool | None:
        """Whether the quotes, taken together, bear the statement out; never None."""
        return supports(statement, quotes, self._lexicon)
