"""One wording for what contracts and their readers say in several: "EUR 500", "nothing prevents X from", "half a year". Pure.

The proof compares words. What two sentences say in different idioms is brought to one idiom in both before they are compared, so that
no check has to know them all. The rules stand in ``assistant/data/wording.tsv``, whose head explains their form.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import resources

_EMPHASIS = re.compile(r"(?<!\w)\*{1,3}(?=\S)|(?<=\S)\*{1,3}(?!\w)|(?<!\w)_{2}(?=\w)|(?<=\w)_{2}(?!\w)")
_GAP, _WHITE, _PARAGRAPHS = re.compile(r"[ ]{2,}"), re.compile(r"[ \r\n]+"), re.compile(r"\n(?:[ ]*\r?\n)+")
_CACHE = 512  # texts; the same quotes are compared with each sentence of an answer
_NUMBER = r"\d[\d.,\u00a0\u202f ]*(?:\d|\b)(?:\s?(?:millions?|thousand|billion|milliards?|[mk])\b)?"
_VERBS = (
    "receive terminate withhold suspend use audit refuse charge invoice claim recover deduct increase request "
    "require replace assign transfer sell  disclose retain set rely enter access inspect appoint engage subcontract "
    "withdraw cancel reject object extend renew participate contest  dispute proceed delete copy change amend "
    "modify review publish give make take have be exercise delay obtain demand reduce revise step buy purchase "
)
_COUNTS = {
    word: n
    for n, words in enumerate(
        "one un une|two deux|three trois|four quatre|five cinq|six|seven sept|eight huit|nine neuf|ten dix".split("|"),
        1,
    )
    for word in words.split()
}
_COUNT = "|".join(_COUNTS)
_OUT_OF = re.compile(rf"\b(?P<some>{_COUNT}) (?:out of|in every|sur) (?:every )?(?P<all>{_COUNT})\b", re.IGNORECASE)
_PARTED = re.compile(
    r"\b(?P<modal>(?:shall|may|must|will|can|could)(?: not)?|(?:ne\s+)?(?:doit|doivent|peut|peuvent|pourra)(?: pas)?), "
    r"(?P<aside>[^,.;]{3,100}), ",
    re.IGNORECASE,
)


@lru_cache(maxsize=_CACHE)
def plainly(text: str) -> str:
    """The text in the plain wording that every check compares; its other words are left as they are.

    Args:
        text: a sentence or a quote, in English or French.
    """
    text = _in_one_line(text)
    for pattern, said in _rules():
        text = pattern.sub(said, text)
    return _OUT_OF.sub(_percentage, text)


def unparted(text: str) -> str:
    """The text without what stands between a modal and its verb: "shall not, during the Term, solicit" is "shall not solicit".

    Args:
        text: a sentence or a quote, in English or French.
    """
    return _PARTED.sub(r"\g<modal> ", text)


def _in_one_line(text: str) -> str:
    """The text without the line breaks and gaps of its page, and without marks of emphasis; table rows and paragraphs stay apart."""
    text = _EMPHASIS.sub("", text)
    if "\t" in text:
        return _GAP.sub(" ", text)
    return "\n\n".join(" ".join(_WHITE.split(block)).strip() for block in _PARAGRAPHS.split(text))


def read_rules(text: str) -> list[tuple[re.Pattern[str], str]]:
    """The rules of the file's text, one a row; rows that start with "#" are comments.

    Raises:
        ValueError: for a row that has not two columns, or whose expression cannot be read.
    """
    rows = [row.split("\t") for row in text.splitlines() if row and not row.startswith("#")]
    for row in rows:
        if len(row) != 2:
            raise ValueError(f"wording: expected 2 columns parted by a tab, got {len(row)} in {row!r}")
    named = {"{verbs}": f"(?:{'|'.join(_VERBS.split())})", "{number}": _NUMBER}
    return [(_compiled(pattern, named), said) for pattern, said in rows]


def _compiled(pattern: str, named: dict[str, str]) -> re.Pattern[str]:
    for name, words in named.items():
        pattern = pattern.replace(name, words)
    try:
        return re.compile(pattern, re.IGNORECASE)
    except re.error as fault:
        raise ValueError(f"wording: expected a regular expression, got {pattern!r}: {fault}") from fault


@cache
def _rules() -> list[tuple[re.Pattern[str], str]]:
    file = resources.files("assistant") / "data" / "wording.tsv"
    return read_rules(file.read_text(encoding="utf-8"))


def _percentage(match: re.Match[str]) -> str:
    """What "four out of five" makes."""
    return f"{100 * _COUNTS[match['some'].lower()] / _COUNTS[match['all'].lower()]:g}% of"
