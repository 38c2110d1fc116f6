"""The checks of a sentence beside its source, each by its name and by what it objects to. Pure.

Each looks for one way of going wrong. How far an objection can be trusted differs from check to check (docs/grounding.md has the figures).
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass

from assistant.asked.anchors import anchors, anchors_kept, triggers, triggers_kept
from assistant.asked.terms import content_stems
from assistant.naming.places import ordinals, places_held
from assistant.proof.contrast import (
    frequencies_held,
    hastened,
    names_period,
    outlasts,
    payments_kept,
    times_kept,
    turned,
)
from assistant.proof.exceptions import (
    exception_kept,
    exception_told,
    has_exception,
    limit_kept,
    tails_turned,
)
from assistant.proof.fault import Fault
from assistant.proof.force import Force, binds_the_free, force_kept, modal_verbs, verbs_kept
from assistant.proof.overlap import coverage, language_of, relatives
from assistant.proof.parties import parties_held
from assistant.proof.polarity import annuls, claims, contradict, denies, denies_beyond_bounds, denies_plainly, lost
from assistant.proof.reading import Reading
from assistant.proof.vicinity import mispaired, misplaced, reversed_change
from assistant.values.bounds import bounds_kept
from assistant.values.countries import nation_of
from assistant.values.dates import months_named, months_of_years
from assistant.values.equals import said_alike
from assistant.values.figures import MONEY, Figure, currencies_held, figures, holds
from assistant.wording.duty import bound
from assistant.wording.injection import adds_marks
from assistant.wording.leave import Leave, leave, leave_kept, widened
from assistant.wording.lexicon import Lexicon
from assistant.wording.near_miss import near_miss
from ingest.words import fold, stems

LEAST_COVERAGE = 0.4  # share of a sentence's content words that its quotes must hold; the pairs of evals/gold set it

_NAME = re.compile(r"(?<=[a-zà-ÿ,;] )[A-ZÀ-Þ][\w&-]+(?:\s+[A-ZÀ-Þ][\w&-]+)*|\b[A-ZÀ-Þ]{2,}\w*")
_ANCHOR = re.compile(
    r"\b(?:hours?|days?|weeks?|months?|years?|heures?|jours?|jours ouvrés|semaines?|mois|ans?)\s+"
    r"(?:of|from|after|following|before|à compter d\w+|à partir d\w+|après|suivant|avant|précédant)\s+(?P<event>[^,;.]{3,70})",
    re.IGNORECASE,
)
_KNOWING = frozenset(
    "learn learnt awar know discov find connaiss appris apprend".split()
)  # stems; they have many other words
_BOTH = re.compile(r"\b(?:both|les deux|either|chacune? des)\b", re.IGNORECASE)
_MAY_BOUND = re.compile(  # words with which a denial may be but a limit, as the source's "capped" is
    r"\b(?:more|beyond|above|over|exceed\w*|later|longer|less|outside|leave|elsewhere|other|else|only|anyone|anything|plus|au-delà|"
    r"au-dessus|dépass\w*|excéd\w*|hors|quitt\w*|ailleurs|"
    r"autre\w*|que|qu|moins)\b",
    re.IGNORECASE,
)
_LONG = 20  # words
_LEAST_VARIED = 0.35  # share of different words
_EVENT_WORDS = 3  # content words after "days of" that name the event


@dataclass(frozen=True, slots=True)
class Beside:
    """A sentence beside its source, with all that the checks need.

    Attributes:
        reading: of both.
        said: the parts of the source.
        stated: the quotes whole, with the rows of tables that the sentence is not about.
        named: the quotes as they stand, with the names of their places.
    """

    reading: Reading
    said: Sequence[str]
    stated: str
    named: str


def objections(beside: Beside, lexicon: Lexicon) -> dict[str, Fault]:
    """What speaks against the sentence: by the name of each check that fails, the fault that it finds; empty when it is borne out.

    Args:
        beside: the sentence and its source.
        lexicon: tells which words of one language stand for which of the other.
    """
    reading = beside.reading
    found = {
        Fault.FIGURE: _figures(reading, beside.said, lexicon),
        Fault.PERIOD: _periods(reading),
        Fault.NEGATION: _polarity(reading),
        Fault.FORCE: {"force": not _force_held(reading)},
        Fault.EXCEPTION: _exceptions(reading),
        Fault.NAME: {
            "name": not _names_held(reading.sentence, beside.stated, lexicon),
            "marks": adds_marks(reading.sentence, beside.named),
        },
        Fault.PARTY: {"party": not parties_held(reading, lexicon)},
        Fault.PLACE: {"place": not places_held(reading.sentence, beside.named)},
        Fault.COVERAGE: {
            "coverage": coverage(reading.sentence, beside.stated, lexicon) < LEAST_COVERAGE,
            "repetition": _goes_round(reading.sentence),
        },
    }
    return {name: fault for fault, checks in found.items() for name, failed in checks.items() if failed}


def _figures(reading: Reading, said: Sequence[str], lexicon: Lexicon) -> dict[str, bool]:
    """Whether a figure is not the source's, stands beside other words, or is bounded or counted otherwise than there."""
    sentence, source = reading.sentence, reading.source
    return {
        "figure": not _figures_held(sentence, source),
        "figure elsewhere": misplaced(sentence, said, lexicon),
        "figure of another": mispaired(sentence, source),
        "bound": not bounds_kept(sentence, source),
    }


