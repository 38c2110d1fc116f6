"""Does this sentence follow from these quotes? Pure: no model, no network.

A sentence that a language model writes is shown as fact only when nothing here speaks against it. Each check looks for one way of
going wrong and names what it found; a sentence without a fault is borne out as far as words can tell. A similarity score is not among them:
it never makes a citation. What the checks catch, and what they miss, is measured with labelled pairs (`clausier eval judge`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from enum import StrEnum

from assistant.anchors import anchors, anchors_kept, triggers, triggers_kept
from assistant.bounds import bounds_kept
from assistant.contrast import frequencies_held, hastened, names_period, outlasts, payments_kept, times_kept, turned
from assistant.countries import nation_of
from assistant.dates import months_named, months_of_years
from assistant.duty import bound
from assistant.equals import said_alike
from assistant.exceptions import (
    exception_itself,
    exception_kept,
    exception_told,
    has_exception,
    limit_kept,
    tails_turned,
)
from assistant.figures import Figure, currencies_held, figures, holds
from assistant.focus import focused, parts
from assistant.force import Force, binds_the_free, force_kept, modal_verbs, verbs_kept
from assistant.injection import adds_marks, speaks_to_machine
from assistant.leave import Leave, leave, leave_kept, widened
from assistant.lexicon import Lexicon
from assistant.near_miss import near_miss
from assistant.overlap import coverage, language_of, relatives
from assistant.parties import parties_held
from assistant.places import ordinals, places_held
from assistant.plain_wording import plainly
from assistant.polarity import annuls, claims, contradict, denies, denies_beyond_bounds, denies_plainly, lost
from assistant.reading import Reading
from assistant.terms import content_stems
from assistant.vicinity import mispaired, misplaced, reversed_change
from ingest.words import fold, stems

LEAST_COVERAGE = 0.4  # share of a sentence's content words that its quotes must hold; the pairs of evals/gold set it

_NAME = re.compile(r"(?<=[a-zà-ÿ,;] )[A-ZÀ-Þ][\w&-]+(?:\s+[A-ZÀ-Þ][\w&-]+)*|\b[A-ZÀ-Þ]{2,}\w*")
_NUMBERED = re.compile(r"^\s*\d+(?:\.\d+)+\.?\s+(?=\D)")  # the number of a quoted clause says nothing about its matter
_CITED = re.compile(r"\[\d+\]")
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
_PIECE = re.compile(
    r";(?!\s*(?:provided|except|unless|however|save|but|sauf|toutefois|sous réserve|à moins|mais))", re.IGNORECASE
)
_HEADING = 4  # words at most of a part that is but a title
_EVENT_WORDS = 3  # content words after "days of" that name the event


class Fault(StrEnum):
    """The ways in which a sentence can fail its quotes."""

    NO_QUOTE = "no quote"  # or none that speaks to the parties (`assistant.injection`)
    FIGURE = "figure"
    PERIOD = "period"
    NEGATION = "negation"
    FORCE = "force"
    EXCEPTION = "exception"
    NAME = "name"
    PARTY = "party"
    PLACE = "place"
    COVERAGE = "coverage"
    ENTAILMENT = "entailment"  # found by a model of natural language inference alone (`assistant.prover`)


def faults(sentence: str, quotes: Sequence[str], lexicon: Lexicon, places: Sequence[str] = ()) -> list[Fault]:
    """What speaks against the sentence, empty when it is borne out.

    Args:
        sentence: one sentence, without its citation marks.
        quotes: the words that it rests on, and nothing else.
        lexicon: tells which words of one language stand for which of the other.
        places: how the clauses are called in which the quotes stand ("8.2 Notice"), which the sentence may name.
    """
    bare = _NUMBERED.sub("", _CITED.sub("", sentence).strip())
    quotes = [quote for quote in quotes if not speaks_to_machine(quote)]
    if not any(quote.strip() for quote in quotes):
        return [Fault.NO_QUOTE]
    if is_copied(sentence, quotes):
        return []
    named = "\n".join((*quotes, *places))
    quotes = [plainly(_NUMBERED.sub("", quote)) for quote in quotes]
    bare = plainly(bare)
    stated = "\n".join(quotes)
    quotes = focused(bare, quotes, lexicon)
    source = "\n".join(quotes)
    said = [part for quote in quotes for part in parts(quote)]
    nearest = _nearest(bare, said, lexicon)
    tail = exception_itself(bare, nearest, relatives(bare, source, lexicon), language_of(bare), language_of(source))
    if tail:  # the sentence tells what the exception says, and not what it is made of
        nearest, source = tail, source.replace(nearest, tail)
    same = relatives(bare, source, lexicon)
    reading = Reading(bare, source, nearest, same, language_of(bare), language_of(source))
    checks = (
        (Fault.FIGURE, not _figures_kept(reading, said, lexicon)),
        (Fault.PERIOD, not _periods_held(reading)),
        (Fault.NEGATION, not _polarity_held(reading)),
        (Fault.FORCE, not _force_held(reading)),
        (Fault.EXCEPTION, not _exceptions_held(reading)),
        (Fault.NAME, not _names_held(bare, stated, lexicon) or adds_marks(bare, named)),
        (Fault.PARTY, not parties_held(reading, lexicon)),
        (Fault.PLACE, not places_held(bare, named)),
        (Fault.COVERAGE, coverage(bare, stated, lexicon) < LEAST_COVERAGE or _goes_round(bare)),
    )
    return [fault for fault, failed in checks if failed]


def is_copied(sentence: str, quotes: Sequence[str]) -> bool:
    """Whether a sentence is the quotes' own words, whole: a part of one may leave out what turns it around."""
    cited = _CITED.sub("", sentence)
    whole = (*quotes, " ".join(quotes), *(part for quote in quotes for part in parts(quote)))
    return bool({_plain(cited), _plain(_NUMBERED.sub("", cited.strip()))} & set(map(_plain, whole)))


