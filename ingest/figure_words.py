"""The words with which amendments put a figure or a day in the place of another, in English and French."""

from __future__ import annotations

import re

from ingest.days import MONTH_OF

_MONTH = "(?:" + "|".join(sorted(MONTH_OF, key=len, reverse=True)) + r")\b\.?"
_DAY = rf"(?:\d{{1,2}}\s?(?:er|st|nd|rd|th)?\s+{_MONTH}\s*,?\s*(?:19|20)\d\d\b|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\s*,?\s*(?:19|20)\d\d\b)"
_TIME = r"(?:hours?|heures?|days?|jours?|weeks?|semaines?|months?|mois|years?|ans?|minutes?|h(?:\s?\d\d)?\b|min\b)"
_WORD = (
    r"(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty|thirty|forty|sixty|ninety|"
    r"une?|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|quinze|dix-huit|vingt|trente|quarante|soixante|quatre-vingt-dix)"
    r"(?:-(?:one|two|three|four|five|six|seven|eight|nine|cinq))?)"
)
_AMOUNT = (
    r"(?:(?:(?!(?:clauses?|articles?|sections?|paragraphe?s?|annexe?|schedule|exhibit|appendix)\b)[^\W\d]+\s)?"
    r"(?:\(?[£€$]?\s?\d[\d.,  ]{0,30}\)?)\s?"
    rf"(?:%|€|\$|£|per cent|euros?|{_TIME}|(?:h|min|mn|j)\b)?|\b{_WORD}\s{_TIME}\b[’']?)"
)
_OLD, _NEW, _OLD_TOO, _NEW_TOO = (rf"(?P<{name}>{_AMOUNT})" for name in ("old", "new", "old2", "new2"))
_CHANGED = (
    r"(?:changed|increased|reduced|raised|lowered|amended|extended|decreased|postponed|moved|brought forward|"
    r"port[ée]+s?|ramen[ée]+s?|fix[ée]+s?|r[ée]duite?s?|augment[ée]+s?)"
)
_MOVED = rf"(?:{_CHANGED}|modifi[ée]+s?|report[ée]+s?|prolong[ée]+s?|avanc[ée]+s?)"
MOVED_FROM = re.compile(  # what comes is the day that is given up, not the one from which something holds
    rf"\b{_MOVED}\s+(?:from|de|du)\s+(?:the\s+)?$", re.IGNORECASE
)
FROM_TO = re.compile(
    rf"\b(?:{_CHANGED}\s+)?from\s+{_OLD}\s+to\s+{_NEW}(?!\d|\s?(?:st|nd|rd|th)?\s*{_MONTH})"
    r"|\b(?:port[ée]+s?|ramen[ée]+s?|pass(?:e|ent|[ée]+s?)|r[ée]duite?s?|augment[ée]+s?|fix[ée]+s?)"
    rf"\s+de\s+{_OLD_TOO}\s+à\s+{_NEW_TOO}",
    re.IGNORECASE,
)
DAY_TO_DAY = re.compile(
    rf"\b{_MOVED}\s+(?:from|du)\s+(?:the\s+)?(?P<old>{_DAY})\s+(?:to|au)\s+(?:the\s+)?(?P<new>{_DAY})", re.IGNORECASE
)
_IS = r"(?:is|are|shall be|est|sont|sera|seront)\s+(?:hereby\s+)?"
_NAMED = r"(?:(?:an?|the|that|une?|celui|celle|ceux|l[ae])\s+(?:[^\W\d]{1,20}\s+){0,2}?(?:of\s+|de\s+|du\s+|d['’]))?"
_BY = rf"(?:replaced|substituted|remplac[ée]+s?)\s+(?:by|with|par)\s+{_NAMED}"
_WITHIN = r"(?:[^.;\d]|\d+(?:\.\d+)+|(?<=article )\d+|(?<=clause )\d+|(?<=section )\d+){0,80}?"
_END = r"(?=\s*[.;,)]|\s*$|\s+(?:with|from|as|in|for|and|but|on|à|en|pour|et|dès|mais|au)\b)"
_PER = r"(?:\s+(?:par|per|an?|each)\s+(?:an|année|mois|jour|year|month|week|day|annum)\b)?(?:\s+(?:hors taxes|HT|TTC|plus VAT))?"
FIGURE_TO = re.compile(  # "the notice of 30 days in clause 6.1 is increased to 60 days", "60 days instead of 30 days"
    rf"\b(?:of|de|d.)\s+{_OLD}(?=[\s,]){_WITHIN}\s{_IS}(?:{_CHANGED}\s+(?:to|à)\s+{_NEW}|{_BY}(?P<by>{_AMOUNT}){_END})"
    rf"|\b{_NEW_TOO}{_PER}\s+(?:instead of|in place of|rather than|au lieu des?)\s+(?:the\s+)?{_OLD_TOO}",
    re.IGNORECASE,
)
DAY_BY_DAY = re.compile(
    rf"\b(?:of|du|de)\s+(?P<old>{_DAY})(?=[\s,]){_WITHIN}\s{_IS}(?:{_MOVED}\s+(?:to|au)\s+|{_BY})(?P<new>{_DAY})",
    re.IGNORECASE,
)
