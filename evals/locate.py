"""Where a quote stands in a text, whatever happened to its spaces."""

from __future__ import annotations

import re
import unicodedata
from array import array

from evals.folding import fold_character
from ingest.document import Document, Span

# Spaces; the marks with which Markdown draws tables and emphasis; hyphens, which a line end may add, and the two
# characters without meaning (Unicode noncharacters) that PDF extraction leaves in their place.
_UNSEEN = frozenset(" |*-\ufffe\uffff")
_RULE = re.compile(r"\|[\s|:-]*-{3}[\s|:-]*\|")  # the line under a Markdown table's head


class LocatableText:
    """A text in which quotes are found whatever their spaces, hyphens, table bars, emphasis and quotation marks.

    Two sources of one contract (a PDF and its published text, say) break lines and cells differently; the words and
    their order are the same. Letters keep their case and accents.
    """

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._plain, self._origins = _squeezed(text)

    def places(self, quote: str) -> list[Span]:
        """Every place of the quote, in order, in characters of the text; empty when it is nowhere."""
        wanted, _ = _squeezed(_RULE.sub(" ", quote))
        found: list[Span] = []
        at = self._plain.find(wanted) if wanted else -1
        while at >= 0:
            found.append(Span(self._origins[at], self._origins[at + len(wanted) - 1] + 1))
            at = self._plain.find(wanted, at + 1)
        return found

    def locate(self, quote: str, near: float | None = None) -> Span | None:
        """The place of the quote, None when it is nowhere.

        Args:
            quote: the words looked for.
            near: where it is expected, as a share of the text from 0 to 1; of several places the nearest is taken, the
                first when it is None.
        """
        places = self.places(quote)
        if not places:
            return None
        if near is None:
            return places[0]
        expected = near * self._length
        return min(places, key=lambda span: abs(span.start - expected))


def share_of_page(document: Document, page: int | None) -> float | None:
    """The middle of a page as a share of the text, so that of several places the one on that page is taken.

    None for an unknown page.
    """
    span = next((p.span for p in document.pages if p.number == page), None)
    return None if span is None or not document.text else (span.start + span.end) / 2 / len(document.text)


def _squeezed(text: str) -> tuple[str, array[int]]:
    """The text without what is not compared, and for each character left its offset in the text."""
    plain: list[str] = []
    origins: array[int] = array("q")
    for offset, character in enumerate(text):
        for part in unicodedata.normalize("NFD", fold_character(character)):
            if part not in _UNSEEN:
                plain.append(part)
                origins.append(offset)
    return "".join(plain), origins
