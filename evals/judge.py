"""Who says whether quotes bear out a statement, and whether an answer is right; and the opinion of an answer's statements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from assistant.answer import Answer, Statement, Verdict


class Judge(Protocol):
    """A judge of support. ``name`` is recorded with every result."""

    name: str

    def supports(self, statement: str, quotes: Sequence[str]) -> bool | None:
        """Whether the quotes, taken together, bear the statement out; None when the judgement cannot be read."""
        ...


class Grader(Protocol):
    """A judge of correctness. ``name`` is recorded with every result."""

    name: str

    def agrees(self, question: str, answer: str, reference: str) -> bool | None:
        """Whether the answer says what the reference answer says; None when the judgement cannot be read."""
        ...


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a judge thinks of one statement.

    ``supported`` says whether all its quotes together bear it out; ``needed`` says of each citation whether it pulls
    its weight (see `evals.citation_metrics.citation_precision`). None stands for "could not be judged".
    """

    supported: bool | None
    needed: tuple[bool | None, ...]


def shown(answer: Answer) -> list[Statement]:
    """The statements that a reader sees as fact.

    A withheld statement is left out, unless its own words got into the shown text after all and are not in its
    quotes: then it was shown, whatever its verdict says.
    """
    return [s for s in answer.statements if s.verdict is not Verdict.WITHHELD or _leaked(s, answer.text)]


def judge_answer(answer: Answer, judge: Judge) -> list[Judgement]:
    """One judgement for each statement shown, in order."""
    return [_judge_statement(statement, judge) for statement in shown(answer)]


def _leaked(statement: Statement, text: str) -> bool:
    words = statement.text.strip()
    return bool(words) and words in text and not any(words in c.quote for c in statement.citations)


def _judge_statement(statement: Statement, judge: Judge) -> Judgement:
    quotes = [c.quote for c in statement.citations]
    supported = judge.supports(statement.text, quotes) if quotes else False
    return Judgement(supported, tuple(_needed(statement.text, quotes, i, supported, judge) for i in range(len(quotes))))


def _needed(statement: str, quotes: Sequence[str], i: int, supported: bool | None, judge: Judge) -> bool | None:
    if not supported or len(quotes) == 1:
        return supported
    alone = judge.supports(statement, [quotes[i]])
    if alone is not False:
        return alone
    rest = judge.supports(statement, [*quotes[:i], *quotes[i + 1 :]])
    return None if rest is None else not rest
