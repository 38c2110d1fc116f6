"""Text in, word stems out: the one way in which passages and questions become searchable words. Pure."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import snowballstemmer

INNER_MARKS = ".:/%'"
"""The marks that a stem may hold beside letters and digits ("8.2.1", "24/7", "99.95%", "aujourd'hui")."""

_ALGORITHMS = {"en": "english", "fr": "french"}
_STEM_CACHE = 100_000
_FOLDS_KEPT, _SHORT = 4_096, 2_000  # texts, and characters of one: pages and whole documents are folded once and let go
_TEXT_CACHE = 8_192  # texts of a few hundred characters: some 30 MB

_SPACES = bytes(each for each in range(128) if chr(each).isspace())

_FOLDED: dict[int, str | None] = str.maketrans(
    {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "\u00ad": None, "\u200b": None, "\ufeff": None}
    | dict.fromkeys("’‘‛ʼ′`´", "'")
)
_UNFOLDED = re.compile("[" + "".join(re.escape(chr(letter)) for letter in _FOLDED) + "]")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_ELISION = re.compile(r"\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu)'(?=\w)")
_THOUSANDS = re.compile(r"(?<![\w.,:/])\d{1,3}(?:(?:,| )\d{3})+(?![\d,]|[.]\d{3})")
_DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d)")
_SPACED_PERCENT = re.compile(r"(?<=\d) +%")
_TOKEN = re.compile(r"[^\W_]+(?:(?<=\d)[.:/]\d+)*(?:(?<=\d)%|(?:'[^\W_]+)+)?")


def stem_language(language: str) -> str:
    """The language whose stems a document of that language is searched with: "fr", or "en" for all others."""
    return "fr" if language == "fr" else "en"


def fold(text: str) -> str:
    """Lower case without accents, ligatures, soft hyphens or typographic apostrophes; every space is a plain one."""
    if text.isascii():  # a fifth of the time of looking it up
        return text.casefold().replace("`", "'")
    return _remembered_fold(text) if len(text) <= _SHORT else _fold(text)


def fold_in_place(text: str) -> str:
    """The folded text (see `fold`), letter by letter and as long as it was, so that a place in the one is a place in the other.

    Of a letter that becomes several the first stands for it, and a space for a sign that does.
    """
    return fold(text) if text.isascii() else "".join(map(_folded_letter, text))


def _folded_letter(letter: str) -> str:
    folded = letter.lower() if letter.isascii() and letter.isalnum() else fold(letter)
    if len(folded) == 1:
        return folded
    return folded[:1] or letter if letter.isalpha() else " "


def _fold(text: str) -> str:
    folded = _UNFOLDED.sub(_plain, text).casefold()
    if not folded.isascii():
        # twice, since a compatibility form may decompose into capitals and a capital fold into a combining mark
        decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", folded).casefold())
        folded = _UNFOLDED.sub(_plain, _BEYOND_ASCII.sub(_without_mark, decomposed))
    return folded


_remembered_fold = lru_cache(maxsize=_FOLDS_KEPT)(_fold)


def flat(text: str) -> str:
    """A folded text on one line (see `fold`): each run of white space is one space, and none stands at the ends."""
    return " ".join(fold(text).split())


def holds(text: str, phrase: str) -> bool:
    """Whether a phrase that is `flat` stands in the `flat` form of a text.

    A text of thousands that a phrase is looked for in seldom holds it: most are told by their letters alone, without a thought for the
    lengths of white space.
    """
    folded = fold(text)
    if folded.isascii() and phrase.replace(" ", "").encode("utf-8", "surrogatepass") not in folded.encode().translate(
        None, _SPACES
    ):
        return False
    return phrase in " ".join(folded.split())


def _plain(letter: re.Match[str]) -> str:
    # a search for the few that there are takes a third of the time of str.translate, which looks every letter up
    return _FOLDED[ord(letter.group())] or ""


def _without_mark(letter: re.Match[str]) -> str:
    return "" if unicodedata.combining(letter.group()) else letter.group()


def tokens(text: str) -> list[str]:
    """The folded words and numbers of a text, in order, before stemming.

    Elisions are split off ("l'article" gives "l", "article"). Thousands lose their separator ("150 000" and
    "150,000" give "150000"), a decimal comma becomes a point, and a per cent sign stays with its number.
    """
    folded = _ELISION.sub(lambda match: match.group()[:-1] + " ", fold(text))
    folded = _THOUSANDS.sub(lambda match: match.group().replace(",", "").replace(" ", ""), folded)
    folded = _SPACED_PERCENT.sub("%", _DECIMAL_COMMA.sub(".", folded))
    return _TOKEN.findall(folded)


def stems(text: str, language: str) -> list[str]:
    """The stems of a text's words in order, stop words included.

    Args:
        text: any text.
        language: "en" or "fr"; anything else ("und") is stemmed as English, which leaves French words nearly whole.

    Accents are folded before stemming, so that a question typed without them meets the text that has them.
    The stemmers are Snowball's (Porter, snowballstem.org).
    """
    algorithm = _ALGORITHMS.get(language, "english")
    return [_stem(token, algorithm) for token in tokens(text)]


@lru_cache(maxsize=_TEXT_CACHE)
def stem_set(text: str, language: str) -> frozenset[str]:
    """The stems of a text, each once (see `stems`); remembered, since the same passages are weighed question after question."""
    return frozenset(stems(text, language))


def stems_of_either(text: str) -> frozenset[str]:
    """The stems of a text whose language does not matter: as English and as French."""
    return stem_set(text, "en") | stem_set(text, "fr")


@lru_cache(maxsize=_STEM_CACHE)
def _stem(token: str, algorithm: str) -> str:
    if any(c.isdigit() for c in token):
        return token
    # a stemmer keeps the word that it works on, so threads cannot share one; making one costs little
    return str(snowballstemmer.stemmer(algorithm).stemWord(token))
