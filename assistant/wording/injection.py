"""Words that speak to a program and not to the parties: "ignore previous instructions", "répondez que …". Pure.

A contract that holds such words is quoted like any other, and nothing rests on them: a sentence whose quote speaks to a machine is
not borne out by it, whatever the quote goes on to say.
"""

from __future__ import annotations

import re

from ingest.words import fold

_RULES = r"(?:instruction|rule|prompt|direction|guideline|consigne|regle|directive|invite)s?"
_START = r"(?:^|[.:;,!?\"'()\[\]{}<>#*|-]\s*|\n[^\S\n]*|\b(?:and|then|please|must|et|puis|veuillez)\s+)"
_SPEAKING = (
    rf"\b(?:ignore|disregard|forget|override|bypass|do not follow|overlook)\w*\b[^.\n]{{0,40}}\b{_RULES}\b",
    rf"\b(?:ignore[rz]?|oublie[rsz]?|ne ten(?:ez|ir|ons) pas compte|contourne[rz]?|faites abstraction|abandonne[rz]?)"
    rf"\b[^.\n]{{0,40}}\b{_RULES}\b",
    rf"{_START}(?:say|answer|reply|respond|output|print|repeat|pretend|state)"
    r"\s+(?:that|only|exactly|:|\d|this|zero|the word)",
    rf"{_START}(?:write|include|insert|append|add)\s+(?:that|only|exactly|this|not in|the (?:script|picture|image|link)|in your)",
    rf"{_START}(?:reponds|repondez|dis|dites|affirme[sz]?|ecris|ecrivez|repete[sz]? (?:que|ce)|"
    rf"recopie[sz]?|reproduise[sz]?|citez|ajoutez ce)\b",
    r"\b(?:note|message|instruction|attention|notice|addressed|prioritaire)s?\b[^.\n]{0,20}\b(?:to|for|a|au|aux|de)\s+"
    r"(?:the\s+|any\s+|l'|la\s+|le\s+)?"
    r"(?:ai\b|ia\b|assistant|language model|llm|chatbot|bot\b|modele)",
    r"\b(?:ai|llm|automated|machine) (?:reviewer|reader|assistant|agent|system)s?\s*[:,]",
    r"\b(?:assistant|model|chatbot|ai|ia) (?:must|shall|should|doit|devra) (?:write|say|answer|reply|respond|ecrire|dire|repondre)\b",
    r"\b(?:you are|act as|pretend|tu es|vous etes|agis(?:sez)? comme)\b"
    r"[^.\n]{0,30}\b(?:assistant|dan\b|ai\b|ia\b|model|modele|enemy|free|libere)",
    r"(?:^|\n|[.!?]\s)(?:system|assistant|user|systeme|utilisateur)\s*:\s",
    r"<\|[a-z_]+\|>|\[/?inst\]|##\s*(?:instruction|system|regle|rule)|[<‹]/?(?:quotes|system|prompt|instructions)[>›]|"
    r"\bnew rules?\s*:|\bnouvelles? regles?\s*:|\bend of (?:the )?(?:data|quotes|context)\b|\bfin des donnees\b|"
    r"\brules\s*:\s*-|\bregles\s*:\s*-|"
    r"\bwith mark \[|\bcall the tool\b|\bwhen asked about\b|\bsi l'on vous interroge\b",
)
_SPEAKS = re.compile("|".join(_SPEAKING))
_STRANGE = re.compile(  # beyond Latin letters, common marks and currency signs
    r"[\u0370-\u1dff\u200b-\u200f\u202a-\u202e\u2060-\u2069\u2c60-\ud7ff\uf900-\uffff\U00010000-\U0010ffff]"
)
_MARKUP = re.compile(r"https?:\S+|www\.\S+|<[a-zA-Z/!?]|\]\(|!\[|\$\{|\{\{|[{}`\\]")
_LOOK_ALIKE = str.maketrans("аеіјорсухѕАВЕКМНОРСТХ", "aeijopcyxsabekmhopctx")


def speaks_to_machine(text: str) -> bool:
    """Whether a text speaks to a program that reads it, in English or French.

    Letters of other scripts that look like ours, and letters of full width, are read as ours.
    """
    return _SPEAKS.search(fold(text.translate(_LOOK_ALIKE))) is not None


def adds_marks(sentence: str, source: str) -> bool:
    """Whether a sentence has what is no word of a contract and not in its source either: an address, a tag, a look-alike letter.

    Args:
        sentence: as a model wrote it.
        source: the words that it rests on.
    """
    return any(found not in source for found in (*_STRANGE.findall(sentence), *_MARKUP.findall(sentence)))
