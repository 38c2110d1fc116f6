"""The clauses that most contracts have, asked for by their topic alone: "liability cap", "durée", "What is the payment term?". Pure.

A question that says nothing but a topic is answered by the clauses that state it, wherever they stand, and by none where no clause does:
"term" is also a word of every definition, and a sum that insurance must cover is no cap on liability. The topics are those of general
contract practice; their words are English and French and hold no term of any contract.
"""

from __future__ import annotations

import re

from assistant.asked.control_topic import CHANGE_OF_CONTROL
from assistant.asked.life_topics import NON_RENEWAL, RENEWAL, SIGNED, START, START_OF_AMENDMENT
from assistant.asked.remedy_topics import EXIT_COST, LATE_PAYMENT, TIME_BAR
from assistant.asked.service_topics import AVAILABILITY, BACKUP_KEPT, BACKUP_RHYTHM
from assistant.asked.term_topic import TERM
from assistant.asked.topic import CONTRACT as _CONTRACT
from assistant.asked.topic import CONTRAT as _CONTRAT
from assistant.asked.topic import Topic, folded_words
from assistant.naming.mention import find_mentions
from assistant.wording.ending import is_at_will
from assistant.wording.notice import asks_at_will, gives_notice

_DAYS = (
    r"(?:\(?\d{1,3}\)?|one|two|three|five|seven|eight|ten|fourteen|fifteen|twenty|thirty|forty|forty-five|sixty|ninety|"
    r"huit|dix|quinze|vingt|trente|quarante-cinq|soixante) (?:calendar |business |working )?"
    r"(?:days?|jours?|mois|months?|weeks?|semaines?)"
)
_PAID = (
    r"(?<!failure to )(?<!fails to )(?<!fail to )(?<!failure of )(?<!default in )(?<!default of )(?<!non-)(?<!late )"
)
_PAYE = r"(?<!defaut de )(?<!defauts de )(?<!retard de )(?<!retards de )(?<!absence de )(?<!non-)(?<!non )"
"""What payment is not, before a word of it: the days behind it are those of the default."""
PAYMENT = Topic(
    "payment",
    re.compile(
        r"(?:payment (?:term|period|deadline|time|delay)s?|terms of payment|invoice due dates?|"
        r"within how (?:many days|long) (?:must|do|are|should) (?:we |invoices |an invoice |they )?(?:be paid|pay|"
        r"to be paid)(?: (?:an? |the )?invoices?)?|"
        r"how long do we have to pay(?: (?:an? |the )?invoices?)?|"
        r"when (?:do|must|should) (?:we|they|you|the \w+) (?:have to |need to )?(?:pay|settle) (?:an? |the |our |your |their |its )?"
        r"(?:invoices?|bills?)|quand (?:faut-il|doit-on|devons-nous) (?:payer|regler) (?:une |les |nos |la )?factures?|"
        r"when (?:are|must|do) (?:the )?invoices? (?:be )?(?:due|"
        r"paid)|"
        r"(?:le |les )?(?:delais?|echeances?|conditions) de (?:paiement|reglement)(?: des? factures?)?|"
        r"sous (?:combien de jours|quel delai) (?:faut-il|doit-on|devons-nous) (?:payer|regler)(?: (?:une |"
        r"les )?factures?)?)"
    ),
    re.compile(
        rf"{_PAID}\b(?:pays?|paid|paying|payable|payments?|due|remit\w*)\b[^.;]{{0,140}}?\b(?:within|no later than|not later than|"
        rf"net|on or before|before|by the|"
        rf"prior to|in)\b[^.;]{{0,30}}?(?:{_DAYS}|\d{{1,2}}(?:st|nd|rd|th)\b|last (?:business )?day)|"
        rf"\bwithin {_DAYS}[^.;]{{0,60}}\b(?:invoice|receipt|receiv\w+)\b[^.;]{{0,80}}\b(?:pays?|paid|payable|"
        rf"payments?)\b|"
        rf"\bnet[ -](?:{_DAYS}|\d{{2}}\b)|"
        rf"{_PAYE}\b(?:payables?|paie\w*|payee?s?|regle\w*|reglement\w*|paiements?|payer)\b[^.;]{{0,120}}?\b(?:{_DAYS}|"
        rf"fin de mois|a reception|"
        rf"terme echu|terme a echoir)"
    ),
    denies=re.compile(
        r"\b(?:insurance|assurance|severance|bonus|salary|holidays?|conges|(?<!non-)refund\w*|(?<!non )rembours\w*)\b"
    ),
    partly=re.compile(
        r"\b(?:overdue|late|interests?|interets?|retard|disput\w*|contest\w*|terminat\w*|resili\w*|suspend\w*|"
        r"deposit\w*|"
        r"supplemental|non conforme|retain\w*|withh\w+|service credits?|penalites?|differend|unless)\b|"
        r"^.{0,60}?\b(?:projects?|projets?)\b"
    ),
    asks=("Within how many days must invoices be paid?", "Sous combien de jours faut-il payer les factures ?"),
)
_OF_A_THING = (  # the most of a price, a credit, a delay, an insurance is no cap on what a party is liable for
    r"(?:credits?|penalt\w+|fees?|prices?|increas\w+|late|deliver\w*|insur\w*|expenses|month|year|day|avoirs|"
    r"(?:un |d'|l')avoir|penalites?|prix|hausse|augment\w*|retards?|livr\w+|assur\w*|frais|mois|an|jour|remises?)"
)
_WHO_OWES = r"(?:they|we|you|it|(?:the |our )?[\w-]+(?: [\w-]+)?)(?:'d| would| will| can| could| might| may| must| has| have| had)?"
_MOST_OWED = (
    rf"(?:(?:most|max(?:imum)?)(?: amount)? (?:that )?{_WHO_OWES} (?:ever )?(?:(?:have |be made )?to )?(?:owes?|pays?|pay out|"
    rf"compensate)\b[^?]{{0,50}}|"
    rf"(?:is there|do they have) (?:an? |any )?(?:limit|cap|ceiling|maximum) (?:on|to) (?:how much|what|the amount(?: that)?) {_WHO_OWES}"
    rf" (?:ever )?(?:(?:has |have |be made )?to )?(?:owes?|pays?|pay out|compensate)\b[^?]{{0,50}})(?:, is there an? (?:cap|limit))?"
)
_DU_AU_PLUS = (
    r"(?:maximum (?:que |qu')[\w' -]{1,40}? (?:verser|payer|devoir|reclamer|rembourser|doivent|doit|devrait|devraient)\b[^?]{0,30}|"
    r"(?:au maximum,? )?(?:on peut|peut-on|pouvons-nous|nous pouvons) leur (?:reclamer|demander) (?:combien|jusqu'a combien)"
    r"(?: au maximum| au plus)?|combien (?:peut-on|pouvons-nous|on peut) leur (?:reclamer|demander) (?:au maximum|au plus)|"
    r"y a-t-il (?:un|une) (?:plafond|limite|maximum|montant)[\w ,-]{1,30}(?:qu'|que )?(?:ils?|elles?) (?:ne )?"
    r"(?:nous )?(?:doivent|doit|paient)[^?]{0,30})"
)
CAP = Topic(
    "liability cap",
    re.compile(
        r"(?:(?:liability|damages) (?:cap|ceiling|limit)s?|(?:cap|ceiling|limit) (?:on|of|to|for) (?:the )?(?:liability|"
        r"damages)|"
        r"maximum liability|(?:le )?plafond (?:de |d')(?:la )?(?:responsabilite|indemnisation)|responsabilite maximale|"
        r"limite de (?:la )?responsabilite|"
        rf"(?!.*\b{_OF_A_THING}\b)(?:{_MOST_OWED}|{_DU_AU_PLUS}))"
    ),
    re.compile(
        r"\bliabilit\w+\b[^.;]{0,220}?\b(?:not exceed|never exceed|exceed|limited (?:in the aggregate |in total )?to|capped|cap of)\b|"
        r"\b(?:liab\w+|damages)\b[^.;]{0,220}?\b(?:no more than|up to|at most) (?:the (?:greater|lesser|amount|total|fees|sum)\b|"
        r"an? (?:amount|maximum|total)\b|twice\b|[£$€\d])|\bliable for no more than\b|"
        r"\b(?:in no event|under no circumstances|not)\b[^.;]{0,200}?\b(?:liab\w+|damages)\b[^.;]{0,200}?\b(?:exceed\w*|"
        r"in excess of|more than (?:the |an )?(?:amount|fees|sum|total|[£$€\d]))|"
        r"\bmaximum (?:aggregate |total |cumulative )?liability\b|"
        r"\b(?:responsabilite|reparation|indemni\w+|dommages)\b[^.;]{0,200}?\b(?:plafonnee?s?|limitee?s? a|"
        r"limitee?s?,? par|limitee?s? au|"
        r"(?:excede\w*|depasse\w*|exceder|depasser)|ne (?:saurait|pourra|peut|pourrait) (?:en aucun cas )?(?:exceder|"
        r"depasser))"
    ),
    denies=re.compile(
        r"\b(?:insurance|assurances?|insured|assure|limited liability compan\w+|includes without limitation|means)\b"
    ),
    partly=re.compile(
        r"\b(?:par derogation|notwithstanding clause|by way of exception|for breach of (?:clause|section|article|annex|"
        r"paragraph)|"
        r"separate from|distinct du)\b|^.{0,80}?\b(?:service credits?|penalites?)\b|"
        r"\b(?:special|indirects?|incidental|consequential|consecutifs?)\b(?!.*\b(?:aggregate|total|maximum|totale)\b)"
    ),
    in_order=True,
)
LAW = Topic(
    "governing law",
    re.compile(
        rf"(?:governing law|applicable law|choice of law|law (?:of|governing) {_CONTRACT}|(?:what|which) law (?:governs|"
        rf"applies)(?: to)?(?: {_CONTRACT})?|"
        rf"(?:le |quel )?droit applicable(?: (?:a|au) {_CONTRAT})?|(?:la |quelle )?loi applicable(?: (?:a|"
        rf"au) {_CONTRAT})?|"
        rf"quel(?:le)? (?:droit|loi) (?:s'applique|est applicable|regit {_CONTRAT})(?: (?:a|au) {_CONTRAT})?)"
    ),
    re.compile(
        r"\b(?:govern\w*|construed|interpreted|enforced|subject)\b[^.;]{0,160}?\b(?:laws?|"
        r"legislation)\b[^.;]{0,40}? of\b|"
        r"\b(?:laws?) of\b[^.;]{0,160}?\bgovern\w*\b|"
        r"\b(?:english|french|german|swiss|belgian|irish|dutch|scottish|spanish|italian) law\b|"
        r"\b(?:regi\w*|soumis\w*|gouverne\w*|interprete\w*)\b[^.;]{0,80}?\b(?:droit|lois?|legislation)\b"
    ),
    denies=re.compile(r"\bmeans\b|\bintellectual property\b"),
    partly=re.compile(r"\b(?:amendment|avenant|annexe|annex|schedule|addendum|arbitrat\w+)\b"),
)
CONFIDENTIALITY = Topic(
    "confidentiality",
    re.compile(
        r"(?:(?:la |the )?(?:confidentiality|confidentialite|non-disclosure|secrecy)(?: (?:obligations?|clause|duty|"
        r"duties))?|"
        r"(?:les? |l'|la )?(?:obligations?|clauses?|devoir) de (?:confidentialite|secret))"
    ),
    re.compile(
        r"\b(?:shall|will|must|agrees?|undertakes?|hereby)\b[^.;]{0,140}?\b(?:keep|hold|maintain|protect|preserve|treat|"
        r"(?:not|never) (?:to )?(?:use or )?"
        r"(?:disclos\w+|divulg\w+|reveal\w*|use))\b[^.;]{0,140}?\b(?:confiden\w+|secre\w+|information)\b|"
        r"\b(?:shall|will|must|agrees?|undertakes?) (?:\w+ ){0,3}?(?:not|never|refrain)\b[^.;]{0,40}?\b(?:disclose|"
        r"divulge|use)\b[^.;]{0,160}?"
        r"\b(?:confiden\w+|information)\b|"
        r"\b(?:garde\w*|tien\w+|maintien\w*|conserve\w*|traite\w*|protege\w*|engage\w*)\b[^.;]{0,140}?\b(?:secre\w+|"
        r"confiden\w+|divulgu\w+)\b|"
        r"\binformations? confidentielles?\b[^.;]{0,60}?\b(?:doi\w+|protege\w*|ne peu\w+)\b"
    ),
    needed=False,  # duties of secrecy are worded in too many ways
    denies=re.compile(r"\bconfidential treatment\b|\bmeans? (?:any|all|the)\b|\bdesigne\b"),
)
NOTICE = Topic(
    "termination notice",
    re.compile(r"(?:the |our )?(?:(?:termination|cancellation) notice(?: period)?|notice of termination)"),
    re.compile(
        r"\b(?:terminat\w+|terminable|cancel\w*|withdraw\w*)\b[^.;]{0,200}?"
        r"\b(?:(?:days?|months?|weeks?|hours?|years?)\b[^.;]{0,60}?\bnotice|notice\b[^.;]{0,60}?\b(?:days|months?|weeks|hours|years?)\b)|"
        r"\b(?:notice|"
        r"preavis)\b[^.;]{0,200}?"
        r"\b(?:terminat\w+|cancel\w*|resili\w+|mettre fin|denonc\w+)|\b(?:resili\w+|denonc\w+|mettre fin|"
        r"met fin)\b[^.;]{0,200}?\bpreavis\b|"
        r"\bun preavis (?:de|d')\b"
    ),
    denies=re.compile(r"\b(?:examination|insurance|renewal term)\b"),
)
_TOPICS = (
    TERM,
    PAYMENT,
    CAP,
    LAW,
    CONFIDENTIALITY,
    NOTICE,
    NON_RENEWAL,
    RENEWAL,
    START,
    START_OF_AMENDMENT,
    SIGNED,
    LATE_PAYMENT,
    TIME_BAR,
    EXIT_COST,
    AVAILABILITY,
    BACKUP_RHYTHM,
    BACKUP_KEPT,
    CHANGE_OF_CONTROL,
)
_FRAME = (
    r"\W*(?:(?:and|so|et|alors)\W+)?(?:(?:what|which)(?:'s| is| are| was) |what about |how long (?:is|are) |"
    r"quel(?:le)?s? (?:est|sont) |c'est quoi |"
    r"quid d[eu] )?(?:the |our |their |its |le |la |les |l'|notre )?"
)
_IN_IT = rf"(?: (?:in|of|under|for|dans|de|du|prevue? (?:par|au|dans)|selon) (?:{_CONTRACT}|(?:le |ce |notre )?(?:contrat|accord)))?\W*"
_BARE = tuple((topic, re.compile(f"{_FRAME}(?:{topic.named.pattern}){_IN_IT}")) for topic in _TOPICS)
_ASKING = re.compile(r"\W*(?:what|which|how|when|within|quel|combien|sous|pour|c'est)")
_LONGEST_BARE = 90  # characters
_NOTICE_WORDS = re.compile(
    r"\b(?:notice|preavis|period|delai|duree|length|termination|terminate|terminating|resiliation|resilier|cancel\w*|"
    r"end|ending|contract|"
    r"agreement|contrat|"
    r"how|much|long|many|days|months|must|be|given|give|we|what|is|the|of|for|to|our|a|an|do|need|required|this|in|"
    r"quel|quelle|combien|est|le|la|les|de|du|pour|l|d|un|une|temps|faut|il|donner|respecter|on|doit|jours|mois|this|"
    r"ce|in)\b|[\W_]"
)


