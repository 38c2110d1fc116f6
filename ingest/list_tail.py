"""The words after a run-on list that belong to the sentence which introduces it: "…; (c) the fees; / in each case within ten days."

They stand in a paragraph of their own behind the last item, below the words of the clause and not below those of the item, or open with
what sums up a list. A definition behind the list with which the definition before it ends belongs to no item either.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from ingest.node import Node
from ingest.reading import Line
from ingest.sentences import begins_definition

_SUMS_UP = re.compile(
    r"(?:(?:and|or|but|et|ou|mais),?\s+)?(?:in\s+(?:each|either|any|every)\s+(?:such\s+)?(?:case|event)|all\s+(?:as|of\s+which)\b|"
    r"provided,?\s+(?:that|however|further)|except,?\s+(?:that|in\s+each)|dans\s+(?:chaque|chacun|tous)\b|le\s+tout\b|"
    r"étant\s+(?:entendu|précisé)|sous\s+réserve|à\s+condition)",
)
_HANGS = re.compile(r"[;,](?:\s(?:and|or|et|ou))?$")
_ITEM = re.compile(r"[•●▪■◦‣·*–—-]\s|\(?\w{1,4}\)\s")  # a further item, whatever numbers it
_ALIGNED = 3.0  # points by which lines of one edge may differ
_INDENT = 8.0  # points by which an item stands to the right of the words around its list


class ListTails:
    """Finds such words in one document.

    Args:
        lines: the body lines of the document in order.
        starts: where each line begins, in characters of the canonical text.
    """

    def __init__(self, lines: Sequence[Line], starts: Sequence[int]) -> None:
        self._lines = lines
        self._starts = starts

    def introducing(self, chain: Sequence[Node], index: int) -> int | None:
        """How much of the chain of open numbers stays open where a line goes on with the words that introduce a list; None where it does
        not, and where no list is open directly below a numbered clause.

        Args:
            chain: the open numbers, the outermost first.
            index: the line, which begins no clause and goes on with no line above.
        """
        keep = next((at for at, node in enumerate(chain) if node.marker is not None and node.marker.kind.is_item), None)
        if not keep or chain[keep - 1].marker is None or index == 0:
            return None
        line = self._lines[index]
        if line.table or not line.gap or _ITEM.match(line.text):
            return None
        hangs = _HANGS.search(self._lines[index - 1].text) is not None and _SUMS_UP.match(line.text) is not None
        return keep if hangs or self._stands_apart(chain[keep - 1], chain[keep], chain[-1], index) else None

    def defining(self, chain: Sequence[Node], index: int) -> int | None:
        """How much of the chain of open numbers stays open where a line begins a definition behind a list that stands within the one
        before; None where it begins none, and where the items of that list are definitions themselves.

        Args:
            chain: the open numbers, the outermost first.
            index: the line, which begins no clause and goes on with no line above.
        """
        if not begins_definition(self._lines[index].text):
            return None
        keep = next((at for at, node in enumerate(chain) if node.marker is not None and node.marker.kind.is_item), None)
        if keep is None:
            return None
        clause = chain[keep].parent
        introducing = self._lines[self._line_of(clause) if clause is not None else 0 : self._line_of(chain[keep])]
        marker = chain[-1].marker
        item = self._lines[self._line_of(chain[-1])].text[marker.rest if marker else 0 :]
        defines = any(begins_definition(line.text) for line in introducing)
        return keep if defines and not begins_definition(item) else None

    def _stands_apart(self, clause: Node, item: Node, last: Node, index: int) -> bool:
        """Whether a line stands below the words of the clause, and every line of the last item on its page further to the right."""
        line = self._lines[index]
        introducing = self._lines[self._line_of(clause) : self._line_of(item)]
        within = [each for each in self._lines[self._line_of(last) : index] if each.page == line.page]
        return (
            line.x1 > line.x0
            and bool(within)
            and any(abs(each.x0 - line.x0) <= _ALIGNED for each in introducing)
            and all(each.x0 >= line.x0 + _INDENT for each in within)
        )

    def _line_of(self, node: Node) -> int:
        return bisect_right(self._starts, node.start) - 1
