"""An answer with a language model: it writes sentences that cite quotes, and each is proven before it is shown.

What fails is written once more, with a word of why; what fails again is withheld, and its quotes stand in its place. When nothing
could be proven the answer falls back to the contract's own words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import prompts
from assistant.answer import Citation, Statement, Verdict
from assistant.answering.prover import Prover
from assistant.answering.reply import Written, reply
from assistant.asked.question import Question
from assistant.errors import ModelError
from assistant.proof.fault import Fault
from assistant.proof.overlap import share_taken

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

NOT_IN_CONTRACT = "NOT IN CONTRACT"
"""What the model writes when the quotes do not answer: the same symbol in the prompt, here and in the tests."""

MOST_SENTENCES = 6
COPIED = 0.9  # share of its content words that a sentence without a mark must take from the quote that it is to rest on
_LANGUAGES = {"en": "English", "fr": "French"}
_REASONS = {
    Fault.NO_QUOTE: "it cites no quote that was given",
    Fault.FIGURE: "a figure, unit or date is not in the quotes it cites, or belongs to something else there",
    Fault.PERIOD: "a period is not as the quotes have it: how long, how often, or from when",
    Fault.NEGATION: "it affirms what the quotes deny, or denies what they affirm",
    Fault.FORCE: "it makes a duty of a permission, or a permission of a duty",
    Fault.EXCEPTION: "it drops, adds or changes an exception or a limit",
    Fault.NAME: "it has a name that is not in the quotes",
    Fault.PARTY: "another party acts, owes or receives in the quotes",
    Fault.PLACE: "it names a clause that the quotes do not name",
    Fault.COVERAGE: "the quotes speak of something else",
    Fault.ENTAILMENT: "it does not follow from the quotes it cites",
}


@dataclass(frozen=True, slots=True)
class _Failed:
    """A sentence that its quotes do not bear out: what speaks against it, and the quoted statements that it cites."""

    written: Written
    faults: tuple[Fault, ...]
    cited: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class _Proof:
    """Proves the sentences of one answer against the quotes that the model was given."""

    quotes: Sequence[Statement]
    prover: Prover

    def of(self, written: Written) -> Statement | _Failed:
        """The sentence as a verified statement, or what speaks against it.

        A sentence without a mark rests on the first quote whose own words it takes and that bears it out, if one does.
        """
        cited = tuple(self.quotes[n - 1] for n in written.cited if 0 < n <= len(self.quotes))
        if not written.cited:
            cited = next(((quote,) for quote in self.quotes if self._is_copied(written, quote)), ())
        found = self._faults(written, cited)
        if found:
            return _Failed(written, tuple(found), cited)
        return Statement(written.text, Verdict.VERIFIED, _citations(cited))

    def _is_copied(self, written: Written, quote: Statement) -> bool:
        taken = share_taken(written.text, "\n".join(citation.quote for citation in quote.citations))
        return taken >= COPIED and not self._faults(written, (quote,))

    def _faults(self, written: Written, cited: Sequence[Statement]) -> list[Fault]:
        citations = _citations(cited)
        places = [citation.clause for citation in citations]
        return self.prover.faults(written.text, [citation.quote for citation in citations], places)


def write(model: BaseChatModel, question: Question, quotes: Sequence[Statement], prover: Prover) -> Iterator[Statement]:
    """The model's sentences as statements, each as soon as it is proven, then those withheld; none when the model abstains.

    Args:
        model: any LangChain chat model.
        question: as read.
        quotes: the quoted statements that it may rest on, best first.
        prover: says what each sentence fails.

    Raises:
        ModelError: when the model cannot be reached, times out, or writes nothing that a quote bears out.
    """
    proof = _Proof(quotes, prover)
    failed: list[_Failed] = []
    shown: list[Statement] = []
    for written in reply(model, _prompt("answer", question, quotes)):
        if NOT_IN_CONTRACT in written.text:
            if not shown:
                return
            break
        told = proof.of(written)
        if isinstance(told, _Failed):
            failed.append(told)
        else:
            shown.append(told)
            yield told
        if len(shown) + len(failed) >= MOST_SENTENCES:
            break
    if failed:
        for statement in _again(model, question, proof, failed):
            if statement not in shown:
                shown.append(statement)
                yield statement
    if not shown:
        raise ModelError(
            "expected sentences that the quotes bear out, the model wrote none; the contract's own words are shown instead."
        )
    yield from _withheld(failed, shown)


def _again(model: BaseChatModel, question: Question, proof: _Proof, failed: list[_Failed]) -> Iterator[Statement]:
    """What the model makes of its failed sentences when it is told of them: the proven ones. Asked once, and never again."""
    told = "\n".join(
        f"- {prompts.fenced(one.written.text)} {''.join(f'[{n}]' for n in one.written.cited)}: "
        f"{'; '.join(_REASONS[fault] for fault in one.faults)}"
        for one in failed
    )
    try:
        for number, written in enumerate(reply(model, _prompt("retry", question, proof.quotes, failed=told)), 1):
            again = proof.of(written)
            if isinstance(again, Statement):
                yield again
            if number == len(failed):
                return
    except ModelError:
        return  # the first reply stands as it is: what failed in it is withheld


def _withheld(failed: Sequence[_Failed], shown: Sequence[Statement]) -> Iterator[Statement]:
    """The quotes of what failed, in its place; those that a proven sentence rests on stand there already."""
    held = {citation for statement in shown for citation in statement.citations}
    for one in failed:
        citations = _citations(one.cited)
        if citations and not held.issuperset(citations):
            held.update(citations)
            yield Statement("\n".join(statement.text for statement in one.cited), Verdict.WITHHELD, citations)


def _citations(cited: Sequence[Statement]) -> tuple[Citation, ...]:
    return tuple(citation for statement in cited for citation in statement.citations)


def _prompt(name: str, question: Question, quotes: Sequence[Statement], **more: str) -> str:
    return prompts.load(
        name,
        language=_LANGUAGES.get(question.language, "English"),
        abstention=NOT_IN_CONTRACT,
        quotes="\n".join(f"[{n}] {prompts.fenced(quote.text)}" for n, quote in enumerate(quotes, 1)),
        question=prompts.fenced(question.text),
        **more,
    )