def read_topic(text: str) -> Topic | None:
    """The topic that a question names and nothing else, None where it asks for anything more, or for a clause by its number.

    Args:
        text: as typed, in either language.
    """
    folded = folded_words(text)
    if len(folded) > _LONGEST_BARE or find_mentions(text).numbers:
        return None
    if asks_at_will(text) and not _NOTICE_WORDS.sub("", folded):
        return NOTICE
    return next((topic for topic, pattern in _BARE if pattern.fullmatch(folded)), None)


def as_question(text: str, language: str) -> str:
    """The question that a bare topic stands for, in its language; the text itself where it is a question, or finds its clauses as it is.

    Args:
        text: as typed.
        language: that of the text, "en" or "fr".
    """
    topic = None if _ASKING.match(folded_words(text)) else read_topic(text)
    return (topic.asks[language == "fr"] if topic else "") or text


def rank_on(topic: Topic, text: str) -> int:
    """How well a text states the topic: 0 not at all, 1 of a part or as an exception, 2 of the whole; notice without a ground 3."""
    if topic is NOTICE:
        if not (gives_notice(text) and topic.is_stated(text)):
            return 0
        return 3 if is_at_will(text) else 2
    if not topic.is_stated(text):
        return 0
    return 1 if topic.is_partly(text) else 2
