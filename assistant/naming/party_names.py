"""The words that the parties of a document go by, as it introduces them: "Commnet" and "Mobility" of "between Commnet Wireless, LLC …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.naming.contract_names import GENERIC, is_common
from ingest.library import Library
from ingest.parties import Party, find_parties
from ingest.words import fold

_KEPT = 4_096  # documents whose parties are remembered
_SHORTEST = 3  # letters of a word that may name somebody
_BEFORE = re.compile(r".*(?:\d{3,}|\b(?:and|et)\b)", re.DOTALL)
"""An address, or another name, that was read with the name."""
_WORD = re.compile(r"[^\W\d_][\w&]*")
_FORMS = frozenset("incorporated corporation limited gmbh trust bank foundation university pty llp the".split())


class PartyNames:
    """Reads the parties of documents, each once.

    Args:
        library: gives the documents.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self.of = lru_cache(maxsize=_KEPT)(self._read)
        """The folded words of the names and short names of a document's parties, by its id; none of a legal form."""

    def goes_by(self, name: str, document_id: str) -> bool:
        """Whether a party of a document goes by a folded word; or by all words of a name, whatever legal form it has."""
        telling = [word for word in _WORD.findall(name) if _tells(word)] if " " in name else [name]
        return bool(telling) and self.of(document_id).issuperset(telling)

    def _read(self, document_id: str) -> frozenset[str]:
        return frozenset(word for party in find_parties(self._library.document(document_id)) for word in _words(party))


def _words(party: Party) -> Iterator[str]:
    short = fold(party.short or "")
    for name in (_BEFORE.sub("", party.name), "" if is_common(short) else short):  # a role is nobody's name: "Customer"
        for word in _WORD.findall(fold(name)):
            if _tells(word):
                yield word


def _tells(word: str) -> bool:
    return len(word) >= _SHORTEST and word not in GENERIC | _FORMS
