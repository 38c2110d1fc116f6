"""What the reader of a question is told: the statements of its answer, or why there is none and what comes nearest."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from assistant.answer import Abstention, Statement
from assistant.answering.absence import blacked_out, reason
from assistant.answering.companions import Companions, overlap
from assistant.answering.conflict import Conflict, Conflicts
from assistant.answering.missing_annex import MissingAnnexes
from assistant.answering.piece import StatementReader
from assistant.answering.proration import Proration
from assistant.answering.prover import Prover
from assistant.answering.quote import Quoter
from assistant.answering.sentences_on import SentencesOn
from assistant.answering.silence import empty_library, silence
from assistant.answering.time_cells import TimeCells
from assistant.answering.tokens import TokenCount
from assistant.answering.translator import UNREACHED, Translator
from assistant.answering.volume_bands import VolumeBands
from assistant.answering.write import write
from assistant.asked.premise import read_premise
from assistant.asked.question import Question
from assistant.asked.small_talk import reply
from assistant.asked.whole_list import asks_for_all
from assistant.calculation.allowed_time import speaks_of_hours, tells_length
from assistant.calculation.prorated import part_asked
from assistant.calculation.worked_out import worked_out
from assistant.citing.pin_cite import place_told
from assistant.errors import ModelError, ModelUnreached
from assistant.family.in_force import InForce
from assistant.retrieval.role_holder import with_holder
from assistant.retrieval.unnamed import Unnamed
from assistant.retrieve import Search
from assistant.values.figures import figures, holds
from assistant.wording.aside import noted
from assistant.wording.lexicon import Lexicon
from ingest.days import days
from ingest.library import Library

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
from assistant.inquiry import Inquiry

CONFLICT = "conflict"
"""In the trace, where two clauses disagree: what is asked of the reader, empty where one of them is known to prevail."""
QUOTES_FOR_MODEL = 8
LEAD_ABOVE = 0.62  # confidence from which the best quote may be put in plain words (docs/silence.md)
QUOTES_NEAREST = 3  # shown with a silence: enough to look further, few enough to read


class Composer:
    """Composes statements from what was selected.

    Args:
        library: contracts, documents and their texts.
        search: tells how words were meant that were mistyped.
        lexicon: brings counterparts of the question's words.
        unnamed: finds what a question names and its contract does not.
        in_force: marks quotes that an amendment concerns.
        prover: holds each sentence of the model against its quotes.
        model: writes the answers; without one they are the contract's own words.
        translation_wait: seconds that an answer waits for translations of its quotes; 0 for none.
        statement_reader: reads what a question takes for granted together with a quote; None for none.
    """

    def __init__(
        self,
        library: Library,
        search: Search,
        lexicon: Lexicon,
        unnamed: Unnamed,
        in_force: InForce,
        prover: Prover,
        model: BaseChatModel | None = None,
        translation_wait: float = 0.0,
        statement_reader: StatementReader | None = None,
    ) -> None:
        self._library = library
        self._search = search
        self._lexicon = lexicon
        self._unnamed = unnamed
        self._in_force = in_force
        self._prover = prover
        self._model = model
        self._translator = (
            Translator(model, prover, library, translation_wait) if model is not None and translation_wait else None
        )
        self._quoter = Quoter(library, lexicon, statement_reader)
        self._companions = Companions(library, lexicon)
        self._time_cells = TimeCells(library, lexicon)
        self._volume_bands = VolumeBands(library, lexicon, in_force)
        self._conflicts = Conflicts(library, lexicon)
        self._sentences = SentencesOn(library, in_force)
        self._proration = Proration(self._sentences)
        self._missing = MissingAnnexes(library)

    def statements(self, inquiry: Inquiry, trace: dict[str, Any]) -> Iterator[Statement]:
        """The statements of an answer as they are proven.

        Args:
            inquiry: with what was selected for it.
            trace: takes notes on how the model did.
        """
        led = inquiry.told if inquiry.confidence >= LEAD_ABOVE else None
        whole, told = asks_for_all(inquiry.searched), inquiry.told
        chosen = self._quoter.statements(inquiry.candidates, question=led, whole=whole, asserting=told)
        chosen = self._companions.excepting(inquiry.told, chosen, inquiry.documents, certain=led is not None)
        chosen = self._companions.capping(inquiry.told, chosen, inquiry.documents)
        quoted = self._raised(inquiry, self._in_force.marked(chosen, inquiry.as_of))
        found = self._quoter.statements(inquiry.candidates, most=QUOTES_FOR_MODEL, worth=0.0)
        found = self._companions.excepting(inquiry.told, found, inquiry.documents)
        others = [one for one in self._in_force.marked(found, inquiry.as_of) if one not in quoted]
        quoted = with_holder(inquiry.told, quoted, self._lexicon)
        unnamed = self._unnamed_in(inquiry)
        quoted = noted(quoted, unnamed, inquiry.question.language)
        if not unnamed:
            quoted = self._time_cells.told(inquiry.told, quoted, others, inquiry.documents)
            quoted = self._volume_bands.told(inquiry.told, quoted, others, inquiry.as_of)
            others = [one for one in others if all(one.citations != each.citations for each in quoted)]
            conflict = self._conflict(inquiry, quoted, others)
            if conflict is not None:
                chosen = self._chosen(inquiry, conflict)
                settled = bool(chosen) or conflict.is_decided
                trace[CONFLICT] = "" if settled else conflict.asked_back(inquiry.question.language)
                yield from chosen or self._of_conflict(inquiry, conflict, quoted)
                return
        worked = _after_asserted(inquiry.told, quoted, self._worked_out(inquiry, quoted, others))
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
                return
        yield from self._missing.noted(quoted, inquiry.question.language)
        beside = self._companions.of(inquiry.told, [*worked, *quoted], inquiry.documents)
        yield from self._in_force.marked(beside, inquiry.as_of)

    def _conflict(self, inquiry: Inquiry, quoted: Sequence[Statement], others: Sequence[Statement]) -> Conflict | None:
        """Two clauses that disagree on what is asked for; a clause that is asked for by its number is shown as it is."""
        if inquiry.searched.numbers or inquiry.searched.annexes:
            return None
        return self._conflicts.of(
            quoted, others, inquiry.told, lambda citation: self._in_force.still_holds(citation, inquiry.as_of)
        )

    def _chosen(self, inquiry: Inquiry, conflict: Conflict) -> tuple[Statement, ...]:
        """The two clauses with the one in front that the follow-up names; none where they were not asked back, or it names none."""
        choice = inquiry.said.read.choice
        language = inquiry.question.language
        return conflict.chosen(choice, lambda id_: self._library.record(id_).role, language) if choice else ()

    def _of_conflict(self, inquiry: Inquiry, conflict: Conflict, quoted: Sequence[Statement]) -> Iterator[Statement]:
        """The two clauses that disagree with what decides, and below what is decided the other quotes and what belongs to them.

        Nothing is calculated and no model writes: what either would make of one of the two stands under the other as well.
        """
        told = conflict.told(inquiry.question.language)
        yield from told
        if not conflict.is_decided:
            return
        cited = {statement.citations for statement in told}
        rest = [statement for statement in quoted if statement.citations not in cited]
        yield from rest
        beside = self._companions.of(inquiry.told, [*told, *rest], inquiry.documents)
        yield from self._in_force.marked(beside, inquiry.as_of)

    def works_out(self, inquiry: Inquiry) -> bool:
        """Whether code can work out of what was found what a question with a figure or a day asks for."""
        if not (figures(inquiry.question.text) or days(inquiry.question.text)):
            return False
        if part_asked(inquiry.question) is not None:
            return bool(self._proration.of(inquiry.question, (), inquiry.documents, inquiry.as_of))
        found = self._quoter.statements(inquiry.candidates, most=QUOTES_FOR_MODEL, worth=0.0)
        return bool(self._worked_out(inquiry, self._in_force.marked(found, inquiry.as_of), ()))

    def _worked_out(
        self, inquiry: Inquiry, quoted: Sequence[Statement], others: Sequence[Statement]
    ) -> tuple[Statement, ...]:
        prorated = self._proration.of(inquiry.question, quoted, inquiry.documents, inquiry.as_of)
        return prorated or worked_out(
            inquiry.question,
            quoted,
            [*others, *self._on_hours(inquiry)],
            self._lexicon,
            lambda one: self._companions.of(inquiry.told, [one], inquiry.documents),
            lambda citation, day: self._in_force.wording(citation, day or inquiry.as_of),
        )

    def _on_hours(self, inquiry: Inquiry) -> tuple[Statement, ...]:
        """What the contract says of hours of work, where it is asked how long something took: they may be the only ones that count."""
        if not tells_length(inquiry.question.text):
            return ()
        said = self._sentences.of(speaks_of_hours, inquiry.documents, inquiry.as_of)
        return tuple(each.quoted for each in said)

    def _raised(self, inquiry: Inquiry, quoted: Sequence[Statement]) -> tuple[Statement, ...]:
        """The statements with the surcharge on what the first one gives behind it, where it is in force."""
        raised = self._companions.raising(inquiry.told, quoted, inquiry.documents)
        marked = self._in_force.marked([raised], inquiry.as_of) if raised is not None else ()
        if len(marked) != 1 or any(citation.in_force is not True for citation in marked[0].citations):
            return tuple(quoted)
        return (quoted[0], *marked, *(one for one in quoted[1:] if not overlap(one, marked[0])))

    def _written(self, inquiry: Inquiry, quotes: Sequence[Statement], trace: dict[str, Any]) -> Iterator[Statement]:
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

    def translated(
        self, statements: Iterable[Statement], inquiry: Inquiry, trace: dict[str, Any]
    ) -> Iterator[Statement]:
        """The statements with the translations of their quotes, where there is a model for it."""
        if self._translator is None:
            yield from statements
        else:
            yield from self._translator.along(statements, inquiry.question.language, trace)

    def nearest(self, inquiry: Inquiry) -> tuple[Statement, ...]:
        """The words that come nearest where the contract seems silent, so that a silence by mistake hides nothing."""
        if inquiry.abstained not in (Abstention.ABSENT, Abstention.LEGAL_ADVICE):
            return ()
        found = self._quoter.statements(inquiry.candidates, most=QUOTES_NEAREST, worth=0.0)
        told = noted(self._in_force.marked(found, inquiry.as_of), "", inquiry.question.language)
        return self._missing.noted(told, inquiry.question.language)

    def _unnamed_in(self, inquiry: Inquiry) -> str:
        """A sentence that says what the question names and the contract does not; empty where it names all, or a clause by number."""
        if inquiry.contract is None or inquiry.searched.numbers or inquiry.searched.annexes:
            return ""
        ids = inquiry.documents
        spelled = replace(self._search.spelled(inquiry.searched, ids), language=inquiry.question.language)
        return self._unnamed.told(spelled, ids, [passage.text for passage in inquiry.passages])

    def silence(self, inquiry: Inquiry, trace: dict[str, Any]) -> str:
        """What is said where there is no answer, in the language of the question.

        Args:
            inquiry: with why there is none.
            trace: notes on how the answer came about.
        """
        assert inquiry.abstained is not None
        language = inquiry.question.language
        if asked_back := trace.get(CONFLICT):
            return str(asked_back)
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


def _after_asserted(
    question: Question, quoted: Sequence[Statement], worked: tuple[Statement, ...]
) -> tuple[Statement, ...]:
    """What was worked out, behind what the same quote says of the figure that the question takes for granted ("Not 60 days: …")."""
    premise = read_premise(question)
    if premise is None or not worked or not quoted or worked[0].citations != quoted[0].citations:
        return worked
    lead = quoted[0].lead
    if not lead or lead == worked[0].lead or not holds(figures(lead), premise.figure):
        return worked
    return (replace(worked[0], lead=f"{lead} {worked[0].lead}"), *worked[1:])
