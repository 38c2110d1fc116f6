"""What a question takes for granted: "we have 30 days, right?", "since the cap is 20 %, …", "why is it a month?". Rules; no model."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from assistant.asked.asserted_term import asserts_term
from assistant.asked.question import Question
from assistant.asked.term_topic import TERM
from assistant.values.figures import MONEY, Figure, figures, holds
from ingest.days import Day, days

_CONFIRM = re.compile(
    r"(?:(?:,|(?<!\s))\s*+\b(?:right|correct|true|am i right|is that (?:right|so|correct|true)|no|yes|isn.t it|"
    r"n.est[- ]ce pas|c.est (?:bien )?(?:ça|cela|exact|correct|vrai)|pas vrai|exact|vrai|non|hein|d.accord)|"
    r",\s*(?:(?:is|are|was|were|do|does|did|has|have|can|could|may|might|must|should|will|would)(?:n.t)?|can.t|won.t) "
    r"(?:it|they|we|he|she|there))\s*\?\s*$",
    re.IGNORECASE,
)
_IS_TRUE = re.compile(
    r"^\W*(?:(?:and|so|et|donc|alors)\s+)?(?:is it (?:\w+ )?(?:right|true|correct|so)|am i right(?: in thinking)?|"
    r"(?:can|could) you confirm|"
    r"est[- ]il (?:bien )?(?:vrai|exact|correct)|est[- ]ce (?:bien )?(?:vrai|exact|correct)|c.est (?:bien )?(?:vrai|exact)|"
    r"(?:peux[- ]tu|pouvez[- ]vous) confirmer)\s+(?:that|qu.)\s?(?P<said>[^?;]{4,200})",
    re.IGNORECASE,
)
_GRANTED = re.compile(
    r"(?:^|[.;,!?]\s+|\b(?:but|and|et|mais)\s+)(?:since(?! when)|as|given that|because|seeing that|now that|considering that|knowing that|"
    r"puisqu\w*|comme|vu que|étant donné que|parce que|sachant que|maintenant que)\b(?P<said>[^?;]{4,160})",
    re.IGNORECASE,
)
_WHY = re.compile(
    r"^\W*(?:(?:and|so|but|et|mais|alors)\s+)?(?:why|how come|pourquoi|comment se fait-il qu\w*)\b(?P<said>[^?;]{4,160})",
    re.I,
)
_SO = re.compile(r"^\W*(?:so|then|donc|alors|ainsi)\b", re.IGNORECASE)
_THEN_ASKS = re.compile(
    r"[,;:]\s*(?:(?:and|so|then|et|alors|donc)\s+)?(?=(?:how|what|which|when|who|where|can|may|must|do|does|is|are|will|combien|quels?|quelles?|"
    r"quand|qui|que|qu['’]|où|peut|peuvent|doit|est[- ]ce)\b)",
    re.IGNORECASE,
)
_IS_IT = re.compile(
    r"^\W*(?:(?:and|so|et|donc|alors)\s+)?(?:is|are|do (?:we|they|i) have|have (?:we|they|i)|has|est[- ]ce|avons[- ]nous|y a[- ]t[- ]il|"
    r"(?:c.est|on a|nous avons|j.ai|ils ont|il y a) bien|l[ea] .{3,50} est[- ](?:il|elle))\b",
    re.IGNORECASE,
)
_OPEN = re.compile(r"\b(?:how|what|which|when|who|combien|quels?|quelles?|quand|qui)\b", re.IGNORECASE)
_DIGITS = re.compile(r"(?<![\w.,])(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+(?:[.,]\d+)*)(?![\w.,]*\d)")
_KINDS = {
    **dict.fromkeys(("second", "minute", "hour", "day", "week", "month", "year"), "time"),
    **dict.fromkeys(MONEY, "money"),
    "percent": "percent",
}

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


@dataclass(frozen=True, slots=True)
class Assertion:
    """What a question asserts: ``said`` are the words, ``asks`` is true where it asks to have them confirmed."""

    said: str
    asks: bool


@dataclass(frozen=True, slots=True)
class Premise:
    """A figure that the question asserts; ``asks`` is true where it asks to have it confirmed, ``said`` are the words that assert it."""

    figure: Figure
    asks: bool
    said: str = field(default="", compare=False)


def read_assertion(question: Question) -> Assertion | None:
    """What a question states in passing ("since they may subcontract, …") or to have it confirmed ("…, right?"); None where nothing.

    Args:
        question: as read.
    """
    if granted := _GRANTED.search(question.text) or _WHY.search(question.text):
        return Assertion(_THEN_ASKS.split(granted["said"])[0], asks=False)
    bare = _CONFIRM.sub("", question.text)
    if true := _IS_TRUE.search(bare):
        return Assertion(true["said"], asks=True)
    so = _SO.search(bare) and not _OPEN.search(bare)
    return Assertion(_THEN_ASKS.split(bare)[0], asks=True) if so or bare != question.text else None


def read_premise(question: Question) -> Premise | None:
    """The one figure that a question asserts, None where it asserts none or several.

    Args:
        question: as read.

    A figure that only sets the scene ("a P2 at 3 a.m.", "after 100k of penalties") is not asserted.
    """
    asserted = read_assertion(question)
    if asserted is None and _IS_IT.search(question.text) and not _OPEN.search(question.text):
        asserted = Assertion(_THEN_ASKS.split(question.text)[0], asks=True)
    if asserted is None:
        return None
    told = [figure for figure in figures(asserted.said) if kind_of(figure)]
    return Premise(told[0], asserted.asks, asserted.said) if len(told) == 1 else None


def asserted_day(question: Question) -> Day | None:
    """The one day of the calendar that a question asserts, where it asserts no other figure; its place is that in ``said``.

    Args:
        question: as read.
    """
    asserted = read_assertion(question)
    told = days(asserted.said) if asserted is not None else []
    return told[0] if len(told) == 1 and read_premise(question) is None else None


def without_asserted(question: Question) -> Question:
    """The question without the digits of the figure, or the day, that it asserts: where that stands is no sign of where the answer does.

    One that wants nothing but the contract's term confirmed asks how long it runs.

    Args:
        question: as read.
    """
    premise, day = read_premise(question), asserted_day(question)
    if premise is None and day is None:
        return question
    if premise is not None and premise.asks and asserts_term(premise.said):
        return replace(question, text=TERM.asks[question.language == "fr"], parts=())
    texts = (question.text, *(part.text for part in question.parts))
    text, *parts = (_without_day(said, day) if day else _without_value(said, premise) for said in texts)
    kept = tuple(replace(part, text=own) for part, own in zip(question.parts, parts, strict=True))
    return replace(question, text=text, parts=kept)


def _without_value(text: str, premise: Premise | None) -> str:
    value = premise.figure.value if premise is not None else None
    return _DIGITS.sub(lambda match: "" if _value(match.group()) == value else match.group(), text)


def _without_day(text: str, day: Day) -> str:
    for told in reversed([each for each in days(text) if each.day == day.day]):
        text = f"{text[: told.span.start]}{text[told.span.end :]}"
    return text


def _value(digits: str) -> float:
    return next((figure.value for figure in figures(f"{digits} %")), -1.0)


def kind_of(figure: Figure) -> str:
    """What a figure measures: "time", "money" or "percent"; empty for all else."""
    return _KINDS.get(figure.unit.rsplit(" ", 1)[-1], "")


def borne_out(premise: Premise, text: str) -> bool:
    """Whether a text holds the figure."""
    return holds(figures(text), premise.figure)


def of_one_scale(one: Figure, other: Figure) -> bool:
    """Whether neither is more than twelve times the other, where both are times: "20 days" says nothing against "24 months"."""
    lengths = [_MINUTES.get(figure.unit.rsplit(" ", 1)[-1], 0.0) * figure.value for figure in (one, other)]
    return not all(lengths) or max(lengths) <= _SCALE * min(lengths)
