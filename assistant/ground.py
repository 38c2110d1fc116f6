"""Does this sentence follow from these quotes? Pure: no model, no network.

A sentence that a language model writes is shown as fact only when nothing here speaks against it. Each check looks for one way of
going wrong and names what it found; a sentence without a fault is borne out as far as words can tell. A similarity score is not among them:
it never makes a citation.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from assistant.duty import bound
from assistant.figures import Figure, figures
from assistant.lexicon import Lexicon
from assistant.terms import content_stems
from ingest.document import Span
from ingest.language import detect
from ingest.sentences import sentences
from ingest.words import fold, stems

LEAST_COVERAGE = 0.6  # share of a sentence's content words that its quotes must hold

_NEGATION = re.compile(
    r"\b(?:not|no|never|none|neither|nor|cannot|without|ne|pas|rien|aucune?|jamais|ni|sans|nul(?:le)?|interdit\w*|prohibit\w*|"
    r"exclu\w*|forbidden|except|unless|sauf|hors|only|seulement|uniquement)\b|\bn['’](?=\w)|n['’]t\b",
    re.IGNORECASE,
)
_EXCEPTION = re.compile(
    r"\b(?:unless|except|excluding|save (?:for|as)|provided that|subject to|other than|sauf|à moins que|hormis|excepté|"
    r"sous réserve|à condition|à l.exception)\b",
    re.IGNORECASE,
)
_MUST = re.compile(
    r"\b(?:shall|must|is required|are required|undertakes?|agrees to|obliged|doit|doivent|devra|devront|s.engage\w*|est tenue?|sont tenus|"
    r"has to|have to|will)\b",
    re.IGNORECASE,
)
_MAY = re.compile(
    r"\b(?:may|can|could|entitled|permitted|optional|at its (?:sole )?discretion|peut|peuvent|pourra|pourront|facultati\w+|a le droit|"
    r"libre de)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<=[a-zà-ÿ,;] )[A-ZÀ-Þ][\w&-]+(?:\s+[A-ZÀ-Þ][\w&-]+)*|\b[A-ZÀ-Þ]{2,}\w*")
_CITED = re.compile(r"\[\d+\]")
_INTRODUCTION = re.compile(r":\s")


class Fault(StrEnum):
    """The ways in which a sentence can fail its quotes."""

    NO_QUOTE = "no quote"
    FIGURE = "figure"
    NEGATION = "negation"
    FORCE = "force"
    EXCEPTION = "exception"
    NAME = "name"
    PARTY = "party"
    COVERAGE = "coverage"


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
    checks = (
        (Fault.FIGURE, not _figures_held(bare, source)),
        (Fault.NEGATION, _is_negated(bare) != _is_negated(nearest)),
        (Fault.FORCE, not _force_held(bare, nearest)),
        (Fault.EXCEPTION, bool(_EXCEPTION.search(nearest)) and not _EXCEPTION.search(bare)),
        (Fault.NAME, not _names_held(bare, source, lexicon)),
        (Fault.PARTY, not _parties_held(bare, nearest, lexicon)),
        (Fault.COVERAGE, coverage(bare, source, lexicon) < LEAST_COVERAGE),
    )
    return [fault for fault, failed in checks if failed]


def supports(sentence: str, quotes: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether the quotes bear the sentence out: the deterministic judge of the evaluation harness."""
    return not faults(sentence, quotes, lexicon)


def coverage(sentence: str, source: str, lexicon: Lexicon) -> float:
    """Share of the sentence's content words that the source holds, itself or a counterpart in its language; 0 to 1."""
    language, other = _language(sentence), _language(source)
    weighty = [s for s in content_stems(sentence, language) if not any(c.isdigit() for c in s)]
    if not weighty:
        return 1.0
    held = set(content_stems(source, other)) | set(content_stems(source, language))
    found = (stem in held or bool(lexicon.counterparts(stem, language, other) & held) for stem in weighty)
    return sum(found) / len(weighty)


def _language(text: str) -> str:
    return "fr" if detect(text) == "fr" else "en"


def _figures_held(sentence: str, source: str) -> bool:
    """Every figure of the sentence stands in the source, with its unit where it has one."""
    held = figures(source)
    values = {figure.value for figure in held}
    return all(figure in held or (not figure.unit and figure.value in values) for figure in _counted(sentence))


def _counted(sentence: str) -> set[Figure]:
    """Figures without those of clause references ("clause 8.2" is a place, not a quantity)."""
    return figures(
        re.sub(r"(?i)\b(?:clause|article|section|annexe?|schedule|exhibit)s?\s+[\dIVX][\d.]*", " ", sentence)
    )


def _is_negated(text: str) -> bool:
    return bool(_NEGATION.search(text))


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
    """The part that shares the most words with the sentence: the one whose negation, force and exception it must keep."""
    return max(parts, key=lambda part: coverage(part, sentence, lexicon) + coverage(sentence, part, lexicon))


def _force_held(sentence: str, source: str) -> bool:
    """A duty stays a duty and a permission a permission."""
    says_must, says_may = bool(_MUST.search(sentence)), bool(_MAY.search(sentence))
    has_must, has_may = bool(_MUST.search(source)), bool(_MAY.search(source))
    if says_may and not says_must:
        return has_may or not has_must
    if says_must and not says_may:
        return has_must or not has_may
    return True


def _names_held(sentence: str, source: str, lexicon: Lexicon) -> bool:
    """Every name of the sentence stands in the source, or its counterpart where the source is in the other language."""
    held = fold(source)
    language, other = _language(sentence), _language(source)
    translated = set(content_stems(source, other)) if language != other else set()
    return all(
        fold(word) in held or any(lexicon.counterparts(s, language, other) & translated for s in stems(word, language))
        for name in _NAME.findall(sentence)
        for word in name.split()
    )


def _parties_held(sentence: str, nearest: str, lexicon: Lexicon) -> bool:
    """Whoever the sentence binds or allows, the source binds or allows, as far as both say it plainly."""
    language, other = _language(sentence), _language(nearest)
    held = bound(nearest, other)
    return not held or all(
        party in held or bool(lexicon.counterparts(party, language, other) & held)
        for party in bound(sentence, language)
    )