def _figures_kept(reading: Reading, said: Sequence[str], lexicon: Lexicon) -> bool:
    """Each figure is the source's, stands beside the same words, and is bounded and counted as there."""
    sentence, source = reading.sentence, reading.source
    return (
        _figures_held(sentence, source)
        and not misplaced(sentence, said, lexicon)
        and not mispaired(sentence, source)
        and bounds_kept(sentence, source)
    )


def _exceptions_held(reading: Reading) -> bool:
    """No exception or limit is dropped, made up, widened or turned round."""
    sentence, nearest, source = reading.sentence, reading.nearest, reading.source
    told = exception_told(sentence, nearest, reading.same, reading.language, reading.other)
    return (
        exception_kept(sentence, nearest, source, told)
        and limit_kept(sentence, source)
        and leave_kept(sentence, source)
        and not widened(sentence, source)
        and not _tails_turned(reading)
    )


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
    amounts = [other for other in held if other.unit in ("euro", "dollar", "pound")]
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


def _periods_held(reading: Reading) -> bool:
    """Each period is as long, comes as often and is counted from the same event, the same way, as in the source."""
    sentence, source = reading.sentence, reading.source
    return (
        not turned(sentence, source, reading.same, reading.language, reading.other)
        and near_miss(sentence, source) is None
        and frequencies_held(said_alike(sentence, source), source)
        and times_kept(sentence, source)
        and payments_kept(sentence, source)
        and not hastened(sentence, source)
        and not outlasts(sentence, source)
        and _anchors_held(reading)
        and triggers_kept(triggers(sentence, reading.language), triggers(source, reading.other), reading.same)
        and anchors_kept(anchors(sentence, reading.language), anchors(source, reading.other), reading.same)
    )


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


def _polarity_held(reading: Reading) -> bool:
    """Nothing is affirmed that the source denies, or denied that it affirms."""
    if leave(reading.sentence) is leave(reading.source) is Leave.CONDITIONAL:
        return True
    borne = denies(reading.source) if _MAY_BOUND.search(reading.sentence) else denies_beyond_bounds(reading.source)
    if denies_plainly(reading.sentence) and not borne:
        return False
    if annuls(reading.sentence) and not (annuls(reading.source) or denies(reading.source)):
        return False
    prose = "\n".join(line for line in reading.source.split("\n") if "\t" not in line)
    said, held = claims(reading.sentence, reading.language), claims(prose, reading.other)
    if contradict(said, held, reading.same) and not _told_of_exception(reading):
        return False
    return denies(reading.sentence) or not lost(said, held, reading.same)


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


def _plain(text: str) -> str:
    return " ".join(text.split()).strip(' .“”"«»')


def _nearest(sentence: str, parts: Sequence[str], lexicon: Lexicon) -> str:
    """The part that shares the most words and figures with the sentence: the one whose force and exception it must keep."""
    parts = [piece for part in parts for piece in _PIECE.split(part) if len(piece.split()) > _HEADING] or parts
    if len(parts) == 1:
        return parts[0]
    told = figures(sentence)

    def near(part: str) -> float:
        share = len(told & figures(part)) / len(told) if told else 0.0
        return coverage(part, sentence, lexicon) + coverage(sentence, part, lexicon) + share

    return max(parts, key=near)


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
