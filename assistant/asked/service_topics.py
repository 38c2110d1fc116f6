"""What availability is promised, and how often backups are made and how long they are kept: topics of a service. Pure; English and French.

As those of `assistant.asked.remedy_topics`, they are told by the words that occur together in a question.
"""

from __future__ import annotations

import re

from assistant.asked.topic import Topic

_NOT_THE_PROMISE = (  # what follows from it, how it is taken, or another service level
    r"(?:credits?|penalt\w*|avoirs?|penalites?|if|when|si|quand|calcul\w*|comput\w*|measur\w*|mesur\w*|exclu\w*|count\w*|compt\w*|who|qui|"
    r"report\w*|rapports?|respon\w*|repon\w*|resol\w*|incidents?|support|tickets?|staff|fail\w*|drop\w*|below|"
    r"sous|miss\w*|last|\d+(?:[.,]\d+)? ?%)"
)
AVAILABILITY = Topic(
    "availability",
    re.compile(
        rf"(?!.*(?<!\w){_NOT_THE_PROMISE}(?!\w))(?:(?:at )?(?:what|which|how much|quel(?:le)?s?) (?:[\w' ]{{0,30}}? )?"
        r"(?:uptime|availability|disponibilite|sla)\b.*|(?:guaranteed |promised |target )?(?:uptime|availability)(?: [\w' ]{1,40})?|"
        r"(?:taux de )?disponibilite (?:garantie|promise|mensuelle)(?: [\w' ]{1,40})?)"
    ),
    re.compile(
        r"\b(?:uptime|availab\w+|disponibilite|accessible)\b"
        r"(?:[^.;]|\.(?=\d)){0,160}?\b(?:9\d|100)(?:[.,]\d{1,4})? ?(?:%|percent\b|pour cent\b)|"
        r"\b(?:9\d|100)(?:[.,]\d{1,4})? ?(?:%|percent\b|pour cent\b)(?:[^.;]|\.(?=\d)){0,120}?\b(?:uptime|availab\w+|disponib\w+|"
        r"of the time|du temps)\b"
    ),
    partly=re.compile(  # before the first percentage: it is one of a scale, or of a case
        r"^[^%]{0,300}?\b(?:credits?|avoirs?|penalit\w+|penalt\w+|less than|below|under|inferieure?s? a|between|entre|if|si|"
        r"for example|par exemple)\b"
    ),
)
_BACKUP = (
    r"(?:back-?ups?|back(?:ed|s)? (?:\w+ ){0,2}?up|sauvegard\w+|cop(?:y|ies) of (?:our|the|all) (?:\w+ )?(?:files|data)|"
    r"copies? de (?:nos|des) (?:fichiers|donnees))"
)
_SPAN = r"(?:minutes?|hours?|days?|weeks?|months?|years?|heures?|h|jours?|semaines?|mois|ans?)"
_EVERY = (
    rf"(?:hourly|daily|nightly|weekly|monthly|every|each|per {_SPAN}|quotidien\w*|hebdomadaire\w*|mensuel\w*|journalier\w*|"
    rf"to(?:us|utes) les|chaque|par {_SPAN})"
)
_FOR = rf"(?:\d+\)? ?{_SPAN}|(?:one|two|three|six|twelve|un|une|deux|trois|six|douze) {_SPAN})"
_OTHERWISE = (
    r"(?!.*\b(?:who|qui|if|si|restor\w*|restaur\w*|recover\w*|recuper\w*|lost|perd\w*|costs?|cout\w*|where|ou)\b)"
)
BACKUP_RHYTHM = Topic(
    "backup rhythm",
    re.compile(
        rf"{_OTHERWISE}(?=.*(?:\bhow (?:often|frequently)\b|\btous les combien\b|\bcombien de fois\b|\bfrequen\w+))(?=.*\b{_BACKUP}\b).+"
    ),
    re.compile(rf"\b{_BACKUP}(?!\w)[^.;]{{0,160}}?\b{_EVERY}\b|\b{_EVERY}\b[^.;]{{0,160}}?\b{_BACKUP}(?!\w)"),
)
BACKUP_KEPT = Topic(
    "backup retention",
    re.compile(
        rf"{_OTHERWISE}(?=.*(?:\bhow (?:long|many (?:days|weeks|months|years))\b|\bcombien de (?:temps|jours|semaines|mois)\b))"
        rf"(?=.*(?:\bke(?:pt|ep)\b|\bretain\w*|\bhold on\b|\bstored?\b|\bconserv\w*|\bgard\w*))(?=.*\b{_BACKUP}\b).+"
    ),
    re.compile(
        rf"\b(?:{_BACKUP}|copies)\b.{{0,300}}?\b(?:ke(?:pt|ep)|retain\w*|stored?|conserv\w*|garde\w*|retention)\b[^.;]{{0,80}}?\b{_FOR}\b|"
        rf"\b(?:ke(?:pt|ep)|retain\w*|conserv\w*|garde\w*|retention)\b[^.;]{{0,120}}?\b{_BACKUP}\b[^.;]{{0,80}}?\b{_FOR}\b"
    ),
)
