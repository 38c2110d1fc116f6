"""Whether a scale of credits is the one of the service that a question is about: another service's gives a wrong figure. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer import Statement
from assistant.asked.question import Question
from assistant.calculation.bands import bands
from assistant.calculation.calculated import Calculated
from assistant.calculation.calculation import calculate
from assistant.naming.service_names import service_names
from assistant.proof.translated import without_folder
from ingest.words import fold

_LEVEL = re.compile(r"\b(?:availab\w+|uptime|credits?|disponib\w+|penalites?|avoirs?)\b")
_OF_ANY_CREDIT = frozenset(
    "service services credit credits monthly month charge charges fee fees penalite penalites redevance redevances".split()
)
_NAME = re.compile(r"(?<=[\w,'’(] )(?:l['’])?[A-ZÀ-Þ][\w-]+|(?<=['’])[A-ZÀ-Þ][\w-]+")


def of_service_asked(question: Question, pool: Sequence[tuple[str, Statement]], found: Calculated) -> bool:
    """Whether the scale that was taken is the one of the service asked about: the question names it alone, or all come to the same.

    What the question writes in capitals ("VM") must be named by the quotes or by where they stand, and no other quote on a level of
    service may have the names that the question has where the scale has others.
    """
    scales = [_place(one) if bands(text.split("\n")[-1]) else None for text, one in pool]
    taken = scales[found.quotes[0]]
    if taken is None:
        return True
    used = [pool[number][1] for number in found.quotes]
    told = " ".join(map(_told_of, used))
    if not service_names(question.text) <= _words(told) or _names_another(question, pool[found.quotes[0]][0], pool):
        return False
    asked, result = _words(question.text), found.told.partition(":")[0]
    for scale in {scale for scale in scales if scale is not None and scale != taken}:
        here, there = _words(" ".join(taken)), _words(" ".join(scale))
        if asked & (here - there) and not asked & (there - here):
            continue
        alone = [text if mine in (None, scale) else "" for (text, _), mine in zip(pool, scales, strict=True)]
        other = calculate(question, alone)
        if other is None or other.told.partition(":")[0] != result:
            return False
    return True


def scales_named(question: Question, pool: Sequence[tuple[str, Statement]]) -> list[tuple[str, Statement]]:
    """The pieces without the scales that do not name what the question writes in capitals, where another scale does."""
    scales = [one for text, one in pool if bands(text.split("\n")[-1])]
    naming = [one for one in scales if service_names(question.text) <= _words(_told_of(one))]
    if not naming:
        return list(pool)
    return [(text, one) for text, one in pool if one in naming or one not in scales]


def _told_of(statement: Statement) -> str:
    """What a statement says, and where it stands."""
    return f"{statement.text} {' '.join(_place(statement))} {statement.citations[-1].clause}"


def _place(statement: Statement) -> tuple[str, str]:
    """The document and clause of a scale; the two languages of one document are one."""
    last = statement.citations[-1]
    return without_folder(last.document), last.clause_id


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]{2,}", fold(text)))


def _names_another(question: Question, scale: str, pool: Sequence[tuple[str, Statement]]) -> bool:
    """Whether a scale has names that the question lacks ("Portal"), and another quote on a level of service has the question's."""
    asked, here, told = _words(question.text), _names(scale) - _OF_ANY_CREDIT, _words(scale)
    others = [_names(text) for text, _ in pool if _LEVEL.search(fold(text))]
    return any(asked & other - told and here - other - asked for other in others)


def _names(text: str) -> set[str]:
    """The words of a text that are written with a capital within a sentence, folded."""
    return _words(" ".join(_NAME.findall(text)))
