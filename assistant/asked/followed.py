"""The question that stood alone, as what is said after it changes it. Pure.

A part of a question takes the place of its like: a code of the same letters, the hours, the one of two neighbours, what stands behind the
same preposition, the party that is asked about; what has no like is added, in place of what was added before. A question of its own is
asked of the subject of that question, in place of the one that was so asked before; one on the limit of a sum is asked of that sum. So
what is searched never grows with the conversation.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from assistant.asked.asked_day import says_day_alone, without_day
from assistant.asked.follow_up import (
    asks_again,
    corrects,
    is_bare,
    is_whole,
    language_wanted,
    points,
    supposes_failure,
    tells,
    turns_to,
    without_opening,
)
from assistant.asked.followed_party import party_alone, with_party
from assistant.asked.followed_sum import asks_limit_of_it, names_sum, without_time_asked
from assistant.naming.mention import find_mentions
from assistant.naming.spoken_place import as_printed
from assistant.values.hours import spans_of_hours
from assistant.wording.near_miss import LEFT_OUT, without_neighbour
from assistant.wording.spoken_language import language_in_talk

_ENDS = " ?.!"
_CONSEQUENCES = {"en": "breach, service credit, penalty", "fr": "manquement, pénalité"}
"""What "what if they don't?" asks for, in the words of contracts; the only words that no one in the conversation said."""
_LABEL = re.compile(r"\b(?P<word>[^\W\d_]{3,})\s(?P<label>(?-i:[A-Z])|[b-hj-z]|\d{1,3})\b(?![.,]?\d)", re.IGNORECASE)
_CODE = re.compile(r"\b(?P<letters>[A-Za-z]{1,3})(?P<number>\d{1,2})\b")
_SAID_BEFORE = re.compile(
    r"^\W*(?:(?:please|so|and|et|alors|donc)\b[\s,]*)*"
    r"(?:(?:(?:at|by|to|for|of|from|within|in|until|under|à|de|par|pour|sous|en|pendant|depuis|jusqu['’]à) )?"
    r"(?:(?:what|which|who|whom|whose|when|where|why|how|c['’]est quoi|quels?|quelles?|qui|quand|où|pourquoi|comment|"
    r"combien(?: de temps)?)(?:['’]s)?(?!\w)(?: (?:long|fast|much|many|often|soon|quickly|late|early|high|big|large))?)\s*)?"
    r"(?:(?:qu['’])?est[- ]ce qu(?:['’]|[ei](?!\w))\s*|(?:is|are|was|were|do|does|did|can|could|may|must|should|will|would|has|"
    r"have|est|sont|"
    r"était|étaient|peut[- ]on|doit[- ]on|faut[- ]il|y a[- ]t[- ]il|a[- ]t[- ]on)(?![\w-])\s*)?(?:(?:there|it)\b\s*)?",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"^\W*(?P<before>for|of|on|with|under|during|after|by|from|pour|sur|avec|par|chez|sous|dans|"
    r"(?:celui |celle |ceux |celles |that |those )?(?:de la|de l['’]|du|des|de|d['’]))\s*(?P<what>\S.*?)[\s?.!]*$",
    re.IGNORECASE,
)
_SAID_AFTER = re.compile(r"(?<!\s)\s++(?:mean|means|say|says)[\s?.!]*$", re.IGNORECASE)
_ACTING = r"(?:they|we|you|i|he|she|it|ils?|elles?|on|nous|vous)"
_WHO_ACTS = re.compile(  # "they have to call us back" is about calling back; "they … to a P2", whose verb was replaced, about a P2
    rf"^(?:c['’](?:est|était)\s+|{_ACTING}\s+(?:have|has|had|need|needs) to\s+)|"
    rf"^(?:{_ACTING}\s+)?{LEFT_OUT}\s*(?:(?:to|of|for|on|by|with|de|du|pour|à|au)\s+|d['’]\s?)?(?:(?:an?|the|une?|le|la)\s+)?",
    re.IGNORECASE,
)
_ASKED_WITHIN = re.compile(  # "credit do we get for SL1" is about the credit for SL1
    r"\s(?:do|does|did|can|could|may|must|should|will|would) (?:they|we|you|i|he|she|it)(?: (?:get|have|need|receive)(?! to\b))?\s",
    re.IGNORECASE,
)
_POINTING_LAST = re.compile(r"\s+(?:that|this|it|them|ça|cela)$|^(?:that|this|it|ça|cela)\s+", re.IGNORECASE)
_NEXT = re.compile(
    r"^\W*(?:(?:and|et|show me|what about|montre(?:z)?[- ]moi)\s+)*(?:the |la |le |l['’])?(?P<next>next|following|"
    r"suivante?)?\s?(?P<back>previous|preceding|précédente?)?\s?"
    r"(?:one|clause|article|paragraph|paragraphe|section)?(?(next)|(?(back)|\s?(?P<after>suivante?|précédente?)))\W*$",
    re.IGNORECASE,
)
_ITEM = re.compile(r"^\W*(?:(?:item|point|le|la|sub-?paragraph|alinéa)\s)?[(]?(?P<item>[a-z])[)]\W*$", re.IGNORECASE)
_STANDING_FOR = re.compile(r"^(?:celui|celle|ceux|celles|that|those) ", re.IGNORECASE)
_ANY_BEHIND = re.compile(
    r"\b(?P<before>(?:for|on|with|under|during|after|by|from|to|in|pour|sur|avec|par|chez|sous|dans|en cas de|aux?|à(?: la)?) |"
    r"à l['’])(?P<what>[^,?.!()]*?)(?=[\s?.!]*$)",
    re.IGNORECASE,
)
_VERBAL = re.compile(r"(?!(?:l['’]|le |la |les |un |une |the |an? ))[\w-]+(?:er|ir|oir|re|ing)\b", re.IGNORECASE)
_OF = r"(?:de la |de l['’]|du |des |de |d['’])"
_NOTHING_LEFT = re.compile(
    r"^\W*(?:(?:and|et|for|of|with|the|an?|one|on|in|at|pour|au|aux|à|dans|en|de|du|des|le|la|les|l['’]|d['’]|un|une|avec|sur|incidents?|priority|"
    r"priorité)\b\W*)*$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Followed:
    """The question that stood alone (``root``), as the follow-ups change it.

    ``added`` is what they add, by its kind, and ``whole`` the question of its own that they ask of it. ``before`` are those that this
    leans on: where it says hardly more than what it asks ("by how much?"), and where it asks for the limit of a sum ("is that capped?").
    """

    root: str
    added: dict[str, str] = field(default_factory=dict)
    whole: str = ""
    before: tuple[str, ...] = ()

    def follow(self, said: str, elsewhere: Callable[[str], bool]) -> None:
        """Take in a follow-up."""
        if says_day_alone(said):
            self.root, self.whole = without_day(self.root), without_day(self.whole)
            return
        if asks_again(said) or language_wanted(said) or elsewhere(said):
            return
        if self._turned_leaf(said):
            return
        if number := clause_alone(said, self.root):
            self._turn_to(number)
            return
        if is_whole(said):
            self._ask(without_opening(said))
            return
        self._put(without_opening(said) if corrects(said) else said)

    def said(self) -> str:
        """The words of the follow-ups that hold."""
        return " ".join(part for part in (self.whole, *self.added.values(), self.unsaid()) if part)

    def unsaid(self) -> str:
        """The words for what follows a failure, which nobody said; empty where none is supposed."""
        return _CONSEQUENCES[language_in_talk(self.whole, [self.root])] if supposes_failure(self.whole) else ""

    def kept(self) -> str:
        """The words of the question that stood alone: all of it, or its subject where another is asked of that."""
        if not self.whole:
            return self.root
        of_sum = names_sum(" ".join((self.whole, *self.before)))
        root = without_time_asked(self.root) if of_sum else self.root
        subjects = [_subject(text) for text in (*self.before, root) if tells(text)]
        return ", ".join(subject for subject in subjects if subject)

    def text(self) -> str:
        """What is searched."""
        if self.whole:
            return f"{self.said()} ({kept})" if (kept := self.kept()) else self.said()
        return f"{self.kept()} {self.said()}".strip()

    def _ask(self, whole: str) -> None:
        """Ask a question of its own of the subject, with what was added to that."""
        added = [without_opening(part).strip(_ENDS) for part in self.added.values()]
        if not self.whole:
            self.root = ", ".join([self.root.strip(_ENDS), *added])
        elif asks_limit_of_it(whole):
            self.before = tuple(filter(names_sum, [self._joined(added)] if names_sum(self.whole) else self.before))
        elif not is_bare(whole):
            self.before = ()
        elif not is_bare(self.whole):
            self.before = (self._joined(added), *filter(names_sum, self.before))
        self.whole = whole
        self.added.clear()

    def _joined(self, added: list[str]) -> str:
        return ", ".join([self.whole.strip(_ENDS), *added])

    def _put(self, part: str) -> None:
        """Put a part of a question in the place of its like, or beside the question."""
        if (party := party_alone(without_opening(part))) and self._party_taken(party):
            return
        part = self._labels_taken(part)
        left = without_opening(self._codes_taken(part))
        if _NOTHING_LEFT.match(left):
            return
        if spans_of_hours(left):
            self._clear_hours()
            self.added["hours"] = part
            return
        self._take_place_of_neighbour(part)
        if not self._take_place_behind(part):
            self.added["rest"] = part

    def _codes_taken(self, part: str) -> str:
        """Put the codes of a part in the place of those of the same letters; the part without the ones that found a place."""
        named = {match["letters"].casefold(): match.group() for match in _CODE.finditer(part)}
        held = {match["letters"].casefold() for match in _CODE.finditer(f"{self.root} {self.whole}")}

        def changed(match: re.Match[str]) -> str:
            return named.get(match["letters"].casefold(), match.group())

        self.root, self.whole = _CODE.sub(changed, self.root), _CODE.sub(changed, self.whole)
        self.added = {kind: _CODE.sub(changed, text) for kind, text in self.added.items()}
        return _CODE.sub(lambda match: "" if match["letters"].casefold() in held else match.group(), part)

    def _labels_taken(self, part: str) -> str:
        """Put "tower A" in the place of "tower B"; the part without it where it found a place."""
        named = {match["word"].casefold(): match for match in _LABEL.finditer(part)}

        def changed(match: re.Match[str]) -> str:
            other = named.get(match["word"].casefold())
            return match.group() if other is None else f"{match['word']} {other['label']}"

        before = (self.root, self.whole)
        self.root, self.whole = (_LABEL.sub(changed, text) for text in before)
        return part if (self.root, self.whole) == before else _LABEL.sub("", part)

    def _party_taken(self, party: str) -> bool:
        """Whether a party took the place of the one that is asked about, in the last question that names one."""
        if self.whole and (made := with_party(self.whole, party)):
            self.whole = made
            return True
        made = with_party(self.root, party)
        self.root = made or self.root
        return made is not None

    def _clear_hours(self) -> None:
        for start, end in reversed(spans_of_hours(self.root)):
            self.root = f"{self.root[:start]}{LEFT_OUT}{self.root[end:]}"

    def _take_place_of_neighbour(self, part: str) -> None:
        self.root = without_neighbour(self.root, part) or self.root
        self.added = {kind: without_neighbour(text, part) or text for kind, text in self.added.items()}

    def _turned_leaf(self, said: str) -> bool:
        """Whether the next clause is asked for, or the one before, and the number of the clause that was asked for was counted on."""
        leaf, numbers = _NEXT.match(said), find_mentions(self.root).numbers
        if leaf is None or len(numbers) != 1 or not (last := re.search(r"\d+$", numbers[0])):
            return False
        back = leaf["back"] or (leaf["after"] or "").casefold().startswith("préc")
        number = f"{numbers[0][: last.start()]}{max(1, int(last.group()) + (-1 if back else 1))}"
        self._turn_to(number)
        return True

    def _turn_to(self, number: str) -> None:
        """Put the number of a clause in the place of the one that is named."""
        held = re.escape(find_mentions(self.root).numbers[0])
        self.root = re.sub(rf"(?<![\d.]){held}(?![\d.]*\d)", lambda _: number, as_printed(self.root), count=1)

    def _take_place_behind(self, part: str) -> bool:
        """Whether what stands behind a preposition took the place of what stood behind the same one, in the last question asked."""
        part = without_opening(part)
        if self.whole:
            return points(self.whole) and self._take_place_in_whole(part)
        behind = _BEHIND.match(part)
        if behind is None:
            return False
        said = _STANDING_FOR.sub("", behind["before"])
        before = said.casefold()
        same = (
            _OF
            if re.fullmatch(_OF, f"{before} ") or before in ("de l'", "de l’", "d'", "d’")
            else re.escape(before) + " "
        )
        asked = self.root
        places = list(re.finditer(rf"\b{same}(?P<what>[^,?.!()]*?)(?=[\s?.!]*$|,)", asked, re.IGNORECASE))
        if not places or bool(_VERBAL.match(places[-1]["what"])) is not bool(_VERBAL.match(behind["what"])):
            return False  # "pour résilier" tells what is done, and "pour un seul lot" to what
        gap = "" if said.endswith(("'", "’")) else " "
        self.root = f"{asked[: places[-1].start()]}{said}{gap}{behind['what']}{asked[places[-1].end() :]}"
        self.added.pop("rest", None)
        return True

    def _take_place_in_whole(self, part: str) -> bool:
        """Whether a part took the place of what the question asked of the subject ends with: "does it apply to data breaches?"."""
        place = _ANY_BEHIND.search(self.whole)
        if place is None:
            return False
        before = "" if _ANY_BEHIND.match(part.lstrip()) else place["before"]
        self.whole = f"{self.whole[: place.start()]}{before}{part.strip(_ENDS)}{self.whole[place.end() :]}"
        return True


def clause_alone(said: str, root: str) -> str | None:
    """The number of the clause that a part of a question does nothing but name, in place of the one that the question names.

    "What about 23.2?", after clause 23.3; "and (c)?" is an item of the clause that was asked for. None for anything else.
    """
    numbers, part = find_mentions(root).numbers, without_opening(said)
    if len(numbers) != 1:
        return None
    if item := _ITEM.match(part):
        return f"{re.sub(r'[(][a-z]+[)]$', '', numbers[0])}({item['item'].casefold()})"
    named = find_mentions(part)
    return named.numbers[0] if named.alone and len(named.numbers) == 1 and not named.annexes else None


def _subject(question: str) -> str:
    """What a question is about: itself without the words that ask."""
    turned = turns_to(question)
    said = _SAID_BEFORE.sub("", question if turned is None else turned, count=1)
    bare = _POINTING_LAST.sub("", _ASKED_WITHIN.sub(" ", _WHO_ACTS.sub("", said, count=1).strip(_ENDS))).strip(_ENDS)
    return _SAID_AFTER.sub("", bare or said).strip(_ENDS)
