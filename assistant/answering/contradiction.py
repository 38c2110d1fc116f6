"""What a contract says otherwise than a question takes for granted: "since the cap is 20%, …", "they may subcontract freely, right?".

A contradiction is told only where it is certain: one sentence or row speaks of every word that is asserted and says otherwise, and
nothing else that was found bears the assertion out. It is a statement about the words that are quoted below it, and about no others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from assistant.answering.lead import has_exception
from assistant.asked.premise import Premise, asserted_day, kind_of, read_assertion, read_premise
from assistant.asked.question import Question
from assistant.ground import objections
from assistant.proof.excepted import exception_asked
from assistant.proof.focus import parts
from assistant.proof.overlap import language_of, plain_content, relatives
from assistant.proof.polarity import denies_plainly
from assistant.proof.vicinity import SEGMENT_END
from assistant.values.figures import Figure, figures, holds
from assistant.values.hours import with_night
from assistant.values.spoken_figure import spoken
from assistant.wording.lexicon import Lexicon
from assistant.wording.near_miss import near_miss
from assistant.wording.redaction import redactions
from ingest.days import days
from ingest.words import fold
from ingest.written_day import written_day

_LOOKED_AT = 6  # pieces, best first, among which the one that says otherwise is looked for
_HEARD = 10  # pieces, best first, of which none may bear the assertion out
_MOST_TOLD = 3  # figures that are set against the one asserted; more tell the reader nothing
_ENOUGH = 0.5  # share of the asserted words beside the asserted figure from which words may bear it out
_FEW = 3  # words that an assertion without a figure must have, to be known again
_LABEL = 2  # cells at the head of a row that may name it ("SL10", "Availability of email")
_AS_NEAR = (
    1.5  # log-odds by which a sentence may lie behind the one that is nearest to what is asserted, and be told with it
)
_DENIED_BY = frozenset(("contradicted", "denial lost"))
_TURNED_BY = frozenset(("force", "leave", "party"))
"""Checks that find something said otherwise. The first object to none of the true ones of the labelled pairs that one sentence speaks of;
the others to few, and to none that the cross-encoder reads as not borne out (docs/silence.md)."""
_REFUSED_BELOW = 1.0  # log-odds that words bear a statement out, under which they are read so

_DENYING = frozenset("cannot never jamais aucun nul".split())  # stems
_ACT = re.compile(
    r"\b(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|secondes?|heures?|jours?|semaines?|mois|ans?)\s"
    r"(?:(?:ouvrée?s?|ouvrables?|calendaires?)\s)?(?:to|pour|afin de)\s(?P<act>[^\W\d_]+)",
    re.IGNORECASE,
)
_CODE = re.compile(r"\b[a-z]{1,4}\d{1,2}\b")  # "p1", "sl6"
_SENTENCE = re.compile(r"[;:]|\.(?=\s|$)")
_HUNDRED_AND = re.compile(r"(?<=hundred) and |(?<=thousand) and ", re.IGNORECASE)  # parts no segments
_CONDITION = re.compile(
    r"\b(?:if|when|where|unless|once|only|except|until|after|before|si|s['’]il|lorsqu\w*|quand|sauf|seulement|uniquement|après|avant|"
    r"tant que|dès que)\b",
    re.IGNORECASE,
)
_OPENS_WITH_CONDITION = re.compile(  # behind its number and heading
    r"^[^,;]{0,80}?\b(?-i:If|Where|When|Unless|Once|Should|In the event|Si|S['’]il|Lorsqu\w*|Quand|Dans le cas|En cas)\b",
    re.IGNORECASE,
)
_FREELY = re.compile(  # says that no condition is made, in words that a condition does not have
    r"\b(?:freely|at will|as (?:they|we|it|you) (?:like|please|want)s?|when(?:ever)? (?:they|we|it) (?:like|want|please)s?|librement|"
    r"à (?:sa|leur|notre) guise|comme (?:il|elle|ils|on|nous) (?:veut|veulent|voulons)|sans (?:aucune )?condition)\b",
    re.IGNORECASE,
)
_WORDS = {
    "en": {
        "figure": "Not {}: the clause says {}.",
        "figures": "Not {}: the clauses say {}.",
        "figure_except": "Not {}: the clause says {}, with an exception.",
        "and": " and ",
        "otherwise": "The clause says otherwise.",
        "otherwise_except": "The clause says otherwise, with an exception.",
    },
    "fr": {
        "figure": "Pas {} : la clause dit {}.",
        "figures": "Pas {} : les clauses disent {}.",
        "figure_except": "Pas {} : la clause dit {}, avec une exception.",
        "and": " et ",
        "otherwise": "La clause dit autre chose.",
        "otherwise_except": "La clause dit autre chose, avec une exception.",
    },
}


class StatementReader(Protocol):
    """Reads a statement together with words that may bear it out."""

    def bears_out(self, words: str, statement: str, /) -> float | None:
        """How far the words bear the statement out, as log-odds; None when the two together are too long."""
        ...


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that were found: a clause, sentence or row as it stands, and what stands ``above`` a row (headings, header)."""

    words: str
    above: str = ""

    @property
    def is_row(self) -> bool:
        """Whether it is a row of a table: its cells are parted by tabs."""
        return "\t" in self.words


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
            return self._of_figure(question, premise, pieces)
        if asserted_day(question) is not None:
            return self._of_day(question, pieces)
        return self._of_words(question, pieces)

    # --- a figure

    def _of_figure(self, question: Question, premise: Premise, pieces: Sequence[Piece]) -> Contradiction | None:
        if any(self._supports(premise, piece) for piece in pieces[:_HEARD]):
            return None
        given = [each for n, piece in enumerate(pieces) for each in self._given(question, premise, n, piece)]
        given = self._nearest(given) if len(_content(premise.said)) > 1 else self._of_one_word(premise, given)
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

    def _nearest(self, given: Sequence[_Given]) -> list[_Given]:
        """Those that are nearest to what is asserted, as the reader tells; without one all. None where they stand too far behind."""
        if not given:
            return []
        best = max(each.near for each in given)
        near = sorted((each for each in given if each.near >= best - _AS_NEAR), key=lambda each: -each.near)
        kept = [
            each
            for n, each in enumerate(near)
            if not set(each.figures) <= {f for other in near[:n] for f in other.figures}
        ]
        return kept if min(each.place for each in near) < _LOOKED_AT else []

    @staticmethod
    def _of_one_word(premise: Premise, given: Sequence[_Given]) -> list[_Given]:
        """What is given for an assertion of one word: by the best piece, for an act ("30 days to pay"); else where all give the same."""
        if _ACT.search(premise.said):
            return [each for each in given if each.place == 0][:1]
        agreed = len({each.figures for each in given}) == 1 and given[0].place < _LOOKED_AT
        return list(given[:1]) if agreed else []

    def _given(self, question: Question, premise: Premise, place: int, piece: Piece) -> Iterator[_Given]:
        """What the sentences of a piece that speak of all that is asserted give in place of the figure asserted."""
        if redactions(piece.words) or near_miss(with_night(question.text), f"{piece.above} {piece.words}"):
            return
        for said in self._speaking(premise.said, piece):
            told = self._beside(premise, said)
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
            if act and not all(relatives(act["act"], half, self._lexicon).get(word) for word in _content(act["act"])):
                continue
            before: set[str] = set()
            for segment in SEGMENT_END.split(_HUNDRED_AND.sub(" ", half)):
                own = {word for word, held in relatives(premise.said, segment, self._lexicon).items() if held}
                before |= own
                told = {figure for figure in figures(segment) if kind_of(figure) == kind_of(premise.figure)}
                if told and (before or act):
                    best.setdefault((len(before), len(own)), set()).update(told)
        return best[max(best)] if best else set()

    def _speaking(self, said: str, piece: Piece) -> Iterator[str]:
        """The sentences of a piece that hold every word of an assertion, in whatever form; a row is one, read below its headings."""
        words = _content(said)
        if not words or not _codes(said) <= _codes(f"{piece.above} {piece.words}"):
            return
        if piece.is_row and not self._names_label(said, piece):
            return
        for part in [piece.words] if piece.is_row else parts(" ".join(piece.words.split())):
            held = relatives(said, f"{piece.above}\n{part}" if piece.is_row else part, self._lexicon)
            if all(held.get(word) for word in words):
                yield part

    def _names_label(self, said: str, piece: Piece) -> bool:
        """Whether an assertion names a row, by a word or the code of its label; the words of the columns are those of every row."""
        label = " ".join(piece.words.split("\t")[:_LABEL])
        return bool(_codes(said) & _codes(label)) or any(relatives(said, label, self._lexicon).values())

    def _supports(self, premise: Premise, piece: Piece) -> bool:
        """Whether words hold the figure asserted, beside what it is asserted of."""
        words, act = _content(premise.said), _ACT.search(premise.said)
        if piece.is_row:
            held = relatives(premise.said, f"{piece.above}\n{piece.words}", self._lexicon)
            return holds(figures(piece.words), premise.figure) and all(held.get(word) for word in words)
        for part in _SENTENCE.split(" ".join(piece.words.split())):
            held = relatives(premise.said, part, self._lexicon)
            wanted = _content(act["act"]) if act else words
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
        words = _content(bare)
        if len(words) < 2 or any(self._dates(bare, day.day, piece) for piece in pieces[:_HEARD]):
            return None
        for place, piece in enumerate(pieces[:_LOOKED_AT]):
            for said in self._speaking(bare, piece):
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
            and sum(map(bool, relatives(bare, part, self._lexicon).values())) >= _ENOUGH * len(_content(bare))
            for part in parts(" ".join(piece.words.split()))
        )

    # --- anything else

    def _of_words(self, question: Question, pieces: Sequence[Piece]) -> Contradiction | None:
        """What is said otherwise than a plain assertion: it is denied, of another force, or of another party."""
        asserted = read_assertion(question)
        if asserted is None or self._reader is None or _CONDITION.search(asserted.said) or figures(asserted.said):
            return None
        bare = _FREELY.sub(" ", asserted.said).strip()
        if len(_content(bare)) + (bare != asserted.said.strip()) < _FEW:
            return None
        spoken_of = (
            (place, said)
            for place, piece in enumerate(pieces[:_LOOKED_AT])
            if not piece.is_row
            for said in self._speaking(bare, piece)
        )
        place, said = next(spoken_of, (0, ""))
        if not said or _OPENS_WITH_CONDITION.match(said):
            return None
        if not self._said_otherwise(asserted.said.strip(), said, self._reader):
            return None
        form = "otherwise_except" if has_exception(said) else "otherwise"
        return Contradiction(_WORDS[question.language][form], (place,))

    def _said_otherwise(self, asserted: str, said: str, reader: StatementReader) -> bool:
        """Whether a sentence that speaks of all that is asserted says otherwise, and not in an exception alone."""
        if exception_asked(asserted, said, self._lexicon) is not None:
            return False
        found = objections(asserted, [said], self._lexicon).keys()
        if _DENIED_BY & found:
            return True
        if not (_TURNED_BY - {"party"} if denies_plainly(asserted) else _TURNED_BY) & found:
            return False
        score = reader.bears_out(said, asserted)
        return score is not None and score < _REFUSED_BELOW


def _content(said: str) -> list[str]:
    """The content stems of an assertion: what it is about, and not whether it denies."""
    return [stem for stem in plain_content(said, language_of(said)) if stem not in _DENYING]


def _codes(text: str) -> set[str]:
    return set(_CODE.findall(fold(text)))


def _told(language: str, form: str, said: str, instead: Sequence[str]) -> str:
    words = _WORDS[language]
    *first, last = instead
    return words[form].format(said, words["and"].join((*((", ".join(first),) if first else ()), last)))
