"""The judge that is a cross-encoder for natural language inference."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.proof.entailment import Entailment


class NliJudge:
    """An `evals.judge.Judge`: supported is what the quotes, one after the other, entail.

    The measure is that of ALCE: T. Gao et al., "Enabling Large Language Models to Generate Text with Citations" (EMNLP 2023).

    Args:
        entailment: the model.
    """

    def __init__(self, entailment: Entailment) -> None:
        self._entailment = entailment
        self.name = f"NLI {entailment.name}"

    def supports(self, statement: str, quotes: Sequence[str]) -> bool | None:
        """Whether the quotes entail the statement; None when they are too long for the model."""
        return self._entailment.entails("\n".join(quotes), statement)
