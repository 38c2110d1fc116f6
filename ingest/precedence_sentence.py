"""An order of precedence that one sentence lays down: "a Variation comes first, then Annex 1, then this document". Pure."""

from __future__ import annotations

import re

from ingest.amendment_names import KINDS
from ingest.document import Span
from ingest.sentences import trim

_THEN = r"(?:then|next|followed\s+by|finally|lastly|puis|ensuite|enfin|suivie?s?\s+d(?:e|u|es))"
_STEP = re.compile(rf"\s*[,;]?\s*\b(?:(?:and|et)\s+)?{_THEN}(?:\s*,)?\s+(?:by\s+)?", re.IGNORECASE)
_FIRST = re.compile(  # "a Variation comes first", "les avenants l'emportent"
    r"(?:^|[,:;]\s*)(?P<first>[^,:;]{2,80}?)\s*\b(?:(?:shall|will|must|doit|doivent)\s+)?(?:"
    r"(?:comes?|goes?|counts?|ranks?|is|are|applies|apply|prevails?|(?:has|have|takes?)\s+(?:precedence|priority))\s+(?:first|above\s+all)|"
    r"prevails?|takes?\s+precedence|(?:vient|viennent|passent?|s['’]appliquent?)\s+(?:d['’]abord|en\s+premier(?:\s+lieu)?)|"
    r"l['’]emportent?|priment?|prévaut|prévalent)(?:\s+(?:d['’]abord|en\s+premier(?:\s+lieu)?))?$",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"\b(?:(?:following|this|descending)\s+(?:descending\s+)?order(?:\s+of\s+\w+)?|(?:dans\s+)?(?:cet|l['’])\s?ordre"
    r"(?:\s+(?:suivant|décroissant|de\s+\w+)){0,3}|par\s+ordre(?:\s+(?:décroissant|de\s+\w+)){0,3})[^:.;]{0,40}:\s*",
    re.IGNORECASE,
)
_MARK = re.compile(rf"\s*[,;]\s*(?:(?:and|et)\s+)?(?:{_THEN}\s+)?|{_STEP.pattern}", re.IGNORECASE)
_LAST = re.compile(
    r"\s+(?:and|et)\s+(?=(?:the|this|any|its|le|la|les|l['’]|ses|annex|schedule|exhibit)\b)", re.IGNORECASE
)
_DOCUMENT = re.compile(
    rf"\b(?:{KINDS}s?|annexe?s?|schedules?|exhibits?|append\w+|attachments?|addend\w+|agreements?|contracts?|contrats?|documents?|terms|"
    r"conditions|slas?|dpas?|plans?|orders?|statements?|offers?|offres?|proposals?|propositions?|accords?|conventions?|policy|policies|"
    r"variations?|avenants?|amendments?|bons?|cahiers?|devis|specifications?|body|corps)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"(?:including|inclusive|except|save|which|whichever|unless|y\s+compris|sauf|dont|lesquel\w+)\b", re.IGNORECASE
)
_LONGEST_RANK = 90  # characters; what is longer is told in more than a name


def ranks_of_sentence(text: str, sentence: Span) -> tuple[Span, ...]:
    """The ranks that a sentence on precedence lists, what prevails first; none where one of them names no document, or goes on in words.

    Args:
        text: of the document.
        sentence: that speaks of a conflict.
    """
    end = trim(text, sentence).end
    while end > sentence.start and text[end - 1] in ".;":
        end -= 1
    if (listed := _LISTED.search(text, sentence.start, end)) is not None:
        return _checked(text, _parted(text, Span(listed.end(), end)))
    steps = list(_STEP.finditer(text, sentence.start, end))
    first = _FIRST.search(text[sentence.start : steps[0].start()]) if steps else None
    if first is None:
        return ()
    starts = [match.end() for match in steps]
    stops = [match.start() for match in steps[1:]] + [end]
    head = Span(sentence.start + first.start("first"), sentence.start + first.end("first"))
    return _checked(text, [head, *(Span(*each) for each in zip(starts, stops, strict=True))])


def _parted(text: str, whole: Span) -> list[Span]:
    """The parts of a list between its commas and its "then"; the last "and" parts two where an article or an annex follows it."""
    found, at = [], whole.start
    for mark in [*_MARK.finditer(text, whole.start, whole.end)]:
        found.append(Span(at, mark.start()))
        at = mark.end()
    if (last := _LAST.search(text, at, whole.end)) is not None:
        found.append(Span(at, last.start()))
        at = last.end()
    return [*found, Span(at, whole.end)]


def _checked(text: str, ranks: list[Span]) -> tuple[Span, ...]:
    trimmed = [trim(text, each) for each in ranks]
    whole = len(trimmed) > 1 and all(
        0 < len(each) <= _LONGEST_RANK and _DOCUMENT.search(each.of(text)) and not _ASIDE.match(each.of(text))
        for each in trimmed
    )
    return tuple(trimmed) if whole else ()