def _exceptions(reading: Reading) -> dict[str, bool]:
    """Whether an exception or limit is dropped, made up, widened or turned round."""
    sentence, nearest, source = reading.sentence, reading.nearest, reading.source
    told = exception_told(sentence, nearest, reading.same, reading.language, reading.other)
    return {
        "exception": not exception_kept(sentence, nearest, source, told),
        "limit": not limit_kept(sentence, source),
        "leave": not leave_kept(sentence, source),
        "widened": widened(sentence, source),
        "exception turned": _tails_turned(reading),
    }


def _figures_held(sentence: str, source: str) -> bool:
    """Every figure of the sentence stands in the source, with its unit where it has one."""
    if reversed_change(sentence, source) or not _months_held(fold(sentence), fold(source)):
        return False
    if not currencies_held(sentence, source):
        return False
    held = figures(source)
    sentence = said_alike(sentence, source)
    if not ordinals(sentence) <= ordinals(source) | {figure.value for figure in held}:
        return False
    return all(
        holds(held, f) or _quotient(f, held) or _spelt(f, source) or (f.value == 1 and names_period(f.unit, source))
        for f in figures(sentence)
    )


def _months_held(said: str, held: str) -> bool:
    """Whether each month that a sentence names with its year is named by its source, where that names months with their years."""
    return not months_of_years(held) or months_of_years(said) <= months_named(held)


def _quotient(figure: Figure, held: Set[Figure]) -> bool:
    """Whether a small number is how many times one amount of the source goes into another ("four instalments of $7,500" of $30,000)."""
    amounts = [other for other in held if other.unit in MONEY]
    return not figure.unit and any(
        one.unit == other.unit and one.value * figure.value == other.value
        for one in amounts
        for other in amounts
        if one != other
    )


def _spelt(figure: Figure, source: str) -> bool:
    """Whether a number without a unit is one of a place of the contract that the source names ("21.1"), or the two parties."""
    if figure.value == 2 and (_BOTH.search(source) if not figure.unit else f"both {figure.unit}" in fold(source)):
        return True
    place = rf"(?<![\d.]){re.escape(f'{figure.value:g}')}(?!\d|\.\d)"
    return not figure.unit and re.search(place, source) is not None


def _periods(reading: Reading) -> dict[str, bool]:
    """Whether a period is longer or shorter, comes more or less often, or is counted from another event or otherwise than in the source."""
    sentence, source = reading.sentence, reading.source
    language, other, same = reading.language, reading.other, reading.same
    return {
        "period turned": turned(sentence, source, same, language, other),
        "near miss": near_miss(sentence, source) is not None,
        "frequency": not frequencies_held(said_alike(sentence, source), source),
        "times": not times_kept(sentence, source),
        "payments": not payments_kept(sentence, source),
        "hastened": hastened(sentence, source),
        "outlasted": outlasts(sentence, source),
        "event": not _anchors_held(reading),
        "trigger": not triggers_kept(triggers(sentence, language), triggers(source, other), same),
        "anchor": not anchors_kept(anchors(sentence, language), anchors(source, other), same),
    }


