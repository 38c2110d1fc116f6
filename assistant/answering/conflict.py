"""Two clauses of a contract that disagree: both are shown, with the clause on precedence and which of the two prevails under it.

Told only where the rules are certain (`assistant.proof.disagreement`). Words that an amendment replaced, that do not hold yet or that
replace others are no part of a conflict: the ledger of changes tells of them (`assistant.family.in_force`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from itertools import chain, combinations, product

from assistant.answer import Citation, Stance, Statement, Verdict
from assistant.asked.choice import ASKED_BACK, called, chosen
from assistant.asked.premise import read_premise
from assistant.asked.question import Asked, Question
from assistant.asked.sought import Value, read_sought
from assistant.citing.cite import cite
from assistant.citing.surroundings import columns
from assistant.family.prevailing import Prevailing, Ruling
from assistant.naming.clause_lookup import clause_at
from assistant.naming.party_names import PartyNames
from assistant.proof.claim import Kind
from assistant.proof.disagreement import Disagreement, Said, disagreement
from assistant.proof.same_matter import covered
from assistant.values.figures import MONEY
from assistant.wording.lexicon import Lexicon
from ingest.document import Clause, Document, Role, Span
from ingest.library import Library
from ingest.sentences import sentences
from ingest.words import fold

_CELL = "\t"
_MOST_SENTENCES = 6  # of a quote that are held against each other
_MOST_ROWS = 30  # of a table that is quoted whole
_KINDS = {
    Value.FREQUENCY: Kind.RHYTHM,
    Value.CLOCK: Kind.HOURS,
    Value.PLACE: Kind.LAW,
    Value.PERCENT: Kind.PERCENT,
}
_UNITS = {"percent": Kind.PERCENT, **dict.fromkeys(MONEY, Kind.MONEY)}
_OF_LEAVE = re.compile(
    r"\b(?:may|can|could|allowed|entitled|permitted|authori[sz]ed|forbidden|right to|free to|peut|peuvent|peux|pouvons|puis|autorisee?s?|"
    r"interdit\w*|droit de|libres? de)\b"
)
_OF_VALUES = frozenset((Asked.PERIOD, Asked.AMOUNT, Asked.FACT))
_WORDS = {
    "en": {
        Stance.PREVAILS: "“{}” prevails under the order of precedence:",
        Stance.YIELDS: "“{}” says otherwise, and yields to it:",
        Stance.DECIDES: "Which document prevails is said here:",
        "set": "“{}” prevails by the order of precedence that was set for this contract:",
        "one": "One clause says:",
        "chosen": "The one that you mean says:",
        "other": "Another clause says otherwise:",
        "none": "Two clauses disagree on this, and no clause was found that says which of them prevails.",
        "open": "Two clauses disagree on this, and what was found on precedence does not decide between them.",
    },
    "fr": {
        Stance.PREVAILS: "« {} » prévaut selon l'ordre de priorité :",
        Stance.YIELDS: "« {} » dit autre chose, et s'efface devant lui :",
        Stance.DECIDES: "Le document qui prévaut est dit ici :",
        "set": "« {} » prévaut selon l'ordre de priorité saisi pour ce contrat :",
        "one": "Une clause dit :",
        "chosen": "Celle dont vous parlez dit :",
        "other": "Une autre clause dit autre chose :",
        "none": "Deux clauses se contredisent sur ce point, et aucune clause trouvée ne dit laquelle prévaut.",
        "open": "Deux clauses se contredisent sur ce point, et ce qui a été trouvé sur la priorité ne les départage pas.",
    },
}


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two statements that disagree, the one of the answer first, and what rules on their documents."""

    one: Statement
    other: Statement
    ruling: Ruling

    @property
    def is_decided(self) -> bool:
        """Whether one of the two is known to prevail."""
        return bool(self.ruling.prevails)

    def told(self, language: str) -> tuple[Statement, ...]:
        """The two statements, the one that prevails first, then the clauses on precedence.

        Args:
            language: of the reader, "en" or "fr".
        """
        words = _WORDS[language]
        clauses = [_quoted(each, words[Stance.DECIDES]) for each in self.ruling.clauses]
        if not self.is_decided:
            one = replace(self.one, lead=words["one"], stance=Stance.DISAGREES)
            return (one, replace(self.other, lead=words["other"], stance=Stance.DISAGREES), *clauses)
        first, second = self.one, self.other
        if second.citations[0].document == self.ruling.prevails:
            first, second = second, first
        lead = words["set" if self.ruling.by_user else Stance.PREVAILS].format(self.ruling.prevails)
        yields = words[Stance.YIELDS].format(second.citations[0].document)
        return (
            replace(first, lead=lead, stance=Stance.PREVAILS),
            replace(second, lead=yields, stance=Stance.YIELDS),
            *clauses,
        )

    def asked_back(self, language: str) -> str:
        """What is asked of the reader where nothing decides."""
        return f"{_WORDS[language]['open' if self.ruling.clauses else 'none']} {ASKED_BACK[language]}"

    def chosen(self, choice: str, roles: Callable[[str], Role], language: str) -> tuple[Statement, ...]:
        """The two statements with the one in front that a choice names; none where it cannot be told which.

        Args:
            choice: what was said when the two were asked back.
            roles: gives the role of a document by its id.
            language: of the reader, "en" or "fr".
        """
        places = [each.citations[0] for each in (self.one, self.other)]
        one, other = (called(roles(place.document_id), place.document, place.clause) for place in places)
        number = chosen(choice, one, other)
        if number is None:
            return ()
        first, second = (self.one, self.other) if number == 0 else (self.other, self.one)
        words = _WORDS[language]
        return (
            replace(first, lead=words["chosen"], stance=Stance.DISAGREES),
            replace(second, lead=words["other"], stance=Stance.DISAGREES),
        )


