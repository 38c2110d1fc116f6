"""How long the contract runs: what asks for it, and the sentences that state it. Pure.

Contracts tell their term in many ways: by a period, by the day on which it ends, by what ends it, in a sentence on the agreement or on
"the Term", in a definition, or in a line of particulars.
"""

from __future__ import annotations

import re

from assistant.asked.topic import CONTRACT, CONTRAT, Topic

_NUMBER = r"(?:[a-z]+(?:[ -][a-z]+)? )?\(?\d{1,4}\)?"
_COUNT = (
    r"an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty(?:-four)?|thirty(?:-six)?|forty-eight|sixty|"
    r"une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix(?:-huit)?|douze|quinze|vingt(?:-quatre)?|trente(?:-six)?"
)
_PERIOD = (
    rf"\b(?:{_NUMBER}|{_COUNT})[ -](?:\(\w+\) )?"
    r"(?:(?:calendar|consecutive|full|whole) ){0,2}(?:year|month|week|day|an|mois|annee|semaine|jour)"
)
_AGREEMENT = (
    r"(?:this|the) (?:[a-z]+ ){0,3}?(?:agreement|contract)|(?:le |ce |la |present )+(?:contrat|accord|convention)|"
    r"contrats? etablis?|"
    r"(?:your|the) (?:employment|appointment|engagement)"
)

