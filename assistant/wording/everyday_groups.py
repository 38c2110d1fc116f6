"""Everyday ways of saying what contracts say, in groups of English and French terms.

They stand in ``assistant/data/synonyms.tsv``, whose head explains its form. The proof of sentences rests a paraphrase on them
(`assistant.proof.synonyms`); here their single words translate those that the lexicon does not know.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from importlib import resources

from assistant.wording.lexicon import LANGUAGES, content_stems

_COLUMNS = len(LANGUAGES)

Group = tuple[tuple[str, ...], ...]
"""The terms of each language, English first."""


def translations(stem: str, language: str, other: str) -> frozenset[str]:
    """The stems in another language of single words that share a group with a stem; none where no group has it.

    Args:
        stem: a stem as `ingest.words.stems` gives it.
        language: its language, "en" or "fr".
        other: the language wanted.
    """
    return _translations().get((language, other), {}).get(stem, frozenset())


@cache
def groups() -> tuple[Group, ...]:
    """The groups that are shipped, read once a process.

    Raises:
        ValueError: when a row of the file has not two columns.
    """
    file = resources.files("assistant") / "data" / "synonyms.tsv"
    return tuple(read_groups(file.read_text(encoding="utf-8")))


def read_groups(text: str) -> list[Group]:
    """The groups of the file's text, one a row; rows that start with "#" are comments.

    Raises:
        ValueError: for a row that has not a column for each language.
    """
    rows = [row for row in text.splitlines() if row and not row.startswith("#")]
    read = [tuple(tuple(cell.split("|")) for cell in row.split("\t")) for row in rows]
    for row, group in zip(rows, read, strict=True):
        if len(group) != _COLUMNS:
            raise ValueError(f"synonyms: expected {_COLUMNS} columns parted by a tab, got {len(group)} in {row!r}")
    return read


@cache
def _translations() -> dict[tuple[str, str], dict[str, frozenset[str]]]:
    tables: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for group in groups():
        single = {
            language: {words[0] for term in terms if len(words := content_stems(term, language)) == 1}
            for language, terms in zip(LANGUAGES, group, strict=True)
        }
        for language, other in (LANGUAGES, LANGUAGES[::-1]):
            for stem in single[language]:
                tables[language, other][stem] |= single[other]
    return {pair: {stem: frozenset(found) for stem, found in table.items()} for pair, table in tables.items()}
