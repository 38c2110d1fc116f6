"""A question in, a cited answer out: rewrite -> resolve -> retrieve -> answer."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from langchain_core.runnables import RunnableLambda

from assistant.absence import blacked_out, reason, redacted
from assistant.answer import Abstention, Answer, FoundPassage, Statement, Verdict
from assistant.answer_reader import AnswerReader
from assistant.aside import noted
from assistant.assurance import Assurance
from assistant.candidate import Candidate, Ranking
from assistant.circumstances import without_circumstances
from assistant.clause_topics import read_topic
from assistant.companions import Companions
from assistant.conflict import Conflicts, undecided
from assistant.contradiction import StatementReader
from assistant.elsewhere import is_elsewhere
from assistant.errors import ModelError, ModelUnreached
from assistant.force_words import force_notes
from assistant.in_force import InForce
from assistant.lexicon import Lexicon
from assistant.mention import asks_for_place_alone
from assistant.nearness import Nearness
from assistant.pin_cite import place_told
from assistant.premise import without_asserted
from assistant.prover import Prover, SecondReader
from assistant.question import Question
from assistant.quote import Quoter
from assistant.rerank import Reranker
from assistant.rereading import Rereading
from assistant.resolve import Resolution, Resolver
from assistant.retrieve import Search
from assistant.rewrite import Turn
from assistant.role_holder import with_holder
from assistant.settings import SILENT_BELOW
from assistant.signals import SignalReader, Signals
from assistant.signing import signing_notes
from assistant.silence import empty_library, silence
from assistant.small_talk import reply
from assistant.talk import Said, Talk
from assistant.time_cells import TimeCells
from assistant.tokens import TokenCount
from assistant.translator import UNREACHED, Translator
from assistant.unnamed import Unnamed
from assistant.volume_bands import VolumeBands
from assistant.whole_list import asks_for_all
from assistant.worked_out import worked_out
from assistant.write import write
from ingest.embed import Embedder, cosines_known
from ingest.index import Index
from ingest.library import Library

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

__all__ = ["Assistant", "Turn"]

PASSAGES_SHOWN = 10
QUOTES_FOR_MODEL = 8
LEAD_ABOVE = 0.62  # confidence from which the best quote may be put in plain words (docs/silence.md)
QUOTES_NEAREST = 3  # shown with a silence: enough to look further, few enough to read
ABSENT_BELOW = SILENT_BELOW
TOPIC_SHARE = 0.75  # of the confidence under which a contract is silent, where a clause states the topic asked for
_SHARED_WORDS = 0.1  # share of its words that shows a question to be about the contract after all


@dataclass(frozen=True, slots=True)
class _Inquiry:
    """A question on its way to an answer."""

    question: Question
    selected: str | None
    searched: Question
    as_of: date | None
    said: Said
    resolution: Resolution | None = None
    looked_for: Question | None = None
    passages: tuple[FoundPassage, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    signals: Signals | None = None
    confidence: float = 0.0
    contract: str | None = None
    abstained: Abstention | None = None
    seconds: dict[str, float] = field(default_factory=dict)

    @property
    def told(self) -> Question:
        """The question as it is searched, with the language in which its writer is told: a follow-up may be in another one."""
        return replace(self.searched, language=self.question.language)


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
        self._quoter = Quoter(library, self._lexicon, statement_reader)
        self._in_force = InForce(library)
        self._companions = Companions(library, self._lexicon)
        self._time_cells = TimeCells(library, self._lexicon)
        self._volume_bands = VolumeBands(library, self._lexicon, self._in_force)
        self._conflicts = Conflicts(library)
        self._model = model
        self._prover = Prover(
            self._lexicon, nearness if cosines_known(embedder.unrelated_below) else None, second_reader
        )
        self._translator = (
            Translator(model, self._prover, library, translation_wait)
            if model is not None and translation_wait
            else None
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
            inquiry: _Inquiry = self._chain.invoke(given)
        if (
            inquiry.resolution is not None
            and inquiry.resolution.asked_of_each
            and inquiry.abstained is Abstention.AMBIGUOUS
        ):
            yield self._of_each(inquiry, inquiry.resolution, inquiry.resolution.asked_of_each, began)
            return
        statements: list[Statement] = []
        trace: dict[str, Any] = {
            "searched": inquiry.searched.text,
            "stages": inquiry.seconds,
            "confidence": inquiry.confidence,
            "signals": asdict(inquiry.signals) if inquiry.signals else {},
        }
        if inquiry.said.small_talk is not None:
            trace["small_talk"] = inquiry.said.small_talk.value
        if inquiry.as_of not in (None, as_of):
            trace["as_of"] = inquiry.as_of.isoformat()
        if inquiry.abstained is None:
            for statement in self._translated(self._statements(inquiry, trace), inquiry, trace):
                statements.append(statement)
                yield statement
        yield self._answer(inquiry, statements, trace, time.perf_counter() - began)

    def _of_each(self, inquiry: _Inquiry, resolution: Resolution, asked: str, began: float) -> Answer:
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

    def _read(self, given: dict[str, Any]) -> _Inquiry:
        said = self._talk.read(given["question"], given["history"])
        return _Inquiry(said.question, given["contract"], said.searched, given["as_of"], said)

    def _resolve(self, inquiry: _Inquiry) -> _Inquiry:
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
        return _timed(replace(inquiry, resolution=resolution), "resolve", began)

    def _retrieve(self, inquiry: _Inquiry) -> _Inquiry:
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
        return _timed(
            replace(inquiry, looked_for=looked_for, passages=tuple(passages), contract=contract, abstained=abstained),
            "retrieve",
            began,
        )

    def _select(self, inquiry: _Inquiry) -> _Inquiry:
        began = time.perf_counter()
        looked_for = inquiry.looked_for or inquiry.searched
        ranked = self._ranking.candidates(looked_for, inquiry.passages)
        passages, candidates = self._rereading.of(looked_for, inquiry.passages, ranked)
        ids = self._ids(inquiry)
        signals = self._signals.read(looked_for, inquiry.passages, candidates, ids)
        confidence = round(self._assurance.of(signals), 4) if inquiry.passages else 0.0
        inquiry = replace(inquiry, passages=passages, candidates=candidates, signals=signals, confidence=confidence)
        inquiry = _timed(inquiry, "select", began)
        if inquiry.abstained is not None:
            return inquiry
        if inquiry.question.wants_advice:  # first: "should we sue them?" shares no word with a contract
            return replace(inquiry, abstained=Abstention.LEGAL_ADVICE)
        if not self._is_about_contracts(inquiry):
            return replace(inquiry, abstained=Abstention.OUT_OF_SCOPE)
        return inquiry if self._is_answered(inquiry) else replace(inquiry, abstained=Abstention.ABSENT)

    @staticmethod
    def _ids(inquiry: _Inquiry) -> list[str]:
        """The documents that may be looked at."""
        return [d.id for c in inquiry.resolution.contracts for d in c.documents] if inquiry.resolution else []

    def _is_answered(self, inquiry: _Inquiry) -> bool:
        """Whether the contract answers, as far as the signs show; a clause that is asked for by number always does."""
        if inquiry.question.numbers or inquiry.question.annexes:
            if asks_for_place_alone(inquiry.searched.text) and not self._search.places(
                inquiry.searched, self._ids(inquiry)
            ):
                return False  # no clause bears the number
            return bool(inquiry.candidates)
        if not inquiry.candidates or redacted(inquiry.candidates) or self._lacks(inquiry):
            return False
        topic = read_topic(inquiry.searched.text)
        if topic is None or not (topic.needed or inquiry.candidates[0].on_topic):
            return inquiry.confidence >= self._absent_below
        # where a topic alone is asked for, what states it answers; words on it that state nothing do not
        return inquiry.candidates[0].on_topic and inquiry.confidence >= TOPIC_SHARE * self._absent_below

    def _lacks(self, inquiry: _Inquiry) -> bool:
        """Whether it is asked if the contract has a thing that it names nowhere."""
        return inquiry.contract is not None and self._unnamed.is_lacking(inquiry.searched, self._ids(inquiry))

    def _is_about_contracts(self, inquiry: _Inquiry) -> bool:
        """Whether anything found is near the question at all, in meaning or in words, or it asks for what contracts have."""
        if not inquiry.passages or inquiry.question.numbers or inquiry.question.annexes:
            return True
        nearest = max(passage.similarity for passage in inquiry.passages)
        shared = inquiry.signals.shared if inquiry.signals else 0.0
        near = nearest >= self._unrelated_below or shared >= _SHARED_WORDS
        return near or self._lexicon.is_of_contracts(inquiry.question.text, inquiry.question.language)

    def _statements(self, inquiry: _Inquiry, trace: dict[str, Any]) -> Iterator[Statement]:
        led = inquiry.told if inquiry.confidence >= LEAD_ABOVE else None
        chosen = self._quoter.statements(inquiry.candidates, question=led, whole=asks_for_all(inquiry.searched))
        chosen = self._companions.excepting(inquiry.told, chosen, self._ids(inquiry), certain=led is not None)
        chosen = self._companions.capping(inquiry.told, chosen, self._ids(inquiry))
        quoted = self._in_force.marked(chosen, inquiry.as_of)
        found = self._quoter.statements(inquiry.candidates, most=QUOTES_FOR_MODEL, worth=0.0)
        found = self._companions.excepting(inquiry.told, found, self._ids(inquiry))
        others = [one for one in self._in_force.marked(found, inquiry.as_of) if one not in quoted]
        quoted = with_holder(inquiry.told, quoted, self._lexicon)
        quoted = undecided(quoted, others, inquiry.told)
        unnamed = self._unnamed_in(inquiry)
        quoted = noted(quoted, unnamed, inquiry.question.language)
        if not unnamed:
            quoted = self._time_cells.told(inquiry.told, quoted, others, self._ids(inquiry))
            quoted = self._volume_bands.told(inquiry.told, quoted, others, inquiry.as_of)
            others = [one for one in others if all(one.citations != each.citations for each in quoted)]
        worked = worked_out(
            inquiry.question,
            quoted,
            others,
            self._lexicon,
            lambda one: self._companions.of(inquiry.told, [one], self._ids(inquiry)),
        )
        yield from worked
        cited = {one.citations for one in worked}
        quoted = tuple(one for one in quoted if one.citations not in cited)
        if self._model is not None:
            written: list[Statement] = []
            for statement in self._written(inquiry, self._in_force.current(found, inquiry.as_of), trace):
                written.append(statement)
                yield statement
            if written and "model" in trace:  # what was proven before a failure stays; the quotes complete it
                held = {citation for statement in written for citation in statement.citations}
                yield from (statement for statement in quoted if not held.issuperset(statement.citations))
            if written:
                yield from self._conflicts.of([*worked, *quoted], others, inquiry.told)
                return
        yield from quoted
        yield from self._conflicts.of([*worked, *quoted], others, inquiry.told)
        beside = self._companions.of(inquiry.told, [*worked, *quoted], self._ids(inquiry))
        yield from self._in_force.marked(beside, inquiry.as_of)

    def _written(self, inquiry: _Inquiry, quotes: Sequence[Statement], trace: dict[str, Any]) -> Iterator[Statement]:
        """The sentences that the model writes, as they are proven; how it went is entered into the trace."""
        assert self._model is not None
        began = time.perf_counter()
        tokens = TokenCount()
        some = False
        try:
            for statement in write(tokens.listening(self._model), inquiry.searched, quotes, self._prover):
                some = True
                yield statement
        except ModelError as error:
            trace["model"] = str(error)
            trace["model_failed"] = True
            if isinstance(error, ModelUnreached):
                trace[UNREACHED] = True
        trace["tokens"] = tokens.to_trace()
        inquiry.seconds["write"] = round(time.perf_counter() - began, 4)
        if not some:
            trace.setdefault("model", "the model found no answer in the quotes")

    def _translated(
        self, statements: Iterable[Statement], inquiry: _Inquiry, trace: dict[str, Any]
    ) -> Iterator[Statement]:
        """The statements with the translations of their quotes, where there is a model for it."""
        if self._translator is None:
            yield from statements
        else:
            yield from self._translator.along(statements, inquiry.question.language, trace)

    def _answer(
        self, inquiry: _Inquiry, statements: Sequence[Statement], trace: dict[str, Any], seconds: float
    ) -> Answer:
        language = inquiry.question.language
        return Answer(
            question=inquiry.question.text,
            language=language,
            contract=inquiry.contract,
            abstained=inquiry.abstained,
            text=self._silence(inquiry, language) if inquiry.abstained else _shown(statements, language),
            statements=tuple(statements),
            passages=inquiry.passages,
            nearest=tuple(self._translated(self._nearest(inquiry), inquiry, trace)),
            seconds=seconds,
            trace=trace,
        )

    def _nearest(self, inquiry: _Inquiry) -> tuple[Statement, ...]:
        """The words that come nearest where the contract seems silent, so that a silence by mistake hides nothing."""
        if inquiry.abstained not in (Abstention.ABSENT, Abstention.LEGAL_ADVICE):
            return ()
        found = self._quoter.statements(inquiry.candidates, most=QUOTES_NEAREST, worth=0.0)
        return noted(self._in_force.marked(found, inquiry.as_of), "", inquiry.question.language)

    def _unnamed_in(self, inquiry: _Inquiry) -> str:
        """A sentence that says what the question names and the contract does not; empty where it names all, or a clause by number."""
        if inquiry.contract is None or inquiry.searched.numbers or inquiry.searched.annexes:
            return ""
        ids = self._ids(inquiry)
        spelled = replace(self._search.spelled(inquiry.searched, ids), language=inquiry.question.language)
        return self._unnamed.told(spelled, ids)

    def _silence(self, inquiry: _Inquiry, language: str) -> str:
        assert inquiry.abstained is not None
        if inquiry.said.small_talk is not None:
            return reply(inquiry.said.small_talk, language)
        if inquiry.resolution is not None and not inquiry.resolution.contracts:
            return empty_library(language)
        nearest = [place_told(passage) for passage in inquiry.passages[:3]]
        possible = [c.name for c in inquiry.resolution.contracts] if inquiry.resolution else []
        nearest_first = dict.fromkeys([*(p.contract for p in inquiry.passages), *possible])
        hidden = why = ""
        if inquiry.abstained is Abstention.ABSENT:
            hidden = blacked_out(inquiry.told, inquiry.candidates)
            gives = "" if hidden else reason(inquiry.told, inquiry.candidates, self._library)
            why = " ".join(filter(None, (self._unnamed_in(inquiry), gives)))
        return silence(inquiry.abstained, language, nearest, list(nearest_first), why, hidden)


def _timed(inquiry: _Inquiry, stage: str, began: float) -> _Inquiry:
    inquiry.seconds[stage] = round(time.perf_counter() - began, 4)
    return inquiry


def _shown(statements: Sequence[Statement], language: str) -> str:
    """The answer as it is shown: each statement with where it stands, and whether it holds."""
    return "\n\n".join(_with_place(statement, language) for statement in statements)


def _with_place(statement: Statement, language: str) -> str:
    notes = dict.fromkeys(
        note for c in statement.citations for note in (*force_notes(c, language), *signing_notes(c, language))
    )
    places = dict.fromkeys(map(place_told, statement.citations))
    words = statement.text if statement.verdict is Verdict.VERIFIED else f"“{statement.text}”"
    lead = f"{statement.lead} " if statement.lead else ""
    return f"{lead}{words} ({'; '.join(places)})" + "".join(f" [{note}]" for note in notes)
