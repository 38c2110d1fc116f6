"""A thing that a question asks about and that the contract does not name: the availability "of the CRM", of which no clause speaks.

One service's figure easily passes for another's. So it is told where a word that names the thing asked about stands nowhere in the
contract: in no form, in no language, by no other name that the lexicon knows, and not as the first letters of a name written out.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from assistant.asked.question import Question
from assistant.asked.terms import content_stems
from assistant.asked.thing_sought import Thing, thing_sought
from assistant.values.countries import names_place
from assistant.values.place_spellings import other_spelling
from assistant.values.week import names_day
from assistant.wording.everyday import is_everyday
from assistant.wording.lexicon import LANGUAGES, Lexicon, words_of_terms
from ingest.days import MONTH_OF
from ingest.index import Index
from ingest.library import Library
from ingest.words import fold, stem_language, stems

_NAME = re.compile(r"(?<=[\w,;’'] )(?P<word>[A-Z][\w&.-]*[A-Z0-9][\w&-]*|[A-ZÀ-Þ][a-zà-ÿ]+(?:[A-Z]\w*)?)(?![\w’'])")
_RUN = re.compile(r"(?<=[\w,;’'] )[A-ZÀ-Þ][a-zà-ÿ]+(?: [A-ZÀ-Þ][a-zà-ÿ]+){1,3}(?![\w’'])")
_BEHIND = re.compile(  # "combien de temps" asks how long, and names no thing
    r"(?<!combien )\b(?:of|for|de|du|des|pour)\s(?:(?:the|our|their|an?|la|le|les|notre|nos|leurs?|votre|vos)\s|l['’])?"
    r"(?P<word>[^\W\d_][\w-]{2,})\s?[?.!]*$|"
    r"(?<!combien )\b(?:de |d|pour )(?:l)?['’](?P<elided>[^\W\d_][\w-]{2,})\s?[?.!]*$",
    re.IGNORECASE,
)
_CODE = re.compile(r"[A-Za-z]{1,3}\d{1,3}s?")
_DONE = re.compile(r"\b(?:de|d['’]|pour|for) ?\w+(?:er|ir|re|ing)\s?[?.!]*$", re.IGNORECASE)
_TYPED = re.compile(r"[^\W\d_]+")
_INITIALS = re.compile(r"[A-Z]{2,5}")
_NO_NAME = {
    "en": "Neither “{}” nor another name that is known for it stands in this contract.",
    "fr": "Ni « {} » ni un autre nom connu pour cela ne figure dans ce contrat.",
}
_WORDS = {"en": "“{}” does not stand in this contract.", "fr": "« {} » ne figure pas dans ce contrat."}


class Unnamed:
    """Finds what a question names and the contract does not.

    Args:
        library: gives the texts.
        index: tells in which documents a word stands.
        lexicon: knows it by other names.
    """

    def __init__(self, library: Library, index: Index, lexicon: Lexicon) -> None:
        self._library = library
        self._index = index
        self._lexicon = lexicon

    def told(self, question: Question, document_ids: Collection[str], found: Collection[str] = ()) -> str:
        """A sentence that says which word does not stand there, in the question's language; empty where all do.

        Args:
            question: as read.
            document_ids: all documents of the contract.
            found: the passages that were found for it.
        """
        things = (
            thing
            for thing in self._things(question)
            if not is_everyday(thing) and not self._is_known(thing, question.language, document_ids)
        )
        word = next(things, "")
        if word:
            return _WORDS[question.language].format(_whole_name(word, question.text))
        thing = thing_sought(question.text) if self.is_lacking(question, document_ids, found) else None
        return _NO_NAME[question.language].format(thing.words) if thing is not None else ""

    def is_lacking(self, question: Question, document_ids: Collection[str], found: Collection[str] = ()) -> bool:
        """Whether it is asked if there is a thing ("is there a source code escrow?") that no document names.

        Args:
            question: as read.
            document_ids: all documents of the contract.
            found: the passages that were found for it.
        """
        thing = thing_sought(question.text)
        if thing is None or is_everyday(thing.noun):
            return False
        if self._lexicon.expand(thing.matter, question.language):
            return self._goes_by_no_name(thing, question.language, document_ids, found)
        return not self._is_known(thing.noun, question.language, document_ids)

    def _goes_by_no_name(
        self, thing: Thing, language: str, document_ids: Collection[str], found: Collection[str]
    ) -> bool:
        """Whether a word for a thing that the lexicon knows does not stand in the contract, and no name of it, in either language.

        Of a name of several words each must stand there, and all of them in one of the passages that were found.
        """
        names: list[tuple[str, str]] = [
            (each.term, each.language) for each in self._lexicon.expand(thing.matter, language)
        ]
        words = [word for word in _TYPED.findall(thing.matter) if content_stems(word, language)]
        if all(self._stands(word, document_ids) for word in words):
            return False
        return not any(
            self._stand_together(set(content_stems(name, spoken)), spoken, document_ids, found)
            for name, spoken in [*names, *((thing.matter, each) for each in LANGUAGES)]
        )

    def _stand_together(
        self, wanted: set[str], language: str, document_ids: Collection[str], found: Collection[str]
    ) -> bool:
        """Whether all stems of a name stand in the contract; those of several words in one passage."""
        if not wanted or not all(self._index.document_frequency(stem, document_ids) for stem in wanted):
            return False
        return len(wanted) == 1 or any(wanted <= set(stems(text, language)) for text in found)

    def _things(self, question: Question) -> Iterator[str]:
        """The words that name what a question asks about: names within it, and what stands behind its last "of" or "for"."""
        text, thing = question.text, thing_sought(question.text)
        if not _all_in_capitals(text):
            yield from (match["word"] for match in _NAME.finditer(text))
        if thing is not None and not self._lexicon.expand(thing.matter, question.language):
            yield thing.noun
        behind = _BEHIND.search(text.strip())
        if behind and not _DONE.search(text):  # "pour résilier" tells what is done
            yield behind["word"] or behind["elided"]

    def _is_known(self, word: str, language: str, document_ids: Collection[str]) -> bool:
        """Whether a word stands in the documents, or may do so by another name; or says nothing that could."""
        if (
            not content_stems(word, language)
            or _CODE.fullmatch(word)
            or names_place(word)
            or names_day(word)
            or fold(word) in MONTH_OF
        ):
            return True
        if self._stands(word, document_ids) or self._lexicon.expand(word, language):
            return True
        records = [self._library.record(each) for each in document_ids]
        if word.islower() and any(stem_language(record.language) != language for record in records):
            return True  # what it is called in the other language is not known
        if not _INITIALS.fullmatch(word):
            return False
        said_of_contracts = any(fold(word) in words_of_terms(each) for each in LANGUAGES)  # "SLA" in French, too
        return said_of_contracts or self._is_written_out(word, document_ids)

    def _stands(self, word: str, document_ids: Collection[str]) -> bool:
        spelled = f"{word} {other_spelling(word) or ''}"
        forms = {(stem, each) for each in LANGUAGES for stem in stems(spelled, each)}
        others = (self._lexicon.counterparts(stem, each, other) for stem, each in forms for other in LANGUAGES)
        known = {stem for stem, _ in forms}.union(*others)
        if any(self._index.document_frequency(stem, document_ids) for stem in known):
            return True
        glued = re.compile(rf"\b{re.escape(word)}(?=\d)") if word.isupper() else None  # "RMB1 million"
        return glued is not None and any(glued.search(self._library.document(each).text) for each in document_ids)

    def _is_written_out(self, initials: str, document_ids: Collection[str]) -> bool:
        """Whether words with these first letters stand together: "Chief Information Officer" for "CIO"."""
        return any(
            _is_name(match.group(), initials)
            for each in document_ids
            for match in _written_out(initials).finditer(self._library.document(each).text)
        )


def _written_out(initials: str) -> re.Pattern[str]:
    """Words that stand together and begin with these letters."""
    between = r"[\s-]+(?:(?:of|the|de|du|des)\s+)?"
    return re.compile(r"\b" + between.join(rf"(?i:{letter})[^\W\d_]+" for letter in initials) + r"\b")


def _is_name(words: str, initials: str) -> bool:
    """Whether words with these first letters are a name, and no run that begins so by chance ("serves our customers", for "SOC").

    All have capitals, or they are words with a meaning of their own and nothing between them.
    """
    parts = re.split(r"[\s-]+", words)
    if sum(part[0].isupper() for part in parts) >= len(initials):
        return True
    bare = len(parts) == len(initials) > 2
    return bare and any(len(content_stems(words, language)) == len(initials) for language in LANGUAGES)


def _whole_name(word: str, text: str) -> str:
    """The name of several words of which a word is one ("New York" for "New"), without such as "Mr"; else the word."""
    runs = (match.group().split() for match in _RUN.finditer(text))
    run = next((run for run in runs if word in run), [word])
    return " ".join(part for part in run if not is_everyday(part))


def _all_in_capitals(text: str) -> bool:
    """Whether words are typed with capitals whatever they are: "WHAT IS THE CAP?", "What Is The Notice Period?"."""
    words: list[str] = [word for word in _TYPED.findall(text) if len(word) > 1][1:]
    return 2 * sum(word[0].isupper() for word in words) > len(words)
