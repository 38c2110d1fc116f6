"""What stands beside each figure: "20% on signature; 30% on delivery". A figure of one item told of another is caught. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import combinations

from assistant.proof.overlap import language_of, plain_content, relatives
from assistant.proof.reading import meanings
from assistant.values.bounds import told_apart
from assistant.values.figures import Figure, figures
from assistant.wording.lexicon import Lexicon
from ingest.words import fold

SEGMENT_END = re.compile(
    r"[;:\t\n]|,(?!\d)|\.(?=\s|$)|\b(?:and|et|but|mais|then|puis|whereas|tandis que)\b", re.IGNORECASE
)
_BAND = re.compile(r"[;\n]|\.(?=\s|$)")
_TIMES = frozenset("second minute hour day week month year".split())
_CODE = re.compile(r"\b[a-z]+\d+\b")  # "p1", "sl6"
_AMOUNT = r"[€£$]?\d[\d., \u00a0\u202f]{0,40}"
_CHANGE = re.compile(
    rf"\b(?:from|de)\s+(?P<before>{_AMOUNT})\s?(?:[%€£$]|[a-zà-ÿ]+)?\s+(?:to|à)\s+(?P<after>{_AMOUNT})\s?(?P<unit>[%€£$]?)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Place:
    """A figure, the words that stand beside it, and those of its whole sentence."""

    figure: Figure
    words: frozenset[str]
    sentence: frozenset[str]


def misplaced(sentence: str, parts: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a figure of the sentence stands in its source beside other words, and another figure of its unit beside these.

    Args:
        sentence: one sentence.
        parts: the parts of its source (`assistant.proof.focus.parts`).
        lexicon: tells which words mean the same.
    """
    source = "\n".join(parts)
    same = relatives(sentence, source, lexicon)
    held = [place for part in parts if "\t" not in part for place in _places(part, language_of(source))]
    certain = told_apart(sentence, source)
    said = _places(sentence, language_of(sentence))
    told = {place.figure for place in said}
    units = [place.figure.unit for place in said]
    better = {place.figure: _fitting(place, held, same, alone=units.count(place.figure.unit) == 1) for place in said}
    open_ = [place for place in said if place.figure not in certain]
    if any(_of_another(place, held, told, same) for place in open_) or _exchanged(said, held, same):
        return True
    return any(
        other is not None and (other not in told or better.get(other) is not None)
        for figure, other in better.items()
        if other != figure and figure not in certain
    )


def _of_another(place: _Place, held: Sequence[_Place], told: Set[Figure], same: Mapping[str, frozenset[str]]) -> bool:
    """Whether beside a figure stands a word that the source has beside another figure alone, which the sentence does not tell."""
    own = [other for other in held if other.figure == place.figure]
    rivals = [other for other in held if other.figure.unit == place.figure.unit and other.figure not in told]
    if not own or not rivals or place.figure.unit == "":
        return False
    for rival in rivals:
        elsewhere = frozenset().union(*(other.words for other in held if other is not rival))
        alone = [
            word for word in place.words if (meant := meanings(word, same)) & rival.words and not meant & elsewhere
        ]
        if len(alone) > 1:
            return True
    return False


def _exchanged(said: Sequence[_Place], held: Sequence[_Place], same: Mapping[str, frozenset[str]]) -> bool:
    """Whether two figures of a sentence fit each the words beside the other in the source better than those beside itself."""
    for one, other in combinations([place for place in said if place.words != place.sentence], 2):
        if _family(one.figure) != _family(other.figure) or one.figure == other.figure:
            continue
        common = one.words & other.words
        mine, theirs = one.words - common, other.words - common
        straight = _fit(mine, one.figure, held, same) + _fit(theirs, other.figure, held, same)
        crossed = (_fit(mine, other.figure, held, same), _fit(theirs, one.figure, held, same))
        if all(crossed) and sum(crossed) > straight:
            return True
    return False


def _fit(words: frozenset[str], figure: Figure, held: Sequence[_Place], same: Mapping[str, frozenset[str]]) -> int:
    return max((len(_shared(words, other.words, same)) for other in held if other.figure == figure), default=0)


