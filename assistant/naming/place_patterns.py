"""The words and signs by which `assistant.naming.mention` knows a clause, an annex, a recital or a division in what is typed. Pure.

They are written for hostile texts: what repeats can be read in one way alone, or is bounded.
"""

from __future__ import annotations

import re

from assistant.naming.spoken_place import ENDS as PLACE_ENDS
from ingest.inserted import SUFFIX as INSERTED
from ingest.inserted import SUFFIX_SAID

SINGULAR = r"clause|cl\.?|article|art\.?|section|sect\.?|sec\.?|s\.|sub-?sections?|sub-?clauses?|paragraphe?|para\.?|par\.|point|item|§"
PLURAL = r"clauses|cls\.|articles|arts\.?|sections|sects\.?|secs\.?|ss\.|paragraphe?s|paras\.?|points|items|§§"
SIGN = r"n\s?[°º]|no\.|№|\#"  # of anything; taken for a clause's where the number has parts, or stands alone
BRACKETED = r"\((?:[a-z]{1,2}|[ivx]{1,5}|\d{1,2})\)"
ITEM_WORD = r"sub-?para(?:graph)?|sub-?clause|sub|litt?|let(?:tre)?|point|item"
ITEM = (
    rf"\s?{BRACKETED}|,?\s?(?:[a-z]|[ivx]{{2,5}})\)|\.(?:[a-z]|[ivx]{{2,5}})\b|"
    rf",?\s?(?:{ITEM_WORD})\.?\s?(?:\([a-z]\)|[a-z](?:\)|\b))"
)
LEVELS = r"\d{1,3}(?:\.\d{1,3})"
HYPHENED = rf"\d{{1,3}}(?:-\d{{1,3}})+(?:{ITEM})*(?![\d%-])"
"""“Article 5-2”, of laws and of contracts written like them."""
OF_CODE = r"(?![LRDA]\.?\s?\*?\d+-\d)"  # "article L. 441-10" is a law's
ROMAN = r"[IVXLC]+(?:\.\d{1,3}){1,4}\b(?![.,]?\d)|[IVXLC]+\b(?!\.?\s?\d)"
NUMBER = rf"(?:\d{{1,3}}{SUFFIX_SAID}?(?:\.\d{{1,3}}{SUFFIX_SAID}?)*(?:{ITEM})*(?![\d%])|{ROMAN}|[A-Z]\.?\d{{1,2}}(?:\.\d{{1,3}})*\b)"
PARTED = rf"{LEVELS}+(?:{ITEM})*(?![\d%€$£]|\s?[%€$£])"
JOINT = (  # its spaces can be read in one way alone
    r"\s*+(?:(?:,\s*+)?(?P<joint>and|&|et|or|ou|to|through|thru|à|au|vs\.?|versus|[-–—+/])|[,;])\s*+"
)

