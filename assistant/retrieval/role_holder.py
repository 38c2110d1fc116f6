"""Who holds a role: "who is the Service Delivery Manager?", and the row of a table, or the sentence, that names somebody for it. Pure.

A clause that speaks of the holder of a role ("independent of the Service Delivery Manager") does not say who that is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Statement, Verdict
from assistant.asked.question import Question
from assistant.proof.overlap import language_of, plain_content, relatives
from assistant.wording.lexicon import Lexicon
from ingest.words import fold, stem_set, tokens

_ARTICLE = r"(?P<article>(?:the|our|their|your|its|le|la|les|notre|nos|leur|leurs|votre) |l')?"
_WHO = (
    r"who(?:'s| is| are| was|'re)(?: (?:currently|now|today))?|what(?: is|'s) the name of|qui (?:est|sont|etait)(?: actuellement)?|"
    r"c'est qui|quel est le nom d(?:e|u)|comment s'appelle"
)
_NOW = r"(?: (?:now|today|currently|at the moment|actuellement|aujourd'hui|chez eux|at their end|on their side))?"
_ASKED = re.compile(rf"^\W*(?:(?:and|so|et|alors) )?(?:{_WHO}) {_ARTICLE}(?P<role>\w[\w' -]{{2,60}}?){_NOW}\W*$")
_NO_ROLE = re.compile(r"\b(?:who|that|which|liable|in charge|qui)\b")
_ANSWERABLE = re.compile(
    r"(?:responsible|responsables?) "
)  # "qui est responsable de …" asks for no role, "le responsable de …" is one
_NAMES = re.compile(
    r"\b(?:names?|holders?|incumbents?|persons?|individuals?|contacts?|titulaires?|noms?|personnes?|interlocuteurs?)\b"
)
_PERSON = (
    r"(?:(?:Mr|Mrs|Ms|Dr|M|Mme|Monsieur|Madame)\.? )?"
    r"[A-ZÀ-Þ][a-zà-ÿ'’]+(?:-[A-ZÀ-Þ][a-zà-ÿ'’]+)*(?: [A-ZÀ-Þ]\.)?(?: [A-ZÀ-Þ][a-zà-ÿ'’]+(?:-[A-ZÀ-Þ][a-zà-ÿ'’]+)*){1,3}"
)
_REPLACED = (
    re.compile(rf"(?P<new>{_PERSON}) replaces (?P<old>{_PERSON}),? as (?:the )?(?P<role>[^,.;]{{3,80}})"),
    re.compile(rf"(?P<old>{_PERSON}) is replaced,? (?:as (?:the )?(?P<role>[^,.;]{{3,80}}?),? )?by (?P<new>{_PERSON})"),
    re.compile(
        rf"(?P<old>{_PERSON}) est remplacée?,? dans la fonction de (?P<role>[^,.;]{{3,80}}), par (?P<new>{_PERSON})"
    ),
    re.compile(
        rf"(?P<new>{_PERSON}) remplace (?P<old>{_PERSON}),? (?:en qualité de|comme|dans la fonction de) (?P<role>[^,.;]{{3,80}})"
    ),
)
_IN_BRACKETS = re.compile(r"\([^()]{0,80}\)")  # "Transition Manager (until the Service Commencement Date)"
_LITTLE = frozenset("the a an of for and in at le la les l de du des d et a au aux en".split())
_LONGEST_NAME = 60  # characters of a cell that is but a name


def asked_role(text: str) -> str:
    """The role whose holder a question asks for, folded; empty where it asks for none.

    Args:
        text: a question, in English or French.
    """
    asked = _ASKED.match(fold(text))
    if asked is None or _NO_ROLE.search(asked["role"]):
        return ""
    return "" if not asked["article"] and _ANSWERABLE.match(asked["role"]) else asked["role"]


def holder_in_row(role: str, cells: list[str], heads: list[str], lexicon: Lexicon) -> str:
    """Whom a row of a table names for a role; empty where it names nobody for it.

    Args:
        role: as asked for.
        cells: of the row.
        heads: of its columns.
        lexicon: knows roles by other names.
    """
    if len(cells) != len(heads) or not any(_is_role(role, cell, lexicon) for cell in cells):
        return ""
    named = [
        " ".join(c.split()) for c, head in zip(cells, heads, strict=True) if _NAMES.search(fold(head)) and c.strip()
    ]
    fits = len(named) == 1 and len(named[0]) <= _LONGEST_NAME and not _is_role(role, named[0], lexicon)
    return named[0] if fits else ""


def holder_told(role: str, text: str, lexicon: Lexicon) -> str:
    """Whom a sentence puts into a role in the place of another; empty where it puts nobody.

    Args:
        role: as asked for.
        text: a clause or a sentence.
        lexicon: knows roles by other names.
    """
    told = " ".join(text.split())
    for form in _REPLACED:
        for match in form.finditer(told):
            if match["role"] and _is_role(role, match["role"].split(" in ")[0], lexicon):
                return match["new"]
    return ""


def with_holder(question: Question, statements: Sequence[Statement], lexicon: Lexicon) -> tuple[Statement, ...]:
    """The statement that names the holder of the role asked about, led by that name, and what held before it, where one alone is named.

    Nothing else is wanted then; where nobody is named, or two are, the statements as they are.

    Args:
        question: as it is searched.
        statements: of an answer, marked with what amendments did to them; what holds no more names nobody.
        lexicon: knows roles by other names.
    """
    role = asked_role(question.parts[-1].text if question.parts else question.text)
    if not role:
        return tuple(statements)
    named = [_named_in(role, statement, lexicon) for statement in statements]
    if len({name for name in named if name}) != 1 or any(one.verdict is not Verdict.QUOTED for one in statements):
        return tuple(statements)
    pairs = list(zip(named, statements, strict=True))
    naming = (replace(one, lead=f"{name}.") for name, one in pairs if name)
    before = (one for name, one in pairs if not name and _holds_no_more(one))
    return (*naming, *before)


def _holds_no_more(statement: Statement) -> bool:
    return any(citation.in_force is False for citation in statement.citations)


def _named_in(role: str, statement: Statement, lexicon: Lexicon) -> str:
    if not statement.citations or any(citation.in_force is not True for citation in statement.citations):
        return ""
    head, row = statement.citations[0].quote, statement.citations[-1].quote
    if "\t" in row:
        return holder_in_row(role, row.split("\t"), head.split("\t"), lexicon) if "\n" not in row else ""
    return holder_told(role, statement.text, lexicon)


def _is_role(role: str, words: str, lexicon: Lexicon) -> bool:
    """Whether words name a role and nothing more: the same words, or across languages each stands for one and is stood for by one.

    A manager is no director, though people say the one for the other.
    """
    words = _IN_BRACKETS.sub(" ", words)
    if language_of(role) == language_of(words):
        own = stem_set(_bare(role), language_of(role))
        return bool(own) and own == stem_set(_bare(words), language_of(words))
    return _covers(role, words, lexicon) and _covers(words, role, lexicon)


def _bare(words: str) -> str:
    return " ".join(word for word in tokens(words) if word not in _LITTLE)


def _covers(one: str, other: str, lexicon: Lexicon) -> bool:
    held = relatives(one, other, lexicon)
    return bool(held) and len(held) == len(plain_content(one, language_of(one))) and all(held.values())
