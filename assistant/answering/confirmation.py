"""That a contract does say what a question wants confirmed: "the fees are due by the fifth day of each month, right?".

Told only where one sentence speaks of every word, no check of the proof objects, the reader finds it borne out, and nothing else that
was found says otherwise. It is a statement about the words that are quoted below it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answering.contradiction import Contradiction
from assistant.answering.lead import has_exception
from assistant.answering.piece import LOOKED_AT, Piece, StatementReader, content, speaking
from assistant.answering.said_otherwise import CONTRADICTED_BY
from assistant.asked.premise import borne_out, read_assertion, read_premise
from assistant.asked.question import Question
from assistant.ground import objections
from assistant.proof.overlap import language_of
from assistant.values.spoken_figure import spoken
from assistant.wording.conditional import is_conditional, opens_with_condition
from assistant.wording.lexicon import Lexicon
from ingest.words import fold, stems

_FEW = 3  # words that an assertion must have to be known again
_FIGURE_BORNE_OUT = 1.5
_BORNE_OUT = 2.5
"""Log-odds from which words bear out an assertion with a figure of its own, and one without (docs/silence.md)."""

_INSTEAD = re.compile(
    r"\b(?:instead of|in place of|rather than|au lieu d\w*|plutôt qu\w*|en lieu et place)\b", re.IGNORECASE
)
_ALWAYS = re.compile(r"\b(?:always|never|ever|all|every|any|toujours|jamais|tous|toutes|tout|aucune?)\b", re.IGNORECASE)
_NON = re.compile(r"\bnon[- ](?P<word>\w+)")
_WORDS = {
    "en": {
        "figure": "The clause does say {}.",
        "figure_except": "The clause does say {}, with an exception.",
        "so": "The clause says so.",
        "so_except": "The clause says so, with an exception.",
    },
    "fr": {
        "figure": "La clause dit bien {}.",
        "figure_except": "La clause dit bien {}, avec une exception.",
        "so": "La clause le dit bien.",
        "so_except": "La clause le dit bien, avec une exception.",
    },
}


class Confirmations:
    """Finds what bears out that which a question wants confirmed.

    Args:
        lexicon: knows the question's words by other names.
        reader: reads an assertion together with a sentence; without one nothing is confirmed.
    """

    def __init__(self, lexicon: Lexicon, reader: StatementReader | None = None) -> None:
        self._lexicon = lexicon
        self._reader = reader

    def of(self, question: Question, pieces: Sequence[Piece]) -> Contradiction | None:
        """What confirms a question, with the place of the piece; None where nothing does with certainty.

        Args:
            question: as read.
            pieces: what was found, best first.
        """
        asserted, premise = read_assertion(question), read_premise(question)
        said = premise.said if premise is not None else asserted.said.strip() if asserted is not None else ""
        asks = premise.asks if premise is not None else asserted is not None and asserted.asks
        words = len(content(said)) + (premise is not None)  # a figure is told apart as a word is
        if not asks or (premise is None and is_conditional(said)) or words < _FEW:
            return None
        found = [
            (place, sentence)
            for place, piece in enumerate(pieces[:LOOKED_AT])
            if not piece.is_row
            for sentence in speaking(said, piece, self._lexicon)
        ]
        if any(CONTRADICTED_BY & objections(said, [sentence], self._lexicon).keys() for _, sentence in found):
            return None
        for place, sentence in found:
            enough = _BORNE_OUT if premise is None else _FIGURE_BORNE_OUT
            if (premise is None or borne_out(premise, sentence)) and self._bears_out(sentence, said, enough):
                excepted = "_except" if has_exception(sentence) else ""
                figure = spoken(premise.figure, question.language) if premise is not None else ""
                form = f"figure{excepted}" if figure else f"so{excepted}"
                return Contradiction(_WORDS[question.language][form].format(figure), (place,))
        return None

    def _bears_out(self, sentence: str, said: str, enough: float) -> bool:
        if opens_with_condition(sentence) or _non(sentence) & _stems(said) - _non(said):
            return False
        if _INSTEAD.search(sentence) and not _INSTEAD.search(said):
            return False  # "monthly during the exit period instead of quarterly" is not the rule
        granted = set() if _ALWAYS.search(said) else {"exception"}
        if set(objections(said, [sentence], self._lexicon)) - granted:
            return False
        score = self._reader.bears_out(sentence, said) if self._reader is not None else None
        return score is not None and score >= enough


def _stems(text: str) -> set[str]:
    return set(stems(text, language_of(text)))


def _non(text: str) -> set[str]:
    """The stems of the words that a text denies with "non": "non-exclusive"."""
    return _stems(" ".join(match["word"] for match in _NON.finditer(fold(text))))
