"""Titles that stand before a name without a mark between them: "8.4 Approval Corwin shall approve …". Pure.

Nothing in such a line tells the title's last word from the name's first one, so the names are learnt from the document itself: those
with which its sentences begin time and again before a verb of contracts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from ingest.headings import ENDED, TITLE, has_verb

_FEWEST = 3  # sentences that begin with a name
_MOST = 40  # names of a document that are looked for
_NAME = r"[A-ZÀ-Þ][\w&’'-]{0,30}(?: [A-ZÀ-Þ][\w&’'-]{0,30}){0,2}"
_VERB = r"(?:shall|will|may|must|agrees|warrants|hereby|represents|undertakes|is|has)\b"
_VERB_FR = r"(?:doit|devra|peut|pourra|sera|est|assure|garantit|fournit|communique|met|s[’']engage|s[’']oblige)(?!\w)"
_SUBJECT = re.compile(rf"(?:^|[.;:)]\s{{1,3}})(?P<name>{_NAME})\s(?={_VERB}|{_VERB_FR})", re.MULTILINE)
_OPENS = re.compile(  # a sentence, and no title
    r"(?:The|An?|This|That|These|Those|Each|Either|Neither|All|Any|No|Both|Such|If|Unless|Until|Upon|During|While|Within|When|Where|Whereas|"
    r"Once|After|Before|Because|Since|Although|As|And|But|Or|So|Then|However|Provided|Subject|In|On|At|By|To|For|From|With|Without|Under|"
    r"It|You|We|They|Our|Your|Its|Their|Notwithstanding|Should|Also|Thereafter|"
    r"Les?|La|Un|Une|Des?|Du|Aux?|Ces?|Cette|Chaque|Chacune?|Tous|Toute?s?|Aucune?|Ni|Seule?s?|Si|Lorsque?|Quand|En|Dans|Sur|Sous|Pour|Par|"
    r"Avec|Sans|Sauf|Selon|Dès|Après|Avant|Pendant|Durant|Depuis|Toutefois|Cependant|Néanmoins|Ainsi|Enfin|Ensuite|Puis|Alors|Or|"
    r"Donc|Que|Il|Elle|Son|Sa|Ses|Leurs?|À)(?!\w)|[LDJ][’']|Lorsqu[’']|Jusqu[’']"
)
_TITLE_FR = r"(?P<heading>[A-ZÀ-Þ][\w’'-]{2,30}(?:\s[a-zà-ÿ][\w’'-]{0,30}){0,6}?)"


class Subjects:
    """The names that act in one document.

    Args:
        texts: its lines, in order.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._text = "\n".join(texts)
        counts = Counter(match["name"] for match in _SUBJECT.finditer(self._text))
        names = [name for name, count in counts.most_common(_MOST) if count >= _FEWEST]
        either = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
        forms = (
            rf"{TITLE}{ENDED}\s(?P<name>{either})\s(?={_VERB})",
            rf"{_TITLE_FR}{ENDED}\s(?P<name>{either})\s(?={_VERB_FR})",
        )
        self._forms = [re.compile(form) for form in forms] if names else []

    def title_before(self, words: str) -> str | None:
        """The title with which a line begins, where one of the names and its verb follow it; None where none does.

        What the document says elsewhere, too ("Service Provider", where "Provider" acts as well), is a name in one piece.

        Args:
            words: of the line, after its number.
        """
        matches = (form.match(words) for form in self._forms) if not _OPENS.match(words) else ()
        match = next((match for match in matches if match), None)
        if match is None:
            return None
        title = match["heading"]
        name = f"{title.rpartition(' ')[2]} {match['name']}"
        return None if has_verb(title) or self._text.count(name) > 1 else title
