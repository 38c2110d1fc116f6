"""Does this sentence follow from these quotes? Pure: no model, no network.

A sentence that a language model writes is shown as fact only when nothing here speaks against it. Each check looks for one way of
going wrong and names what it found; a sentence without a fault is borne out as far as words can tell. A similarity score is not among them:
it never makes a citation. What the checks catch, and what they miss, is measured with labelled pairs (`clausier eval judge`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.actors import deeds
from assistant.contrast import frequencies_held, names_period, turned
from assistant.duty import bound
from assistant.exceptions import exception_kept
from assistant.figures import figures, holds
from assistant.force import force_kept
from assistant.lexicon import Lexicon
from assistant.overlap import akin, coverage, language_of, relatives
from assistant.polarity import contradict, denies, denies_plainly, sides
from assistant.terms import content_stems
from ingest.document import Span
from ingest.sentences import sentences
from ingest.words import fold, stems

LEAST_COVERAGE = 0.3  # share of a sentence's content words that its quotes must hold; the pairs of evals/gold set it

_NAME = re.compile(r"(?<=[a-zà-ÿ,;] )[A-ZÀ-Þ][\w&-]+(?:\s+[A-ZÀ-Þ][\w&-]+)*|\b[A-ZÀ-Þ]{2,}\w*")
_CITED = re.compile(r"\[\d+\]")
_ANCHOR = re.compile(
    r"\b(?:hours?|days?|weeks?|months?|years?|heures?|jours?|jours ouvrés|semaines?|mois|ans?)\s+"
    r"(?:of|from|after|following|before|à compter d\w+|à partir d\w+|après|suivant|avant|précédant)\s+(?P<event>[^,;.]{3,70})",
    re.IGNORECASE,
)
_KNOWING = frozenset(
    "learn learnt awar know discov find connaiss appris apprend".split()
)  # stems; they have many other words
_EVENT_WORDS = 3  # content words after "days of" that name the event
_INTRODUCTION = re.compile(r":\s")


class Fault(StrEnum):
    """The ways in which a sentence can fail its quotes."""

    NO_QUOTE = "no quote"
    FIGURE = "figure"
    PERIOD = "period"
    NEGATION = "negation"
    FORCE = "force"
    EXCEPTION = "exception"
    NAME = "name"
    PARTY = "party"
    COVERAGE = "coverage"


@dataclass(frozen=True, slots=True)
class _Reading:
    """A sentence beside its source, with what several checks need: the nearest part, and which words are the same."""

    sentence: str
    source: str
    nearest: str
    same: Mapping[str, frozenset[str]]
    language: str
    other: str


def faults(sentence: str, quotes: Sequence[str], lexicon: Lexicon) -> list[Fault]:
    """What speaks against the sentence, empty when it is borne out.

    Args:
        sentence: one sentence, without its citation marks.
        quotes: the words that it rests on, and nothing else.
        lexicon: tells which words of one language stand for which of the other.
    """
    bare = _CITED.sub("", sentence).strip()
    source = "\n".join(quotes)
    if not source.strip():
        return [Fault.NO_QUOTE]
    said = [part for quote in quotes for part in _parts(quote)]
    if _plain(bare) in map(_plain, (*quotes, *said)):
        return []  # the contract's own words, whole: a part of a sentence may leave out what turns it around
    nearest = _nearest(bare, said, lexicon)
    same = relatives(bare, source, lexicon)
    reading = _Reading(bare, source, nearest, same, language_of(bare), language_of(source))
    checks = (
        (Fault.FIGURE, not _figures_held(bare, source)),
        (Fault.PERIOD, turned(bare, source) or not frequencies_held(bare, source) or not _anchors_held(reading)),
        (Fault.NEGATION, not _polarity_held(reading)),
        (Fault.FORCE, not force_kept(bare, nearest, source)),
        (Fault.EXCEPTION, not exception_kept(bare, nearest, source)),
        (Fault.NAME, not _names_held(bare, source, lexicon)),
        (Fault.PARTY, not _parties_held(reading, lexicon)),
        (Fault.COVERAGE, coverage(bare, source, lexicon) < LEAST_COVERAGE),
    )
    return [fault for fault, failed in checks if failed]


def supports(sentence: str, quotes: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether the quotes bear the sentence out: the deterministic judge of the evaluation harness."""
    return not faults(sentence, quotes, lexicon)


