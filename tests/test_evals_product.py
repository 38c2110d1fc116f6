from collections.abc import Sequence

import pytest

from assistant.answer import Answer
from assistant.rewrite import Turn
from evals.case import Scope
from evals.product import Product
from tests.fake_bench import make_case, silence


class Recording:
    def __init__(self) -> None:
        self.heard: list[tuple[str, str | None, list[Turn]]] = []

    def ask(self, question: str, contract: str | None = None, history: Sequence[Turn] = ()) -> Answer:
        self.heard.append((question, contract, list(history)))
        return silence(make_case())


@pytest.mark.parametrize(("scope", "contract"), [(Scope.CONTRACT, "acme"), (Scope.LIBRARY, None)])
def test_the_contract_is_told_only_when_it_is_selected(scope: Scope, contract: str | None) -> None:
    assistant = Recording()
    history = [{"role": "user", "content": "Hello?"}, {"role": "assistant", "content": "Yes."}]
    answer = Product(assistant, "ours").ask(make_case(scope=scope, history=history))
    assert assistant.heard == [(make_case().question, contract, [Turn("user", "Hello?"), Turn("assistant", "Yes.")])]
    assert answer.abstained
