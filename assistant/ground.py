"""Does this sentence follow from these quotes? Pure: no model, no network.

A sentence that a language model writes is shown as fact only when nothing here speaks against it. Each check looks for one way of
going wrong and names what it found; a sentence without a fault is borne out as far as words can tell. A similarity score is not among them:
it never makes a citation. What the checks catch, and what they miss, is measured with labelled pairs (`clausier eval judge`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.proof import checks
from assistant.proof.exceptions import (
    exception_itself,
)
from assistant.proof.fault import Fault
from assistant.proof.focus import focused, parts
from assistant.proof.overlap import coverage, language_of, relatives
from assistant.proof.reading import Reading
from assistant.values.figures import figures
from assistant.wording.injection import speaks_to_machine
from assistant.wording.lexicon import Lexicon
from assistant.wording.plain_wording import plainly

_NUMBERED = re.compile(r"^\s*\d+(?:\.\d+)+\.?\s+(?=\D)")  # the number of a quoted clause says nothing about its matter
_CITED = re.compile(r"\[\d+\]")
_PIECE = re.compile(
    r";(?!\s*(?:provided|except|unless|however|save|but|sauf|toutefois|sous réserve|à moins|mais))", re.IGNORECASE
)
_HEADING = 4  # words at most of a part that is but a title


def faults(sentence: str, quotes: Sequence[str], lexicon: Lexicon, places: Sequence[str] = ()) -> list[Fault]:
    """What speaks against the sentence, each fault once; empty when it is borne out. Takes what `objections` takes."""
    return list(dict.fromkeys(objections(sentence, quotes, lexicon, places).values()))


def objections(sentence: str, quotes: Sequence[str], lexicon: Lexicon, places: Sequence[str] = ()) -> dict[str, Fault]:
    """What speaks against the sentence: by the name of each check that fails, the fault that it finds; empty when it is borne out.

    Args:
        sentence: one sentence, without its citation marks.
        quotes: the words that it rests on, and nothing else.
        lexicon: tells which words of one language stand for which of the other.
        places: how the clauses are called in which the quotes stand ("8.2 Notice"), which the sentence may name.
    """
    bare = _NUMBERED.sub("", _CITED.sub("", sentence).strip())
    quotes = [quote for quote in quotes if not speaks_to_machine(quote)]
    if not any(quote.strip() for quote in quotes):
        return {"no quote": Fault.NO_QUOTE}
    if is_copied(sentence, quotes):
        return {}
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
    return checks.objections(checks.Beside(reading, said, stated, named), lexicon)


def is_copied(sentence: str, quotes: Sequence[str]) -> bool:
    """Whether a sentence is the quotes' own words, whole: a part of one may leave out what turns it around."""
    cited = _CITED.sub("", sentence)
    whole = (*quotes, " ".join(quotes), *(part for quote in quotes for part in parts(quote)))
    return bool({_plain(cited), _plain(_NUMBERED.sub("", cited.strip()))} & set(map(_plain, whole)))


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
