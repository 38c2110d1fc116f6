"""The numbers of an amendment's own clauses, which name nothing that it changes: "Article 3. L'article 9.2 est supprimé". Pure."""

from __future__ import annotations

import re

from ingest.document import Document, Span

_CLOSED = re.compile(r"\s*[.:)–—-]+\s")  # "Section 5.1 of the Agreement" goes on with its sentence
_WORD = re.compile(r"^[^\W\d]+")


def without_own_number(document: Document, position: int, sentence: Span, bare: str) -> str:
    """The words of a sentence with the number of its own clause blanked out, where it begins with that.

    A number that a mark closes is the clause's own where its document counts from the first with the same word ("Article 1"); "Clause 8.2:
    delete the last sentence" in a document that does not is what is changed.

    Args:
        document: the amending document.
        position: the place of the sentence's clause among its clauses.
        sentence: one of its sentences.
        bare: its words, those that it quotes blanked.
    """
    clause = document.clauses[position]
    number = clause.number or ""
    word = _WORD.match(number)
    if word is None or sentence.start != clause.span.start or not bare.startswith(number):
        return bare
    if _CLOSED.match(bare, len(number)) is None or not _is_counted(document, word[0]):
        return bare
    return " " * len(number) + bare[len(number) :]


def _is_counted(document: Document, word: str) -> bool:
    """Whether the clauses that bear this word before their number are counted from the first."""
    numbers = {(each.number or "").casefold().rstrip(".") for each in document.clauses}
    return not numbers.isdisjoint(f"{word.casefold()} {first}" for first in ("1", "1er", "i", "premier", "a"))
