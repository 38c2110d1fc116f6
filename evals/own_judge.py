"""The judge that is the product's own proof of a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.prover import Prover


class OwnJudge:
    """An `evals.judge.Judge` that proves as the product does.

    Args:
        prover: the checks, with a model of natural language inference or without.
    """

    def __init__(self, prover: Prover) -> None:
        self._prover = prover
        self.name = prover.name

    def supports(self, statement: str, quotes: Sequence[str]) -> bool | None:
        """Whether the quotes, taken together, bear the statement out; never None."""
        return self._prover.supports(statement, quotes)
