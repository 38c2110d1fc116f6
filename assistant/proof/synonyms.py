"""Groups of words that say the same, of one word or several, in both languages: what lets a paraphrase rest on its quote.

They are those of `assistant.wording.everyday_groups`; here they bear on the proof of sentences (`assistant.proof.overlap`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from assistant.asked.terms import content_stems
from assistant.wording import everyday_groups

LANGUAGES = ("en", "fr")
_ALIKE = 5  # letters that the forms of a word share at least


class Synonyms:
    """Which groups a text uses, and in which of its words.

    Args:
        groups: for each group its English and its French terms.
    """

    def __init__(self, groups: Iterable[Sequence[Sequence[str]]]) -> None:
        self._terms: dict[str, dict[str, list[tuple[tuple[str, ...], int]]]] = {
            language: defaultdict(list) for language in LANGUAGES
        }
        for number, group in enumerate(groups):
            for language, terms in zip(LANGUAGES, group, strict=True):
                for key in dict.fromkeys(tuple(content_stems(term, language)) for term in terms):
                    if key:
                        self._terms[language][key[0][:_ALIKE]].append((key, number))

    @classmethod
    def load(cls) -> Synonyms:
        """The groups that are shipped, read once a process.

        Raises:
            ValueError: when a row of the file has not two columns.
        """
        return _shipped()

    def used(self, words: Sequence[str], language: str) -> dict[int, frozenset[str]]:
        """For each group that a text uses, the stems by which it does.

        Args:
            words: the content stems of the text (`assistant.asked.terms.content_stems`), in order.
            language: "en" or "fr".
        """
        found: dict[int, set[str]] = defaultdict(set)
        for group, key in self._met(words, language):
            found[group].update(key)
        return {group: frozenset(stems) for group, stems in found.items()}

    def _met(self, words: Sequence[str], language: str) -> Iterator[tuple[int, frozenset[str]]]:
        by_beginning: dict[str, set[str]] = defaultdict(set)
        for word in words:
            by_beginning[word[:_ALIKE]].add(word)
        for beginning in by_beginning:
            for key, group in self._terms[language].get(beginning, ()):
                found = [
                    {word for word in by_beginning.get(part[:_ALIKE], ()) if _one_word(word, part)} for part in key
                ]
                if all(found):  # a text names each stem once, so the order of a phrase is not kept
                    yield group, frozenset().union(*found)


def _one_word(one: str, other: str) -> bool:
    """Whether two stems are forms of a word: the same, or the longer begins with the shorter, or nearly ("deliv", "deliveri")."""
    short = min(len(one), len(other))
    return one == other or (short >= _ALIKE and one[: max(_ALIKE, short - 1)] == other[: max(_ALIKE, short - 1)])


@cache
def _shipped() -> Synonyms:
    return Synonyms(everyday_groups.groups())
