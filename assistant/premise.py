"""What a question takes for granted: "we have 30 days, right?", "since the cap is 20 %, …", "why is it a month?". Rules; no model."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from assistant.figures import Figure, figures, holds
from assistant.question import Question

_CONFIRM = re.compile(
    r",?\s*\b(?:right|correct|isn.t it|is that (?:right|so|correct)|don.t we|don.t they|doesn.t it|aren.t (?:they|we)|no|yes|"
    r"n.est[- ]ce pas|c.est (?:bien )?(?:ça|cela|exact|correct)|exact|non|hein|d.accord)\s*\?\s*$",
    re.IGNORECASE,
)
_GRANTED = re.compile(
    r"(?:^|[.;,!?]\s+|\b(?:but|and|et|mais)\s+)(?:since|as|given that|because|seeing that|now that|considering that|knowing that|"
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
    **dict.fromkeys(("euro", "dollar", "pound"), "money"),
    "percent": "percent",
}


@dataclass(frozen=True, slots=True)
class Premise:
    """A figure that the question asserts; ``asks`` is true where it asks to have it confirmed, ``said`` are the words that assert it."""

    figure: Figure
    asks: bool
    said: str = field(default="", compare=False)


def read_premise(question: Question) -> Premise | None:
    """The one figure that a question asserts, None where it asserts none or several.

    Args:
        question: as read.

    A figure that only sets the scene ("a P2 at 3 a.m.", "after 100k of penalties") is not asserted.
    """
    confirm = _CONFIRM.search(question.text)
    closed = not _OPEN.search(question.text) and (_IS_IT.search(question.text) or _SO.search(question.text))
    granted = _GRANTED.search(question.text) or _WHY.search(question.text)
    said = granted["said"] if granted else _CONFIRM.sub("", question.text) if confirm or closed else ""
    said = _THEN_ASKS.split(said)[0]
    asserted = [figure for figure in figures(said) if kind_of(figure)]
    return Premise(asserted[0], asks=not granted, said=said) if len(asserted) == 1 else None


def without_asserted(question: Question) -> Question:
    """The question without the digits of the figure that it asserts: where that figure stands is no sign of where the answer does.

    Args:
        question: as read.
    """
    premise = read_premise(question)
    if premise is None:
        return question
    value = premise.figure.value
    text, *parts = (
        _DIGITS.sub(lambda match: "" if _value(match.group()) == value else match.group(), said)
        for said in (question.text, *(part.text for part in question.parts))
    )
    kept = tuple(replace(part, text=own) for part, own in zip(question.parts, parts, strict=True))
    return replace(question, text=text, parts=kept)


def _value(digits: str) -> float:
    return next((figure.value for figure in figures(f"{digits} %")), -1.0)


def kind_of(figure: Figure) -> str:
    """What a figure measures: "time", "money" or "percent"; empty for all else."""
    return _KINDS.get(figure.unit.rsplit(" ", 1)[-1], "")


def borne_out(premise: Premise, text: str) -> bool:
    """Whether a text holds the figure."""
    return holds(figures(text), premise.figure)


def contradicting(premise: Premise, text: str) -> Figure | None:
    """The figure that a text gives in place of the premise's: the only one of its kind there, and another one; else None."""
    held = {figure for figure in figures(text) if kind_of(figure) == kind_of(premise.figure)}
    return next(iter(held)) if len(held) == 1 and not holds(held, premise.figure) else None
