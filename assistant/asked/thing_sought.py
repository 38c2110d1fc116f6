"""The thing of which a question asks whether the contract has it: "is there an escrow?", "faut-il une garantie bancaire ?". Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

_HAS = r"(?:provide for|provide|have|contain|include|require|foresee|mention)"
_NOTHING = r"(?!(?:any|some|every|no)(?:thing|one|body|where)\b|ways?\b|more\b|other\b|another\b|cases?\b|it\b|the\b|this\b|that\b|there\b)"
_TO_THE_END = r"(?=\s(?:in|for|of|on|with|if|when|to|under|between|that|which|from|by|about|here)\b|\s?\?|$)"
_EXISTS = re.compile(  # English names the thing last ("a source code escrow"), French first ("un séquestre du code source")
    rf"^\W*(?:(?:is|are) there|do(?:es)? (?:the |this )?(?:contract|agreement|it) {_HAS}) (?:(?:an?|any|some)\s)?{_NOTHING}"
    rf"(?P<thing>[^,;?]{{3,60}}?){_TO_THE_END}|"
    rf"^\W*is (?:an?\s)?{_NOTHING}(?P<given>[^,;?]{{3,60}}?) (?:provided|foreseen|included|agreed|required)\s?(?:\?|$)|"
    r"\b(?:y a[- ]t[- ]il|est[- ]ce qu.il y a|existe[- ]t[- ]il|est[- ]il prévu|faut[- ]il|(?:prévoit|comporte|contient)(?:[- ]il)?)"
    r"\s(?:une?|des|de l['’]|du)\s?(?P<chose>[^\W\d_][^,;?.]{2,60}?)(?=\s(?:dans|si|quand|en cas|entre|qui|que|pour que)\b|\s?[?.,;]|$)",
    re.IGNORECASE,
)
_RULE = re.compile(  # nouns that a contract says in verbs: a cap as "shall not exceed", a right as "may"
    r"\b(?:caps?|limits?|limitations?|ceilings?|maxim(?:um|a)|minim(?:um|a)|rights?|dut(?:y|ies)|obligations?|clauses?|commitments?|provisions?|"
    r"periods?|terms?|bans?|rules?|polic(?:y|ies)|process(?:es)?|procedures?|droits?|devoirs?|engagements?|plafonds?|limites?|périodes?|"
    r"durées?|interdictions?|règles?|politiques?|procédures?|possibilités?|de|du|des|la|les?)(?=\s|$)|\b[dl]['’]",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_][\w-]*")


@dataclass(frozen=True, slots=True)
class Thing:
    """What is asked for.

    Attributes:
        words: as they were said.
        matter: the words without such as name a rule and no thing: "audit" of "an audit right", "penalty" of "a penalty cap".
        noun: the one of them that names it.
    """

    words: str
    matter: str
    noun: str


def thing_sought(text: str) -> Thing | None:
    """The thing of which a question asks whether there is one; None where nothing of the kind is asked, or a mere rule ("a cap").

    Args:
        text: the question, in English or French.
    """
    found = _EXISTS.search(text)
    if found is None:
        return None
    words = " ".join((found["chose"] or found["thing"] or found["given"] or "").split())
    matter = " ".join(_RULE.sub(" ", words).split())
    told: list[str] = _WORD.findall(matter)
    return Thing(words, matter, told[0] if found["chose"] else told[-1]) if told else None
