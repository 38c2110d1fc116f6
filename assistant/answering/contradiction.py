"""What a contract says otherwise than a question takes for granted: "since the cap is 20%, …", "they may subcontract freely, right?".

A contradiction is told only where it is certain: one sentence or row speaks of every word that is asserted and says otherwise, and
nothing else that was found bears the assertion out. It is a statement about the words that are quoted below it, and about no others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.answering.lead import has_exception
from assistant.answering.piece import Piece, StatementReader, content, speaking
from assistant.answering.said_otherwise import said_otherwise
from assistant.answering.substitution import substituted
from assistant.asked.premise import Premise, asserted_day, kind_of, read_assertion, read_premise
from assistant.asked.question import Question
from assistant.ground import objections
from assistant.proof.focus import parts
from assistant.proof.overlap import relatives
from assistant.proof.vicinity import SEGMENT_END
from assistant.values.figures import Figure, figures, holds
from assistant.values.hours import with_night
from assistant.values.law_places import are_of_other_law, law_places
from assistant.values.spoken_figure import spoken
from assistant.wording.ending import is_at_will
from assistant.wording.lexicon import Lexicon
from assistant.wording.near_miss import near_miss
from assistant.wording.redaction import redactions
from ingest.days import days
from ingest.written_day import written_day

_LOOKED_AT = 6  # pieces, best first, among which the one that says otherwise is looked for
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
_SCALE = 12  # a month and a year are of one
_MINUTES = {
    "second": 1 / 60,
    "minute": 1.0,
    "hour": 60.0,
    "day": 1440.0,
    "week": 10080.0,
    "month": 43800.0,
    "year": 525600.0,
}
_SENTENCE = re.compile(r"[;:]|\.(?=\s|$)")
_HUNDRED_AND = re.compile(r"(?<=hundred) and |(?<=thousand) and ", re.IGNORECASE)  # parts no segments
_WORDS = {
    "en": {
        "figure": "Not {}: the clause says {}.",
        "figures": "Not {}: the clauses say {}.",
        "figure_except": "Not {}: the clause says {}, with an exception.",
        "and": " and ",
        "law": "The clause names another law.",
        "law_except": "The clause names another law, with an exception.",
        "otherwise": "The clause says otherwise.",
        "otherwise_except": "The clause says otherwise, with an exception.",
    },
    "fr": {
        "figure": "Pas {} : la clause dit {}.",
        "figures": "Pas {} : les clauses disent {}.",
        "figure_except": "Pas {} : la clause dit {}, avec une exception.",
        "and": " et ",
        "law": "La clause désigne un autre droit.",
        "law_except": "La clause désigne un autre droit, avec une exception.",
        "otherwise": "La clause dit autre chose.",
        "otherwise_except": "La clause dit autre chose, avec une exception.",
    },
}


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What is told, and the places of the pieces that say it, the main one first."""

    told: str
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Given:
    """The figures that a sentence gives in place of the one asserted, the place of its piece, and how near it is to what is asserted."""

    place: int
    figures: tuple[Figure, ...]
    near: float


