"""What a contract has calculated, by code from quoted figures: a service credit, a revised price, interest, a sum for each day late. Pure.

Each is worked out only where every input stands in the question or in the quotes and the rules leave no doubt; what lacks is named where
the rest is there, and otherwise nothing is said. The result shows the formula with its inputs, beside the quotes that hold them.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asked.question import Question
from assistant.calculation.calculated import Calculated
from assistant.calculation.counted_credit import counted_credit
from assistant.calculation.formula_price import price
from assistant.calculation.late_interest import interest
from assistant.calculation.per_unit import per_unit
from assistant.calculation.service_credit import credit
from assistant.calculation.stepped_credit import stepped_credit


def calculate(question: Question, quotes: Sequence[str]) -> Calculated | None:
    """What a question asks to be worked out from quotes; None where it asks for nothing of the kind, or the rules are not certain.

    Args:
        question: as read; it holds what was measured, owed or published.
        quotes: the contract's words, best first; a row of a table has tabs between its cells, and its header on the line above.
    """
    return (
        credit(question, quotes)
        or stepped_credit(question, quotes)
        or counted_credit(question, quotes)
        or price(question, quotes)
        or interest(question, quotes)
        or per_unit(question, quotes)
    )
