"""The words of a question that count, weighted: its own stems, and through the lexicon their counterparts in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from assistant.asked.question import Part, Question
from assistant.wording import everyday_groups
from assistant.wording.lexicon import Lexicon
from assistant.wording.notice import subject_alone
from ingest.words import stems, tokens

EXPANSION_WEIGHT = 0.5  # what a word that the lexicon brings counts for, against one that was typed (docs/retrieval.md)
SYNONYM_WEIGHT = 0.2  # what another word of the same language counts for
_QUESTIONS_KEPT = 256
_TEXTS_KEPT = 2048  # parts of sentences and quotes; the checks of a proof ask for the same ones again and again
TRANSLATION_WEIGHT = 1.0  # what the same word in the documents' language counts for, when the question is in another

_STOP = frozenset(
    "the a an of to in and or is are be been being for on at by with from this that these those it its as "
    "if we our us they them their you your i me my he she his her do does did done can could may might "
    "must shall should will would how what which who whose whom when where why not no any some all has "
    "have had having so there here than then too very just get got s t ll re ve m d about into over under "
    "out up le la les un une des de du l et ou est sont etre en au aux pour par sur dans ce cet cette ces "
    "il elle ils elles nous notre nos vous votre vos je mon ma mes tu te son sa ses se leur leurs qui que "
    "qu quoi quel quelle quels quelles combien comment quand pas ne plus y ont avoir ai avons avez fait "
    "faire si c n j many much within exactly happens happen say says exactement faut doit doivent peut "
    "peuvent dit disent ours theirs yours".split()
)


@dataclass(frozen=True, slots=True)
class Terms:
    """Weighted stems to look for in texts of one language.

    ``typed`` ones weigh as much as their part of the question, 1 where it was typed as it is; ``expanded`` ones (of the concepts that
    the question names) less. ``single`` ones stand for one typed word each: its translations, or other words for the same.
    ``translations`` are those of each typed stem where the question is in another language, everyday ones too.
    """

    typed: dict[str, float]
    expanded: dict[str, float]
    single: dict[str, float]
    translations: dict[str, frozenset[str]]

    def legs(self) -> tuple[dict[str, float], dict[str, float], dict[str, float]]:
        """Typed, expanded and single ones."""
        return self.typed, self.expanded, self.single

    @property
    def all(self) -> dict[str, float]:
        """What is typed and what is expanded; a stem that is in both keeps its larger weight."""
        return {**self.expanded, **self.typed}

    @property
    def words(self) -> dict[tuple[str, ...], float]:
        """All that passages are searched for, word by word: a typed stem together with its translations, which count as that word."""
        return self._by_word(self.searched)

    @property
    def asked(self) -> dict[tuple[str, ...], float]:
        """The same without other words for a typed one: what is typed, in either language, and what is expanded."""
        return self._by_word(self.expanded)

    def _by_word(self, more: Mapping[str, float]) -> dict[tuple[str, ...], float]:
        found = {(stem, *sorted(self.translations.get(stem, ()))): weight for stem, weight in self.typed.items()}
        known = {stem for word in found for stem in word}
        return found | {(stem,): weight for stem, weight in more.items() if stem not in known}

    @property
    def searched(self) -> dict[str, float]:
        """All that passages are searched for; a stem that is in several keeps its largest weight."""
        found = dict(self.typed)
        for stem, weight in (*self.expanded.items(), *self.single.items()):
            found[stem] = max(found.get(stem, 0.0), weight)
        return found


@lru_cache(maxsize=_QUESTIONS_KEPT)
def find_terms(question: Question, language: str, lexicon: Lexicon) -> Terms:
    """The terms of a question for documents of a language; remembered, since every passage found asks for them.

    Args:
        question: as read.
        language: the documents' language, "en" or "fr".
        lexicon: brings the counterparts.
    """
    found = Terms({}, {}, {}, {})
    for part in question.parts or (Part(question.text, question.language),):
        of_part = _terms_of(part, language, lexicon)
        for whole, own in zip(found.legs(), of_part.legs(), strict=True):
            for stem, weight in own.items():
                whole[stem] = max(whole.get(stem, 0.0), weight * part.weight)
        for stem, words in of_part.translations.items():
            found.translations[stem] = found.translations.get(stem, frozenset()) | words
    return found


def _terms_of(part: Part, language: str, lexicon: Lexicon) -> Terms:
    """The terms of a part of a question, as if it weighed 1."""
    typed = dict.fromkeys(content_stems(subject_alone(part.text), part.language), 1.0)
    expanded: dict[str, float] = {}
    for expansion in lexicon.expand(part.text, part.language):
        if expansion.language != language:
            continue
        words = [stem for stem in content_stems(expansion.term, language) if stem not in typed]
        for stem in words:
            # a term of several words counts as one, shared among them
            expanded[stem] = max(expanded.get(stem, 0.0), EXPANSION_WEIGHT / len(words) ** 0.5)
    return Terms(
        typed,
        expanded,
        _single(part.language, language, lexicon, typed),
        {} if language == part.language else _translations(part.language, language, lexicon, typed),
    )


def _single(spoken: str, language: str, lexicon: Lexicon, typed: Iterable[str]) -> dict[str, float]:
    """The counterparts of each typed word in the documents' language; several for one word share its weight."""
    weight = SYNONYM_WEIGHT if language == spoken else TRANSLATION_WEIGHT
    found: dict[str, float] = {}
    for stem in typed:
        counterparts = lexicon.counterparts(stem, spoken, language)
        for counterpart in counterparts:
            found[counterpart] = max(found.get(counterpart, 0.0), weight / len(counterparts) ** 0.5)
    return found


def _translations(spoken: str, language: str, lexicon: Lexicon, typed: Iterable[str]) -> dict[str, frozenset[str]]:
    """The translations of each typed word that has any: of the lexicon, and where it knows none, everyday ones."""
    known = (
        (stem, lexicon.counterparts(stem, spoken, language) or everyday_groups.translations(stem, spoken, language))
        for stem in typed
    )
    return {stem: words for stem, words in known if words}


def content_stems(text: str, language: str) -> list[str]:
    """The stems of a text without words that say nothing about its subject, each once."""
    return list(_content_stems(text, language))


@lru_cache(maxsize=_TEXTS_KEPT)
def _content_stems(text: str, language: str) -> tuple[str, ...]:
    pairs = zip(tokens(text), stems(text, language), strict=True)
    return tuple(dict.fromkeys(stem for token, stem in pairs if token not in _STOP))
