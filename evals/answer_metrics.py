"""Are the answers right, and is silence kept where the contract is silent? Scores of one answer."""

from __future__ import annotations

import re
from collections import Counter

from assistant.answer import Answer
from evals.case import Case
from evals.folding import fold
from evals.literal import has

_WORD = re.compile(r"\w+")
_ARTICLES = {
    "en": frozenset({"a", "an", "the"}),
    "fr": frozenset({"le", "la", "les", "l", "un", "une", "des", "du", "d"}),
}


def correct(answer: Answer, case: Case) -> float | None:
    """Correctness by literals: 1 when the shown answer holds a literal of each ``must`` group and none of ``must_not``.

    For an unanswerable question only an abstention is correct; for an answerable one an abstention never is. None
    when an answered case has no literals to hold it to. The literals are a floor: an answer may hold them and still
    be wrong.
    """
    if not case.answerable or answer.abstained:
        return float(bool(answer.abstained) and not case.answerable)
    if not case.must and not case.must_not:
        return None
    held = all(has(answer.text, group) for group in case.must)
    return float(held and not any(has(answer.text, group) for group in case.must_not))


def token_f1(answer: Answer, case: Case) -> float | None:
    """Token F1: harmonic mean of precision and recall of the answer's words against the reference answer's, as bags.

    Case, punctuation and articles (English and French) are left out. An abstention from an answerable question scores
    0. None for an unanswerable question or one without a reference. Source: P. Rajpurkar et al., "SQuAD" (EMNLP
    2016); there punctuation is deleted, here it separates words, as French elisions need.
    """
    if not case.answerable or not case.answer:
        return None
    given = Counter(() if answer.abstained else _tokens(answer.text, case.lang))
    wanted = Counter(_tokens(case.answer, case.lang))
    shared = (given & wanted).total()
    return 2 * shared / (given.total() + wanted.total()) if shared else 0.0


def rejection(answer: Answer, case: Case) -> float | None:
    """Rejection: of the unanswerable questions, the share that is met with silence. None for answerable ones."""
    return None if case.answerable else float(answer.abstained is not None)


def coverage(answer: Answer, case: Case) -> float | None:
    """Coverage: of the answerable questions, the share that is answered, rightly or not. None for others."""
    return float(answer.abstained is None and bool(answer.text.strip())) if case.answerable else None


def model_failed(answer: Answer, case: Case) -> float | None:
    """Model failed: of the questions put to a language model, the share at which it failed. None where none was asked.

    It could not be reached, took too long, or replied with nothing that cites a quote; the answer is then the contract's own words.
    """
    return float(answer.trace.get("model_failed", False)) if answer.trace.get("tokens") else None


def _tokens(text: str, language: str) -> list[str]:
    return [word for word in _WORD.findall(fold(text)) if word not in _ARTICLES[language]]
