"""Two documents of a contract that disagree on the same figure: both are shown, with the clause that says which prevails.

Told only where the rules are certain: the question asks for a figure, the sentences of two documents speak of the same in most of their
words, and each gives one figure of that kind, another one. Words that an amendment replaced are no conflict (`assistant.family.in_force`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Statement
from assistant.asked.premise import read_premise
from assistant.asked.question import Question
from assistant.family.family import Fact, Family
from assistant.proof.overlap import share_taken
from assistant.values.figures import Figure, figures
from ingest.document import Role
from ingest.library import Library
from ingest.words import fold

ALIKE = 0.6  # share of its content words that each of the two takes from the other
_ROLE_WORDS = {
    Role.FRAMEWORK: (
        r"framework|master|main agreement|this agreement|general (?:terms|conditions)|contrat-cadre|accord-cadre|"
        r"conditions generales|corps du contrat"
    ),
    Role.AMENDMENT: r"amendment|addend|avenant",
}
_ANNEX_WORDS = r"annexe?s?|schedules?|exhibits?|appendi\w+|attachments?"
_WORDS = {
    "en": {
        "other": "Another document gives another figure:",
        "prevails": "“{}” prevails under the order of precedence:",
        "order": "Which document prevails is said here:",
    },
    "fr": {
        "other": "Un autre document donne un autre chiffre :",
        "prevails": "« {} » prévaut selon l'ordre de priorité :",
        "order": "Le document qui prévaut est dit ici :",
    },
}


class Conflicts:
    """Finds what another document of the contract says otherwise.

    Args:
        library: the documents of the contract.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._family = Family(library)

    def of(self, quoted: Sequence[Statement], others: Sequence[Statement], question: Question) -> tuple[Statement, ...]:
        """The first statement that contradicts the answer's first, and the clause of precedence; empty when none does.

        Args:
            quoted: the answer's statements, best first.
            others: what else was found.
            question: what is asked.
        """
        units = question.units or _asserted(question)
        if not quoted or not units:
            return ()
        first = quoted[0]
        other = next((one for one in (*quoted[1:], *others) if _disagree(first, one, units)), None)
        if other is None:
            return ()
        words = _WORDS[question.language]
        shown = () if other in quoted else (replace(other, lead=words["other"]),)
        order = self._family.precedence(first.citations[0].contract)
        if order is None or not order.citations:
            return shown
        prevailing = self._prevailing(order, first, other)
        lead = words["prevails"].format(prevailing) if prevailing else words["order"]
        clause = "\n".join(citation.quote for citation in order.citations)
        return (*shown, Statement(clause, first.verdict, order.citations, lead))

    def _prevailing(self, order: Fact, first: Statement, other: Statement) -> str | None:
        """The name of the document that stands higher in the order, None where the order does not place both apart."""
        ranked = {}
        for citation in (first.citations[0], other.citations[0]):
            record = self._library.record(citation.document_id)
            ranked[citation.document] = rank(order.value.splitlines(), record.title, record.role)
        (one, here), (two, there) = ranked.items()
        if here is None or there is None or here == there:
            return None
        return one if here < there else two


def rank(ranks: Sequence[str], title: str, role: Role) -> int | None:
    """The place of a document in an order of precedence, 0 for the first; None where the order does not name it.

    Args:
        ranks: the order, a line for each rank.
        title: the document's.
        role: the document's; "the annexes" name every document that is neither framework nor amendment.
    """
    named = re.search(rf"\b(?:{_ANNEX_WORDS})\s+([0-9]+|[a-z])\b", fold(title))
    folded = [fold(line) for line in ranks]
    if named:
        number = re.compile(rf"\b(?:{_ANNEX_WORDS})\b[^;.]*\b{re.escape(named[1])}\b")
        exact = next((place for place, line in enumerate(folded) if number.search(line)), None)
        if exact is not None:
            return exact
    kind = _ROLE_WORDS.get(role, rf"(?:{_ANNEX_WORDS})\b(?!\s+\w\b)")  # "Annexes 1 and 2" are those and no others
    return next((place for place, line in enumerate(folded) if re.search(rf"\b(?:{kind})", line)), None)


def undecided(quoted: Sequence[Statement], others: Sequence[Statement], question: Question) -> tuple[Statement, ...]:
    """The statements, the first without its plain words where another document says otherwise: none of the two is the answer alone.

    Args:
        quoted: the answer's statements, best first.
        others: what else was found.
        question: what is asked.
    """
    units = question.units or _asserted(question)
    if not quoted or not quoted[0].lead or not any(_disagree(quoted[0], one, units) for one in (*quoted[1:], *others)):
        return tuple(quoted)
    return (replace(quoted[0], lead=""), *quoted[1:])


def _asserted(question: Question) -> frozenset[str]:
    """The unit of the figure that a question takes for granted ("we have 45 days, right?"); empty where it does not."""
    premise = read_premise(question)
    return frozenset() if premise is None else frozenset((premise.figure.unit.rsplit(" ", 1)[-1],))


def _disagree(one: Statement, other: Statement, units: frozenset[str]) -> bool:
    if not one.citations or not other.citations or not (_holds(one) and _holds(other)):
        return False
    apart = one.citations[0].document_id != other.citations[0].document_id
    same_contract = one.citations[0].contract == other.citations[0].contract
    here, there = _asked(one, units), _asked(other, units)
    if not (apart and same_contract and len(here) == len(there) == 1 and here != there):
        return False
    return share_taken(one.text, other.text) >= ALIKE and share_taken(other.text, one.text) >= ALIKE


def _holds(statement: Statement) -> bool:
    """Whether a statement is in force as it stands, and is no change to another."""
    return all(c.in_force is True and not c.superseded_by and not c.replaces for c in statement.citations)


def _asked(statement: Statement, units: frozenset[str]) -> set[Figure]:
    """The figures of a statement that count what is asked for."""
    return {figure for figure in figures(statement.text) if figure.unit.split(" ")[-1] in units}