ANNEX_WORD = r"annexe?s?|ann\.|appendi(?:x|ces?)|app\.|schedules?|scheds?\.?|sch\.?|exhibits?|exh\.|attachments?"
AGREEMENTS = rf"contract|agreement|contrat|accord|terms|conditions|sla|dpa|{ANNEX_WORD}"
# a small letter that is a word of its own is no number: "schedule a call", "l'annexe y renvoie", "annexe d'exploitation"
ANNEX_VALUE = (
    rf"\d{{1,2}}{INSERTED}|"
    r"\d{1,2}-?(?-i:[A-Z])\b|\d{1,3}(?:[.-]\d{1,3})*|[IVX]+\b|(?!(?-i:[ay])\b)[A-Z](?:[-.]?\d{1,2}+)*\b(?!['’])"
)
ANNEX = re.compile(
    rf"\b(?P<word>{ANNEX_WORD})(?!\w)\s*(?:n\s*[°ºo]\.?\s*|no\.\s*)?(?:(?P<value>{ANNEX_VALUE})|(?P<written>[a-zà-ÿ]{{2,}}))",
    re.I,
)
AFTER_ANNEX = re.compile(
    rf"\s*+(?:[,;:–-]\s*+)?(?:(?P<number>{PARTED}|\d{{1,3}}(?:{ITEM})+)|par\.?\s*(?P<paragraph>\d{{1,3}}(?:\.\d{{1,3}})*(?:{ITEM})*))",
    re.I,
)
FURTHER_ANNEX = re.compile(rf"{JOINT}(?P<value>{ANNEX_VALUE})", re.I)
STOPS = (
    r"(?=\s*(?:$|[;:?!)]|[.,](?!\d)|(?:of|de|du|des|says?|dit|disent)\b))"  # no "days" that the last number would count
)
ANNEX_TOO = re.compile(
    rf"\s*(?P<joint>and|et|&|or|ou|to|through|à|[-–—/])\s*(?P<value>(?-i:[A-Z]|[IVX]+)|\d{{1,2}}){STOPS}", re.I
)
ONE_RECITAL = re.compile(
    r"\b(?:recitals?|whereas|consid[ée]rants?|attendus?)\s+(?:n\s*[°º]\s*)?(?P<value>\((?:[a-z]|\d{1,2})\)|(?-i:[A-Z])\b(?!['’])|\d{1,2}\b(?!\.\d|[%\d]))",
    re.I,
)
FURTHER_RECITAL = re.compile(rf"{JOINT}(?P<value>\((?:[a-z]|\d{{1,2}})\)|(?-i:[A-Z])\b|\d{{1,2}}\b)", re.I)
ALL_RECITALS = re.compile(
    r"(?:\b(?:the|les?)\s+)?\b(?:recitals?|whereas(?: clauses)?|preambles?|pr[ée]ambule|consid[ée]rants?|attendus|"
    r"expos[ée] pr[ée]alable)\b",
    re.I,
)
LAST_CLAUSE = re.compile(
    rf"(?:\b(?:the|la|le)\s+)?(?:very\s+)?\b(?:(?:last|final|derni(?:er|[eè]re))\s+(?:clause|article|section)|(?:clause|article)\s+finale?)\b(?={PLACE_ENDS})",
    re.I,
)
KEYED = re.compile(
    rf"(?:(?<![\w.])(?:(?P<plural>{PLURAL})|(?P<singular>{SINGULAR})))\s*(?:(?:{SIGN}|n\s*o)\s*)?"
    rf"(?:{OF_CODE}(?P<number>{HYPHENED}|{NUMBER})(?:\s?(?:er|[eè]re)\b)?|(?P<written>[a-zà-ÿ]{{2,}}))",
    re.I,
)
FURTHER = re.compile(rf"{JOINT}(?:(?:{SINGULAR})\s*)?(?P<number>{NUMBER})", re.I)
FURTHER_PARTED = re.compile(rf"{JOINT}(?P<number>{HYPHENED}|{PARTED})", re.I)
FURTHER_HYPHENED = re.compile(rf"{JOINT}(?:(?:{SINGULAR})\s*)?(?P<number>{HYPHENED})", re.I)
FURTHER_ITEM = re.compile(rf"{JOINT}(?P<item>{BRACKETED}|[a-z]\))", re.I)
DIVISIONS = {"chapter": r"chapters?|chapitres?|chaps?\.?|ch\.", "title": r"title|titre", "part": r"part|partie"}
DIVISION = re.compile(
    rf"(?<![\w.])(?:{'|'.join(f'(?P<{kind}>{words})' for kind, words in DIVISIONS.items())})\s*(?:n\s*[°º]\s*)?"
    r"(?P<value>\d{1,2}\b(?![.,]\d|\s?[%€$£])|(?-i:[IVXL]+|[A-Z])\b(?!['’.&]))",
    re.I,
)
ALINEA = re.compile(
    r"(?:,|(?<!\s))\s*+\b(?:al\.|alin[ée]as?)\s*\d{1,2}\b|\b\d{1,2}\s?(?:er|[eè](?:me)?)\s+alin[ée]a\b", re.I
)
LAW_ASKED = re.compile(  # laws as readers name them; with a capital letter, those that contracts name (`ingest.references`)
    r"[\s,]*(?:(?:of|under|in|du|de la|de l['’]|des)\s*)?(?:(?:the|le|la)\s+)?(?:eu\s+|uk\s+)?"
    r"(?:gdpr|rgpd|hipaa|ccpa|erisa|dora|code (?:civil|p[ée]nal|de commerce|du travail|de la consommation|mon[ée]taire|de proc[ée]dure))\b",
    re.I,
)
UNKEYED = re.compile(
    rf"(?:{SIGN})\s*(?P<signed>{PARTED})|(?<![\d.,$€£])(?:(?P<bare>{LEVELS}{{2,}}(?:{ITEM})*|{LEVELS}+(?:\s?{BRACKETED})+)(?![\d%])|"
    rf"(?P<held>\d{{1,2}}\.\d{{1,2}}(?:{ITEM})*)(?=\s+(?:of|du|de)\b[^.?!]{{0,40}}(?:\b(?:{AGREEMENTS})(?!\w)|\x00)))",
    re.I,
)
LONE = re.compile(
    rf"^\W*(?:(?:{SIGN})\s*)?(?P<number>{LEVELS}+[a-z]\b|\d{{1,3}}{INSERTED}(?:\.\d{{1,3}}{INSERTED}?)*|\d{{1,3}}(?:\.\d{{1,3}})*(?:{ITEM})*)(?P<rest>.*)$",
    re.I,
)
SLASHED = frozenset("/+")  # "24/7" is no list of clauses
SPOKEN_LETTER = re.compile(
    rf"\(([a-z0-9]{{1,4}})\)|(?<![a-z])([a-z]|[ivx]{{2,5}})\)|\.([a-z]|[ivx]{{2,5}})\b|(?:{ITEM_WORD})\.?\s?([a-z])\b",
    re.I,
)
TO = frozenset(("to", "through", "thru", "à", "au", "-", "–", "—"))
FIRST = re.compile(r"premi(?:er|ere)\b|first\b")
ENDS = re.compile(PLACE_ENDS)
LINKS = re.compile(
    r"\b(?:of|the|de|du|des|la|le|les|l|in|dans|at|a|au|aux|and|et|or|ou|to|n|no|vs|versus|ff|seq|suiv|suivants?|following|agreement|contract|contrat|accord)\b|['’°º\W_]"
)


STOP = re.compile(STOPS, re.I)
