"""Quizzes made from a contract by rules: where a sentence stands, which figure it names, and who it binds.

Every word that is shown stands in the contract: a wrong figure is another figure of it with the same unit, a wrong clause another
clause of the same document. What people asked of a contract is asked again as they typed it. Only the false half of "true or false"
exchanges the two parties of a sentence, and its answer says so.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence

from assistant.errors import AssistantError
from assistant.family.in_force import InForce
from assistant.learning.party_exchange import PartyExchange
from assistant.learning.quiz_question import BLANK, Asked, Kind, QuizQuestion
from assistant.learning.sayings import Saying, Sayings
from assistant.learning.topics import Topic
from assistant.naming.clause_lookup import clause_name
from assistant.values.figures import figures
from assistant.values.quantity import Quantity, quantities
from ingest.document import Clause, Document, Role, Span
from ingest.library import Library
from ingest.parties import find_parties
from ingest.sentences import body_start

__all__ = ["BLANK", "Asked", "Kind", "QuizMaker", "QuizQuestion", "TooLittle"]

OPTIONS = 4
_FEWEST_OPTIONS = 3
_LEAST_WORDS = 8  # of a sentence whose clause is to be found
_LEAST_BODY = 40  # characters below the heading of a clause that is offered


class TooLittle(AssistantError):
    """A contract says too little that can be asked."""


class QuizMaker:
    """Makes quizzes from the contracts of a library.

    Args:
        library: gives the documents.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._sayings = Sayings(library)
        self._in_force = InForce(library)

    def quiz(
        self, contract: str, count: int, seed: int, topic: Topic | None = None, known: Sequence[Asked] = ()
    ) -> list[QuizQuestion]:
        """Questions of all kinds in turn, no two on one clause; as many as can be made, when these are fewer than ``count``.

        Args:
            contract: its name.
            count: how many questions.
            seed: the same seed gives the same quiz.
            topic: what they are about; anything when None.
            known: questions on the contract whose answers are known; they have their turn among the others.

        Raises:
            UnknownContract: when there is no such contract.
            TooLittle: not one question can be made.
        """
        chance = random.Random(seed)  # noqa: S311 (a game, not a secret)
        said = list(self._sayings.of(contract))
        asked = [saying for saying in said if topic is None or topic in saying.headed]
        chance.shuffle(asked)
        parties = self._parties(contract)
        kinds = (
            self._of_known(known, asked if topic else None, chance),
            self._of_figure(asked, chance, contract),
            self._of_duty(asked, chance, parties),
            self._of_clause(asked, chance),
        )
        made = _in_turn(kinds, count)
        if not made:
            raise TooLittle(
                f"expected sentences of {contract} that can be asked about, found none; choose another topic or contract"
            )
        return made

    # --- which figure?

    def _of_figure(self, asked: Sequence[Saying], chance: random.Random, contract: str) -> Iterator[QuizQuestion]:
        all_by_document = {
            record.id: quantities(document.text, Span(0, len(document.text)))
            for record in self._library.contract(contract).documents
            if record.role is not Role.AMENDMENT
            for document in [self._library.document(record.id)]
        }
        for saying in asked:
            question = self._figure_question(saying, chance, all_by_document)
            if question is not None and self._holds(saying):
                yield question

    def _figure_question(
        self, saying: Saying, chance: random.Random, everywhere: Mapping[str, Sequence[Quantity]]
    ) -> QuizQuestion | None:
        text = self._library.document(saying.record.id).text
        own = quantities(text, saying.words)
        wanted = [each for each in own if sum(each.equals(other) for other in own) == 1]
        if not wanted:
            return None
        asked = chance.choice(wanted)
        wrong = self._neighbours(asked, own, saying.record.id, everywhere)
        if len(wrong) + 1 < _FEWEST_OPTIONS:
            return None
        right = _small(asked.span.of(text))
        options = sorted([right, *wrong], key=lambda _: chance.random())
        stem = _flat(text[saying.words.start : asked.span.start] + BLANK + text[asked.span.end : saying.words.end])
        if any(each.value == asked.figure.value for each in figures(stem)):
            return None  # said a second time, in a way that was not seen
        return QuizQuestion(Kind.FIGURE, stem, tuple(options), options.index(right), saying.citation, _topic(saying))

    def _neighbours(
        self, asked: Quantity, own: Sequence[Quantity], home: str, everywhere: Mapping[str, Sequence[Quantity]]
    ) -> list[str]:
        """Other figures of the same unit as they are written, those of the same document and nearest first."""
        found: list[Quantity] = []
        written: list[str] = []
        for document_id in sorted(everywhere, key=lambda each: each != home):
            text = self._library.document(document_id).text
            near = everywhere[document_id]
            if document_id == home:
                near = sorted(near, key=lambda each: abs(each.span.start - asked.span.start))
            for other in near:
                same_unit = other.figure.unit == asked.figure.unit
                if (
                    same_unit
                    and not any(other.equals(known) for known in (asked, *own, *found))
                    and len(found) < OPTIONS - 1
                ):
                    found.append(other)
                    written.append(_small(other.span.of(text)))
        return written

    # --- in which clause?

    def _of_clause(self, asked: Sequence[Saying], chance: random.Random) -> Iterator[QuizQuestion]:
        for saying in asked:
            document = self._library.document(saying.record.id)
            stem = _flat(saying.words.of(document.text))
            if len(stem.split()) < _LEAST_WORDS or not saying.clause.label or not self._holds(saying):
                continue
            right = _named(document, saying.clause)
            if options := _options(document, saying.clause, right, chance):
                yield QuizQuestion(Kind.CLAUSE, stem, options, options.index(right), saying.citation, _topic(saying))

    # --- which clause answers this?

    def _of_known(
        self, known: Sequence[Asked], among: Sequence[Saying] | None, chance: random.Random
    ) -> Iterator[QuizQuestion]:
        """What people asked; only of the clauses of the sayings, when these are given."""
        places = {(each.record.id, each.clause.id) for each in among or ()}
        for each in sorted(known, key=lambda _: chance.random()):
            cited = each.citation
            if among is not None and (cited.document_id, cited.clause_id) not in places:
                continue
            document = self._library.document(cited.document_id)
            clause = next((clause for clause in document.clauses if clause.id == cited.clause_id), None)
            if clause is None or not clause.label or self._in_force.changes_of(cited):
                continue
            right = _named(document, clause)
            if options := _options(document, clause, right, chance):
                yield QuizQuestion(Kind.ASKED, _flat(each.question), options, options.index(right), cited)

    # --- true or false?

    def _parties(self, contract: str) -> tuple[str, str] | None:
        """The short names of the two parties of the main document; None where there are not just two."""
        records = sorted(self._library.contract(contract).documents, key=lambda each: each.role is not Role.FRAMEWORK)
        for record in records[:1]:
            names = list(dict.fromkeys(p.short for p in find_parties(self._library.document(record.id)) if p.short))
            if len(names) == 2:
                return _flat(names[0]), _flat(names[1])
        return None

    def _of_duty(
        self, asked: Sequence[Saying], chance: random.Random, parties: tuple[str, str] | None
    ) -> Iterator[QuizQuestion]:
        if parties is None:
            return
        exchange = PartyExchange(parties, [self._library.document(saying.record.id).text for saying in asked])
        for saying in asked:
            said = _flat(saying.words.of(self._library.document(saying.record.id).text))
            if exchange.binds_one(said) and self._holds(saying):
                true = chance.random() < 0.5
                exchanged = exchange.exchanged(said)
                if true or not exchange.stands(exchanged):
                    yield QuizQuestion(
                        Kind.DUTY, said if true else exchanged, (), int(true), saying.citation, _topic(saying)
                    )

    def _holds(self, saying: Saying) -> bool:
        """Whether no amendment touches the sentence."""
        return not self._in_force.changes_of(saying.citation)


