"""The words with which amendments say when they take effect and when they were made, in English and French."""

from __future__ import annotations

import re

_ONE = (
    r"(?:amendment|avenant|deed|variation|side\s+letter|letter\s+agreement|supplemental\s+agreement|"
    r"(?:change|variation)\s+(?:order|notice|agreement)|acte\s+modificatif|lettre[\s-]avenant|ordre\s+de\s+(?:modification|changement))"
)
_OWN_NAME = (
    rf"(?:this|the|le|la|présente?|l.)\s*(?:[\w.]{{1,60}}\s){{0,3}}?{_ONE}\b(?:\s+(?:no\.?|number|n\s?[°ºo]\.?|numéro)\s?\w{{1,4}}\b)?|"
    r"\bil\b|(?:^|\. )it\b|\bamendment effective date\b|"
    r"\b(?:the|these)\s+(?:(?:following|above|foregoing|present)\s+)?(?:variations|amendments|changes|modifications)|"
    r"\b(?:les|ces)\s+(?:(?:présentes|dites)\s+)?modifications"
)
EFFECT = re.compile(
    r"(?:with effect (?:from|on|as (?:of|from))(?: and (?:from|including))?|effective(?: as of| on| from)?|takes? effect (?:on|from)|"
    r"as (?:of|from)|from|à compter du|prend effet (?:le|au)|"
    r"à partir du|avec effet au|entre en vigueur le|becomes? effective (?:on|as of))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_BEGINS = r"(?:takes? effect|prend effet|prennent effet|entrent? en vigueur|(?:(?:is|are|shall be|becomes?|will be) )?effective)"
_ON = r"(?: (?:as of|as from|on|from|le|au|à compter du|à la date du|à partir du))?\s(?:the\s)?$"
_SIGNED = r"(?:signed|executed|made|dated|entered\s+into|sign[ée]e?|faite?|conclue?|établie?|datée?)"
DOCUMENT_EFFECT = re.compile(
    rf"(?:{_OWN_NAME})(?:[^.;]{{0,120}}?\b{_BEGINS}|"
    # past the names of the parties: "is made … between Corwin, Inc. and Marlow and takes effect"
    rf"[^;]{{0,400}}?\b(?:is effective|shall be effective|takes? effect|prend effet|entre en vigueur)){_ON}|"
    # "Signed on 3 June 2025, with effect from", "Date d'effet :"
    rf"^{_SIGNED}\b[^;:]{{1,200}}?[\s,](?:and\s+|et\s+)?(?:with\s+effect|effective|avec\s+effet|à\s+effet){_ON}|"
    r"^(?:effective\s+date|date\s+of\s+effect|date\s+d.(?:effet|entrée\s+en\s+vigueur|prise\s+d.effet))\s*:\s*(?:le\s)?$",
    re.IGNORECASE,
)
LEADS = re.compile(rf"^(?:with\s+effect|effective|avec\s+effet|à\s+effet){_ON}", re.IGNORECASE)  # of what stands alone
UNLESS = re.compile(r"\W*(?:$|(?:unless|save|except|sauf|à\s+moins|et\s+sauf|and\s+unless)\b)", re.IGNORECASE)
WHOLE = re.compile(  # what is changed from a day on is the agreement, by all that follows
    r"\b(?:is|are|shall be|est|sont|sera)\s+(?:hereby\s+)?(?:amended|varied|modified|modifiée?s?)\s+"
    r"(?:as\s+(?:set\s+out|follows|provided)|in\s+accordance|comme\s+(?:suit|il\s+est\s+dit)|ainsi\s+qu|dans\s+les\s+conditions)",
    re.IGNORECASE,
)
DOCUMENT_MADE = re.compile(
    rf"(?:{_OWN_NAME})[^;]{{0,400}}?\b(?:made|entered into|executed|signed|conclu|signé)\b[^;.]{{0,40}}$|"
    # dated itself, not the agreement that it amends
    rf"(?:{_OWN_NAME})(?:(?!\bagreement\b|\bcontrat\b|\bcontract\b)[^;]){{0,200}}?\bdated\b[^;.]{{0,40}}$|"
    r"^(?:dated|made|signed|executed)\s+(?:(?:as\s+of|on|this)\s+)?(?:the\s+)?$|"
    r"^fait (?:à|en) [^;]{0,80}\ble $|^(?:signé|conclu|daté|établi)e?\s+(?:le|du)\s$",
    re.IGNORECASE,
)
