"""Who does what, and whose is what: "the Provider notifies", "decided by the Client", "Torrovane's delay", "notify Brackenholt". Pure.

Only names and words for a party are told, and only where their place says it; where nothing is plain nothing is said, and nothing
can be held against a sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from assistant.values.dates import MONTH_NAMES, WEEKDAY_NAMES
from assistant.values.number_words import written_numbers
from assistant.wording.duty import FUNCTION_WORDS, PARTY_WORDS, party_stem
from assistant.wording.plain_wording import unparted
from ingest.words import fold, stems

_PARTY_WORD = "|".join(sorted(PARTY_WORDS))
_NO_PARTY = "|".join(sorted(word for word in FUNCTION_WORDS if word.isalpha()))
_NAME = (
    rf"(?:(?!(?i:{_NO_PARTY})\b)[A-ZÀ-Þ][\w&]{{1,80}}(?:-[A-ZÀ-Þ]\w{{0,80}}){{0,9}}(?!-)\b|(?i:(?:{_PARTY_WORD})s?))"
)
_ARTICLE = r"(?:the\s+|la\s+|le\s+|l['’]\s?)?"
_HELPERS = (
    r"(?:(?:shall|must|will|may|can|cannot|could|should|has to|have to|is to|not|also|then|still|therefore|encore|ensuite|donc|"
    r"never|always|only|alone|freely|has|have|"
    r"does|do|did|fails? to|failed to|in (?:each|every|any|no) \w+|doit|doivent|devra|peut|peuvent|pourra|seule?|aussi|toujours|ne|"
    r"is (?:entitled|required|obliged|free|allowed) to|undertakes to|agrees to|s.engage à|a le droit de|a la faculté de|"
    r"est (?:tenue?|libre) de)\s+|n['’]|se\s+|s['’]|l['’]|lui\s+|leur\s+|en\s+|le\s+(?=[a-z]+\s))*"
)
_DEED = re.compile(
    rf"(?:(?<=^)|(?<=[\s(«“\"’']))(?P<party>{_NAME})(?:,?\s+(?:who|which|that|qui))?\s+(?P<helpers>{_HELPERS})(?P<verb>[a-zà-ÿ]{{3,}})"
)
_DEED_FAR = re.compile(  # "the Loser in any ensuing litigation shall pay"
    rf"(?:^|[,;:]\s+|\b[Tt]hen\s+|\b[Tt]he\s+|\b[Ll][ae]\s+)(?P<party>{_NAME})\s+(?:in|under|for|at|with|dans|en|pour|"
    rf"au titre d\w)\s{{1,20}}[a-zà-ÿ' ]{{3,40}}?\s{{1,20}}"
    rf"(?:shall|must|may|will|doit|peut)\s+{_HELPERS}(?P<verb>[a-zà-ÿ]{{3,}})"
)
_ACRONYM = 5  # letters of a name of capitals that may be a thing's
_CACHE = 128  # texts; the same quotes are compared with each sentence of an answer
_QUANTIFIED = re.compile(r"\b(?:neither|each|either|both|no|any|every|aucune?|chaque|toute?)\s+(?:of the\s+)?$", re.I)
_ANY_PARTY = re.compile(rf"(?P<party>{_NAME})(?=['’]s\b|\s+{_HELPERS}[a-zà-ÿ]{{3,}})")
_PRONOUN = re.compile(
    r"(\b(?:it|he|she|elle|celui-ci|celle-ci|il)\b(?=\s+(?:shall|must|may|can|will|has|doit|peut|a\b|says?|[a-zà-ÿ]{4,})))"
)
_SENTENCE_END = re.compile(r"((?<=\.)\s+)")
_HAS_TO = re.compile(
    rf"(?P<party>{_NAME})\s+(?:has|have|a|dispose)\s[^,.;]{{0,50}}?\b(?:to|pour)\s+(?P<verb>[a-zà-ÿ]{{4,}})"
)
_DONE_BY = re.compile(
    rf"(?P<verb>[a-zà-ÿ]{{4,60}})\s+(?:(?:only|exclusively|directly)\s+)?(?:by|par)\s+{_ARTICLE}(?P<party>{_NAME})"
)
_NOMINALLY_BY = re.compile(  # "acceptation écrite du devis par le Client"
    rf"\b(?P<verb>[a-zà-ÿ]{{3,}}(?:tion|sion|ment|age|ance)|accord)\s+(?:[\w’']+\s+){{1,4}}?(?:by|par)\s+{_ARTICLE}(?P<party>{_NAME})"
)
_LATTER = re.compile(r"\b(?:ce dernier|cette dernière|the latter)\b", re.IGNORECASE)
_AGENT = re.compile(r"\b(?:by|par)\b")
_MODAL_SUBJECT = re.compile(rf"(?P<party>{_NAME})\s+(?:shall|must|may|will|doit|peut|s[’']engage)\b")
_ACTING_ACRONYM = re.compile(r"\b([A-Z][A-Z&]{1,60})\s+(?:shall|must|may|will|doit|peut|s[’']engage)\b")
_OWNED = re.compile(rf"(?P<party>{_NAME})(?:['’]s|s['’])\s+(?:\w+\s+)?(?P<noun>[a-zà-ÿ]{{4,}})\b")
_OWNED_BY = re.compile(
    rf"(?<![\w])(?P<noun>[a-zà-ÿ]{{4,}})\s+(?:(?:écrite?s?|expresse?|préalable|written|prior)\s+)*(?:of|de|du|"
    rf"des)\s+{_ARTICLE}(?P<party>{_NAME})"
)
_DONE_TO = re.compile(
    rf"\b(?P<verb>[a-zà-ÿ]{{4,}})\s+(?:(?:to|à|au)\s+)?{_ARTICLE}(?P<party>{_NAME})(?!s?['’])(?!\s+(?:{_HELPERS}shall|must|may|doit|peut))"
)
_GIVEN_TO = re.compile(
    rf"\b(?P<verb>[a-zà-ÿ]{{4,}})\s+(?:[\w-]+\s+){{1,2}}(?:to|à|au)\s+{_ARTICLE}(?P<party>{_NAME})(?!['’]s)"
)
_NO_VERBS = frozenset(
    "and or of for with from under within the that which who this its their his are was were has had been pas plus to by "
    "pendant durant dans pour avec par sur des les une aux que qui dont est sont ont été sous mais car afin before after "
    "until unless about avant après sans sauf lorsque when where while during between against upon than if either both "
    "each only such other once twice time times fois period at least less most any all comme entre contre chez vers "
    "selon hors quand donc shall must may will can doit peut si a has have do does".split()
)
_BEFORE_NO_SUBJECT = re.compile(
    r"\b(?:of|to|by|for|from|with|between|under|on|against|de|du|des|à|au|aux|par|pour|avec|entre|sur|contre)\s+(?:the\s+|la\s+|"
    r"le\s+|l['’])?$",
    re.I,
)
_DAYS = frozenset(MONTH_NAMES) | frozenset(WEEKDAY_NAMES)
_GIVEN_WHAT = re.compile(  # "gives the Client proof": what follows is no deed of the Client's
    r"\b(?:gives?|grants?|pays?|sends?|tells?|offers?|shows?|owes?|hands?|makes?|provides?|lends?)\s+(?:the\s+)?$", re.I
)
_DENIED = re.compile(r"\b(?:not|never|cannot|ne|jamais)\b|\bn['’]|n't\b", re.I)


@dataclass(frozen=True, slots=True)
class Deeds:
    """For each word's stem the stems of the parties that do it (or whose it is), and of those to whom it is done.

    Attributes:
        done: by verb, its doers; a deed that is denied ("may not set off") stands under ``denied`` instead.
        denied: by verb, those who do not do it.
        owned: by noun, whose it is.
        suffered: by verb, its objects.
    """

    done: dict[str, set[str]] = field(default_factory=dict)
    denied: dict[str, set[str]] = field(default_factory=dict)
    owned: dict[str, set[str]] = field(default_factory=dict)
    suffered: dict[str, set[str]] = field(default_factory=dict)


@lru_cache(maxsize=_CACHE)
def read_deeds(text: str, language: str) -> Deeds:
    """The deeds of a text.

    Args:
        text: sentences in English or French.
        language: "en" or "fr", for the stems.
    """
    text = _spelt_out(unparted("\n".join(line for line in text.split("\n") if "\t" not in line)))
    found = Deeds()
    subjects = frozenset(_ACTING_ACRONYM.findall(text))

    def acts(name: str) -> bool:
        return name in subjects or fold(name) in PARTY_WORDS

    for match in (*_DEED.finditer(text), *_DEED_FAR.finditer(text)):
        before = max(0, match.start("party") - 20)
        if not _is_deed(match, language):
            continue
        if not any(
            sign.search(text[before : match.start("party")]) for sign in (_BEFORE_NO_SUBJECT, _QUANTIFIED, _GIVEN_WHAT)
        ):
            denied = _DENIED.search(text, match.end("party"), match.start("verb"))
            _add(found.denied if denied else found.done, match["verb"], match["party"], language, acts(match["party"]))
    agents = _AGENT.search(text) is not None
    by = (*_DONE_BY.finditer(text), *_NOMINALLY_BY.finditer(text)) if agents else ()
    for match in (*_HAS_TO.finditer(text), *by):
        _add(found.done, match["verb"], match["party"], language, acts(match["party"]))
    for match in (*_OWNED.finditer(text), *_OWNED_BY.finditer(text)):
        _add(found.owned, match["noun"], match["party"], language, acts(match["party"]))
    for match in (*_DONE_TO.finditer(text), *_GIVEN_TO.finditer(text)):
        _add(found.suffered, match["verb"], match["party"], language, acts(match["party"]))
    return found


def _is_deed(match: re.Match[str], language: str) -> bool:
    """Whether what follows a party can be a verb: in English, without a modal, only one in "-s" or "-ed" ("the Syntec index" is none)."""
    if language != "en" or match.groupdict().get("helpers", "x") or match["party"].endswith("s"):
        return True
    return match["verb"].endswith(("s", "ed")) and not match["verb"].endswith("ss")


def _spelt_out(text: str) -> str:
    """The text with the party in place of an "it" that can stand for no other: the only one named before it in its sentence."""
    done = []
    for sentence in _SENTENCE_END.split(text):
        sentence = _LATTER.sub(
            lambda match, whole=sentence: _last_named(whole[: match.start()]) or match.group(), sentence
        )
        pieces = _PRONOUN.split(sentence)
        for at in range(1, len(pieces), 2):
            named = {fold(m["party"]) for m in _ANY_PARTY.finditer("".join(pieces[:at])) if _may_act(m["party"])}
            subjects = {m["party"] for m in _MODAL_SUBJECT.finditer("".join(pieces[:at])) if _may_act(m["party"])}
            if len(named) > 1 and len(subjects) == 1:
                pieces[at] = subjects.pop()
            elif len(named) == 1:
                names = [m["party"] for m in _ANY_PARTY.finditer("".join(pieces[:at])) if _may_act(m["party"])]
                pieces[at] = names[0]
        done.append("".join(pieces))
    return "".join(done)


def _last_named(before: str) -> str | None:
    """The party named last, whom "ce dernier" and "the latter" mean."""
    named = [m["party"] for m in re.finditer(rf"(?P<party>{_NAME})", before) if _may_act(m["party"])]
    return named[-1] if named else None


def _may_act(name: str) -> bool:
    return fold(name) not in FUNCTION_WORDS


def _add(found: dict[str, set[str]], word: str, party: str, language: str, acts: bool = True) -> None:
    named = fold(party)
    if party.isupper() and len(party) <= _ACRONYM and not acts:
        return  # "SSH keys", "par le SLA"
    if (
        word.lower() in _NO_VERBS | PARTY_WORDS
        or named in FUNCTION_WORDS
        or named in _DAYS
        or any(written_numbers(fold(word)))
    ):
        return
    stem = stems(word, language)[:1]
    if stem:
        found.setdefault(stem[0], set()).add(party_stem(party, language))