def _in_turn(kinds: Sequence[Iterator[QuizQuestion]], count: int) -> list[QuizQuestion]:
    """Questions of each kind in turn, as long as there are any, and none on a clause that was asked about."""
    made: dict[tuple[str, str], QuizQuestion] = {}
    waiting = list(kinds)
    while waiting and len(made) < count:
        kind = waiting.pop(0)
        for question in kind:
            place = (question.citation.document_id, question.citation.clause_id)
            if place not in made:
                made[place] = question
                waiting.append(kind)
                break
    return list(made.values())


def _options(document: Document, clause: Clause, right: str, chance: random.Random) -> tuple[str, ...]:
    """The name of the clause among those of its neighbours, in any order; nothing where these are too few."""
    wrong = _clauses_near(document, clause, right)
    if len(wrong) + 1 < _FEWEST_OPTIONS:
        return ()
    return tuple(sorted([right, *wrong[: OPTIONS - 1]], key=lambda _: chance.random()))


def _clauses_near(document: Document, clause: Clause, right: str) -> list[str]:
    """The names of other clauses of the document that hold sentences of their own, the nearest in the document first."""
    at = document.clauses.index(clause)
    near = sorted(range(len(document.clauses)), key=lambda position: abs(position - at))
    clauses = [document.clauses[position] for position in near]
    names = [_named(document, clause) for clause in clauses if clause.label and _has_body(document, clause)]
    return [name for name in dict.fromkeys(names) if name != right]


def _has_body(document: Document, clause: Clause) -> bool:
    return clause.span.end - min(body_start(document.text, clause), clause.span.end) >= _LEAST_BODY


def _named(document: Document, clause: Clause) -> str:
    """A clause as it is cited, with the heading that it stands under when it has none of its own."""
    name = clause_name(document, clause)
    by_id = {each.id: each for each in document.clauses}
    node = clause
    while node.heading is None and node.parent is not None:
        node = by_id[node.parent]
    return name if node is clause or not node.heading or node.heading in name else f"{name} ({node.heading})"


def _topic(saying: Saying) -> str:
    return next((topic.value for topic in Topic if topic in saying.headed), "")


def _small(written: str) -> str:
    """A figure as it is written, but for a capital that only its place in a sentence gave it."""
    flat = _flat(written)
    return flat[:1].lower() + flat[1:]


def _flat(text: str) -> str:
    return " ".join(text.split())
