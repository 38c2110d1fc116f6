"""What late payment costs, what leaving costs, and until when one may go to court: topics of what goes wrong. Pure; English and French.

Lay people ask for them in many words ("we pay late, what do they add?", "combien coûte un retard de paiement ?"), so their
questions are told by what occurs in them together, and not by their form.
"""

from __future__ import annotations

import re

from assistant.asked.topic import Topic

_LATE_EN = r"(?:too late|late|overdue|past due|not on time|after (?:the |its |their )?due date)"
_LATE_FR = r"(?:en retard|trop tard|pas a temps|a temps|hors delai|apres l'echeance)"
_PAY_EN = r"(?:pay|pays|paid|paying|settle[sd]?|payments?|invoices?|bills?|sums?)"
_PAY_FR = r"(?:pa(?:y|i)\w+|regl\w+|factures?|paiements?|reglements?)"
_NOT_PAID = (
    rf"(?:\b{_PAY_EN}(?: [\w']+){{0,4}}? {_LATE_EN}\b|\b(?:late|overdue|past due) (?:payments?|invoices?|bills?|sums?|amounts?)\b|"
    rf"\b(?:not|never|fails? to|n't) (?:pay|settle)(?: [\w']+){{0,4}}? (?:on|in) time\b|"
    rf"\b{_PAY_FR}(?: [\w']+){{0,4}}? {_LATE_FR}\b|\bretards? (?:de|du|dans le) (?:paiement|reglement)s?\b)"
)
_COSTS = (
    r"\b(?:interest|rate|fees?|charged?|costs?|add|extra|penalt\w+|surcharge|how much|interets?|taux|coute\w*|combien|penalites?|frais|"
    r"majoration|en plus)\b"
)
_INTEREST = (
    rf"(?:(?=.*\binterest\b)(?=.*\b{_LATE_EN}\b)|(?=.*\blate (?:payment )?(?:interest|fees?|charges?)\b)|"
    rf"(?=.*\binterets? (?:de retard|moratoires?)\b)|(?=.*\binterets?\b)(?=.*(?:{_LATE_FR}|retard de (?:paiement|reglement))))"
)
_OTHERWISE = (  # what is late there is no payment, or what is asked for is no price of it
    r"(?:deliver\w*|shipments?|livr\w+|who|qui|can|may|must we|terminat\w*|suspend\w*|resili\w*|suspen\w+|insur\w*|assur\w*|dispute\w*)"
)
_UNPAID = (
    r"\b(?:late (?:payments?|fees?|charges?|invoices?|sums?|amounts?)|paid late|overdue|unpaid|past due|outstanding|delinquent|"
    r"(?:not|never) (?:been )?(?:paid|received)|fail\w* to pay|(?:after|later than) the due date|when due|due and unpaid|"
    r"(?:delay|default\w*) in (?:\w+ )?payment|arrears|remain\w* due|"
    r"retards? (?:de|du|dans les?) (?:paiement|reglement)s?|impaye\w*|non[- ]paiement|non (?:regle|paye)\w*|echeances?|exigib\w+)\b"
)
_PRICE = (
    r"\binterest\b|\binterets?\b|\b(?:late|extended|delayed|overdue)(?: payment)? charges?\b|\bfinance charges?\b|"
    r"\d ?%|\bper ?cent\b|\bpour cent\b"
)
LATE_PAYMENT = Topic(
    "late payment",
    re.compile(rf"(?!.*\b{_OTHERWISE}\b)(?:{_INTEREST}|(?=.*{_NOT_PAID})(?=.*{_COSTS})).+"),
    re.compile(
        rf"(?:{_UNPAID})(?:[^.;]|\.(?=\d)){{0,250}}?(?:{_PRICE}|\bper (?:month|annum|day)\b|\bindemnite forfaitaire\b)|"
        rf"(?:{_PRICE})[^;]{{0,200}}?(?:{_UNPAID})|\binterest\b[^.;]{{0,200}}?\blate\b|\binterets?\b[^.;]{{0,200}}?\bretard\b"
    ),
    partly=re.compile(r"^(?!.*(?:%|\bper ?cent\b|\bpour cent\b))"),  # that interest runs, and not how much
    denies=re.compile(r"\b(?:deliver(?:y|ies|ed)?|livraison\w*|uptime|disponibilite|availability)\b"),
)
_NUMBER = r"(?:\(?\d{1,3}\)?|one|two|three|four|five|six|twelve|un|deux|trois|quatre|cinq|douze)"
_PERIOD = rf"{_NUMBER} (?:\(\w+\) )?(?:years?|months?|ans?|mois|annees?)\b"
TIME_BAR = Topic(
    "time to go to court",
    re.compile(
        r"(?=.*(?:\bhow (?:long|late|many)\b|\bwhen\b|\bdeadline\b|\btime limit\b|\bcombien de temps\b|\bquand\b|\bdelai\b))"
        r"(?=.*(?:\b(?:sue|suing)\b|\b(?:go|going|come|take \w+) to court\b|\b(?:bring|start|file) (?:an? |any |legal |court )*(?:action|"
        r"lawsuit|suit|proceedings)\b|\ben justice\b|\bau tribunal\b|\b(?:saisir|devant) (?:le|un) (?:tribunal|juge)\b|"
        r"\battaquer\b|\bpoursuivre en\b))(?!.*\bbefore (?:we|they|you|one|going)\b)(?!.*\bavant (?:de|d')).+|"
        r"(?:limitation period|time bar|statute of limitations|(?:delai de )?prescription)(?: for (?:claims|actions))?"
    ),
    re.compile(
        rf"\b(?:actions?|suits?|proceedings?|lawsuits?)\b[^.;]{{0,160}}?\b(?:commenced|brought|filed|instituted|begun|barred)\b[^.;]{{0,120}}?"
        rf"{_PERIOD}|"
        rf"\bbring\w* (?:an? |any )?(?:legal )?(?:actions?|suits?|proceedings?|lawsuits?)\b[^.;]{{0,120}}?{_PERIOD}|"
        rf"\b(?:actions?|recours|demandes?|reclamations?)\b[^.;]{{0,160}}?\b(?:prescri\w+|intente\w*|engagee?s?|introduit\w*|forclos\w*|"
        rf"exercee?s?)\b[^.;]{{0,120}}?{_PERIOD}|\bse prescri\w+\b[^.;]{{0,60}}?{_PERIOD}"
    ),
)
_LEAVING = (
    r"(?:terminat\w*|cancel\w*|leav(?:e|ing)|(?:get|pull|walk|opt)(?:ting|ing)? (?:out|away)|quit\w*|pull the plug|"
    r"end(?:ing)? (?:the|this|our) (?:contract|agreement)|resili\w*|partir|sortir|rompre|rupture|mettre fin|quitter)"
)
EXIT_COST = Topic(
    "what leaving costs",
    re.compile(
        r"(?!.*\b(?:breach\w*|default\w*|they|ils|notice|preavis|licen[cs]e|deposit|refund\w*|rembours\w*|"
        r"years?|annees?|lots?|towers?|phases?|tranches?)\b)"
        r"(?=.*(?:\bhow much\b|\bwhat does it cost\b|\bcosts?\b|\bprice\b|\bfees?\b|\bpay\b|\bowe\b|\bcombien\b(?! d[e'])|"
        r"\bcoute\w*\b|\bprix\b|\bfrais\b|\bindemnites?\b|\bpayer\b))"
        rf"(?=.*\b{_LEAVING}\b).+"
    ),
    re.compile(
        r"\b(?:early termination|termination|cancellation|break|exit) (?:fees?|charges?|payments?|costs?)\b|"
        r"\b(?:amounts?|sums?) (?:payable|due|owed) (?:on|upon|for|in case of) (?:\w+ )?(?:termination|cancellation)\b|"
        r"\b(?:montants?|sommes?) due?s? (?:en cas de|a la|lors de la) (?:resiliation|rupture)\b|"
        r"\b(?:terminat\w+|cancel\w*)\b"
        r"(?:[^.;]|\.(?=\d)){0,200}?\b(?:shall|will|must|agrees to|is obliged to) (?:\w+ )?(?:pay|compensate|reimburse)\b|"
        r"\b(?:pay|owe)s?\b"
        r"(?:[^.;]|\.(?=\d)){0,160}?\b(?:for|upon|in case of|in the event of) (?:\w+ )?(?:early )?(?:termination|cancellation)\b|"
        r"\bindemnites? (?:due |de (?:resiliation|rupture|sortie)\b|compensatri\w+)|"
        r"\b(?:resili\w+|met fin|rupture|sortie)\b"
        r"(?:[^.;]|\.(?=\d)){0,200}?\b(?:indemnit\w+|verse\w*|doit|due?s?|paie)\b[^.;]{0,120}?(?:\d|mensualit\w+|"
        r"redevances?|montant)"
    ),
    denies=re.compile(r"\b(?:means|designe|insurance|assurance)\b"),
    partly=re.compile(r"\b(?:breach\w*|default\w*|manquement\w*|faute\w*|insolven\w*)\b"),
    needed=False,  # what is due at the end is worded in too many ways
)
