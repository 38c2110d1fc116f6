"""What a reader is told of a quote of which words were blacked out or left blank in the copy, in English and French. Pure."""

from __future__ import annotations

from assistant.answer import Citation
from assistant.wording.redaction import Hidden, hidden

_NOTES = {
    "en": {Hidden.BLACKED_OUT: "“{}” is blacked out in this copy", Hidden.BLANK: "“{}” is left blank in this copy"},
    "fr": {
        Hidden.BLACKED_OUT: "« {} » est occulté dans cet exemplaire",
        Hidden.BLANK: "« {} » est laissé en blanc dans cet exemplaire",
    },
}
_LONGEST = {True: 12, False: 60}  # characters of a mark that are told, of a line of blanks and of words


def hidden_notes(citation: Citation, language: str) -> list[str]:
    """A sentence for each kind of mark in the quote that stands for words taken out or not filled in; none where there is none."""
    notes = _NOTES.get(language, _NOTES["en"])
    found = hidden(citation.quote).items()
    return [notes[kind].format(" ".join(mark.split())[: _LONGEST["__" in mark]]) for kind, mark in found]
