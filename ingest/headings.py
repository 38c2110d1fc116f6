"""Is this line a heading, and where does a heading end? Judged from the line itself and its neighbours."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ingest.days import days
from ingest.reading import Line

LONGEST_HEADING = 110  # characters; longer lines are sentences
_LARGER = 1.12  # type this much larger than the body's is a heading's
_CAPITAL_RUN = 3  # more capital lines than this in a row are a paragraph in capitals
_PARTY_WORDS = 10
_ADDRESS_LINES = 3
_SHORT = 0.6  # of the usual length
_SENTENCE_END = re.compile(r"[.;:!?…][\"”’»)\]]*$")
_RUN_IN = re.compile(r"^(?P<heading>[“\"«]?[A-ZÀ-Þ][^.:;–—]{1,70}?)\s*(?:[.:]|\s[–—-])(?=\s+[A-ZÀ-Þ“\"«(\d]|\s*$)")
TITLE = r"(?P<heading>[A-Z][\w’'/&-]*(?:,?\s(?:[A-Z][\w’'/&-]*|a|an|and|as|at|by|for|from|in|of|on|or|the|to|with|&)){0,7}?)"
ENDED = (  # no title ends in such a word
    "".join(
        rf"(?<!\s{word})"
        for word in "and as at by for from in of on or the to with de du des à la le et ou en pour par sur".split()
    )
    + "(?<!,)"
)
_UNMARKED = (  # a title that its sentence follows without a mark: "Assignment This Agreement may …", "Durée Le contrat est …"
    re.compile(
        rf"^{TITLE}{ENDED}\s(?=(?:(?:The|This|These|Each|Either|Neither|All|Any|No|Both|Such)\s(?:[A-Z][\w’'-]*\s){{0,2}}[a-z]"
        r"|(?:If|Unless|Upon|During|Within|Except|Notwithstanding|Nothing|Where|When|Without|Subject to|In the event|In case|In no event)"
        r"\s[a-z]))"
    ),
    re.compile(
        rf"^(?P<heading>[A-ZÀ-Þ][\w’'-]*(?:\s[\w’'-]+){{0,6}}?){ENDED}"
        r"\s(?=(?:(?:Le|La|Les|Chaque|Toute?s?|Tous|Aucune?|Si|En cas de|Sauf|Chacune? des)\s|L['’])[\w’'-]+\s+[\w’'-]+)"
    ),
)
_OPENS_SENTENCE = re.compile(
    r"(?:The|This|These|Each|Either|Neither|All|Any|No|Both|Such|If|Unless|Upon|During|Within|Except|Notwithstanding|Nothing|Where|When|Without|"
    r"Subject|In|It|You|We|Our|Your|Its|Le|La|Les|Ce|Cette|Chaque|Toute?s?|Tous|Aucune?|Si|En|Sauf|Chacune?)\b|L['’]"
)
_SMALL_WORDS = frozenset(
    "a an and as at by for from in into of on or the to with under upon via per "
    "à au aux d de des du en et l la le les ou par pour sur un une dans avec sans".split()
)
_INTRODUCED = re.compile(  # the words before a comma with which a sentence opens: "With effect from 4 November 2024, …"
    r"^(?P<words>(?:With|From|As of|On|In|At|By|For|After|Before|Until|Since|Following|Upon|Where|When|If|Unless|Except|Without|Subject to|"
    r"À (?:compter|partir|défaut|l['’]issue)|Avec|Pour|En|Dans|Sur|Dès|Après|Avant|Depuis|Jusqu['’]|Lorsqu\w*|Si|Sauf|Sans)\s[^,]{3,90}),\s"
)
_VERB = re.compile(  # what makes a sentence of a line
    r"\b(?:shall|must|may|will|warrants?|agrees?|means|is|are|has|have|doit|doivent|peut|peuvent|sera|est|sont|s.engagent?|désigne)\b",
    re.IGNORECASE,
)
_PARTY = re.compile(
    r"(?:\b(?:incorporated|inc|corp|corporation|llc|l\.l\.c|ltd|limited|plc|llp|l\.p|gmbh|s\.?a\.?s\.?u?|s\.?a\.?r\.?l|s\.a|sa))\.?"
    r"(?:\s*[(“\"][^()]{0,40}[)”\"])?[,)\s]*$",
    re.IGNORECASE,
)
_DATING = re.compile(r"(?:dated?|made|effective|as of|on|the|en date d[ue]|fait|le|du|[\s:,.])*+", re.IGNORECASE)
_JOINT = re.compile(r"^(?:by and )?(?:between|among|and|entre|et)\s*:?$", re.IGNORECASE)


def names_parties(text: str) -> bool:
    """Whether the line is a party's name ("Acme Services Limited"), or what stands between two of them."""
    return bool(_JOINT.match(text)) or (
        bool(_PARTY.search(text)) and not has_verb(text) and len(text.split()) <= _PARTY_WORDS
    )


