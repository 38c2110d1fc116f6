"""The deed that a question asks about ("may we *terminate*?", "who *approves* …?", "how long to *pay*?"), and whether words of a
contract tell of it. Pure; English and French.

A clause that has a question's nouns and no word of its deed is about another matter: "an invoice is *disputed* within twenty days" says
nothing of when to pay.
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.asked.question import Asked, Question
from assistant.asked.sought import Value, holds_value, read_sought
from assistant.proof.overlap import relatives
from assistant.values.figures import figures
from assistant.wording.lexicon import Lexicon
from ingest.language import ENGLISH, FRENCH
from ingest.words import fold, stems, tokens

_PRONOUN = r"(?:we|they|you|i|he|she|it|one|anyone|somebody|nobody|(?:either|each|the other|one) party)"
_THING = rf"(?!{_PRONOUN}\b)(?:(?:the|our|their|your|an?|this) )?\w+"
_OFTEN = r"(?:(?:also|still|then|ever|just|only|first|simply|really|actually|legally|unilaterally|not) )?"
_MAY = r"(?:can|could|may|must|should|shall|will|would|do|does|did)"
_PEUT = r"(?:peu[tvx]\w*|pouv\w+|pourr\w+|doi\w+|dev(?:ons|ez|r\w+)|fau[td]\w*)"
_INFINITIVE = r"(?P<verb>[a-z-]{3,}(?:er|ir|re|oir))\b"
_ASKING = (
    re.compile(  # "how long do we have to pay", "are we allowed to audit", "time to pay an invoice"
        rf"\b(?:have|has|had|need|needs|allowed|entitled|permitted|free|supposed|required|obliged|bound|time|days|notice) to "
        rf"{_OFTEN}(?P<verb>[a-z]{{3,}})\b"
    ),
    re.compile(  # "who can declare a disaster", "who approves changes", "which party bears the cost"
        rf"\b(?:who|which party|which of us) (?:(?:{_MAY}|has to|is to|gets to|is allowed to|is entitled to) )?"
        rf"{_OFTEN}(?P<verb>[a-z]{{3,}})\b"
    ),
    re.compile(rf"\b{_MAY} {_PRONOUN} {_OFTEN}(?P<verb>[a-z]{{3,}})\b"),
    re.compile(  # "must critical patches be installed", "how long are back-ups kept"
        r"\b(?:can|could|may|must|should|shall|will|are|is|were|was) (?:[\w-]+ ){1,4}?(?:be )?"
        r"(?P<verb>[a-z]{3,}(?:ed|ept|aid|old|ent|ven))\b"
        r"(?=\W*$| (?:by|within|when|before|after|if|in|on|at)\b)"
    ),
    re.compile(rf"\b{_MAY} {_THING} {_OFTEN}(?P<verb>[a-z]{{3,}})\b"),
    re.compile(  # "peut-on résilier", "doivent-ils encore prévenir", "qui doit payer", "le client peut-il résilier"
        rf"\b{_PEUT}(?:-(?:t-)?\w+)? (?:(?:aussi|encore|vraiment|seulement|ne|se|nous|vous|les?|la|en|y) |s')*{_INFINITIVE}"
    ),
    re.compile(  # "combien de temps pour payer", "quel préavis pour résilier"
        rf"\b(?:temps|jours|mois|semaines|heures|delai|preavis|droit|possible) (?:pour |de |d'){_INFINITIVE}"
    ),
    re.compile(r"\bqui (?:est-ce qui )?(?:se |s'|nous |les? |la )?(?P<verb>[a-z]{4,})\b"),
    re.compile(r"\b(?P<verb>[a-z]{4,})-(?:t-)?(?:on|ils?|elles?|nous|vous)\b"),  # "combien de temps gardent-ils"
    re.compile(r"\b(?:est|sont) (?P<verb>[a-z]{4,}ee?s?)\b"),  # "où sont hébergées les données"
    re.compile(r"\b(?:delais?|termes?|conditions) (?:de |du |d'|des )(?P<verb>[a-z]{3,}(?:ment|tion|sion|age))\b"),
    re.compile(
        r"\b(?P<verb>payment|notification|termination|delivery|acceptance) (?:terms?|periods?|deadlines?|time|delay)\b"
    ),
)
_LIGHT = frozenset(
    "be been have has had do does did get gets take takes make makes give gives happen happens apply applies last lasts need needs want "
    "mean means know say says look find see come comes work works run runs let use our the any all their this that these those "
    "charge address deal count there cover contain include included includes "
    "allowed permitted needed required possible concerned long etre avoir faire "
    "fait dure durer prend prendre mettre met est sont etait concerne "
    "signifie veut vouloir savoir dire passe arrive trouve figure existe contient comprend prevoit prevoir est-ce c'est quoi".split()
)
_MODAL = re.compile(
    r"\b(?:may|can|cannot|could|shall|must|will|(?:is|are) (?:not )?(?:entitled|allowed|permitted|required|obliged|bound|free|"
    r"authori[sz]ed)|has the right|right to|prohibited|forbidden|deemed)\b"
)
_BREAK = re.compile(r";|(?<=[a-zà-ÿ)])\.(?=\s|$)")
_REACH = (
    12  # words between a modal and the deed that it is of: "may, on ten days' notice to the other party, terminate"
)
_INSERTED = re.compile(  # what stands between commas behind a modal: "may, upon notice to the other party, terminate"
    r"^(?:\s{1,3}not\b)?(?:\s{0,3},[^,;.]{1,250}(?=,)){1,3},"
)
_WHEN = re.compile(r"\b(?:when|quand)\b", re.IGNORECASE)
_CONDITION = re.compile(
    r"\b(?:if|when|where|once|upon|due to|following|after|in the event|in case|si|s'il|des que|lorsqu\w*|en cas|apres|a la suite)\b"
)
_OWNING = frozenset("own owns owned appartient appartiennent possede detient".split())
_OWNED = re.compile(  # "its own staff" tells of no owner
    r"(?<!its )(?<!their )(?<!his )(?<!our )(?<!your )(?<!'s )(?<!s' )\bowns?\b|\b(?:owned by|ownership|owner of|belongs? to|"
    r"(?:property|title|right, title and interest)\b|vests? in|proprietes?|proprietaires?|appartien\w+|appartenir|possed\w+|"
    r"titulaires? de)\b"
)
_PAYING = frozenset(("pay", "bear", "pai", "support", "financ"))
_COST = re.compile(
    r"\b(?:at (?:its|their|the|\w+'s) (?:own |sole )?(?:costs?|expense)|free of charge|reimburs\w+|pays?|paid|bears?|borne|"
    r"(?:shares?|shared) (?:equally|by)|a (?:ses|leurs) (?:propres |seuls )?frais|aux frais|a (?:la|sa) charge|rembours\w+|"
    r"pa(?:ie|ye|ya)\w*|supporte\w*|prend en charge|gratuit\w*|partages? par)\b"
)


def asked_deed(text: str) -> str:
    """The verb that a question asks about, folded as it was typed; empty where it asks about none that says something.

    Args:
        text: a question, in English or French.
    """
    return _asked_deed(fold(text).replace("’", "'"))


@lru_cache(maxsize=256)
def _asked_deed(folded: str) -> str:
    for form in _ASKING:
        for match in form.finditer(folded):
            verb = match["verb"]
            if verb in _LIGHT or verb in _FUNCTION_WORDS:
                continue
            return verb
    return ""


_FUNCTION_WORDS = frozenset(map(fold, ENGLISH | FRENCH))


def tells_deed(question: Question, deed: str, text: str, language: str, lexicon: Lexicon) -> bool:
    """Whether one part of a text tells of the deed as it was asked about.

    With a figure where one is asked for, under a "may", "shall" or "must" where a permission or a duty is, and with whose cost it is
    where the question is who pays.

    Args:
        question: as read.
        deed: the verb that it asks about.
        text: a clause or a sentence; a table row below its heading and the header of its table.
        language: of the text, "en" or "fr".
        lexicon: knows the verb by other names.
    """
    if is_paying(question, deed):
        return bool(_COST.search(fold(text)))
    if fold(deed) in _OWNING and question.asked is Asked.PARTY:
        return bool(_OWNED.search(fold(text)))
    if "\t" in text:
        return bool(words_for(question, deed, text, lexicon))
    return any(_tells(question, deed, part, language, lexicon) for part in _BREAK.split(" ".join(text.split())))


def is_paying(question: Question, deed: str) -> bool:
    """Whether a question asks at whose cost something is."""
    return question.asked is Asked.PARTY and stems(deed, question.language)[0] in _PAYING


def words_for(question: Question, deed: str, part: str, lexicon: Lexicon) -> frozenset[str]:
    """The stems of a part of a text that stand for the deed of a question."""
    said = f"{'we shall' if question.language == 'en' else 'nous'} {deed}"  # a verb alone does not tell its language
    return frozenset[str]().union(*relatives(said, part, lexicon).values())


def _tells(question: Question, deed: str, part: str, language: str, lexicon: Lexicon) -> bool:
    words = words_for(question, deed, part, lexicon)
    if not words:
        return False
    if question.asked is Asked.YES_NO:
        return language != "en" or _under_modal(part, words)  # a French contract says in the present what shall be done
    sought = read_sought(question)
    if sought.value is Value.TIME:  # "until" would be a time as well, and is none of the deed's
        timed = any(figure.unit.rsplit(" ", 1)[-1] in sought.units for figure in figures(part))
        return timed or (bool(_WHEN.search(question.text)) and _is_conditional(part, words, language))
    return holds_value(sought, part, "", language, lexicon, question.language)


def _is_conditional(part: str, words: frozenset[str], language: str) -> bool:
    """Whether a part says on what condition the deed may or shall be done, which answers "when?" as well as a period does."""
    return bool(_CONDITION.search(fold(part))) and (language != "en" or _under_modal(part, words))


def _under_modal(part: str, words: frozenset[str]) -> bool:
    """Whether one of the words stands close behind a modal, or right behind what is inserted there."""
    folded = fold(part)
    behind = (_INSERTED.sub("", folded[modal.end() :], count=1) for modal in _MODAL.finditer(folded))
    return any(words & set(stems(" ".join(tokens(said)[:_REACH]), "en")) for said in behind)