class Contradictions:
    """Finds what words that were found say otherwise than a question asserts.

    Args:
        lexicon: knows the question's words by other names.
        reader: reads an assertion together with a sentence; without one, only figures and days are contradicted.
    """

    def __init__(self, lexicon: Lexicon, reader: StatementReader | None = None) -> None:
        self._lexicon = lexicon
        self._reader = reader

    def of(self, question: Question, pieces: Sequence[Piece]) -> Contradiction | None:
        """What contradicts a question, None where nothing does with certainty.

        Args:
            question: as read.
            pieces: what was found, best first.
        """
        premise = read_premise(question)
        if premise is not None:
            return self._of_figure(question, premise, pieces) or self._of_other_figure(question, premise, pieces)
        if asserted_day(question) is not None:
            return self._of_day(question, pieces)
        return self._of_law(question, pieces) or self._of_words(question, pieces)

    # --- a figure

    def _of_figure(self, question: Question, premise: Premise, pieces: Sequence[Piece]) -> Contradiction | None:
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
        form = "figures" if len(places) > 1 else "figure_except" if has_exception(pieces[places[0]].words) else "figure"
        return Contradiction(_told(question.language, form, said, [each for each in told if each]), places)

    def _of_other_figure(self, question: Question, premise: Premise, pieces: Sequence[Piece]) -> Contradiction | None:
        """What a sentence that lacks a word of the assertion gives in its place: it would bear it out with its own figure."""
        if self._reader is None:
            return None
        found = substituted(premise, pieces, self._lexicon, self._reader, question.language)
        said = spoken(premise.figure, question.language)
        told = spoken(found.figure, question.language) if found is not None else None
        if found is None or said is None or told is None:
            return None
        form = "figure_except" if has_exception(pieces[found.place].words) else "figure"
        return Contradiction(_told(question.language, form, said, [told]), (found.place,))

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
        return kept if min(each.place for each in near) < _LOOKED_AT else []

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
        agreed = len({each.figures for each in given}) == 1 and given[0].place < _LOOKED_AT
        return list(given[:1]) if agreed else []

    def _given(self, question: Question, premise: Premise, place: int, piece: Piece) -> Iterator[_Given]:
        """What the sentences of a piece that speak of all that is asserted give in place of the figure asserted."""
        if redactions(piece.words) or near_miss(with_night(question.text), f"{piece.above} {piece.words}"):
            return
        for said in speaking(premise.said, piece, self._lexicon):
            told = {figure for figure in self._beside(premise, said) if _of_one_scale(figure, premise.figure)}
            if told and not holds({f for f in figures(said) if kind_of(f) == kind_of(premise.figure)}, premise.figure):
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
                told = {figure for figure in figures(segment) if kind_of(figure) == kind_of(premise.figure)}
                if told and (before or act):
                    best.setdefault((len(before), len(own)), set()).update(told)
        return best[max(best)] if best else set()

    def _supports(self, premise: Premise, piece: Piece) -> bool:
        """Whether words hold the figure asserted, beside what it is asserted of."""
        words, act = content(premise.said), _ACT.search(premise.said)
        if piece.is_row:
            held = relatives(premise.said, f"{piece.above}\n{piece.words}", self._lexicon)
            return holds(figures(piece.words), premise.figure) and all(held.get(word) for word in words)
        for part in _SENTENCE.split(" ".join(piece.words.split())):
            held = relatives(premise.said, part, self._lexicon)
            wanted = content(act["act"]) if act else words
            share = sum(bool(held.get(word)) for word in wanted)
            beside = share == len(wanted) if act else share >= _ENOUGH * len(wanted)
            if beside and holds(figures(part), premise.figure) and not self._is_elsewhere(premise, part):
                return True
        return False

    def _is_elsewhere(self, premise: Premise, part: str) -> bool:
        """Whether the figure asserted stands in a sentence beside other words than those asserted."""
        return "figure elsewhere" in objections(premise.said, [part], self._lexicon)

    # --- a day

    def _of_day(self, question: Question, pieces: Sequence[Piece]) -> Contradiction | None:
        asserted, day = read_assertion(question), asserted_day(question)
        assert asserted is not None
        assert day is not None
        bare = f"{asserted.said[: day.span.start]}{asserted.said[day.span.end :]}"
        words = content(bare)
        if len(words) < 2 or any(self._dates(bare, day.day, piece) for piece in pieces[:_HEARD]):
            return None
        for place, piece in enumerate(pieces[:_LOOKED_AT]):
            for said in speaking(bare, piece, self._lexicon):
                told = {other.day for other in days(said)}
                if len(told) == 1:
                    form = "figure_except" if has_exception(said) else "figure"
                    instead = written_day(told.pop(), question.language)
                    asked = written_day(day.day, question.language)
                    return Contradiction(_told(question.language, form, asked, [instead]), (place,))
        return None

    def _dates(self, bare: str, day: date, piece: Piece) -> bool:
        """Whether a piece names a day beside what is asserted of it."""
        return any(
            day in {other.day for other in days(part)}
            and sum(map(bool, relatives(bare, part, self._lexicon).values())) >= _ENOUGH * len(content(bare))
            for part in parts(" ".join(piece.words.split()))
        )

    # --- the law that governs

    @staticmethod
    def _of_law(question: Question, pieces: Sequence[Piece]) -> Contradiction | None:
        """That another law governs than the one asserted: all sentences found that name one name the same, and it is surely another."""
        asserted = read_assertion(question)
        said = law_places(asserted.said) if asserted is not None else frozenset[str]()
        named = [
            (n, places) for n, piece in enumerate(pieces) for part in piece.sentences if (places := law_places(part))
        ]
        if not said or len({places for _, places in named}) != 1 or named[0][0] >= _LOOKED_AT:
            return None
        place, places = named[0]
        if not are_of_other_law(said, places):
            return None
        form = "law_except" if has_exception(pieces[place].words) else "law"
        return Contradiction(_WORDS[question.language][form], (place,))

    # --- anything else

    def _of_words(self, question: Question, pieces: Sequence[Piece]) -> Contradiction | None:
        """What is said otherwise than a plain assertion: it is denied, of another force, rhythm or party."""
        asserted = read_assertion(question)
        if asserted is None or self._reader is None:
            return None
        found = said_otherwise(asserted.said, pieces[:_LOOKED_AT], self._lexicon, self._reader)
        if found is None:
            return None
        form = "otherwise_except" if has_exception(found.sentence) else "otherwise"
        return Contradiction(_WORDS[question.language][form], (found.place,))


def _of_one_scale(one: Figure, other: Figure) -> bool:
    """Whether neither is more than twelve times the other, where both are times: "20 days" says nothing against "24 months"."""
    lengths = [_MINUTES.get(figure.unit.rsplit(" ", 1)[-1], 0.0) * figure.value for figure in (one, other)]
    return not all(lengths) or max(lengths) <= _SCALE * min(lengths)


def _told(language: str, form: str, said: str, instead: Sequence[str]) -> str:
    words = _WORDS[language]
    *first, last = instead
    return words[form].format(said, words["and"].join((*((", ".join(first),) if first else ()), last)))
