"""Whether a scale of credits is the one of the service that a question is about: another service's gives a wrong figure. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer import Statement
from assistant.asked.question import Question
from assistant.asked.terms import content_stems
from assistant.calculation.bands import bands
from assistant.calculation.calculated import Calculated
from assistant.calculation.calculation import calculate
from assistant.naming.service_names import service_names
from assistant.proof.translated import without_folder
from assistant.wording.everyday import is_everyday
from ingest.words import fold

_OF_ANY_QUESTION = frozenset(  # words that say nothing of which service
    "availability available uptime disponibilite disponible dispo credit credits service services penalty penalties "
    "penalite penalites avoir avoirs refund rebate month months monthly week year last this mois mensuel mensuelle semaine "
    "annee dernier was were fell dropped went down only tombe tombee passe etait get back owe owed pay paid pays money "
    "amount sum much pounds euros dollars invoice bill fee fees charge charges measured mesure mesuree point points percent "
    "gap ecart level taux niveau target objectif rate what which how many due recupere rembourse facture redevance montant "
    "somme combien quel quelle january february march april may june july august september october november december "
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre".split()
)
_OF_ANY_CREDIT = frozenset(
    "service services credit credits monthly month charge charges fee fees penalite penalites redevance redevances".split()
)
_NAME = re.compile(r"(?<=[\w,'’(] )(?:l['’])?[A-ZÀ-Þ][\w-]+|(?<=['’])[A-ZÀ-Þ][\w-]+")


def of_service_asked(question: Question, pool: Sequence[tuple[str, Statement]], found: Calculated) -> bool:
    """Whether the scale that was taken is the one of the service asked about: the question names it alone, or all come to the same.

    What the question writes in capitals ("VM") must be named by the quotes or by where they stand.
    """
    scales = [_place(one) if bands(text.split("\n")[-1]) else None for text, one in pool]
    taken = scales[found.quotes[0]]
    if taken is None:
        return True
    used = [pool[number][1] for number in found.quotes]
    told = " ".join(map(_told_of, used))
    if not service_names(question.text) <= _words(told):
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
    """The pieces without the scales of other services: those that do not name what the question writes in capitals, where another does,
    and those that bear a name ("Portal") which the question lacks, where it has one of its own.
    """
    pool = [
        (text, one) for text, one in pool if not (bands(text.split("\n")[-1]) and _names_another(question, text, one))
    ]
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


def _names_another(question: Question, scale: str, statement: Statement) -> bool:
    """Whether a scale has names ("Portal"), the question none of them, and a thing of its own."""
    told, names = _words(f"{scale} {_told_of(statement)}"), _names(scale) - _OF_ANY_CREDIT - _OF_ANY_QUESTION
    asked = {word for word in _words(question.text) if _may_name(word)} - _OF_ANY_QUESTION
    shared, own = (content_stems(" ".join(words), question.language) for words in (asked & told, asked - told))
    return bool(names and own) and not shared


def _may_name(word: str) -> bool:
    """Whether a word may name a service: the "ci" of « ce mois-ci » and everyday words do not."""
    return len(word) > 2 and not word.isdigit() and not is_everyday(word)


def _names(text: str) -> set[str]:
    """The words of a text that are written with a capital within a sentence, folded."""
    return _words(" ".join(_NAME.findall(text)))
