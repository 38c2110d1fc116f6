"""Why a change could not be applied with certainty, in English and French."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Reason(StrEnum):
    """What was not found, or not said."""

    NO_DOCUMENT = "no document"
    NO_TARGET = "no target"
    NO_CLAUSE = "no clause"
    CLAUSE_TWICE = "clause twice"
    NO_ROW = "no row"
    ROW_TWICE = "row twice"
    NO_WORDS = "no words"
    WORDS_TWICE = "words twice"
    UNSAID = "unsaid"
    PARTIAL = "partial"
    NO_END = "no end"
    SOME_ALONE = "some alone"


_SENTENCES: dict[str, dict[Reason, str]] = {
    "en": {
        Reason.NO_DOCUMENT: "the document that it changes was not found ({target})",
        Reason.NO_TARGET: "the document that it changes was not found (none named)",
        Reason.NO_CLAUSE: "clause {clause} is not in {document}",
        Reason.CLAUSE_TWICE: "clause {clause} stands several times in {document}",
        Reason.NO_ROW: "the row “{words}” stands nowhere in {document}",
        Reason.ROW_TWICE: "the row “{words}” stands {times} times in {document}",
        Reason.NO_WORDS: "“{words}” stands nowhere in {document}",
        Reason.WORDS_TWICE: "“{words}” stands {times} times in {document}",
        Reason.UNSAID: "its wording does not say which words are replaced by which",
        Reason.PARTIAL: "it changes a part of the clause that it only describes",
        Reason.NO_END: "it suspends the clause and does not say in days until when",
        Reason.SOME_ALONE: "it says that it changes the clause for some matters alone",
    },
    "fr": {
        Reason.NO_DOCUMENT: "le document qu’il modifie n’a pas été trouvé ({target})",
        Reason.NO_TARGET: "le document qu’il modifie n’a pas été trouvé (aucun n’est nommé)",
        Reason.NO_CLAUSE: "l’article {clause} ne figure pas dans {document}",
        Reason.CLAUSE_TWICE: "l’article {clause} figure plusieurs fois dans {document}",
        Reason.NO_ROW: "la ligne « {words} » ne figure pas dans {document}",
        Reason.ROW_TWICE: "la ligne « {words} » figure {times} fois dans {document}",
        Reason.NO_WORDS: "« {words} » ne figure pas dans {document}",
        Reason.WORDS_TWICE: "« {words} » figure {times} fois dans {document}",
        Reason.UNSAID: "sa rédaction ne dit pas quels mots en remplacent d’autres",
        Reason.PARTIAL: "il modifie une partie de la clause qu’il ne fait que décrire",
        Reason.NO_END: "il suspend la clause sans dire en dates jusqu’à quand",
        Reason.SOME_ALONE: "il dit ne modifier la clause que pour certains cas",
    },
}


@dataclass(frozen=True, slots=True)
class Doubt:
    """A reason, and what its sentence names: a target, clause, document, words or number of times."""

    reason: Reason
    told: Mapping[str, str] = field(default_factory=dict)

    def said(self, language: str) -> str:
        """The reason as a sentence without its full stop; in English where the language is not ours."""
        return _SENTENCES.get(language, _SENTENCES["en"])[self.reason].format_map(self.told)