def _family(figure: Figure) -> str:
    """What a figure counts, the units of time as one."""
    return "time" if figure.unit.split()[-1:] and figure.unit.split()[-1] in _TIMES else figure.unit


def mispaired(sentence: str, source: str) -> bool:
    """Whether two figures stand in one breath in the sentence that the source has each beside another ("below 99.5%: 5%; below 99%: 10%").

    Args:
        sentence: one sentence, in English or French.
        source: the words that it rests on.
    """
    bands = [figures(piece) for line in source.split("\n") if "\t" not in line for piece in _BAND.split(line)]
    for piece in _BAND.split(sentence):
        for one, other in combinations(sorted(figure for figure in figures(piece) if figure.unit), 2):
            if any({one, other} <= band for band in bands):
                continue
            first = any(one in band and any(_rival(f, other) and f != one for f in band) for band in bands)
            second = any(other in band and any(_rival(f, one) and f != other for f in band) for band in bands)
            if first and second:
                return True
    return False


def _rival(figure: Figure, other: Figure) -> bool:
    return figure.unit == other.unit and figure.value != other.value


def reversed_change(sentence: str, source: str) -> bool:
    """Whether a change "from 1,500 to 1,800" is told the other way round, or what it changes to is told as what it was.

    Args:
        sentence: one sentence, in English or French.
        source: the words that it rests on.
    """
    held = {(a, b) for a, b in _changes(source)}
    return any((b, a) in held and (a, b) not in held for a, b in _changes(sentence))


def _changes(text: str) -> list[tuple[Figure, Figure]]:
    found = []
    for match in _CHANGE.finditer(text):
        before, after = figures(f"{match['before']} {match['unit']}"), figures(f"{match['after']} {match['unit']}")
        if len(before) == len(after) == 1:
            found.append((before.pop(), after.pop()))
    return found


def _fitting(place: _Place, held: Sequence[_Place], same: Mapping[str, frozenset[str]], alone: bool) -> Figure | None:
    """The other figure of its unit that the words beside a figure fit better; None where there is none.

    Better: all the words that stand beside the figure itself, and more. ``alone``: the sentence tells no other figure of the
    unit, so that all its words are about this one.
    """
    if not alone and place.words == place.sentence:
        return None
    own = [other for other in held if other.figure == place.figure]
    rivals = [
        other for other in held if other.figure.unit == place.figure.unit and other.figure.value != place.figure.value
    ]
    if not own or not rivals:
        return None
    best = max(rivals, key=lambda rival: len(_shared(place.words, rival.words, same)))
    fit = _shared(place.words, best.words, same)
    beside = [_shared(place.words, other.words, same) for other in own]
    # one word more decides only where the figure shares none
    if all(mine < fit and len(fit) - len(mine) > bool(mine) for mine in beside):
        return best.figure
    if not alone or any(other.sentence == rival.sentence for other in own for rival in rivals):
        return None
    best = max(rivals, key=lambda rival: len(_shared(place.sentence, rival.sentence, same)))
    fit = _shared(place.sentence, best.sentence, same)
    beside = [_shared(place.sentence, other.sentence, same) for other in own]
    return best.figure if all(mine < fit and len(fit) - len(mine) > 1 for mine in beside) else None


def _shared(words: frozenset[str], others: frozenset[str], same: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The words that stand, in whatever form, among the others."""
    return frozenset(word for word in words if meanings(word, same) & others)


def _places(text: str, language: str) -> list[_Place]:
    """The figures of a text; what stands beside one is its segment, or the whole text where the segment has no words."""
    found = []
    whole = frozenset(plain_content(text, language))
    for segment in SEGMENT_END.split(text):
        here = figures(segment)
        units = [figure.unit for figure in here]
        words = frozenset(plain_content(segment, language)) | frozenset(_CODE.findall(fold(segment)))
        for figure in here:
            if figure.unit and not figure.unit.startswith("date") and units.count(figure.unit) == 1:
                found.append(_Place(figure, words or whole, whole))
        dates = [Figure(100 * float(f.unit.split()[1]) + f.value, "date") for f in here if f.unit.startswith("date")]
        if len(dates) == 1:
            found.append(_Place(dates[0], words or whole, whole))
    return found
