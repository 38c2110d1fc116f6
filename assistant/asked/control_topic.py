"""What happens when a party changes hands: how lay people ask for it, and what clauses say of it. Pure; English and French.

"What if they get bought?" shares no word with "a change of control of the Supplier", and "bought" is a word of every purchase.
"""

from __future__ import annotations

import re

from assistant.asked.topic import Topic

_PARTY = (
    r"(?:they|them|we|us|one of (?:them|us|the \w+)|either of (?:them|us)|(?:either|a|the other|one|our|the|this|your) "
    r"(?:provider|supplier|vendor|customer|client|company|contractor|licensee|licensor|reseller|distributor|host|partner|business|firm|party|side|"
    r"parent(?: company)?))"
)
_PARTIE = (
    r"(?:ils?|elles?|nous|on|l'une? (?:d'eux|d'elles|des (?:deux|parties))|l'autre(?: partie)?|(?:le|la|notre|un|une|ce|cette) "
    r"(?:prestataire|fournisseur|client|societe|entreprise|partenaire|hebergeur|editeur|partie|maison mere))"
)
_NAMED = (
    rf"\b{_PARTY} (?:(?:ever|is|are|was|were|gets?|got|be|being|have been|has been) ){{1,2}}"
    r"(?:bought(?: out| up)?|acquired|taken over|sold|merged)\b",
    rf"\b(?:buys?|acquires?|takes? over|merges? with) {_PARTY}\b",
    rf"\b{_PARTY} (?:changes? (?:hands|owners?)|merges?)\b",
    r"\bchanges? (?:of|in) (?:control|ownership|owner)\b|\btake-?over\b",
    rf"\b{_PARTIE} (?:(?:est|sont|etait|etaient|se fait|se font|sommes|serait|a ete|ont ete) )(?:rachete|vendu|absorbe|repris)e?s?\b",
    rf"\b(?:rachete|absorbe|reprend)\w* {_PARTIE}\b",
    rf"\b{_PARTIE} (?:change (?:de mains|de proprietaire|d'actionnaire)|fusionne\w*)\b",
    r"\bchangements? (?:de (?:controle|proprietaire)|d'actionnaires?)\b",
    r"\brachat d(?:e l[a']|u|e notre) ?(?:prestataire|fournisseur|client|societe|entreprise)\b",
)
_STATED = (
    r"\bchanges? (?:of|in) (?:the )?(?:control|ownership|management)\b|\bchange-of-control\b|\b(?:ownership|control) change\b",
    r"\b(?:is|are|be|been|being) (?:acquired by|taken over|merged (?:with|into))\b|\bmerger\b|\bmerges? (?:with|into)\b|\bconsolidation\b",
    r"\bacquir\w+ (?:of )?control\b|\bcontrol (?:of|over) (?:a|the|such|either) \w+ changes\b",
    r"\b(?:sale|transfer|disposition|acquisition|purchase\w*) of (?:all|substantially|a majority|more than)\b",
    r"\b(?:control|majority)\b[^.;]{0,60}\b(?:is|are) (?:transferred|acquired|sold)\b",
    r"\bchangements? de controle\b|\bprise de controle\b|\bfusion\w*\b|\babsorption\b|\bscission\b|\bapport partiel\b",
    r"\bcession d(?:e la majorite|u controle)\b|\brachat de (?:la|l')\b|\bdetenteurs? du controle\b",
)
CHANGE_OF_CONTROL = Topic(
    "change of control",
    re.compile(rf"(?=.*(?:{'|'.join(_NAMED)})).+"),
    re.compile("|".join(_STATED)),
    denies=re.compile(
        r"\b(?:merger clause|amendments? and merger|entire agreement|whole agreement)\b|\bconsolidat\w+ (?:invoices?|financial)\b"
    ),
    # what a change of control is, or who succeeds to the contract, and not what follows from it
    partly=re.compile(
        r"^(?:\W*\w{1,4}[.)] )?(?:an? )?[\"“][^\"”]{3,40}[\"”] (?:shall )?means?\b|^« [^»]{3,40} » designe\b|\binure\b|\bbinding upon\b"
    ),
)