def tells_a_day(text: str) -> bool:
    """Whether the line dates the document and says nothing else ("DATED 13 October 2005")."""
    found = days(text)
    return len(found) == 1 and _DATING.fullmatch(text[: found[0].span.start] + text[found[0].span.end :]) is not None


def ends_sentence(text: str) -> bool:
    """Whether a line ends where a sentence, an item or a heading may end; a ruled line ends what stands above it."""
    if not any(c.isalnum() for c in text):
        return True
    return bool(_SENTENCE_END.search(text)) or (
        text.endswith((" and", " or", " et", " ou")) and ("," in text or ";" in text)
    )


def is_capitals(text: str) -> bool:
    """Whether all letters of the line are capitals, and there are enough of them to mean it."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= 4 and all(c.isupper() for c in letters)


def is_title_case(text: str) -> bool:
    """Whether the line reads as a title: its weighty words begin with a capital."""
    words = [w for w in re.findall(r"[^\W\d_]+", text) if w.lower() not in _SMALL_WORDS]
    return bool(words) and sum(w[0].isupper() for w in words) >= 0.7 * len(words)


def has_verb(text: str) -> bool:
    """Whether the line holds a verb that headings do not: it is a sentence, or the beginning of one."""
    return bool(_VERB.search(text))


def opens_with_phrase(text: str) -> bool:
    """Whether a line opens as a sentence does, with a day, a condition or the like before a comma, and not in the capitals of a title."""
    match = _INTRODUCED.match(text)
    return match is not None and not is_title_case(match["words"])


def body_size(lines: Sequence[Line]) -> float:
    """The size of type that most characters of the document have, in points; 0 when sizes are unknown."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _usual_length(lines: Sequence[Line]) -> int:
    """The length in characters of a line that runs to the margin (the 80th percentile)."""
    lengths = sorted(len(line.text) for line in lines)
    return lengths[int(0.8 * (len(lengths) - 1))] if lengths else 0


def is_larger(line: Line, body: float) -> bool:
    """Whether the line is set in clearly larger type than the body (``body`` in points)."""
    return body > 0 and line.size >= body * _LARGER


