"""Where the most is asked for: what caps a sum before others, that of the party asked about before the other's, the whole before a part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.asked.clause_topics import CAP
from assistant.retrieval.candidate import Candidate, words_of
from assistant.retrieval.caps_beside import gives_cap
from assistant.retrieval.liable_party import is_on_the_one_asked
from assistant.retrieval.preferring import BESIDE_IT, preferring
from ingest.library import Library
from ingest.words import stem_language

CAPS_ON_SUBJECT = 0.2  # a cap is seldom said in the words of those who ask for it
PART_OF_CAP = 0.75  # of the score of a cap for one part, where one for the whole is about as much on the subject
PART_COVERED = 0.3  # of coverage by which the part's may be larger: it has the words of the cap and those of the part


def by_cap(said: str, candidates: Sequence[Candidate], library: Library) -> list[Candidate]:
    """The candidates in that order, by their scores.

    Args:
        said: what is asked; it asks for the most.
        candidates: scored.
        library: gives the words.
    """
    texts = [words_of(candidate, library) for candidate in candidates]
    capping = [gives_cap(said, text) for text in texts]
    on = [_is_on_the_one_asked(said, c, text, library) for c, text in zip(candidates, texts, strict=True)]
    mine = any(caps and is_so for caps, is_so in zip(capping, on, strict=True))
    parts = [caps and CAP.is_partly(text) for caps, text in zip(capping, texts, strict=True)]
    kinds = zip(candidates, capping, parts, on, strict=True)
    widest = max(
        (c.coverage for c, caps, part, is_so in kinds if caps and not part and is_so is not False), default=-1.0
    )
    shares = [
        BESIDE_IT if mine and is_so is False else PART_OF_CAP if part and c.coverage <= widest + PART_COVERED else 1.0
        for c, part, is_so in zip(candidates, parts, on, strict=True)
    ]
    preferred = preferring(candidates, capping, least=CAPS_ON_SUBJECT)
    return [replace(c, score=share * c.score) for share, c in zip(shares, preferred, strict=True)]


def is_of_another(said: str, candidate: Candidate, library: Library) -> bool:
    """Whether a candidate is on the liability of another party than the one asked about."""
    return _is_on_the_one_asked(said, candidate, words_of(candidate, library), library) is False


def _is_on_the_one_asked(said: str, candidate: Candidate, text: str, library: Library) -> bool | None:
    language = stem_language(library.document(candidate.passage.document_id).language)
    return is_on_the_one_asked(said, text, language)
