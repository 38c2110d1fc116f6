"""What a contract says without promising it: an example, an aim, a figure for information. Pure.

A quote is called so only where its own words say so, and where it is nothing else: one sentence, or a row of a table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from assistant.answer import Statement, Verdict
from ingest.document import Span
from ingest.sentences import sentences
from ingest.words import fold


class Aside(StrEnum):
    """What a quote is in place of a commitment."""

    EXAMPLE = "example"
    AIM = "aim"  # or for information
    PARTLY_AIM = "partly aim"  # a row of a table of which a cell is


_NUMBER = r"^\W*(?:\(?[a-z]{1,3}\)\W*|\d+(?:\.\d+)*[.)]?\s+)?"
_EXAMPLE = re.compile(
    rf"{_NUMBER}(?:(?:for|as an?|by way of) (?:example|instance|illustration)|e\.g\.|(?:worked )?examples?\s?:|illustration\s?:|"
    r"par exemple|a titre d'(?:exemple|illustration)|exemples?\s?:|p\. ?ex\.)"
)
_AIM = re.compile(
    r"\b(?:for information (?:only|purposes)|(?:only )?for information\b|indicative(?:ly)? (?:only|figures?|values?)|"
    r"is indicative|are indicative|"
    r"reported only|(?:is|are) (?:a |an |only )*(?:non-?binding|not binding)|(?:target|aim|objective)s? (?:only|"
    r"and no(?:t a)? commitment)|"
    r"a titre (?:indicatif|d'information|d'objectif)|pour information|(?:valeurs?|delais?|chiffres?) indicati\w+|non contractuel\w*|"
    r"sans valeur contractuelle|sans engagement)\b|\((?:target|objective|aim|objectif|indicatif|indicative)\)"
)
_WORDS = {
    "en": {
        Aside.EXAMPLE: "Given as an example:",
        Aside.AIM: "Given as an aim or for information:",
        Aside.PARTLY_AIM: "Given in part as an aim or for information:",
    },
    "fr": {
        Aside.EXAMPLE: "Donné à titre d'exemple :",
        Aside.AIM: "Donné comme objectif ou pour information :",
        Aside.PARTLY_AIM: "Donné en partie comme objectif ou pour information :",
    },
}


def read_aside(text: str) -> Aside | None:
    """What a quote is in place of a commitment; None for one that promises, or of which that cannot be told.

    Args:
        text: a sentence, some of them, or a row of a table with its cells parted by tabs or bars.
    """
    folded = fold(text)
    row = re.search(r"\t| \| ", text.rpartition("\n")[2])
    if row is None and len(sentences(text, Span(0, len(text)))) > 1:
        return None
    if _EXAMPLE.match(folded):
        return Aside.EXAMPLE
    if _AIM.search(folded):
        return Aside.PARTLY_AIM if row is not None else Aside.AIM
    return None


def noted(statements: Sequence[Statement], unnamed: str, language: str) -> tuple[Statement, ...]:
    """The statements with a word before each that is no commitment, and before the first one what the contract does not name.

    Args:
        statements: of an answer, in order.
        unnamed: a sentence that says which word of the question does not stand in the contract; empty where all do. It takes the place of
            plain words drawn from the first quote, which would be about another thing.
        language: of the reader, "en" or "fr".
    """
    told = [told_apart(statement, language) for statement in statements]
    if unnamed and told and told[0].verdict is Verdict.QUOTED:
        told[0] = replace(told[0], lead=unnamed)
    return tuple(told)


def told_apart(statement: Statement, language: str) -> Statement:
    """A quoted statement with a word before it where it is no commitment, in place of plain words drawn from it.

    Args:
        statement: any statement.
        language: of the reader, "en" or "fr".
    """
    aside = _aside_of(statement) if statement.verdict is Verdict.QUOTED else None
    return statement if aside is None else replace(statement, lead=_WORDS[language][aside])


def _aside_of(statement: Statement) -> Aside | None:
    """What a statement is in place of a commitment, by what it quotes behind the words that introduce it ("For this purpose:")."""
    aside = read_aside(statement.text)
    *intros, last = [citation.quote for citation in statement.citations] or [""]
    if aside is None and intros and all(intro.rstrip().endswith(":") for intro in intros):
        return read_aside(last)
    return aside