class HeadingJudge:
    """Tells the unnumbered headings of one document.

    Args:
        lines: the body lines of the document in order.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._body = body_size(lines)
        bold = sum(len(line.text) for line in lines if line.bold)
        self._full = _usual_length(lines)
        # where most of the text is bold, bold means nothing
        self._bold_means = bold < 0.4 * max(1, sum(len(line.text) for line in lines))

    def is_strong(self, index: int) -> bool:
        """Whether a heading stands out as one of the first rank: declared, in capitals or in larger type."""
        line = self._lines[index]
        return line.level is not None or is_capitals(line.text) or is_larger(line, self._body)

    def is_heading(self, index: int) -> bool:
        """Whether the line is an unnumbered heading."""
        line = self._lines[index]
        if line.level is not None:
            return True
        text = line.text
        if line.table or not self._looks_titled(text) or self.continues_sentence(index):
            return False
        if (
            names_parties(text)
            or tells_a_day(text)
            or self._follows_party(index)
            or (text[0] == "[" and text[-1] == "]")
        ):
            return False  # in brackets: a note on the document, such as [LETTERHEAD]
        if is_capitals(text):
            return (" " in text or len(text) >= 6) and self._capital_run(index) <= _CAPITAL_RUN
        emphasised = (line.bold and self._bold_means) or is_larger(line, self._body)
        return emphasised and self._followed_by_new_text(index)

    def _follows_party(self, index: int) -> bool:
        """Whether the line stands below a party's name, without a gap: its address, or a date."""
        above = index
        while above > 0 and index - above < _ADDRESS_LINES and not self._lines[above].gap:
            above -= 1
            if names_parties(self._lines[above].text):
                return True
        return False

    def continues_sentence(self, index: int) -> bool:
        """Whether the line goes on with the sentence of the line above."""
        if index == 0:
            return False
        line, above = self._lines[index], self._lines[index - 1]
        if line.gap or above.table or ends_sentence(above.text):
            return False
        if len(above.text) < _SHORT * self._full:
            return False  # the line above stops well before the margin: its paragraph ends there
        if above.level is not None or (above.bold and not line.bold and self._bold_means):
            return False
        return not (is_capitals(above.text) and len(above.text) <= LONGEST_HEADING and not is_capitals(line.text))

    def is_emphasised(self, index: int) -> bool:
        """Whether the line is bold (where bold means something), in capitals, larger, or declared a heading."""
        line = self._lines[index]
        return (line.bold and self._bold_means) or self.is_strong(index)

    def _looks_titled(self, text: str) -> bool:
        letters = sum(c.isalpha() for c in text)
        if not letters >= 3 or len(text) > LONGEST_HEADING or text[-1] in ".;,":
            return False
        first = next((c for c in text if c.isalpha()), "")
        return first.isupper() and letters >= 0.5 * len(text.replace(" ", "")) and "___" not in text

    def _capital_run(self, index: int) -> int:
        """Lines of capitals in a row around this one, without a gap between them."""
        first = index
        while first > 0 and not self._lines[first].gap and is_capitals(self._lines[first - 1].text):
            first -= 1
        last = index
        while last + 1 < len(self._lines) and not self._lines[last + 1].gap and is_capitals(self._lines[last + 1].text):
            last += 1
        # a capital paragraph that ends in a full stop is a sentence, however short
        return last - first + 1 if not self._lines[last].text.endswith((".", ";", ",")) else _CAPITAL_RUN + 1

    def _followed_by_new_text(self, index: int) -> bool:
        if index + 1 >= len(self._lines):
            return False
        below = self._lines[index + 1].text
        return not below[:1].islower()


def run_in_heading(text: str) -> str | None:
    """The heading that opens a paragraph ("Late payment. The Customer shall …" gives "Late payment").

    Args:
        text: the words after the clause number.
    """
    match = _RUN_IN.match(text)
    heading = match["heading"].strip() if match and not opens_with_phrase(text) else ""
    words = heading.split()
    marked = len(heading) >= 3 and len(words) <= 8
    if marked and (is_title_case(heading) or (len(words) <= 4 and not has_verb(heading))):
        return heading
    return _unmarked_heading(text)


def _unmarked_heading(text: str) -> str | None:
    """The title that no mark parts from its sentence ("Assignment This Agreement may not be …" gives "Assignment")."""
    if _OPENS_SENTENCE.match(text):
        return None
    for pattern in _UNMARKED:
        match = pattern.match(text)
        if match and not has_verb(match["heading"]) and has_verb(text[match.end() :]):
            return match["heading"]
    return None


def looks_like_heading(text: str) -> bool:
    """Whether words after a number read as a heading: short, capitalised, neither sentence nor lead-in."""
    if not 0 < len(text) <= LONGEST_HEADING or text.rstrip()[-1] in ".;," or not text[0].isupper():
        return False
    if has_verb(text) or opens_with_phrase(text):
        return False
    titled = is_capitals(text) or is_title_case(text)
    return titled or (len(text.split()) <= 4 and not text.rstrip().endswith(":"))
