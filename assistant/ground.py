"""Does this sentence follow from these quotes? Pure: no model, no network.

A sentence that a language model writes is shown as fact only when nothing here speaks against it. Each check looks for one way of
going wrong and names what it found; a sentence without a fault is borne out as far as words can tell. A similarity score is not among them:
it never makes a citation.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from assistant.figures import Figure, figures
from assistant.lexicon import Lexicon
from assistant.terms import content_stems
from ingest.language import detect
from ingest.words import fold

LEAST_COVERAGE = 0.6  # share of a sentence's content words that its quotes must hold

_NEGATION = re.compile(
    r"\b(?:not|no|never|none|neither|nor|cannot|without|n.t|ne|n.|pas|aucune?|jamais|ni|sans|nul(?:le)?|interdit\w*|prohibit\w*|"
    r"exclu\w*|forbidden|except|unless|sauf|hors|only|seulement|uniquement)\b|n['’]t\b",
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


class Fault(StrEnum):
    """The ways in which a sentence can fail its quotes."""

    NO_QUOTE = "no quote"
    FIGURE = "figure"
    NEGATION = "negation"
    FORCE = "force"
    EXCEPTION = "exception"
    NAME = "name"
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
    if " ".join(bare.split()).strip(' .“”"«»') in " ".join(source.split()):
        return []  # the contract's own words
    checks = (
        (Fault.FIGURE, not _figures_held(bare, source)),
        (Fault.NEGATION, _is_negated(bare) != _is_negated(_nearest(bare, quotes, lexicon))),
        (Fault.FORCE, not _force_held(bare, source)),
        (Fault.EXCEPTION, bool(_EXCEPTION.search(_nearest(bare, quotes, lexicon))) and not _EXCEPTION.search(bare)),
        (Fault.NAME, not _names_held(bare, source)),
        (Fault.COVERAGE, coverage(bare, source, lexicon) < LEAST_COVERAGE),
    )
    return [fault for fault, failed in checks if failed]


def supports(sentence: str, quotes: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether the quotes bear the sentence out: the deterministic judge of the evaluation harness."""
    return not faults(sentence, quotes, lexicon)


def coverage(sentence: str, source: str, lexicon: Lexicon) -> float:
    """Share of the sentence's content words that the source holds, itself or a counterpart in its language; 0 to 1."""
    language, other = _language(sentence), _language(source)
    stems = [s for s in content_stems(sentence, language) if not any(c.isdigit() for c in s)]
    if not stems:
        return 1.0
    held = set(content_stems(source, other)) | set(content_stems(source, language))
    return sum(stem in held or bool(lexicon.counterparts(stem, language, other) & held) for stem in stems) / len(stems)


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


def _nearest(sentence: str, quotes: Sequence[str], lexicon: Lexicon) -> str:
    """The sentence of the quotes that shares the most words with this one: the one whose negation it must keep."""
    parts = [part for quote in quotes for part in re.split(r"(?<=[.;:!?])\s+|\n", quote) if part.strip()]
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


def _names_held(sentence: str, source: str) -> bool:
    held = fold(source)
    return all(fold(word) in held for name in _NAME.findall(sentence) for word in name.split())
