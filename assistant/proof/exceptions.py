"""Exceptions kept: a rule without its "unless", an "in all cases" of the writer's own, an exception made up. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from assistant.asked.terms import content_stems
from assistant.proof.overlap import akin
from assistant.proof.reading import meanings
from ingest.document import Span
from ingest.words import fold

_EXCEPTION = re.compile(
    r"\b(?:unless|except(?!ional)\w*|excluding|save|provided that|subject to|other than|otherwise than|apart from|sauf|"
    r"à moins (?:que|d[e’']|qu(?=[’']))|"
    r"hormis|excepté\w*|sous réserve|à condition|à l.exception|à l.exclusion)\b",
    re.IGNORECASE,
)
_TURN = re.compile(  # other words in which an exception may be kept
    r"\b(?:unless|except\w*|save|provided|subject to|other than|otherwise|apart from|only|but|instead|however|although|normally|"
    r"not before|until|though|although|even so|bien que|quoique|même si|sauf|à moins|hormis|excepté|sous réserve|à condition|"
    r"à l.exception|hors|mais|seule?s?|(?:do|does|shall|will) not apply|ne (?:joue|jouent|s.applique|s.appliquent) pas|"
    r"seulement|uniquement|toutefois|en revanche|à part|mise? à part|en principe|que si|solely|barring|bar)\b|\bn(?:e |"
    r"[’'])[^.;]{1,80}\bqu(?:e\b|[’'])",
    re.IGNORECASE,
)
_CONDITIONS_ONLY = re.compile(r"\b(?:provided that|subject to|sous réserve|à condition)\b", re.IGNORECASE)
_OTHER_THAN = re.compile(r"\b(?:other|otherwise) than\b", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:not|no|ne|outside|hors)\b|\bn[’']|n[’']t\b", re.IGNORECASE)
_CONDITION_KEPT = re.compile(  # other words for a condition
    r"\b(?:if|when|once|as long as|so long as|after|with|needs?|requires?|takes|depend\w*|must (?:first )?(?:pay|have)|moyennant|"
    r"si|selon|en fonction|"
    r"s.il|suppose\w*|exige\w*|"
    r"requier\w*|après|une fois|pourvu que|pour autant|avec|à charge d\w*|en contrepartie|against payment)\b",
    re.IGNORECASE,
)
_ONLY_FOR = re.compile(
    r"\bonly (?:for|in|during|on|to|within|at)\b|\b(?:seulement|uniquement) (?:pour|en|pendant|dans)\b|\bqu(?:e |[’'])(?:pour|en|"
    r"pendant|dans)\b",
    re.IGNORECASE,
)
_EVEN_FOR = re.compile(
    r"\beven (?:for|in|within|if|during)\b|\bincluding\b|\bmême (?:à|pour|en|dans|pendant)\b|\by compris\b",
    re.IGNORECASE,
)
_OPENS = re.compile(r"(?:^|[.;:]\s)\s*(?:\(?\w{1,3}\)\s+|\d+(?:\.\d+)*\.?\s+)?$")  # a sentence begins here
_OPENING_REACH = 20  # characters before a word that tell whether it begins its sentence
_SENTENCE_END = re.compile(r";|[.](?=\s|$)")
_PART_END = re.compile(r"[,;]|[.](?=\s|$)")
_TAIL = 8  # words
_TOLD = 0.6  # share of the words of an exception that tell it
_LOOSE = r"(?:,|(?<!\s))\s*+"  # a comma and spaces, or neither; spaces are begun with their first alone
_BY_THE_WAY = re.compile(  # what every contract says, and a summary leaves out
    rf"{_LOOSE}\b(?:unless|except as|save as|sauf)\s+(?:otherwise\s+)?(?:expressly\s+)?(?:otherwise|(?:accord|stipulation|disposition|"
    r"mention|convention)s?(?: expresse)? contraires?)"
    r"(?:\s+(?:expressly\s+)?(?:agreed|provided|stated|specified|requested|required|set out|noted)\b[^,.;]{0,80})?|"
    r"\b(?:subject to|sous réserve d(?:e|es|u))\s+(?:the |les? |la |l[’'])?(?:foregoing|preceding|above|remaining|other|following|"
    r"provisions?|terms|stipulations|dispositions|autres|présente?s?)\b[^,.;]{0,60}|"
    rf"{_LOOSE}\b(?:unless|until) (?:sooner |earlier |otherwise )?(?:terminated|extended|renewed|cancelled)"
    r"(?= as | in accordance| pursuant| under | earlier| sooner)[^,.;]{0,60}|"
    r"\b(?:is|are|be|being) subject to (?=delays?|change|interest|tax|vat|review|indexation|revision|adjustment)",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r",\s+(?:whose|which|who|dont|lequel|laquelle)\b[^;.]*$", re.IGNORECASE)
_CONTRAST = re.compile(r"\b(?:however|but|toutefois|mais|cependant|en revanche|par dérogation)\b", re.IGNORECASE)
_OPENING = re.compile(  # where a source without an exception may be told as one
    r"\b(?:if|when|outside|instead|provided|without(?! prejudice)|not apply|whichever|lesser of|lower of|"
    r"le moins élevé|le plus faible|"
    r"si|s.il|lorsqu\w*|hors|sans(?! préjudice)|à défaut|ne s.applique\w*)\b",
    re.IGNORECASE,
)
_UNLIMITED = re.compile(
    r"\bwithout (?:any )?(?:limit|cap|ceiling)\w*|\bunlimited|\buncapped|\bno (?:limit|cap|ceiling|maximum)\b|"
    r"\bsans (?:aucune? )?(?:limite?|plafon)\w*|"
    r"\billimité\w*|\bnon plafonné\w*",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    r"\b(?:up to|only|solely|exclusively|uniquement|seulement|exclusivement|first|beyond|above|at most|cap|capped|limited|limit|"
    r"not exceed|no more than|not more than|dans la limite|au-delà|au plus|"
    r"plafon\w*|limit\w*|premiers?|premières?|dépass\w*|ne\b[^.;]{1,20}\bque?)\b",
    re.IGNORECASE,
)
_ALL = re.compile(r"\b(?:all|every|any|whole|tous|toute?s?|tout)\b", re.IGNORECASE)
_INCLUDED = re.compile(
    r"\b(?:included|including|inclusive|y compris|compris(?:es?)?|incluses?|inclus)\b", re.IGNORECASE
)
_INCLUDING = re.compile(
    r"\b(?:inclu\w*|compri\w*|comprend\w*|enti(?:re|ère)\w*|intégral\w*|full\w*|notamment|such as|tel(?:le)?s? que|cover\w*|all|"
    r"any|every|both|each|whatever|even|tous|toutes?|tout|chaque|même|in full|avec|with|"
    r"cumul\w*|quel\w*)\b",
    re.IGNORECASE,
)
_COORDINATED = re.compile(
    r";|(?:,|(?<!\s))\s++(?:and|et|but|mais)\s+(?=(?:shall|may|must|will|doit|peut|ne|n[’'])\b)", re.IGNORECASE
)
_CLEARLY = 3  # times as many words of one part as of the other
_LEAST_TAIL = 6  # words of an exception that says a thing of its own
_MORE = 2  # times as many words of the exception as of the rule
_ARTICLES = frozenset("the les la le l of de des d".split())
_ONLY_SOME = re.compile(r"\b(?:only|solely|seule?s?)\s+(?P<some>(?:the |les |l')?[a-z-]{3,} [a-z-]{4,})")
_ALL_OF = re.compile(
    r"\b(?:all|every|any|tou(?:s|tes) (?:les|ses|ces)|chaque|toute?)\s+(?:the\s+|of the\s+)?(?P<noun>[a-z-]{4,})"
)
_DIGIT = re.compile(r"\d")
_ABSOLUTE = tuple(
    re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for words in (
        r"always|in (?:all|every|any) (?:cases?|circumstances?)|toujours|dans tous les cas|en tout cas",
        r"never|in no (?:case|circumstances?|event)|jamais|en aucun cas",
        r"without (?:any )?exceptions?|with no exceptions?|sans (?:aucune )?exception",
        r"whatever|regardless|not even|even (?:if|where|when)|quel(?:le)?s?(?: qu.en)? (?:que|soit)|même (?:si|en cas)",
        r"included|including|y compris|compris(?:es?)?",
    )
)


def exception_kept(sentence: str, nearest: str, source: str, told: bool = False) -> bool:
    """Whether a sentence keeps the exceptions of its source, and makes up none.

    Args:
        sentence: one sentence, in English or French.
        nearest: the sentence of the source that it rests on.
        source: all the words that it rests on.
        told: whether the sentence tells the matter of the exception in other words (`exception_told`).
    """
    bare = _BY_THE_WAY.sub(" ", nearest)
    if _EXCEPTION.search(bare) and _governs(bare) and not _TURN.search(sentence) and not told:
        if not _EXCEPTION.search(_OTHER_THAN.sub(" ", bare)) and _DENIED.search(sentence):
            return True  # "in a way that the documentation does not provide for" is otherwise than in it
        conditional = not _EXCEPTION.search(_CONDITIONS_ONLY.sub(" ", bare))
        if not (conditional and _CONDITION_KEPT.search(sentence)):
            return False
    limits = (_EXCEPTION, _CONTRAST)
    if _INCLUDED.search(sentence) and not _INCLUDING.search(source):
        return False
    if _EXCEPTION.search(_ABSOLUTE[2].sub("", sentence)) and not any(
        sign.search(source) for sign in (*limits, _OPENING)
    ):
        return False
    if not any(sign.search(source) for sign in limits):
        return True
    said, held = _before_exception(sentence), " ".join(map(_before_exception, source.split(". ")))
    return all(word.search(held) for word in _ABSOLUTE if word.search(said))


def exception_spans(text: str) -> list[Span]:
    """Where the exceptions of a text stand, each from its sign to the end of its sentence or half of it ("except that …;").

    One that begins a sentence ("Subject to clause 9, …") ends at the comma; a contrast that does ("However, …") is a rule of its own.
    """
    found = []
    for sign in (_EXCEPTION, _CONTRAST):
        for match in sign.finditer(text):
            opens = _OPENS.search(text[: match.start()][-_OPENING_REACH:]) is not None
            if opens and sign is _CONTRAST:
                continue
            end = (_PART_END if opens else _SENTENCE_END).search(text, match.end())
            found.append(Span(match.start(), end.start() if end else len(text)))
    return found


def has_exception(text: str) -> bool:
    """Whether a text makes an exception ("unless", "sauf")."""
    return _EXCEPTION.search(text) is not None


def exception_told(sentence: str, nearest: str, same: Mapping[str, frozenset[str]], language: str, other: str) -> bool:
    """Whether a sentence tells, without an "except", of what the source makes an exception: "the rest …; for fraud there is no limit".

    Args:
        sentence: one sentence, in English or French.
        nearest: the sentence of the source that it rests on.
        same: for a stem of the sentence, the stems of the source that mean the same.
        language: of the sentence.
        other: of the source.
    """
    tail = _tails(_EXCEPTION, nearest, other)
    said = content_stems(sentence, language)
    held = _meant(said, same)
    if _wide(sentence):
        return False
    return (len(tail) > 1 and len(tail & held) >= _TOLD * len(tail)) or _of_another_part(held, nearest, other)


def _wide(sentence: str) -> bool:
    """Whether a sentence says that it makes no difference between cases."""
    return any(word.search(sentence) for word in _ABSOLUTE) or _INCLUDED.search(sentence) is not None


def exception_itself(
    sentence: str, nearest: str, same: Mapping[str, frozenset[str]], language: str, other: str
) -> str | None:
    """What stands after the "except" of its source, where a sentence tells that alone ("the Company may assign it to its lenders").

    Args:
        sentence: one sentence, in English or French.
        nearest: the sentence of the source that it rests on.
        same: for a stem of the sentence, the stems of the source that mean the same.
        language: of the sentence.
        other: of the source.

    Returns:
        Those words, or None where the sentence shares as much with what stands before, or says "always" or its like.
    """
    match = _EXCEPTION.search(nearest)
    if match is None or not nearest[: match.start()].strip() or _wide(sentence) or _EXCEPTION.search(sentence):
        return None
    tail = nearest[match.end() :]
    before, after = (frozenset(content_stems(piece, other)) for piece in (nearest[: match.start()], tail))
    said = content_stems(sentence, language)
    held = _meant(said, same)
    told, ruled = len(held & (after - before)), len(held & (before - after))
    return tail.lstrip(" ,") if told > max(1, _MORE * ruled) and len(tail.split()) >= _LEAST_TAIL else None


def _of_another_part(held: frozenset[str], nearest: str, language: str) -> bool:
    """Whether a sentence's words are those of a coordinated part that has no exception ("may copy it and shall not sell it, unless …")."""
    pieces = [piece for piece in _COORDINATED.split(nearest) if piece.strip()]
    bound, free = (
        frozenset().union(
            *(content_stems(piece, language) for piece in pieces if bool(_EXCEPTION.search(piece)) is excepted)
        )
        for excepted in (True, False)
    )
    return len(held & (free - bound)) >= max(2, _CLEARLY * len(held & (bound - free)))


