"""Whether a sentence can be understood alone, as it stands on a tour, in a guide or in a quiz, in English or French. Pure.

A sentence that may lean on words which are not shown with it is left out: a contract has others.
"""

from __future__ import annotations

import re

_IT = r"(?:it|they|he|she|elles?|ils?)"
_WHERE_IT_STANDS = (
    r"(?:agreement|contract|annex|appendix|schedule|exhibit|clause|section|article|document|amendment|contrat|"
    r"accord|avenant)"
)
_OF_ITSELF = rf"(?:{_WHERE_IT_STANDS}|paragraph|part|terms|conditions|derni[eè]r)"
"""What a sentence may point at without another one: where it stands itself, or what it has just named ("ce dernier")."""
_POINTING = rf"(?:such|that|tel(?:le)?s?|de tels|de telles|(?:this|these|those|ces|cet(?:te)?|ce)(?! {_WHERE_IT_STANDS})|ce(?:la|ci))"
_LEANS = re.compile(
    rf"(?:{_IT}|{_POINTING}|both|its|their|his|her|sa|ses|leurs?|cel(?:le|ui)(?:s|-ci|-là)?|ceux|lesdite?s|ledit|ladite|"
    r"the (?:latter|former|same|foregoing|above|said)|(?:either|neither|each|none|all|any|some) of (?:them|these|those|which)|"
    r"(?:chacun|aucun)e? d['’](?:eux|elles)|"
    rf"(?:in|for|to|at|by|under|upon|on|with|after|before|during|from) (?:{_POINTING}|either case|any event|doing so)|"
    rf"(?:à|dans|en|pour|sur|par|lors de|après|avant) {_POINTING}|(?:in|de) (?:each|all|tous) (?:such|other|tels) cases?|"
    r"(?:notwithstanding|subject to|without limiting|except for) (?:the )?(?:foregoing|above)|failing (?:which|that|this)|"
    r"however|therefore|accordingly|consequently|hence|thus|none?theless|nevertheless|moreover|furthermore|additionally|likewise|"
    r"similarly|conversely|otherwise|thereafter|thereupon|then|also|instead(?! of)|alternatively|in particular|in addition(?! to)|"
    r"as a result(?! of)|on the other hand|for (?:example|instance)|"
    r"toutefois|cependant|néanmoins|pourtant|(?:en|par) conséquen(?:ce|t)|ainsi|alors|dès lors|donc|de plus(?! d)|en outre|"
    r"par ailleurs|également|de même|de la même (?:manière|façon)|en revanche|au contraire|inversement|sinon|autrement|ensuite|enfin|"
    r"en particulier|notamment|par exemple|en tout (?:état de cause|cas)|en (?:toute|pareille) hypothèse|le cas échéant|faute de quoi|"
    rf"à défaut|(?:if|unless|where|when|once|until|as soon as|si|lorsqu['’]|quand|dès qu['’]|tant qu['’])\s?{_IT}|s['’]ils?)(?![\w’'-])",
    re.IGNORECASE,
)
"""How a sentence begins that leans on the one before it."""
_POINTS = re.compile(
    r"\b(?:this|these|those|cette|cet|ces|ce)\s+(?!that\b|which|whose|with|from|under|dont\b|\w{1,20}(?:ing|ed)\b)(?P<noun>[^\W\d_]{4,})"
    r"|\b(?P<then>then|thereupon|alors)\b(?!-)",
    re.IGNORECASE,
)
_SUCH = re.compile(
    r"\b(?:(?<!as )such(?!\s+(?:as|that|time)\b|(?:\s+[\w-]+){1,4}\s+(?:as|that)\b)|the said|de tel(?:le)?s|"
    r"(?:le|du|la|les|des)dite?s?)\s+(?P<named>[^\W\d_]+(?:\s+[^\W\d_]+){0,2})",
    re.IGNORECASE,
)
_IF = re.compile(r"\b(?:if|in case|where|when|once|unless|si|s['’]ils?|lorsqu|quand|d[eè]s)", re.IGNORECASE)
_TELLS = r"(?:set (?:forth|out)|described|listed|specified|mentioned|referred to|referenced|defined|stated|provided|named|given|shown)"
_ELSEWHERE = re.compile(
    rf"\b{_TELLS} (?:herein)?(?:above|below)\b|(?<=\d )(?:above|below)\b|\bthe (?:foregoing|aforesaid|above)\b|"
    r"\b(?:aforementioned|hereinabove|hereinbelow)\b|\b(?:preceding|previous|foregoing) (?:sentence|paragraph|clause|item)s?\b|"
    r"\b(?:ci-dessus|ci-dessous|ci-avant)\b|\b(?:précité|susvisé|susmentionné|susdit)e?s?\b|"
    r"\bthe following(?: [\w-]+){0,3}\.$|\b(?:les|des|aux) (?:[\w-]+ ){0,2}suivant(?:e|s|es)\.$|"
    r"\b(?:phrase|alinéa|paragraphe)s? précédente?s?\b|\bqui précède(?:nt)?\b",
    re.IGNORECASE,
)
"""Words that point at another place, unless a clause is named right before them ("clause 15 above")."""
_PLACE = re.compile(
    r"\b(?:clauses?|sections?|articles?|paragraph(?:e?s?)|annexe?s?|art\.|§)\s*[\d.()a-z]{1,12}(?:\s(?:and|or|to|et|ou|à)\s[\d.()a-z]{1,12})?\s?$",
    re.IGNORECASE,
)
_TAKEN_UP = re.compile(
    r"^(?:[^\s,;]+\s+){1,4}(?:(?:shall|may|must|will|can)\s+(?:not\s+)?\w+\s+(?:it|them)\b|"
    r"(?:peu(?:ven)?t|doi(?:ven)?t|pourr(?:a|ont)|devr(?:a|ont))\s+(?:(?:les?|la|lui|leur|en|y)\s|l['’])\w+(?:er|ir|re)\b)",
    re.IGNORECASE,
)
"""A pronoun behind a verb that has its subject alone before it: "The client may extend it once"."""
_ITEM_OF_LIST = re.compile(
    r"(?!entre\b|outre\b|contre\b)\w{2,}(?:er|ir|re|oir)\s|\w{3,}(?:[ts]ion|age|ance|ence|ure|(?<=e)ment)s?\s(?!,)",
    re.IGNORECASE,
)
"""How a piece of a list begins in French, where a sentence begins with an article: "Assurer la …", "Violation des …"."""
_DUTY_OF_SOMEBODY = re.compile(
    r"(?:[^\s,;:]+\s+){1,4}(?:shall|must|will|may|doi(?:ven)?t|devr(?:a|ont)|peu(?:ven)?t|s['’]engagent?)\b",
    re.IGNORECASE,
)
_LIMITED = re.compile(
    rf"{_IF.pattern}|\b(?:extent|provided|except|event|not?|never|en cas|sauf|hormis|except\w+|exclu\w+|ne|aucune?|pourvu)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 5  # letters at least by which a noun is known again


def self_contained(said: str, language: str) -> bool:
    """Whether words are a sentence, and speak of nothing that only another one names.

    Args:
        said: the sentence, without the number of its clause.
        language: of its document, "en" or "fr".
    """
    begun = re.sub(r"^[“\"«‘'\s]+", "", said)
    leans = _LEANS.match(begun) or _TAKEN_UP.match(begun) or (language == "fr" and _ITEM_OF_LIST.match(said))
    return not (leans or _is_title(said) or _points_back(said) or _points_at_such(said) or _points_away(said))


def needs_lead(said: str, lead: str) -> bool:
    """Whether a piece of a list may hold only together with the words that announce the list: "may terminate if:".

    A definition holds without them, and so does a duty with its subject, unless the list is one of conditions or exceptions.

    Args:
        said: the piece, without its number.
        lead: the words above the list.
    """
    if not lead.rstrip(" \t\n-–—").endswith((":", ",", ";")) or said.startswith(("“", '"', "«")):
        return False
    return _DUTY_OF_SOMEBODY.match(said) is None or _LIMITED.search(lead) is not None


def _is_title(said: str) -> bool:
    """Whether all words of some length begin with a capital, as those of a heading do."""
    words = _WORD.findall(said)
    return all(word[0].isupper() for word in words) and not all(word.isupper() for word in words[1:-1])


def _points_back(said: str) -> bool:
    """Whether a sentence points at what stands before it: by "this replacement", of which it did not speak, or a "then" without an if.

    What begins with a capital letter is a defined term ("this Quality Plan").
    """
    for found in _POINTS.finditer(said):
        before, noun = said[: found.start()], found["noun"]
        if found["then"] and not _IF.search(before):
            return True
        if noun and noun[0].islower() and not re.match(_OF_ITSELF, noun) and not _spoken_of(noun, before):
            return True
    return False


def _points_at_such(said: str) -> bool:
    """Whether a sentence speaks of "such" a thing before it spoke of one."""
    return any(
        not any(_spoken_of(word, said[: found.start()]) for word in found["named"].split())
        for found in _SUCH.finditer(said)
    )


def _points_away(said: str) -> bool:
    """Whether a sentence points above or below itself without naming a clause there."""
    return any(not _PLACE.search(said[: found.start()]) for found in _ELSEWHERE.finditer(said))


def _spoken_of(noun: str, before: str) -> bool:
    """Whether a noun, or one of its family, stands in the words before."""
    stem = noun[: max(_STEM, len(noun) - 3)]
    return re.search(rf"\b{re.escape(stem)}", before, re.IGNORECASE) is not None
