"""Which of two documents of a contract prevails: by the user's word, else by the clauses on precedence that are in force."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from assistant.answer import Citation
from assistant.family.family import Fact, Family
from assistant.family.ranks import annex_number, goes_by_number, lines_of, rank
from ingest.document import Role
from ingest.library import Library
from ingest.record import DocumentRecord

_PREVAILS = re.compile(
    r"(?P<subject>[^;:]{3,300}?)\b(?:(?:shall|will|do|does|doit|doivent)\s+)?(?:always\s+)?"
    r"(?:prevails?|takes? precedence|controls?|governs?|prévau\w+|prévalent|prévaloir|prime(?:nt|ra|ront)?|l['’]emporte\w*)\b"
    r"(?P<rest>.{0,300})",
    re.IGNORECASE | re.DOTALL,
)
_SUBJECT_REACH = 90  # characters before the verb in which what prevails is named
_OWN = re.compile(
    r"\b(?:this|the present|(?:le|la|les|l['’]) ?présente?s?|présente?s?|ce|cet|cette)\s+"
    r"(?P<what>annexe?|schedule|appendix|exhibit|addendum|amendment|avenant|agreement|contrat|accord|dpa|sla|plan|order|document|"
    r"conditions générales|master agreement|framework agreement)",
    re.IGNORECASE,
)
_AT_END = re.compile(r"(?:^|,)\s*(?P<last>[^,]*)$")


@dataclass(frozen=True, slots=True)
class Ruling:
    """Which document prevails, empty where nothing decides, and the clauses on it; `by_user` is whether a user said so."""

    prevails: str = ""
    clauses: tuple[tuple[Citation, ...], ...] = ()
    by_user: bool = False


class Prevailing:
    """Tells which of two documents prevails.

    Args:
        library: the documents of the contract.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._family = Family(library)

    def of(self, one: Citation, other: Citation, holds: Callable[[Citation], bool]) -> Ruling:
        """The ruling on the documents of two citations of one contract.

        Args:
            one: stands in the one document.
            other: stands in the other.
            holds: whether words are in force.

        A user's order counts alone where it places both. Of clauses each that places both is heard; where they differ, that of an
        amendment counts, else nothing is decided.
        """
        pair = (self._library.record(one.document_id), self._library.record(other.document_id))
        word, *_ = (*self._family.precedence_said(one.contract), None)
        if word is not None:
            winner = _higher(lines_of(word.value), pair)
            return Ruling(winner.name, by_user=True) if winner is not None else Ruling()
        heard = [fact for fact in self._family.orders(one.contract) if all(map(holds, fact.citations))]
        ruled = [(fact, winner) for fact in heard if (winner := self._winner(fact, pair)) is not None]
        amended = [each for each in ruled if self._is_amendment(each[0])]
        winners = {winner.id: winner.name for _, winner in amended or ruled}
        clauses = tuple(fact.citations for fact, _ in amended or ruled) or tuple(fact.citations for fact in heard[:1])
        return Ruling(next(iter(winners.values())) if len(winners) == 1 else "", clauses)

    def _is_amendment(self, fact: Fact) -> bool:
        return self._library.record(fact.citations[0].document_id).role is Role.AMENDMENT

    def _winner(self, fact: Fact, pair: tuple[DocumentRecord, DocumentRecord]) -> DocumentRecord | None:
        """Of the two the one that a clause has prevail; None where it does not place both apart."""
        ranks = fact.value.splitlines()
        if len(ranks) > 1:
            return _higher(ranks, pair)
        return _named(ranks[0], self._library.record(fact.citations[0].document_id), pair)


def _higher(ranks: Sequence[str], pair: tuple[DocumentRecord, DocumentRecord]) -> DocumentRecord | None:
    """Of two documents the one that stands higher in an order; None where the order does not place both apart."""
    one, other = pair
    here, there = (rank(ranks, each.title, each.role) for each in pair)
    if here is None or there is None:
        return None
    if here != there:
        return one if here < there else other
    first, second = (annex_number(each.title) or "" for each in pair)
    if goes_by_number(ranks[here]) and first.isdigit() and second.isdigit() and first != second:
        return one if int(first) < int(second) else other
    return None


def _named(sentence: str, own: DocumentRecord, pair: tuple[DocumentRecord, DocumentRecord]) -> DocumentRecord | None:
    """Of two documents the one that a sentence has prevail over the other; ``own`` is the document in which it stands."""
    match = _PREVAILS.search(sentence)
    if match is None:
        return None
    last = _AT_END.search(match["subject"][-_SUBJECT_REACH:])
    subject = last["last"] if last else match["subject"][-_SUBJECT_REACH:]
    rest = sentence[: match.end("subject") - len(subject)] + match["rest"]
    above = [each for each in pair if _is_meant(subject, own, each)]
    if len(above) != 1:
        return None
    below = next(each for each in pair if each is not above[0])
    return above[0] if _is_meant(rest, own, below) else None


def _is_meant(words: str, own: DocumentRecord, record: DocumentRecord) -> bool:
    """Whether words name a document: as the one in which they stand ("this Annex"), or by what it is."""
    if record.id == own.id:
        return any(True for _ in _owns(words, own)) or rank([words], record.title, record.role) is not None
    others = _OWN.sub(" ", words)
    return rank([others], record.title, record.role) is not None or (
        record.role is Role.FRAMEWORK
        and re.search(r"\b(?:the|le|du) (?:agreement|contract|contrat)\b", others, re.IGNORECASE) is not None
    )


def _owns(words: str, own: DocumentRecord) -> Iterator[str]:
    """The names by which words mean the document that they stand in; "this Agreement" means a framework alone."""
    for match in _OWN.finditer(words):
        what = match["what"].casefold()
        if what not in {"agreement", "contrat", "accord"} or own.role is Role.FRAMEWORK:
            yield what
