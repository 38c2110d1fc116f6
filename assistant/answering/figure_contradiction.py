"""A figure that a question takes for granted, and what the contract gives in its place: "we have 60 days to pay, right?".

Told where one sentence or row speaks of every word that is asserted and gives another figure beside them, and none of the best pieces
gives the figure asserted of the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answering.contradiction import Contradiction, instead
from assistant.answering.piece import LOOKED_AT, Piece, StatementReader, content, speaking
from assistant.answering.substitution import substituted
from assistant.asked.asserted_term import asserts_term
from assistant.asked.clause_topics import rank_on
from assistant.asked.premise import Premise, kind_of, of_one_scale
from assistant.asked.question import Question
from assistant.asked.term_topic import TERM
from assistant.ground import objections
from assistant.proof.overlap import relatives
from assistant.proof.polarity import denies_plainly
from assistant.proof.scaffolding import is_scaffolding
from assistant.proof.vicinity import SEGMENT_END
from assistant.values.bounds import thresholds
from assistant.values.figures import Figure, figures, holds
from assistant.values.hours import with_night
from assistant.values.rhythm import rhythms, without_rhythms
from assistant.values.spoken_figure import spoken
from assistant.wording.ending import is_at_will
from assistant.wording.lexicon import Lexicon
from assistant.wording.near_miss import near_miss
from assistant.wording.redaction import redactions

_HEARD = 10  # pieces, best first, of which none may bear the assertion out
_MOST_TOLD = 3  # figures that are set against the one asserted; more tell the reader nothing
_ENOUGH = 0.5  # share of the asserted words beside the asserted figure from which words may bear it out
_AS_NEAR = (
    1.5  # log-odds by which a sentence may lie behind the one that is nearest to what is asserted, and be told with it
)
_BEST_AS_NEAR = 2.5  # the same for the piece that ranks first: what is nearer would pass for all that is said
_ACT = re.compile(
    r"\b(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|secondes?|heures?|jours?|semaines?|mois|ans?)\s"
    r"(?:(?:ouvrée?s?|ouvrables?|calendaires?)\s)?(?:to|pour|afin de)\s(?P<act>[^\W\d_]+)",
    re.IGNORECASE,
)
_NOTICE = re.compile(r"\b(?:notice|préavis)\b", re.IGNORECASE)
_OF_THE_WHOLE = 2  # how a sentence must rank on the contract's term that is set against how long it is said to run
_SENTENCE = re.compile(r"[;:]|\.(?=\s|$)")
_HUNDRED_AND = re.compile(r"(?<=hundred) and |(?<=thousand) and ", re.IGNORECASE)  # parts no segments


@dataclass(frozen=True, slots=True)
class _Given:
    """The figures that a sentence gives in place of the one asserted, the place of its piece, and how near it is to what is asserted."""

    place: int
    figures: tuple[Figure, ...]
    near: float


class FigureContradictions:
    """Finds what is said in the place of a figure that is taken for granted.

    Args:
        lexicon: knows the question's words by other names.
        reader: reads an assertion together with a sentence; without one all sentences are as near.
    """

    def __init__(self, lexicon: Lexicon, reader: StatementReader | None = None) -> None:
        self._lexicon = lexicon
        self._reader = reader

    def of(self, question: Question, premise: Premise, pieces: Sequence[Piece]) -> Contradiction | None:
        """What contradicts the figure that a question asserts, None where nothing does with certainty.

        Args:
            question: as read.
            premise: the figure that it asserts.
            pieces: what was found, best first.
        """
        if denies_plainly(premise.said):
            return None  # "a month is not enough" asserts no month
        return self._of_all_words(question, premise, pieces) or self._of_most_words(question, premise, pieces)

    def _of_all_words(self, question: Question, premise: Premise, pieces: Sequence[Piece]) -> Contradiction | None:
        if any(self._supports(premise, piece) for piece in pieces[:_HEARD]):
            return None
        given = [each for n, piece in enumerate(pieces) for each in self._given(question, premise, n, piece)]
        given = self._nearest(given) if len(content(premise.said)) > 1 else self._of_one_word(premise, given, pieces)
        said = spoken(premise.figure, question.language)
        told = [
            spoken(figure, question.language) for figure in dict.fromkeys(f for each in given for f in each.figures)
        ]
        places = tuple(dict.fromkeys(each.place for each in given))
        most = _MOST_TOLD if len(places) == 1 else 2
        if said is None or not told or None in told or len(told) > most or len(places) > 2:
            return None
        given_instead = [each for each in told if each]
        words = instead(question.language, said, given_instead, pieces[places[0]].words, len(places))
        return Contradiction(words, places)

    def _of_most_words(self, question: Question, premise: Premise, pieces: Sequence[Piece]) -> Contradiction | None:
        """What a sentence that lacks a word of the assertion gives in its place: it would bear it out with its own figure."""
        if self._reader is None or asserts_term(premise.said):
            return None
        found = substituted(premise, pieces, self._lexicon, self._reader, question.language)
        said = spoken(premise.figure, question.language)
        told = spoken(found.figure, question.language) if found is not None else None
        if found is None or said is None or told is None:
            return None
        return Contradiction(instead(question.language, said, [told], pieces[found.place].words), (found.place,))

    def _nearest(self, given: Sequence[_Given]) -> list[_Given]:
        """Those that are nearest to what is asserted, as the reader tells; without one all. None where they stand too far behind."""
        if not given:
            return []
        best = max(each.near for each in given)
        margins = [(each, _BEST_AS_NEAR if each.place == 0 else _AS_NEAR) for each in given]
        near = sorted((each for each, margin in margins if each.near >= best - margin), key=lambda each: -each.near)
        kept = [
            each
            for n, each in enumerate(near)
            if not set(each.figures) <= {f for other in near[:n] for f in other.figures}
        ]
        return kept if min(each.place for each in near) < LOOKED_AT else []

    @staticmethod
    def _of_one_word(premise: Premise, given: Sequence[_Given], pieces: Sequence[Piece]) -> list[_Given]:
        """What is given for an assertion of one word: by the best piece, for an act ("30 days to pay"); else where all give the same.

        "The notice" without a ground is that of ending the contract at will, where there is one.
        """
        if _ACT.search(premise.said):
            return [each for each in given if each.place == 0][:1]
        if _NOTICE.search(premise.said):
            found = [pieces[each.place] for each in given]
            free = [
                each for each, piece in zip(given, found, strict=True) if is_at_will(f"{piece.above} {piece.words}")
            ]
            given = free or given
        agreed = len({each.figures for each in given}) == 1 and given[0].place < LOOKED_AT
        return list(given[:1]) if agreed else []

    def _given(self, question: Question, premise: Premise, place: int, piece: Piece) -> Iterator[_Given]:
        """What the sentences of a piece that speak of all that is asserted give in place of the figure asserted."""
        if redactions(piece.words) or near_miss(with_night(question.text), f"{piece.above} {piece.words}"):
            return
        of_life = asserts_term(premise.said)  # whose words any clause may have
        spoken_of = list(speaking(premise.said, piece, self._lexicon))
        for said in spoken_of or speaking(premise.said, piece, self._lexicon, below_heading=True):
            told = {figure for figure in self._beside(premise, said) if of_one_scale(figure, premise.figure)}
            told -= thresholds(said) - thresholds(premise.said)
            if of_life and rank_on(TERM, said) < _OF_THE_WHOLE:
                continue
            if told and not holds(self._periods(premise, said), premise.figure):
                score = self._reader.bears_out(said, premise.said) if self._reader and not piece.is_row else None
                yield _Given(place, tuple(sorted(told, key=lambda f: f.value)), score or 0.0)

    def _beside(self, premise: Premise, said: str) -> set[Figure]:
        """The figures of a sentence beside most of what is asserted; where that is for an act ("30 days to pay"), beside the act.

        What a part says before, it says of the parts behind it too ("terminate: the whole on 180 days' notice, a part on 30").
        """
        if "\t" in said:
            return {figure for figure in figures(said) if kind_of(figure) == kind_of(premise.figure)}
        act = _ACT.search(premise.said)
        best: dict[tuple[int, int], set[Figure]] = {}
        for half in _SENTENCE.split(said):
            if act and not all(relatives(act["act"], half, self._lexicon).get(word) for word in content(act["act"])):
                continue
            before: set[str] = set()
            for segment in SEGMENT_END.split(_HUNDRED_AND.sub(" ", half)):
                own = {word for word, held in relatives(premise.said, segment, self._lexicon).items() if held}
                before |= own
                told = self._periods(premise, segment)
                if told and (before or act):
                    best.setdefault((len(before), len(own)), set()).update(told)
        return best[max(best)] if best else set()

    def _supports(self, premise: Premise, piece: Piece) -> bool:
        """Whether words hold the figure asserted, beside what it is asserted of: its matter, and no words that any clause may have."""
        words, act = content(premise.said), _ACT.search(premise.said)
        matter = [word for word in words if not is_scaffolding(word)] or words
        if piece.is_row:
            held = relatives(premise.said, f"{piece.above}\n{piece.words}", self._lexicon)
            return holds(figures(piece.words), premise.figure) and all(held.get(word) for word in words)
        for part in _SENTENCE.split(" ".join(piece.words.split())):
            held = relatives(premise.said, part, self._lexicon)
            wanted = content(act["act"]) if act else matter
            share = sum(bool(held.get(word)) for word in wanted)
            beside = share == len(wanted) if act else share >= _ENOUGH * len(wanted)
            if beside and holds(self._periods(premise, part), premise.figure) and not self._is_elsewhere(premise, part):
                return True
        return False

    @staticmethod
    def _periods(premise: Premise, said: str) -> set[Figure]:
        """The figures of the kind asserted in words; not those that tell how often, where none is asserted ("every 24 hours")."""
        bare = said if rhythms(premise.said) or "\t" in said else without_rhythms(said)
        return {figure for figure in figures(bare) if kind_of(figure) == kind_of(premise.figure)}

    def _is_elsewhere(self, premise: Premise, part: str) -> bool:
        """Whether the figure asserted stands in a sentence beside other words than those asserted."""
        return "figure elsewhere" in objections(premise.said, [part], self._lexicon)
