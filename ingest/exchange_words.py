"""The words with which amendments put words in the place of others, beside them, or take them out, in English and French."""

from __future__ import annotations

import re

from ingest.change_words import BE, NOW

_QUOTED = (  # an apostrophe closes what one has opened: “fifteen days’ notice”
    r"(?:(?P<{0}_marked>[“\"«])|[‘'])\s*+(?P<{0}>[^”\"»“«]{{1,400}}?)\s{{0,20}}(?({0}_marked)[”\"»]|[’'](?!\w))"
)
_APPEARING = (
    r"(?:appearing|contained|occurring|wherever\s+(?:it|they)\s+appears?|where\s+(?:it|they)\s+(?:first\s+)?appears?|"
    r"figurant|mentionnée?s?|employée?s?)"
)
WORDS_BY_WORDS = re.compile(
    _QUOTED.format("old") + r"(?:\s*\([^()“”\"«»]{0,80}\))?"
    rf"(?:\s+(?:{_APPEARING}\s+)?(?:in|of|à|de|du|dans)\s(?:[^“”\"«».;]|\.\d){{1,80}}?|\s+{_APPEARING})?"
    r"\s+(?:(?:is|are|shall be|will be|est|sont)\s+(?:hereby\s+)?(?:deleted and\s+)?"
    r"(?:replaced|substituted|remplac[ée]+s?)\s+(?:by|with|par)|"
    rf"(?:shall|will|are to)\s+(?:{NOW}\s+)?(?:be\s+)?(?:read(?:\s+as)?|construed\s+as|deemed\s+to\s+be)|{NOW}\s+reads?|"
    r"se li(?:t|sent|ra|ront)(?:\s+(?:désormais|dorénavant))?|deviennent|devient|"
    r"(?:est|sont)\s+lus?e?s?\s+comme|doi(?:t|vent)\s+(?:être\s+lue?s?|se\s+lire)\s+comme|s.entend(?:ent)?\s+comme)\s+"
    r"(?:(?:the|les?|la|l.)\s*(?:words?|figures?|mots?|chiffres?|term|phrase|termes?)?\s*:?\s*|"
    r"(?:celles?|celui|ceux|that|those)\s+(?:de|du|d['’]|of)\s*|(?:(?:an?|the)\s+)?references?\s+to\s+(?:the\s+)?|"
    r"(?:une|des|la|les)\s+(?:références?|mentions?)\s+(?:à|aux?|de)\s+)?" + _QUOTED.format("new"),
    re.IGNORECASE,
)
WORDS_WITH_WORDS = re.compile(  # "by replacing “X” with “Y”", "en remplaçant « X » par « Y »"
    r"\b(?:(?:by |to )?(?:replac(?:e|ing)|substitut(?:e|ing)|chang(?:e|ing))|"
    r"(?:by |to )?(?:delet(?:e|ing)|strik(?:e|ing)(?: out)?|remov(?:e|ing)|omit(?:ting)?)|en remplaçant|en supprimant)\s+"
    r"(?:(?:the|all|each|every|any|les?|la)\s+)*(?:(?:words?|figures?|phrase|terms?|references?\s+to|mots?|chiffres?|termes?)\s+)?"
    + _QUOTED.format("old")
    + rf"(?:\s+{_APPEARING})?"
    r",?\s+(?:and\s+)?(?:with|by|to|par|(?:and\s+|by\s+|et\s+){0,3}(?:insert(?:ing)?|replac(?:ing|e) (?:it|them) (?:with|by)|"
    r"substitut(?:ing|e)|en (?:le|la|les) remplaçant par|en y substituant))"
    r"(?:\s+(?:therefor|there|instead|in (?:lieu|place) (?:thereof|of it)|in (?:its|their) (?:place|stead|lieu)),?)?\s+"
    r"(?:(?:the|les?|la)\s+)?(?:(?:words?|figures?|phrase|terms?|mots?|chiffres?|termes?)\s+)?"
    + _QUOTED.format("new")
    + r"(?!\s+(?:immediately\s+)?(?:after|before|following|apr[èe]s|avant)\b)",
    re.IGNORECASE,
)
_NOUN = r"(?:(?:the|les?|la)\s+)?(?:(?:words?|figures?|phrase|terms?|expressions?|mots?|chiffres?|termes?)\s+)?"
_HENCE = r"(?:hereby\s+|there\s+)?"
WORDS_TO_WORDS = re.compile(  # "the period of “two hours” in clause 3 is reduced to “one hour”"
    _QUOTED.format("old")
    + r"(?:[^“”\"«».;]|\.\d){0,80}?\s(?:is|are|shall be|will be|est|sont|sera|seront)\s+(?:hereby\s+)?"
    r"(?:changed|increased|reduced|raised|lowered|amended|extended|port[ée]+s?|ramen[ée]+s?|r[ée]duite?s?|augment[ée]+s?)\s+(?:to|à)\s+"
    + _NOUN
    + _QUOTED.format("new"),
    re.IGNORECASE,
)
WORDS_FOR_WORDS = tuple(  # the new words before the old, or the old before an order to read others
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        _QUOTED.format("new")
        + rf"\s+(?:(?:is|are|shall be|will be)\s+{_HENCE}(?:substituted|inserted)\s+(?:for|in\s+(?:place|lieu)\s+of)|"
        rf"(?:est|sont|sera|seront)\s+substitu[ée]+s?\s+(?:aux?|à)|se\s+substitu(?:e|ent|era|eront)\s+(?:aux?|à))\s+{_NOUN}"
        + _QUOTED.format("old"),
        rf"\b(?:for|in\s+(?:place|lieu)\s+of|instead\s+of|au\s+lieu\s+de|à\s+la\s+place\s+de|aux?)\s*+:?\s*+{_NOUN}"
        + _QUOTED.format("old")
        + rf"\s*+,?\s*+(?:there\s+(?:is|are|shall\s+be)\s+substituted|(?:is|are|est|sont)\s+substitu\w+|substitute|read|insert|"
        rf"(?:il\s+(?:faut|convient\s+de|y\s+a\s+lieu\s+de)\s+)?lire|on\s+lit|lisez)\s*+:?\s*+{_NOUN}"
        + _QUOTED.format("new"),
        rf"\b(?:read|lire|lisez)\s*+:?\s*+{_NOUN}"
        + _QUOTED.format("new")
        + rf"\s*+,?\s*+(?:in\s+(?:place|lieu)\s+of|instead\s+of|and\s+not|rather\s+than|"
        rf"au\s+lieu\s+de|à\s+la\s+place\s+de|et\s+non(?:\s+pas)?)\s*+:?\s*+{_NOUN}" + _QUOTED.format("old"),
    )
)
_PLACED = r"(?:\s+(?:in|of|à|de|du|dans)\s(?:[^“”\"«».;]|\.\d){1,80}?)?"
_SIDE = r"(?:immediately\s+|directly\s+|immédiatement\s+)?(?P<side>after|following|before|apr[èe]s|avant)\s+"
_DONE = rf"{BE}(?:inserted|added|ins[ée]r[ée]+s?|ajout[ée]+s?)"
WORDS_IN = tuple(  # "the words “Y” are inserted after “X”", "inserting “Y” after “X”", "after “X”, the words “Y” are inserted"
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        _QUOTED.format("new") + rf"{_PLACED}\s+{_DONE}{_PLACED}\s+{_SIDE}{_NOUN}" + _QUOTED.format("old"),
        rf"\b(?:insert(?:ing)?|add(?:ing)?|insérer|insérant|ajouter|ajoutant)\s+{_NOUN}"
        + _QUOTED.format("new")
        + rf"{_PLACED}\s+{_SIDE}{_NOUN}"
        + _QUOTED.format("old"),
        rf"\b{_SIDE}{_NOUN}"
        + _QUOTED.format("old")
        + rf"{_PLACED},?\s+{_NOUN}"
        + _QUOTED.format("new")
        + rf"\s+{_DONE}",
        rf"\b{_SIDE}{_NOUN}"
        + _QUOTED.format("old")
        + rf"{_PLACED},?\s+(?:by\s+|en\s+|there\s+)?(?:{_DONE}|insert(?:ing)?|add(?:ing)?|insérer|insérant|ajouter|ajoutant)\s+{_NOUN}"
        + _QUOTED.format("new"),
    )
)
WORDS_IN_TOO = re.compile(  # a further one of a sentence that inserts: "… and “, or not” after “paid”"
    r"\b(?:and|et)\s+" + _NOUN + _QUOTED.format("new") + rf"{_PLACED}\s+{_SIDE}{_NOUN}" + _QUOTED.format("old"),
    re.IGNORECASE,
)
WORDS_OUT = re.compile(  # "the words “X” in clause 9 are deleted"
    r"\b(?:words?|phrase|mots?|termes?)\s+"
    + _QUOTED.format("old")
    + r"(?:\s+(?:in|of|à|de|du)\s(?:[^“”\"«».;]|\.\d){1,80}?)?"
    r"\s+(?:is|are|shall be|est|sont)\s+(?:hereby\s+)?(?:deleted|removed|supprim[ée]+s?)\b"
    r"(?!\s*(?:and|et|,))",
    re.IGNORECASE,
)
PERSON_FOR_PERSON = (
    re.compile(
        r"(?P<new>(?:(?!M[rs]s? |Dr )[A-ZÀ-Þ][\w’'-]{1,60} ){1,3}[A-ZÀ-Þ][\w’'-]{1,60})\s+"
        r"(?:(?:shall|will)\s+)?(?:replaces?|takes?\s+the\s+place\s+of|succeeds?)\s+(?:M[rs]s?\.?\s+|Dr\.?\s+)?"
        r"(?P<old>(?:[A-ZÀ-Þ][\w’'-]+\s){1,3}?[A-ZÀ-Þ][\w’'-]+)(?=\s+(?:as|in)\b)"
    ),
    re.compile(
        r"(?:Madame|Monsieur|Mme|M\.)\s+(?P<old>(?:[A-ZÀ-Þ][\w’'-]+\s){1,3}?[A-ZÀ-Þ][\w’'-]+)\s+est\s+remplacée?\b[^.]{0,120}?\bpar\s+"
        r"(?:Madame|Monsieur|Mme|M\.)\s+(?P<new>(?:[A-ZÀ-Þ][\w’'-]+\s){1,3}?[A-ZÀ-Þ][\w’'-]+)"
    ),
)
