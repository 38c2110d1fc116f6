"""What a document calls itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.amendment_names import NUMBERED
from ingest.document import Clause
from ingest.headings import LONGEST_HEADING
from ingest.markers import find_marker
from ingest.words import tokens

_REACH = 2_500  # characters of the text in which a title stands
_WORDS = 12  # of a line that may be the title and not the beginning of a sentence
_CLAUSES = 6  # the first clauses that may hold it as their heading
_KINDS = re.compile(
    r"\b(?:agreement|contract|terms|conditions|annex|schedule|exhibit|addendum|amendment|plan|policy|statement of work|power of attorney|"
    r"contrat|accord|convention|annexe|avenant|charte|politique|protocole|procuration)\b|"
    rf"^{NUMBERED}",
    re.IGNORECASE,
)
_FILING = re.compile(r"exhibit\s+(?:\(?\w{1,5}\)?\s*[.(]|\(?\w{1,5}\)\s*$)", re.IGNORECASE)
"""The number that a stock exchange gives a contract among the exhibits of a filing ("Exhibit 10.17"): no title of it."""
_SENTENCE = re.compile(
    r"\b(?:this|hereby|présente?|ci-après|omitted|redacted|confidential treatment)\b|[\"“”«]", re.IGNORECASE
)


def find_title(metadata: str | None, clauses: Sequence[Clause], text: str, stem: str) -> str:
    """The title on the first pages; failing that the file's own metadata, where the text bears it out; else the stem.

    Args:
        metadata: the title that the file carries, often a left-over of another file.
        clauses: the clause tree, whose first headings may hold the title.
        text: the canonical text.
        stem: the file's name without folder and extension.
    """
    return _found(metadata, clauses, text).rstrip(" -–—_=*") or stem


def _found(metadata: str | None, clauses: Sequence[Clause], text: str) -> str:
    """The title, an empty one where nothing tells it."""
    if metadata and _is_borne_out(metadata, text):
        return metadata.strip()
    for clause in clauses[:_CLAUSES]:
        if clause.span.start < _REACH and (label := _label(clause)) and _is_title(label):
            return label[: 2 * LONGEST_HEADING]
    for line in text[:_REACH].split("\n"):
        if (
            _is_title(line)
            and len(line.split()) <= _WORDS
            and not _is_number(line)
            and len(line) <= LONGEST_HEADING
            and line[:1].isupper()
            and line[-1] not in ".,;"
        ):
            return line
    return ""


def _label(clause: Clause) -> str:
    """The number and heading of a clause, empty without a heading; without the number where it is that of a filing."""
    if not clause.heading:
        return ""
    return clause.heading if _FILING.match(clause.number or "") else clause.label


def _is_title(words: str) -> bool:
    return bool(_KINDS.search(words)) and not _SENTENCE.search(words) and not _FILING.match(words)


def _is_number(line: str) -> bool:
    """Whether the line is a number and no more ("Exhibit 10.27")."""
    marker = find_marker(line)
    return marker is not None and marker.rest >= len(line)


def _is_borne_out(metadata: str, text: str) -> bool:
    words = [word for word in tokens(metadata) if len(word) > 2]
    beginning = set(tokens(text[:_REACH]))
    return len(words) > 1 and all(word in beginning for word in words)
