"""Topics of a contract's life: who signed it, when it began, whether it is renewed and how that is stopped. Pure; English and French."""

from __future__ import annotations

import re

from assistant.asked.topic import CONTRACT, CONTRAT, Topic

_IT = rf"(?:it|{CONTRACT}|(?:the |our )?subscription(?: term)?)"
_ITSELF = r"(?: (?:automatically|tacitly|by itself|on its own|itself))?"
_SEUL = r"(?: (?:automatiquement|tacitement|tout seul|de lui-meme|de plein droit))?"
_RENEWAL = r"(?:automatic |tacit |auto-?)?(?:renewals?|extensions?)(?: (?:terms?|periods?))?"
_RECONDUCTION = r"(?:tacites? )?(?:reconductions?|renouvellements?|prolongations?)(?: tacites?| automatiques?)?"
_RENEWED = r"\b(?:(?:auto)?renew\w*|extend(?:s|ed)?|extensions?|prolong\w*|reconduit\w*|reconduction\w*|reconduire|renouvel\w*)\b"
_WHAT = r"\b(?:term|agreement|contract|subscription|periods?|years?|months?|contrat|accord|convention|duree|periodes?|mois|ans?|annees?)\b"

RENEWAL = Topic(
    "renewal",
    re.compile(
        rf"(?:{_RENEWAL}(?: of {CONTRACT})?|is there (?:an? )?{_RENEWAL}|how is {CONTRACT} (?:renewed|extended|prolonged)|"
        rf"(?:does|will|is) {_IT}(?: be| get)?(?: automatically)? (?:auto-?)?(?:renew(?:ed|s)?|extend(?:ed)?|prolong(?:ed)?|"
        rf"roll(?:ed)? over){_ITSELF}|"
        rf"{_RECONDUCTION}(?: d[eu] {CONTRAT})?|y a-t-il (?:une? )?{_RECONDUCTION}|"
        rf"(?:est-ce que )?{CONTRAT} (?:est|sera|se)(?:-t)?(?:-il)? (?:reconduit|renouvell?e|prolonge)(?:-t-il)?{_SEUL})"
    ),
    re.compile(rf"{_RENEWED}[^.;]{{0,160}}?{_WHAT}|{_WHAT}[^.;]{{0,160}}?{_RENEWED}"),
    denies=re.compile(
        r"\b(?:exit|transition|warranty|guarantee|cure|payment|maintenance|delivery|acceptance) (?:periods?|terms?)\b|\breversibilite\b|"
        r"\bbankruptcy\b|\binsolven\w+|\b(?:insurance|assurances?|certificat\w*|passwords?)\b|\bextend(?:s|ed)? to (?!(?:[a-z]+ )?\d)|"
        r"\bthird[- ]party\b|"
        r"\b(?:periode|duree|delai) (?:de |d')(?:la )?(?:garantie|paiement|livraison|recette)\b"
    ),
    asks=("Does the contract renew automatically?", "Le contrat est-il reconduit automatiquement ?"),
)
_NOTICE = r"(?:notice|notif\w*|advis\w*|inform\w*|preavis|denonc\w*|averti\w*|lettre|courrier)"
_TIME = r"\b(?:days?|weeks?|months?|years?|jours?|semaines?|mois|ans?)\b"
_END = r"(?:end|ends|expir\w+|renewal|anniversary|(?:then[- ])?(?:current|initial) term|echeance|terme|fin|anniversaire|reconduction)"
NON_RENEWAL = Topic(
    "notice against renewal",
    re.compile(
        r"(?=.*\b(?:notice|warn\w*|tell|how (?:long|early|far|much time|many (?:days|weeks|months))|(?:by|until|before) when|deadline|"
        r"latest|last (?:day|date)|preavis|delai|combien de (?:temps|jours|semaines|mois)|jusqu'a quand|quelle date|au plus tard|"
        r"a l'avance)\b)"
        r"(?=.*\b(?:(?:not|don't|stop\w*|avoid\w*|prevent\w*|refuse|against|oppose|opt out of|cancel\w*)\b[^.?]{0,30}?"
        r"\b(?:renew\w*|extend\w*|extension|roll\w*)|non-?renew\w*|"
        r"(?:ne (?:pas|plus)|non|eviter|empecher|s'opposer|refuser|denoncer|contre)\b[^.?]{0,40}?"
        r"\b(?:recondui\w*|reconduction|renouvel\w*|prolong\w*))).+"
    ),
    re.compile(
        rf"{_RENEWED}[^.;]{{0,400}}?\b{_NOTICE}\b|\b{_NOTICE}\b[^.;]{{0,300}}?{_RENEWED}|"
        rf"\b{_NOTICE}\b[^.;]{{0,160}}?{_TIME}[^.;]{{0,60}}?\b(?:before|prior to|of|preceding|avant)\b[^.;]{{0,60}}?\b{_END}\b|"
        rf"{_RENEWED}[^.;]{{0,300}}?\b(?:unless|sauf|a moins que)\b[^.;]{{0,160}}?{_TIME}|"
        rf"\b(?:continue|remain|month to month|se poursui\w+)\b[^.;]{{0,160}}?\b(?:until|jusqu'\w+)\b[^.;]{{0,120}}?\b{_NOTICE}\b"
    ),
    denies=re.compile(
        r"\b(?:breach\w*|default\w*|manquement\w*|insurance|assurances?|certificat\w*|warrant\w+|garantie)\b"
    ),
    partly=re.compile(rf"^(?!.*{_TIME})"),  # that notice is given, and not how long before
)
_DATED = (
    r"(?:\b(?:19|20)\d\d\b|\bdate hereof\b|\beffective date\b|\bdate d'effet\b|"
    r"\bdate of (?:the last )?signature\b|\bdate de (?:sa )?signature\b)"
)
_YEAR = r"\b(?:19|20)\d\d\b"
_BEGINS = r"(?:commenc\w+|begins?|starts?|takes? effect|(?:is|be|becomes?) effective|effective|entre en vigueur|prend effet|debute)"
_DEED = r"(?:agreement|contract|amendment|contrat|accord|convention|avenant)"


