"""The judge that is a language model: are statements borne out, and do answers say what the reference says?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import prompts
from evals.errors import RunError

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

SUPPORTED, UNSUPPORTED = "SUPPORTED", "UNSUPPORTED"
RIGHT, WRONG = "RIGHT", "WRONG"


class ModelJudge:
    """An `evals.judge.Judge` and `evals.judge.Grader` that asks any LangChain chat model.

    A reply that holds neither of the two words asked for, or both, is not a judgement: it counts as unscored.

    Args:
        model: the chat model.
        name: the model's name, which results record with the versions of the prompts.
    """

    def __init__(self, model: BaseChatModel, name: str) -> None:
        self._model = model
        self.name = f"{name} (prompts judge {prompts.version('judge')}, grade {prompts.version('grade')})"

    def supports(self, statement: str, quotes: Sequence[str]) -> bool | None:
        """Whether the quotes bear the statement out, None when the reply cannot be read.

        Raises:
            RunError: when the model cannot be reached; a run is gone on with later.
        """
        prompt = prompts.load(
            "judge",
            supported=SUPPORTED,
            unsupported=UNSUPPORTED,
            quotes="\n".join(prompts.fenced(quote) for quote in quotes),
            statement=prompts.fenced(statement),
        )
        return self._verdict(prompt, SUPPORTED, UNSUPPORTED)

    def agrees(self, question: str, answer: str, reference: str) -> bool | None:
        """Whether the answer says what the reference answer says, None when the reply cannot be read.

        Raises:
            RunError: when the model cannot be reached.
        """
        prompt = prompts.load(
            "grade",
            right=RIGHT,
            wrong=WRONG,
            question=prompts.fenced(question),
            reference=prompts.fenced(reference),
            answer=prompts.fenced(answer),
        )
        return self._verdict(prompt, RIGHT, WRONG)

    def _verdict(self, prompt: str, yes: str, no: str) -> bool | None:
        try:
            reply = str(self._model.invoke(prompt).text)
        except Exception as error:  # providers raise what they like
            raise RunError(
                f"the judge {self.name} failed ({type(error).__name__}); what was judged is kept: start the run again with the same folder"
            ) from error
        said = {word for word in re.findall(r"[A-Z]+", reply.upper()) if word in (yes, no)}
        return said == {yes} if len(said) == 1 else None