def _anchors_held(reading: Reading) -> bool:
    """The event from which a period is counted ("within 30 days of receipt") is one that the source names."""
    for match in _ANCHOR.finditer(reading.sentence):
        event = content_stems(match["event"], reading.language)[:_EVENT_WORDS]
        words = [stem for stem in event if stem in reading.same and stem not in _KNOWING]
        if words and not any(reading.same[stem] for stem in words):
            return False
    return True


def _tails_turned(reading: Reading) -> bool:
    """Whether an exception is told as the only case, or the reverse; "not … other than" and "only" are one."""
    if leave(reading.sentence) is leave(reading.source) is Leave.CONDITIONAL:
        return False
    return tails_turned(reading.sentence, reading.source, reading.same, reading.language, reading.other)


def _polarity(reading: Reading) -> dict[str, bool]:
    """Whether something is affirmed that the source denies, or denied that it affirms."""
    if leave(reading.sentence) is leave(reading.source) is Leave.CONDITIONAL:
        return {}
    borne = denies(reading.source) if _MAY_BOUND.search(reading.sentence) else denies_beyond_bounds(reading.source)
    prose = "\n".join(line for line in reading.source.split("\n") if "\t" not in line)
    said, held = claims(reading.sentence, reading.language), claims(prose, reading.other)
    return {
        "denied": denies_plainly(reading.sentence) and not borne,
        "annulled": annuls(reading.sentence) and not (annuls(reading.source) or denies(reading.source)),
        "contradicted": contradict(said, held, reading.same) and not _told_of_exception(reading),
        "denial lost": not denies(reading.sentence) and lost(said, held, reading.same),
    }


def _told_of_exception(reading: Reading) -> bool:
    """Whether a sentence tells, turned round, what the source makes an exception of ("not liable for what it cannot control")."""
    return (
        has_exception(reading.nearest)
        and not has_exception(reading.sentence)
        and exception_told(reading.sentence, reading.nearest, reading.same, reading.language, reading.other)
    )


def _goes_round(sentence: str) -> bool:
    """Whether a sentence says the same few words over and over, as a model does that has lost its way."""
    words = fold(sentence).split()
    return len(words) >= _LONG and len(set(words)) < _LEAST_VARIED * len(words)


def _names_held(sentence: str, source: str, lexicon: Lexicon) -> bool:
    """Every name of the sentence stands in the source, or its counterpart where the source is in the other language."""
    held, same = fold(source), relatives(sentence, source, lexicon)
    language, other = language_of(sentence), language_of(source)
    translated = set(content_stems(source, other)) if language != other else set()
    return all(
        re.search(rf"(?<!\w){re.escape(fold(word).removesuffix('s'))}", held)
        or any(same.get(s) for s in stems(word, language))
        or any(lexicon.counterparts(s, language, other) & translated for s in stems(word, language))
        or _spells(word, source)
        for name in _NAME.findall(sentence)
        for word in name.split()
    )


def _spells(word: str, source: str) -> bool:
    """Whether a name of capitals is made of the initials of words of the source that stand in a row ("CPI"), or its nationality."""
    initials = "".join(w[0] for w in re.findall(r"\w+", fold(source)))
    return (word.isupper() and len(word) > 2 and fold(word) in initials) or nation_of(word, source)


def _force_held(reading: Reading) -> bool:
    """Each verb has the force that it has in the source; where the source has none of them, the nearest part decides."""
    if leave(reading.sentence) is leave(reading.source) is Leave.CONDITIONAL:
        return True  # "may only with" forbids and allows at once
    said, held = modal_verbs(reading.sentence, reading.language), modal_verbs(reading.source, reading.other)
    kept = verbs_kept(said, held, reading.same, reading.sentence)
    if kept is not None:
        return kept
    duties = bool(said) and all(forces == {Force.DUTY} for forces in said.values())
    if duties:  # "must give notice to extend" makes no duty of "may extend on notice"
        named = bound(reading.sentence, reading.language)
        free = modal_verbs(reading.nearest, reading.other)
        return not (named and binds_the_free(reading.sentence, reading.nearest, free))
    return force_kept(reading.sentence, reading.nearest, reading.source)
