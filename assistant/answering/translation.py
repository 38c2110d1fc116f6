"""Whether a translation says what the quote says, as far as rules can tell; what fails is not shown.

It is held to more than a written sentence is: its sentences and those of the quote must bear each other out one by one, and every figure,
abbreviation and address must stand in both.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from assistant.answering.prover import Prover
from assistant.proof.exceptions import has_exception
from assistant.proof.polarity import denies
from assistant.values.figures import figures, holds
from assistant.wording.injection import adds_marks, speaks_to_machine
from assistant.wording.spoken_language import language_told
from ingest.document import Span
from ingest.language import detect
from ingest.sentences import sentences
from ingest.words import fold

SHORTEST, LONGEST = 0.6, 1.9
"""How long a translation is, in lengths of its quote: French has a quarter more letters than English; beyond lies what was cut or added."""

_SLACK = 25  # characters by which a short text may be longer or shorter still
_DIGITS = re.compile(r"\d+")
_NAMES = re.compile(r"(?:(?<=[\w,;(] )|(?<=\w[’']))[A-ZÀ-Þ][\w-]{2,}")  # no first words of sentences
_CODES = re.compile(r"\b[A-ZÀ-Þ][A-ZÀ-Þ&-]+\b|\b\w{0,60}[A-Z]\w{0,60}\d\w*\b|\S{1,200}@\S+|\b(?:https?:|www\.)\S+")


def lines(quote: str) -> list[str]:
    """A quote as it is translated: each row of a table a line, its cells parted by bars; anything else is one line."""
    rows = quote.split("\n") if "\t" in quote else [quote]
    told = (" | ".join(" ".join(cell.split()) for cell in row.split("\t")) for row in rows)
    return [line for line in told if line.strip(" |")]


def is_kept(quote: str, translation: Sequence[str], language: str, prover: Prover) -> bool:
    """Whether nothing speaks against a translation of a quote.

    Args:
        quote: the contract's words.
        translation: line by line, as `lines` gives the quote.
        language: the one asked for; the quote is in the other.
        prover: holds each sentence against the quote.
    """
    source = lines(quote)
    said, told = "\n".join(translation), "\n".join(source)
    return (
        [line.count("|") for line in source] == [line.count("|") for line in translation]
        and SHORTEST * len(told) - _SLACK <= len(said) <= LONGEST * len(told) + _SLACK
        and _is_in(said, language)
        and said.count(":") <= told.count(":")  # "Here is the translation:"
        and not adds_marks(said, told)
        and not speaks_to_machine(said)
        and _digits(said) == _digits(told)
        and _same_figures(said, told)
        and _codes(said) == _codes(told)
        and _names_kept(said, told)
        and _are_one(_sentences(told), _sentences(said), prover)
    )


def _are_one(quoted: Sequence[str], said: Sequence[str], prover: Prover) -> bool:
    """Whether sentences say the same one by one: each bears the other out, denies where it denies and excepts where it excepts."""
    return len(quoted) == len(said) and all(
        denies(one) == denies(other)
        and has_exception(one) == has_exception(other)
        and prover.supports(other, [one])
        and prover.supports(one, [other])
        for one, other in zip(quoted, said, strict=True)
    )


def _is_in(text: str, language: str) -> bool:
    """Whether a text is in a language, and no sentence of it in the other."""
    return language_told(text) == language and all(detect(each) in (language, "und") for each in _sentences(text))


def _sentences(text: str) -> list[str]:
    rows = _rows(text)
    return [span.of(rows) for span in sentences(rows, Span(0, len(rows)))]


def _rows(text: str) -> str:
    return text.replace(" | ", "\t")


def _digits(text: str) -> Counter[str]:
    """How often each group of digits stands in a text: "1,500.00" and "1 500,00" have the same."""
    return Counter(_DIGITS.findall(text))


def _same_figures(one: str, other: str) -> bool:
    first, second = figures(one), figures(other)
    return all(holds(second, figure) for figure in first) and all(holds(first, figure) for figure in second)


def _names_kept(one: str, other: str) -> bool:
    """Whether each name that both texts have stands in both as often: parties that changed places change that, as a rule."""
    first, second = (Counter(_NAMES.findall(text)) for text in (one, other))
    return all(first[name] == second[name] for name in first.keys() & second.keys())


def _codes(text: str) -> set[str]:
    """What no language translates: words of capitals, codes with a figure ("P1"), addresses."""
    return {fold(found.rstrip(".,;:)")) for found in _CODES.findall(text)}
