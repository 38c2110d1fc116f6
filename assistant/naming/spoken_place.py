"""Places in a contract as they are spoken, turned to how they are printed: "the seventh clause" is "clause 7". Pure; English and French.

Only what is said of clauses, articles, sections, chapters, recitals and annexes is turned: "the second paragraph" counts paragraphs, which
bear no number, and "the third amendment" is a document.
"""

from __future__ import annotations

import re

from ingest.words import fold

_ENGLISH = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
    "seventeenth eighteenth nineteenth twentieth"
).split()
_FRENCH = (
    "premiere deuxieme troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme onzieme douzieme treizieme quatorzieme "
    "quinzieme seizieme dix-septieme dix-huitieme dix-neuvieme vingtieme"
).split()
_VALUES = {word: n for words in (_ENGLISH, _FRENCH) for n, word in enumerate(words, 1)} | {"premier": 1, "seconde": 2}
ORDINAL = (
    r"\d{1,3}\s?(?:st|nd|rd|th|er|[eè]re|i?[eè]me|nde|e)|"
    rf"{'|'.join(word.replace('iere', 'i[eè]re').replace('ieme', 'i[eè]me') for word in sorted(_VALUES, key=len, reverse=True))}"
)
_COUNTED = r"clause|article|section|chapter|chapitre|recital|consid[ée]rant|annexe?|appendix|appendice|schedule|exhibit|attachment"
_CLAUSE = r"clause|cl\.|article|art\.|section|sect\.|sec\.|paragraphe?|para\.|point|§"
_THE = r"(?:\b(?:the|our|its|le|la|les|notre)\s+|\bl['’])?"
ENDS = r"\s*(?:$|[,;:.?!)]|(?:of|de|du|des|says?|dit|in|dans|para|paragraphe?|article|clause|section)\b)"  # no "days" that it would count
_OF_PLACE = rf"(?:of|de|du|des)\s+(?:the\s+|la\s+|l['’])?(?:{_CLAUSE}|\d)"  # "the first clause of 4.2" is none of the document's
_ORDINAL_PLACE = re.compile(
    rf"{_THE}\b(?P<ordinal>{ORDINAL})\s+(?P<word>{_COUNTED})\b(?={ENDS})(?!\s*{_OF_PLACE})", re.I
)
_NUMBER_SAID = re.compile(
    rf"\b(?P<word>(?:{_COUNTED}|paragraphe?|point)s?)\s+(?:number|num[ée]ro|num\.)\s+(?=\d|[IVX]+\b)", re.I
)
_BETWEEN = re.compile(
    r"\b(?P<word>clauses|articles|sections|paragraphe?s|annexe?s|schedules|exhibits)\s+(?:between|from|entre|de)\s+"
    r"(?P<first>\d{1,3}(?:\.\d{1,3}){0,5})\s+(?:and|to|et|à)\s+(?P<last>\d{1,3}(?:\.\d{1,3}){0,5})(?![\d%])",
    re.I,
)
_ITEM = (
    r"(?:sub-?clause|sub-?paragraph|sub-?section|paragraphe?|para\.?|point|item|lettre|letter|litt?\.?|alin[ée]a)\s+"
)
_BRACKETED = r"\((?:[a-z]{1,2}|[ivx]{1,5}|\d{1,2})\)|(?<![\w(])(?:[a-z]|[ivx]{2,5})\)"
_OF = r"(?:of|to|in|de la|de l['’]|de|du)\s*(?:the\s+)?"
_PLAIN = r"\d{1,3}(?:\.\d{1,3}){0,5}(?:\([a-z0-9]{1,4}\)){0,4}(?![\d%]|\.\d)"
_ITEM_OF = re.compile(
    rf"(?:\b{_ITEM})?(?P<item>{_BRACKETED})\s+{_OF}(?P<number>(?:{_CLAUSE})\s*{_PLAIN})|"
    rf"\b{_ITEM}(?P<said>{_BRACKETED}|[a-z]|[ivx]{{2,5}})\s+{_OF}(?P<key>(?:{_CLAUSE})\s*)?(?P<plain>{_PLAIN})",
    re.I,
)

_BARE = (
    r"(?P<bare>(?:\d{1,3}(?:\.\d{1,3}){0,5}|(?-i:[A-Z])\.?\d{1,2}(?:\.\d{1,3}){0,4})(?:\([a-z0-9]{1,4}\)){0,4})"
    r"(?![\w%€$£]|\.\d|\s?[%€$£])"
)
_ASKED = re.compile(  # "what does 9.2 say?": whatever has a number and says something is a clause
    rf"(?P<head>\bwhat\s+(?:does|do|did)\s+){_BARE}(?=\s+(?:say|state|provide|read)\b)|"
    rf"(?P<tete>\bque\s+(?:dit|disait|dis|pr[ée]voit|pr[ée]voyait|stipule|indique)\s+)(?:le\s+)?{_BARE.replace('bare', 'nu')}"
    r"(?=\s*(?:$|[?!.,;:]|(?:du|de|dans|exactement)\b))|"
    rf"(?P<shown>^\W*(?:show|read|quote|cite|montrez?|affichez?|lisez|lis|citez)(?:[\s-]+(?:me|us|moi|nous))?\s+)(?:le\s+)?"
    rf"{_BARE.replace('bare', 'last')}(?=\W*$)",
    re.I,
)


def as_printed(text: str) -> str:
    """The text with the places that it speaks of as they are printed.

    "The 7th clause" becomes "clause 7", "septième article" "article 7", "2nd schedule" "schedule 2", "(b) of clause 4.2" "clause 4.2(b)",
    "clause number 4" "clause 4", "clauses between 4 and 6" "clauses 4 to 6", and "what does 9.2 say" "what does clause 9.2 say".
    """
    text = _ORDINAL_PLACE.sub(lambda match: f"{match['word']} {ordinal_value(match['ordinal'])}", text)
    text = _NUMBER_SAID.sub(r"\g<word> ", text)
    text = _BETWEEN.sub(r"\g<word> \g<first> to \g<last>", text)
    text = _ITEM_OF.sub(_with_item, text)
    return _ASKED.sub(_with_word, text)


def _with_word(match: re.Match[str]) -> str:
    head = match["head"] or match["tete"] or match["shown"]
    return f"{head}clause {match['bare'] or match['nu'] or match['last']}"


def ordinal_value(ordinal: str) -> int:
    """The number of an ordinal that `ORDINAL` matches: 2 of "second", "2nd" and "deuxième"."""
    digits = re.match(r"\d+", ordinal)
    return int(digits.group()) if digits else _VALUES[fold(ordinal)]


def _with_item(match: re.Match[str]) -> str:
    if match["item"]:
        return f"{match['number']}({match['item'].strip('()')})"
    if not match["key"] and "." not in match["plain"]:  # "item b of 3": of three what?
        return match.group()
    return f"{match['key'] or 'clause '}{match['plain']}({match['said'].strip('()')})"