def _figures_held(sentence: str, source: str) -> bool:
    """Every figure of the sentence stands in the source, with its unit where it has one."""
    held = figures(source)
    return all(holds(held, f) or (f.value == 1 and names_period(f.unit, source)) for f in figures(sentence))


def _anchors_held(reading: _Reading) -> bool:
    """The event from which a period is counted ("within 30 days of receipt") is one that the source names."""
    for match in _ANCHOR.finditer(reading.sentence):
        event = content_stems(match["event"], reading.language)[:_EVENT_WORDS]
        words = [stem for stem in event if stem in reading.same and stem not in _KNOWING]
        if words and not any(reading.same[stem] for stem in words):
            return False
    return True


def _polarity_held(reading: _Reading) -> bool:
    """Nothing is affirmed that the source denies, or denied that it affirms."""
    if denies_plainly(reading.sentence) and not denies(reading.source):
        return False
    said = sides(reading.sentence, reading.language)
    return not any(
        contradict(said, sides(text, reading.other), reading.same) for text in (reading.source, reading.nearest)
    )


def _parts(quote: str) -> list[str]:
    """The sentences of a quote; each item of a list is read with the words that introduce the list ("shall not: …")."""
    parts: list[str] = []
    introduction = ""
    for span in sentences(quote, Span(0, len(quote))):
        opening, *items = _INTRODUCTION.split(f"{introduction}{span.of(quote)} ", maxsplit=1)
        if not items:
            parts.append(opening)
            continue
        introduction = f"{opening}: "
        parts += [introduction + item for item in items[0].split(";") if item.strip()]
    return parts or [quote]


def _plain(text: str) -> str:
    return " ".join(text.split()).strip(' .“”"«»')


def _nearest(sentence: str, parts: Sequence[str], lexicon: Lexicon) -> str:
    """The part that shares the most words with the sentence: the one whose force and exception it must keep."""
    if len(parts) == 1:
        return parts[0]
    return max(parts, key=lambda part: coverage(part, sentence, lexicon) + coverage(sentence, part, lexicon))


def _names_held(sentence: str, source: str, lexicon: Lexicon) -> bool:
    """Every name of the sentence stands in the source, or its counterpart where the source is in the other language."""
    held = fold(source)
    language, other = language_of(sentence), language_of(source)
    translated = set(content_stems(source, other)) if language != other else set()
    return all(
        fold(word).removesuffix("s") in held
        or any(lexicon.counterparts(s, language, other) & translated for s in stems(word, language))
        for name in _NAME.findall(sentence)
        for word in name.split()
    )


def _parties_held(reading: _Reading, lexicon: Lexicon) -> bool:
    """Whoever the sentence binds, allows or has act, the source binds, allows or has act, as far as both say it plainly."""

    def same(party: str, held: frozenset[str]) -> bool:
        known = lexicon.counterparts(party, reading.language, reading.other) | {party}
        return bool(known & held) or any(akin(party, other) for other in held)

    held = bound(reading.nearest, reading.other) or bound(reading.source, reading.other)
    if held and not all(same(party, held) for party in bound(reading.sentence, reading.language)):
        return False
    done = deeds(reading.source, reading.other)
    for verb, parties in deeds(reading.sentence, reading.language).items():
        doers = [done[other] for other in (reading.same.get(verb) or {verb}) if other in done]
        if doers and not all(any(same(party, who) for who in doers) for party in parties):
            return False
    return True
