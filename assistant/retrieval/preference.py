"""Which of the sentences that may answer stand before others for what they are: what is in the document that is wanted, says how long a
notice is, tells of the deed that is asked about, names the holder of a role, or caps a sum where the most is asked for.

Others keep a part of their score, and only where one of those that are preferred is on the subject: where none is, nothing changes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.asked.day_range import case_days, holding_days
from assistant.asked.question import Asked, Question
from assistant.asked.sought import Value, read_sought
from assistant.asked.whole_list import asks_for_all
from assistant.citing.surroundings import columns, is_row, with_items
from assistant.naming.clause_lookup import clause_at
from assistant.naming.role_words import roles_searched
from assistant.naming.service_names import service_names
from assistant.proof.overlap import relatives
from assistant.retrieval.announced import announced_table
from assistant.retrieval.asked_deed import asked_deed, tells_deed
from assistant.retrieval.candidate import Candidate, words_of
from assistant.retrieval.cap_order import by_cap
from assistant.retrieval.caps_beside import asks_for_cap
from assistant.retrieval.case_asked import case_asked, tells_case
from assistant.retrieval.preferring import BESIDE_IT, ON_SUBJECT, preferring
from assistant.retrieval.role_holder import asked_role, holder_in_row, holder_told
from assistant.wording.ending import asks_to_end, ends_at_will, ends_on_no_ground, is_at_will, may_end_on_notice
from assistant.wording.lexicon import Lexicon
from assistant.wording.notice import asks_at_will, asks_for_notice, gives_notice, purpose
from ingest.library import Library
from ingest.words import fold, stem_language

DEED_ON_SUBJECT = {
    Asked.PARTY: 0.5,
    Asked.YES_NO: 0.4,
    Asked.PERIOD: 0.35,
}  # of the coverage of the best piece, for one that tells of the deed
DEED_NEAR = 0.15  # of cosine by which it may lie farther than the nearest
ROW_ON_SUBJECT = 0.6  # of the coverage of what announces a table, for a row of it
BESIDE_CASE = 0.85  # of the score of what names no such case, where it is asked what follows in one
BESIDE_LIST = 0.85  # of the score of what announces no table, where all of something is asked for
ANNOUNCING = 0.7  # of the score of what announces a table, where a row of it may answer
ON_NOTICE_WEIGHT = 0.6  # of ending it on a notice, in so many words whatever the case
AT_WILL_WEIGHT = 1.0  # of ending a contract without a ground, where no ground is named


class Preference:
    """Puts what says what is asked for before what is only near it.

    Args:
        library: gives the documents.
        lexicon: knows the question's words by other names.
    """

    def __init__(self, library: Library, lexicon: Lexicon) -> None:
        self._library = library
        self._lexicon = lexicon

    def of(self, question: Question, said: str, candidates: Sequence[Candidate], dated: str = "") -> list[Candidate]:
        """The candidates with their scores changed, in the order in which they came.

        Args:
            question: as it is searched.
            said: what a follow-up says last; the question itself where it is none.
            candidates: scored by their words, kinds and meanings.
            dated: the question with the day of its case, where that was taken out for the search.
        """
        found = self._of_its_days(dated or question.text, candidates)
        roles = roles_searched(question.text)
        if roles:
            found = preferring(found, [self._library.record(c.passage.document_id).role in roles for c in found], True)
        if read_sought(question).value is Value.PERCENT and (names := service_names(question.text)):
            found = preferring(found, [c.holds and self._is_of(names, c) for c in found])
        role = asked_role(said)
        if role:
            found = preferring(found, [bool(self.holder(role, c)) for c in found])
        if asks_for_notice(said):
            return self._by_notice(said, found)
        if asks_for_cap(said):
            return by_cap(said, found, self._library)
        deed = asked_deed(said)
        if deed and not role:
            found = self._by_deed(question, deed, found)
        case = case_asked(said)
        if case:
            told = [tells_case(case, words_of(c, self._library), self._lexicon) for c in found]
            found = preferring(found, told, kept=BESIDE_CASE)
        if asks_to_end(said):
            found = self._at_will(found)
        return self._lists_first(found) if asks_for_all(question) else self._rows_first(found)

    def _lists_first(self, candidates: list[Candidate]) -> list[Candidate]:
        """The candidates, what announces a table on the subject before others: all of something is asked for."""
        documents = [self._library.document(c.passage.document_id) for c in candidates]
        announcing = [
            announced_table(document, c.span) is not None for document, c in zip(documents, candidates, strict=True)
        ]
        return preferring(candidates, announcing, least=ROW_ON_SUBJECT, kept=BESIDE_LIST)

    def _rows_first(self, candidates: Sequence[Candidate]) -> list[Candidate]:
        """The candidates, a sentence that announces a table behind a row of it that may answer."""
        rows = [c for c in candidates if is_row(self._library.document(c.passage.document_id), c.span)]
        return [replace(c, score=ANNOUNCING * c.score) if self._announces_any(c, rows) else c for c in candidates]

    def _announces_any(self, candidate: Candidate, rows: Sequence[Candidate]) -> bool:
        here = [row for row in rows if row.passage.document_id == candidate.passage.document_id]
        if not here:
            return False
        table = announced_table(self._library.document(candidate.passage.document_id), candidate.span)
        least = ROW_ON_SUBJECT * candidate.coverage
        return table is not None and any(
            table.span.contains(row.span) and row.coverage >= least and row.score >= ANNOUNCING * candidate.score
            for row in here
        )

    def holder(self, role: str, candidate: Candidate) -> str:
        """Whom a candidate names for a role; empty where it names nobody."""
        document = self._library.document(candidate.passage.document_id)
        if not is_row(document, candidate.span):
            return holder_told(role, words_of(candidate, self._library), self._lexicon)
        named = columns(document, candidate.span)
        return holder_in_row(
            role, words_of(candidate, self._library).split("\t"), named.split("\t") if named else [], self._lexicon
        )

    def _is_of(self, names: set[str], candidate: Candidate) -> bool:
        """Whether a candidate, its headings or its document name all services: the availability of one is not that of another."""
        passage = candidate.passage
        told = f"{passage.document} {passage.breadcrumb} {words_of(candidate, self._library)}"
        return names <= set(re.findall(r"[^\W_]+", fold(told)))

    def _tells(self, question: Question, deed: str, candidate: Candidate) -> bool:
        """Whether it tells of the deed; a row that holds the value asked for does, though what is done stands elsewhere in its clause."""
        document = self._library.document(candidate.passage.document_id)
        text = words_of(candidate, self._library)
        if is_row(document, candidate.span):
            if candidate.holds and read_sought(question).value is not None:
                return True
            heading = clause_at(document, candidate.span.start).heading or ""
            text = f"{heading}\n{columns(document, candidate.span)}\n{text}"
        return tells_deed(question, deed, text, stem_language(document.language), self._lexicon)

    def _by_deed(self, question: Question, deed: str, candidates: list[Candidate]) -> list[Candidate]:
        """The candidates, those that tell of the deed before others; only near ones do, since one deed is done to many things."""
        if not candidates:
            return candidates
        best = max(candidates, key=lambda each: each.score)
        nearest = max(each.near for each in candidates)
        least = DEED_ON_SUBJECT.get(question.asked, ON_SUBJECT) * best.coverage
        say = [
            c.near >= nearest - DEED_NEAR and c.coverage >= least and self._tells(question, deed, c) for c in candidates
        ]
        return preferring(candidates, say, least=0.0)

    def _by_notice(self, said: str, candidates: Sequence[Candidate]) -> list[Candidate]:
        """The candidates, those that say how long a notice is before those that give another period or none."""
        texts = [self._with_its_list(candidate) for candidate in candidates]
        giving = [gives_notice(text) for text in texts]
        if not asks_at_will(said):
            shares = [self._purposes(said, text) if gives else 0 for gives, text in zip(giving, texts, strict=True)]
            most = max(shares, default=0)
            return preferring(candidates, [share == most for share in shares] if most else giving)
        free = [gives and ends_on_no_ground(text) for gives, text in zip(giving, texts, strict=True)]
        preferred = preferring(candidates, free, least=0.0) if any(free) else preferring(candidates, giving)
        return [
            replace(c, score=c.score + AT_WILL_WEIGHT) if gives and is_at_will(text) else c
            for gives, text, c in zip(giving, texts, preferred, strict=True)
        ]

    def _purposes(self, said: str, text: str) -> int:
        """How many words a text has of what a question wants a notice for."""
        wanted = purpose(said)
        return sum(map(bool, relatives(wanted, text, self._lexicon).values())) if wanted else 0

    def _with_its_list(self, candidate: Candidate) -> str:
        """The words of a candidate with those of the list that it is quoted with: "on giving notice: (a) of six months"."""
        document = self._library.document(candidate.passage.document_id)
        if is_row(document, candidate.span):
            return words_of(candidate, self._library)
        return " ".join(part.of(document.text) for part in with_items(document, candidate.span))

    def _of_its_days(self, case: str, candidates: Sequence[Candidate]) -> list[Candidate]:
        """The candidates, what holds on other days than the question's behind what holds on them."""
        asked = case_days(case)
        held = [holding_days(words_of(c, self._library)) for c in candidates] if asked else []
        covered = ON_SUBJECT * max((c.coverage for c in candidates), default=0.0)
        within = [days is not None and asked is not None and days.overlaps(asked) for days in held]
        if not any(is_so and c.coverage >= covered for is_so, c in zip(within, candidates, strict=False)):
            return list(candidates)
        return [
            c if is_so or days is None else replace(c, score=BESIDE_IT * c.score)
            for is_so, days, c in zip(within, held, candidates, strict=True)
        ]

    def _at_will(self, candidates: Sequence[Candidate]) -> list[Candidate]:
        """The candidates, those that let end the contract without a ground before others."""
        return [replace(c, score=c.score + _way_out(words_of(c, self._library))) for c in candidates]


def _way_out(text: str) -> float:
    """What a text gains that lets end the contract: without a ground, or on a notice whatever the case."""
    return AT_WILL_WEIGHT if ends_at_will(text) else ON_NOTICE_WEIGHT if may_end_on_notice(text) else 0.0
