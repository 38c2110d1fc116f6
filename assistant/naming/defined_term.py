"""The term whose definition somebody looks for, and whether a text gives it: “Term” means, Terme : désigne, (the “Term”). Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.words import fold, fold_in_place

_LONGEST = 6  # words; longer ones are no defined term
_ASKING = re.compile(
    r"^\W*(?:(?:(?:the )?(?:definition|meaning) of|define[ds]?|what (?:is|does|are)(?: meant by)?|(?:la )?definition (?:de|du|des|d)|"
    r"definir|definit|que (?:signifie|veut dire)|qu'est[- ]ce qu(?:e|'))\s+)?(?:(?:the|an?|le|la|les|une?|l)\b\W*)?"
)
_ASKED = re.compile(r"(?<!\s)\s++(?:means?|defined|definition|signifie|designe)\W*$")
_BETWEEN = r"[\s-]{0,3}"  # between the words of a term: "sub processor" is that term too
_MARKS = "\"“”«»'‘’"
_MEANS = (
    rf"[{_MARKS}\s]*(?:\([^)]{{1,60}}\)\s*)?"
    r"(?::|means?\b|shall mean|is defined|are defined|refers? to|designe|signifie|s'entend|ha(?:s|ve) the meaning)"
)


@dataclass(frozen=True, slots=True)
class DefinedTerm:
    """A term by its folded words, each in the singular."""

    words: tuple[str, ...]

    @classmethod
    def of(cls, asked: str) -> DefinedTerm | None:
        """The term that may be looked for: all that was typed but for "definition of" and the like; None where that is too long.

        Args:
            asked: as typed, with or without quotation marks.
        """
        folded = _ASKED.sub("", _ASKING.sub("", fold(asked)))
        words = tuple(_singular(word) for word in re.findall(r"[\w'-]+", folded.strip(_MARKS + " ?")))
        return cls(words) if 0 < len(words) <= _LONGEST else None

    def is_defined_in(self, text: str) -> bool:
        """Whether a text gives the term a meaning, in the singular or the plural, in whatever case, with hyphens or without."""
        within = rf"\([^()]{{0,80}}[{_MARKS}]\s*{self._term()}\s*[{_MARKS}][^()]{{0,40}}\)"
        return re.search(f"{self._leading()}|{within}", fold(text)) is not None

    def definition_in(self, text: str) -> int | None:
        """Where in a text the definition begins, in characters, with its quotation mark; None where it does not begin with the term."""
        match = re.search(self._leading(), fold_in_place(text))
        return match.start("begins") if match else None

    def _term(self) -> str:
        return _BETWEEN.join(rf"{_whatever_hyphens(word)}(?:s|x|es)?" for word in self.words)

    def _leading(self) -> str:
        articles = r"(?:the |le |la |les |l'|un |une )?"
        return rf"(?:^|[•\n]\s*|\d\.?\s+|(?=[{_MARKS}]))(?P<begins>[{_MARKS}]?\s*{articles}{self._term()}{_MEANS})"


def _whatever_hyphens(word: str) -> str:
    """A word as it may be written: "subprocessor" and "sub-processor" are one term."""
    return "-?".join(map(re.escape, word.replace("-", "")))


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