_YEAR = r"(?:19|20)\d\d\b"
_A_TERM = (  # the term itself, and no word of a sentence that counts something else from it
    rf"(?<!during )(?<!throughout )(?<!within )(?<! of )(?<! for )(?<!after )(?<!during the )(?<! of the )(?<! for the )(?<!after the )"
    rf"\b(?:(?:the |this )[\"“]?(?:(?:initial|basic|effective|contract|agreement|whole|overall) )?"
    rf"(?:term|duration|contract period)(?! [\"“])|"
    rf"[\"“]?(?:initial|contract) (?:term|period)|la duree(?: (?:initiale|ferme|totale))?)\b[\"”]?"
    rf"(?: \([^)]{{0,40}}\))?(?: (?:of|d[eu']|des) ?(?:{_AGREEMENT}|(?:the |this |la |les |l')?(?:licen[cs]e|franchise|service|venture|"
    rf"lease|appointment|engagement|order|work|prestation|mission|abonnement)[a-z]*(?: hereby granted)?))?"
)
_RUNS = (
    r"(?:commenc\w+|begin\w*|starts?|continues?|remains?|last\w*|runs?|expires?|extends|ends|terminates|"
    r"(?:shall|will) (?:extend|end|terminate)|"
    r"(?:be|is|are|comes? into|becomes?) (?:valid|effective|in (?:full )?(?:force|effect)|force)|"
    r"dure|reste|demeure|prend|entre(?:ra)? en vigueur|expire(?:ra)?|conclus?|souscrit|se (?:poursuit|termine)|s'acheve|cesse|fixee?)"
)
_FOR_OR_UNTIL = (
    rf"(?:{_PERIOD}|until|unless (?:and until|sooner|earlier|terminated)|jusqu'|"
    rf"indefini\w*|unlimited|illimite\w*|indetermine\w*|perpetu\w+|"
    rf"(?:up )?(?:on|to|through|thru|at|and (?:ends?|ending|expires?|expiring|terminat\w+|conclud\w+)|au|le|fin)\b[^.;]{{0,40}}?{_YEAR}|"
    rf"(?:later|earlier|earliest|first) (?:of|to occur)|anniversary|anniversaire|"
    rf"(?:upon|through) (?:the )?completion|when (?:all|terminated)|as long as|tant que|"
    rf"\[?(?:\*{{2,}}|_{{3,}}|redacted)|exercices?)"
)
TERM = Topic(
    "term",
    re.compile(
        rf"(?:(?:(?:initial|contract|agreement|minimum|fixed) )?(?:term|duration|length)(?: of {CONTRACT})?|contract period|"
        rf"how long (?:does|will|is|shall) (?:{CONTRACT}|it|the deal) (?:last|run|continue|go on|valid|in force|for)(?: for)?|"
        rf"how long (?:are|is) (?:we|they|the \w+) (?:bound|tied in|locked in|committed)(?: for)?(?: (?:by|to|in) {CONTRACT})?|"
        rf"(?:until )?when (?:does|will|is) (?:{CONTRACT}|it|the deal) (?:ends?|expires?|run (?:out|until|to)|terminate|finish|stop|over)|"
        rf"(?:expiry|end|expiration) date(?: of {CONTRACT})?|date (?:de fin|d'expiration)(?: d[eu] {CONTRAT})?|"
        rf"quand (?:se termine|prend fin|finit|expire|s'acheve) {CONTRAT}|"
        rf"quand {CONTRAT} (?:se termine|prend|finit|expire|s'acheve)(?:-t-il)?(?: fin)?|"
        rf"jusqu'(?:a quand|en quelle annee|a quelle date) (?:court|dure|va|est valable) {CONTRAT}|"
        rf"jusqu'(?:a quand|en quelle annee|a quelle date) {CONTRAT} (?:court|dure|va|est)(?:(?:-t)?-il)?(?: valable)?|"
        rf"jusqu'a quand (?:sommes-nous|est-on) (?:engages?|lies?)(?: par {CONTRAT})?|"
        rf"(?:pour )?combien de temps (?:sommes-nous|est-on) (?:engages?|lies?)(?: par {CONTRAT})?|"
        rf"(?:la )?duree(?: initiale| ferme| minimale)?(?: d[eu] {CONTRAT}| contractuelle)?|"
        rf"(?:pour )?combien de temps (?:dure|court) {CONTRAT}|"
        rf"(?:pour )?combien de temps {CONTRAT} (?:dure|est|court)(?:(?:-t)?-il)?(?: conclu)?)"
    ),
    re.compile(
        rf"(?<!of )(?<!under )(?<!with )(?:{_AGREEMENT})[^.;]{{0,120}}?\b{_RUNS}\b[^.;]{{0,160}}?{_FOR_OR_UNTIL}|"
        rf"(?:{_AGREEMENT})[^.;]{{0,40}}?\b(?:(?:is|be) (?:made |entered into )?for|has|have) (?:an?|the) (?:\w+ )?(?:term|period|duration)"
        rf"(?: \([^)]{{0,40}}\))? of\b|"
        rf"{_A_TERM}[^.;]{{0,140}}?\b(?:{_RUNS}|be|is|est|sera)\b[^.;]{{0,160}}?{_FOR_OR_UNTIL}|"
        rf"\bthe (?:\"|“)?term(?:\"|”)?(?: of (?:{_AGREEMENT}))? (?:shall|will) (?:begin|commence|start|expire|end|continue)\b|"
        rf"(?:[\"“]|^)(?:(?:initial|contract|agreement) )?(?:term|period|duration|expiration date|expiry date|end date)[\"”]? (?:shall )?"
        rf"means?\b"
        rf"[^.;]{{0,200}}?(?:{_FOR_OR_UNTIL}|{_YEAR})|"
        rf"(?:^|\. )(?:(?:initial |contract )?term|(?:expiry|expiration|termination|end) date|duree(?: du contrat)?|date de fin)\s?[:|]"
        rf"[^.;]{{0,60}}?(?:{_YEAR}|{_PERIOD})|"
        rf"\b(?:initial|effective|basic) (?:term|period)\b[^.;]{{0,140}}?\b(?:is|be|of|for)\b[^.;]{{0,20}}?{_PERIOD}|"
        rf"\b(?:for|pour) (?:a|an|une) (?:\w+ )?(?:term|period|duree)(?: \w+)? (?:of|de|"
        rf"d')[^.;]{{0,20}}?{_PERIOD}[^.;]{{0,80}}?"
        rf"(?:effective date|date d'effet|signature|execution|commencing|initial (?:term|period)|soit jusqu|"
        rf"acceptance date)|"
        rf"\bconclus? pour une duree (?:initiale )?(?:de |indetermine|ferme|d')"
    ),
    denies=re.compile(
        r"\bhas? the meaning\b|\bmeaning (?:set forth|given|ascribed)\b|\bles termes\b|\bthis section incorporates\b"
    ),
    partly=re.compile(
        r"^.{0,80}?\b(?:extend\w*|renew\w*|prolong\w*|reconduct\w*|reconduit\w*|renouvel\w*|may terminate|"
        r"peut resilier)\b|"
        r"^(?:\W*[a-z0-9]{1,4}[.)] )?(?:if|in (?:the event|case)|upon (?:the )?(?:termination|expiration)|si|en cas)\b|"
        r"\b(?:automatically terminate|terminate automatically|de plein droit)\b|"
        r"\b(?:surviv\w*|confidential\w*|maintenance term|exit period|"
        r"after (?:the )?(?:end|expiry|expiration|termination)|apres (?:la fin|l'expiration|le terme)|insurance)\b"
    ),
    asks=("How long does the contract last?", "Quelle est la durée du contrat ?"),
    in_order=True,
)
