"""Why the contract does not answer, as far as can be told: the value is blacked out, it gives a neighbour of it, or none at all."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.asked.question import Question
from assistant.asked.sought import Value, read_sought
from assistant.retrieval.candidate import Candidate, words_of
from assistant.wording.near_miss import near_miss
from ingest.library import Library

_FIRST = 3  # pieces, among which one with a value taken out is looked for
_LEAST_HIDDEN = 0.15  # of the question's words that it must hold
_AS_MUCH = 0.75  # of what the best piece with a value holds
LEAST_SUBJECT = 0.25  # of the question's words that a piece must hold to be on its subject

_KINDS: dict[Value, tuple[str, str]] = {
    Value.TIME: ("a period", "une durée"),
    Value.MONEY: ("a sum", "un montant"),
    Value.PERCENT: ("a percentage", "un pourcentage"),
    Value.COUNT: ("a number", "un nombre"),
    Value.FREQUENCY: ("how often", "une fréquence"),
    Value.DATE: ("a date", "une date"),
    Value.CLOCK: ("a time of the day", "une heure"),
    Value.PLACE: ("a country or place", "un pays ou un lieu"),
    Value.CONTACT: ("an address or number", "une adresse ou un numéro"),
    Value.PERSON: ("a person's name", "le nom d'une personne"),
}
_WORDS = {
    "en": {
        "redacted": "The contract deals with this ({place}), but the figure is blacked out or left blank in this copy.",
        "near": "What it gives is {given} ({place}), and not {wanted}.",
        "none": "None of the clauses found gives {kind}.",
    },
    "fr": {
        "redacted": "Le contrat en traite ({place}), mais le chiffre est occulté ou laissé en blanc dans cet exemplaire.",
        "near": "Ce qu'il donne est {given} ({place}), et non {wanted}.",
        "none": "Aucune des clauses trouvées ne donne {kind}.",
    },
}


def redacted(candidates: Sequence[Candidate]) -> Candidate | None:
    """The piece on the subject whose value was taken out, None where a better one holds a value.

    Args:
        candidates: the pieces that may answer, in any order.
    """
    ranked = sorted(candidates, key=lambda c: -c.score)
    hidden = next((c for c in ranked[:_FIRST] if c.redacted and c.coverage >= _LEAST_HIDDEN), None)
    rival = next((c for c in ranked if c.holds), None)
    if hidden and rival and rival.score >= hidden.score and rival.passage == hidden.passage:
        return None  # one row of a table is blacked out, and others are not
    if hidden is None or (rival is not None and hidden.coverage < _AS_MUCH * rival.coverage):
        return None
    # a topic alone is asked for, and what states it with its value is the answer, whatever blank stands elsewhere
    return hidden if hidden.on_topic or not any(c.on_topic and c.holds for c in candidates) else None


def blacked_out(question: Question, candidates: Sequence[Candidate]) -> str:
    """A sentence that says where the value stood that was taken out, in the question's language; empty where none was.

    It takes the place of "no clause was found": one was.

    Args:
        question: as read.
        candidates: the pieces that may have answered, in any order.
    """
    hidden = redacted(candidates)
    return _WORDS[question.language]["redacted"].format(place=_place(hidden)) if hidden is not None else ""


def reason(question: Question, candidates: Sequence[Candidate], library: Library) -> str:
    """A sentence that says why no clause answers, in the question's language; empty where nothing can be told.

    Args:
        question: as read.
        candidates: the pieces that may have answered, best first.
        library: gives their words.
    """
    english = question.language == "en"
    words = _WORDS[question.language]
    for candidate in candidates[:1]:
        text = words_of(candidate, library)
        neighbours = near_miss(question.text, f"{candidate.passage.breadcrumb} {text}")
        if neighbours is not None and candidate.coverage >= LEAST_SUBJECT:
            given, wanted = (side.english if english else side.french for side in neighbours)
            return words["near"].format(given=given, wanted=wanted, place=_place(candidate))
    value = read_sought(question).value
    if value is not None and not any(c.holds for c in candidates):
        return words["none"].format(kind=_KINDS[value][0 if english else 1])
    return ""


def _place(candidate: Candidate) -> str:
    return f"{candidate.passage.clause}, {candidate.passage.document}"