class Conflicts:
    """Finds what another clause of the contract says otherwise.

    Args:
        library: the documents of the contract.
        lexicon: knows words by their other names.
    """

    def __init__(self, library: Library, lexicon: Lexicon) -> None:
        self._library = library
        self._lexicon = lexicon
        self._prevailing = Prevailing(library)
        self._parties = PartyNames(library)

    def of(
        self,
        quoted: Sequence[Statement],
        others: Sequence[Statement],
        question: Question,
        holds: Callable[[Citation], bool],
    ) -> Conflict | None:
        """The answer's first statement with the first other one that contradicts it; None where none does, or no value is asked for.

        Args:
            quoted: the answer's statements, best first.
            others: what else was found.
            question: what is asked.
            holds: whether words of the contract are in force on the day asked about.
        """
        kinds = _kinds(question)
        if not quoted or kinds is None or not _holds(quoted[0]):
            return None
        parties = self._names(_place(quoted[0]).contract)
        found = self._of_first(quoted, others, kinds, parties) or self._asked_about(quoted, question, kinds, parties)
        if found is None:
            return None
        first, other = found
        here, there = first.citations[0], other.citations[0]
        ruling = Ruling() if here.document_id == there.document_id else self._prevailing.of(here, there, holds)
        return Conflict(first, other, ruling)

    def _is_of_one_article(self, here: Citation, there: Citation) -> bool:
        """Whether two quotes are sentences under one number, which as a rule are the cases of one rule."""
        prose = _CELL not in here.quote and _CELL not in there.quote
        return here.document_id == there.document_id and prose and self._article(here) == self._article(there)

    def _of_first(
        self, quoted: Sequence[Statement], others: Sequence[Statement], kinds: Collection[Kind], parties: frozenset[str]
    ) -> tuple[Statement, Statement] | None:
        """The first statement with the first other one that contradicts it, or two of its own sentences that do."""
        first, said = quoted[0], self._said(quoted[0], parties)
        apart = combinations(self._parted(first), 2)
        told = (
            (one, other) for one, other in apart if self._disagree(one, self._said(one, parties), other, kinds, parties)
        )
        beside = ((first, each) for each in (*quoted[1:], *others) if self._disagree(first, said, each, kinds, parties))
        return next(chain(told, beside), None)

    def _asked_about(
        self, quoted: Sequence[Statement], question: Question, kinds: Collection[Kind], parties: frozenset[str]
    ) -> tuple[Statement, Statement] | None:
        """Two statements behind the first that contradict each other on the very thing that is asked about."""
        for one, other in combinations(quoted[1:], 2):
            found = self._disagree(one, self._said(one, parties), other, kinds, parties) if _holds(one) else None
            if found and all(
                covered(each.words, question.text, "", self._lexicon) for each in (found.one, found.other)
            ):
                return one, other
        return None

    def _parted(self, statement: Statement) -> list[Statement]:
        """A quote of a few sentences as one statement a sentence; nothing for a table, or for what is quoted from two places."""
        place = _place(statement)
        document, record = self._library.document(place.document_id), self._library.record(place.document_id)
        spans = sentences(document.text, Span(place.start, place.end))
        if len(statement.citations) > 1 or _CELL in place.quote or not 1 < len(spans) <= _MOST_SENTENCES:
            return []
        cited = [
            tuple(replace(each, in_force=place.in_force) for each in cite(record, document, span)) for span in spans
        ]
        return [replace(_quoted(citations, ""), stance=None) for citations in cited if citations]

    def _disagree(
        self, one: Statement, said: Sequence[Said], other: Statement, kinds: Collection[Kind], parties: frozenset[str]
    ) -> Disagreement | None:
        """What a statement, with what it says, and another one of its contract that holds give another value for."""
        here, there = _place(one), _place(other)
        if not _holds(other) or here.contract != there.contract:
            return None
        same, article = here.document_id == there.document_id, self._is_of_one_article(here, there)
        both = product(said, self._said(other, parties))
        found = (disagreement(first, second, kinds, self._lexicon, same, article) for first, second in both)
        return next((each for each in found if each is not None), None)

    def _said(self, statement: Statement, parties: frozenset[str]) -> list[Said]:
        """What a statement says: one thing, or of a whole table each of its first rows; ``parties`` as `Said` takes them."""
        place = _place(statement)
        document = self._library.document(place.document_id)
        is_row = _CELL in place.quote
        text = place.quote if is_row else "\n".join(citation.quote for citation in statement.citations)
        heads = columns(document, Span(place.start, place.end)) if is_row else ""
        headings = "\n".join(clause.heading or "" for clause in _above(document, place.start))
        first, *rows = [line for line in text.split("\n") if _CELL in line] or [""]
        if is_row and rows:
            return [Said(row, first, headings, document.title, parties) for row in rows[:_MOST_ROWS]]
        return [Said(text, heads, headings, document.title, parties)]

    def _names(self, contract: str) -> frozenset[str]:
        """The words that the parties of a contract go by."""
        return frozenset().union(*(self._parties.of(each.id) for each in self._library.contract(contract).documents))

    def _article(self, place: Citation) -> str:
        """The id of the outermost clause in which a quote stands."""
        return _above(self._library.document(place.document_id), place.start)[-1].id


