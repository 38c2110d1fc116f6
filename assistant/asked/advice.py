"""Whether a question asks for legal advice: whether to sue or to sign, who would win, what a judge would say. Pure.

A question on what the contract says of disputes stays one of fact: which court, how long, who pays, whether mediation comes first, who may.
So an act is a wish for advice only where the asker wonders whether to do it, or whether it can be done to the other side.
"""

from __future__ import annotations

import re

from ingest.words import fold

_SUE = (
    r"(?:sue\b|(?:take|drag|haul) (?:\w+ ){1,3}?to court|go(?:ing)? to (?:court|trial)|take (?:\w+ )?legal action|litigate\b|prosecute\b|"
    r"(?:file|start|bring) (?:an? |any )?(?:lawsuit|suit\b|legal proceedings)|press charges)"
)
_DECIDE = r"(?:sign|accept|refuse|reject|terminate|settle|renew|renegotiate|challenge|contest|walk away from|agree to)"
_DEAL = (
    r"(?:(?: (?:it|this|that|these|those|their|his|her|such)\b| (?:the|our) (?:contract|agreement|deal|offer|amendment|settlement|"
    r"proposal|increase|terms)\b)|(?=\s?(?:[?!.]|$|now\b|or (?:not|wait)\b)))"
)
_WE = r"(?:we|i|one|they|you)"
_SUE_FR = (
    r"(?:(?:(?:l'|(?:les?|la|nous|vous) )(?:attaquer|poursuivre|assigner)|attaquer|poursuivre (?=en justice|[a-z' ]{1,30}en justice|"
    r"l[ea] (?:prestataire|fournisseur|societe|client)|notre (?:prestataire|fournisseur))|assigner)\b|porter plainte|deposer plainte|"
    r"(?:intenter|engager|faire|lancer|mener) (?:une? |des |contre eux )*(?:proces\b|action en justice|action judiciaire|poursuites)|"
    r"(?:aller|trainer|passer) (?:\w+ ){0,2}?(?:en justice|au tribunal|en proces|au proces|devant (?:le|un) (?:juge|tribunal))|"
    r"(?:les |l'|le )?(?:trainer|emmener) (?:\w+ ){0,2}?(?:en justice|devant (?:le|les|un) (?:juge|tribunal|tribunaux))|"
    r"saisir (?:la justice|le juge|le tribunal|les tribunaux))"
)
_DECIDE_FR = r"(?:signer|accepter|refuser|resilier|rompre|renouveler|renegocier|contester|transiger)"
_DEAL_FR = (
    r"(?:(?: (?:ce|cet|cette|ces|ca|cela|leurs?)\b| (?:l'|le |la |notre |nos )(?:contrat|accord|avenant|offre|proposition|transaction|"
    r"marche|hausse|augmentation)\b)|(?=\s?(?:[?!.]|$|ou (?:non|pas|attendre)\b)))"
)
_MAY_FR = (
    r"(?:(?:peut|pourrait|pouvons|pourrions|puis|pourrais|peuvent|pourraient)-(?:on|nous|je|ils|elles)|"
    r"(?:on|nous|je|ils|elles) (?:peut|peux|pourrait|pouvons|pourrions|pourrais|peuvent|pourraient)|possible d'?e?|moyen d'?e?|"
    r"(?:a-t-on|avons-nous|ai-je|on a|nous avons|j'ai) (?:le droit|raison|de quoi|matiere|les moyens) (?:a |d'?e?)?)"
)
_WONDER_FR = (
    r"(?:(?:devrait|devrions|devrais|ferait|ferions|ferais)-(?:on|nous|je)|(?:on|nous|je) (?:devrait|devrions|devrais|ferait|ferions)|"
    r"vaut-il mieux|vaudrait-il mieux|il vaut mieux|(?:a-t-on|avons-nous|aurions-nous|aurait-on|on a|nous avons) (?:tout )?interet a|"
    r"vaut(?:-il)? (?:le coup|la peine|mieux) d'?e?|opportun d'?e?|faudrait-il|faut-il|est-ce qu'il (?:faut|faudrait)|"
    r"(?:doit|dois|devons)-(?:on|nous|je)|est-ce qu(?:'on|e nous|e je) (?:doit|dois|devons))(?: mieux d'?e?)?"
)
_UP_TO = r"(?:[ ']+[\w-]+){0,3}?[ ']+"
_ASIDE = re.compile(
    r"\b(?:before|without|instead of|after) (?:\w+ ){0,3}?(?:mediat\w+|arbitrat\w+|escalat\w+|negotiat\w+|conciliat\w+|"
    r"terminat\w+|expir\w+|"
    r"notice|the end|going|trying|\d+|years?|months?)|\b(?:first|straight|right away|immediately|directly|besides|in addition|on top of|"
    r"deadline|time limit|limitation period|regulators?|"
    r"supervisory authority|court (?:fees|costs)|legal costs|in which|and where|who (?:pays|bears))\b|"
    r"\b(?:avant|sans|au lieu d[eu']|apres) ?(?:[\w']+ ){0,3}?(?:[dl]')?(?:mediat\w+|arbitr\w+|escalad\w+|negoci\w+|concili\w+|"
    r"(?:mise en )?demeure|preavis|resili\w+|expir\w+|fin\b|terme|\d+|an(?:s|nees?)|mois|aller|saisir)|"
    r"\b(?:d'abord|tout de suite|directement|immediatement|en plus d|outre l|au prealable|prealablement|"
    r"prescription|dans quel|quel delai|frais de justice|aupres d[eu']|cnil|autorite de controle|"
    r"qui paie|qui supporte)"
)
_INTERROGATIVE = re.compile(
    r"\b(?:which|where|when|how|what|who|whom|why|until|quels?|quelles?|"
    r"quand|combien|comment|qui|jusqu'|pourquoi|ou)\b[^,;.!?]{0,60}$|(?<!ce )\bque $"
)
_ACTS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:can|could|may|might|should|shall|would) {_WE} (?:\w+ ){{0,2}}?{_SUE}",
        rf"\b(?:possible|able|allowed|entitled|(?:the )?right|grounds|reason|enough) to {_SUE}",
        rf"\b(?:should|ought|had better|shall) (?:we|i) (?:\w+ly |to |rather |really |just )?"
        rf"(?:{_DECIDE}{_DEAL}|(?:file|lodge) an? complaint)",
        rf"\b(?:better|wise|wiser|worth it|advisable|a good idea|prudent)(?: off)?(?: for us)? to (?:{_SUE}|{_DECIDE}{_DEAL})",
        r"\bworth (?:suing|going to court|taking (?:\w+ ){1,3}?to court|litigating|signing|settling|contesting)\b",
        r"\b(?:can|could|might) (?:we|i) (?:be|get) sued\b",
        rf"\b{_MAY_FR}{_UP_TO}{_SUE_FR}",
        rf"\b{_WONDER_FR}{_UP_TO}(?:{_SUE_FR}|{_DECIDE_FR}{_DEAL_FR}|(?:les|l'|le|la) ?{_DECIDE_FR}\s?(?:[?!.]|$))",
    )
)
"""What the asker, or the other side, may wonder whether to do."""
_CLAUSE = r"(?:clauses?|provisions?|penalt\w+|caps?|terms?|limitations?|exclusions?|contract|agreement)"
_CLAUSE_FR = r"(?:clauses?|stipulations?|penalites?|plafonds?|limitations?|exclusions?|contrat|accord)"
_OPINION = re.compile(
    r"\b(?:would (?:we|i|they|you) (?:win|lose)\b|can (?:we|i) win\b|(?:do|would) (?:we|i|they) (?:even |really )?have an? (?:\w+ )?"
    r"(?:case|claim)\b|(?:our|my) (?:\w+ )?(?:chances|odds)\b|(?:hold|stand) up in (?:a )?court|"
    r"what would (?:a|the) (?:judge|court)s? (?:say|decide|think|rule)|take them to court and win|"
    r"(?:give (?:me|us)|(?:i|we) (?:need|want|would like)) (?:some |a )?legal (?:advice|opinion)|"
    r"what (?:do|would) you (?:advise|recommend|suggest)|what would you do\b|"
    r"is (?:it|this|that) (?:really |actually |even )?(?:legal|lawful|unlawful|illegal|enforceable|fair|unfair)\b"
    r"(?! (?:to say|use|usage|notice|entity))|"
    rf"(?:is|are) (?:this |these |the |that |our |their |such |an? )?(?:\w+ )?{_CLAUSE}(?: [\d.]+)? (?:\w+ly )?"
    r"(?:legal|lawful|unlawful|illegal|enforceable|unenforceable|unfair|fair)\b|"
    r"(?:nos|mes) (?:\w+ )?chances|(?:avons-nous|a-t-on|aurait-on|aurions-nous|on a|nous avons) (?:une|des|la moindre|nos) chances?|"
    r"gain de cause|(?:gagner|perdre)(?:ait|ions|ons)?[- ]?(?:nous|on)? (?:au|le|un|en) (?:proces|tribunal|justice)|"
    r"(?:gagnerait|gagnerions|perdrait|perdrions)-(?:on|nous)|(?:on|nous) (?:gagnerait|gagnerions|perdrait|perdrions)\b|"
    r"qu'?e? ?(?:en )?(?:dirait|deciderait|penserait|jugerait) (?:un|le) (?:juge|tribunal)|"
    r"(?:tenir|tiendrait|tient)(?:-elle|-il)? (?:devant|face a) un (?:juge|tribunal)|"
    r"(?:besoin d'un|donne[rz]?(?:-moi|-nous)? un|votre|ton) (?:conseil|avis) juridique|"
    r"qu(?:e|'est-ce que) (?:(?:nous |me )?(?:conseillez|recommandez|conseilles|recommandes|feriez)-(?:vous|tu)|"
    r"vous (?:nous |me )?(?:conseillez|recommandez|feriez))|"
    r"(?:est-ce|c'est|serait-ce) (?:bien |vraiment )?(?:legal|illegal|licite|illicite|valable|abusif)\b|"
    rf"{_CLAUSE_FR}(?: [\d.]+)? (?:\w+ ){{0,2}}?(?:est|sont)(?:-elles?|-ils?)? (?:\w+ment |bien |vraiment )?"
    r"(?:legale?s?|illegale?s?|licites?|illicites?|abusi(?:f|ve)s?|leonine?s?|juridiquement valables?)\b)"
)


def wants_advice(text: str) -> bool:
    """Whether a question, in English or French, asks for an opinion on the law and not for what the contract says.

    Args:
        text: as typed.
    """
    said = fold(text)
    if _OPINION.search(said):
        return True
    if _ASIDE.search(said):
        return False
    return any(not _INTERROGATIVE.search(said, max(0, act.start() - 80), act.start()) for act in _found(said))


def _found(said: str) -> list[re.Match[str]]:
    return [match for act in _ACTS for match in act.finditer(said)]