def tails_turned(sentence: str, source: str, same: Mapping[str, frozenset[str]], language: str, other: str) -> bool:
    """Whether what the source makes an exception of is told as the only case, or what it takes in ("even there") as an exception.

    Args:
        sentence: one sentence, in English or French.
        source: the words that it rests on.
        same: for a stem of the sentence, the stems of the source that mean the same.
        language: of the sentence.
        other: of the source.
    """
    return any(
        _meet(_tails(said, sentence, language), _tails(held, source, other), same)
        for said, held, unless in (
            (_ONLY_FOR, _EXCEPTION, _EXCEPTION),
            (_EXCEPTION, _EVEN_FOR, _EVEN_FOR),
            (_EXCEPTION, _ONLY_FOR, _ONLY_FOR),
        )
        if not unless.search(sentence)
    )


def _tails(sign: re.Pattern[str], text: str, language: str) -> frozenset[str]:
    """The content stems of the words that follow a sign, up to the next comma."""
    tails = [re.split(r"[,;.()]", text[match.end() :], maxsplit=1)[0] for match in sign.finditer(text)]
    return frozenset(stem for tail in tails for stem in content_stems(" ".join(tail.split()[:_TAIL]), language))


def _meant(words: Iterable[str], same: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """What words mean in the source: their counterparts there, or themselves where they have none."""
    return frozenset().union(*(meanings(word, same) for word in words))


def _meet(said: frozenset[str], held: frozenset[str], same: Mapping[str, frozenset[str]]) -> bool:
    met = [word for word in said if _meant((word,), same) & held]
    return bool(met) and len(met) >= len(said) / 2


def _governs(text: str) -> bool:
    """Whether an exception of a text bears on its main clause, not on a relative one ("whose decision is final save for error")."""
    return any(not _RELATIVE.search(text[: match.start()]) for match in _EXCEPTION.finditer(text))


def limit_kept(sentence: str, source: str) -> bool:
    """Whether a sentence that says "all" or "without limit" leaves out no limit of its source ("the first 60 person-days are free").

    Args:
        sentence: one sentence, in English or French.
        source: the words that it rests on.
    """
    whole = _all_of_some(sentence, source)
    if whole is not None:
        return whole
    if _UNLIMITED.search(sentence):
        return not _LIMIT.search(source) or _UNLIMITED.search(source) is not None
    wide = _ALL.search(sentence) and not _ALL.search(source) and not _LIMIT.search(sentence)
    return not wide or not _LIMIT.search(source) or bool(_DIGIT.search(sentence))


def _all_of_some(sentence: str, source: str) -> bool | None:
    """Whether "all" is said of no more than what the source has "only" ("only critical alarms"); None where it is not said of these."""
    words = fold(sentence).split()
    wholes = [match["noun"] for match in _ALL_OF.finditer(fold(sentence))]
    told: bool | None = None
    for some in _ONLY_SOME.finditer(fold(source)):
        kinds = [word for word in re.findall(r"[a-z-]+", some["some"]) if word not in _ARTICLES]
        if any(akin(noun, kind) for noun in wholes for kind in kinds):
            told = told is not False and all(any(akin(kind, word) for word in words) for kind in kinds)
    return told


def _before_exception(text: str) -> str:
    """What a sentence says before it makes an exception."""
    bare = _ABSOLUTE[2].sub(lambda match: "x" * len(match.group()), text)  # "without exception" makes none
    cut = [match.start() for sign in (_EXCEPTION, _CONTRAST) if (match := sign.search(bare)) and match.start()]
    return text[: min(cut, default=len(text))]