def _kinds(question: Question) -> frozenset[Kind] | None:
    """The kinds of value that a question asks for, empty for any; None where it asks for no value, as "may they …?" does."""
    premise = read_premise(question)
    units = {premise.figure.unit.rsplit(" ", 1)[-1]} if premise is not None else question.units
    if units:
        return frozenset(_UNITS.get(unit, Kind.TIME) for unit in units)
    sought = read_sought(question).value
    if sought is Value.TIME:
        return frozenset((Kind.TIME, Kind.HOURS))  # "when …?"
    if sought in _KINDS:
        return frozenset((_KINDS[sought],))
    if question.asked is Asked.YES_NO and _OF_LEAVE.search(fold(question.text)):
        return frozenset((Kind.LEAVE,))
    return frozenset() if sought is None and question.asked in _OF_VALUES else None


def _holds(statement: Statement) -> bool:
    """Whether a statement is quoted, is in force as it stands, and is no change to another."""
    return (
        statement.verdict is Verdict.QUOTED
        and bool(statement.citations)
        and all(c.in_force is True and not c.superseded_by and not c.replaces for c in statement.citations)
    )


def _place(statement: Statement) -> Citation:
    """The citation of a statement that gives its value: the row below the header of a table, else the first."""
    return next((each for each in reversed(statement.citations) if _CELL in each.quote), statement.citations[0])


def _above(document: Document, at: int) -> list[Clause]:
    """The clause at a place and those that hold it, the outermost last."""
    by_id = {clause.id: clause for clause in document.clauses}
    found = [clause_at(document, at)]
    while found[-1].parent in by_id:
        found.append(by_id[found[-1].parent])
    return found


def _quoted(citations: tuple[Citation, ...], lead: str) -> Statement:
    return Statement("\n".join(each.quote for each in citations), Verdict.QUOTED, citations, lead, Stance.DECIDES)
