"""The words of a question that count, weighted: its own stems, and through the lexicon their counterparts in both languages."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.lexicon import Lexicon
from assistant.question import Question
from ingest.words import stems, tokens

EXPANSION_WEIGHT = 0.5  # what a word that the lexicon brings counts for, against one that was typed (docs/retrieval.md)

_STOP = frozenset(
    "the a an of to in and or is are be been being for on at by with from this that these those it its as "
    "if we our us they them their you your i me my he she his her do does did done can could may might "
    "must shall should will would how what which who whose whom when where why not no any some all has "
    "have had having so there here than then too very just get got s t ll re ve m d about into over under "
    "out up le la les un une des de du l et ou est sont etre en au aux pour par sur dans ce cet cette ces "
    "il elle ils elles nous notre nos vous votre vos je mon ma mes tu te son sa ses se leur leurs qui que "
    "qu quoi quel quelle quels quelles combien comment quand pas ne plus y ont avoir ai avons avez fait "
    "faire si c n j many much within exactly happens happen say says exactement faut doit doivent peut "
    "peuvent dit disent".split()
)


@dataclass(frozen=True, slots=True)
class Terms:
    """Weighted stems to look for in texts of one language: ``typed`` ones weigh 1, ``expanded`` ones less."""

    typed: dict[str, float]
    expanded: dict[str, float]

    @property
    def all(self) -> dict[str, float]:
        """Both together; a stem that is in both keeps its larger weight."""
        return {**self.expanded, **self.typed}


def find_terms(question: Question, language: str, lexicon: Lexicon) -> Terms:
    """The terms of a question for documents of a language.

    Args:
        question: as read.
        language: the documents' language, "en" or "fr".
        lexicon: brings the counterparts.
    """
    typed = dict.fromkeys(content_stems(question.text, question.language), 1.0)
    expanded: dict[str, float] = {}
    for expansion in lexicon.expand(question.text, question.language):
        if expansion.language != language:
            continue
        words = [stem for stem in content_stems(expansion.term, language) if stem not in typed]
        for stem in words:
            # a term of several words counts as one, shared among them
            expanded[stem] = max(expanded.get(stem, 0.0), EXPANSION_WEIGHT / len(words) ** 0.5)
    return Terms(typed, expanded)


def content_stems(text: str, language: str) -> list[str]:
    """The stems of a text without words that say nothing about its subject, each once."""
    pairs = zip(tokens(text), stems(text, language), strict=True)
    return list(dict.fromkeys(stem for token, stem in pairs if token not in _STOP))
