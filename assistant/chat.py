"""A question in, a cited answer out: rewrite -> resolve -> retrieve -> answer."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from langchain_core.runnables import RunnableLambda

from assistant.answer import Abstention, Answer, Statement, Verdict
from assistant.answering.absence import redacted
from assistant.answering.piece import StatementReader
from assistant.answering.prover import Prover, SecondReader
from assistant.asked.circumstances import without_circumstances
from assistant.asked.clause_topics import read_topic
from assistant.asked.elsewhere import is_elsewhere
from assistant.asked.premise import without_asserted
from assistant.citing.force_words import force_notes
from assistant.citing.hidden import hidden_notes
from assistant.citing.pin_cite import place_told
from assistant.citing.signing import signing_notes
from assistant.composer import CONFLICT, Composer
from assistant.conversation.talk import Talk
from assistant.family.in_force import InForce
from assistant.inquiry import Inquiry
from assistant.naming.mention import asks_for_place_alone
from assistant.naming.resolve import Resolution, Resolver
from assistant.retrieval.answer_reader import AnswerReader
from assistant.retrieval.assurance import Assurance
from assistant.retrieval.nearness import Nearness
from assistant.retrieval.ranking import Ranking
from assistant.retrieval.rerank import Reranker
from assistant.retrieval.rereading import Rereading
from assistant.retrieval.signals import SignalReader
from assistant.retrieval.unnamed import Unnamed
from assistant.retrieve import Search
from assistant.rewrite import Turn
from assistant.settings import SILENT_BELOW
from assistant.wording.lexicon import Lexicon
from ingest.embed import Embedder, cosines_known
from ingest.index import Index
from ingest.library import Library

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

__all__ = ["Assistant", "Turn"]

PASSAGES_SHOWN = 10
ABSENT_BELOW = SILENT_BELOW
TOPIC_SHARE = 0.75  # of the confidence under which a contract is silent, where a clause states the topic asked for
_SHARED_WORDS = 0.1  # share of its words that shows a question to be about the contract after all


class Assistant:
    """Answers questions over a library.

    Args:
        library: contracts, documents and their texts.
        index: finds passages.
        embedder: the one that the index was built with.
        model: writes the answers; without one they are the contract's own words.
        absent_below: confidence, 0 to 1, under which the contract is said to be silent.
        reranker: takes a second look at the best passages.
        second_reader: a model of natural language inference that the sentences of ``model`` must pass too.
        translation_wait: seconds that an answer waits for translations of its quotes; 0 for none.
        answer_reader: reads a question together with the leading words; None for none.
        statement_reader: reads what a question takes for granted together with a quote; None for none.
    """

    def __init__(
        self,
        library: Library,
        index: Index,
        embedder: Embedder,
        model: BaseChatModel | None = None,
        absent_below: float = ABSENT_BELOW,
        reranker: Reranker | None = None,
        second_reader: SecondReader | None = None,
        translation_wait: float = 0.0,
        answer_reader: AnswerReader | None = None,
        statement_reader: StatementReader | None = None,
    ) -> None:
        self._library = library
        self._lexicon = Lexicon.load()
        self._talk = Talk(Resolver(library, index))
        self._search = Search(library, index, embedder, self._lexicon, reranker)
        self._signals = SignalReader(library, index, self._lexicon, embedder.unrelated_below, answer_reader)
        self._assurance = Assurance.load()
        nearness = Nearness(embedder)
        self._ranking = Ranking(library, self._lexicon, nearness)
        self._rereading = Rereading(library, answer_reader)
        self._unnamed = Unnamed(library, index, self._lexicon)
        self._in_force = InForce(library)
        meanings = nearness if cosines_known(embedder.unrelated_below) else None
        self._composer = Composer(
            library,
            self._search,
            self._lexicon,
            self._unnamed,
            self._in_force,
            Prover(self._lexicon, meanings, second_reader),
            model,
            translation_wait,
            statement_reader,
        )
        self._absent_below = absent_below
        self._unrelated_below = embedder.unrelated_below
        self._chain = (
            RunnableLambda(self._read).with_config(run_name="read")
            | RunnableLambda(self._resolve).with_config(run_name="resolve")
            | RunnableLambda(self._retrieve).with_config(run_name="retrieve")
            | RunnableLambda(self._select).with_config(run_name="select")
        )

    def ask(
        self, question: str, contract: str | None = None, history: Sequence[Turn] = (), as_of: date | None = None
    ) -> Answer:
        """The cited answer to a question, or a typed abstention.

        Args:
            question: in English or French.
            contract: the contract that is meant, when the caller knows; else the question is resolved to one.
            history: earlier turns of the conversation, oldest first.
            as_of: the day on which the answer is to hold, with the amendments in force by then; today when None.

        Raises:
            BadQuestion: the question is empty or too long.
            UnknownContract: no contract goes by that name.
        """
        *_, answer = self.stream(question, contract, history, as_of)
        assert isinstance(answer, Answer)
        return answer

    def stream(
        self, question: str, contract: str | None = None, history: Sequence[Turn] = (), as_of: date | None = None
    ) -> Iterator[Statement | Answer]:
        """The statements of the answer as they are proven, then the whole answer."""
        began = time.perf_counter()
        given = {"question": question, "contract": contract, "history": tuple(history), "as_of": as_of}
        with self._library.steady():
            inquiry: Inquiry = self._chain.invoke(given)
        if (
            inquiry.resolution is not None
            and inquiry.resolution.asked_of_each
            and inquiry.abstained is Abstention.AMBIGUOUS
        ):
            yield self._of_each(inquiry, inquiry.resolution, inquiry.resolution.asked_of_each, began)
            return
        statements: list[Statement] = []
        trace: dict[str, Any] = {
            "searched": inquiry.said.read.shown(inquiry.searched.text),
            "stages": inquiry.seconds,
            "confidence": inquiry.confidence,
            "signals": asdict(inquiry.signals) if inquiry.signals else {},
        }
        if inquiry.said.small_talk is not None:
            trace["small_talk"] = inquiry.said.small_talk.value
        if inquiry.said.read.unsaid:
            trace["searched_too"] = inquiry.said.read.unsaid
        if inquiry.as_of not in (None, as_of):
            trace["as_of"] = inquiry.as_of.isoformat()
        if inquiry.selected and inquiry.contract and (too := self._talk.named_besides(inquiry.said, inquiry.contract)):
            trace["names_too"] = too
        if inquiry.abstained is None:
            for statement in self._composer.translated(self._composer.statements(inquiry, trace), inquiry, trace):
                statements.append(statement)
                yield statement
        if trace.get(CONFLICT):  # nothing says which of two clauses prevails
            inquiry = replace(inquiry, abstained=Abstention.AMBIGUOUS)
        yield self._answer(inquiry, statements, trace, time.perf_counter() - began)

    def _of_each(self, inquiry: Inquiry, resolution: Resolution, asked: str, began: float) -> Answer:
        """The answers of the contracts that a question names side by side, each by itself, in the order in which it names them."""
        answers = tuple(self.ask(asked, contract.name, as_of=inquiry.as_of) for contract in resolution.contracts)
        answered = [each for each in answers if not each.abstained]
        return Answer(
            question=inquiry.question.text,
            language=inquiry.question.language,
            contract=None,
            abstained=None if answered else answers[0].abstained,
            text="\n\n".join(f"{each.contract}:\n{each.text}" for each in answers),
            statements=tuple(statement for each in answered for statement in each.statements),
            passages=tuple(passage for each in answers for passage in each.passages),
            seconds=time.perf_counter() - began,
            trace={"searched": asked},
            apart=answers,
        )

    # --- the steps of the chain

    def _read(self, given: dict[str, Any]) -> Inquiry:
        said = self._talk.read(given["question"], given["history"])
        return Inquiry(said.question, given["contract"], said.searched, given["as_of"], said)

    def _resolve(self, inquiry: Inquiry) -> Inquiry:
        if inquiry.said.small_talk is not None:
            return replace(inquiry, abstained=Abstention.SMALL_TALK)
        if is_elsewhere(inquiry.question.text):
            return replace(inquiry, abstained=Abstention.OUT_OF_SCOPE)
        began = time.perf_counter()
        resolution = self._talk.resolution(inquiry.said, inquiry.selected)
        if len(resolution.contracts) == 1:
            name = resolution.contracts[0].name
            searched = (
                self._talk.without_other_names(inquiry.searched, name) if inquiry.said.leans else inquiry.searched
            )
            day = self._talk.day(inquiry.said, self._in_force.days(name))
            inquiry = replace(inquiry, searched=searched, as_of=day or inquiry.as_of)
        return replace(inquiry, resolution=resolution).timed("resolve", began)

    def _retrieve(self, inquiry: Inquiry) -> Inquiry:
        if inquiry.resolution is None or not inquiry.resolution.contracts:
            return inquiry
        if inquiry.resolution.asked_of_each:  # each is searched by itself
            return replace(inquiry, abstained=inquiry.abstained or Abstention.AMBIGUOUS)
        began = time.perf_counter()
        ids = [d.id for c in inquiry.resolution.contracts for d in c.documents]
        unasserted = without_asserted(inquiry.searched)
        passages = self._search.passages(unasserted, ids, PASSAGES_SHOWN)
        looked_for = without_circumstances(unasserted, [passage.text for passage in passages])
        if looked_for.text != unasserted.text:
            passages = self._search.passages(looked_for, ids, PASSAGES_SHOWN)
        # several contracts are asked back, however far the best passage of one leads: it led wrongly too often (docs/retrieval.md)
        names = [c.name for c in inquiry.resolution.contracts]
        contract = names[0] if len(names) == 1 else None
        abstained = inquiry.abstained if contract or inquiry.abstained else Abstention.AMBIGUOUS
        inquiry = replace(
            inquiry, looked_for=looked_for, passages=tuple(passages), contract=contract, abstained=abstained
        )
        return inquiry.timed("retrieve", began)

    def _select(self, inquiry: Inquiry) -> Inquiry:
        began = time.perf_counter()
        looked_for = inquiry.looked_for or inquiry.searched
        ranked = self._ranking.candidates(looked_for, inquiry.passages, inquiry.searched.text)
        passages, candidates = self._rereading.of(looked_for, inquiry.passages, ranked)
        ids = inquiry.documents
        signals = self._signals.read(looked_for, inquiry.passages, candidates, ids)
        confidence = round(self._assurance.of(signals), 4) if inquiry.passages else 0.0
        inquiry = replace(inquiry, passages=passages, candidates=candidates, signals=signals, confidence=confidence)
        inquiry.timed("select", began)
        if inquiry.abstained is not None:
            return inquiry
        if inquiry.question.wants_advice:  # first: "should we sue them?" shares no word with a contract
            return replace(inquiry, abstained=Abstention.LEGAL_ADVICE)
        if not self._is_about_contracts(inquiry):
            return replace(inquiry, abstained=Abstention.OUT_OF_SCOPE)
        return inquiry if self._is_answered(inquiry) else replace(inquiry, abstained=Abstention.ABSENT)

    def _is_answered(self, inquiry: Inquiry) -> bool:
        """Whether the contract answers, as far as the signs show; a clause that is asked for by number always does."""
        if inquiry.question.numbers or inquiry.question.annexes:
            if asks_for_place_alone(inquiry.searched.text) and not self._search.places(
                inquiry.searched, inquiry.documents
            ):
                return False  # no clause bears the number
            return bool(inquiry.candidates)
        if not inquiry.candidates or self._lacks(inquiry):
            return False
        if not redacted(inquiry.candidates) and self._is_assured(inquiry):
            return True
        # what code can work out of quotes for the case that a question tells is an answer, however the signs stand
        return inquiry.confidence >= TOPIC_SHARE * self._absent_below and self._composer.works_out(inquiry)

    def _is_assured(self, inquiry: Inquiry) -> bool:
        """Whether the signs of what was found show that it answers."""
        topic = read_topic(without_asserted(inquiry.searched).text)
        if topic is None or not (topic.needed or inquiry.candidates[0].on_topic):
            return inquiry.confidence >= self._absent_below
        # where a topic alone is asked for, what states it answers; words on it that state nothing do not
        return inquiry.candidates[0].on_topic and inquiry.confidence >= TOPIC_SHARE * self._absent_below

    def _lacks(self, inquiry: Inquiry) -> bool:
        """Whether it is asked if the contract has a thing that it names nowhere."""
        return inquiry.contract is not None and self._unnamed.is_lacking(
            inquiry.searched, inquiry.documents, [passage.text for passage in inquiry.passages]
        )

    def _is_about_contracts(self, inquiry: Inquiry) -> bool:
        """Whether anything found is near the question at all, in meaning or in words, or it asks for what contracts have."""
        if not inquiry.passages or inquiry.question.numbers or inquiry.question.annexes:
            return True
        nearest = max(passage.similarity for passage in inquiry.passages)
        shared = inquiry.signals.shared if inquiry.signals else 0.0
        near = nearest >= self._unrelated_below or shared >= _SHARED_WORDS
        return near or self._lexicon.is_of_contracts(inquiry.question.text, inquiry.question.language)

    def _answer(
        self, inquiry: Inquiry, statements: Sequence[Statement], trace: dict[str, Any], seconds: float
    ) -> Answer:
        language = inquiry.question.language
        silent = self._composer.silence(inquiry, trace) if inquiry.abstained else ""
        return Answer(
            question=inquiry.question.text,
            language=language,
            contract=inquiry.contract,
            abstained=inquiry.abstained,
            text="\n\n".join(filter(None, (silent, _shown(statements, language)))),
            statements=tuple(statements),
            passages=inquiry.passages,
            nearest=tuple(self._composer.translated(self._composer.nearest(inquiry), inquiry, trace)),
            seconds=seconds,
            trace=trace,
        )


def _shown(statements: Sequence[Statement], language: str) -> str:
    """The answer as it is shown: each statement with where it stands, and whether it holds."""
    return "\n\n".join(_with_place(statement, language) for statement in statements)


def _with_place(statement: Statement, language: str) -> str:
    notes = dict.fromkeys(
        note
        for c in statement.citations
        for note in (*force_notes(c, language), *signing_notes(c, language), *hidden_notes(c, language))
    )
    places = dict.fromkeys(map(place_told, statement.citations))
    words = statement.text if statement.verdict is Verdict.VERIFIED else f"“{statement.text}”"
    lead = f"{statement.lead} " if statement.lead else ""
    return f"{lead}{words} ({'; '.join(places)})" + "".join(f" [{note}]" for note in notes)