def _asks_since(paper: str, papier: str) -> str:
    """What asks since when a paper holds, given what it is called in English and in French."""
    return (
        rf"(?:(?:effective|start|starting|commencement) date(?: of {paper})?|"
        rf"(?:when|on what date|on which day) (?:does|did|will|has) {paper} (?:starts?|begins?|commence|take effect|come into (?:force|"
        rf"effect)|become effective|enter into force)|"
        rf"(?:since|from) when (?:is|was|has|does) {paper} (?:been )?(?:in (?:force|effect)|effective|valid|run|apply)|"
        rf"(?:la )?date (?:d'effet|de debut|d'entree en vigueur|de prise d'effet)(?: d[eu] {papier})?|"
        rf"(?:depuis quand|a partir de quand|quand) {papier} (?:est|prend|entre|commence|debute|court|s'applique)(?:-t)?(?:-il)?"
        rf"(?: effet| en vigueur| valable)?|"
        rf"quand (?:commence|debute|prend effet|entre en vigueur) {papier})"
    )


START = Topic(
    "start",
    re.compile(_asks_since(CONTRACT, CONTRAT)),
    re.compile(
        rf"\b{_DEED}\b[^.;]{{0,120}}?\b{_BEGINS}\b[^.;]{{0,80}}?{_DATED}|"
        rf"\beffective date\b[^.;]{{0,30}}?\b(?:means|is|shall be)\b|\bdate d'effet\b\W{{0,4}}(?:designe|:|est)|"
        rf"\b(?:this|present|ce) (?:[\w-]+ ){{0,8}}?{_DEED}\b[^.;]{{0,80}}?\b(?:dated|made|entered into|conclu\w*|effective)\b"
        rf"[^.;]{{0,60}}?{_YEAR}|"
        rf"^(?:dated|made and entered into|made|en date du|date du)\b[^.;]{{0,40}}?{_YEAR}"
    ),
    denies=re.compile(r"\b(?:terminat\w+|expir\w+|resili\w+)\b[^.;]{0,60}\b(?:effective|prend effet)\b"),
    partly=re.compile(
        rf"^(?!.*{_YEAR})|\b(?:until|jusqu'\w+)\b[^.;]{{0,40}}?{_YEAR}"
    ),  # the year may be that of the end
    needed=False,
)
START_OF_AMENDMENT = Topic(
    "start of an amendment",
    re.compile(
        _asks_since(
            r"(?:the )?(?:\w+ )?(?:amendment|addendum)(?: (?:no[. ]{0,2})?\d+)?",
            r"(?:le |l')?(?:\w+ )?avenant(?: (?:n[°o] ?|numero )?\d+)?",
        )
    ),
    re.compile(
        rf"\b(?:amendment|addendum|avenant)\b[^.;]{{0,120}}?\b(?:{_BEGINS}|dated|made)\b[^.;]{{0,60}}?{_YEAR}|"
        rf"^(?:[\d.]+ )?(?:il|elle|it) {_BEGINS}\b[^.;]{{0,60}}?{_YEAR}"
    ),
    needed=False,
)
SIGNED = Topic(
    "signatures",
    re.compile(
        r"(?:who (?:has |have )?signed(?: (?:it|this|(?:the |our |this )?(?:\w+ )?(?:contract|agreement|amendment|addendum)(?: \d+)?))?"
        r"(?: (?:for|on behalf of) [^?]{2,60}?)?|(?:who are )?(?:the )?signator(?:y|ies)|by whom (?:is|was) (?:it|the \w+) signed|"
        r"qui a signe(?: (?:ca|(?:le |ce |l'|cet )?(?:contrat|accord|avenant)(?: (?:n[°o] ?)?\d+)?))?"
        r"(?: (?:pour|au nom d[eu]) [^?]{2,60}?)?|"
        r"(?:qui sont |quels sont )?(?:les )?signataires|par qui .{2,30} (?:est|a ete|a-t-il ete) signee?)"
    ),
    re.compile(
        r"/s/|\bsignature ?:|\b(?:by|name|nom|per) ?: ?\S|\bsigned (?:for and on behalf of|by|for|on behalf of) \w|"
        r"\bfait a \w+, le \d|\bexecuted (?:as a deed )?by \w"
    ),
    denies=re.compile(
        r"\b(?:may|shall|must|can|doit|peut)\b[^.;]{0,60}\bsign\w*|\bwriting (?:and )?signed by\b|\bsigned by (?:the|both|each|an)\b"
    ),
)
